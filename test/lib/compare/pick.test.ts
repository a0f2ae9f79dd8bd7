import { describe, expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import { pickCounterpart, pickPair, pickWithin } from '../../../lib/compare/pick.ts';
import { healthy } from '../../build/stories.ts';
import { capture } from '../../build/trace.ts';
import { renewals } from '../../gallery/more-traces.ts';
import { again, login } from './sides.ts';

const read = (trace: string) => analyze(capture(trace, 'web-request').capture);
const lost = login({ cookie: null, status: '500' });
const elsewhere = (trace: string) => trace.replaceAll('client_id=web', 'client_id=other').replaceAll('app.example', 'other.example');
const later = (trace: string) => again(trace).replace(/\/login /, '/login [+300s] ');

describe('pickPair', () => {
  it('the login that failed, and its counterpart of the same client', () => {
    const pair = pickPair(read(`${login()}${later(lost)}`), read(`${elsewhere(login())}${later(login())}`));
    expect(pair?.a.outcome).toBe('failed');
    expect(pair?.b.flow.clientId).toBe('web');
    expect(pair?.b.outcome).toBe('completed');
  });

  it('the newest of several that failed', () => {
    const several = read(`${lost}${later(lost)}`);
    expect(pickPair(several, read(login()))?.a.flow.id).toBe(several.flows.at(-1)?.flow.id);
  });

  it('one that worked, rather than another that failed since', () => {
    expect(pickPair(read(lost), read(`${login()}${later(lost)}`))?.b.outcome).toBe('completed');
  });

  it('a login the user saw before its silent renewals', () => {
    expect(pickPair(read(renewals), read(renewals))?.a.flow.kind).toBe('login');
  });

  it('nothing where one capture holds no flow', () => {
    expect(pickPair(read(login()), { flows: [], findings: [] })).toBeNull();
  });
});

describe('pickWithin', () => {
  it('what failed and what worked, the older first', () => {
    const pair = pickWithin(read(`${lost}${later(login())}`));
    expect([pair?.a.outcome, pair?.b.outcome]).toEqual(['failed', 'completed']);
    const swapped = pickWithin(read(`${login()}${later(lost)}`));
    expect([swapped?.a.outcome, swapped?.b.outcome]).toEqual(['completed', 'failed']);
  });

  it('not a login and the one inside it', () => {
    const broker = read(healthy['a broker'] ?? '');
    expect(broker.flows).toHaveLength(2);
    expect(pickWithin(broker)).toBeNull();
  });
});

describe('pickCounterpart', () => {
  it('for a chosen flow, in its own capture or another', () => {
    const { flows } = read(`${lost}${elsewhere(later(login()))}${later(login())}`);
    const [failed] = flows;
    if (!failed) throw new Error('the trace holds a flow');
    expect(pickCounterpart(failed, flows)?.flow.clientId).toBe('web');
    expect(pickCounterpart(failed, [failed])).toBeNull();
    expect(pickCounterpart(failed, read(login()).flows)?.outcome).toBe('completed');
  });
});
