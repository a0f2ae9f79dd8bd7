import { describe, expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import type { Capture } from '../../../lib/model/capture.ts';
import type { Exchange } from '../../../lib/model/exchange.ts';
import { fromHar } from '../../../lib/normalize/from-har.ts';
import { fromSamlTracer } from '../../../lib/normalize/from-saml-tracer.ts';
import { readSetCookies } from '../../../lib/read/cookies.ts';
import { openFile } from '../../../lib/transfer/open-file.ts';
import { type ExportOptions, type Profile, readSamlTracer, type TracedRequest, toSamlTracer } from '../../build/saml-tracer.ts';
import { broken, healthy, stories } from '../../build/stories.ts';
import { draw, toHar } from '../../build/trace.ts';
import { written } from '../../build/written.ts';

const traced = (trace: string, options: ExportOptions = {}) => readSamlTracer(toSamlTracer(draw(trace), options));
const judged = (capture: Capture) => analyze(capture).flows.map(({ flow, outcome, headline }) => ({ kind: flow.kind, outcome, headline }));
const alarms = (capture: Capture) =>
  analyze(capture)
    .flows.flatMap((flow) => flow.findings)
    .filter((finding) => finding.severity !== 'info')
    .map((finding) => finding.check);
const headlines = (capture: Capture) =>
  judged(capture)
    .map((flow) => flow.headline)
    .filter((headline) => headline !== null);

const authorize = (extra = '') =>
  `https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY%2Fstate%252B1&nonce=CANARY-nonce-1${extra}`;

const posted = (state: string, answer = '→ 303 /') => `
    GET https://app.example/login
    → 302 ${authorize('&response_mode=form_post')}
      Set-Cookie: txn=CANARY-txn-0123456789; Path=/; Secure; HttpOnly; SameSite=None
    GET ${authorize('&response_mode=form_post')}
    → 200
    POST https://app.example/cb [from https://idp.example/]
      Origin: https://idp.example
      Cookie: txn=CANARY-txn-0123456789
      = code=CANARY-code-1-abcdef&state=${state}
    ${answer}
      Set-Cookie: session=CANARY-session-1; Path=/; Secure; HttpOnly
    GET https://app.example/
      Cookie: session=CANARY-session-1
    → 200`;

describe('a file of SAML-tracer', () => {
  it('shows what webRequest shows, and says what is missing', () => {
    const capture = traced(healthy['a server-side app'] ?? '');
    const [first, second] = capture.exchanges;
    expect(capture.source).toEqual({
      kind: 'saml-tracer',
      creator: 'SAML-tracer',
      browser: 'chrome',
      entries: 6,
      product: { name: 'Chrome', version: '150.0.0.0' },
    });
    expect(capture.gaps).toEqual(['times-missing']);
    expect(first).toMatchObject({ id: 'x0.0', source: 'web-request', where: { kind: 'page', fromBrowser: true }, protocol: 'h1' });
    expect(first?.outcome).toMatchObject({ kind: 'redirected', status: 302, by: 'server', body: { seen: false, why: 'body-not-exposed' } });
    expect(second?.previousHop).toBe('x0.0');
    expect(capture.exchanges.map((e) => e.id)).toEqual(['x0.0', 'x1.0', 'x2.0', 'x3.0', 'x4.0', 'x5.0']);
  });

  it('tells a healthy login across redirects from one with another state', () => {
    expect(judged(traced(healthy['a server-side app'] ?? ''))).toEqual([{ kind: 'login', outcome: 'completed', headline: null }]);
    expect(judged(traced(broken['a changed state'] ?? ''))).toEqual([{ kind: 'login', outcome: 'failed', headline: 'state-mismatch' }]);
  });

  it('reads posted fields as they are: they were decoded once already', () => {
    expect(judged(traced(posted('CANARY%2Fstate%252B1')))).toEqual([{ kind: 'login', outcome: 'completed', headline: null }]);
    expect(headlines(traced(posted('CANARY%2Fother%252B1', '→ 400')))).toEqual(['state-mismatch']);
  });

  it('reads the error at the callback', () => {
    const denied = `
      GET ${authorize()}
      → 302 https://app.example/cb?error=invalid_scope&state=CANARY%2Fstate%252B1
      GET https://app.example/cb?error=invalid_scope&state=CANARY%2Fstate%252B1
      → 400`;
    expect(headlines(traced(denied))).toEqual(['authz-error-response']);
  });

  it('keeps fragments, and misses none where there is none', () => {
    const callback = 'https://app.example/cb#access_token=CANARY-access-token-0123456789&state=CANARY-state-1-abcdef&token_type=Bearer';
    const implicit = `
      GET https://idp.example/authorize?response_type=token&client_id=web&redirect_uri=https://app.example/cb&state=CANARY-state-1-abcdef
      → 302 ${callback}
      GET ${callback}
      → 200`;
    expect(judged(traced(implicit))).toEqual([{ kind: 'login', outcome: 'completed', headline: null }]);
    expect(traced(implicit).gaps).not.toContain('fragment-not-recorded');
  });

  it('labels SAML, and finds no login in it', () => {
    const saml = traced(`
      GET https://app.example/
      → 302 https://idp.example/sso?SAMLRequest=CANARYfZJNT8MwDIbv&RelayState=CANARY
      GET https://idp.example/sso?SAMLRequest=CANARYfZJNT8MwDIbv&RelayState=CANARY
      → 200
      POST https://app.example/acs [from https://idp.example/]
        = SAMLResponse=CANARYPHNhbWxwOlJlc3BvbnNl&RelayState=CANARY
      → 302 /
      GET https://app.example/
      → 200`);
    expect(saml.exchanges).toHaveLength(4);
    expect(judged(saml)).toEqual([]);
    const { text, leaks } = written({ capture: saml, story: null, second: null });
    expect(leaks).toBe(0);
    expect(text).not.toContain('CANARY');
  });

  it('a request without an answer is pending, not failed', () => {
    const file = toSamlTracer(draw(broken['a listener that is gone'] ?? ''));
    for (const spoil of [{}, { responseStatus: undefined, responseStatusText: undefined, responseHeaders: undefined }]) {
      const last = file.requests.at(-1);
      Object.assign(last ?? {}, spoil);
      const capture = readSamlTracer(JSON.parse(JSON.stringify(file)));
      expect(capture.exchanges.at(-1)?.outcome).toEqual({ kind: 'pending' });
      expect(judged(capture)).toEqual([{ kind: 'login', outcome: 'unknown', headline: null }]);
    }
  });

  it('two hops of one chain to one address share the last answer, so the first one is not known', () => {
    const callback = 'https://app.example/cb?code=CANARY-code-1-abcdef&state=CANARY%2Fstate%252B1';
    const capture = traced(`
      GET ${authorize()}
      → 302 ${callback}
      GET ${callback}
      → 302 ${callback}
        Set-Cookie: seen=CANARY; Path=/; Secure
      GET ${callback}
        Cookie: seen=CANARY
      → 200`);
    expect(capture.exchanges.map((e) => e.outcome.kind)).toEqual(['redirected', 'pending', 'answered']);
    expect(alarms(capture)).toEqual([]);
    expect(judged(capture)).toEqual([{ kind: 'login', outcome: 'unknown', headline: null }]);
  });

  it('a cookie that was deleted with an old date is deleted', () => {
    const capture = traced(`
      GET https://app.example/
      → 200
        Set-Cookie: txn=; Expires=Thu, 01 Jan 1970 00:00:10 GMT`);
    const [{ startedAt, outcome }] = capture.exchanges as [Exchange];
    const cookies = outcome.kind === 'answered' ? readSetCookies(outcome.headers, startedAt) : 'hidden';
    expect(cookies).toMatchObject([{ name: 'txn', deletes: true }]);
  });

  it('without any cookie, cookies may have been left out', () => {
    const capture = traced(broken['a changed state'] ?? '');
    expect(capture.gaps).toContain('header-hidden');
    expect(capture.exchanges[0]?.request.headers.hidden).toContain('cookie');
  });

  it('skips what can not be read, and counts it', () => {
    const file = toSamlTracer(draw(healthy['a server-side app'] ?? ''));
    const rubbish: unknown[] = [null, 7, 'CANARY', [], {}, { url: 5, method: [] }, { url: '/relative', method: 'GET' }, { method: 'GET' }];
    const capture = readSamlTracer({ ...file, requests: [...rubbish, ...file.requests] });
    expect(capture.skipped).toHaveLength(rubbish.length);
    expect(capture.source.entries).toBe(rubbish.length + 6);
    expect(judged(capture)).toEqual([{ kind: 'login', outcome: 'completed', headline: null }]);
    const hollow = { url: 'https://app.example/', method: 'GET', requestHeaders: 'CANARY', post: { a: 1 }, responseHeaders: [null, 5, []] };
    expect(readSamlTracer({ requests: [hollow], timestamp: [] }).exchanges).toHaveLength(1);
  });

  it.each([
    [{ requests: [] }],
    [{ requests: {} }],
    [{ requests: [{ url: 'https://app.example/' }, null] }],
    [{ requests: [{ url: 5, method: 'GET' }] }],
    [{ log: {}, requests: [{ url: 'https://app.example/', method: 'GET' }] }],
    [[{ url: 'https://app.example/', method: 'GET' }]],
    [null],
  ])('%j is something else', (file) => expect(fromSamlTracer(file)).toEqual({ kind: 'other' }));

  it('is opened through the same door as a HAR', () => {
    const opened = openFile(JSON.stringify(toSamlTracer(draw(healthy['a server-side app'] ?? ''))));
    expect(opened).toMatchObject({ kind: 'read', format: 'saml-tracer', recording: { story: null, second: null } });
  });
});

/** Where the recorder can not see what the HAR shows: it hears of no failed connection. */
const unseen: Readonly<Record<string, string>> = { 'a listener that is gone': 'network-failure' };

describe('the same login, recorded as HAR and by SAML-tracer', () => {
  for (const [name, trace] of Object.entries(stories)) {
    const har = fromHar(toHar(draw(trace)));
    if (har.kind !== 'read') throw new Error(har.because);
    const expected = judged(har.capture);

    for (const legacy of [false, true])
      it(`is judged the same: ${name}${legacy ? ' (legacy)' : ''}`, () => {
        const seen = judged(traced(trace, { legacy }));
        if (name in unseen) {
          expect(expected.map((flow) => flow.headline)).toEqual([unseen[name]]);
          expect(seen).toEqual([{ kind: 'login', outcome: 'unknown', headline: null }]);
        } else expect(seen).toEqual(expected);
      });

    for (const profile of ['hash', 'obfuscate'] satisfies Profile[])
      it(`accuses nobody else when exported with the profile "${profile}": ${name}`, () => {
        const capture = traced(trace, { profile });
        const before = new Set(alarms(har.capture));
        expect(alarms(capture).filter((check) => !before.has(check))).toEqual(
          // The page that names the address is a body; the status of its answer is left.
          name === 'a refused address' ? ['authz-http-error'] : [],
        );
      });
  }

  it.each(['hash', 'obfuscate'] satisfies Profile[])('posted answers prove nothing about the state with the profile "%s"', (profile) => {
    for (const trace of [posted('CANARY%2Fstate%252B1'), posted('CANARY%2Fother%252B1')]) {
      const capture = traced(trace, { profile });
      expect(alarms(capture)).toEqual([]);
      const open = analyze(capture).flows.flatMap((flow) => flow.results);
      expect(open.find((result) => result.check === 'state-mismatch')?.verdict).toMatchObject({
        kind: 'inconclusive',
        why: 'redacted-input',
      });
    }
  });

  it('attributes of a cookie that were replaced with its value are no attributes', () => {
    const capture = traced(posted('CANARY%2Fstate%252B1'), { profile: 'hash' });
    expect(capture.gaps).toContain('header-hidden');
    const names = capture.exchanges.flatMap((e) => (e.outcome.kind === 'pending' ? [] : e.outcome.headers.fields.map((f) => f.name)));
    expect(names).not.toContain('Set-Cookie');
  });

  it('no hash of a secret stands in a file to be shared', () => {
    const file = toSamlTracer(draw(posted('CANARY%2Fstate%252B1')), { profile: 'hash' });
    const hashes = [...JSON.stringify(file).matchAll(/\{hash:(\w+)\}/g)].map(([, hash = '']) => hash);
    const { text } = written({ capture: readSamlTracer(file), story: null, second: null });
    expect(hashes.length).toBeGreaterThan(4);
    expect(hashes.filter((hash) => text.includes(hash))).toEqual([]);
  });
});

describe('a file in which members are missing', () => {
  it.each([
    'requestHeaders',
    'responseHeaders',
    'responseStatus',
    'responseStatusText',
    'requestId',
    'post',
    'postData',
    'get',
  ] satisfies (keyof TracedRequest)[])('is read without %s, and a healthy login stays calm', (member) => {
    const file = toSamlTracer(draw(posted('CANARY%2Fstate%252B1')));
    for (const request of file.requests) delete request[member];
    expect(alarms(readSamlTracer(file))).toEqual([]);
  });
});
