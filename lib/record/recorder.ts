/**
 * Decides what is kept of all that the browser says. Navigations go through a small ring per tab; once a login
 * shows in a tab, what led to it and everything after it is written down at once, until the login has settled.
 * Nothing here waits for anything: what is not yet stored is lost with the worker, and only that.
 */
import { type BeginEvent, type CaptureEvent, keyOf, type WebRequestEvent } from '../model/event.ts';
import { carriesAnswer, isDocument, mentionsOAuth, resourceMatters, startsFlow } from './keep.ts';

export interface RecorderHost {
  /** Keeps events under their keys; the promise settles when the browser has acknowledged them. */
  write(entries: ReadonlyMap<string, CaptureEvent>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  /** A login runs in this tab: listen to everything there. */
  watchTab(tab: number): void;
  releaseTab(tab: number): void;
  /** Epoch milliseconds. */
  now(): number;
  /** Calls back once, after the given time. */
  later(task: () => void, delayMs: number): void;
}

/** Navigations remembered per tab while no login runs there. */
const ringSize = 20;
/** After the answer: long enough for token requests, landing page and a restart. */
const settleMs = 30_000;
/** A sign-in page may stay open for long. */
const openForMs = 3_600_000;
/** How long a navigation of no interest waits to be written. */
const batchMs = 100;
/** storage.session holds 10 MB in both browsers (measured); half a megabyte is left for settings. */
export const capBytes = 8_500_000;
/** Unfinished page resources held in memory until it is known whether they matter. */
const mostPending = 2_000;

interface Kept {
  readonly tab: number;
  /** Epoch milliseconds of its first event. */
  readonly at: number;
  readonly keys: Set<string>;
  bytes: number;
  /** Part of a login: never dropped while one runs in its tab. */
  kept: boolean;
}

interface Watched {
  /** Epoch milliseconds. */
  until: number;
  answered: boolean;
}

export class Recorder {
  readonly #host: RecorderHost;
  readonly #requests = new Map<string, Kept>();
  readonly #rings = new Map<number, string[]>();
  readonly #watched = new Map<number, Watched>();
  readonly #openers = new Map<number, number>();
  readonly #pendingResources = new Map<string, CaptureEvent[]>();
  #batch = new Map<string, CaptureEvent>();
  #flushPlanned = false;
  #bytes = 0;
  #evicted = false;

  constructor(host: RecorderHost) {
    this.#host = host;
  }

  isWatched(tab: number): boolean {
    return this.#watched.has(tab);
  }

  /** Takes up what an earlier life of the worker stored. Returns whether a login is still running. */
  restore(stored: Iterable<CaptureEvent>): boolean {
    const events = [...stored];
    for (const event of events) if (event.kind === 'spawn') this.#openers.set(event.tab, event.opener);
    for (const event of events.filter(isRequestEvent).sort((a, b) => a.at - b.at)) {
      const opens = event.kind === 'begin' && isDocument(event);
      const active = opens ? this.#follow(event) : (this.#requests.get(event.request)?.kept ?? true);
      this.#index(event, keyOf(event), active);
      if (opens && !active) this.#remember(event);
    }
    this.#expire();
    return this.#watched.size > 0;
  }

  take(event: CaptureEvent): void {
    if (!isRequestEvent(event)) this.#takeOther(event);
    else if (event.kind === 'begin') this.#begin(event);
    else this.#more(event);
  }

  #takeOther(event: Exclude<CaptureEvent, WebRequestEvent>): void {
    switch (event.kind) {
      case 'spawn':
        this.#openers.set(event.tab, event.opener);
        if (this.#watched.has(event.opener)) this.#watch(event.tab, this.#watched.get(event.opener)?.until ?? 0);
        this.#write(event, true);
        return;
      case 'close':
        this.#release(event.tab);
        this.#rings.delete(event.tab);
        return;
      case 'commit':
      case 'page':
        if (this.#watched.has(event.tab)) this.#write(event, true);
        return;
      default:
        this.#write(event, true);
    }
  }

  #begin(event: BeginEvent): void {
    const known = this.#requests.get(event.request);
    if (isDocument(event)) {
      // Frames of other pages are everywhere; only those that speak the protocol, or belong to a login, are kept.
      if (event.type === 'sub_frame' && !known && !this.#watched.has(event.tab) && !mentionsOAuth(event)) return;
      const active = this.#follow(event);
      this.#write(event, active);
      if (!active) this.#remember(event);
      return;
    }
    if (known) {
      this.#write(event, true);
      return;
    }
    if (startsFlow(event) || resourceMatters([event])) {
      this.#write(event, true);
      this.#extend(event);
      return;
    }
    if (this.#pendingResources.size >= mostPending) this.#pendingResources.delete(this.#pendingResources.keys().next().value ?? '');
    this.#pendingResources.set(event.request, [event]);
  }

  #more(event: Exclude<WebRequestEvent, BeginEvent>): void {
    const pending = this.#pendingResources.get(event.request);
    if (pending) {
      pending.push(event);
      if (resourceMatters(pending)) {
        this.#pendingResources.delete(event.request);
        for (const earlier of pending) this.#write(earlier, true);
      } else if (event.kind === 'complete' || event.kind === 'fail') this.#pendingResources.delete(event.request);
      return;
    }
    const known = this.#requests.get(event.request);
    if (known) this.#write(event, known.kept);
    // Its beginning was lost with an earlier worker: in a login's tab the rest still counts.
    else if (event.kind === 'redirect' && mentionsOAuth({ ...blank, url: event.to })) this.#write(event, true);
  }

  /** Opens or extends the watch on the tab a navigation belongs to. Returns whether a login runs there. */
  #follow(event: BeginEvent): boolean {
    if (startsFlow(event)) {
      this.#watch(event.tab, event.at + openForMs);
      const opener = this.#openers.get(event.tab);
      if (opener !== undefined) this.#watch(opener, event.at + openForMs);
      return true;
    }
    const watch = this.#watched.get(event.tab);
    if (carriesAnswer(event)) {
      // An answer nobody asked for is kept, but is no reason to look at the whole tab.
      this.#settle(event.tab, event.at + settleMs);
      const opener = this.#openers.get(event.tab);
      if (opener !== undefined) this.#settle(opener, event.at + settleMs);
      return true;
    }
    return watch !== undefined && watch.until > event.at;
  }

  #watch(tab: number, until: number): void {
    const watch = this.#watched.get(tab);
    if (watch) {
      watch.until = until;
      watch.answered = false;
      return;
    }
    this.#watched.set(tab, { until, answered: false });
    this.#keepRing(tab);
    this.#host.watchTab(tab);
    this.#host.later(() => this.#expire(), settleMs);
  }

  /** The answer is there: the watch ends soon, unless another request begins. */
  #settle(tab: number, until: number): void {
    const watch = this.#watched.get(tab);
    if (!watch) return;
    watch.until = until;
    watch.answered = true;
    this.#host.later(() => this.#expire(), settleMs + 1_000);
  }

  /** A login's own call keeps its tab's watch open. */
  #extend(event: BeginEvent): void {
    const watch = this.#watched.get(event.tab);
    if (watch?.answered) watch.until = Math.max(watch.until, event.at + settleMs);
    else if (!watch && event.tab >= 0) this.#watch(event.tab, event.at + settleMs);
  }

  #expire(): void {
    const now = this.#host.now();
    for (const [tab, watch] of this.#watched) if (watch.until <= now) this.#release(tab);
    if (this.#watched.size > 0) this.#host.later(() => this.#expire(), settleMs);
  }

  #release(tab: number): void {
    if (this.#watched.delete(tab)) this.#host.releaseTab(tab);
  }

  #remember(event: BeginEvent): void {
    const ring = this.#rings.get(event.tab) ?? [];
    if (!ring.includes(event.request)) ring.push(event.request);
    this.#rings.set(event.tab, ring);
    while (ring.length > ringSize) this.#forget(ring.shift() ?? '');
  }

  /** What led to a login becomes part of it. */
  #keepRing(tab: number): void {
    for (const request of this.#rings.get(tab) ?? []) {
      const kept = this.#requests.get(request);
      if (kept) kept.kept = true;
    }
    this.#rings.delete(tab);
    this.#flush();
  }

  #forget(request: string): void {
    const known = this.#requests.get(request);
    if (!known || known.kept) return;
    this.#drop(request, known);
  }

  #drop(request: string, known: Kept): void {
    this.#requests.delete(request);
    this.#bytes -= known.bytes;
    for (const key of known.keys) this.#batch.delete(key);
    void this.#host.remove([...known.keys]);
  }

  #index(event: WebRequestEvent, key: string, kept: boolean): void {
    let known = this.#requests.get(event.request);
    if (!known) {
      known = { tab: event.kind === 'begin' ? event.tab : -1, at: event.at, keys: new Set(), bytes: 0, kept };
      this.#requests.set(event.request, known);
    }
    known.kept ||= kept;
    if (known.keys.has(key)) return;
    known.keys.add(key);
    const size = JSON.stringify(event).length + key.length;
    known.bytes += size;
    this.#bytes += size;
  }

  #write(event: CaptureEvent, now: boolean): void {
    const key = keyOf(event);
    if (isRequestEvent(event)) this.#index(event, key, now);
    this.#batch.set(key, event);
    if (this.#bytes > capBytes) this.#evict();
    if (now) this.#flush();
    else if (!this.#flushPlanned) {
      this.#flushPlanned = true;
      this.#host.later(() => this.#flush(), batchMs);
    }
  }

  #flush(): void {
    this.#flushPlanned = false;
    if (this.#batch.size === 0) return;
    const batch = this.#batch;
    this.#batch = new Map();
    void this.#host.write(batch);
  }

  /** Oldest first, logins that run and the newest requests never. */
  /** The browser says that its shelf is full, whatever our own count is. */
  full(): void {
    this.#evict(0.5);
  }

  #evict(share = 0.8): void {
    const candidates = [...this.#requests].filter(([, known]) => !this.#watched.has(known.tab)).sort(([, a], [, b]) => a.at - b.at);
    for (const [request, known] of candidates) {
      if (this.#bytes <= capBytes * share) break;
      this.#drop(request, known);
    }
    if (this.#evicted) return;
    this.#evicted = true;
    this.#write({ kind: 'gap', at: this.#host.now(), why: 'evicted' }, true);
  }

  /** Forgets everything, as the user asked. Running logins are watched on. */
  clear(): void {
    this.#requests.clear();
    this.#rings.clear();
    this.#pendingResources.clear();
    this.#batch.clear();
    this.#bytes = 0;
    this.#evicted = false;
  }
}

const blank: BeginEvent = {
  kind: 'begin',
  request: '',
  at: 0,
  url: '',
  method: 'GET',
  type: 'main_frame',
  tab: -1,
  frame: -1,
  initiator: null,
  incognito: false,
  container: null,
  body: null,
};

function isRequestEvent(event: CaptureEvent): event is WebRequestEvent {
  return 'request' in event;
}
