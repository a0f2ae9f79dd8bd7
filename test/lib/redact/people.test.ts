/** People and tokens in places where words of the protocol are expected. */
import { describe, expect, it } from 'vitest';
import { readJwt } from '../../../lib/read/jwt.ts';
import { redactRecording } from '../../../lib/redact/file/capture.ts';
import { redactHar } from '../../../lib/redact/file/har.ts';
import { type EntryParts, entry, harOf, header, readHar } from '../../build/har-file.ts';

interface Har {
  readonly log: {
    readonly entries: readonly { readonly request: Request; readonly response: { readonly content: { readonly text: string } } }[];
  };
}

interface Request {
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly cookies: readonly { readonly name: string; readonly value: string }[];
  readonly postData: { readonly text?: string; readonly params: readonly { readonly name: string; readonly value: string }[] };
}

const har = (...entries: EntryParts[]) => redactHar(harOf(entries.map(entry))).text;
const first = (parts: EntryParts) => (JSON.parse(har(parts)) as Har).log.entries[0] as Har['log']['entries'][number];
const capture = (...entries: EntryParts[]) =>
  JSON.stringify(redactRecording({ capture: readHar(entries.map(entry)), story: null, second: null }).recording);

const posted = (text: string | undefined, name: string, value = ''): EntryParts => ({
  url: 'https://app.example/login',
  request: { method: 'POST', postData: { mimeType: 'application/x-www-form-urlencoded', text, params: [{ name, value }] } },
});

describe('a word without a name', () => {
  for (const secret of ['canaryhunter2', 'CanaryGravel'])
    for (const text of [secret, undefined])
      it(`is a value in a form: ${secret}, ${text === undefined ? 'without' : 'with'} the text`, () => {
        const request = first(posted(text, secret)).request;
        expect(JSON.stringify(request).toLowerCase()).not.toContain('canary');
        if (text !== undefined) expect(request.postData.params[0]?.name).toBe(request.postData.text);
        expect(capture(posted(text, secret)).toLowerCase()).not.toContain('canary');
      });

  it('is none where the text shows its =', () => {
    expect(first(posted('login_hintX=', 'login_hintX')).request.postData.params[0]?.name).toBe('login_hintX');
    expect(first(posted(undefined, 'state')).request.postData.params[0]?.name).toBe('state');
  });

  it('is a value among cookies', () => {
    const headers = [header('Cookie', 'a=1; canaryanna; canary_theme=')];
    const cookies = [
      { name: 'canaryanna', value: '' },
      { name: 'canary_theme', value: '' },
    ];
    const { request } = first({ request: { headers, cookies } });
    expect(JSON.stringify(request)).not.toContain('canaryanna');
    expect(request.headers[0]?.value).toBe(`a=${request.headers[0]?.value[2]}; ${request.cookies[0]?.name}; canary_theme=`);
    expect(request.cookies[1]?.name).toBe('canary_theme');
    expect(JSON.stringify(first({ request: { cookies } }).request)).not.toContain('canaryanna');
  });
});

const part = (json: string) => btoa(json).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const answer = (claims: string, head = '{"alg":"RS256"}'): EntryParts => ({
  url: 'https://idp.example/token',
  response: { content: { mimeType: 'application/json', text: JSON.stringify({ id_token: `${part(head)}.${part(claims)}.c2lnbmF0dXJl` }) } },
});

function claimsOf(parts: EntryParts): Readonly<Record<string, unknown>> {
  const jwt = readJwt((JSON.parse(first(parts).response.content.text) as { id_token: string }).id_token);
  return jwt.kind === 'signed' ? jwt.claims : {};
}

describe('a client of a JWT', () => {
  it('is an address with its path hidden', () => {
    const { aud } = claimsOf(answer('{"aud":"https://app.example/users/canaryanna/CANARYowYEenuzIhDdyyelAXHh"}'));
    expect(aud).toMatch(/^https:\/\/app\.example\/users\/[a-z]{10}\/[A-Za-z]{26}$/);
    expect(String(aud).toLowerCase()).not.toContain('canary');
  });

  it.each(['Anna Canary, Street 5', '+49 171 5551234', '0171 5551234', 'DE89370400440532013000', 'Canaryteapot!'])('is no %s', (text) => {
    const claims = claimsOf(answer(JSON.stringify({ aud: ['web-app', text], azp: text, client_id: text })));
    expect(claims['aud']).toEqual(['web-app', claims['azp']]);
    expect(claims['client_id']).toBe(claims['azp']);
    expect(claims['azp']).not.toBe(text);
  });

  it('is the same one in a request', () => {
    const id = 'https://app.example/canaryclient/metadata.json';
    const text = har(
      { url: `https://idp.example/authorize?response_type=code&client_id=${encodeURIComponent(id)}` },
      answer(JSON.stringify({ aud: id })),
    );
    const asked = decodeURIComponent(/client_id=([^"&]+)/.exec(text)?.[1] ?? '');
    expect(asked).toMatch(/^https:\/\/app\.example\/[a-z]{12}\/metadata\.json$/);
    const [, jwt = ''] = /(ey[\w-]+\.[\w-]+\.[\w-]+)/.exec(text) ?? [];
    const read = readJwt(jwt);
    expect(read.kind === 'signed' && read.claims['aud']).toBe(asked);
  });

  it('stays as long as it was, blanks and left-out members included', () => {
    const before = answer('{ "iss": "https://idp.example",  "name": "CANARY" }', '{ "alg": "RS256", "kid": "CANARYkid" }');
    const length = (entryText: string) => (JSON.parse(entryText) as { id_token: string }).id_token.length;
    const source = (before.response as { content: { text: string } }).content.text;
    expect(length(first(before).response.content.text)).toBe(length(source));
    expect(claimsOf(before)['iss']).toBe('https://idp.example');
  });
});

describe('a name', () => {
  const cookies = (value: string) => first({ request: { headers: [header('Cookie', value)] } }).request.headers[0]?.value ?? '';

  it('keeps nothing of an e-mail address', () => {
    const text = har({
      url: 'https://app.example/x?canary.meyer%40app.example=1',
      request: { headers: [header('Cookie', 'auth_canary.meyer@app.example=1')] },
      response: { headers: [header('Set-Cookie', 'canary.meyer@app.example=1')] },
    });
    expect(text).not.toContain('canary');
    expect(text).toContain('auth_');
  });

  it.each(['uid.4111111111111111.t', 'auth_aca17643-ce14-471c-bb64-bd247a862a95', 'deadbeef-cafe-4bad-babe-feedfacedead'])(
    'keeps nothing of a number or a UUID: %s',
    (name) => {
      expect(cookies(`${name}=1`)).not.toMatch(/4111|aca17643|deadbeef|cafe/);
    },
  );

  it('shares with others what it shared', () => {
    const [one = '', other = ''] = cookies(
      'CognitoIdentityServiceProvider.1canary23456789.a@b.idToken=x; CognitoIdentityServiceProvider.1canary23456789.a@b.accessToken=y',
    ).split('; ');
    expect(one).toMatch(/^CognitoIdentityServiceProvider\.\d[a-z]{6}\d{8}\.[a-z]@[a-z]\.idToken=/);
    expect(one).not.toContain('canary');
    expect(other.split('.').slice(0, 3)).toEqual(one.split('.').slice(0, 3));
  });
});

it.each(['invite/CanaryBxoc/cb', 'reset/caNaRydIflt', 'personal/Canary', 'magic/Canarysaddle', 'app/caNaRydIflt', 'users/canary'])(
  'a redirect_uri leads to a place, not to a person: %s',
  (path) => {
    const text = har({
      url: `https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=${encodeURIComponent(`https://app.example/${path}`)}`,
    });
    expect(text.toLowerCase()).not.toContain('canary');
  },
);

it('names headers that a source hides only by their names', () => {
  const read = readHar([entry()]);
  const [exchange] = read.exchanges;
  if (!exchange) throw new Error('no exchange');
  const headers = { fields: [], hidden: ['set-cookie', 'canaryanna'] };
  const { recording } = redactRecording({
    capture: { ...read, exchanges: [{ ...exchange, request: { ...exchange.request, headers } }] },
    story: null,
    second: null,
  });
  expect(JSON.stringify(recording)).not.toContain('canary');
  expect(JSON.stringify(recording)).toContain('"set-cookie"');
});
