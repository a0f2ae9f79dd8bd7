/** Two lists of hops, row by row: what only one side has becomes a row of its own and shifts nothing. */

/** Indexes into both lists; at least one is a number. */
export type Row = readonly [a: number | null, b: number | null];

/** Work grows with the product of both lengths: longer lists are aligned a stretch at a time. */
const stretch = 2_000;

/** The longest common subsequence of two lists of keys. Swapping the lists gives the same rows, swapped. */
export function align(a: readonly string[], b: readonly string[]): Row[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const rows: Row[] = [];
  for (let i = 0; i < head; i++) rows.push([i, i]);
  const endA = a.length - tail;
  const endB = b.length - tail;
  for (let at = head; at < Math.max(endA, endB); at += stretch)
    rows.push(...alignStretch(a, b, at, Math.min(endA, at + stretch), Math.min(endB, at + stretch)));
  for (let i = tail; i > 0; i--) rows.push([a.length - i, b.length - i]);
  return rows;
}

function alignStretch(a: readonly string[], b: readonly string[], from: number, toA: number, toB: number): Row[] {
  const rowsOf = Math.max(0, toA - from);
  const columns = Math.max(0, toB - from);
  const width = columns + 1;
  /** Length of the longest common subsequence of what is left from here on. */
  const left = new Uint16Array((rowsOf + 1) * width);
  const at = (i: number, j: number) => left[i * width + j] ?? 0;
  for (let i = rowsOf - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--)
      left[i * width + j] = a[from + i] === b[from + j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const rows: Row[] = [];
  let i = 0;
  let j = 0;
  while (i < rowsOf || j < columns) {
    const keyA = a[from + i] ?? '';
    const keyB = b[from + j] ?? '';
    if (i < rowsOf && j < columns && keyA === keyB) rows.push([from + i++, from + j++]);
    else if (j >= columns || (i < rowsOf && takesFirst(at(i + 1, j), at(i, j + 1), keyA, keyB))) rows.push([from + i++, null]);
    else rows.push([null, from + j++]);
  }
  return rows;
}

/** Where both ways are as good, the keys decide: then the order of the sides does not matter. */
function takesFirst(without: number, withoutOther: number, key: string, other: string): boolean {
  return without === withoutOther ? key < other : without > withoutOther;
}
