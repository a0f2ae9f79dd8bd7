/** The developer tools: a panel of our own there, and the answers that they know. */
import { browser, isFirefox } from './browser.ts';

export async function createPanel(title: string, icon: string, page: string): Promise<void> {
  await browser.devtools.panels.create(title, icon, page);
}

/** The tab that the developer tools look at. */
export function inspectedTab(): number {
  return browser.devtools.inspectedWindow.tabId;
}

/** A request that has ended, as the developer tools tell it. */
export interface InspectedRequest {
  readonly method: string;
  /** May lack its fragment. */
  readonly url: string;
  /** Epoch milliseconds, by a clock that may be some milliseconds off. */
  readonly startedAt: number;
  readonly status: number;
  /** Text of what was posted, null where there is none or it is not told. */
  readonly posted: string | null;
  /** `call`: `fetch` and the like. */
  readonly kind: 'document' | 'call' | 'other';
  /** Null when it is no text, or when the developer tools have given it up. */
  content(): Promise<string | null>;
}

/** HAR, as far as it is needed. */
interface Entry {
  readonly _resourceType?: string;
  readonly startedDateTime?: string;
  readonly request?: {
    readonly method?: string;
    readonly url?: string;
    readonly headers?: readonly { readonly name: string; readonly value: string }[];
    readonly postData?: { readonly text?: string };
  };
  readonly response?: { readonly status?: number };
}

const kinds: Readonly<Record<string, InspectedRequest['kind']>> = {
  document: 'document',
  iframe: 'document',
  frame: 'document',
  empty: 'call',
  fetch: 'call',
  xhr: 'call',
};

/** Both are missing where the page has gone on and the browser has forgotten the answer (Chromium). */
type Content = readonly [content?: string | null, encoding?: string | null];

interface Finished extends Entry {
  /** Firefox promises, Chromium calls back. */
  getContent(done?: (...content: Content) => void): Promise<Content> | undefined;
}

/** As it is: in Chromium, `getContent` needs its callback (without: "DevTools API encountered an error", measured, 156). */
interface BareApi {
  readonly chrome: {
    readonly devtools: { readonly network: { readonly onRequestFinished: { addListener(listener: (request: Finished) => void): void } } };
  };
}

async function contentOf(request: Finished): Promise<string | null> {
  const [content, encoding] = isFirefox
    ? ((await request.getContent()?.catch(() => null)) ?? [])
    : await new Promise<Content>((resolve) => void request.getContent((...answer) => resolve(answer)));
  return encoding === 'base64' ? null : (content ?? null);
}

/** Tells of every request of the inspected tab from now on. */
export function onRequestFinished(listener: (request: InspectedRequest) => void): void {
  const { network } = isFirefox ? (browser as unknown as BareApi['chrome']).devtools : (globalThis as unknown as BareApi).chrome.devtools;
  network.onRequestFinished.addListener((finished) => {
    const { request, response, startedDateTime = '', _resourceType } = finished;
    const startedAt = Date.parse(startedDateTime);
    if (!request?.url || !request.method || !Number.isFinite(startedAt)) return;
    // Over plain http no header says it.
    const destination = request.headers?.find(({ name }) => name.toLowerCase() === 'sec-fetch-dest')?.value;
    listener({
      method: request.method,
      url: request.url,
      startedAt,
      status: response?.status ?? 0,
      posted: request.postData?.text ?? null,
      kind: kinds[_resourceType ?? destination ?? 'empty'] ?? 'other',
      content: () => contentOf(finished),
    });
  });
}
