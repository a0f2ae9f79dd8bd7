/**
 * Decides what is kept of all that the browser says. Navigations go through a small ring per tab; once a login
 * shows in a tab, what led to it and everything after it is written down at once, until the login has settled.
 * Nothing here waits for anything: what is not yet stored is lost with the worker, and only that.
 */
import { type BeginEvent, type CaptureEvent, keyOf, type WebRequestEvent } from '../model/event.ts';
import { CallbackPages } from './callback-pages.ts';
import { carriesAnswer, isDocument, mentionsOAuth, resourceMatters, speaksOAuth, startsFlow, watchedForMs } from './keep.ts';
import { isRequestEvent, Shelf, type ShelfHost } from './shelf.ts';
import { WaitingRoom } from './waiting-room.ts';

export interface RecorderHost extends ShelfHost {
  /** A login runs in this tab: listen to everything there. */
  watchTab(tab: number): void;
  releaseTab(tab: number): void;
}

/** Navigations remembered per tab while no login runs there. */
const ringSize = 20;
/** After the answer: long enough for token requests, landing page and a restart. */
const settleMs = 30_000;
/** Calls with a token kept per login and after each refusal: what an API takes tells what its refusals mean. */
const mostCalls = 10;

interface Watched {
  /** Epoch milliseconds. */
  until: number;
  answered: boolean;
  /** Calls with a token that may still be kept. */
  calls: number;
}

export class Recorder {
  readonly #host: RecorderHost;
  readonly #shelf: Shelf;
  readonly #rings = new Map<number, string[]>();
  readonly #watched = new Map<number, Watched>();
  readonly #openers = new Map<number, number>();
  readonly #waiting = new WaitingRoom();
  readonly #callbackPages = new CallbackPages();
  #lookPlanned = false;
  /** Events that came before it was known what an earlier life had stored; null once that is known. */
  #early: CaptureEvent[] | null = [];

  constructor(host: RecorderHost) {
    this.#host = host;
    this.#shelf = new Shelf(host, (tab) => this.#watched.has(tab));
  }

  /** A login runs somewhere. */
  get isBusy(): boolean {
    this.#releaseSettled();
    return this.#watched.size > 0;
  }

  isWatched(tab: number): boolean {
    return this.#watched.has(tab);
  }

  /**
   * Takes up what an earlier life of the worker stored, then the events that came meanwhile, and returns those. A login
   * that was running gets the gap `worker-restarted`.
   */
  restore(stored: Iterable<CaptureEvent>): readonly CaptureEvent[] {
    const early = this.#early ?? [];
    this.#early = null;
    const own = new Set(early.map(keyOf));
    const events = [...stored].filter((event) => !own.has(keyOf(event)));
    for (const event of events) if (event.kind === 'spawn') this.#openers.set(event.tab, event.opener);
    for (const event of events.filter(isRequestEvent).sort((a, b) => a.at - b.at)) {
      const opens = event.kind === 'begin' && isDocument(event);
      const login = opens ? this.#follow(event) : (this.#shelf.isLogin(event.request) ?? true);
      this.#shelf.adopt(event, login);
      if (opens && !login) this.#remember(event);
    }
    this.#releaseSettled();
    // Between the last life and this one, only navigations were heard.
    if (this.#watched.size > 0) this.take({ kind: 'gap', at: this.#host.now(), why: 'worker-restarted' });
    for (const event of early) this.take(event);
    const unwanted = early.filter((event) => !this.#keeps(event)).map(keyOf);
    if (unwanted.length > 0) void this.#host.remove(unwanted);
    return early;
  }

  #keeps(event: CaptureEvent): boolean {
    if (isRequestEvent(event)) return this.#shelf.has(event.request);
    if (event.kind === 'commit' || event.kind === 'page' || event.kind === 'stranded') return this.#watched.has(event.tab);
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
        const opener = this.#watched.get(event.opener);
        if (opener) this.#watch(event.tab, opener.until);
        this.#shelf.put(event, true);
        return;
      }
      case 'close':
        // A sign-in page that was closed is the end of that login.
        if (this.#watched.has(event.tab)) this.#shelf.put(event, true);
        this.#release(event.tab);
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
        if (this.#watched.has(event.tab)) this.#shelf.put(event, true);
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
    const watch = this.#watched.get(was);
    if (!watch) return;
    this.#release(was);
    this.#watch(tab, watch.until);
  }

  #begin(event: BeginEvent): void {
    const known = this.#shelf.has(event.request);
    if (isDocument(event)) {
      // Frames of other pages are everywhere; only those that speak the protocol, or belong to a login, are kept.
      if (event.type === 'sub_frame' && !known && !this.#watched.has(event.tab) && !mentionsOAuth(event)) return;
      const login = this.#follow(event);
      this.#shelf.put(event, login);
      if (!login) this.#remember(event);
    } else if (known || this.#callbackPages.isNews(event)) this.#shelf.put(event, true);
    else if (startsFlow(event) || resourceMatters([event])) {
      this.#shelf.put(event, true);
      this.#extend(event);
    } else this.#waiting.hold(event);
  }

  #more(event: Exclude<WebRequestEvent, BeginEvent>): void {
    const kept = this.#waiting.next(event, (tab) => this.#mayCall(tab));
    for (const one of kept ?? []) {
      this.#shelf.put(one, true);
      // What an API takes after a refusal tells what it refused.
      const watch = event.kind === 'receive' && one.kind === 'begin' ? this.#watched.get(one.tab) : undefined;
      if (watch) watch.calls = mostCalls;
    }
    if (kept) return;
    const login = this.#shelf.isLogin(event.request);
    // Its beginning was lost with an earlier worker; where it leads to the protocol, the rest still counts.
    if (login !== null || (event.kind === 'redirect' && speaksOAuth(event.to))) this.#shelf.put(event, login ?? true);
  }

  #mayCall(tab: number): boolean {
    const watch = this.#watched.get(tab);
    return watch !== undefined && watch.calls-- > 0;
  }

  /** Opens or extends the watch on the tab a navigation belongs to. Returns whether it belongs to a login. */
  #follow(event: BeginEvent): boolean {
    const opener = this.#openers.get(event.tab);
    if (event.type === 'main_frame') this.#callbackPages.close(event.tab);
    const openForMs = watchedForMs(event);
    if (openForMs !== null) {
      this.#watch(event.tab, event.at + openForMs);
      if (opener !== undefined) this.#watch(opener, event.at + openForMs);
      return true;
    }
    if (carriesAnswer(event)) {
      // An answer nobody asked for is kept, but is no reason to look at the whole tab.
      this.#settle(event.tab, event.at + settleMs);
      if (opener !== undefined) this.#settle(opener, event.at + settleMs);
      if (event.type === 'main_frame' && this.#watched.has(event.tab)) this.#callbackPages.open(event);
      return true;
    }
    return (this.#watched.get(event.tab)?.until ?? 0) > event.at;
  }

  #watch(tab: number, until: number): void {
    const watch = this.#watched.get(tab);
    if (watch) {
      watch.until = Math.max(watch.until, until);
      watch.answered = false;
      watch.calls = mostCalls;
      return;
    }
    this.#watched.set(tab, { until, answered: false, calls: mostCalls });
    // What led to the login becomes part of it.
    for (const request of this.#rings.get(tab) ?? []) this.#shelf.markLogin(request);
    this.#rings.delete(tab);
    this.#shelf.flush();
    this.#host.watchTab(tab);
    this.#lookAgain();
  }

  /** The answer is there: the watch ends soon, unless another request begins. */
  #settle(tab: number, until: number): void {
    const watch = this.#watched.get(tab);
    if (!watch) return;
    watch.until = until;
    watch.answered = true;
    this.#lookAgain();
  }

  /** A login's own call keeps its tab's watch open. */
  #extend(event: BeginEvent): void {
    const watch = this.#watched.get(event.tab);
    if (watch?.answered) watch.until = Math.max(watch.until, event.at + settleMs);
    else if (!watch && event.tab >= 0) this.#watch(event.tab, event.at + settleMs);
  }

  #lookAgain(): void {
    if (this.#lookPlanned) return;
    this.#lookPlanned = true;
    this.#host.later(() => {
      this.#lookPlanned = false;
      this.#releaseSettled();
    }, settleMs);
  }

  #releaseSettled(): void {
    const now = this.#host.now();
    for (const [tab, watch] of this.#watched) if (watch.until <= now) this.#release(tab);
    if (this.#watched.size > 0) this.#lookAgain();
  }

  #release(tab: number): void {
    this.#callbackPages.close(tab);
    if (this.#watched.delete(tab)) this.#host.releaseTab(tab);
  }

  #remember(event: BeginEvent): void {
    const ring = this.#rings.get(event.tab) ?? [];
    if (!ring.includes(event.request)) ring.push(event.request);
    this.#rings.set(event.tab, ring);
    while (ring.length > ringSize) this.#shelf.forget(ring.shift() ?? '');
  }
}
