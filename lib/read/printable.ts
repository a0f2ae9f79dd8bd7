/** Text from strangers, made safe to read: what is invisible or turns the line around is written out. */

// Control, format (direction marks, zero width), lone surrogates, line and paragraph separators. The joiner inside emoji stays.
const unprintable = /(?!\u200d)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

const codeOf = (char: string) => `⟨${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;

/** On one line. */
export function printable(text: string): string {
  return text.replace(unprintable, codeOf);
}

/** Line breaks and tabs may stay. */
export function printableLines(text: string): string {
  return text.replace(unprintable, (char) => (char === '\n' || char === '\t' ? char : char === '\r' ? '' : codeOf(char)));
}

/** Cut by characters, never inside one. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}
