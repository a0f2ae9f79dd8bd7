/** Alarms wake the worker: when a recording has to end, and to forget what has been over for long enough. */
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

const forget = 'forget';
/** Logins are forgotten this much too late at most, as a part of the time they are kept. */
const lateness = 1 / 5;

export async function setForgetAlarm(keepMs: number | null): Promise<void> {
  if (keepMs === null) {
    await browser.alarms.clear(forget);
    return;
  }
  const periodInMinutes = (keepMs * lateness) / 60_000;
  // Set anew, it would begin to wait anew.
  if ((await browser.alarms.get(forget))?.periodInMinutes !== periodInMinutes) browser.alarms.create(forget, { periodInMinutes });
}

/** Must be called in the worker's first turn. */
export function onForgetAlarm(listener: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === forget) listener();
  });
}
