/** What a check puts into the places of its messages is English, too: `{why}` is a sentence, `{age}` is `3 min`. */

/**
 * By the English; `{x}` stands for what differs, which is looked up in turn: `{ '{n} hours': '{n} Stunden' }`. The first that fits counts;
 * what is not here stays as it is.
 */
export type Said = Readonly<Record<string, string>>;

/** In characters; what checks say themselves is shorter, and what a hostile page says is not tried against every pattern. */
const longest = 600;

/** `tag` (BCP 47) says how numbers inside are written. */
export function saidAs(said: Said, value: string, tag: string): string {
  if (Object.hasOwn(said, value)) return said[value] ?? value;
  for (const [english, words] of Object.entries(said)) {
    const parts = english.includes('{') && value.length <= longest ? fitting(english, value) : null;
    if (parts)
      return words.replace(/\{([a-z]+)\}/g, (whole, name: string) => within(parts[name] === value ? {} : said, parts[name] ?? whole, tag));
  }
  return value;
}

/** Numbers stand in them as English writes them: `4.5`, `16,384`. */
function within(said: Said, value: string, tag: string): string {
  if (!/^\d+(?:,\d{3})*(?:\.\d+)?$/.test(value)) return saidAs(said, value, tag);
  const digits = /\.(\d+)$/.exec(value)?.[1]?.length ?? 0;
  return Number(value.replaceAll(',', '')).toLocaleString(tag, { minimumFractionDigits: digits, useGrouping: value.includes(',') });
}

/** A view asks for the same sentences at every turn. */
const expressions = new Map<string, RegExp>();

function fitting(english: string, value: string): Readonly<Record<string, string>> | null {
  const known = expressions.get(english) ?? expressionOf(english);
  expressions.set(english, known);
  return known.exec(value)?.groups ?? null;
}

function expressionOf(english: string): RegExp {
  const source = english
    .split(/(\{[a-z]+\})/)
    .map((part) => (/^\{[a-z]+\}$/.test(part) ? `(?<${part.slice(1, -1)}>[^]+?)` : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    .join('');
  return new RegExp(`^${source}$`);
}
