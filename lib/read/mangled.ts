/** Parameters whose separators or names were damaged on the way: by HTML, by mail, by putting addresses together by hand. */
import { supporting } from '../spec/vocabulary.ts';
import { decodePercent, readPairs, type Written } from './url.ts';

/**
 * entity: `&amp;` where `&` was meant. swallowed: an HTML entity without its semicolon ate `&` and the letters after it.
 * question-mark: a second `?` where `&` was meant. glued: separators were percent-encoded. quoted-printable: `=3D` where
 * `=` was meant. spaced: white space around a name. Closed list.
 */
export type Mangling = 'entity' | 'swallowed' | 'question-mark' | 'glued' | 'quoted-printable' | 'spaced';

export interface Mangled {
  readonly kind: Mangling;
  /** The pair it stands in. */
  readonly in: Written;
  /** What was meant, in place of that pair. */
  readonly meant: readonly Written[];
  /** Names of the standards that the server does not see, or sees with another value. */
  readonly lost: readonly string[];
}

const standard: ReadonlySet<string> = new Set([...supporting, 'client_id', 'redirect_uri', 'response_type', 'request_uri', 'registration']);
/** Values without `&`, `?` and `=` of their own: what follows one of these belongs to another parameter. */
const plain: ReadonlySet<string> = new Set([
  ...['client_id', 'response_type', 'response_mode', 'scope', 'prompt', 'nonce', 'access_type', 'display', 'max_age', 'code_challenge'],
  ...['code_challenge_method', 'p', 'policy', 'tenant', 'realm', 'lang', 'ui_locales'],
]);

/** Characters of HTML entities, with the letters they stand for behind `&`. */
const entities: Readonly<Record<string, string>> = {
  // Every browser reads these without a semicolon (HTML, named character references).
  '¬': 'not',
  '®': 'reg',
  '©': 'copy',
  '§': 'sect',
  '¶': 'para',
  '¤': 'curren',
  '×': 'times',
  '÷': 'divide',
  µ: 'micro',
  // These only careless decoders do.
  '∾': 'ac',
  '≺': 'pr',
  '≻': 'sc',
  '∈': 'in',
  '∨': 'or',
  '⟨': 'lang',
};
const swallowed = new RegExp(`([${Object.keys(entities).join('')}])([a-z_]{0,30})=`);

/** Finds what is damaged. Nothing is said about values that may hold anything, such as state and redirect_uri. */
export function mangledIn(list: readonly Written[]): readonly Mangled[] {
  const found = list.flatMap((pair) => entityIn(pair) ?? spacedIn(pair) ?? gluedIn(pair) ?? swallowedIn(pair) ?? []);
  return [...found, ...quotedPrintableIn(list)];
}

/** The list as it was meant. The list itself when nothing is damaged. */
export function mended(list: readonly Written[]): readonly Written[] {
  const found = mangledIn(list);
  if (found.length === 0) return list;
  return list.flatMap((pair) => found.find((m) => m.in === pair)?.meant ?? [pair]);
}

function mangled(kind: Mangling, pair: Written, text: string): Mangled[] | null {
  const meant = readPairs(text);
  const lost = meant.map((p) => p.name).filter((name) => standard.has(name) && name !== pair.name);
  return lost.length > 0 ? [{ kind, in: pair, meant, lost }] : null;
}

function entityIn(pair: Written): Mangled[] | null {
  const match = /^(?:amp(?:;|%3B))+/i.exec(pair.text);
  return match ? mangled('entity', pair, pair.text.slice(match[0].length)) : null;
}

function spacedIn(pair: Written): Mangled[] | null {
  const name = pair.name.replace(/^[\s\u200b\u2060\ufeff]+|(?<![\s\u200b\u2060\ufeff])[\s\u200b\u2060\ufeff]+$/gu, '');
  return name !== pair.name && standard.has(name) ? [{ kind: 'spaced', in: pair, meant: [{ ...pair, name }], lost: [name] }] : null;
}

function gluedIn(pair: Written): Mangled[] | null {
  // `client_id%3Dapp%26scope%3Dopenid`: the pair has no `=` of its own.
  const named = /^([a-z_]+)=/.exec(pair.name)?.[1];
  if (named !== undefined && standard.has(named) && !pair.text.includes('=')) return mangled('glued', pair, decodePercent(pair.text));
  if (!plain.has(pair.name)) return null;
  const match = /([?&])(?:amp;)?([a-z_]+)=/.exec(pair.value);
  if (!match || !standard.has(match[2] ?? '') || pair.value.slice(0, match.index).includes('://')) return null;
  const text = `${pair.name}=${pair.value.slice(0, match.index)}&${pair.value.slice(match.index + 1)}`;
  return mangled(match[1] === '?' ? 'question-mark' : 'glued', pair, text);
}

function swallowedIn(pair: Written): Mangled[] | null {
  if (!/[^\x20-\x7e]|%[89a-f][0-9a-f]/i.test(pair.raw)) return null;
  // Only what is no ASCII is decoded here: a `=` that was encoded is part of the value.
  const raw = pair.raw.replace(/(?:%[89a-f][0-9a-f])+/gi, decodePercent);
  const match = swallowed.exec(raw);
  const letters = entities[match?.[1] ?? ''];
  if (!match || letters === undefined || !standard.has(letters + (match[2] ?? ''))) return null;
  return mangled(
    'swallowed',
    pair,
    `${pair.name}=${raw.slice(0, match.index)}&${letters}${raw.slice(match.index + (match[1] ?? '').length)}`,
  );
}

/** Mail writes `=` as `=3D`: copied from its source, every value begins with `3D`. */
function quotedPrintableIn(list: readonly Written[]): readonly Mangled[] {
  const valued = list.filter((p) => p.raw !== '' && standard.has(p.name));
  if (valued.length < 2 || !valued.every((p) => p.raw.startsWith('3D'))) return [];
  return valued.map((pair) => ({
    kind: 'quoted-printable' as const,
    in: pair,
    meant: readPairs(`${pair.name}=${pair.raw.slice(2)}`),
    lost: [pair.name],
  }));
}
