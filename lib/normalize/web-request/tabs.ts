/** What becomes of tabs: new numbers, and what they did before anybody listened. */
import type { CaptureEvent, EarlierEvent } from '../../model/event.ts';
import type { Gap } from '../../model/exchange.ts';
import type { Draft } from './hops.ts';

/** Every tab by its last number. */
export function renumbered(events: readonly CaptureEvent[]): readonly CaptureEvent[] {
  const next = new Map(events.flatMap((event) => (event.kind === 'replace' ? [[event.was, event.tab] as const] : [])));
  if (next.size === 0) return events;
  const last = (tab: number): number => {
    const seen = new Set<number>();
    let now = tab;
    for (let to = next.get(now); to !== undefined && !seen.has(to); to = next.get(now)) {
      seen.add(now);
      now = to;
    }
    return now;
  };
  return events.map((event) => {
    if (event.kind === 'spawn') return { ...event, tab: last(event.tab), opener: last(event.opener) };
    return 'tab' in event ? { ...event, tab: last(event.tab) } : event;
  });
}

const asks = /[?&](?:client_id|request_uri)=/;
const answers = /[?&#](?:code|error|id_token|access_token|response|state)=/;

const isAnswer = ({ begin }: Draft) =>
  answers.test(begin.url) || (begin.body?.kind === 'form' && begin.body.fields.some(({ name }) => answers.test(`?${name}=`)));

/** An answer in a tab that was open before, where nothing asked for it since: the login may have begun there earlier. */
export function gapsOfEarlier(earlier: readonly EarlierEvent[], drafts: readonly Draft[]): Gap[] {
  return earlier.flatMap(({ tabs, at, why }) => {
    // Until each has spoken.
    const silent = new Set(tabs);
    for (const draft of drafts) {
      const { begin } = draft;
      if (begin.at < at || !silent.has(begin.tab)) continue;
      if (asks.test(begin.url)) silent.delete(begin.tab);
      else if (isAnswer(draft)) return [why];
    }
    return [];
  });
}
