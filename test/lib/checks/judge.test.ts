/** From verdicts to findings: how grave, which is the cause, and what is only a consequence of it. */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import { defineCheck } from '../../../lib/checks/define.ts';
import { runChecks } from '../../../lib/checks/run.ts';
import { pass } from '../../../lib/checks/verdict.ts';
import { link } from '../../../lib/correlate/link.ts';
import type { Profile } from '../../../lib/model/finding.ts';
import { setScene, setStage } from '../../../lib/observe/scene.ts';
import { broken } from '../../build/stories.ts';
import { capture } from '../../build/trace.ts';

const request = 'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb';
const state = '&state=CANARY-state-1-abcdef';
const went = (asked: string, answer: string, cookies = '', server = '') => `
  GET ${asked}
  → 302 https://app.example/cb${answer}
  GET https://app.example/cb${answer}
  ${cookies}
  → 302 /
  ${server}
  GET https://app.example/
  → 200`;

/** `outcome headline`, then a line for each finding of the named checks: check, severity, role, and what it stands under. */
function expectJudged(trace: string, profile: Profile, head: string, lines: readonly string[]): void {
  const named = new Set(lines.map((line) => line.split(' ')[0]));
  const found = analyze(capture(trace, 'web-request', {}).capture, profile).flows.map(({ outcome, headline, findings }) => ({
    head: `${outcome} ${headline ?? '-'}`,
    lines: findings
      .filter(({ check }) => named.has(check))
      .map(({ check, severity, role, under }) => `${check} ${severity} ${role}${under ? ` under ${under}` : ''}`),
  }));
  expect(found).toEqual([{ head, lines }]);
}

describe('a login that went well', () => {
  const unprotected = went(request, '?code=CANARY-code-0123456789');

  it('hears of its weaknesses in passing', () => {
    expectJudged(unprotected, 'default', 'completed -', ['pkce-missing info hygiene', 'state-missing info hygiene']);
  });

  it('hears of them in full from the auditor, the gravest as its headline', () => {
    expectJudged(unprotected, 'auditor', 'completed state-missing', ['state-missing error cause', 'pkce-missing warning hygiene']);
  });

  it('is warned of what will soon hurt', () => {
    const large = went(request + state, `?code=CANARY-code-0123456789${state}`, `Cookie: big=CANARY${'x'.repeat(9000)}`, 'Server: nginx');
    expectJudged(large, 'default', 'completed -', ['cookie-header-too-large warning hygiene', 'pkce-missing info hygiene']);
  });

  it('is not warned of what did no harm', () => {
    const challenged = `${request}${state}&code_challenge=CANARY-too-short&code_challenge_method=S256`;
    const trace = went(challenged, `?code=CANARY-code-0123456789${state}`);
    expectJudged(trace, 'default', 'completed -', ['pkce-malformed info hygiene']);
    expectJudged(trace, 'auditor', 'completed -', ['pkce-malformed warning hygiene']);
  });
});

describe('a login that failed', () => {
  it('has one cause, and the rest are consequences; a warning stays one', () => {
    for (const profile of ['default', 'auditor'] as const)
      expectJudged(broken['a lost cookie'] ?? '', profile, 'failed cookie-scope-mismatch', [
        'cookie-scope-mismatch error cause',
        'transaction-cookie-lost error symptom under cookie-scope-mismatch',
        'callback-http-error error symptom under cookie-scope-mismatch',
        'pkce-malformed warning symptom under cookie-scope-mismatch',
      ]);
  });

  it('is not explained by a weakness, however grave', () => {
    expectJudged(broken['a listener that is gone'] ?? '', 'default', 'failed network-failure', [
      'network-failure error cause',
      'pkce-missing info hygiene',
    ]);
    expectJudged(broken['a listener that is gone'] ?? '', 'auditor', 'failed network-failure', [
      'network-failure error cause',
      'pkce-missing error hygiene',
    ]);
  });

  it('keeps a leak as a cause of its own', () => {
    const answer = `?access_token=CANARY-token-0123456789${state}`;
    const trace = `
      GET ${request.replace('code', 'token')}${state}
      → 302 https://app.example/cb${answer}
      GET https://app.example/cb${answer}
      → 500`;
    expectJudged(trace, 'default', 'failed token-in-query', [
      'token-in-query error cause',
      'response-mode-mismatch error symptom under token-in-query',
      'callback-http-error error symptom under token-in-query',
    ]);
  });
});

it('a refusal by the user is the cause of a login that ended with it, and no failure', () => {
  const answer = `?error=access_denied${state}`;
  const trace = `
    GET ${request}${state}
    → 302 https://app.example/cb${answer}
    GET https://app.example/cb${answer}
    → 200`;
  expectJudged(trace, 'default', 'denied -', ['pkce-missing info hygiene', 'user-cancelled info cause']);
});

it('what only a prefetch ran into is nobody’s emergency, for the auditor neither', () => {
  const refused = (how: string) => `
    GET ${request}${state}${how}
    → 400
      "Invalid parameter: redirect_uri"`;
  for (const profile of ['default', 'auditor'] as const)
    expectJudged(refused(' [prefetch]'), profile, 'abandoned -', ['pkce-missing info hygiene', 'redirect-uri-rejected info hygiene']);
  expectJudged(refused(''), 'default', 'failed redirect-uri-rejected', ['redirect-uri-rejected error cause']);
});

it('a finding is named after its check, message, flow and first place, so that the next analysis names it alike', () => {
  const ids = analyze(capture(broken['a changed state'] ?? '', 'web-request', {}).capture)
    .flows.flatMap(({ findings }) => findings.map(({ id }) => id))
    .filter((id) => /^(?:state-mismatch|callback-http-error)/.test(id));
  expect(ids).toEqual([
    'state-mismatch/changed@f1#x1.0:response.location.query.state',
    'callback-http-error/refused@f1#x1.1:response.status',
  ]);
});

describe('running the checks', () => {
  const about = {
    category: 'state',
    kind: 'breakage',
    tier: 'core',
    title: 'A check of the test',
    severity: 'error',
    rank: 1,
    owner: 'app',
    cites: [],
    messages: {},
  } as const;
  const taken = capture(went(request, '?code=CANARY-code-0123456789'), 'web-request', {}).capture;
  const flows = link(taken.exchanges);
  const scene = setScene(
    setStage(taken, flows),
    flows[0] ??
      (() => {
        throw new Error('the trace holds a flow');
      })(),
  );
  const throws = (what: unknown) =>
    defineCheck({
      ...about,
      id: 'one-that-throws',
      needs: [],
      inspect: () => {
        throw what;
      },
    });

  it('one that throws says so and takes nobody down', () => {
    const next = defineCheck({ ...about, id: 'the-next-one', needs: ['callback'], inspect: () => pass });
    expect(runChecks([throws(new TypeError('no such thing')), throws('a word'), next], scene)).toEqual([
      { check: 'one-that-throws', verdict: { kind: 'crashed', error: 'TypeError: no such thing' } },
      { check: 'one-that-throws', verdict: { kind: 'crashed', error: 'a word' } },
      { check: 'the-next-one', verdict: { kind: 'pass' } },
    ]);
  });

  it('one that needs what this flow has not, or looks at flows of another kind, has nothing to say', () => {
    const needs = defineCheck({ ...about, id: 'it-needs-tokens', needs: ['tokens'], inspect: () => pass });
    const elsewhere = defineCheck({ ...about, id: 'it-looks-at-logouts', needs: [], flows: ['logout'], inspect: () => pass });
    expect(runChecks([needs, elsewhere], scene).map(({ verdict }) => verdict.kind)).toEqual(['inapplicable', 'inapplicable']);
  });
});
