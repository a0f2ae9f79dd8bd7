/**
 * URLs as text in, structure out. The text stays the one home of the value: nothing here normalizes,
 * and `printUrl(readUrl(x)) === x` for every string, broken ones included.
 */

/** One `name=value` pair. `raw` is the value as written; `value` is decoded once with `+` as space. */
export interface Written {
  readonly name: string;
  readonly value: string;
  readonly raw: string;
  /** The pair exactly as written, separators excluded. */
  readonly text: string;
}

export interface ReadUrl {
  /** Everything before `?` and `#`. */
  readonly base: string;
  readonly query: readonly Written[] | null;
  readonly fragment: readonly Written[] | null;
}

const percentRun = /(?:%[0-9a-fA-F]{2})+/g;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Percent-decodes what decodes and leaves the rest as written; never throws. */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(percentRun, (run) => {
    const bytes = new Uint8Array(run.length / 3);
    for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(run.slice(i * 3 + 1, i * 3 + 3), 16);
    return decodePieces(run, bytes);
  });
}

/** Stretch by stretch: one broken byte does not keep the others from being read. */
function decodePieces(run: string, bytes: Uint8Array): string {
  let text = '';
  let from = 0;
  for (let i = 0; i < bytes.length; ) {
    const length = characterAt(bytes, i);
    if (length === 0) {
      text += utf8.decode(bytes.subarray(from, i)) + run.slice(i * 3, i * 3 + 3);
      from = i + 1;
    }
    i += length || 1;
  }
  return text + utf8.decode(bytes.subarray(from));
}

/** Bytes of the UTF-8 character that begins there, 0 when none does (RFC 3629 section 4). */
function characterAt(bytes: Uint8Array, i: number): number {
  const lead = bytes[i] ?? 0;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const second = bytes[i + 1] ?? 0;
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < lowest || second > highest) return 0;
  for (let k = 2; k < length; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

/** Decoding of application/x-www-form-urlencoded: `+` is a space. */
export function decodeForm(text: string): string {
  return decodePercent(text.includes('+') ? text.replaceAll('+', ' ') : text);
}

/** Reads `a=1&b=2`. Empty pairs (`a=1&&b=2`) are kept as pairs without a name so that printing loses nothing. */
export function readPairs(text: string): Written[] {
  return text.split('&').map((pair) => {
    const at = pair.indexOf('=');
    const name = at < 0 ? pair : pair.slice(0, at);
    const raw = at < 0 ? '' : pair.slice(at + 1);
    return { name: decodeForm(name), value: decodeForm(raw), raw, text: pair };
  });
}

export function readUrl(text: string): ReadUrl {
  const hash = text.indexOf('#');
  const fragment = hash < 0 ? null : text.slice(hash + 1);
  const rest = hash < 0 ? text : text.slice(0, hash);
  const mark = rest.indexOf('?');
  return {
    base: mark < 0 ? rest : rest.slice(0, mark),
    query: mark < 0 ? null : readPairs(rest.slice(mark + 1)),
    fragment: fragment === null ? null : readPairs(fragment),
  };
}

/** A fragment may hold a router path before its parameters: `#/callback?code=..` or `#!/code=..`. */
export function readFragmentPairs(url: string): Written[] {
  const hash = url.indexOf('#');
  if (hash < 0) return [];
  const text = url.slice(hash + 1).replace(/^[!/]*(?=[a-z_]+=)/, '');
  const mark = text.indexOf('?');
  return readPairs(mark >= 0 && !text.slice(0, mark).includes('=') ? text.slice(mark + 1) : text);
}

export function printUrl(url: ReadUrl): string {
  const query = url.query === null ? '' : `?${url.query.map((p) => p.text).join('&')}`;
  const fragment = url.fragment === null ? '' : `#${url.fragment.map((p) => p.text).join('&')}`;
  return url.base + query + fragment;
}

/** The parts of an absolute URL that decide who is talking to whom; null when it is not one. */
export interface Address {
  readonly scheme: string;
  /** Lower case, brackets of IPv6 kept. */
  readonly host: string;
  /** The port in effect, default ports filled in; null for schemes without one. */
  readonly port: number | null;
  /** `https://host[:port]`, default port left out. */
  readonly origin: string;
  readonly path: string;
}

const defaultPorts: ReadonlyMap<string, number> = new Map([
  ['http', 80],
  ['https', 443],
  ['ws', 80],
  ['wss', 443],
]);
const addressPattern = /^([a-zA-Z][a-zA-Z0-9+.-]*):\/\/(?:[^/?#@]*@)?(\[[0-9a-fA-F:.]+\]|[^/?#:[\]]*)(?::(\d*))?([^?#]*)/;

/** Browsers send `xn--`, whatever a setting or a page writes (WHATWG URL, domain to ASCII). */
function asciiHost(host: string): string {
  if (!/[^\x20-\x7e]/.test(host)) return host;
  try {
    return new URL(`https://${host}/`).hostname;
  } catch {
    return host;
  }
}

/** The same few addresses are asked about again and again. */
const read = new Map<string, Address | null>();
const mostRead = 5_000;
const longestRead = 2_000;

export function addressOf(text: string): Address | null {
  if (text.length > longestRead) return readAddress(text);
  const known = read.get(text);
  if (known !== undefined) return known;
  const address = readAddress(text);
  if (read.size >= mostRead) read.clear();
  read.set(text, address);
  return address;
}

function readAddress(text: string): Address | null {
  const match = addressPattern.exec(text);
  if (!match) return null;
  const scheme = (match[1] ?? '').toLowerCase();
  const host = asciiHost((match[2] ?? '').toLowerCase());
  const fallback = defaultPorts.get(scheme) ?? null;
  const port = match[3] ? Number(match[3]) : fallback;
  const shown = port === null || port === fallback ? '' : `:${port}`;
  return { scheme, host, port, origin: `${scheme}://${host}${shown}`, path: match[4] ?? '' };
}

/** Host of an address for a sentence, without its port; empty where it is none. */
export function hostOf(url: string): string {
  return addressOf(url)?.host ?? '';
}

/** Origin of an absolute http(s) URL, else null. */
export function originOf(text: string): string | null {
  const address = addressOf(text);
  return address && (address.scheme === 'http' || address.scheme === 'https') && address.host ? address.origin : null;
}

/** Resolves a Location value the way a browser does; null when it can not be resolved. */
export function resolveLocation(location: string, base: string): string | null {
  try {
    const to = new URL(location, base);
    // RFC 9110 section 10.2.2: the fragment is inherited unless Location has its own.
    if (!to.hash && !location.includes('#') && base.includes('#')) to.hash = base.slice(base.indexOf('#'));
    return to.href;
  } catch {
    return null;
  }
}

export function withoutFragment(text: string): string {
  const hash = text.indexOf('#');
  return hash < 0 ? text : text.slice(0, hash);
}
