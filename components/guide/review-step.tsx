import { useMemo, useState } from 'preact/hooks';
import { explain } from '../../lib/explain/finding.ts';
import { verdictOfFlow } from '../../lib/explain/verdict.ts';
import { lastAttempt, type Told } from '../../lib/model/guide.ts';
import type { Recording } from '../../lib/model/recording.ts';
import type { DeskHost, GuidedAttempts } from '../../lib/session/desk.ts';
import { mainFlow } from '../../lib/session/guided.ts';
import { guide as say } from '../../lib/words/en/guide.ts';
import { leave } from '../../lib/words/en/leave.ts';
import { outcomeLook } from '../flow/outcome-look.ts';
import { Button } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { Prose } from '../kit/prose.tsx';
import { LeavePanel } from '../leave/leave-panel.tsx';
import { hostOf } from './host-of.ts';
import { SecondTry } from './second-try.tsx';

export interface ReviewStepProps {
  readonly host: DeskHost;
  readonly guided: GuidedAttempts;
  readonly privateAllowed: boolean | null;
}

/** What was noted, the user's own words, one more try if they like, and what leaves. */
export function ReviewStep({ host, guided, privateAllowed }: ReviewStepProps) {
  const words = say();
  const { guide, first, second } = guided;
  const [told, setTold] = useState(guide.told);
  const { did, saw } = told;
  const write = (change: Partial<Told>) => {
    setTold({ ...told, ...change });
    void host.tell({ ...told, ...change });
  };
  const [takenBack, setTakenBack] = useState(false);
  const { site, goal } = guide.preset;
  const recording = useMemo(
    (): Recording => ({
      capture: first.capture,
      story: { site, goal, did: did.trim(), saw: saw.trim() },
      second: second && { how: second.how, capture: second.capture },
    }),
    [first.capture, second, site, goal, did, saw],
  );
  const main = mainFlow(first.analysis.flows);
  const by = lastAttempt(guide).stoppedBy;
  return (
    <>
      <section class="guide-card" aria-label={words.reviewTitle}>
        <h3>{words.reviewTitle}</h3>
        {by !== null && words.stoppedBy[by] !== '' && <p class="guide-text">{words.stoppedBy[by]}</p>}
        {main ? (
          <div class="noted" data-tone={outcomeLook(main).tone} data-outcome={main.outcome}>
            <p class="noted-outcome">
              <span class="flow-mark" data-tone={outcomeLook(main).tone} aria-hidden="true">
                <Icon name={outcomeLook(main).icon} size={11} />
              </span>
              {words.outcome[main.outcome]}
            </p>
            <p class="noted-parties">
              <bdi>{hostOf(main.flow.parties.client)}</bdi> → <bdi>{hostOf(main.flow.parties.provider)}</bdi>
            </p>
            <details>
              <summary>{words.details}</summary>
              <p>
                <Prose text={verdictOfFlow(main, (finding) => explain(finding).plain)} />
              </p>
            </details>
          </div>
        ) : (
          <p class="noted" data-tone="calm" data-outcome="">
            {words.noLogin}
          </p>
        )}
        <label class="field">
          <span>{words.didLabel}</span>
          <textarea
            id="guide-did"
            rows={2}
            placeholder={words.didHint}
            value={did}
            onInput={(event) => write({ did: event.currentTarget.value })}
          />
        </label>
        <label class="field">
          <span>{words.sawLabel}</span>
          <textarea
            id="guide-saw"
            rows={2}
            placeholder={words.sawHint}
            value={saw}
            onInput={(event) => write({ saw: event.currentTarget.value })}
          />
        </label>
        <p class="guide-fine">{words.noSecrets}</p>
      </section>
      <SecondTry host={host} guided={guided} privateAllowed={privateAllowed} />
      <section class="guide-card" aria-label={leave().leavesTitle}>
        <h3>{leave().leavesTitle}</h3>
        <p class="guide-text">{leave().leavesText}</p>
        <LeavePanel host={host} source={recording} format="capture" />
      </section>
      <section class="guide-card guide-after" aria-label={words.after}>
        <h3>{words.after}</h3>
        <div class="guide-actions">
          <Button icon="trash" id="discard" onClick={() => void host.discardRecording()}>
            {words.discard}
          </Button>
          <Button icon="lock" id="take-back" onClick={() => void host.giveUpAccess(null).then(() => setTakenBack(true))}>
            {words.takeBack}
          </Button>
        </div>
        <p role="status">{takenBack && words.takenBack}</p>
      </section>
    </>
  );
}
