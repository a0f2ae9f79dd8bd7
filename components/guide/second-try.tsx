import { compareFlows } from '../../lib/compare/compare.ts';
import { pickPair } from '../../lib/compare/pick.ts';
import { summaryOf } from '../../lib/compare/summary.ts';
import type { DeskHost, GuidedAttempts } from '../../lib/session/desk.ts';
import { mainFlow } from '../../lib/session/guided.ts';
import { guide as say } from '../../lib/words/en/guide.ts';
import { Button } from '../kit/button.tsx';
import { Prose } from '../kit/prose.tsx';
import { HowToAllow } from './how-to-allow.tsx';

export interface SecondTryProps {
  readonly host: DeskHost;
  readonly guided: GuidedAttempts;
  readonly privateAllowed: boolean | null;
}

/** Works there, fails here: the shortest way to most causes. */
export function SecondTry({ host, guided: { first, second }, privateAllowed }: SecondTryProps) {
  const words = say();
  if (second) {
    const main = mainFlow(second.analysis.flows);
    const pair = pickPair(first.analysis, second.analysis);
    return (
      <section class="guide-card" aria-label={words.secondDone} data-second={second.how}>
        <p>
          {words.secondDone} {words.how[second.how]}. {main ? words.outcome[main.outcome] : words.nothingYet}
        </p>
        {pair && (
          <details class="noted-compared">
            <summary>{words.compared}</summary>
            <p>
              <Prose
                text={summaryOf(
                  compareFlows(
                    { label: words.firstTry, capture: first.capture, judged: pair.a },
                    { label: words.secondTry, capture: second.capture, judged: pair.b },
                  ),
                )}
              />
            </p>
          </details>
        )}
      </section>
    );
  }
  const browser = first.capture.source.browser;
  return (
    <section class="guide-card" aria-label={words.againTitle}>
      <h3>{words.againTitle}</h3>
      <p class="guide-text">{words.againText}</p>
      {privateAllowed === false && <HowToAllow firefox={browser === 'firefox'} />}
      <div class="guide-actions">
        {privateAllowed === true && (
          <Button icon="lock" id="again-private" onClick={() => void host.recordAgain('private-window')}>
            {words.again}
          </Button>
        )}
        <Button icon="undo" id="again-same" onClick={() => void host.recordAgain('same-window')}>
          {words.againSame}
        </Button>
      </div>
    </section>
  );
}
