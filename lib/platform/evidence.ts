/** What the browser knows beyond its events: the cookie jar around a request, and the words of an error page. */
import type { CaptureEvent, CompleteEvent, ReceiveEvent, SendEvent } from '../model/event.ts';
import { cookieNamesSet } from '../read/cookie-names.ts';
import { readHeld, readKept } from './jar.ts';
import { readPageText } from './page-text.ts';

interface Origin {
  readonly document: boolean;
  readonly frame: boolean;
  readonly tab: number;
  readonly frameId: number;
  readonly container: string | null;
}

/** Requests remembered for this; older ones have ended. */
const remembered = 500;
/** The jar takes in cookies a moment after the answer (measured: read half a second later). */
const jarSettlesMs = 500;
/** The page needs a moment before it says something. */
const pageShowsMs = 250;

export interface EvidenceHost {
  readonly sink: (event: CaptureEvent) => void;
  readonly isWatched: (tab: number) => boolean;
  readonly mayReadCookies: () => boolean;
  /** The cookie store of a tab, null for the browser's own choice. */
  readonly storeOf: (tab: number, container: string | null) => string | null;
}

export class EvidenceGatherer {
  readonly #host: EvidenceHost;
  readonly #origins = new Map<string, Origin>();

  constructor(host: EvidenceHost) {
    this.#host = host;
  }

  see(event: CaptureEvent): void {
    switch (event.kind) {
      case 'begin': {
        this.#origins.delete(event.request);
        this.#origins.set(event.request, {
          document: event.type === 'main_frame' || event.type === 'sub_frame',
          frame: event.type === 'sub_frame',
          tab: event.tab,
          frameId: event.frame,
          container: this.#host.storeOf(event.tab, event.container),
        });
        const [oldest] = this.#origins.keys();
        if (this.#origins.size > remembered && oldest !== undefined) this.#origins.delete(oldest);
        return;
      }
      case 'send':
        this.#held(event);
        return;
      case 'receive':
        this.#kept(event);
        return;
      case 'complete':
        this.#page(event);
    }
  }

  /** In frames only: there the browser withholds cookies that it has. */
  #held(event: SendEvent): void {
    const origin = this.#origins.get(event.request);
    if (!origin?.frame || !this.#host.mayReadCookies() || !this.#host.isWatched(origin.tab)) return;
    const sent = event.headers.find((h) => h.name.toLowerCase() === 'cookie')?.value ?? '';
    void readHeld(event.url, origin.container, sent).then((cookies) =>
      this.#host.sink({ kind: 'held', request: event.request, at: event.at, url: event.url, cookies }),
    );
  }

  #kept(event: ReceiveEvent): void {
    const origin = this.#origins.get(event.request);
    if (!origin?.document || !this.#host.mayReadCookies()) return;
    const names = cookieNamesSet(event.headers);
    if (names.length === 0) return;
    setTimeout(() => {
      if (!this.#host.isWatched(origin.tab)) return;
      void readKept(event.url, origin.container, names).then((cookies) =>
        this.#host.sink({ kind: 'kept', request: event.request, at: event.at, url: event.url, cookies }),
      );
    }, jarSettlesMs);
  }

  #page(event: CompleteEvent): void {
    const origin = this.#origins.get(event.request);
    if (!origin?.document || event.status < 400 || !this.#host.isWatched(origin.tab)) return;
    setTimeout(() => {
      void readPageText(origin.tab, origin.frameId, new URL(event.url).origin).then((text) => {
        if (text !== null) this.#host.sink({ kind: 'page', at: event.at, tab: origin.tab, frame: origin.frameId, url: event.url, text });
      });
    }, pageShowsMs);
  }
}
