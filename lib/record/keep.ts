/** Cheap tests on raw text: what is worth keeping before anything is parsed. */
import type { BeginEvent, CaptureEvent } from '../model/event.ts';

/** An authorization request, as far as its address tells. */
const beginsLogin = /[?&](?:client_id|client_key|app_?id)=|[?&]request_uri=urn/i;
/** An answer on its way back. */
const endsLogin = /[?&#](?:code|error|id_token|access_token|response)=/;
/** Anything of the protocol in an address. */
const protocolWords =
  /client_?id|client_key|app_?id=|redirect_ur|request_uri|[?&#](?:code|error|state|id_token|access_token|response)=|\/\.well-known\/|openid|oauth|\/token|\/authorize|\/userinfo|SAML|logout|signout|end_?session|\/par\b|jwks/i;
const bodySpeaksOAuth =
  /^(?:client_id|grant_type|code|state|id_token|access_token|error|response|request_uri|redirect_uris?|SAMLResponse|refresh_token)$/;

function fieldNames(event: BeginEvent): readonly string[] {
  return event.body?.kind === 'form' ? event.body.fields.map((f) => f.name) : [];
}

/** True when a flow begins (or goes on) with this request. */
export function startsFlow(event: BeginEvent): boolean {
  if (beginsLogin.test(event.url)) return true;
  const names = fieldNames(event);
  return names.includes('client_id') && (names.includes('redirect_uri') || names.includes('response_type'));
}

/** True when an answer is delivered with this request. */
export function carriesAnswer(event: BeginEvent): boolean {
  return (
    endsLogin.test(event.url) ||
    fieldNames(event).some((name) => name === 'code' || name === 'id_token' || name === 'error' || name === 'response')
  );
}

export function speaksOAuth(url: string): boolean {
  return protocolWords.test(url);
}

export function mentionsOAuth(event: BeginEvent): boolean {
  if (speaksOAuth(event.url)) return true;
  if (event.body?.kind === 'text') return /"(?:grant_type|redirect_uris|client_id|code|access_token)"/.test(event.body.text);
  return fieldNames(event).some((name) => bodySpeaksOAuth.test(name));
}

export function isDocument(event: BeginEvent): boolean {
  return event.type === 'main_frame' || event.type === 'sub_frame';
}

const isPartOfPage = (event: CaptureEvent | undefined) =>
  event?.kind === 'begin' && (event.type === 'script' || event.type === 'stylesheet');

/** A page resource or call that a check may need: protocol traffic, a preflight, a leak, a refused, blocked or redirected call, a script that did not come. */
export function resourceMatters(events: readonly CaptureEvent[]): boolean {
  return events.some((event) => {
    switch (event.kind) {
      case 'begin':
        return event.method === 'OPTIONS' || mentionsOAuth(event);
      case 'send':
        return event.headers.some((h) => h.name.toLowerCase() === 'referer' && endsLogin.test(h.value));
      case 'redirect':
        return beginsLogin.test(event.to);
      // The page shows, and its calls are not known as the user's.
      case 'receive':
        return event.status === 401 || (event.status >= 400 && isPartOfPage(events[0]));
      // A sign-in page without its script may not do anything.
      case 'fail':
        return isPartOfPage(events[0]);
      default:
        return false;
    }
  });
}
