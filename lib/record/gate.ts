/**
 * Nothing gets in from a page that the user gave no access to. The browser tells of navigations everywhere, whatever was
 * granted; and of requests in a tab whose page was opened to us by a click on our button (activeTab). Both end here.
 */
import type { Access } from '../model/access.ts';
import type { BeginEvent, CaptureEvent, RedirectEvent } from '../model/event.ts';
import { covers, isEverywhere, isNowhere, uncoveredHost } from '../read/access.ts';
import { addressesIn, carriesAnswer, speaksOAuth, startsFlow } from './keep.ts';

export interface GateHost {
  take(event: CaptureEvent): void;
  /** The request is part of a login that is written down. */
  isLogin(request: string): boolean;
}

/** Hosts named as out of sight; more than that is no help to anybody. */
const mostHosts = 40;

export class Gate {
  readonly #host: GateHost;
  /** Null: not known (yet, or any more). Until it is, events wait. */
  #access: Access | null = null;
  #waiting: CaptureEvent[] = [];
  /** Hosts that were said to be out of sight. */
  readonly #named = new Set<string>();

  constructor(host: GateHost) {
    this.#host = host;
  }

  take(event: CaptureEvent): void {
    if (!this.#access) this.#waiting.push(event);
    else this.#pass(event, this.#access);
  }

  /** The access has changed, and nobody knows how. */
  doubt(): void {
    this.#access = null;
  }

  know(access: Access): void {
    this.#access = access;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const event of waiting) this.#pass(event, access);
  }

  /** What was named belongs to what was forgotten. */
  clear(): void {
    this.#named.clear();
  }

  #pass(event: CaptureEvent, access: Access): void {
    if (event.kind !== 'settings' && isNowhere(access)) return;
    if ('url' in event && !covers(access, event.url)) return;
    this.#host.take(event.kind === 'begin' ? withoutStrangers(event, access) : event);
    if (event.kind !== 'begin' && event.kind !== 'redirect') return;
    for (const host of this.#outOfSight(event, access)) {
      if (this.#named.has(host) || this.#named.size >= mostHosts) continue;
      this.#named.add(host);
      this.#host.take({ kind: 'gap', at: event.at, why: 'not-granted', host });
    }
  }

  /** Hosts that play a part in a login and are not covered. Empty text: not known which, if any. */
  #outOfSight(event: BeginEvent | RedirectEvent, access: Access): readonly string[] {
    if (isEverywhere(access)) return [];
    if (event.kind === 'redirect') {
      const host = speaksOAuth(event.to) || this.#host.isLogin(event.request) ? uncoveredHost(access, event.to) : null;
      return host === null ? [] : [host];
    }
    const [starts, answers] = [startsFlow(event), carriesAnswer(event)];
    if (!starts && !answers) return [];
    // Where the answer will go, and where it came from. A token endpoint that nothing names may be anywhere.
    const named = [...(starts ? addressesIn(event) : []), ...(answers && event.initiator !== null ? [event.initiator] : [])];
    return ['', ...named.flatMap((url) => uncoveredHost(access, url) ?? [])];
  }
}

/** Firefox names the whole page that caused a request, with all that stands in its address. */
function withoutStrangers(event: BeginEvent, access: Access): BeginEvent {
  if (event.initiator === null || uncoveredHost(access, event.initiator) === null) return event;
  return { ...event, initiator: /^https?:\/\/[^/?#]*/i.exec(event.initiator)?.[0] ?? null };
}
