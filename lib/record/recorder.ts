/**
 * Decides what is kept of all that the browser says. Navigations go through a small ring per tab; once a login
 * shows in a tab, what led to it and everything after it is written down at once, until the login has settled.
 * Nothing here waits for anything: what is not yet stored is lost with the worker, and only that.
 */
import { type BeginEvent, type CaptureEvent, keyOf, type WebRequestEvent } from '../model/event.ts';
import { gapBetween } from './asleep.ts';
import { CallbackPages } from './callback-pages.ts';
import { carriesAnswer, isDocument, leadsIntoFlow, mentionsOAuth, resourceMatters, speaksOAuth, startsFlow, watchedForMs } from './keep.ts';
import { isRequestEvent, Shelf, type ShelfHost } from './shelf.ts';
import { WaitingRoom } from './waiting-room.ts';
import { Watches } from './watches.ts';

export interface RecorderHost extends ShelfHost {
  /** A login runs in this tab: listen to everything there. */
  watchTab(tab: number): void;
  releaseTab(tab: number): void;
  /** A provider named this address as one of its endpoints. */
  knowsEndpoint(url: string): boolean;
  /** After the answer: long enough for token requests, landing page and a restart. */
  quietMs(): number;
}

/** Navigations remembered per tab while no login runs there. */
const ringSize = 20;
export class Recorder {
  readonly #host: RecorderHost;
  readonly #shelf: Shelf;
  readonly #rings = new Map<number, string[]>();
  readonly #watches: Watches;
  readonly #openers = new Map<number, number>();
  readonly #waiting = new WaitingRoom();
  readonly #callbackPages = new CallbackPages();
  /** Events that came before it was known what an earlier life had stored; null once that is known. */
  #early: CaptureEvent[] | null = [];

  constructor(host: RecorderHost) {
    this.#host = host;
    this.#shelf = new Shelf(host, (tab) => this.#watches.has(tab));
    this.#watches = new Watches({
      opened: (tab) => this.#opened(tab),
      released: (tab) => {
        this.#callbackPages.close(tab);
        host.releaseTab(tab);
      },
      quietMs: () => host.quietMs(),
      now: () => host.now(),
      later: (task, delayMs) => host.later(task, delayMs),
    });
  }

  /** A login runs somewhere. */
  get isBusy(): boolean {
    this.#watches.releaseSettled();
    return this.#watches.size > 0;
  }

  isWatched(tab: number): boolean {
    return this.#watches.has(tab);
  }

  /** The request is kept as part of a login. */
  isLogin(request: string): boolean {
    return this.#shelf.isLogin(request) ?? false;
  }

  /**
   * Takes up what an earlier life of the worker stored, then the events that came meanwhile, and returns those. A login
   * that was running gets a gap.
   */
  restore(stored: Iterable<CaptureEvent>): readonly CaptureEvent[] {
    const early = this.#early ?? [];
    this.#early = null;
    const own = new Set(early.map(keyOf));
    const events = [...stored].filter((event) => own.size === 0 || !own.has(keyOf(event)));
    for (const event of events) {
      if (event.kind === 'spawn') this.#openers.set(event.tab, event.opener);
      if (!isRequestEvent(event)) this.#shelf.adoptOther(event);
    }
    for (const event of events.filter(isRequestEvent).sort((a, b) => a.at - b.at)) {
      const opens = event.kind === 'begin' && isDocument(event);
      const login = opens ? this.#follow(event) : (this.#shelf.isLogin(event.request) ?? true);
      this.#shelf.adopt(event, login);
      if (opens && !login) this.#remember(event);
      this.#leads(event);
    }
    this.#watches.releaseSettled();
    if (this.#watches.size > 0) this.take(gapBetween(events, early, this.#host.now()));
    for (const event of early) this.take(event);
    const unwanted = early.filter((event) => !this.#keeps(event)).map(keyOf);
    if (unwanted.length > 0) void this.#host.remove(unwanted);
    return early;
  }

  #keeps(event: CaptureEvent): boolean {
    if (isRequestEvent(event)) return this.#shelf.has(event.request);
    if (event.kind === 'commit' || event.kind === 'page' || event.kind === 'stranded') return this.#watches.has(event.tab);
    return true;
  }

  take(event: CaptureEvent): void {
    if (this.#early) {
      // The worker may end before it knows whether this one matters.
      this.#early.push(event);
      void this.#host.write(new Map([[keyOf(event), event]]));
      return;
    }
    if (!isRequestEvent(event)) this.#takeOther(event);
    else if (event.kind === 'begin') this.#begin(event);
    else this.#more(event);
  }

  /** Forgets logins that have been over for so long. */
  forgetOver(keepMs: number): void {
    if (this.#early) return;
    this.#watches.releaseSettled();
    this.#shelf.forgetOver(keepMs, this.#host.quietMs());
  }

  /** The browser says that its shelf is full, whatever our own count is. */
  full(): void {
    this.#shelf.makeRoom(0.5);
  }

  /** Forgets everything, as the user asked. Running logins are watched on. */
  clear(): void {
    if (this.#early) this.#early = [];
    this.#shelf.clear();
    this.#rings.clear();
    this.#waiting.clear();
    this.#callbackPages.clear();
  }

  #takeOther(event: Exclude<CaptureEvent, WebRequestEvent>): void {
    switch (event.kind) {
      case 'spawn': {
        this.#openers.set(event.tab, event.opener);
        const until = this.#watches.until(event.opener);
        if (until !== null) this.#watches.open(event.tab, until);
        this.#shelf.put(event, true);
        return;
      }
      case 'close':
        // A sign-in page that was closed is the end of that login.
        if (this.#watches.has(event.tab)) this.#shelf.put(event, true);
        this.#watches.release(event.tab);
        this.#rings.delete(event.tab);
        this.#openers.delete(event.tab);
        return;
      case 'replace':
        this.#replace(event.tab, event.was);
        this.#shelf.put(event, true);
        return;
      case 'commit':
      case 'page':
      case 'stranded':
        if (this.#watches.has(event.tab)) this.#shelf.put(event, true);
        return;
      default:
        this.#shelf.put(event, true);
    }
  }

  /** The same tab under another number. */
  #replace(tab: number, was: number): void {
    const opener = this.#openers.get(was);
    if (opener !== undefined) this.#openers.set(tab, opener);
    const ring = this.#rings.get(was);
    if (ring) this.#rings.set(tab, ring);
    this.#rings.delete(was);
    const until = this.#watches.until(was);
    if (until === null) return;
    this.#watches.release(was);
    this.#watches.open(tab, until);
  }

  #begin(event: BeginEvent): void {
    const known = this.#shelf.has(event.request);
    if (isDocument(event)) {
      // Frames of other pages are everywhere; only those that speak the protocol, or belong to a login, are kept.
      if (event.type === 'sub_frame' && !known && !this.#watches.has(event.tab) && !mentionsOAuth(event)) return;
      const login = this.#follow(event);
      this.#shelf.put(event, login);
      if (!login) this.#remember(event);
    } else if (known || this.#callbackPages.isNews(event)) this.#shelf.put(event, true);
    else if (startsFlow(event) || resourceMatters([event]) || (event.method === 'POST' && this.#host.knowsEndpoint(event.url))) {
      this.#shelf.put(event, true);
      this.#watches.extend(event.tab, event.at);
    } else this.#waiting.hold(event);
  }

  #more(event: Exclude<WebRequestEvent, BeginEvent>): void {
    const kept = this.#waiting.next(event, (tab) => this.#watches.mayCall(tab));
    if (kept) {
      this.#shelf.putAll(kept);
      if (event.kind === 'receive') for (const one of kept) if (one.kind === 'begin') this.#watches.refused(one.tab);
      return;
    }
    this.#leads(event);
    const login = this.#shelf.isLogin(event.request);
    // Its beginning was lost with an earlier worker; where it leads to the protocol, the rest still counts.
    if (login !== null || (event.kind === 'redirect' && speaksOAuth(event.to))) this.#shelf.put(event, login ?? true);
  }

  /** Where a redirect leads may be out of sight: the tab is watched all the same, for what comes back. */
  #leads(event: CaptureEvent): void {
    const openForMs = event.kind === 'redirect' ? leadsIntoFlow(event.to) : null;
    const tab = event.kind === 'redirect' ? this.#shelf.tabOf(event.request) : null;
    if (openForMs !== null && tab !== null) this.#watches.open(tab, event.at + openForMs);
  }

  /** Opens or extends the watch on the tab a navigation belongs to. Returns whether it belongs to a login. */
  #follow(event: BeginEvent): boolean {
    const opener = this.#openers.get(event.tab);
    if (event.type === 'main_frame') this.#callbackPages.close(event.tab);
    const openForMs = watchedForMs(event);
    if (openForMs !== null) {
      this.#watches.open(event.tab, event.at + openForMs);
      if (opener !== undefined) this.#watches.open(opener, event.at + openForMs);
      return true;
    }
    if (carriesAnswer(event)) {
      // An answer nobody asked for is kept, but is no reason to look at the whole tab.
      this.#watches.settle(event.tab, event.at);
      if (opener !== undefined) this.#watches.settle(opener, event.at);
      if (event.type === 'main_frame' && this.#watches.has(event.tab)) this.#callbackPages.open(event);
      return true;
    }
    return (this.#watches.until(event.tab) ?? 0) > event.at;
  }

  /** What led to the login becomes part of it. */
  #opened(tab: number): void {
    for (const request of this.#rings.get(tab) ?? []) this.#shelf.markLogin(request);
    this.#rings.delete(tab);
    this.#shelf.flush();
    this.#host.watchTab(tab);
  }

  #remember(event: BeginEvent): void {
    const ring = this.#rings.get(event.tab) ?? [];
    if (!ring.includes(event.request)) ring.push(event.request);
    this.#rings.set(event.tab, ring);
    while (ring.length > ringSize) this.#shelf.forget(ring.shift() ?? '');
  }
}
