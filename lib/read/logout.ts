/** Requests to end a session at the server: OpenID Connect RP-Initiated Logout, and the shapes that mean the same elsewhere. */
import { first } from './parameters.ts';
import { addressOf, originOf, readUrl, type Written } from './url.ts';

/** Where the user should be taken afterwards: the standard's name, and what servers called it before there was one. */
const otherReturns: readonly string[] = ['logout_uri', 'returnTo', 'return_to', 'redirect_uri'];

/** Not in `blog-outline`, `design-outlet`, `backend-session` or `session/endpoint`. */
export const logoutWord = /(?<!b)log-?_?(?:out|off)|(?<!de)sign-?_?(?:out|off)|(?<![a-z])end-?_?session|session\/end(?![a-z])/i;
/** The endpoint of a server that speaks the protocol, not the logout button of a site. */
const protocolPath =
  /(?:^|\/)(?:oauth2?|oidc|openid|openid-connect|connect)(?:\/(?!(?:oauth2?|oidc|openid|openid-connect|connect)\/)[^/]+)*\/(?:log-?out|sign-?out|sign-?off|end-?session)/i;

export interface LogoutShape {
  /** Query and form. */
  readonly list: readonly Written[];
  /** The parameter that names the way back; null when none is asked for. */
  readonly back: Written | null;
}

const quick = /out|off|session|id_token_hint|logout_hint/i;

/** Null for everything else. `endpoints`: addresses that metadata of this capture names as `end_session_endpoint`. */
export function readLogout(url: string, form: readonly Written[], endpoints: ReadonlySet<string>): LogoutShape | null {
  const { base, query } = readUrl(url);
  if (!quick.test(url) && !endpoints.has(base) && !form.some((p) => quick.test(p.name))) return null;
  const list = [...(query ?? []), ...form];
  const has = (name: string) => first(list, name) !== null;
  // A login may carry a hint as well, and some servers end the session on the way to a new one.
  if (has('response_type') || has('grant_type') || has('code_challenge') || has('SAMLRequest') || has('SAMLResponse')) return null;
  const named = list.find((p) => p.name === 'post_logout_redirect_uri') ?? null;
  if (named) return { list, back: named };
  const path = addressOf(url)?.path ?? '';
  const worded = logoutWord.test(path);
  const other = otherReturns.map((name) => first(list, name)).find((p) => p !== null && leadsElsewhere(p.value, url)) ?? null;
  if (endpoints.has(base)) return { list, back: other };
  if (!worded) return null;
  if (has('id_token_hint') || has('logout_hint')) return { list, back: other };
  if (protocolPath.test(path) && (other !== null || has('client_id'))) return { list, back: other };
  return has('client_id') && other !== null ? { list, back: other } : null;
}

/** To an address that is not the site's own: its own logout button leads there. */
function leadsElsewhere(value: string, url: string): boolean {
  const origin = originOf(value);
  return origin !== null && origin !== originOf(url);
}
