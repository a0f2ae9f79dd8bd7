import { describe, expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import { type CookieWords, cookieWords, growingWords, talePhrase, tornWords } from '../../../lib/explain/cookies.ts';
import { buildRecordingReport } from '../../../lib/transfer/recording-report.ts';
import { toMarkdown } from '../../../lib/transfer/to-markdown.ts';
import { toText } from '../../../lib/transfer/to-text.ts';
import { recorded } from '../../build/hostile.ts';
import { capture, type DrawnSource, type DrawOptions } from '../../build/trace.ts';
import { answer, ask, signIn } from '../field-rows/row.ts';

const back = `https://app.example/cb?${answer()}`;
const plain: CookieWords = {
  name: (name) => name,
  host: (host) => host,
  hop: (id) => id,
  clock: (at) => new Date(at).toISOString().slice(11, 19),
};

function told(trace: string, options: DrawOptions = {}, source: DrawnSource = 'web-request') {
  const { cookies } = analyze(capture(trace, source, options).capture).flows[0] ?? {};
  if (cookies?.kind !== 'told') return [cookies?.kind === 'hidden' ? `hidden: ${cookies.why}` : (cookies?.kind ?? 'no login')];
  return [
    ...cookies.lines.map((line) => `${line.culprit ? '✕ ' : ''}${line.keeps} ${line.name}: ${cookieWords(line, plain)}`),
    ...cookies.torn.map((torn) => tornWords(torn, plain)),
    ...cookies.growing.map((family) => growingWords(family, plain)),
    ...cookies.gaps,
  ];
}

describe('the cookies of a login', () => {
  it('are kept and sent', () => {
    const trace = `
  GET https://app.example/login
  → 302 ${ask()}
    Set-Cookie: txn=CANARY-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
    Set-Cookie: _ga=GA1.2; Path=/
    ~ kept txn
    ~ kept _ga
  GET ${ask()}
  → 302 ${back}
  GET ${back}
    Cookie: txn=CANARY-0123456789
  → 302 /
    Set-Cookie: session=CANARY-session; Path=/; Secure; HttpOnly
    ~ kept session
  GET https://app.example/
    Cookie: session=CANARY-session
  → 200`;
    expect(told(trace)).toEqual([
      'pending txn: set by app.example at 00:00:00, kept; sent with the callback',
      'session session: set by app.example at 00:00:00, kept; sent with the next page',
    ]);
    expect(told(trace, {}, 'har')).toEqual([
      'pending txn: set by app.example at 00:00:00; sent with the callback',
      'session session: set by app.example at 00:00:00; sent with the next page',
      'jar-not-readable',
    ]);
  });

  const posted = (cookie: string) => `
  GET https://app.example/login
  → 302 ${ask({ extra: '&response_mode=form_post' })}
    Set-Cookie: ${cookie}
  GET ${ask({ extra: '&response_mode=form_post' })}
  → 200
  POST https://app.example/cb [from https://idp.example] [+180s]
    Origin: https://idp.example
    Sec-Fetch-Site: cross-site
    = ${answer()}
  → 400`;

  it('are withheld by SameSite, with method and age', () => {
    expect(told(posted('state=CANARY-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax'))).toEqual([
      '✕ pending state: set by app.example at 00:00:00; not sent with the callback: SameSite=Lax, and the answer is a POST from another site 3 min later',
      'jar-not-readable',
    ]);
    expect(told(posted('state=CANARY-0123456789; Path=/; Secure; HttpOnly'))).toEqual([
      '✕ pending state: set by app.example at 00:00:00; not sent with the callback: no SameSite, which counts as Lax after two minutes, and the answer is a POST from another site 3 min later',
      'jar-not-readable',
    ]);
  });

  it.each([
    ['SameSite=None; Path=/', 'refused: SameSite=None asks for Secure; so it did not come with the callback'],
    ['Path=/; Secure; Domain=other.example', 'refused: its Domain is not this host’s; so it did not come with the callback'],
    ['Path=/Cb; Secure; SameSite=None', 'not sent with the callback: its path is written in another case than the callback'],
    ['Path=/login; Secure; SameSite=None', 'not sent with the callback: its path does not cover the callback'],
    ['Path=/; Secure; SameSite=None; Max-Age=60', 'not sent with the callback: it had expired; the answer came 3 min later'],
    ['Path=/; Secure; SameSite=Strict', 'not sent with the callback: SameSite=Strict, and the answer is a request from another site'],
    [
      'Path=/; Secure; SameSite=None',
      'not sent with the callback: no rule of the browser explains it; an extension, a privacy setting or a proxy may have removed it',
    ],
  ])('with %s', (attributes, why) => {
    expect(told(posted(`state=CANARY-0123456789; HttpOnly; ${attributes}`))[0]).toContain(why);
  });

  it('are overwritten by another tab', () => {
    const trace = `
  GET https://app.example/login
  → 302 ${ask()}
    Set-Cookie: state=CANARY-one-0123456789; Path=/; Secure; HttpOnly
  GET ${ask()}
  → 200
  GET https://app.example/login [tab 2]
    Cookie: state=CANARY-one-0123456789
  → 302 ${ask({ n: 2 })}
    Set-Cookie: state=CANARY-two-0123456789; Path=/; Secure; HttpOnly
  GET ${ask({ n: 2 })} [tab 2]
  → 200
  GET ${back} [from https://idp.example] [+5s]
    Cookie: state=CANARY-two-0123456789
  → 403`;
    expect(told(trace)[0]).toBe(
      '✕ pending state: set by app.example at 00:00:00; came with another value at the callback: overwritten by x2.0',
    );
  });

  it('are in pieces, pile up, or are lost at the next page', () => {
    const trace = (n: number) => `
  GET https://app.example/login
    Cookie: ${Array.from({ length: n * 2 }, (_, i) => `.AspNetCore.Correlation.CANARY${i}aB1cD2eF3=N`).join('; ')}
  → 302 ${ask({ n })}
    Set-Cookie: .AspNetCore.Correlation.CANARY9${n}aB1cD2eF3=CANARY-0123456789; Path=/; Secure; HttpOnly
  GET ${ask({ n })}
  → 302 https://app.example/cb?${answer(n)}
  GET https://app.example/cb?${answer(n)}
    Cookie: ${[...Array.from({ length: n * 2 }, (_, i) => `.AspNetCore.Correlation.CANARY${i}aB1cD2eF3=N`), `.AspNetCore.Correlation.CANARY9${n}aB1cD2eF3=CANARY-0123456789`].join('; ')}
  → 302 https://www.app.example/
    Set-Cookie: appSession.0=CANARY-one; Path=/; Secure; HttpOnly
    Set-Cookie: appSession.1=CANARY-two; Path=/; Secure; HttpOnly; Domain=app.example
  GET https://www.app.example/ [+2s]
    Cookie: appSession.1=CANARY-two; appSession.2=CANARY-three
  → 302 https://www.app.example/signin
  GET https://www.app.example/signin
  → 200`;
    const { flows } = analyze(capture(trace(1) + trace(2), 'web-request').capture);
    const [, second] = flows;
    expect(second?.cookies.kind).toBe('told');
    if (second?.cookies.kind !== 'told') return;
    const { lines, torn, growing } = second.cookies;
    expect(lines.map((line) => `${line.culprit ? '✕ ' : ''}${line.name}: ${line.fate} ${line.withheld?.kind ?? ''}`)).toEqual([
      '.AspNetCore.Correlation.CANARY92aB1cD2eF3: sent ',
      '✕ appSession.0: missing host',
      'appSession.1: sent ',
    ]);
    expect(torn.map(({ family, have, missing }) => ({ family, have, missing }))).toEqual([
      { family: 'appSession.', have: [1, 2], missing: [0] },
    ]);
    expect(growing.map(({ family, attempts }) => [family, attempts.map(({ count }) => count)])).toEqual([
      ['.AspNetCore.Correlation.*', [3, 5]],
    ]);
    expect(talePhrase(second.cookies)).toBe('3 cookies, 1 not sent, pieces missing');
  });

  it('say why they can not be told', () => {
    const bare = `
  GET https://app.example/login
  → 302 ${ask()}
  GET ${ask()}
  → 302 ${back}
  GET ${back}
  → 400`;
    expect(told(bare, {}, 'har')).toEqual(['hidden: header-hidden']);
    expect(told(bare)).toEqual(['none']);
  });

  it('stand in the reports, with names as the policy allows and without values', () => {
    const cookie = '.AspNetCore.Correlation.CANARYx1Y2z3=CANARY-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax';
    const trace = `${signIn(back, { cookie })}
  GET ${back}
  → 400`;
    const report = buildRecordingReport(recorded(trace), { profile: 'default', policy: 'share-safe', version: '1' });
    const [line] = report.flows[0]?.cookies?.cookies ?? [];
    expect(line).toMatchObject({
      keeps: 'pending',
      host: 'app.example',
      taken: 'fits',
      fate: 'missing',
      withheld: 'unexplained',
      culprit: true,
    });
    expect(line?.name).toMatch(/^\.AspNetCore\.Correlation\.name~/);
    for (const text of [JSON.stringify(report), toText(report, 'a'), toMarkdown(report, 'a')]) {
      expect(text).not.toContain('CANARY');
      expect(text.replace(/\s+/g, ' ')).toContain('not sent with the callback');
    }
  });
});
