import { describe, expect, it, onTestFinished } from 'vitest';
import type { CaptureEvent } from '../../lib/model/event.ts';
import type { Tallies } from '../../lib/model/tally.ts';
import { judgeCase, tallyCase } from '../../lib/tally.ts';
import { checkWords } from '../../lib/words/checks.ts';
import { speak } from '../../lib/words/speaking.ts';
import { broken, healthy } from '../build/stories.ts';
import { draw, toEvents } from '../build/trace.ts';

const nothing = { tabs: [], failed: [] };

/** In another tab, at another time, and under other numbers than the same story before. */
function again(
  events: readonly CaptureEvent[],
  change: { readonly tab?: number; readonly laterMs?: number; readonly incognito?: boolean },
) {
  const { tab, laterMs = 0, incognito } = change;
  // Every attempt has values of its own.
  const fresh = JSON.parse(JSON.stringify(events).replaceAll(/CANARY-(\w+)-1-/g, `CANARY-$1-${tab ?? laterMs}-`)) as CaptureEvent[];
  return fresh.map((event): CaptureEvent => {
    const at = event.at + laterMs;
    if (!('request' in event)) return { ...event, at };
    const request = `${event.request}-${tab ?? ''}-${laterMs}`;
    if (event.kind !== 'begin') return { ...event, at, request };
    return { ...event, at, request, tab: tab ?? event.tab, incognito: incognito ?? event.incognito };
  });
}

const story = (trace: string | undefined) => toEvents(draw(trace ?? ''));

function tally(events: readonly CaptureEvent[], ignored: readonly string[] = [], waitedMs = 1_000): Tallies {
  const asOf = Math.max(...events.map((event) => event.at)) + waitedMs;
  return tallyCase({ events, ignored, asOf, overdueAt: asOf + 12_000 });
}

const lost = story(broken['a lost cookie']);
const works = story(healthy['a server-side app']);
const loop = story(broken['a loop']);

describe('tally', () => {
  for (const [name, trace] of Object.entries(healthy))
    it(`${name}: nothing to count, now or when it is overdue`, () => {
      expect(tally(story(trace))).toEqual({ now: nothing, overdue: nothing });
    });

  for (const [name, trace] of Object.entries(broken))
    it(`${name}: one error in its tab, and a sentence without a value from the capture`, () => {
      const { now } = tally(story(trace));
      expect(now.tabs).toEqual([{ tab: 1, errors: 1, warnings: 0 }]);
      expect(new Set(now.failed.map(({ sentence }) => sentence)).size).toBe(1);
      expect(JSON.stringify(now)).not.toContain('CANARY');
    });

  it('one problem that was met in three attempts counts once', () => {
    const { now } = tally(loop);
    expect(now.failed.length).toBeGreaterThan(1);
    expect(now.tabs).toEqual([{ tab: 1, errors: 1, warnings: 0 }]);
  });

  it('two tabs are counted apart', () => {
    const { now } = tally([...lost, ...again(works, { tab: 2, laterMs: 60_000 })]);
    expect(now.tabs.map(({ tab }) => tab)).toEqual([1]);
  });

  it('an attempt that a later one made good does not count', () => {
    expect(tally([...lost, ...again(works, { laterMs: 60_000 })]).now).toEqual(nothing);
    expect(tally([...again(lost, { laterMs: 60_000 }), ...works]).now.tabs).toHaveLength(1);
  });

  it('what the user marked as no login does not count', () => {
    expect(tally(lost, ['https://idp.example/authorize']).now).toEqual(nothing);
    expect(tally(lost, ['https://idp.example/other']).now.tabs).toHaveLength(1);
  });

  it('of a private window the badge shows the number, and nothing is told; the same elsewhere does not make it good', () => {
    const hidden = again(lost, { tab: 7, incognito: true });
    const { now } = tally([...hidden, ...again(works, { tab: 8, laterMs: 60_000 })]);
    expect(now.tabs).toEqual([{ tab: 7, errors: 1, warnings: 0 }]);
    expect(now.failed).toEqual([]);
  });

  it('tells of a failed login in the first language wanted that there is, in English otherwise', async () => {
    onTestFinished(() => speak('en', {}));
    const asOf = Math.max(...lost.map((event) => event.at)) + 1_000;
    const of = { events: lost, ignored: [], asOf, overdueAt: asOf + 12_000 };
    const told = async (languages: readonly string[]) => (await judgeCase({ ...of, languages })).now.failed[0]?.sentence;
    expect(await told(['tlh'])).toBe(tallyCase(of).now.failed[0]?.sentence);
    const german = await told(['tlh', 'de-CH', 'en']);
    const plains = Object.values(checkWords()).flatMap(({ messages }) => Object.values(messages).map(({ plain }) => plain));
    expect(plains).toContain(german);
  });
});
