/** webRequest and webNavigation details become our events. Nothing is judged here. */
import type { WebNavigation, WebRequest } from 'webextension-polyfill';
import type {
  BeginEvent,
  CommitEvent,
  CompleteEvent,
  FailEvent,
  ReceiveEvent,
  RedirectEvent,
  SendEvent,
  StrandedEvent,
} from '../model/event.ts';
import type { Body, Field, Header } from '../model/exchange.ts';

/** A body that can hold an OAuth message is smaller; uploads are cut at once (webRequest hands over all of it). */
const largestBodyBytes = 64_000;

function headersOf(headers: WebRequest.HttpHeaders | undefined): Header[] {
  return (headers ?? []).map(({ name, value, binaryValue }) => ({
    name,
    value: value ?? (binaryValue ? `(${binaryValue.length} bytes)` : ''),
  }));
}

function textOf(bytes: ArrayBuffer): string {
  return new TextDecoder().decode(bytes.byteLength > largestBodyBytes ? bytes.slice(0, largestBodyBytes) : bytes);
}

function bodyOf(details: WebRequest.OnBeforeRequestDetailsType): Body | null {
  const { requestBody } = details;
  if (!requestBody || details.method === 'GET' || details.method === 'HEAD') return null;
  if (requestBody.formData) {
    const form = requestBody.formData as Record<string, unknown>;
    const fields: Field[] = Object.entries(form).flatMap(([name, values]) =>
      (Array.isArray(values) ? values : [values]).map((value) => ({ name, value: typeof value === 'string' ? value : '' })),
    );
    return { kind: 'form', fields, bytes: null };
  }
  const [first] = requestBody.raw ?? [];
  if (first?.bytes instanceof ArrayBuffer) return { kind: 'text', mime: '', text: textOf(first.bytes), bytes: first.bytes.byteLength };
  return null;
}

/** Fields that only one of the browsers has. */
interface Extra {
  readonly initiator?: string;
  readonly incognito?: boolean;
  readonly cookieStoreId?: string;
}

export function beginEvent(details: WebRequest.OnBeforeRequestDetailsType & Extra): BeginEvent {
  return {
    kind: 'begin',
    request: details.requestId,
    at: details.timeStamp,
    url: details.url,
    method: details.method,
    type: details.type,
    tab: details.tabId,
    frame: details.frameId,
    // Firefox names the whole page, Chrome its origin.
    initiator: details.originUrl ?? details.documentUrl ?? details.initiator ?? null,
    incognito: details.incognito ?? false,
    container: details.cookieStoreId ?? null,
    body: bodyOf(details),
  };
}

export function sendEvent(details: WebRequest.OnSendHeadersDetailsType): SendEvent {
  return { kind: 'send', request: details.requestId, at: details.timeStamp, url: details.url, headers: headersOf(details.requestHeaders) };
}

export function receiveEvent(details: WebRequest.OnHeadersReceivedDetailsType): ReceiveEvent {
  return {
    kind: 'receive',
    request: details.requestId,
    at: details.timeStamp,
    url: details.url,
    status: details.statusCode,
    statusLine: details.statusLine,
    headers: headersOf(details.responseHeaders),
  };
}

export function redirectEvent(details: WebRequest.OnBeforeRedirectDetailsType): RedirectEvent {
  return {
    kind: 'redirect',
    request: details.requestId,
    at: details.timeStamp,
    url: details.url,
    to: details.redirectUrl,
    status: details.statusCode,
    statusLine: details.statusLine,
    headers: headersOf(details.responseHeaders),
    fromCache: details.fromCache,
  };
}

export function completeEvent(details: WebRequest.OnCompletedDetailsType): CompleteEvent {
  return {
    kind: 'complete',
    request: details.requestId,
    at: details.timeStamp,
    url: details.url,
    status: details.statusCode,
    statusLine: details.statusLine,
    fromCache: details.fromCache,
  };
}

export function failEvent(details: WebRequest.OnErrorOccurredDetailsType): FailEvent {
  return { kind: 'fail', request: details.requestId, at: details.timeStamp, url: details.url, error: details.error };
}

type NavigationFailure = WebNavigation.OnErrorOccurredDetailsType & { readonly error?: string };

/** NS_ERROR_UNKNOWN_PROTOCOL as Firefox writes it in webNavigation (measured, ESR 153: `Error code 2152398866`). */
const unknownProtocol = /\b2152398866\b/;

/** Null for navigations that failed for another reason: webRequest tells of those. */
export function strandedEvent({ error, timeStamp, tabId, frameId, url }: NavigationFailure): StrandedEvent | null {
  return unknownProtocol.test(error ?? '') ? { kind: 'stranded', at: timeStamp, tab: tabId, frame: frameId, url } : null;
}

export function commitEvent(
  details: WebNavigation.OnCommittedDetailsType & { transitionType?: string; transitionQualifiers?: string[] },
): CommitEvent {
  return {
    kind: 'commit',
    at: details.timeStamp,
    tab: details.tabId,
    frame: details.frameId,
    url: details.url,
    transition: details.transitionType ?? '',
    qualifiers: details.transitionQualifiers ?? [],
  };
}
