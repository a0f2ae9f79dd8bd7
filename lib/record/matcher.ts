/**
 * The developer tools know an answer and not the browser's number of its request: the request is found again by tab,
 * method, address, time, status and what was posted. Where two could be meant, neither is.
 */
import type { BeginEvent, CaptureEvent } from '../model/event.ts';
import type { Body } from '../model/exchange.ts';
import type { InspectedAnswer } from '../model/inspected.ts';

/** Requests remembered for this. */
const remembered = 400;
/** The developer tools take the time a little earlier (1 to 3 ms measured, Chromium 156); a busy computer may be slower. */
const skewMs = 500;
/** The nearer of two has to be nearer by this factor, beyond a few milliseconds. */
const muchNearer = 4;
const fewMs = 10;

interface Seen {
  readonly begin: BeginEvent;
  /** Null while it is not known. */
  status: number | null;
  taken: boolean;
}

const withoutFragment = (url: string) => url.split('#', 1)[0] ?? '';

export class Matcher {
  readonly #seen = new Map<string, Seen>();

  see(event: CaptureEvent): void {
    if (event.kind === 'begin') {
      // Firefox tells now and then of a beginning twice.
      const key = keyOf(event);
      if (event.tab < 0 || this.#seen.has(key)) return;
      this.#seen.set(key, { begin: event, status: null, taken: false });
      const [oldest] = this.#seen.keys();
      if (this.#seen.size > remembered && oldest !== undefined) this.#seen.delete(oldest);
    } else if (event.kind === 'receive' || event.kind === 'complete' || event.kind === 'redirect') {
      const known = this.#seen.get(keyOf(event));
      if (known) known.status = event.status;
    }
  }

  clear(): void {
    this.#seen.clear();
  }

  /** The beginning of the request that this answers. No request is given two answers. */
  match(answer: InspectedAnswer): BeginEvent | null {
    const found = [...this.#seen.values()]
      .filter((one) => !one.taken && couldBe(one, answer))
      .map((one) => ({ one, distance: Math.abs(one.begin.at - answer.startedAt) }))
      .sort((a, b) => a.distance - b.distance);
    const [nearest, next] = found;
    if (!nearest || (next && next.distance <= nearest.distance * muchNearer + fewMs)) return null;
    nearest.one.taken = true;
    return nearest.one.begin;
  }
}

const keyOf = ({ request, url }: { readonly request: string; readonly url: string }) => `${request} ${url}`;

function couldBe({ begin, status }: Seen, answer: InspectedAnswer): boolean {
  return (
    begin.tab === answer.tab &&
    begin.method === answer.method &&
    withoutFragment(begin.url) === withoutFragment(answer.url) &&
    Math.abs(begin.at - answer.startedAt) <= skewMs &&
    (status === null || answer.status === 0 || status === answer.status) &&
    !postsOther(begin.body, answer.posted)
  );
}

/** Only what both tell can differ. */
function postsOther(body: Body | null, posted: string | null): boolean {
  if (posted === null || !body) return false;
  if (body.kind === 'text') return body.bytes === body.text.length && body.text !== posted;
  if (body.kind !== 'form') return false;
  const fields = new URLSearchParams(posted);
  // Another encoding, or cut short.
  if (body.fields.some(({ name }) => !fields.has(name))) return false;
  return body.fields.some(({ name, value }) => !fields.getAll(name).includes(value));
}
