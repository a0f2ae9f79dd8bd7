import { describe, expect, it } from 'vitest';
import type { CaptureEvent } from '../../../lib/model/event.ts';
import type { FailedLogin, Judged, TabProblems, Tally } from '../../../lib/model/tally.ts';
import { Judging } from '../../../lib/record/judging.ts';
import { begun } from '../../build/events.ts';

const one: TabProblems = { tab: 1, errors: 1, warnings: 0 };
const login: FailedLogin = { key: 'x1.0', tab: 1, app: 'app.example', sentence: 'It broke.' };
const nothing: Tally = { tabs: [], failed: [] };
const bad: Tally = { tabs: [one], failed: [login] };

const page = begun({ url: 'https://app.example/' });
const call: CaptureEvent = { ...page, type: 'xmlhttprequest' };

/** A browser that outlives the background, and an engine that answers when it is told to. */
class Bench {
  stored: Judged | null = null;
  now = 0;
  opened = 0;
  open = false;
  readonly badges = new Map<number, TabProblems>();
  readonly told: string[] = [];
  #tasks: { readonly at: number; readonly run: () => void }[] = [];

  wake(): Judging {
    this.#tasks = [];
    return new Judging({
      load: async () => this.stored,
      store: async (judged) => {
        this.stored = structuredClone(judged);
      },
      events: async () => [page],
      ignored: async () => [],
      languages: async () => ['de-AT'],
      open: async () => {
        this.opened++;
        this.open = true;
      },
      close: async () => {
        this.open = false;
      },
      show: (problems) => void this.badges.set(problems.tab, problems),
      hide: (tab) => void this.badges.delete(tab),
      failed: ({ key }) => void this.told.push(key),
      now: () => this.now,
      later: (run, delayMs) => void this.#tasks.push({ at: this.now + delayMs, run }),
    });
  }

  /** A page was opened, and the engine said this of it. */
  async judged(tally: Tally): Promise<Judging> {
    const judging = await this.started();
    await this.ask(judging, tally);
    return judging;
  }

  async ask(judging: Judging, tally: Tally): Promise<void> {
    judging.touched(page);
    await this.pass(1_000);
    await this.answer(judging, tally);
  }

  async started(): Promise<Judging> {
    const judging = this.wake();
    judging.setShown(true);
    await judging.restore();
    return judging;
  }

  async pass(ms: number): Promise<void> {
    const to = this.now + ms;
    for (;;) {
      const next = this.#tasks.filter((task) => task.at <= to).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#tasks = this.#tasks.filter((task) => task !== next);
      this.now = Math.max(this.now, next.at);
      next.run();
      await settled();
    }
    this.now = to;
    await settled();
  }

  async answer(judging: Judging, now: Tally, overdue: Tally = now): Promise<void> {
    const question = await judging.takeCase();
    if (!question) throw new Error('Nobody asked.');
    await judging.answer(question.question, { now, overdue });
    await settled();
  }
}

const settled = () => new Promise<void>((done) => setTimeout(done));

describe('judging', () => {
  it('asks once, a second after the last event of a burst, and shows what it was told', async () => {
    const bench = new Bench();
    const judging = await bench.started();
    for (let i = 0; i < 4; i++) {
      judging.touched(page);
      await bench.pass(300);
    }
    expect(bench.opened).toBe(0);
    await bench.pass(700);
    expect([bench.opened, bench.open]).toEqual([1, true]);
    await bench.answer(judging, bad);
    expect([...bench.badges.values()]).toEqual([one]);
    expect(bench.told).toEqual(['x1.0']);
    expect(bench.open).toBe(false);
    await bench.pass(60_000);
    expect(bench.opened).toBe(1);
  });

  it('a page that never rests is looked at all the same', async () => {
    const bench = new Bench();
    const judging = await bench.started();
    for (let i = 0; i < 30 && bench.opened === 0; i++) {
      judging.touched(page);
      await bench.pass(200);
    }
    expect(bench.now).toBeLessThanOrEqual(6_200);
    expect(bench.opened).toBe(1);
  });

  it('calls that change nothing are looked at less and less often, a new page at once', async () => {
    const bench = new Bench();
    const judging = await bench.started();
    const spent = async () => {
      const began = bench.now;
      const before = bench.opened;
      judging.touched(call);
      while (bench.opened === before) await bench.pass(500);
      await bench.answer(judging, nothing);
      return bench.now - began;
    };
    const times: number[] = [];
    for (let i = 0; i < 12; i++) times.push(await spent());
    expect(times[0]).toBe(1_000);
    expect(times.at(-1)).toBe(16_000);
    judging.touched(page);
    await bench.pass(1_000);
    expect(bench.opened).toBe(13);
  });

  it('what is overdue is shown when it is, without asking again; something new comes before it', async () => {
    for (const comes of [false, true]) {
      const bench = new Bench();
      const judging = await bench.started();
      judging.touched(page);
      await bench.pass(1_000);
      await bench.answer(judging, nothing, bad);
      expect(bench.badges.size).toBe(0);
      await bench.pass(10_500);
      expect(bench.badges.size).toBe(0);
      if (comes) judging.touched(page);
      await bench.pass(600);
      expect([bench.badges.size, bench.opened]).toEqual([comes ? 0 : 1, 1]);
    }
  });

  it('a background that begins again shows the same without asking, and tells nothing twice', async () => {
    const bench = new Bench();
    await bench.judged(bad);
    bench.badges.clear();
    const second = await bench.started();
    expect([...bench.badges.values()]).toEqual([one]);
    await bench.pass(60_000);
    expect(bench.opened).toBe(1);
    second.touched(page);
    await bench.pass(1_000);
    await bench.answer(second, bad);
    expect(bench.told).toEqual(['x1.0']);
  });

  it('a background that ended before it could ask, or before the answer came, asks when it begins again', async () => {
    for (const asked of [false, true]) {
      const bench = new Bench();
      const first = await bench.started();
      first.touched(page);
      await bench.pass(asked ? 1_000 : 200);
      const before = bench.opened;
      const second = await bench.started();
      await bench.pass(1_000);
      expect(bench.opened).toBe(before + 1);
      await bench.answer(second, bad);
      expect(bench.badges.size).toBe(1);
    }
  });

  it('what happened before the stored was read is not lost', async () => {
    const bench = new Bench();
    const judging = bench.wake();
    judging.setShown(true);
    judging.touched(page);
    await judging.restore();
    expect(bench.stored?.pending).toBe(true);
    await bench.pass(1_000);
    expect(bench.opened).toBe(1);
  });

  it('forgotten: no badge is left, and an answer about it comes too late', async () => {
    const bench = new Bench();
    const judging = await bench.judged(bad);
    judging.touched(page);
    await bench.pass(1_000);
    const question = await judging.takeCase();
    await judging.forget();
    expect([bench.badges.size, bench.stored]).toEqual([0, null]);
    await judging.answer(question?.question ?? -1, { now: bad, overdue: bad });
    expect([bench.badges.size, bench.stored, bench.open]).toEqual([0, null, false]);
  });

  it('while something else stands on the badge, nothing is shown; then it is', async () => {
    const bench = new Bench();
    const judging = await bench.judged(bad);
    judging.setShown(false);
    judging.navigated(1);
    expect(bench.badges.size).toBe(0);
    judging.setShown(true);
    expect(bench.badges.size).toBe(1);
  });

  it('a navigation shows it again, a closed tab is gone', async () => {
    const bench = new Bench();
    const judging = await bench.judged(bad);
    bench.badges.clear();
    judging.navigated(2);
    expect(bench.badges.size).toBe(0);
    judging.navigated(1);
    expect(bench.badges.size).toBe(1);
    judging.closed(1);
    expect(bench.stored?.tally.tabs).toEqual([]);
  });

  it('is asked again when something was forgotten, if there was anything to count', async () => {
    const bench = new Bench();
    const judging = await bench.started();
    judging.reconsider();
    await bench.pass(2_000);
    expect(bench.opened).toBe(0);
    judging.touched(page);
    await bench.pass(1_000);
    await bench.answer(judging, bad);
    judging.reconsider();
    await bench.pass(1_000);
    expect(bench.opened).toBe(2);
  });

  it('what is repaired is taken off the badge', async () => {
    const bench = new Bench();
    const judging = await bench.judged(bad);
    await bench.ask(judging, nothing);
    expect(bench.badges.size).toBe(0);
  });

  it('an engine that broke, or never answers, is closed and asked again later', async () => {
    const bench = new Bench();
    const judging = await bench.started();
    judging.touched(page);
    await bench.pass(1_000);
    const question = await judging.takeCase();
    await judging.answer(question?.question ?? -1, null);
    expect(bench.open).toBe(false);
    judging.touched(page);
    await bench.pass(1_000);
    expect(bench.open).toBe(true);
    await bench.pass(30_000);
    expect(bench.open).toBe(false);
    judging.touched(page);
    await bench.pass(1_000);
    expect(bench.opened).toBe(3);
  });

  it('nobody who was not asked gets a case', async () => {
    const bench = new Bench();
    const judging = await bench.started();
    expect(await judging.takeCase()).toBeNull();
    await judging.answer(1, { now: bad, overdue: bad });
    expect(bench.badges.size).toBe(0);
  });
});
