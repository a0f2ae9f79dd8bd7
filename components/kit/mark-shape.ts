/** The mark in a square of 32: out from one party, around the other, and back. Drawn in the header and in the icons alike. */
export const markShape = {
  corner: 8.5,
  trip: 'M11.4 10.4h8a5.9 5.9 0 0 1 0 11.8H9.8M13.8 17.8l-4.4 4.4 4.4 4.4',
  start: { cx: 8.8, cy: 10.4, r: 2.7 },
  turn: { cx: 25, cy: 16.3, r: 3.5 },
  stroke: 2.8,
  colors: { tile: '#4a45d9', line: '#ffffff', turn: '#74ecb5' },
} as const;
