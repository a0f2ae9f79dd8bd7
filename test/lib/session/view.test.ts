import { describe, expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import type { SessionState } from '../../../lib/session/state.ts';
import { initialState } from '../../../lib/session/state.ts';
import { chooseFlow, countIgnored, flowsInView, ignoreKey, isQuiet, listFlows } from '../../../lib/session/view.ts';
import { capture } from '../../build/trace.ts';

const login = (state: string, tab = 1, more = '') => `
  GET https://app.example/login [tab ${tab}] [+60s]
  → 302 https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=${state}${more}
  GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=${state}${more} [tab ${tab}]
  → 302 https://app.example/cb?code=CANARY-${state}&state=${state}
  GET https://app.example/cb?code=CANARY-${state}&state=${state} [tab ${tab}]
  → 200`;

const renewal = (n: number) => `
  GET https://idp.example/authorize?response_type=code&prompt=none&client_id=web&redirect_uri=https://app.example/silent&state=CANARY-silent-${n} [frame ${n}] [from https://app.example] [+60s]
    Cookie: sid=CANARY
  → 302 https://app.example/silent?code=CANARY-s${n}&state=CANARY-silent-${n}
  GET https://app.example/silent?code=CANARY-s${n}&state=CANARY-silent-${n} [frame ${n}]
  → 200`;

const inner = `
  GET https://app.example/login
  → 302 https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY-outer
  GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY-outer
  → 302 https://social.example/auth?response_type=code&client_id=idp&redirect_uri=https://idp.example/broker&state=CANARY-inner
  GET https://social.example/auth?response_type=code&client_id=idp&redirect_uri=https://idp.example/broker&state=CANARY-inner
  → 302 https://idp.example/broker?code=CANARY-i&state=CANARY-inner
  GET https://idp.example/broker?code=CANARY-i&state=CANARY-inner
  → 302 https://app.example/cb?code=CANARY-o&state=CANARY-outer
  GET https://app.example/cb?code=CANARY-o&state=CANARY-outer
  → 200`;

function seen(trace: string, change: Partial<SessionState> = {}): SessionState {
  const taken = capture(trace, 'web-request').capture;
  return { ...initialState, capture: taken, analysis: analyze(taken), ...change };
}
const ids = (state: SessionState) => flowsInView(state).map((j) => j.flow.id);

describe('flows in view', () => {
  it('are those of the tab, newest first', () => {
    const state = seen(login('CANARY-a') + login('CANARY-b', 2) + login('CANARY-c'), { tab: 1 });
    expect(ids(state)).toEqual(['f3', 'f1']);
    expect(ids({ ...state, tab: null })).toEqual(['f3', 'f2', 'f1']);
  });

  it('leave out what the user marked as no login, and count it', () => {
    const state = seen(login('CANARY-a'), { tab: 1 });
    const [judged] = flowsInView(state);
    if (!judged || !state.capture) throw new Error('the trace holds a flow');
    const key = ignoreKey(judged, state.capture);
    expect(key).toBe('https://idp.example/authorize');
    const ignoring = { ...state, ignored: [key ?? ''] };
    expect(ids(ignoring)).toEqual([]);
    expect(countIgnored(ignoring)).toBe(1);
    expect(countIgnored({ ...ignoring, tab: 9 })).toBe(0);
  });

  it('do not change the analysis they come from', () => {
    const state = seen(login('CANARY-a') + login('CANARY-b'));
    const before = state.analysis?.flows.map((j) => j.flow.id);
    flowsInView(state);
    expect(state.analysis?.flows.map((j) => j.flow.id)).toEqual(before);
  });
});

describe('the list of flows', () => {
  it('folds quiet background flows when there are several, and keeps a single one', () => {
    const one = listFlows(flowsInView(seen(login('CANARY-a') + renewal(1))));
    expect([one.main.length, one.quiet.length]).toEqual([2, 0]);
    const five = listFlows(flowsInView(seen(login('CANARY-a') + [1, 2, 3, 4, 5].map(renewal).join(''))));
    expect(five.main.map((e) => e.judged.flow.kind)).toEqual(['login']);
    expect(five.quiet).toHaveLength(5);
  });

  it('puts an inner flow below the one it runs in', () => {
    const { main } = listFlows(flowsInView(seen(inner)));
    expect(main.map((e) => [e.judged.flow.id, e.inside])).toEqual([
      ['f1', null],
      ['f2', 'f1'],
    ]);
  });

  it('a silent flow that failed is not quiet', () => {
    const { analysis } = seen(renewal(1));
    const [judged] = analysis?.flows ?? [];
    if (!judged) throw new Error('the trace holds a flow');
    expect(isQuiet(judged)).toBe(true);
    expect(isQuiet({ ...judged, outcome: 'failed', headline: 'third-party-cookie-blocked' })).toBe(false);
  });
});

describe('the flow a view opens with', () => {
  const choose = (state: SessionState) => chooseFlow(flowsInView(state), state)?.flow.id ?? null;

  it('is the newest login, whatever was renewed since', () => {
    expect(choose(seen(login('CANARY-a') + login('CANARY-b') + renewal(1) + renewal(2)))).toBe('f2');
    expect(choose(seen(login('CANARY-a') + renewal(1)))).toBe('f1');
  });

  it('is the outer one of two that run inside each other', () => {
    expect(choose(seen(inner))).toBe('f1');
  });

  it('stays with the choice of the user, and with the hop that stands open', () => {
    const state = seen(login('CANARY-a') + login('CANARY-b'));
    expect(choose({ ...state, selectedFlow: 'f1' })).toBe('f1');
    const open = state.analysis?.flows[0]?.flow.steps[0]?.exchange ?? null;
    expect(choose({ ...state, openExchange: open })).toBe('f1');
    // A choice that is gone is no choice.
    expect(choose({ ...state, selectedFlow: 'f9' })).toBe('f2');
  });

  it('is none when there is none', () => {
    expect(choose(initialState)).toBe(null);
  });
});
