/** What may stay readable. Everything that is not named here is replaced: unknown means hidden. */

/** Parameters whose values are settings or codes of the protocol, never secrets. */
export const openParameters: ReadonlySet<string> = new Set([
  'response_type',
  'response_mode',
  'scope',
  'prompt',
  'error',
  'code_challenge_method',
  'client_id',
  'grant_type',
  'token_type',
  'expires_in',
  'display',
  'max_age',
  'ui_locales',
  'claims_locales',
  'access_type',
  'token_endpoint_auth_method',
  'include_granted_scopes',
  'token_type_hint',
  'code_challenge_methods_supported',
  'approval_prompt',
]);

/** Parameters whose values are addresses: they stay as redacted addresses. */
export const addressParameters: ReadonlySet<string> = new Set([
  'redirect_uri',
  'post_logout_redirect_uri',
  'iss',
  'issuer',
  'error_uri',
  'redirect_url',
  'redirectUri',
  'callback_url',
  'return_uri',
]);

/** Headers whose values may stay. */
export const openHeaders: ReadonlySet<string> = new Set([
  'content-type',
  'content-length',
  'server',
  'date',
  'cache-control',
  'pragma',
  'retry-after',
  'referrer-policy',
  'x-frame-options',
  'cross-origin-opener-policy',
  'cross-origin-embedder-policy',
  'access-control-allow-origin',
  'access-control-allow-credentials',
  'access-control-allow-headers',
  'access-control-allow-methods',
  'access-control-request-method',
  'access-control-request-headers',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
  'sec-fetch-user',
  'sec-fetch-storage-access',
  'sec-purpose',
  'upgrade-insecure-requests',
  'non-authoritative-reason',
  'accept',
  'accept-encoding',
]);

/** Headers whose values are addresses. */
export const addressHeaders: ReadonlySet<string> = new Set(['location', 'referer', 'origin']);

/** Values longer than this are not protocol words, whatever their name says. */
const longestWord = 512;

const plainValue = /^[\w .:/+,@~!*()[\]-]*$/;
const email = /[^\s@/:]+@[^\s@/]+\.[a-z]{2,}/i;

const lowerWords = /^[a-z][a-z_-]{0,30}(?:[ +,][a-z][a-z_-]{0,30})*$/;
/** Shapes of the values that a parameter may have; others of `openParameters` may have any words. */
const shapes: Readonly<Record<string, RegExp>> = {
  error: /^[a-z]+(?:_[a-z]+){0,6}$/,
  prompt: lowerWords,
  display: lowerWords,
  access_type: lowerWords,
  approval_prompt: lowerWords,
  response_mode: /^[a-z_.]{1,30}$/,
  response_type: lowerWords,
  token_type: /^[A-Za-z-]{1,20}$/,
  expires_in: /^-?\d{1,12}$/,
  max_age: /^-?\d{1,12}$/,
  code_challenge_method: /^(?:S256|plain)$/i,
  ui_locales: /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}(?:[ +][A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3})*$/,
  claims_locales: /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}(?:[ +][A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3})*$/,
  include_granted_scopes: /^(?:true|false)$/,
};

/** An allowed parameter still has to look like what it is. */
export function isOpenValue(name: string, value: string): boolean {
  if (!openParameters.has(name) || value.length > longestWord || !plainValue.test(value) || email.test(value)) return false;
  const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
  if (shape) return shape.test(value);
  // Sanitized or unset values are worth seeing; a token pasted into the wrong field is not.
  return (
    !/^ey[A-Za-z0-9_-]{10,}\./.test(value) &&
    (name === 'client_id' || !value.split(/[\s,+/:._-]/).some((part) => isRandomWord(part) || /^[A-Z]{4,}[a-z0-9]*$/.test(part)))
  );
}

/** Servers by the names they give themselves; anything else may be a machine's own. */
const serverWord =
  /^(?:nginx|openresty|apache|httpd|microsoft-iis|microsoft-httpapi|kestrel|cloudflare|cloudfront|akamaighost|awselb|amazons3|envoy|istio-envoy|caddy|litespeed|tomcat|apache-coyote|jetty|gunicorn|uvicorn|waitress|werkzeug|cowboy|puma|passenger|vercel|netlify|fly|github\.com|gws|esf|scaffolding|server|openidconnect|varnish|haproxy|traefik|node(?:\.js)?|express|sffe|ubuntu|debian|unix|win64|win32|openssl|python|cpython|php|mod_[a-z_]+|[\d.]+[a-z]?|[()/,;+-]+)$/i;

/** A header that may be shown, with a value that looks like it. */
export function isOpenHeader(name: string, value: string): boolean {
  if (!openHeaders.has(name) || value.length > 200) return false;
  switch (name) {
    case 'server':
      return value.split(/[\s/()]+/).every((part) => part === '' || serverWord.test(part));
    case 'retry-after':
      return /^(?:\d{1,9}|[A-Z][a-z]{2}, [\w: ]{10,30})$/.test(value);
    case 'date':
      return /^[A-Z][a-z]{2,8},? [\w: -]{10,30}$/.test(value);
    case 'content-length':
      return /^\d{1,15}$/.test(value);
    case 'content-type':
      return /^[\w.+-]+\/[\w.+-]+(?:\s*;\s*(?:charset|boundary)=[^;]*)?$/.test(value);
    default:
      return !value
        .split(/[\s,;=:"'/()]+/)
        .some((part) => isRandomWord(part) || (/^[A-Z]{5,}[a-z0-9]*$/.test(part) && !/^(?:PATCH|DELETE|OPTIONS|SAMEORIGIN|X-)/.test(part)));
  }
}

/** A word that no person wrote: mixed digits and letters, hex, long runs. */
export function isRandomWord(word: string): boolean {
  if (word.length >= 40) return true;
  if (/^\d{5,}$/.test(word)) return true;
  if (/^[0-9a-f-]{16,}$/i.test(word) && /\d/.test(word)) return true;
  if (/^[0-9a-f]{8,}$/i.test(word) && /\d/.test(word) && /[a-f]/i.test(word)) return true;
  const turns = word.match(/[a-z][A-Z]|[A-Z]{2,}[a-z]|\d[A-Za-z]|[A-Za-z]\d/g)?.length ?? 0;
  return word.length >= 8 && (turns >= 4 || (turns >= 3 && /\d/.test(word)));
}

/** A path segment made of words and single digits. A word with a number behind it may be somebody's name. */
export function isRoute(segment: string): boolean {
  return !isShouted(segment) && isName(segment);
}

/** Abbreviations of the trade are written so; otherwise it is a code, a ticket or a marker. */
function isShouted(segment: string): boolean {
  return /[A-Z]{5,}/.test(
    segment.replace(
      /SAML\d?|OAUTH\d?|OPENID|OIDC|JSON|XML|HTML|HTTPS?|SSO|JWKS?|ADFS|JWT|URL|URI|API|REST|LOGIN|LOGOUT|AUTH|CALLBACK|POST|REDIRECT/g,
      '',
    ),
  );
}

/** What frameworks put in front of a name made for one login; what follows is its own, whatever it looks like. */
const perLogin = /(?:[Cc]orrelation|[Nn]once|[Ss]tate|txn|transaction|interaction)[._-](?=[^._-]*[A-Z0-9])/;

/** A parameter or cookie name made of words and single digits. */
export function isName(segment: string): boolean {
  if (perLogin.test(segment)) return false;
  return (
    isWord(segment) &&
    segment
      .split(/[._~:-]/)
      .every((part) => /^(?:[A-Za-z$!*'()[\]]*\d?[A-Za-z]*|v?\d{1,3}|(?:oauth|openid|saml|ws|auth)\d{1,2})$/i.test(part))
  );
}

/** Text without a part that only a machine makes up. */
export function isWord(text: string): boolean {
  if (text.length > 48 || !/^[A-Za-z0-9_.~:$!*'()[\]-]*$/.test(text)) return false;
  return !isRandomWord(text) && !text.split(/[._~:-]/).some((part) => isRandomWord(part));
}

/** What a framework calls its cookies, in front of what it made up for one login: `.AspNetCore.Correlation.` and the like. */
export function wordsBefore(name: string): string {
  const made = perLogin.exec(name);
  if (made) return name.slice(0, made.index + made[0].length);
  let end = 0;
  for (const { 0: part, index } of name.matchAll(/[^._~:|-]*[._~:|-]+/g)) {
    const pieces = part.replace(/[._~:|-]+$/, '').match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? [];
    if (index !== end || !pieces.every((piece) => piece.length >= 3 || /^(?:id|qs|db|js|v\d)$/i.test(piece))) break;
    end = index + part.length;
  }
  return name.slice(0, end);
}

/** A parameter without a value that says something by being there: `?error`, `?wsdl`. */
export function isFlag(text: string): boolean {
  return /^[a-z][a-z_-]{0,30}$/.test(text);
}
