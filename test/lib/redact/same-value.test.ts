/** One value that stands in a file in several ways is still one value there, and what a mistake made of it can still be seen. */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import { fromHar } from '../../../lib/normalize/from-har.ts';
import { redactHar } from '../../../lib/redact/file/har.ts';
import { StandIns } from '../../../lib/redact/file/stand-ins.ts';
import { entry, harOf, header } from '../../build/har-file.ts';

const idp = 'https://idp.example/oauth2/authorize?client_id=web&response_type=code&redirect_uri=https%3A%2F%2Fapp.example%2Fcallback';

/** A login whose state comes back as `returned`; a cookie holds what was sent, percent-encoded. */
function login(sent: string, returned: string): unknown {
  const start = `${idp}&state=${encodeURIComponent(sent)}`;
  const callback = `https://app.example/callback?code=CANARYcode12345&state=${encodeURIComponent(returned)}`;
  const cookie = `oidc_state=${encodeURIComponent(sent)}`;
  return harOf([
    entry({
      url: 'https://app.example/login',
      response: {
        status: 302,
        headers: [header('Location', start), header('Set-Cookie', `${cookie}; Path=/; Secure; HttpOnly`)],
        redirectURL: start,
      },
    }),
    entry({ url: start, response: { status: 302, headers: [header('Location', callback)], redirectURL: callback } }),
    entry({ url: callback, request: { headers: [header('Cookie', cookie)] } }),
  ]);
}

function findings(har: unknown): string[] {
  const read = fromHar(har);
  if (read.kind !== 'read') throw new Error(read.because);
  return analyze(read.capture, 'auditor').flows.flatMap((flow) => flow.findings.map((one) => `${one.check} ${one.message}`));
}

describe('a state that came back encoded once more', () => {
  for (const sent of ['https://app.example/CANARY?y=1', '{"r":"/home","u":"CANARYanna"}', 'a=b&CANARY12345678', '100%abCANARY12345678'])
    it(`is still that one: ${sent}`, () => {
      const har = login(sent, encodeURIComponent(sent));
      const before = findings(har);
      expect(before.join()).toContain('state-mangled');
      const redacted = redactHar(har);
      expect(findings(JSON.parse(redacted.text))).toEqual(before);
      expect(redacted.text).not.toContain('CANARY');
    });
});

it('keeps the names in a form that was sent as plain text', () => {
  const posted = { mimeType: 'text/plain', text: 'grant_type=authorization_code&code=CANARYcode12345&code_verifier=CANARYverifier12345' };
  const har = harOf([
    entry({ url: 'https://idp.example/token', request: { method: 'POST', postData: posted }, response: { status: 400 } }),
  ]);
  const redacted = redactHar(har).text;
  expect(redacted).toMatch(/grant_type=authorization_code&code=[^&"]+&code_verifier=[^&"]+/);
  expect(redacted).not.toContain('CANARY');
});

it('keeps an address that was escaped for HTML what it is', () => {
  const escaped = `${idp}&state=CANARYstate12345&nonce=CANARYnonce12345`.replaceAll('&', '&amp;');
  const har = harOf([entry({ url: escaped, response: { status: 400, headers: [] } })]);
  const before = findings(har);
  expect(before.join()).toContain('authz-mangled');
  const redacted = redactHar(har);
  expect(findings(JSON.parse(redacted.text))).toEqual(before);
  expect(redacted.text).not.toContain('CANARY');
});

it('has one stand-in, encoded where the value was', () => {
  for (const value of ['anna.CANARY@idp.example', 'äöü {CANARY}', '50%/CANARY']) {
    const standIns = new StandIns();
    const plain = standIns.of(value);
    expect(standIns.of(encodeURIComponent(value))).toBe(encodeURIComponent(plain));
    expect(standIns.of(encodeURIComponent(encodeURIComponent(value)))).toBe(encodeURIComponent(encodeURIComponent(plain)));
    // Only one value was hidden.
    expect(standIns.counts.value).toBe(1);
  }
});

it('keeps the mixed and broken encodings of a value', () => {
  const standIns = new StandIns();
  const made = standIns.of('%43ANARY%c3%a4+x%ffy%2fz');
  expect(made).toMatch(/^%[4-7][\da-f][A-Z]{5}%c3%[ab][\da-f]\+[a-z]%[89ab][\da-f][a-z]%2f[a-z]$/i);
});

it('shows what was cut off a value that came first where nothing is compared', () => {
  const standIns = new StandIns();
  const first = standIns.of('CANARYstate0123456789abcdef');
  standIns.of('CANARYstate0123456789abcdef', true);
  expect(standIns.of('CANARYstate0123456789', true)).toBe(first.slice(0, 21));
});
