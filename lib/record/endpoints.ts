/** Which answers are worth reading: those of the endpoints beside the login pages, told by address or by what is sent to them. */
import type { BeginEvent } from '../model/event.ts';

/** RFC 8414 and OpenID Connect Discovery. */
const metadataPath = /\/\.well-known\/(?:openid-configuration|oauth-authorization-server)/;
const keysPath = /\/(?:jwks|certs|keys)(?:\.json)?\/?$/i;
const userinfoPath = /\/user_?info\/?$/i;
/** Token, pushed requests, registration, devices, introspection, revocation, as they are commonly called. */
const postedPath =
  /\/(?:token|access_token|par|reg|register|registration|device(?:_authorization|authorization|code)?|introspect(?:ion)?|revo(?:ke|cation))\/?$|\/oauth2?\/[^?]*(?:token|par|register|clients|device|introspect|revo)|\/clients-registrations\//i;
const postedFields: ReadonlySet<string> = new Set(['grant_type', 'code_verifier', 'client_assertion', 'redirect_uri', 'device_code']);
const postedJson = /"(?:grant_type|redirect_uris|code_verifier)"\s*:/;
/** A form under another media type: `fetch` calls a bare string `text/plain`. */
const postedText = /(?:^|&)(?:grant_type|code_verifier|client_assertion|redirect_uri|device_code)=/;

/** Scheme, host and path of an address. */
export function endpointOf(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? '';
}

/** True where the request goes to an endpoint. `isKnown`: the address is one that a provider named as its own. */
export function asksEndpoint({ method, url, body, type }: Pick<BeginEvent, 'method' | 'url' | 'body' | 'type'>, isKnown = false): boolean {
  if (type !== 'xmlhttprequest') return false;
  const address = endpointOf(url);
  if (method === 'GET') return isKnown || metadataPath.test(address) || keysPath.test(address) || userinfoPath.test(address);
  if (method !== 'POST') return false;
  if (isKnown || postedPath.test(address) || userinfoPath.test(address)) return true;
  if (body?.kind === 'form') return body.fields.some(({ name }) => postedFields.has(name));
  return body?.kind === 'text' && (postedJson.test(body.text) || postedText.test(body.text));
}
