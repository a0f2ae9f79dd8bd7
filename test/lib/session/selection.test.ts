import { describe, expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import { anchorOf } from '../../../lib/session/anchor.ts';
import { chosenAnchor, flowAt, selectionOf, takeOver } from '../../../lib/session/selection.ts';
import { initialState, type SessionState } from '../../../lib/session/state.ts';
import { flowsInView } from '../../../lib/session/view.ts';
import { capture } from '../../build/trace.ts';

const login = (state: string, tab = 1) => `
  GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=${state} [tab ${tab}] [+60s]
  → 302 https://app.example/cb?code=CANARY-${state}&state=${state}
  GET https://app.example/cb?code=CANARY-${state}&state=${state} [tab ${tab}]
  → 200`;

function seen(trace: string, change: Partial<SessionState> = {}): SessionState {
  const taken = capture(trace, 'web-request').capture;
  return { ...initialState, capture: taken, analysis: analyze(taken), ...change };
}
const two = () => seen(`${login('CANARY-a')}${login('CANARY-b')}`);

/** In the state, the older of two logins is chosen, and its callback stands open. */
function chosen(state: SessionState): SessionState {
  const older = flowsInView(state).at(-1);
  return { ...state, selectedFlow: older?.flow.id ?? null, openExchange: older?.flow.steps.at(-1)?.exchange ?? null, filter: 'cb' };
}
const endOf = ({ capture: all }: SessionState) => (all?.asOf ?? 0) + 1;

describe('a selection', () => {
  it('is taken over by a view that shows the same', () => {
    const state = chosen(two());
    expect(takeOver(selectionOf(state, endOf(state)), two())).toEqual({
      selectedFlow: state.selectedFlow,
      openExchange: state.openExchange,
      filter: 'cb',
      look: 'timeline',
    });
  });

  it('keeps the way of looking at hops, whatever login it was chosen for', () => {
    const state: SessionState = { ...chosen(two()), look: 'diagram' };
    expect(takeOver(selectionOf(state, 0), two())).toEqual({ look: 'diagram' });
  });

  it('is over once a login began later', () => {
    const state = chosen(two());
    expect(takeOver(selectionOf(state, state.capture?.exchanges[0]?.startedAt ?? 0), two())).toEqual({ look: 'timeline' });
  });

  it('means nothing to a view of another tab', () => {
    const state = chosen(two());
    expect(takeOver(selectionOf(state, endOf(state)), { ...two(), tab: 2 })).toEqual({ look: 'timeline' });
  });

  it('with nothing chosen leaves the newest login where it is', () => {
    const state = two();
    expect(takeOver(selectionOf(state, endOf(state)), two())).toEqual({ look: 'timeline' });
  });

  it('finds its login again when older ones were forgotten and numbers have moved', () => {
    const before = two();
    const newer = flowsInView(before)[0];
    const anchor = chosenAnchor({ ...before, selectedFlow: newer?.flow.id ?? null });
    expect(anchor).toBe(newer ? anchorOf(newer) : '');
    const kept = before.capture?.exchanges.slice(2) ?? [];
    const after = before.capture ? analyze({ ...before.capture, exchanges: kept }).flows : [];
    expect(after).toHaveLength(1);
    expect(flowAt(after, anchor)).toBe(after[0]?.flow.id);
    expect(after[0]?.flow.id).not.toBe(newer?.flow.id);
    expect(flowAt(after, 'x999.0')).toBeNull();
  });
});
