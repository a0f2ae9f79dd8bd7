/** One alarm: it wakes the worker when a recording has to end. */
import { browser } from './browser.ts';

const name = 'recording-ends';

export async function setAlarm(at: number | null): Promise<void> {
  if (at === null) await browser.alarms.clear(name);
  else browser.alarms.create(name, { when: at });
}

/** Must be called in the worker's first turn. */
export function onAlarm(listener: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) listener();
  });
}
