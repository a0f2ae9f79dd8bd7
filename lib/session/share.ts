/** What of a recording is somebody else's business: the logins that are meant, what surrounds them, and nothing from other tabs. */
import type { Capture } from '../model/capture.ts';
import type { Exchange } from '../model/exchange.ts';
import type { JudgedFlow } from '../model/finding.ts';

/** The app's own pages before the login are part of its story. */
const leadMs = 60_000;
/** And so is what the app did with the answer. */
const tailMs = 60_000;

export interface Span {
  /** Epoch milliseconds. */
  readonly from: number;
  readonly to: number;
}

/**
 * `meant`: the flows that were chosen; `all`: every flow of the capture. Other logins of the same client, and those a
 * meant one is nested in or holds, come along, since checks compare them.
 */
export function relevant(capture: Capture, all: readonly JudgedFlow[], meant: readonly JudgedFlow[]): Capture {
  const chosen = new Set(meant);
  for (const other of all) if (meant.some((one) => belongTogether(one, other))) chosen.add(other);
  const steps = new Set([...chosen].flatMap(({ flow }) => flow.steps.map((step) => step.exchange)));
  const stays = staysOf(capture, chosen, steps);
  const inTab = ({ where, startedAt }: Exchange) =>
    [where.tab, where.opener].some((tab) => {
      const stay = tab === null ? undefined : stays.get(tab);
      return stay !== undefined && startedAt >= stay.from && startedAt <= stay.to;
    });
  const exchanges = capture.exchanges.filter((exchange) => steps.has(exchange.id) || inTab(exchange));
  return { ...capture, exchanges, source: { ...capture.source, entries: exchanges.length } };
}

function belongTogether(one: JudgedFlow, other: JudgedFlow): boolean {
  return (
    other.flow.parent === one.flow.id ||
    one.flow.parent === other.flow.id ||
    (one.flow.clientId !== null && one.flow.clientId === other.flow.clientId && one.flow.parties.client === other.flow.parties.client)
  );
}

/** From when to when each tab was in use by these flows. */
function staysOf(capture: Capture, flows: ReadonlySet<JudgedFlow>, steps: ReadonlySet<string>): ReadonlyMap<number, Span> {
  const stays = new Map<number, Span>();
  const from = Math.min(...[...flows].map(({ flow }) => flow.startedAt)) - leadMs;
  const to = Math.max(...[...flows].map(({ flow }) => flow.endedAt)) + tailMs;
  for (const { id, where } of capture.exchanges) if (where.tab !== null && steps.has(id)) stays.set(where.tab, { from, to });
  return stays;
}

/** What happened between two moments, in private windows or outside of them: the two never mix. */
export function during(capture: Capture, span: Span, incognito: boolean): Capture {
  const exchanges = capture.exchanges.filter(
    ({ startedAt, where }) => startedAt >= span.from && startedAt <= span.to && where.incognito === incognito,
  );
  return { ...capture, exchanges, source: { ...capture.source, entries: exchanges.length } };
}
