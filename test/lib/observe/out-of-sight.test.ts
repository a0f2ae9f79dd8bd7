import { describe, expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import type { Capture } from '../../../lib/model/capture.ts';
import { hostsIn, without } from '../../build/blind.ts';
import { healthy, stories } from '../../build/stories.ts';
import { capture } from '../../build/trace.ts';
import { scenarios } from '../../lab/scenarios/index.ts';
import { browsers, readRecording } from '../../truth/recordings.ts';

const loud = (taken: Capture) =>
  analyze(taken).flows.flatMap(({ findings }) => findings.filter((f) => f.severity !== 'info').map((f) => `${f.check}/${f.message}`));

/** Every host alone in the dark, and everything but one. */
function* blindings(taken: Capture): Generator<[string, Capture]> {
  const hosts = hostsIn(taken);
  if (hosts.length < 2) return;
  for (const host of hosts) {
    yield [`without ${host}`, without(taken, new Set([host]))];
    yield [`only ${host}`, without(taken, new Set(hosts.filter((other) => other !== host)))];
  }
}

const authorize =
  'https://login.idp.example/authorize?response_type=code&client_id=shop&redirect_uri=https://shop.example/cb&state=CANARY-state-0123456789&code_challenge=CANARY-challenge-3456789012345678901234567890&code_challenge_method=S256';
const answer = 'https://shop.example/cb?code=CANARY-code-0123456789&state=CANARY-state-0123456789&iss=https://login.idp.example';
const single = `
  GET https://login.idp.example/.well-known/openid-configuration [fetch] [from https://shop.example]
    Origin: https://shop.example
  → 200
    Access-Control-Allow-Origin: *
  GET ${authorize} [from https://shop.example/]
  → 302 ${answer}
  GET ${answer}
  → 200
  POST https://tokens.example/token [fetch] [from https://shop.example]
    Origin: https://shop.example
    = grant_type=authorization_code&client_id=shop&code=CANARY-code-0123456789&redirect_uri=https://shop.example/cb&code_verifier=CANARY
  → 200
    Access-Control-Allow-Origin: https://shop.example`;
const drawn = (trace: string) => capture(trace, 'web-request', { live: true }).capture;
const later = (taken: Capture): Capture => ({ ...taken, asOf: taken.asOf + 60_000 });

describe('what was out of sight is nobody’s fault', () => {
  it('of healthy logins recorded in both browsers: whatever host is in the dark, nobody is accused', () => {
    const accused: string[] = [];
    let seen = 0;
    for (const browser of browsers)
      for (const { id } of scenarios) {
        const taken = readRecording(browser, id);
        if (!taken || loud(taken).length > 0) continue;
        for (const [how, blind] of blindings(taken)) {
          seen++;
          accused.push(...loud(blind).map((what) => `${browser} ${id} ${how}: ${what}`));
        }
      }
    expect(accused).toEqual([]);
    expect(seen).toBeGreaterThan(400);
  });

  it.each(Object.keys(healthy))('of the drawn login of %s', (name) => {
    for (const [how, blind] of blindings(later(drawn(stories[name] ?? '')))) expect(loud(blind), how).toEqual([]);
  });

  it('the provider: its login has the gap, and why it broke is not said', () => {
    const broken = drawn(`
      GET https://shop.example/login
      → 302 ${authorize}
      GET ${authorize}
      → 302 ${answer}
      GET ${answer}
      → 400`);
    const blind = without(broken, new Set(['login.idp.example']));
    const [judged] = analyze(blind).flows;
    expect(judged?.flow.gaps).toContain('not-granted');
    expect(judged?.outcome).toBe('unknown');
    expect(judged?.results.find(({ check }) => check === 'callback-http-error')?.verdict).toEqual({
      kind: 'inconclusive',
      why: 'not-granted',
    });
    expect(loud(broken)).toContain('callback-http-error/no-memory');
  });

  it('the app: a provider’s page that shows nothing wrong may have gone on elsewhere', () => {
    const blind = without(drawn(`GET ${authorize}\n→ 302 ${answer}\nGET ${answer}\n→ 200`), new Set(['shop.example']));
    expect(analyze(blind).flows.map(({ flow }) => flow.gaps)).toEqual([['not-granted']]);
  });

  it('the app, where the provider refuses in sight: that is said', () => {
    const blind = without(drawn(`GET ${authorize}\n→ 400\n  "Invalid parameter: redirect_uri"`), new Set(['shop.example']));
    expect(analyze(blind).flows.map(({ flow, outcome }) => [flow.gaps, outcome])).toEqual([[[], 'failed']]);
  });

  it('a token endpoint that nothing names', () => {
    const whole = later(drawn(single));
    const blind = without(whole, new Set(['tokens.example']));
    expect(loud(whole)).toEqual([]);
    const verdictOf = (taken: Capture) => analyze(taken).flows[0]?.results.find(({ check }) => check === 'answer-unused')?.verdict;
    expect(verdictOf({ ...blind, gaps: [] })).toMatchObject({ kind: 'fail' });
    expect(verdictOf(blind)).toEqual({ kind: 'inconclusive', why: 'not-granted' });
  });

  it('another login of the same capture is judged as ever', () => {
    const mixed = drawn(`
      GET https://shop.example/login
      → 302 ${authorize}
      GET ${authorize}
      → 302 ${answer}
      GET ${answer}
      → 500`);
    const [judged] = analyze({ ...mixed, gaps: ['not-granted'] }).flows;
    expect([judged?.flow.gaps, judged?.outcome, judged?.headline]).toEqual([[], 'failed', 'callback-http-error']);
  });
});
