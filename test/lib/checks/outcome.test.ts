import { expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import type { BeginEvent, RedirectEvent } from '../../../lib/model/event.ts';
import { fromWebRequest } from '../../../lib/normalize/from-web-request.ts';

const request =
  'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=st-CANARY-0123456789';
const callback = 'https://app.example/cb?code=code-CANARY-0123456789&state=st-CANARY-0123456789';

const begin = (url: string, at: number): BeginEvent => ({
  kind: 'begin',
  request: '1',
  at,
  url,
  method: 'GET',
  type: 'main_frame',
  tab: 1,
  frame: 0,
  initiator: null,
  incognito: false,
  container: null,
  body: null,
});
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
