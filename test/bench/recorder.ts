/**
 * What the background does with one event: the real one, in Node, told what browsers tell. Every event is timed by itself, up to where the
 * background has decided and has handed over what it writes.
 */

import { type Bench, type Measured, quantile, spreadOf } from './measured.ts';
import { FakeApi } from './stage/fake-api.ts';
import type { Told } from './stage/replay.ts';
import { login, ordinary } from './stage/replay.ts';

/** Each with the shelf empty and with it full, so that what disturbs the machine disturbs both. */
const rounds = 6;
const timesEach = 300;
/** More logins than are kept (lib/record/shelf.ts): the oldest were given up. */
const loginsToFill = 800;
const loginTab = 7;

const us = () => Number(process.hrtime.bigint()) / 1_000;

function timed(api: FakeApi, { event, details }: Told): number {
  const startedAt = us();
  api.tell(event, details);
  return us() - startedAt;
}

type Kinds = Map<string, number[]>;

/** Microseconds per event, by what it is. */
function measure(api: FakeApi, from: number, kinds: Kinds): void {
  const put = (kind: string, all: readonly Told[]) => {
    const values = kinds.get(kind) ?? [];
    kinds.set(kind, values);
    for (const one of all) values.push(timed(api, one));
  };
  for (let run = from; run < from + timesEach; run++) {
    put('page', ordinary('main_frame', 1_000 + (run % 40), run));
    put('frame', ordinary('sub_frame', 1_000 + (run % 40), run));
    // These reach the background only while a login runs in their tab.
    put('image beside a login', ordinary('image', loginTab, run));
    put('call beside a login', ordinary('xmlhttprequest', loginTab, run));
    if (run % 20 === 0) for (const one of login(loginTab, run)) put(`login, ${one.event}`, [one]);
  }
}

async function tellLogin(api: FakeApi, tab: number, run: number): Promise<number> {
  const all = login(tab, run);
  for (const one of all) api.tell(one.event, one.details);
  await api.settled();
  return all.length;
}

export const recorder: Bench = async () => {
  const api = new FakeApi();
  await api.startBackground(async () => (await import('../../entrypoints/background/watch.ts')).watchLogins());
  await tellLogin(api, loginTab, -1);
  if (![...api.session.values()].some((value) => JSON.stringify(value).includes('client_id')))
    throw new Error('The background wrote down nothing of a login.');
  measure(api, 500_000, new Map());

  const empty: Kinds = new Map();
  const full: Kinds = new Map();
  let held = 0;
  let bytesPerEvent = 0;
  for (let round = 1; round <= rounds; round++) {
    await api.send({ kind: 'clear' });
    bytesPerEvent = await api.counting(() => tellLogin(api, loginTab, round));
    measure(api, round * 10_000, empty);
    await api.settled();
    for (let n = 0; n < loginsToFill; n++) for (const one of login(2_000 + (n % 300), round * 1_000 + n)) api.tell(one.event, one.details);
    await api.settled();
    held = api.session.size;
    measure(api, round * 10_000 + 5_000, full);
    await api.settled();
  }

  const quiet = [...empty].filter(([kind]) => !kind.startsWith('login'));
  const all = quiet.flatMap(([, values]) => values);
  const rows: Measured[] = [
    {
      what: 'event that is not OAuth, up to keep or drop',
      unit: 'µs',
      ...spreadOf(all),
      budget: 20,
      note: `the real background in Node; 99 in 100 within ${quantile(all, 0.99).toFixed(0)} µs`,
    },
  ];
  for (const [kind, values] of quiet) rows.push({ what: `of these: ${kind}`, unit: 'µs', ...spreadOf(values), budget: null, note: '' });
  for (const [kind, values] of empty)
    if (kind.startsWith('login'))
      rows.push({ what: `kept: ${kind}`, unit: 'µs', ...spreadOf(values), budget: 1_000, note: 'with its write to a stand-in' });
  for (const [kind, values] of full)
    rows.push({
      what: `${kind}: full shelf / empty shelf`,
      unit: 'ratio',
      value: quantile(values, 0.5) / quantile(empty.get(kind) ?? [], 0.5),
      spread: null,
      budget: 1.5,
      note: `${held} events held`,
    });
  rows.push({ what: 'written per event of a login', unit: 'kB', value: bytesPerEvent / 1_000, spread: null, budget: null, note: 'JSON' });
  return rows;
};
