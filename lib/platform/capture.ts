/**
 * Listens. Navigations always; other requests by address only, and everything in a tab only while a login runs
 * there. Filters are judged in the browser's own process: what they leave out never wakes the worker.
 */
import type { WebRequest } from 'webextension-polyfill';
import type { BeginEvent, CaptureEvent } from '../model/event.ts';
import { mayReadAnswers, readAnswer } from './answers.ts';
import { browser, isFirefox } from './browser.ts';
import { answersAt, calls, documents, endpointsAt, everywhere, isEndpoint, patternsFor } from './filters.ts';
import { beginEvent, commitEvent, completeEvent, failEvent, receiveEvent, redirectEvent, sendEvent, strandedEvent } from './translate.ts';

export type Sink = (event: CaptureEvent) => void;

interface Details {
  readonly tabId: number;
  readonly url: string;
}

/** Cheaper than what comes after it. */
type Wants = (details: Details) => boolean;

const any: Wants = () => true;
const ofNoTab: Wants = ({ tabId }) => tabId < 0;
const toEndpoint: Wants = ({ url }) => isEndpoint(url);

interface Registration {
  remove(): void;
}

function listen(sink: Sink, filter: WebRequest.RequestFilter, wants: Wants = any): Registration {
  const extra = isFirefox ? [] : ['extraHeaders'];
  const through =
    <T extends Details>(translate: (details: T) => CaptureEvent) =>
    (details: T) => {
      if (wants(details)) sink(translate(details));
    };
  const begin = through(beginEvent);
  const send = through(sendEvent);
  const receive = through(receiveEvent);
  const redirect = through(redirectEvent);
  const complete = through(completeEvent);
  const fail = through(failEvent);
  const { webRequest } = browser;
  // 'extraHeaders' is Chrome's own word; the types are Firefox's.
  webRequest.onBeforeRequest.addListener(begin, filter, ['requestBody', ...extra] as ['requestBody']);
  webRequest.onSendHeaders.addListener(send, filter, ['requestHeaders', ...extra] as ['requestHeaders']);
  webRequest.onHeadersReceived.addListener(receive, filter, ['responseHeaders', ...extra] as ['responseHeaders']);
  webRequest.onBeforeRedirect.addListener(redirect, filter, ['responseHeaders', ...extra] as ['responseHeaders']);
  webRequest.onCompleted.addListener(complete, filter);
  // Firefox accepts exactly two arguments here (measured, ESR 153).
  webRequest.onErrorOccurred.addListener(fail, filter);
  return {
    remove() {
      webRequest.onBeforeRequest.removeListener(begin);
      webRequest.onSendHeaders.removeListener(send);
      webRequest.onHeadersReceived.removeListener(receive);
      webRequest.onBeforeRedirect.removeListener(redirect);
      webRequest.onCompleted.removeListener(complete);
      webRequest.onErrorOccurred.removeListener(fail);
    },
  };
}

/** Which answers Firefox reads. `thirdParty`: the request goes to another site than the page's. */
export type WantsAnswer = (begin: BeginEvent, thirdParty: boolean) => boolean;

/** Beside the others, so that these stay the same whether answers are read or not: Firefox wakes a worker for those alone that it registers again as they were. */
function listenForAnswers(sink: Sink, filter: WebRequest.RequestFilter, mayMatter: Wants, wants: WantsAnswer): Registration {
  const begin = (details: WebRequest.OnBeforeRequestDetailsType & { readonly thirdParty?: boolean }) => {
    if (!mayMatter(details)) return undefined;
    const event = beginEvent(details);
    const wanted = () => wants(event, details.thirdParty ?? true);
    // Asked again at the end: a worker that was just woken does not know yet what the user wants.
    if (wanted()) readAnswer(event, (answer) => wanted() && sink(answer));
    return undefined;
  };
  browser.webRequest.onBeforeRequest.addListener(begin, { ...filter, types: ['xmlhttprequest'] }, ['requestBody', 'blocking']);
  return { remove: () => browser.webRequest.onBeforeRequest.removeListener(begin) };
}

const together = (...registrations: readonly Registration[]): Registration => ({
  remove() {
    for (const registration of registrations) registration.remove();
  },
});

/** Firefox asks for it with the sites, and it may be taken back. */
interface Optional {
  readonly webNavigation: typeof browser.webNavigation | undefined;
}

export class BrowserCapture {
  readonly #sink: Sink;
  readonly #wantsAnswer: WantsAnswer;
  readonly #tabs = new Map<number, Registration>();
  #standing: Registration[] = [];
  #early: Registration | null = null;
  #learned: Registration | null = null;
  #learnedUrls: readonly string[] = [];
  #addresses: ReadonlySet<string> = new Set();
  #generation = 0;
  #navigation = false;

  constructor(sink: Sink, wantsAnswer: WantsAnswer) {
    this.#sink = sink;
    this.#wantsAnswer = wantsAnswer;
  }

  /** Calls of pages. Their answers are read where the user has permitted it. */
  #listenToCalls(filter: WebRequest.RequestFilter, wants: Wants = any): Registration {
    const calls = listen(this.#sink, filter, wants);
    return mayReadAnswers() ? together(calls, listenForAnswers(this.#sink, filter, wants, this.#wantsAnswer)) : calls;
  }

  get listening(): boolean {
    return this.#standing.length > 0;
  }

  /** Must be called in the worker's first turn, or the browser does not wake it for these events. */
  start(): void {
    if (this.listening) return;
    const generation = this.#generation;
    this.#standing = [
      listen(this.#sink, { urls: [...everywhere(generation)], types: documents }),
      this.#listenToCalls({ urls: [...endpointsAt(generation)], types: calls }, toEndpoint),
      listen(this.#sink, { urls: [...answersAt(generation)], types: ['xmlhttprequest'] }, ofNoTab),
    ];
    this.#startNavigation();
    this.#listenToLearned();
  }

  /**
   * Hears the calls of all pages until `endEarly`. Must be called in the worker's first turn: the page whose navigation
   * woke it asks for more before it is known which tabs are watched.
   */
  startEarly(sink: Sink): void {
    this.#early = listen(sink, { urls: [...everywhere(this.#generation)], types: calls });
  }

  endEarly(): void {
    this.#early?.remove();
    this.#early = null;
  }

  stop(): void {
    this.endEarly();
    for (const registration of this.#standing) registration.remove();
    this.#standing = [];
    this.#learned?.remove();
    this.#learned = null;
    for (const tab of [...this.#tabs.keys()]) this.releaseTab(tab);
    this.#stopNavigation();
  }

  /** After access was granted or taken back: registers anew, with another filter. */
  restart(): void {
    const tabs = [...this.#tabs.keys()];
    this.stop();
    this.#generation++;
    this.start();
    for (const tab of tabs) this.watchTab(tab);
  }

  /** Calls to these addresses (scheme, host and path) are heard outside a running login too. */
  learn(addresses: readonly string[]): void {
    const before = this.#learnedUrls.join(' ');
    this.#learnedUrls = addresses.flatMap(patternsFor);
    this.#addresses = new Set(addresses);
    if (this.#learnedUrls.join(' ') !== before) this.#listenToLearned();
  }

  #listenToLearned(): void {
    this.#learned?.remove();
    this.#learned =
      this.listening && this.#learnedUrls.length > 0
        ? this.#listenToCalls({ urls: [...this.#learnedUrls], types: ['xmlhttprequest'] }, this.#isLearned)
        : null;
  }

  readonly #isLearned: Wants = ({ url }) => this.#addresses.has(url.split(/[?#]/, 1)[0] ?? '');

  watchTab(tab: number): void {
    if (tab < 0 || this.#tabs.has(tab) || !this.listening) return;
    const urls = [...everywhere(this.#generation)];
    this.#tabs.set(tab, this.#listenToCalls({ urls, tabId: tab, types: calls }));
  }

  releaseTab(tab: number): void {
    this.#tabs.get(tab)?.remove();
    this.#tabs.delete(tab);
  }

  readonly #committed = (details: Parameters<typeof commitEvent>[0]) => this.#sink(commitEvent(details));

  readonly #stranded = (details: Parameters<typeof strandedEvent>[0]) => {
    const event = strandedEvent(details);
    if (event) this.#sink(event);
  };

  readonly #spawned = (details: { sourceTabId: number; tabId: number; timeStamp: number }) =>
    this.#sink({ kind: 'spawn', at: details.timeStamp, tab: details.tabId, opener: details.sourceTabId });

  readonly #replaced = (tab: number, was: number) => this.#sink({ kind: 'replace', at: Date.now(), tab, was });

  readonly #closed = (tab: number) => this.#sink({ kind: 'close', at: Date.now(), tab });

  #startNavigation(): void {
    if (this.#navigation) return;
    this.#navigation = true;
    const { webNavigation } = browser as Optional;
    webNavigation?.onCommitted.addListener(this.#committed, { url: [{ schemes: ['http', 'https'] }] });
    // Chromium aborts the navigation whether an app takes it or not (measured, 156).
    if (isFirefox) webNavigation?.onErrorOccurred.addListener(this.#stranded, { url: [{ schemes: ['http', 'https'] }] });
    webNavigation?.onCreatedNavigationTarget.addListener(this.#spawned);
    browser.tabs.onRemoved.addListener(this.#closed);
    // Firefox never does that.
    if (!isFirefox) browser.tabs.onReplaced.addListener(this.#replaced);
  }

  #stopNavigation(): void {
    this.#navigation = false;
    const { webNavigation } = browser as Optional;
    webNavigation?.onCommitted.removeListener(this.#committed);
    if (isFirefox) webNavigation?.onErrorOccurred.removeListener(this.#stranded);
    webNavigation?.onCreatedNavigationTarget.removeListener(this.#spawned);
    browser.tabs.onRemoved.removeListener(this.#closed);
    if (!isFirefox) browser.tabs.onReplaced.removeListener(this.#replaced);
  }
}
