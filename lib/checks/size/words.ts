/** Limits in words. */
import type { Quantity, ServerLimits } from '../../field/limits/model.ts';
import type { Candidate, OverLimit } from '../../observe/limits.ts';

const number = (value: number): string => value.toLocaleString('en-US', { useGrouping: value >= 10_000 });

const things: Readonly<Record<Quantity | 'countWithCookies', string>> = {
  line: '{n} bytes of request line',
  url: '{n} bytes of path and query',
  query: '{n} bytes of query',
  segment: '{n} bytes for one step of the path',
  header: '{n} bytes for one header',
  encodedField: '{n} bytes for one compressed header',
  total: '{n} bytes of headers',
  lineAndHeaders: '{n} bytes of address and headers together',
  count: '{n} headers',
  countWithCookies: '{n} headers and cookies together',
  cookies: '{n} cookies',
};

export function limitInWords({ quantity, limit, what }: OverLimit): string {
  // A count of headers that cookies pass is one that counts each of them.
  return things[quantity === 'count' && what === 'cookies' ? 'countWithCookies' : quantity].replace('{n}', number(limit));
}

const spoken = { h1: 'HTTP/1.1', h2: 'HTTP/2' } as const;

/**
 * What this server takes and this request has, by protocol where it tells them apart. Unsettled: over its defaults in one
 * protocol only, and which of the two was spoken is not known; then both verdicts are given.
 */
export function serverInWords(server: ServerLimits, overs: readonly OverLimit[], unsettled = false): string {
  const differs = server.h2 !== undefined && server.h2 !== null;
  const said = overs.map(
    (over, i) =>
      `${i === 0 ? server.name : 'It'} takes ${limitInWords(over)} by default${differs ? ` over ${spoken[over.over]}` : ''}; this request has ${number(over.bytes)}.`,
  );
  const shown = differs ? said : said.slice(0, 1);
  const [first] = overs;
  if (differs && unsettled && first)
    shown.push(
      `Over ${spoken[first.over === 'h1' ? 'h2' : 'h1']} it would be within the defaults, and this capture does not tell which was spoken.`,
    );
  return shown.join(' ');
}

/** The servers that come to mind, most widely used first. */
const familiar = ['node', 'nginx', 'apache', 'haproxy', 'tomcat', 'kestrel', 'jetty', 'gunicorn', 'uwsgi', 'keycloak', 'go'];
const most = 3;

export function candidatesInWords(candidates: readonly Candidate[], answer: string): string {
  const place = ({ server }: Candidate) => (familiar.indexOf(server.id) + familiar.length + 1) % (familiar.length + 1);
  const named = [...candidates]
    .sort((a, b) => place(a) - place(b))
    .slice(0, most)
    .map(({ server, over }) => {
      const differs = server.h2 !== undefined && server.h2 !== null;
      return `${server.name}${differs ? ` over ${spoken[over.over]}` : ''} (${limitInWords(over)})`;
    });
  const last = named.pop();
  if (last === undefined) return '';
  const list = named.length > 0 ? `${named.join(', ')} or ${last}` : last;
  return `Defaults that this request passes and that are answered ${answer}: ${list}.`;
}

/** What can be done about the limit, as a further sentence of advice. */
export function remedyInWords({ name, remedy }: ServerLimits): string {
  return remedy === null ? ` The limits of ${name} can not be raised.` : ` Or raise the limit (${name}: ${remedy}).`;
}
