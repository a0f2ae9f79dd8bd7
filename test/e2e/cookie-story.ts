/** Our story of a login's cookies against the browser's own words (Chromium) and against what the servers received (both). */
import { analyze } from '../../lib/analyze.ts';
import type { CaptureEvent } from '../../lib/model/event.ts';
import type { Exchange, ExchangeId } from '../../lib/model/exchange.ts';
import { fromWebRequest } from '../../lib/normalize/from-web-request.ts';
import { addressOf, withoutFragment } from '../../lib/read/url.ts';
import type { CookieNote } from '../drivers/cookie-notes.ts';
import type { Lab } from '../lab/model.ts';

export interface Compared {
  /** Every difference in a sentence; none when the stories are the same. */
  readonly problems: readonly string[];
  readonly cookies: number;
}

/** `notes` is null where the browser tells nobody. */
export function compareCookies(events: readonly CaptureEvent[], notes: readonly CookieNote[] | null, lab: Lab): Compared {
  const taken = fromWebRequest([...events], { live: true, asOf: Date.now() });
  const byId = new Map(taken.exchanges.map((e) => [e.id, e]));
  const problems: string[] = [];
  let compared = 0;
  for (const { cookies } of analyze(taken).flows) {
    if (cookies.kind !== 'told') continue;
    for (const line of cookies.lines) {
      compared++;
      const setBy = byId.get(line.setBy);
      const refused = line.taken === 'refused' || line.taken === 'not-stored';
      const due = line.due === null ? undefined : byId.get(line.due);
      if (notes && setBy && said(notes, setBy, 'set', line.name) !== refused && !(refused && due && !isKnown(notes, due, line.name)))
        problems.push(`${line.name}: we say ${line.taken}, the browser ${refused ? 'took' : 'refused'} it at ${line.setBy}`);
      if (!due) continue;
      const sent = line.fate === 'sent' || line.fate === 'other-value';
      const received = receivedBy(lab, due);
      if (received !== null && received.includes(line.name) !== sent)
        problems.push(`${line.name}: we say ${line.fate}, the server received ${received.join(', ') || 'none'} at ${line.due}`);
      // What a rule keeps back although it is stored, the browser names itself.
      if (notes && sent && said(notes, due, 'sent', line.name))
        problems.push(`${line.name}: we say sent, the browser left it out at ${line.due}`);
    }
    if (notes) problems.push(...untold(notes, cookies.lines, byId));
  }
  return { problems, cookies: compared };
}

interface Told {
  readonly name: string;
  readonly setBy: ExchangeId;
  readonly due: ExchangeId | null;
  readonly fate: string;
  readonly taken: string;
}

/** Cookies of this login that the browser refused or withheld, and of which our story says nothing of the kind. */
function untold(notes: readonly CookieNote[], lines: readonly Told[], byId: ReadonlyMap<ExchangeId, Exchange>): string[] {
  const names = new Set(lines.map((line) => line.name));
  return notes.flatMap((note) => {
    if (note.blocked.length === 0 || !names.has(note.name)) return [];
    const here = lines.filter((line) => {
      const exchange = byId.get((note.what === 'set' ? line.setBy : line.due) ?? 'x.0');
      return line.name === note.name && exchange !== undefined && withoutFragment(exchange.request.url) === note.url;
    });
    const told = here.some((line) =>
      note.what === 'set' ? line.taken === 'refused' || line.taken === 'not-stored' : line.fate === 'missing',
    );
    return here.length === 0 || told ? [] : [`${note.name}: the browser says ${note.blocked.join(', ')} (${note.what}), and we do not`];
  });
}

function said(notes: readonly CookieNote[], { request }: Exchange, what: CookieNote['what'], name: string): boolean {
  return notes.some((n) => n.what === what && n.name === name && n.blocked.length > 0 && n.url === withoutFragment(request.url));
}

/** Chromium is silent about some refusals (`Partitioned` without Secure); a cookie it took is among those it weighs for the next request. */
function isKnown(notes: readonly CookieNote[], { request }: Exchange, name: string): boolean {
  return notes.some((n) => n.what === 'sent' && n.name === name && n.url === withoutFragment(request.url));
}

/** Names of the cookies that came with the request; null when the lab did not see it. */
function receivedBy(lab: Lab, { request }: Exchange): readonly string[] | null {
  const address = addressOf(request.url);
  if (!address) return null;
  const target = withoutFragment(request.url).slice(address.origin.length) || '/';
  return lab.seen.at(address.host).findLast((seen) => seen.target === target && seen.method === request.method)?.cookies ?? null;
}
