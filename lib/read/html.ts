/** What a page says to a person, from its source: scripts, styles and markup left out. Linear in the size of the text. */
export function visibleText(html: string): string {
  const without = dropElements(dropElements(html, 'script'), 'style');
  return decodeBasicEntities(without.replace(/<[^<>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Cuts `<name ...> ... </name>` out, without a regular expression that could look ahead for ever. */
function dropElements(html: string, name: string): string {
  // Only ASCII is lowered: other letters may grow, and every position behind them would shift.
  const lower = html.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  let result = '';
  let from = 0;
  for (;;) {
    const open = lower.indexOf(`<${name}`, from);
    if (open < 0) return result + html.slice(from);
    const close = lower.indexOf(`</${name}`, open);
    result += html.slice(from, open);
    if (close < 0) return result;
    from = close;
  }
}

function decodeBasicEntities(text: string): string {
  return text.replace(
    /&(amp|lt|gt|quot|#39|#x27|nbsp);/gi,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'", nbsp: ' ' })[name.toLowerCase()] ?? ' ',
  );
}

/** How far behind the word "error" its code may stand. */
const nearBy = 200;
/** Error pages are short; what is longer is an application. */
const longestPage = 200_000;

/** An OAuth error code that stands in quotes shortly after the word "error": in JSON, a script or an attribute of an error page. */
export function errorCodeIn(source: string, isKnown: (code: string) => boolean): string | null {
  if (source.length > longestPage) return null;
  for (const match of source.matchAll(/\berror\b/gi)) {
    for (const quoted of source
      .slice(match.index, match.index + nearBy)
      .matchAll(/["'=:]\s{0,3}["']?([a-z][a-z_]{3,40})(?=["'\s<,;.&)]|$)/g)) {
      if (quoted[1] && isKnown(quoted[1])) return quoted[1];
    }
  }
  return null;
}

/** A page of a few words may hold nothing but the code: "invalid_request_object". */
export function bareCodeIn(shown: string, isKnown: (code: string) => boolean): string | null {
  if (shown.length > longestBare) return null;
  return shown.match(/(?<![\w.-])[a-z]+(?:_[a-z]+)+(?![\w-])/g)?.find(isKnown) ?? null;
}

const longestBare = 500;
