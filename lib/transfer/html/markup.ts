/** The one place where text becomes HTML. What is not markup made here is escaped; nothing else can be put into a page. */
import { printable } from '../../read/printable.ts';

const made: unique symbol = Symbol('markup');

export interface Markup {
  readonly [made]: string;
}

export type Piece = string | number | null | Markup | readonly Piece[];

/**
 * For text and for attributes in double quotes, the only ones used. The single quote stays as it is: the scan of what leaves
 * looks for values as they stand here.
 */
function escaped(text: string): string {
  return printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function print(piece: Piece): string {
  if (piece === null) return '';
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece));
  return made in piece ? piece[made] : piece.map(print).join('');
}

/** `html\`<p>${text}</p>\`` */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return { [made]: strings.map((own, index) => own + print(pieces[index] ?? null)).join('') };
}

export function textOf(markup: Markup): string {
  return markup[made];
}

/** Text that is ours to the last letter, such as the style sheet. */
export function verbatim(text: string): Markup {
  return { [made]: text };
}
