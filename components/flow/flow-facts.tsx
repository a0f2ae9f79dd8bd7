import { flowTitle } from '../../lib/explain/words.ts';
import type { JudgedFlow } from '../../lib/model/finding.ts';
import { printable } from '../../lib/read/printable.ts';
import { flow as words } from '../../lib/words/en/flow.ts';
import { clockWords, durationWords } from './flow-words.ts';
import { Parties } from './parties.tsx';

export interface FlowFactsProps {
  readonly judged: JudgedFlow;
  /** Windows and containers it went through; empty for ordinary tabs. */
  readonly places: readonly string[];
  /** Null when there is no address to remember. */
  readonly onIgnore: (() => void) | null;
}

/** Who with whom, by which grant, when and how long. */
export function FlowFacts({ judged, places, onIgnore }: FlowFactsProps) {
  const say = words();
  const { flow } = judged;
  const pkce = flow.request?.codeChallenge ? ' + PKCE' : '';
  const timed = flow.startedAt > 0;
  return (
    <div class="facts">
      <Parties judged={judged} />
      <p class="facts-line">
        <span>
          {flowTitle(flow.kind, flow.grant)}
          {pkce}
        </span>
        {judged.providerName !== null && <span>{judged.providerName}</span>}
        {flow.parent !== null && <span>{say.inside(flow.parent)}</span>}
        {places.length > 0 && <span class="facts-place">{printable(places.join(' → '))}</span>}
        {timed && <time>{clockWords(flow.startedAt)}</time>}
        {timed && flow.endedAt > flow.startedAt && <span>{durationWords(flow.endedAt - flow.startedAt)}</span>}
        {onIgnore && (
          <button type="button" class="link-button" onClick={onIgnore} title={say.notALoginAbout}>
            {say.notALogin}
          </button>
        )}
      </p>
    </div>
  );
}
