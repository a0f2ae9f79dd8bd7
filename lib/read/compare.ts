import { decodeForm, decodePercent } from './url.ts';

/** What was done to a value on its way. Closed list; the sentences stand in the checks. */
export type Alteration =
  | 'plus-to-space'
  | 'space-to-plus'
  | 'decoded-once-more'
  | 'encoded-once-more'
  | 'entities-decoded'
  | 'entities-encoded'
  | 'unicode-normalized'
  | 'charset-garbled'
  | 'padding-lost'
  | 'base64-alphabet'
  | 'case-changed'
  | 'trimmed'
  | 'markup-stripped'
  | 'quoted'
  | 'cut'
  | 'appended';

export interface Altered {
  readonly how: Alteration;
  /** For `cut` and `appended`: characters that are left, or that came on top. */
  readonly length: number;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  apos: "'",
  '#x27': "'",
  '#34': '"',
  '#43': '+',
  '#x2B': '+',
  '#61': '=',
  '#x3D': '=',
};
const decodeEntities = (text: string) =>
  text.replace(
    /&(amp|lt|gt|quot|apos|#39|#x27|#34|#43|#x2B|#61|#x3D);/gi,
    (all, name: string) => entities[name] ?? entities[name.toLowerCase()] ?? all,
  );
const latin1 = (text: string) => String.fromCharCode(...new TextEncoder().encode(text.slice(0, 8192)));

/** Each one turns the value that was sent into the value that came back. */
const ways: readonly (readonly [Alteration, (text: string) => string])[] = [
  ['plus-to-space', (t) => t.replaceAll('+', ' ')],
  ['space-to-plus', (t) => t.replaceAll(' ', '+')],
  ['decoded-once-more', (t) => decodePercent(t)],
  ['decoded-once-more', (t) => decodeForm(t)],
  ['encoded-once-more', (t) => encodeURIComponent(wellFormed(t))],
  ['encoded-once-more', (t) => encodeURIComponent(wellFormed(t)).replaceAll('%20', '+')],
  ['entities-decoded', decodeEntities],
  ['entities-encoded', (t) => t.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')],
  ['padding-lost', (t) => t.replace(/(?<!=)=+$/, '')],
  ['base64-alphabet', (t) => t.replaceAll('+', '-').replaceAll('/', '_')],
  ['base64-alphabet', (t) => t.replaceAll('-', '+').replaceAll('_', '/')],
  ['case-changed', (t) => t.toLowerCase()],
  ['case-changed', (t) => t.toUpperCase()],
  ['trimmed', (t) => t.trim()],
  ['markup-stripped', (t) => t.replace(/[<>]/g, '')],
  ['markup-stripped', (t) => t.replace(/<[^<>]*>/g, '')],
  ['quoted', (t) => `"${t}"`],
  ['unicode-normalized', (t) => t.normalize('NFC')],
  ['unicode-normalized', (t) => t.normalize('NFD')],
  ['charset-garbled', latin1],
];

function wellFormed(text: string): string {
  return text.toWellFormed();
}

/** Every way is tried, and every two in a row. */
const longestCompared = 20_000;
/** Shorter than this, a common beginning is chance. */
const leastCommon = 4;
/** As long as this, a common beginning says it by itself. */
const beyondChance = 12;

/** What some way takes from its inside: escapes, entities, markup, and letters that have more than one spelling. */
const takenApart = /[%&<>\u0080-\uffff]/;
/** Longer than this, reading it as Latin-1 cuts it. */
const longestKept = 4096;

/** False where no way can lead from one to the other: each one leaves the words of such a value whole, and a cut leaves its beginning. */
function mayBe(sent: string, returned: string): boolean {
  if (sent.length > longestKept || takenApart.test(sent)) return true;
  if (sent.startsWith(returned) || sent.replaceAll('+', ' ').startsWith(returned)) return true;
  const folded = returned.toLowerCase();
  return (sent.toLowerCase().match(/[a-z0-9]+/g) ?? []).every((word) => folded.includes(word));
}

/**
 * Tells which single change, or which two in a row, turns `sent` into `returned`; null when none does, which
 * means it is another value. Both are decoded values (decoded once, as RFC 6749 appendix B says).
 */
export function explainAlteration(sent: string, returned: string): Altered | null {
  if (sent === returned || sent === '' || returned === '') return null;
  // No state is this long; what is gets no second look.
  if (sent.length > longestCompared || returned.length > longestCompared) return null;
  if (!mayBe(sent, returned)) return null;
  for (const [how, way] of ways) if (way(sent) === returned) return { how, length: returned.length };
  if (returned.toLowerCase() === sent.toLowerCase()) return { how: 'case-changed', length: returned.length };
  for (const [how, way] of ways) {
    const once = way(sent);
    if (once === sent) continue;
    for (const [, next] of ways) if (next(once) === returned) return { how, length: returned.length };
  }
  if (
    sent.startsWith(returned) &&
    (returned.length >= beyondChance || (returned.length >= leastCommon && returned.length * 4 >= Math.min(sent.length, 400)))
  )
    return { how: 'cut', length: returned.length };
  if (returned.startsWith(sent) && sent.length >= leastCommon) return { how: 'appended', length: returned.length - sent.length };
  const spaced = sent.replaceAll('+', ' ');
  if (spaced !== sent && spaced.startsWith(returned) && returned.length >= leastCommon * 2) return { how: 'cut', length: returned.length };
  return null;
}

/** What turns `sent` into `returned`, to be done to other values as well; null when no single change and no two in a row do. */
export function wayFrom(sent: string, returned: string): ((text: string) => string) | null {
  for (const [, way] of ways) if (way(sent) === returned) return way;
  for (const [, way] of ways) {
    const once = way(sent);
    if (once === sent) continue;
    for (const [, next] of ways) if (next(once) === returned) return (text) => next(way(text));
  }
  return null;
}
