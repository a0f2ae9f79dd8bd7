import { describe, expect, it } from 'vitest';
import { type Attempt, type Guide, isRunning, lastAttempt, noPreset, nothingTold, stopped } from '../../../lib/model/guide.ts';

const attempt = (more: Partial<Attempt> = {}): Attempt => ({
  how: 'first',
  startedAt: 1_000,
  stopAt: 601_000,
  stoppedAt: null,
  stoppedBy: null,
  ...more,
});
const guide = (...attempts: Guide['attempts']): Guide => ({ preset: noPreset, attempts, told: nothingTold });

describe('a recording for support', () => {
  it('runs until somebody stops it, or its time is over, whoever looks', () => {
    expect(isRunning(null, 2_000)).toBe(false);
    expect(isRunning(guide(attempt()), 2_000)).toBe(true);
    expect(isRunning(guide(attempt()), 601_000)).toBe(false);
    expect(isRunning(guide(attempt({ stoppedAt: 1_500, stoppedBy: 'user' })), 2_000)).toBe(false);
  });

  it('is stopped once, and never later than its limit', () => {
    const ended = stopped(guide(attempt()), 'limit', 999_999);
    expect(ended && lastAttempt(ended)).toMatchObject({ stoppedAt: 601_000, stoppedBy: 'limit' });
    expect(ended && stopped(ended, 'user', 999_999)).toBeNull();
  });

  it('stops the second attempt and leaves the first as it was', () => {
    const first = attempt({ stoppedAt: 1_500, stoppedBy: 'user' });
    const both = stopped(guide(first, attempt({ how: 'private-window', startedAt: 3_000 })), 'settled', 5_000);
    expect(both?.attempts).toEqual([first, attempt({ how: 'private-window', startedAt: 3_000, stoppedAt: 5_000, stoppedBy: 'settled' })]);
  });
});
