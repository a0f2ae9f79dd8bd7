/** Every place of a HAR that can hold text, with what it takes to put some there. */
import { type EntryParts, entry, header } from '../../../build/har-file.ts';

const posted = (mimeType: string, text: string): EntryParts => ({ request: { method: 'POST', postData: { mimeType, text } } });
const answered = (mimeType: string, text: string, more: Readonly<Record<string, unknown>> = {}): EntryParts => ({
  response: { content: { mimeType, size: text.length, text, ...more } },
});
const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
const asked =
  (name: string) =>
  (v: string): EntryParts => ({ request: { headers: [header(name, v)] } });
const told =
  (name: string) =>
  (v: string): EntryParts => ({ response: { headers: [header(name, v)] } });
const url =
  (make: (v: string) => string) =>
  (v: string): EntryParts => ({ url: make(v) });
const e = encodeURIComponent;

const requestHeaders =
  'Authorization authorization X-Api-Key x-amzn-oidc-data X-Amzn-Oidc-Identity cookie2 Origin Referer referer :path :authority :method Forwarded X-Forwarded-For Via If-None-Match Sec-WebSocket-Key Sec-WebSocket-Protocol User-Agent sec-ch-ua sec-ch-ua-model Accept-Language Accept DPoP Proxy-Authorization From Purpose Sec-Purpose Sec-Fetch-Dest Access-Control-Request-Headers Content-Type'.split(
    ' ',
  );
const responseHeaders =
  'Location Content-Location Link Refresh Content-Disposition ETag Alt-Svc NEL Report-To Server Date Server-Timing WWW-Authenticate Content-Security-Policy Content-Type Cache-Control Pragma Retry-After X-Frame-Options Referrer-Policy Access-Control-Allow-Origin Access-Control-Allow-Headers P3P X-Powered-By cf-mitigated Set-Cookie2 Non-Authoritative-Reason X-User'.split(
    ' ',
  );
/** Parameters whose values are shown when they look like what they are. A client_id is shown whatever it looks like. */
const parameters =
  'state nonce code login_hint username password pin otp prompt display error error_description error_uri response_mode response_type ui_locales max_age grant_type redirect_uri iss request request_uri response RelayState SAMLRequest client_secret client_assertion device_code user_code id_token access_token refresh_token acr_values claims token_type expires_in code_challenge_method q'.split(
    ' ',
  );

export type PutIn = (value: string) => EntryParts;

/** A parameter wherever one may stand. */
function placesOf(name: string): Record<string, PutIn> {
  return {
    [`query ${name}`]: url((v) => `https://app.example/?${name}=${e(v)}`),
    [`fragment ${name}`]: url((v) => `https://app.example/#${name}=${e(v)}`),
    [`form ${name}`]: (v) => posted('application/x-www-form-urlencoded', `a=b&${name}=${e(v)}`),
    [`JSON ${name}`]: (v) => answered('application/json', JSON.stringify({ [name]: v, deep: [{ [name]: [v] }] })),
  };
}

export const places: Readonly<Record<string, PutIn>> = {
  'a path': url((v) => `https://app.example/users/${e(v)}/home`),
  'the end of a path': url((v) => `https://app.example/${e(v)}`),
  'a matrix parameter': url((v) => `https://app.example/a;id=${e(v)}/b;${e(v)}`),
  'a fragment': url((v) => `https://app.example/#${e(v)}`),
  'a path in a fragment': url((v) => `https://app.example/#/u/${e(v)}?x=${e(v)}`),
  'a flag': url((v) => `https://app.example/?${e(v)}`),
  'the user of an address': url((v) => `https://${e(v)}:${e(v)}@app.example/`),
  ...Object.assign({}, ...parameters.map(placesOf)),
  ...Object.fromEntries(requestHeaders.map((name) => [`request header ${name}`, asked(name)])),
  ...Object.fromEntries(responseHeaders.map((name) => [`response header ${name}`, told(name)])),
  'a Bearer token': (v) => asked('Authorization')(`Bearer ${v}`),
  'a Basic password': (v) => asked('authorization')(`Basic ${base64(`anna:${v}`)}`),
  'a Digest user': (v) => asked('Authorization')(`Digest username="${v}", realm="${v}"`),
  'a realm': (v) => told('www-authenticate')(`Bearer realm="${v}", error="invalid_token", error_description="${v}"`),
  'a boundary': (v) => asked('content-type')(`multipart/form-data; boundary=${v}`),
  'a policy': (v) => told('content-security-policy')(`default-src 'self'; report-uri /r?t=${e(v)} 'nonce-${e(v)}' ${e(v)}`),
  'a Cookie': (v) => asked('COOKIE')(`a=1; sid=${e(v)}; ${e(v)}`),
  'a quoted Cookie': (v) => asked('cookie')(`sid="${v.replaceAll(/[;"]/g, '')},x"`),
  'a Set-Cookie': (v) =>
    told('set-cookie')(
      `sid=${e(v)}; Path=/${e(v)}; Domain=${e(v)}; Expires=${e(v)}; SameSite=${e(v)}; Max-Age=${e(v)}; ${e(v)}; x=${e(v)}`,
    ),
  'request cookies': (v) => ({
    request: { cookies: [{ name: 'sid', value: v, path: `/${v}`, domain: v, expires: v, sameSite: v, comment: v }] },
  }),
  'response cookies': (v) => ({
    response: { cookies: [{ name: 'sid', value: v, path: `/${v}`, domain: v, expires: v, sameSite: v, comment: v }] },
  }),
  queryString: (v) => ({ request: { queryString: [{ name: 'x', value: v, comment: v }] } }),
  params: (v) => ({
    request: {
      method: 'POST',
      postData: { mimeType: 'multipart/form-data', params: [{ name: 'field', value: v, fileName: v, contentType: v, comment: v }] },
    },
  }),
  'a posted text': (v) => posted('text/plain', `hello ${v}`),
  'posted JSON': (v) => posted('application/json', JSON.stringify({ name: v, list: [v], more: { [v]: v } })),
  'posted lines of JSON': (v) => posted('application/x-ndjson', `{"a":${JSON.stringify(v)}}\n{"a":1}`),
  'posted GraphQL': (v) => posted('application/graphql', `query { user(name: "${v}") { id } }`),
  'posted XML': (v) => posted('text/xml', `<soap:Envelope><Password>${v}</Password></soap:Envelope>`),
  'a posted multipart body': (v) =>
    posted('multipart/form-data; boundary=x', `--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n${v}\r\n--x--`),
  'a form by the wrong type': (v) => posted('text/plain', `user=anna&password=${e(v)}`),
  'JSON by the wrong type': (v) => posted('application/x-www-form-urlencoded', JSON.stringify({ password: v })),
  'an unknown type': (v) => posted(`application/${v}`, v),
  redirectURL: (v) => ({ response: { status: 302, redirectURL: `/next/${e(v)}?t=${e(v)}` } }),
  'a page': (v) =>
    answered(
      'text/html',
      `<title>${v}</title><form><input type="hidden" name="t" value="${v}"></form><script>var t="${v}"</script><p>Error: invalid ${v}</p>`,
    ),
  'a base64 answer': (v) => answered('application/json', base64(JSON.stringify({ token: v })), { encoding: 'base64' }),
  'a base64 page': (v) => answered('text/html', base64(`<p>${v}</p>`), { encoding: 'base64' }),
  'a picture': (v) => answered('image/svg+xml', `<svg><text>${v}</text></svg>`),
  'a table': (v) => answered('text/csv', `name,mail\n${v},${v}`),
  'a script': (v) => answered('application/javascript', `var t = "${v}"`),
  'an answer of unknown type': (v) => answered(`x/${v}`, v),
  'a comment of a content': (v) => answered('text/html', '', { comment: v, _note: v }),
  statusText: (v) => ({ response: { statusText: v } }),
  httpVersion: (v) => ({ request: { httpVersion: v }, response: { httpVersion: v } }),
  'a method': (v) => ({ request: { method: v } }),
  'an error': (v) => ({ response: { status: 0, _error: v } }),
  'an initiator': (v) => ({
    entry: {
      _initiator: {
        type: v,
        url: `https://app.example/${e(v)}`,
        stack: { callFrames: [{ url: `https://app.example/?${e(v)}`, functionName: v }] },
      },
    },
  }),
  'WebSocket messages': (v) => ({ entry: { _webSocketMessages: [{ type: 'send', data: v }] } }),
  'the server and the connection': (v) => ({ entry: { serverIPAddress: v, connection: v, comment: v, _priority: v, pageref: v } }),
  'a cache': (v) => ({ entry: { cache: { beforeRequest: { eTag: v, comment: v } }, _fromCache: v, _resourceType: v } }),
  timings: (v) => ({ entry: { timings: { send: 1, wait: 1, receive: 1, comment: v, [v]: 7 }, startedDateTime: v } }),
  'own fields': (v) => ({ entry: { [`_${v}`]: v, _note: { deep: [v] } }, request: { _custom: v }, response: { _custom: v } }),
};

/** Names are shown when they are made of words. */
export const nameplaces: Readonly<Record<string, PutIn>> = {
  ...placesOf('scope'),
  'a parameter name': url((v) => `https://app.example/?${e(v)}=1#${e(v)}=1`),
  'a field name': (v) => posted('application/x-www-form-urlencoded', `${e(v)}=1`),
  'a header name': (v) => ({ request: { headers: [header(v, '1')] }, response: { headers: [header(v, '1')] } }),
  'a cookie name': (v) => ({
    request: { headers: [header('Cookie', `${v.replaceAll(/[=;]/g, '')}=1`)], cookies: [{ name: v, value: '1' }] },
  }),
  'a host': url((v) => `https://${v.replaceAll(/[^A-Za-z0-9]/g, '')}.tenant.example/`),
};

export const planted = (put: PutIn, written: string) => entry(put(written));
