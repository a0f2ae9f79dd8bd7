/**
 * When the engine is asked about the logins, and what became of its answer. The engine is large and runs elsewhere; what it said is
 * stored, so that a background that was ended and began again says the same without asking.
 */
import type { CaptureEvent } from '../model/event.ts';
import type { Case, FailedLogin, Judged, TabProblems, Tallies, Tally } from '../model/tally.ts';

export interface JudgingHost {
  load(): Promise<Judged | null>;
  store(judged: Judged | null): Promise<void>;
  /** Everything recorded. */
  events(): Promise<readonly CaptureEvent[]>;
  ignored(): Promise<readonly string[]>;
  /** BCP 47, in which a failed login is to be told. */
  languages(): Promise<readonly string[]>;
  /** Starts the engine, which will ask for the case. */
  open(): Promise<void>;
  close(): Promise<void>;
  show(problems: TabProblems): void;
  hide(tab: number): void;
  failed(login: FailedLogin): void;
  /** Epoch milliseconds. */
  now(): number;
  later(task: () => void, delayMs: number): void;
}

/** Redirects come in bursts. */
const quietMs = 1_000;
/** A page that never rests is looked at all the same. */
const mostPatienceMs = 5_000;
/** Calls that look like a login and change nothing are looked at less and less often. */
const longestQuietMs = 16_000;
/** What has not come by then is missing (lib/checks/outcome.ts gives it 10 s). */
const overdueMs = 12_000;
/** No capture takes this long. */
const answerMs = 30_000;
/** Of a session with very many failed logins. */
const mostKnown = 500;

const nothing: Tally = { tabs: [], failed: [] };
const blank: Judged = { pending: false, tally: nothing, overdue: null, known: [] };

/** A document is a reason to look soon. */
function isDocument(event: CaptureEvent): boolean {
  return event.kind === 'begin' && (event.type === 'main_frame' || event.type === 'sub_frame');
}

export class Judging {
  readonly #host: JudgingHost;
  #judged: Judged | null = null;
  #shown = false;
  #firstChange: number | null = null;
  #lastChange = 0;
  #planned = false;
  #lastQuestion = 0;
  /** The question the engine is at. */
  #asked: number | null = null;
  /** Questions up to this one were about what is forgotten. */
  #voidUpTo = 0;
  #forgot = false;
  #inVain = 0;

  constructor(host: JudgingHost) {
    this.#host = host;
  }

  /** Takes up what an earlier life of the background knew. */
  async restore(): Promise<void> {
    const loaded = await this.#host.load();
    const stored = this.#forgot ? null : loaded;
    // What came meanwhile is newer.
    const pending = this.#judged?.pending ?? false;
    this.#judged = { ...(stored ?? blank), pending: pending || (stored?.pending ?? false) };
    if (pending && !stored?.pending) void this.#host.store(this.#judged);
    if (this.#judged.pending) this.#wait();
    this.#waitForOverdue();
    this.#showAll();
  }

  /** Something of a login was written down. */
  touched(event: CaptureEvent): void {
    if (isDocument(event)) this.#inVain = 0;
    this.look();
  }

  /** What is counted changed: something was recorded, or marked as no login. */
  look(): void {
    const now = this.#host.now();
    this.#lastChange = now;
    this.#firstChange ??= now;
    const before = this.#judged;
    if (!before?.pending) {
      this.#judged = { ...(before ?? blank), pending: true };
      // Before the first reading, what is stored is not known.
      if (before) void this.#host.store(this.#judged);
    }
    this.#wait();
  }

  /** Badges of tabs are shown, or something else stands there. */
  setShown(shown: boolean): void {
    if (this.#shown === shown) return;
    this.#shown = shown;
    if (shown) this.#showAll();
    else for (const { tab } of this.#judged?.tally.tabs ?? []) this.#host.hide(tab);
  }

  /** Some of what is recorded is gone, and what was counted may be with it. */
  reconsider(): void {
    if (this.#judged && this.#judged.tally.tabs.length > 0) this.look();
  }

  /** Browsers take a tab's badge away with its document. */
  navigated(tab: number): void {
    const problems = this.#judged?.tally.tabs.find((one) => one.tab === tab);
    if (problems && this.#shown) this.#host.show(problems);
  }

  closed(tab: number): void {
    if (!this.#judged?.tally.tabs.some((one) => one.tab === tab)) return;
    const without = (tally: Tally): Tally => ({ ...tally, tabs: tally.tabs.filter((one) => one.tab !== tab) });
    const { tally, overdue } = this.#judged;
    this.#judged = { ...this.#judged, tally: without(tally), overdue: overdue && { ...overdue, tally: without(overdue.tally) } };
    void this.#host.store(this.#judged);
  }

  /** Everything recorded was forgotten. */
  async forget(): Promise<void> {
    for (const { tab } of this.#judged?.tally.tabs ?? []) this.#host.hide(tab);
    this.#judged = { ...blank };
    this.#firstChange = null;
    this.#voidUpTo = this.#lastQuestion;
    this.#forgot = true;
    await this.#host.store(null);
  }

  /** The engine is up and asks what to judge; null when nobody asked it. */
  async takeCase(): Promise<{ readonly question: number; readonly of: Case } | null> {
    const question = this.#asked;
    if (question === null) return null;
    const [events, ignored, languages] = await Promise.all([this.#host.events(), this.#host.ignored(), this.#host.languages()]);
    const newest = events.reduce((latest, event) => Math.max(latest, event.at), 0);
    return { question, of: { events, ignored, asOf: this.#host.now(), overdueAt: newest + overdueMs, languages } };
  }

  /** `tallies`: null when the engine broke. */
  async answer(question: number, tallies: Tallies | null): Promise<void> {
    const stale = question !== this.#asked || question <= this.#voidUpTo;
    await this.#end();
    if (stale || !tallies) return;
    const { now, overdue } = tallies;
    const differs = JSON.stringify(now) !== JSON.stringify(overdue);
    const before = this.#judged ?? blank;
    this.#inVain = JSON.stringify(before.tally) === JSON.stringify(now) ? this.#inVain + 1 : 0;
    this.#take(now, {
      pending: this.#firstChange !== null,
      overdue: differs ? { at: this.#lastChange + overdueMs, tally: overdue } : null,
    });
    this.#waitForOverdue();
  }

  #take(tally: Tally, rest: Pick<Judged, 'pending' | 'overdue'>): void {
    const before = this.#judged ?? blank;
    const fresh = tally.failed.filter(({ key }) => !before.known.includes(key));
    this.#judged = { ...rest, tally, known: [...before.known, ...fresh.map(({ key }) => key)].slice(-mostKnown) };
    void this.#host.store(this.#judged);
    const kept = new Set(tally.tabs.map(({ tab }) => tab));
    if (this.#shown) for (const { tab } of before.tally.tabs) if (!kept.has(tab)) this.#host.hide(tab);
    this.#showAll();
    for (const login of fresh) this.#host.failed(login);
  }

  #showAll(): void {
    if (this.#shown) for (const problems of this.#judged?.tally.tabs ?? []) this.#host.show(problems);
  }

  #wait(): void {
    if (this.#planned || this.#asked !== null) return;
    this.#planned = true;
    const now = this.#host.now();
    this.#firstChange ??= now;
    const calm = Math.min(longestQuietMs, quietMs * 2 ** Math.max(0, this.#inVain - 4));
    const due = Math.min(Math.max(this.#lastChange, this.#firstChange) + calm, this.#firstChange + Math.max(mostPatienceMs, calm));
    this.#host.later(
      () => {
        this.#planned = false;
        if (this.#firstChange === null) return;
        if (this.#rests(calm)) void this.#ask();
        else this.#wait();
      },
      Math.max(0, due - now),
    );
  }

  /** Nothing came for a while, or enough came for long enough. */
  #rests(calm: number): boolean {
    const now = this.#host.now();
    return now - this.#lastChange >= calm || now - (this.#firstChange ?? now) >= Math.max(mostPatienceMs, calm);
  }

  async #ask(): Promise<void> {
    const question = ++this.#lastQuestion;
    this.#asked = question;
    this.#firstChange = null;
    this.#host.later(() => {
      if (this.#asked === question) void this.#end();
    }, answerMs);
    try {
      await this.#host.open();
    } catch {
      await this.#end();
    }
  }

  async #end(): Promise<void> {
    await this.#host.close();
    this.#asked = null;
    if (this.#firstChange !== null) this.#wait();
  }

  #waitForOverdue(): void {
    const overdue = this.#judged?.overdue;
    if (!overdue) return;
    this.#host.later(
      () => {
        // Something came, or was forgotten: then it is judged anew.
        if (this.#judged?.overdue?.at === overdue.at && !this.#judged.pending) this.#take(overdue.tally, { pending: false, overdue: null });
      },
      Math.max(0, overdue.at - this.#host.now()),
    );
  }
}
