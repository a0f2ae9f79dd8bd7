/** A page fetches the metadata of a server once; which logins it is a step of, and when those began. */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import { capture } from '../../build/trace.ts';

const discovery = (app: string) =>
  `GET https://idp.example/.well-known/openid-configuration [fetch] [from https://${app}.example]\n  → 200`;
const login = (app: string, after = '1s', tab = 1) => `
  GET https://idp.example/authorize?response_type=code&client_id=${app}&redirect_uri=https://${app}.example/cb&state=CANARY-${app}&code_challenge=CANARYchallenge-CANARYchallenge-CANARYchallen&code_challenge_method=S256 [tab ${tab}] [+${after}]
  → 302 https://${app}.example/cb?code=CANARY-${app}&state=CANARY-${app}
  GET https://${app}.example/cb?code=CANARY-${app}&state=CANARY-${app} [tab ${tab}]
  → 200`;

const flowsOf = (trace: string) => {
  const { capture: seen } = capture(trace, 'web-request');
  const byId = new Map(seen.exchanges.map((e) => [e.id, e]));
  return analyze(seen).flows.map(({ flow }) => ({
    client: flow.clientId,
    roles: flow.steps.map((step) => step.role).filter((role) => role !== 'app'),
    beganAt: flow.steps
      .map((step) => byId.get(step.exchange))
      .find((e) => e?.startedAt === flow.startedAt)
      ?.request.url.split('?')[0],
  }));
};

describe('metadata', () => {
  it('that an app fetched is a step of its own login, not of another app’s at the same server', () => {
    expect(flowsOf(`${discovery('one')}${login('one')}${login('two', '1s', 2)}`)).toEqual([
      {
        client: 'one',
        roles: ['discovery', 'authorization-request', 'callback'],
        beganAt: 'https://idp.example/.well-known/openid-configuration',
      },
      { client: 'two', roles: ['authorization-request', 'callback'], beganAt: 'https://idp.example/authorize' },
    ]);
  });

  it('that was fetched long before is the beginning of no login', () => {
    expect(flowsOf(`${discovery('one')}${login('one', '40s')}`)).toEqual([
      { client: 'one', roles: ['discovery', 'authorization-request', 'callback'], beganAt: 'https://idp.example/authorize' },
    ]);
  });
});
