export type Parts = readonly [before: string, middle: string, after: string];

const shownAround = 24;

const shorten = (text: string, end: 'start' | 'end') =>
  text.length <= shownAround ? text : end === 'start' ? `…${text.slice(-shownAround)}` : `${text.slice(0, shownAround)}…`;

/** What two texts have in common at both ends, shortened, and what differs in between. */
export function differingParts(a: string, b: string): { readonly a: Parts; readonly b: Parts } {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const of = (text: string): Parts => [
    shorten(text.slice(0, start), 'start'),
    text.slice(start, text.length - end),
    shorten(text.slice(text.length - end), 'end'),
  ];
  return { a: of(a), b: of(b) };
}
