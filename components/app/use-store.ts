import { useEffect, useState } from 'preact/hooks';
import type { StoreApi } from 'zustand/vanilla';

/** A piece of a vanilla store; the component renders again when that piece changes. */
export function useStore<S, T>(store: StoreApi<S>, select: (state: S) => T): T {
  const [, renderAgain] = useState({});
  const shown = select(store.getState());
  useEffect(() => {
    let last = shown;
    const look = () => {
      const now = select(store.getState());
      if (Object.is(now, last)) return;
      last = now;
      renderAgain({});
    };
    // It may have changed between drawing and now.
    look();
    return store.subscribe(look);
    // What is selected never changes; where it is selected from may.
  }, [store]);
  return shown;
}
