/** What is stored, counted and within its limit: events under their keys, gathered by request, the oldest given up first. */
import { type CaptureEvent, keyOf, type WebRequestEvent } from '../model/event.ts';
import { carriesAnswer, isDocument } from './keep.ts';
import { overSince } from './over.ts';

export interface ShelfHost {
  /** Keeps events under their keys; the promise settles when the browser has acknowledged them. */
  write(entries: ReadonlyMap<string, CaptureEvent>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  /** An event of a login was put on the shelf. */
  touched(event: CaptureEvent): void;
  /** Epoch milliseconds. */
  now(): number;
  /** Calls back once, after the given time. */
  later(task: () => void, delayMs: number): void;
}

/** storage.session holds 10 MB in both browsers (measured); the rest is left for what the count does not see. */
export const capBytes = 8_500_000;
/** Requests kept, whatever their size: what a view can still judge at once. */
export const capRequests = 5_000;
/** How long an event of no interest waits to be written with others. */
const batchMs = 100;
/** The newest of a login that runs are kept, as far as they fit. */
const sparedRequests = 300;
/** Share of the cap that is left after making room. */
const roomierShare = 0.8;

interface Kept {
  readonly tab: number;
  /** Epoch milliseconds of its first event. */
  readonly at: number;
  /** Epoch milliseconds of its last event. */
  lastAt: number;
  answers: boolean;
  readonly keys: Set<string>;
  bytes: number;
  /** Part of a login. */
  login: boolean;
  /** A page or a frame: the login's own way, as opposed to what its pages ask for. */
  readonly document: boolean;
}

export function isRequestEvent(event: CaptureEvent): event is WebRequestEvent {
  return 'request' in event;
}

function isOfDocument({ kind }: CaptureEvent): boolean {
  return kind === 'commit' || kind === 'page' || kind === 'stranded' || kind === 'close';
}

export class Shelf {
  readonly #host: ShelfHost;
  /** Tabs in which a login runs: nothing of theirs is given up. */
  readonly #isBusy: (tab: number) => boolean;
  readonly #requests = new Map<string, Kept>();
  /** Events of no request that say what was shown, by their keys. */
  readonly #others = new Map<string, { readonly at: number; readonly tab: number | null }>();
  #batch = new Map<string, CaptureEvent>();
  #flushPlanned = false;
  #bytes = 0;
  #evicted = false;

  constructor(host: ShelfHost, isBusy: (tab: number) => boolean) {
    this.#host = host;
    this.#isBusy = isBusy;
  }

  has(request: string): boolean {
    return this.#requests.has(request);
  }

  /** Null when nothing of the request is kept. */
  isLogin(request: string): boolean | null {
    return this.#requests.get(request)?.login ?? null;
  }

  /** Null when nothing of the request is kept, or it belongs to no tab. */
  tabOf(request: string): number | null {
    const tab = this.#requests.get(request)?.tab ?? -1;
    return tab < 0 ? null : tab;
  }

  /** Counts an event that an earlier life of the worker stored. */
  adopt(event: WebRequestEvent, login: boolean): void {
    this.#count(event, keyOf(event), login);
  }

  adoptOther(event: CaptureEvent): void {
    this.#note(event, keyOf(event));
  }

  /** Forgets whole logins that have been over for so long, and what was shown while they ran. */
  forgetOver(keepMs: number, quietMs: number): void {
    const kept = [...this.#requests].map(([request, { tab, at, lastAt, login, answers }]) => ({
      request,
      tab,
      at,
      lastAt,
      login,
      answers,
    }));
    const over = overSince(kept, this.#isBusy, this.#host.now(), keepMs, quietMs);
    const given = over.requests.flatMap((request) => this.#drop(request));
    const shown = [...this.#others].filter(([, { at, tab }]) => at < over.before && (tab === null || !this.#isBusy(tab)));
    for (const [key] of shown) {
      this.#others.delete(key);
      this.#batch.delete(key);
    }
    this.#remove([...given, ...shown.map(([key]) => key)]);
  }

  markLogin(request: string): void {
    const kept = this.#requests.get(request);
    if (kept) kept.login = true;
  }

  /** `now`: it belongs to a login and must not wait. */
  put(event: CaptureEvent, now: boolean): void {
    this.#add(event, now);
    if (now) {
      this.flush();
      if (isRequestEvent(event) || isOfDocument(event)) this.#host.touched(event);
    } else if (!this.#flushPlanned) {
      this.#flushPlanned = true;
      this.#host.later(() => this.flush(), batchMs);
    }
  }

  /** What of one request turned out to belong to a login: all of it in one write. */
  putAll(events: readonly CaptureEvent[]): void {
    const last = events.at(-1);
    for (const event of events.slice(0, -1)) this.#add(event, true);
    if (last) this.put(last, true);
  }

  flush(): void {
    this.#flushPlanned = false;
    if (this.#batch.size === 0) return;
    const batch = this.#batch;
    this.#batch = new Map();
    void this.#host.write(batch);
  }

  /** Gives up a request that turned out to be of no login. */
  forget(request: string): void {
    if (this.isLogin(request) === false) this.#remove(this.#drop(request));
  }

  /**
   * Oldest first, and of logins that still run only where one alone is too large: what its pages ask for without end, and then a loop
   * without end. What was given up is a gap.
   */
  makeRoom(share = roomierShare): void {
    const oldest = [...this.#requests].sort(([, a], [, b]) => a.at - b.at);
    const settled = oldest.filter(([, kept]) => !this.#isBusy(kept.tab));
    const running = oldest.filter(([, kept]) => this.#isBusy(kept.tab));
    // Where the newest alone are too much, nothing would be given up, and what comes next would not be stored.
    let spared = 0;
    for (let bytes = 0; spared < Math.min(sparedRequests, running.length); spared++) {
      bytes += running.at(-1 - spared)?.[1].bytes ?? 0;
      if (bytes > capBytes * share) break;
    }
    running.length -= spared;
    const given: string[] = [];
    const calls = running.filter(([, kept]) => !kept.document);
    const documents = running.filter(([, kept]) => kept.document);
    for (const [request] of [...settled, ...calls, ...documents]) {
      if (this.#bytes <= capBytes * share && this.#requests.size <= capRequests * share) break;
      given.push(...this.#drop(request));
    }
    this.#remove(given);
    if (this.#evicted) return;
    this.#evicted = true;
    this.put({ kind: 'gap', at: this.#host.now(), why: 'evicted' }, true);
  }

  clear(): void {
    this.#requests.clear();
    this.#others.clear();
    this.#batch.clear();
    this.#bytes = 0;
    this.#evicted = false;
  }

  #add(event: CaptureEvent, login: boolean): void {
    const key = keyOf(event);
    if (isRequestEvent(event)) this.#count(event, key, login);
    else this.#note(event, key);
    this.#batch.set(key, event);
    if (this.#bytes > capBytes || this.#requests.size > capRequests) this.makeRoom();
  }

  /** Gives up a request. Its keys are still to be removed from what was written. */
  #drop(request: string): readonly string[] {
    const kept = this.#requests.get(request);
    if (!kept) return [];
    this.#requests.delete(request);
    this.#bytes -= kept.bytes;
    for (const key of kept.keys) this.#batch.delete(key);
    return [...kept.keys];
  }

  /** One call for all of them. */
  #remove(keys: readonly string[]): void {
    if (keys.length > 0) void this.#host.remove(keys);
  }

  /** What says only which tab is which stays: later logins are told apart by it. */
  #note(event: CaptureEvent, key: string): void {
    if (event.kind === 'commit' || event.kind === 'page' || event.kind === 'stranded')
      this.#others.set(key, { at: event.at, tab: event.tab });
    else if (event.kind === 'gap') this.#others.set(key, { at: event.at, tab: null });
  }

  #count(event: WebRequestEvent, key: string, login: boolean): void {
    let kept = this.#requests.get(event.request);
    if (!kept) {
      kept = {
        tab: event.kind === 'begin' ? event.tab : -1,
        at: event.at,
        lastAt: event.at,
        answers: false,
        keys: new Set(),
        bytes: 0,
        login,
        document: event.kind === 'begin' && isDocument(event),
      };
      this.#requests.set(event.request, kept);
    }
    kept.login ||= login;
    kept.lastAt = Math.max(kept.lastAt, event.at);
    kept.answers ||= event.kind === 'begin' && carriesAnswer(event);
    if (kept.keys.has(key)) return;
    kept.keys.add(key);
    const size = JSON.stringify(event).length + key.length;
    kept.bytes += size;
    this.#bytes += size;
  }
}
