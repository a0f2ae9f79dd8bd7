import { useEffect, useMemo, useState } from 'preact/hooks';
import type { DeskHost, LeaveSource } from '../../lib/session/desk.ts';
import type { LeaveFormat, Leaving } from '../../lib/session/leaving.ts';

/** What would leave; null while a large file is being looked through, `broken` when that could not be done. */
export function useLeaving(host: DeskHost, source: LeaveSource, format: LeaveFormat): Leaving | 'broken' | null {
  const asked = useMemo(() => {
    const made = host.prepare(source, format);
    // Listened to after the next paint; what fails before then counts as failed unheard.
    if (made instanceof Promise) made.catch(() => undefined);
    return made;
  }, [host, source, format]);
  const [came, setCame] = useState<{ readonly of: unknown; readonly leaving: Leaving | 'broken' } | null>(null);
  useEffect(() => {
    if (!(asked instanceof Promise)) return;
    let left = false;
    const take = (leaving: Leaving | 'broken') => {
      if (!left) setCame({ of: asked, leaving });
    };
    asked.then(take, () => take('broken'));
    return () => {
      left = true;
    };
  }, [asked]);
  if (!(asked instanceof Promise)) return asked;
  return came?.of === asked ? came.leaving : null;
}
