import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Look } from '../../lib/model/selection.ts';
import type { Drawing, Drawn } from '../diagram/drawing.ts';

type Draw = typeof import('../diagram/index.ts')['drawingOf'];
/** Once loaded, there is nothing to wait for any more. */
let loaded: Draw | null = null;

/** Null: the list of rows, also while the picture is being loaded. */
export function useDrawing(look: Look, { judged, hops, timed }: Drawn): Drawing | null {
  const [draw, setDraw] = useState<{ readonly by: Draw | null }>({ by: loaded });
  useEffect(() => {
    if (look === 'timeline' || draw.by) return;
    let gone = false;
    void import('../diagram/index.ts').then(({ drawingOf }) => {
      loaded = drawingOf;
      if (!gone) setDraw({ by: drawingOf });
    });
    return () => {
      gone = true;
    };
  }, [look, draw]);
  return useMemo(
    () => (look === 'timeline' || draw.by === null ? null : draw.by(look, { judged, hops, timed })),
    [look, draw, judged, hops, timed],
  );
}
