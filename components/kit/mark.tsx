import { markShape } from './mark-shape.ts';

/** The mark, beside the name it stands for. */
export function Mark({ size = 20 }: { readonly size?: number }) {
  const { corner, trip, start, turn, stroke, colors } = markShape;
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx={corner} fill={colors.tile} />
      <path d={trip} fill="none" stroke={colors.line} stroke-width={stroke} stroke-linecap="round" stroke-linejoin="round" />
      <circle {...start} fill={colors.line} />
      <circle {...turn} fill={colors.turn} stroke={colors.tile} stroke-width="1.6" />
    </svg>
  );
}
