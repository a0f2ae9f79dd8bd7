import { describe, expect, it } from 'vitest';
import { UpdateGuard } from '../../entrypoints/background/update.ts';

function guarded(busy: () => boolean) {
  const done: string[] = [];
  const tasks: (() => void)[] = [];
  const guard = new UpdateGuard({
    isBusy: busy,
    takeUpdate: () => done.push('taken'),
    stir: () => done.push('stirred'),
    later: (task) => tasks.push(task),
  });
  return { guard, done, pass: () => tasks.shift()?.() };
}

describe('a new version', () => {
  it('is taken at once while no login runs', () => {
    const { guard, done } = guarded(() => false);
    guard.offered();
    expect(done).toEqual(['taken']);
  });

  it('waits for the end of a login, and keeps the background alive that long', () => {
    let busy = true;
    const { guard, done, pass } = guarded(() => busy);
    guard.offered();
    guard.offered();
    pass();
    expect(done).toEqual(['stirred', 'stirred']);
    busy = false;
    pass();
    expect(done).toEqual(['stirred', 'stirred', 'taken']);
  });
});
