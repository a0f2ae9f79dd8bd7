import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Rounds } from '../../../lib/session/rounds.ts';

/** A view that looks at a number: every look takes `steps` slices of 20 ms each, the first one two of them at once. */
function view(steps: number) {
  const seen = { recorded: 0, shown: [] as number[], begun: 0, atOnce: 0, mostAtOnce: 0, visible: true, againMs: null as number | null };
  const rounds = new Rounds<number>(
    {
      *begin() {
        const taken = seen.recorded;
        seen.begun++;
        seen.atOnce++;
        try {
          for (let step = 0; step < steps; step++) {
            seen.mostAtOnce = Math.max(seen.mostAtOnce, seen.atOnce);
            clock += 20;
            yield;
          }
          return taken;
        } finally {
          seen.atOnce--;
        }
      },
      show: (result) => {
        seen.shown.push(result);
        return seen.againMs;
      },
      isSeen: () => seen.visible,
    },
    { now: () => clock, pause: () => new Promise((done) => setTimeout(done, 20)) },
  );
  const record = () => {
    seen.recorded++;
    rounds.changed();
  };
  return { rounds, seen, record };
}

let clock = 0;
beforeEach(() => {
  clock = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('the rounds of a view', () => {
  it('are one for a burst, a moment after it began', async () => {
    const { seen, record } = view(0);
    for (let i = 0; i < 50; i++) record();
    expect(seen.begun).toBe(0);
    await pass(60);
    expect(seen.shown).toEqual([50]);
    await pass(60_000);
    expect(seen.begun).toBe(1);
  });

  it('come to an end during a flood that never rests, one at a time, and leave most of the time to others', async () => {
    const { seen, record } = view(15);
    for (let ms = 0; ms < 10_000; ms += 10) {
      record();
      await pass(10);
    }
    // 60 ms until the first, then 300 ms of work and 1,200 ms of rest each.
    expect(seen.shown.length).toBe(7);
    expect(seen.mostAtOnce).toBe(1);
    await pass(2_000);
    expect(seen.shown.at(-1)).toBe(1_000);
  });

  it('look again at what came while one was under way', async () => {
    const { seen, record } = view(6);
    record();
    await pass(80);
    expect(seen).toMatchObject({ begun: 1, shown: [] });
    record();
    await pass(1_000);
    expect(seen.shown).toEqual([1, 2]);
  });

  it('leave fewer turns to others until the first is shown, because it is waited for', async () => {
    const { seen, record } = view(6);
    const lasted = async () => {
      const before = seen.shown.length;
      const until = seen.begun + 1;
      record();
      while (seen.begun < until) await pass(1);
      let ms = 0;
      for (; seen.shown.length === before; ms++) await pass(1);
      return ms;
    };
    expect(await lasted()).toBe(60);
    expect(await lasted()).toBe(120);
  });

  it('give up the one under way, and show nothing of it, when it is no longer true', async () => {
    const { seen, record, rounds } = view(10);
    seen.recorded = 700;
    record();
    await pass(100);
    expect(seen.begun).toBe(1);
    seen.recorded = 0;
    rounds.anew();
    expect(seen.begun).toBe(2);
    await pass(5_000);
    expect(seen.shown).toEqual([0]);
  });

  it('show nothing of one that has just ended when it is no longer true', async () => {
    const { seen, rounds } = view(0);
    seen.recorded = 700;
    rounds.anew();
    seen.recorded = 0;
    rounds.anew();
    await pass(0);
    expect(seen.shown).toEqual([0]);
  });

  it('do not wait out a rest when what is shown is no longer true, seen or not', async () => {
    const { seen, record, rounds } = view(0);
    record();
    await pass(60);
    seen.recorded = 0;
    seen.visible = false;
    rounds.anew();
    await pass(0);
    expect(seen.shown).toEqual([1, 0]);
  });

  it('rest while nobody sees, and begin at once when somebody does', async () => {
    const { seen, record, rounds } = view(0);
    seen.visible = false;
    record();
    await pass(60_000);
    expect(seen.begun).toBe(0);
    seen.visible = true;
    rounds.seen();
    await pass(0);
    expect(seen.shown).toEqual([1]);
    rounds.seen();
    await pass(60_000);
    expect(seen.begun).toBe(1);
  });

  it('look again at the same while time alone may change it', async () => {
    const { seen, record } = view(0);
    seen.againMs = 2_000;
    record();
    await pass(60 + 2_100);
    expect(seen.shown).toEqual([1, 1]);
    seen.againMs = null;
    await pass(60_000);
    expect(seen.begun).toBe(3);
  });

  it('go on after one that broke', async () => {
    const broken = vi.fn();
    process.once('unhandledRejection', broken);
    const shown: string[] = [];
    let breaks = true;
    const rounds = new Rounds<string>(
      {
        *begin() {
          yield;
          if (breaks) throw new Error('broken');
          return 'whole';
        },
        show: (result) => {
          shown.push(result);
          return null;
        },
        isSeen: () => true,
      },
      { now: () => 0, pause: async () => undefined },
    );
    rounds.changed();
    await pass(1_000);
    breaks = false;
    rounds.changed();
    await pass(1_000);
    expect(shown).toEqual(['whole']);
  });
});
