/**
 * Listens. Navigations always; other requests by address only, and everything in a tab only while a login runs
 * there. Filters are judged in the browser's own process: what they leave out never wakes the worker.
 */
import type { WebRequest } from 'webextension-polyfill';
import type { CaptureEvent } from '../model/event.ts';
import { browser, isFirefox } from './browser.ts';
import { beginEvent, commitEvent, completeEvent, failEvent, receiveEvent, redirectEvent, sendEvent, strandedEvent } from './translate.ts';

export type Sink = (event: CaptureEvent) => void;

/**
 * Chrome ignores a listener that was registered before access to a site was granted, even when it is added again with the same filter
 * (measured, Chromium 156); another filter works. So each one has an address in it that no other had, and that leads nowhere.
 */
const everywhere = (generation: number): readonly string[] => ['http://*/*', 'https://*/*', `https://generation-${generation}.invalid/*`];

/** Requests of pages that may speak OAuth outside a running login: silent renewals, background calls sent to a login, metadata. */
const endpointPaths: readonly string[] = [
  '*client_id=*',
  '*/.well-known/openid-configuration*',
  '*/.well-known/oauth-authorization-server*',
  '*/token',
  '*/token?*',
  '*/oauth/access_token*',
  '*/oauth2/*token*',
  '*/oauth2/*clients*',
  '*/register',
  '*/reg',
  '*/clients-registrations/*',
];

/** Callbacks that the app's service worker fetches: they belong to no tab, and pages' own calls of this kind are no matter. */
const workerPaths: readonly string[] = ['*?code=*', '*&code=*', '*?error=*', '*&error=*'];

interface Details {
  readonly tabId: number;
}

const ofNoTab = ({ tabId }: Details) => tabId < 0;

const documents: WebRequest.ResourceType[] = ['main_frame', 'sub_frame'];
const calls: WebRequest.ResourceType[] = [
  'xmlhttprequest',
  'image',
  'script',
  'stylesheet',
  'font',
  'ping',
  'other',
  ...(isFirefox ? (['beacon', 'imageset'] as WebRequest.ResourceType[]) : []),
];

interface Registration {
  remove(): void;
}

function listen(sink: Sink, filter: WebRequest.RequestFilter, wants: (details: Details) => boolean = () => true): Registration {
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

/** Firefox asks for it with the sites, and it may be taken back. */
interface Optional {
  readonly webNavigation: typeof browser.webNavigation | undefined;
}

export class BrowserCapture {
  readonly #sink: Sink;
  readonly #tabs = new Map<number, Registration>();
  #standing: Registration[] = [];
  #generation = 0;
  #navigation = false;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  get listening(): boolean {
    return this.#standing.length > 0;
  }

  /** Must be called in the worker's first turn, or the browser does not wake it for these events. */
  start(): void {
    if (this.listening) return;
    const urls = [...everywhere(this.#generation)];
    // A star stands for the folders in front, and there may be none.
    const paths = endpointPaths.flatMap((path) => (path.startsWith('*/') ? [path.slice(2), path] : [path]));
    const endpoints = urls.flatMap((url) => paths.map((path) => url.replace(/\*$/, path)));
    const answers = urls.flatMap((url) => workerPaths.map((path) => url.replace(/\*$/, path)));
    this.#standing = [
      listen(this.#sink, { urls, types: documents }),
      listen(this.#sink, { urls: endpoints, types: calls }),
      listen(this.#sink, { urls: answers, types: ['xmlhttprequest'] }, ofNoTab),
    ];
    this.#startNavigation();
  }

  stop(): void {
    for (const registration of this.#standing) registration.remove();
    this.#standing = [];
    for (const tab of [...this.#tabs.keys()]) this.releaseTab(tab);
    this.#stopNavigation();
  }

  /** After access was granted or taken back: registers anew, with another filter. */
  restart(): void {
    this.stop();
    this.#generation++;
    this.start();
  }

  watchTab(tab: number): void {
    if (tab < 0 || this.#tabs.has(tab) || !this.listening) return;
    const urls = [...everywhere(this.#generation)];
    this.#tabs.set(tab, listen(this.#sink, { urls, tabId: tab, types: calls }));
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
