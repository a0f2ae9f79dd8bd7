import { describe, expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import type { Capture } from '../../../lib/model/capture.ts';
import type { Exchange, ExchangeId } from '../../../lib/model/exchange.ts';
import { appOf, hasSettled, mainFlow } from '../../../lib/session/guided.ts';
import { during, relevant } from '../../../lib/session/share.ts';
import { broken, healthy, stories } from '../../build/stories.ts';
import { capture } from '../../build/trace.ts';

const drawn = (trace: string) => capture(trace, 'web-request').capture;

/** Another tab, at the same time. */
const news = (whole: Capture): Capture => {
  const [first] = whole.exchanges;
  if (!first) throw new Error('the trace holds a request');
  const elsewhere = {
    ...first,
    id: 'x9999.0' as const,
    where: { ...first.where, tab: 99, opener: null },
    request: { ...first.request, url: 'https://news.example/what-i-read' },
    outcome: { kind: 'pending' as const },
    previousHop: null,
  };
  return { ...whole, exchanges: [first, elsewhere, ...whole.exchanges.slice(1)] };
};

const verdicts = (taken: Capture) =>
  analyze(taken).flows.map(({ outcome, headline, findings }) => [outcome, headline, findings.map((f) => `${f.check}/${f.message}`)]);

describe('what of a recording is shared', () => {
  for (const [name, trace] of Object.entries(stories))
    it(`has the same verdict, and nothing of other tabs: ${name}`, () => {
      const whole = news(drawn(trace));
      const { flows } = analyze(whole);
      const shared = relevant(whole, flows, flows);
      expect(verdicts(shared)).toEqual(verdicts(whole));
      expect(shared.exchanges.map(({ where }) => where.tab)).not.toContain(99);
      expect(shared.source.entries).toBe(shared.exchanges.length);
    });

  it('leaves out the login of another app in another tab', () => {
    const one = drawn(healthy['a server-side app'] ?? '');
    const other = drawn(broken['a changed state'] ?? '');
    const moved = other.exchanges.map(
      (e): Exchange => ({
        ...e,
        id: `x5${e.id.slice(1)}` as ExchangeId,
        previousHop: e.previousHop && (`x5${e.previousHop.slice(1)}` as ExchangeId),
        where: { ...e.where, tab: 7 },
        request: { ...e.request, url: e.request.url.replaceAll('client_id=web', 'client_id=other') },
      }),
    );
    const whole = { ...one, exchanges: [...one.exchanges, ...moved].sort((a, b) => a.startedAt - b.startedAt) };
    const { flows } = analyze(whole);
    const meant = flows.filter(({ flow }) => flow.steps.some((step) => one.exchanges.some((e) => e.id === step.exchange)));
    expect(relevant(whole, flows, meant).exchanges.map((e) => e.where.tab)).not.toContain(7);
  });

  it('keeps private windows and others apart, and to its time', () => {
    const whole = drawn(healthy['a server-side app'] ?? '');
    const mixed = { ...whole, exchanges: whole.exchanges.map((e, n) => ({ ...e, where: { ...e.where, incognito: n % 2 === 1 } })) };
    const all = { from: 0, to: Number.MAX_SAFE_INTEGER };
    expect(during(mixed, all, true).exchanges.every((e) => e.where.incognito)).toBe(true);
    expect(during(mixed, all, true).exchanges.length + during(mixed, all, false).exchanges.length).toBe(whole.exchanges.length);
    const [, second] = whole.exchanges;
    expect(during(whole, { from: second?.startedAt ?? 0, to: second?.startedAt ?? 0 }, false).exchanges.map((e) => e.id)).toEqual([
      second?.id,
    ]);
  });
});

describe('a recorded attempt', () => {
  const { flows } = analyze(drawn(healthy['a server-side app'] ?? ''));
  const end = Math.max(...flows.map(({ flow }) => flow.endedAt));

  it('has settled a while after its login ended, and never without one', () => {
    expect(hasSettled(flows, end + 29_000, 30_000)).toBe(false);
    expect(hasSettled(flows, end + 29_000, 10_000)).toBe(true);
    expect(hasSettled(flows, end + 31_000, 30_000)).toBe(true);
    expect(hasSettled([], end + 60_000, 30_000)).toBe(false);
    expect(
      hasSettled(
        flows.map((one) => ({ ...one, outcome: 'in-progress' as const })),
        end + 60_000,
        30_000,
      ),
    ).toBe(false);
  });

  it('is about the login that the user saw', () => {
    expect(mainFlow(flows)?.flow.kind).toBe('login');
    expect(appOf(flows)).toBe('https://app.example');
    expect(mainFlow([])).toBeNull();
  });
});
