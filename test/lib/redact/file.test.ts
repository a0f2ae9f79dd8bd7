/** A redacted file keeps the verdict and loses every secret. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHar } from '../../../lib/normalize/from-har.ts';
import { challengeOf } from '../../../lib/read/pkce.ts';
import { redactRecording } from '../../../lib/redact/file/capture.ts';
import { redactHar } from '../../../lib/redact/file/har.ts';
import { entry, harOf, header } from '../../build/har-file.ts';
import { jwt } from '../../build/jwt.ts';
import { stories } from '../../build/stories.ts';
import { draw, toHar } from '../../build/trace.ts';
import { verdict } from '../../build/verdict.ts';

function taken(har: unknown) {
  const read = fromHar(har);
  if (read.kind !== 'read') throw new Error(read.because);
  return read.capture;
}

const withToken = (id: string) => `
    GET https://idp.example/authorize?response_type=id_token&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-state-0123&nonce=CANARY-nonce-0123
    → 302 https://app.example/cb#id_token=${id}&state=CANARY-state-0123
    GET https://app.example/cb#id_token=${id}&state=CANARY-state-0123
    → 200`;
const claims = { iss: 'https://idp.example', aud: 'app', sub: 'CANARY-anna' };
const verifier = 'CANARY-verifier-of-this-login-0123456789abcdef';
const withVerifier = (sent: string, body: string) => `
    GET https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-state-0123&code_challenge=${challengeOf(verifier)}&code_challenge_method=S256
    → 302 https://app.example/cb?code=CANARY-code-0123&state=CANARY-state-0123
    GET https://app.example/cb?code=CANARY-code-0123&state=CANARY-state-0123
    → 200
    POST https://idp.example/token [fetch] [from https://app.example]
      = ${body.replace('@', sent)}
    → 400
      = {"error":"invalid_grant"}`;
const form = 'grant_type=authorization_code&code=CANARY-code-0123&client_id=app&code_verifier=@';
const refusedFor = (asked: string, why: string) => `
    GET https://idp.example/authorize?${asked}&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-state-0123
    → 302 https://app.example/cb?error=invalid_request&error_description=${why}&state=CANARY-state-0123
    GET https://app.example/cb?error=invalid_request&error_description=${why}&state=CANARY-state-0123
    → 200`;
const compared = {
  'the verifier opens the challenge': withVerifier(verifier, form),
  'the verifier opens another one': withVerifier('CANARY-verifier-of-another-one-0123456789abcde', form),
  'the verifier of a JSON body opens the challenge': withVerifier(
    verifier,
    '{"grant_type":"authorization_code","code":"CANARY-code-0123","client_id":"app","code_verifier":"@"}',
  ),
  'the nonce of the ID token is the one that was sent': withToken(jwt({ ...claims, nonce: 'CANARY-nonce-0123' })),
  'the nonce of the ID token is another one': withToken(jwt({ ...claims, nonce: 'CANARY-other-0123' })),
  'the ID token is for another client, from another issuer, not valid yet, and signed as was not announced': `
    GET https://idp.example/.well-known/openid-configuration [fetch]
    → 200
      = {"issuer":"https://idp.example/","authorization_endpoint":"https://idp.example/authorize","id_token_signing_alg_values_supported":["ES256"]}
    ${withToken(jwt({ ...claims, aud: ['other', 'CANARYthird'], azp: 'fourth', nbf: 1_767_300_000, exp: 1_767_400_000 })).replace('&state=CANARY-state-0123', '&state=CANARY-state-0123&access_token=CANARY-access-0123456789')}`,
  'the provider misses the nonce': refusedFor('response_type=id_token', 'nonce%20is%20required'),
  'the provider can not read the challenge': refusedFor(
    'response_type=code&code_challenge=CANARY-0123&code_challenge_method=S256',
    'Invalid%20code_challenge',
  ),
  'the ID token is dated in the future': withToken(jwt({ ...claims, nonce: 'CANARY-nonce-0123', iat: 1_767_300_000 })),
  'the ID token is all right': withToken(
    jwt({ ...claims, nonce: 'CANARY-nonce-0123', azp: 'app', iat: 1_767_225_600, exp: 1_767_229_200 }),
  ),
  'the ID token has no nonce': withToken(jwt(claims)),
};

const again = (text: string): unknown => JSON.parse(text);

const asked =
  'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY-state-abcdefgh';

/** What a check reads in words that are not kept. */
const told: Readonly<Record<string, string>> = {
  'a refusal that names the user': `
    GET ${asked}
    → 302 https://app.example/cb?error=access_denied&error_description=The+user+CANARY+denied+it&state=CANARY-state-abcdefgh
    GET https://app.example/cb?error=access_denied&error_description=The+user+CANARY+denied+it&state=CANARY-state-abcdefgh
    → 200`,
  'a page that asks whether a person is there': `
    GET ${asked}
    → 403
      Content-Type: text/html
      = <script>var dd={'cid':'CANARY-0123456789','host':'geo.captcha-delivery.com'}</script>
    GET https://news.example/ [+30s]
    → 200`,
};

describe('a redacted file', () => {
  for (const [name, trace] of Object.entries({ ...stories, ...told }))
    it(`says the same and gives nothing away: ${name}`, () => {
      const har = toHar(draw(trace));
      const { text, leaks } = redactHar(har);
      expect(verdict(taken(again(text)))).toEqual(verdict(taken(har)));
      expect(leaks).toBe(0);
      expect(text).not.toContain('CANARY');
    });

  it.each(Object.entries(compared))('compares values as before: %s', (_, trace) => {
    const har = toHar(draw(trace));
    const { text, leaks } = redactHar(har);
    expect(verdict(taken(again(text)))).toEqual(verdict(taken(har)));
    expect(leaks).toBe(0);
    expect(text).not.toContain('CANARY');
    const recording = { capture: taken(har), story: null, second: null };
    expect(verdict(redactRecording(recording).recording.capture)).toEqual(verdict(taken(har)));
  });

  it('keeps a verifier that stands among posted parameters', () => {
    const har = JSON.parse(JSON.stringify(toHar(draw(withVerifier(verifier, form))))) as {
      log: { entries: { request: { postData?: object } }[] };
    };
    for (const { request } of har.log.entries)
      if (request.postData)
        request.postData = {
          mimeType: 'application/x-www-form-urlencoded',
          params: form.split('&').map((pair) => ({ name: pair.split('=')[0], value: pair.split('=')[1]?.replace('@', verifier) })),
        };
    expect(verdict(taken(har))[0]?.findings.join()).not.toContain('pkce-verifier-mismatch');
    expect(verdict(taken(again(redactHar(har).text)))).toEqual(verdict(taken(har)));
  });

  it('is the same file once more when it is redacted again, but for the stand-ins', () => {
    const { text } = redactHar(toHar(draw(stories['a lost cookie'] ?? Object.values(stories)[0] ?? '')));
    const twice = redactHar(again(text)).text;
    expect(verdict(taken(again(twice)))).toEqual(verdict(taken(again(text))));
    expect(twice).toHaveLength(text.length);
  });

  const secret = fc.stringMatching(/^CANARY[A-Za-z0-9+/=_. -]{6,60}$/);
  /** Places a file has text in, each with what makes it one. */
  const places: Readonly<Record<string, (value: string) => Record<string, unknown>>> = {
    'a query': (v) => entry({ url: `https://app.example/a?x=${encodeURIComponent(v)}` }),
    'a query, encoded twice': (v) =>
      entry({ url: `https://app.example/a?to=${encodeURIComponent(`https://b.example/?y=${encodeURIComponent(v)}`)}` }),
    'a fragment': (v) => entry({ url: `https://app.example/a#token=${encodeURIComponent(v)}` }),
    'a path': (v) => entry({ url: `https://app.example/u/${encodeURIComponent(`${v}9x8`)}/home` }),
    'a matrix parameter': (v) => entry({ url: `https://app.example/a;jsessionid=${encodeURIComponent(v)}?b=1` }),
    'the user of an address': (v) => entry({ url: `https://${encodeURIComponent(v)}@app.example/` }),
    'a header': (v) => entry({ request: { headers: [header('X-Api-Key', v)] } }),
    'a lower-case cookie header': (v) => entry({ request: { headers: [header('cookie', `a=1; b=${v.replaceAll(/[; ]/g, '')}`)] } }),
    'a Basic header': (v) => entry({ request: { headers: [header('Authorization', `Basic ${btoa(`me:${v}`)}`)] } }),
    'a Bearer header': (v) => entry({ request: { headers: [header('Authorization', `Bearer ${v}`)] } }),
    'a Referer': (v) => entry({ request: { headers: [header('Referer', `https://app.example/cb?code=${encodeURIComponent(v)}`)] } }),
    'the cookies of a request': (v) => entry({ request: { cookies: [{ name: 'sid', value: v }] } }),
    queryString: (v) => entry({ request: { queryString: [{ name: 'x', value: v }] } }),
    'a posted form': (v) =>
      entry({
        request: { method: 'POST', postData: { mimeType: 'application/x-www-form-urlencoded', text: `q=${encodeURIComponent(v)}` } },
      }),
    'posted parameters': (v) =>
      entry({
        request: { method: 'POST', postData: { mimeType: 'application/x-www-form-urlencoded', params: [{ name: 'q', value: v }] } },
      }),
    'posted JSON': (v) =>
      entry({ request: { method: 'POST', postData: { mimeType: 'application/json', text: JSON.stringify({ a: [{ b: v }] }) } } }),
    'a body nobody knows': (v) => entry({ request: { method: 'POST', postData: { mimeType: 'application/x-thing', text: `<<${v}>>` } } }),
    'a Set-Cookie': (v) => entry({ response: { headers: [header('set-cookie', `sid=${v.replaceAll(/[; ]/g, '')}; Path=/; HttpOnly`)] } }),
    'the cookies of an answer': (v) => entry({ response: { cookies: [{ name: 'sid', value: v }] } }),
    'a Location': (v) =>
      entry({
        response: {
          status: 302,
          headers: [header('LOCATION', `/cb?code=${encodeURIComponent(v)}`)],
          redirectURL: `/cb?code=${encodeURIComponent(v)}`,
        },
      }),
    'a JSON answer': (v) =>
      entry({
        response: { content: { mimeType: 'application/json', size: 9, text: JSON.stringify({ access_token: v, error_description: v }) } },
      }),
    'a page': (v) =>
      entry({
        response: {
          content: {
            mimeType: 'text/html',
            size: 9,
            text: `<form><input type="hidden" name="code" value="${v}"></form><p>${v} invalid redirect_uri</p>`,
          },
        },
      }),
    'a base64 answer': (v) =>
      entry({ response: { content: { mimeType: 'application/json', size: 9, encoding: 'base64', text: btoa(JSON.stringify({ t: v })) } } }),
    'a status text': (v) => entry({ response: { statusText: v } }),
    'an initiator': (v) =>
      entry({
        entry: {
          _initiator: {
            type: 'script',
            stack: { callFrames: [{ url: `https://app.example/x.js?k=${encodeURIComponent(v)}`, functionName: v }] },
          },
        },
      }),
    'WebSocket messages': (v) => entry({ entry: { _webSocketMessages: [{ type: 'send', data: v }] } }),
    'a comment': (v) => entry({ entry: { comment: v } }),
    'a field of somebody’s own': (v) => entry({ entry: { _note: { deep: [v] } }, request: { _custom: v }, response: { _custom: v } }),
    'an error': (v) => entry({ response: { status: 0, _error: `net::ERR_FAILED for ${v}` } }),
    'a JWT': (v) =>
      entry({
        url: `https://app.example/a#id_token=eyJhbGciOiJub25lIn0.${btoa(JSON.stringify({ sub: v, email: v }))
          .replaceAll('+', '-')
          .replaceAll('/', '_')
          .replaceAll('=', '')}.sig`,
      }),
  };

  for (const [place, make] of Object.entries(places))
    it(`hides what stands in ${place}`, () => {
      fc.assert(
        fc.property(secret, (value) => {
          const har = harOf([make(value), entry()], {
            pages: [{ id: 'page_1', title: value, startedDateTime: '', pageTimings: {} }],
            comment: value,
          });
          const { text, leaks } = redactHar(har);
          const tail = value.slice(6).trim();
          expect(leaks).toBe(0);
          for (const form of [value, encodeURIComponent(value), 'CANARY', btoa(value).slice(0, 8)]) expect(text.includes(form)).toBe(false);
          if (/[A-Za-z0-9]{10}/.test(tail)) expect(text.includes(tail)).toBe(false);
        }),
        { numRuns: 30 },
      );
    });
});
