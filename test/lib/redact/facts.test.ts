/** Ten facts that a support desk needs are still there after a redaction, for anybody who reads the file with any tool. */
import { expect, it } from 'vitest';
import { redactRecording } from '../../../lib/redact/file/capture.ts';
import { redactHar } from '../../../lib/redact/file/har.ts';
import { entry, harOf, header, readHar } from '../../build/har-file.ts';

const redirectUri = 'https://app.example/auth/callback';
const authorize = `https://idp.example/realms/acme/authorize?response_type=code&client_id=web&redirect_uri=${encodeURIComponent(redirectUri)}&state=CANARY-sent-state&nonce=CANARY-nonce`;
const callback = `${redirectUri}?error=access_denied&error_description=CANARY%20said%20no&state=CANARY-other-state#access_token=CANARY-token`;
const cookies = 'sid=CANARY-1; login.state=CANARY-2; theme=CANARY-3';

const entries = [
  entry({
    url: authorize,
    request: { headers: [header('Cookie', cookies)] },
    response: {
      status: 302,
      headers: [header('Location', callback), header('Set-Cookie', 'txn=CANARY-4; Path=/; SameSite=None; Secure; HttpOnly')],
      redirectURL: callback,
    },
  }),
  entry({
    url: callback,
    response: { status: 403 },
    entry: { time: 1234, startedDateTime: '2026-01-01T00:00:01.250Z', timings: { send: 1, wait: 1200, receive: 33 } },
  }),
];

interface Shown {
  readonly url: string;
  readonly cookie: string;
  readonly setCookie: string;
  readonly status: number;
  readonly durationMs: number | null;
  readonly startedAt: number;
}

const har = (redactHar(harOf(entries)).har as unknown as { log: { entries: unknown[] } }).log.entries;
const headerOf = (headers: readonly { name: string; value: string }[], name: string) => headers.find((h) => h.name === name)?.value ?? '';

function shownInHar(index: number): Shown {
  const one = har[index] as {
    time: number;
    startedDateTime: string;
    request: { url: string; headers: { name: string; value: string }[] };
    response: { status: number; headers: { name: string; value: string }[] };
  };
  return {
    url: one.request.url,
    cookie: headerOf(one.request.headers, 'Cookie'),
    setCookie: headerOf(one.response.headers, 'Set-Cookie'),
    status: one.response.status,
    durationMs: one.time,
    startedAt: Date.parse(one.startedDateTime),
  };
}

const taken = redactRecording({ capture: readHar(entries), story: null, second: null }).recording.capture.exchanges;

function shownInCapture(index: number): Shown {
  const one = taken[index];
  if (!one || one.outcome.kind === 'pending' || one.outcome.status === null) throw new Error('there is no answer');
  return {
    url: one.request.url,
    cookie: headerOf(one.request.headers.fields, 'Cookie'),
    setCookie: headerOf(one.outcome.headers.fields, 'Set-Cookie'),
    status: one.outcome.status,
    durationMs: one.durationMs,
    startedAt: one.startedAt,
  };
}

it.each([
  ['HAR', shownInHar],
  ['capture', shownInCapture],
])('ten facts can be read in a redacted %s', (_, shown) => {
  const asked = shown(0);
  const answered = shown(1);
  const request = new URL(asked.url);
  const response = new URL(answered.url);
  expect(JSON.stringify([asked, answered])).not.toContain('CANARY');
  // The state came back another one.
  expect(request.searchParams.get('state')).not.toBe(response.searchParams.get('state'));
  expect(request.searchParams.get('redirect_uri')).toBe(redirectUri);
  expect(request.pathname).toBe('/realms/acme/authorize');
  expect(response.origin + response.pathname).toBe(redirectUri);
  // A token in the fragment is still one in the fragment.
  expect(new URLSearchParams(response.hash.slice(1)).has('access_token')).toBe(true);
  expect(response.searchParams.get('error')).toBe('access_denied');
  expect(asked.setCookie).toMatch(/^txn=[^;]*; Path=\/; SameSite=None; Secure; HttpOnly$/);
  expect(asked.cookie.split('; ').map((pair) => pair.split('=')[0])).toEqual(['sid', 'login.state', 'theme']);
  expect([asked.url.length, asked.cookie.length]).toEqual([authorize.length, cookies.length]);
  expect([request.searchParams.get('response_type'), request.searchParams.get('client_id')]).toEqual(['code', 'web']);
  expect([asked.status, answered.status]).toEqual([302, 403]);
  expect([answered.durationMs, answered.startedAt - asked.startedAt]).toEqual([1234, 1250]);
});
