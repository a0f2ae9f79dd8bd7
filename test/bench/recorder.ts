/**
 * What the background does with one event: the real one, in Node, told what browsers tell. Every event is timed by itself, up to where the
 * background has decided and has handed over what it writes.
 */

import { type Bench, type Measured, quantile, spreadOf } from './measured.ts';
import { FakeApi } from './stage/fake-api.ts';
import type { Told } from './stage/replay.ts';
import { login, ordinary } from './stage/replay.ts';

const warmUp = 300;
const times = 2_000;
/** As many requests as are kept at most (lib/record/shelf.ts), most of a login's size. */
const shelfFull = 4_900;

const us = () => Number(process.hrtime.bigint()) / 1_000;

function timed(api: FakeApi, { event, details }: Told): number {
  const startedAt = us();
  api.tell(event, details);
  return us() - startedAt;
}

interface Kinds {
  readonly [kind: string]: number[];
}

/** Microseconds per event, by what it is. */
function measure(api: FakeApi, from: number, loginTab: number): Kinds {
  const kinds: { [kind: string]: number[] } = { 'page, nothing to do with a login': [], 'frame, the same': [] };
  const put = (kind: string, all: readonly Told[]) => {
    kinds[kind] ??= [];
    for (const one of all) kinds[kind].push(timed(api, one));
  };
  for (let run = from; run < from + times; run++) {
    put('page, nothing to do with a login', ordinary('main_frame', 1_000 + (run % 40), run));
    put('frame, the same', ordinary('sub_frame', 1_000 + (run % 40), run));
    // Only these reach the background, and only while a login runs in their tab.
    put('image beside a login', ordinary('image', loginTab, run));
    put('call beside a login', ordinary('xmlhttprequest', loginTab, run));
    if (run % 20 === 0) for (const one of login(loginTab, run)) put(`login, ${one.event}`, [one]);
  }
  return kinds;
}

export const recorder: Bench = async () => {
  const api = new FakeApi();
  Object.assign(globalThis, { browser: api.api, chrome: api.api });
  const { watchLogins } = await import('../../entrypoints/background/watch.ts');
  watchLogins();
  await api.settled();
  const loginTab = 7;
  for (const one of login(loginTab, -1)) api.tell(one.event, one.details);
  for (let run = 500_000; run < 500_000 + warmUp; run++)
    for (const type of ['main_frame', 'sub_frame', 'image', 'xmlhttprequest'])
      for (const one of ordinary(type, type === 'main_frame' ? 999 : loginTab, run)) api.tell(one.event, one.details);
  await api.settled();
  if (![...api.session.values()].some((value) => JSON.stringify(value).includes('client_id')))
    throw new Error('The background wrote down nothing of a login.');

  const empty = measure(api, 0, loginTab);
  await api.settled();
  // Bytes that persisting a login takes, which every write of a badge or a note would add to.
  api.counts = true;
  const events = login(loginTab, 900_000);
  for (const one of events) api.tell(one.event, one.details);
  await api.settled();
  const bytesPerEvent = api.writtenBytes / events.length;
  api.counts = false;
  for (let run = 1_000_000; [...api.session.keys()].length < shelfFull * 4; run++) {
    for (const one of login(2_000 + (run % 300), run)) api.tell(one.event, one.details);
    if (run % 50 === 0) await api.settled();
    if (run > 1_000_900) break;
  }
  await api.settled();
  const full = measure(api, 2_000_000, loginTab);

  const quiet = Object.entries(empty).filter(([kind]) => !kind.startsWith('login'));
  const rows: Measured[] = [
    {
      what: 'event that is not OAuth, up to keep or drop',
      unit: 'µs',
      ...spreadOf(quiet.flatMap(([, all]) => all)),
      budget: 20,
      note: `the real background in Node; 99 in 100 within ${quantile(
        quiet.flatMap(([, all]) => all),
        0.99,
      ).toFixed(0)} µs`,
    },
  ];
  for (const [kind, all] of quiet) rows.push({ what: `  ${kind}`, unit: 'µs', ...spreadOf(all), budget: null, note: '' });
  for (const [kind, all] of Object.entries(empty).filter(([name]) => name.startsWith('login')))
    rows.push({ what: `kept: ${kind}`, unit: 'µs', ...spreadOf(all), budget: 1_000, note: 'with its write' });
  for (const [kind, all] of Object.entries(full))
    rows.push({
      what: `growth, ${kind}: full shelf / empty shelf`,
      unit: 'ratio',
      value: quantile(all, 0.5) / quantile(empty[kind] ?? [], 0.5),
      spread: null,
      budget: 1.5,
      note: `${api.session.size} events held`,
    });
  rows.push({ what: 'written per event of a login', unit: 'kB', value: bytesPerEvent / 1_000, spread: null, budget: null, note: '' });
  return rows;
};
