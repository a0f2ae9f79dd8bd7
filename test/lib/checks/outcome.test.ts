import { describe, expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import type { RedirectEvent } from '../../../lib/model/event.ts';
import { fromWebRequest } from '../../../lib/normalize/from-web-request.ts';
import { begun } from '../../build/events.ts';
import { capture, clockStart, draw, toEvents } from '../../build/trace.ts';

const request =
  'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=st-CANARY-0123456789';
const callback = 'https://app.example/cb?code=code-CANARY-0123456789&state=st-CANARY-0123456789';

const begin = (url: string, at: number) => begun({ url, at });
const redirect = (url: string, to: string, at: number, status: number): RedirectEvent => ({
  kind: 'redirect',
  request: '1',
  at,
  url,
  to,
  status,
  statusLine: status === 0 ? '' : 'HTTP/1.1 302 Found',
  headers: [],
  fromCache: false,
});
const handedOver = [begin(request, 0), redirect(request, callback, 5, 302), begin(callback, 6), redirect(callback, callback, 7, 0)];

it.each([
  ['closed', [{ kind: 'close', at: 900, tab: 1 } as const], 'abandoned'],
  ['open', [], 'in-progress'],
])('a login whose sign-in page is %s', (_, end, outcome) => {
  const complete = {
    kind: 'complete',
    request: '1',
    at: 5,
    url: request,
    status: 200,
    statusLine: 'HTTP/1.1 200 OK',
    fromCache: false,
  } as const;
  const { flows } = analyze(fromWebRequest([begin(request, 0), complete, ...end], { live: true, asOf: 1_000 }));
  expect(flows.map((f) => f.outcome)).toEqual([outcome]);
});

it.each([
  ['a while later', 60_000, 'unknown'],
  ['right now', 100, 'in-progress'],
])('an answer the app’s service worker took over, and nobody saw what came of it, is no completed login: %s', (_, asOf, outcome) => {
  const { flows } = analyze(fromWebRequest(handedOver, { live: true, asOf }));
  expect(flows.map((f) => f.outcome)).toEqual([outcome]);
});

describe('how a login ended', () => {
  const asked = request;
  const login = `
    GET ${asked}
    → 302 ${callback}
    GET ${callback}`;
  const token = `
    POST https://idp.example/token [fetch] [from https://app.example]
      Origin: https://app.example
      = grant_type=authorization_code&client_id=web&code=code-CANARY-0123456789&redirect_uri=https://app.example/cb`;
  const granted = `
    → 200
      Access-Control-Allow-Origin: *`;
  const native = asked.replace('https%3A%2F%2Fapp.example%2Fcb', 'com.example.app%3A%2Fcb');

  /** Outcome in a file or a recording that is over, and in one that still runs. */
  it.each([
    ['the app took the answer', `${login}\n→ 200`, 'completed', 'completed'],
    ['the app has not answered yet', `${login}\n→ pending`, 'unknown', 'in-progress'],
    ['the user left while the app was answering', `${login}\n→ failed net::ERR_ABORTED`, 'abandoned', 'abandoned'],
    ['the app refused the answer', `${login}\n→ 403`, 'failed', 'failed'],
    ['the answer was not followed', `GET ${asked}\n→ 302 ${callback}`, 'unknown', 'in-progress'],
    ['the provider asks for a password', `GET ${asked}\n→ 200`, 'unknown', 'in-progress'],
    ['it was only loaded ahead', `GET ${asked} [prefetch]\n→ 200`, 'abandoned', 'abandoned'],
    [
      'a program on this computer has the answer',
      `GET ${native}\n→ 302 com.example.app:/cb?code=code-CANARY-0123456789&state=st-CANARY-0123456789`,
      'completed',
      'completed',
    ],
    ['the user went elsewhere', `GET ${asked}\n→ 200\nGET https://other.example/ [+10s]\n→ 200`, 'abandoned', 'in-progress'],
    [
      'only a script went elsewhere',
      `GET ${asked}\n→ 200\nGET https://other.example/ [fetch] [from https://idp.example] [+10s]\n→ 200`,
      'unknown',
      'in-progress',
    ],
    ['the app was opened without an answer', `GET ${asked}\n→ 200\nGET https://app.example/cb\n→ 200`, 'abandoned', 'in-progress'],
    ['the page redeemed the code', `${login}\n→ 200${token}${granted}`, 'completed', 'completed'],
    ['the token endpoint refused the code', `${login}\n→ 200${token}${granted.replace('200', '400')}`, 'failed', 'failed'],
    [
      'the provider asks for a login where none may be shown',
      `GET ${asked}&prompt=none [frame] [from https://app.example]\n→ 302 https://app.example/cb?error=login_required&state=st-CANARY-0123456789\nGET https://app.example/cb?error=login_required&state=st-CANARY-0123456789 [frame]\n→ 200`,
      'completed',
      'completed',
    ],
    [
      'the user said no',
      `GET ${asked}\n→ 302 https://app.example/cb?error=access_denied&state=st-CANARY-0123456789\nGET https://app.example/cb?error=access_denied&state=st-CANARY-0123456789\n→ 200`,
      'denied',
      'denied',
    ],
  ])('%s', (_, trace, over, live) => {
    const outcomes = (running: boolean) => analyze(capture(trace, 'web-request', { live: running }).capture).flows.map((f) => f.outcome);
    expect(outcomes(false)).toEqual([over]);
    expect(outcomes(true)).toEqual([live]);
    expect(analyze(capture(trace, 'har').capture).flows.map((f) => f.outcome)).toEqual([over]);
  });

  it.each([
    ['for half an hour', 1_800_000, 'in-progress'],
    ['for two hours', 7_200_000, 'abandoned'],
  ])('the sign-in page has been open %s', (_, later, outcome) => {
    const events = toEvents(draw(`GET ${asked}\n→ 200`), {});
    const { flows } = analyze(fromWebRequest(events, { live: true, asOf: clockStart + later }));
    expect(flows.map((f) => f.outcome)).toEqual([outcome]);
  });

  it('a login begun anew leaves the first one behind', () => {
    const again = asked.replace('st-CANARY', 'st-CANARY-2');
    const trace = `GET ${asked}\n→ 200\nGET ${again} [+10s]\n→ 302 ${callback.replace('st-CANARY', 'st-CANARY-2')}\nGET ${callback.replace('st-CANARY', 'st-CANARY-2')}\n→ 200`;
    expect(analyze(capture(trace, 'web-request').capture).flows.map((f) => f.outcome)).toEqual(['abandoned', 'completed']);
  });
});

describe('how other flows ended', () => {
  const refresh = `
    POST https://idp.example/token [fetch] [from https://app.example]
      = grant_type=refresh_token&client_id=app&refresh_token=CANARY-refresh`;
  const device = `
    POST https://idp.example/token [fetch] [from https://app.example]
      = grant_type=urn:ietf:params:oauth:grant-type:device_code&client_id=tv&device_code=CANARY-device`;
  const logout = 'GET https://idp.example/logout?post_logout_redirect_uri=https%3A%2F%2Fapp.example%2F&client_id=app';

  it.each([
    ['tokens were renewed', `${refresh}\n→ 200`, 'tokens completed'],
    ['the provider was down', `${refresh}\n→ 503`, 'tokens failed'],
    ['the renewal has no answer', `${refresh}\n→ pending`, 'tokens unknown'],
    ['a device got its tokens', `${device}\n→ 200\n= {"access_token":"CANARY","token_type":"Bearer"}`, 'device completed'],
    ['a device still waits', `${device}\n→ 400\n= {"error":"authorization_pending"}`, 'device unknown'],
    ['the user refused the device', `${device}\n→ 400\n= {"error":"access_denied"}`, 'device denied'],
    ['the logout came back', `${logout}\n→ 302 https://app.example/\nGET https://app.example/\n→ 200`, 'logout completed'],
    ['the logout has no answer', `${logout}\n→ pending`, 'logout unknown'],
    ['the logout broke off', `${logout}\n→ failed net::ERR_ABORTED`, 'logout abandoned'],
  ])('%s', (_, trace, expected) => {
    expect(analyze(capture(trace, 'har').capture).flows.map((f) => `${f.flow.kind} ${f.outcome}`)).toEqual([expected]);
  });

  it('a logout that still runs is in progress', () => {
    const { flows } = analyze(capture(`${logout}\n→ pending`, 'web-request', { live: true }).capture);
    expect(flows.map((f) => f.outcome)).toEqual(['in-progress']);
  });
});
