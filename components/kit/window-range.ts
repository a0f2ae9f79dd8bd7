/** Which part of a long list is in the document. Pure but for reading where the list stands. */

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** For paper. */
export const wholeRange: Range = { from: 0, to: Number.POSITIVE_INFINITY };

/** Kept in the document above and below the screen, pixels. */
const overscan = 700;
/** The range moves in steps of so many items, so that most scrolling renders nothing. */
const step = 8;
/** Around an item that is jumped to, before anything is measured. */
const around = 24;
/** Where there is no layout (tests), the screen is taken to be this high. */
const assumedHeight = 800;

/** Tops of all items, and the end of the last. */
export function offsetsOf<T>(items: readonly T[], height: (item: T, index: number) => number): number[] {
  const offsets = [0];
  let sum = 0;
  items.forEach((item, index) => {
    sum += height(item, index);
    offsets.push(sum);
  });
  return offsets;
}

export function rangeAround(index: number, count: number): Range {
  return { from: Math.max(0, index - around), to: Math.min(count, index + around) };
}

/** Index of the last offset that is not beyond `y`. */
function indexAt(offsets: readonly number[], y: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function visibleRange(offsets: readonly number[], top: number, height: number): Range {
  const count = offsets.length - 1;
  const from = indexAt(offsets, top - overscan);
  const to = indexAt(offsets, top + height + overscan) + 1;
  return { from: Math.max(0, Math.floor(from / step) * step), to: Math.min(count, Math.ceil(to / step) * step) };
}

/** The range for where the list stands now; the old one when nothing changed. */
export function measureRange(list: HTMLElement | null, offsets: readonly number[], old: Range): Range {
  if (!list) return old;
  const screen = window.innerHeight || assumedHeight;
  const next = visibleRange(offsets, -list.getBoundingClientRect().top, screen);
  return next.from === old.from && next.to === old.to ? old : next;
}

/** The range, and what is kept in the document besides, in order. */
export function shownIndices(range: Range, count: number, kept: readonly number[]): number[] {
  const shown = new Set<number>(kept.filter((index) => index >= 0 && index < count));
  for (let index = range.from; index < Math.min(range.to, count); index++) shown.add(index);
  return [...shown].sort((a, b) => a - b);
}

/** Beyond so many rows that came in above, the beginning of the list is no longer kept beside what is read. */
const mostCame = 200;

/**
 * The range after rows came or went: what stood in the window stays in the document, so that the browser can hold it
 * where it is. Null: nothing of it is left, or nothing moved.
 */
export function followedRange(
  range: Range,
  read: number,
  before: readonly string[],
  after: readonly string[],
  atStart: boolean,
): Range | null {
  for (let index = read; index < Math.min(range.to, before.length); index++) {
    const now = after.indexOf(before[index] ?? '');
    if (now < 0) continue;
    const by = now - index;
    if (by === 0 || (atStart && by > mostCame)) return null;
    const to = Math.min(after.length, range.to + by);
    return { from: Math.max(0, atStart ? Math.min(range.from, range.from + by) : range.from + by), to };
  }
  return null;
}
