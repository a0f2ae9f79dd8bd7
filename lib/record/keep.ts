/** Cheap tests on raw text: what is worth keeping before anything is parsed. */
import type { BeginEvent, CaptureEvent } from '../model/event.ts';

/** An authorization request, as far as its address tells. */
const beginsLogin = /[?&](?:client_id|client_key|app_?id)=|[?&]request_uri=urn/i;
/** A request to end the session at a server (OpenID Connect RP-Initiated Logout, and what servers called it before). */
const beginsLogout = /[?&](?:post_logout_redirect_uri|id_token_hint|logout_hint|logout_uri)=/i;
/** An answer on its way back. */
const endsLogin = /[?&#](?:code|error|id_token|access_token|response)=/;
/** Anything of the protocol in an address. */
const protocolWords =
  /client_?id|client_key|app_?id=|redirect_ur|request_uri|[?&#](?:code|error|state|id_token|access_token|response)=|\/\.well-known\/|openid|oauth|\/token|\/authorize|\/userinfo|SAML|logout|signout|end_?session|\/par\b|jwks/i;
const bodySpeaksOAuth =
  /^(?:client_id|grant_type|code|state|id_token|access_token|error|response|request_uri|redirect_uris?|SAMLResponse|refresh_token)$/;

/** An answer inside an address that is passed on, encoded once or twice. */
const passesAnswerOn = /(?:%(?:25)?(?:3F|26|23)|[?&#])(?:code|id_token|access_token|refresh_token)(?:%(?:25)?3D|=)/i;

function fieldNames(event: BeginEvent): readonly string[] {
  return event.body?.kind === 'form' ? event.body.fields.map((f) => f.name) : [];
}

/** True when a flow begins (or goes on) with this request. */
export function startsFlow(event: BeginEvent): boolean {
  if (beginsLogin.test(event.url)) return true;
  const names = fieldNames(event);
  return names.includes('client_id') && (names.includes('redirect_uri') || names.includes('response_type'));
}

/** The same for a redirect: where it leads may be out of sight. */
export function leadsIntoFlow(to: string): number | null {
  return beginsLogin.test(to) ? loginForMs : null;
}

/** Return addresses that a request names, in its address or its form. */
export function addressesIn({ url, body }: BeginEvent): readonly string[] {
  const written = /[?&]redirect_uri=([^&#]*)/.exec(url)?.[1];
  const form = body?.kind === 'form' ? body.fields.filter((field) => field.name === 'redirect_uri').map((field) => field.value) : [];
  try {
    return written === undefined ? form : [...form, decodeURIComponent(written)];
  } catch {
    return form;
  }
}

/** A login may carry a hint as well. */
function startsLogout(event: BeginEvent): boolean {
  if (beginsLogout.test(event.url)) return !event.url.includes('response_type=');
  const names = fieldNames(event);
  return (names.includes('post_logout_redirect_uri') || names.includes('id_token_hint')) && !names.includes('response_type');
}

/** A sign-in page may stay open for long. */
const loginForMs = 3_600_000;
/** A question whether to sign out, and the frames in which the server tells other apps. */
const logoutForMs = 300_000;

/** How long a tab is watched from this request on; null when nothing begins with it. */
export function watchedForMs(event: BeginEvent): number | null {
  if (startsLogout(event)) return logoutForMs;
  return startsFlow(event) ? loginForMs : null;
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

/** A call with a token (RFC 6750 section 2.1, RFC 9449 section 7.1). */
export function showsToken(event: CaptureEvent): boolean {
  return (
    event.kind === 'send' && event.headers.some((h) => h.name.toLowerCase() === 'authorization' && /^(?:bearer|dpop)\s/i.test(h.value))
  );
}

/** What counts visitors or reports errors gets the page's address in its own address or in what is posted to it. */
function tellsAnswer({ url, body }: BeginEvent): boolean {
  if (passesAnswerOn.test(url)) return true;
  if (body?.kind === 'text') return passesAnswerOn.test(body.text);
  return body?.kind === 'form' && body.fields.some((field) => passesAnswerOn.test(field.value));
}

const isPartOfPage = (event: CaptureEvent | undefined) =>
  event?.kind === 'begin' && (event.type === 'script' || event.type === 'stylesheet');

/** A page resource or call that a check may need: protocol traffic, a preflight, a leak, a refused, blocked or redirected call, a script that did not come. */
export function resourceMatters(events: readonly CaptureEvent[]): boolean {
  return events.some((event) => {
    switch (event.kind) {
      case 'begin':
        return event.method === 'OPTIONS' || mentionsOAuth(event) || tellsAnswer(event);
      case 'send':
        return event.headers.some((h) => h.name.toLowerCase() === 'referer' && endsLogin.test(h.value));
      case 'redirect':
        return beginsLogin.test(event.to);
      // The page shows, and its calls are not known as the user's.
      case 'receive':
        return event.status === 401 || (event.status >= 400 && (events.some(showsToken) || isPartOfPage(events[0])));
      // A sign-in page without its script may not do anything.
      case 'fail':
        return isPartOfPage(events[0]);
      default:
        return false;
    }
  });
}
