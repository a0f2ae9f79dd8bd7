import { lastAttempt } from '../../lib/model/guide.ts';
import type { DeskHost, GuidedAttempts } from '../../lib/session/desk.ts';
import { mainFlow } from '../../lib/session/guided.ts';
import { guide as say } from '../../lib/words/en/guide.ts';
import { Button } from '../kit/button.tsx';
import { hostOf } from './host-of.ts';

export interface RunningStepProps {
  readonly host: DeskHost;
  readonly guided: GuidedAttempts;
}

/** It can be seen from across the room that a recording runs, what was seen, and how it ends. */
export function RunningStep({ host, guided: { guide, first, second } }: RunningStepProps) {
  const words = say();
  const attempt = lastAttempt(guide);
  const { analysis, capture } = second ?? first;
  const main = mainFlow(analysis.flows);
  const { site } = guide.preset;
  const minutes = Math.max(1, Math.ceil((attempt.stopAt - capture.asOf) / 60_000));
  return (
    <section class="guide-card guide-running" aria-label={words.steps[1]} data-recording>
      <p class="recording-light" role="status">
        <span class="recording-dot" aria-hidden="true" />
        {second ? words.runningAgain : words.runningTitle}
      </p>
      <p class="guide-text">{attempt.how === 'private-window' ? words.runningPrivate : words.runningText}</p>
      {site !== null && attempt.how === 'first' && (
        <Button look="primary" icon="external" id="open-site" onClick={() => void host.openSite(site)}>
          {words.openSite(hostOf(site))}
        </Button>
      )}
      <p class="guide-seen" role="status" data-seen={main !== null}>
        {main ? words.seen(hostOf(main.flow.parties.client), hostOf(main.flow.parties.provider)) : words.nothingYet}
      </p>
      <div class="guide-actions">
        <Button look={main ? 'primary' : 'plain'} id="stop-recording" onClick={() => void host.stopRecording()}>
          {words.stop}
        </Button>
        <p class="guide-left">{words.left(minutes)}</p>
      </div>
    </section>
  );
}
