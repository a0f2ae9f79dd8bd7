import { describe, expect, it } from 'vitest';
import { isOn, restOf } from '../../../lib/model/watching.ts';

describe('whether anything is listened to', () => {
  it.each([
    ['always', false, false, false, true],
    ['always', true, false, false, false],
    ['always', true, true, false, false],
    ['always', true, false, true, true],
    ['recording', false, false, false, false],
    ['recording', false, true, false, true],
    ['recording', true, true, false, true],
    ['recording', false, false, true, true],
  ] as const)('%s, paused %s, started %s, recording for support %s: %s', (watch, paused, started, guide, on) => {
    expect(isOn({ watch, paused }, started, guide)).toBe(on);
  });

  it('is called by what the user chose', () => {
    expect([restOf({ watch: 'always', paused: true }), restOf({ watch: 'recording', paused: false })]).toEqual(['paused', 'off']);
  });
});
