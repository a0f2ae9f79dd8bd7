import type { Language } from '../../lib/model/settings.ts';
import type { DeskHost } from '../../lib/session/desk.ts';
import { guide as say } from '../../lib/words/en/guide.ts';
import { languageNames } from '../../lib/words/languages.ts';
import { useStore } from '../app/use-store.ts';
import { MakeLink } from './make-link.tsx';
import { ReviewStep } from './review-step.tsx';
import { RunningStep } from './running-step.tsx';
import { StartStep } from './start-step.tsx';

export interface GuideRoomProps {
  readonly host: DeskHost;
  readonly onLeave: () => void;
}

/** Three steps for somebody who was asked to show a login: start, log in, send. */
export function GuideRoom({ host, onLeave }: GuideRoomProps) {
  const guided = useStore(host.desk, (s) => s.guide);
  const privateAllowed = useStore(host.desk, (s) => s.privateAllowed);
  const language = useStore(host.session, (s) => s.language);
  const words = say();
  const now = guided === null ? 0 : guided.running ? 1 : 2;
  return (
    <div class="stage guide" data-step={now}>
      <div class="guide-column">
        <header class="guide-head">
          <h2>{words.title}</h2>
          <label class="guide-language">
            <span class="sr-only">{words.language}</span>
            <select id="guide-language" value={language} onChange={(event) => void host.speak(event.currentTarget.value as Language)}>
              {languageNames.map(([tag, name]) => (
                <option key={tag} value={tag} lang={tag}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <ol class="guide-steps" aria-label={words.step(now + 1, words.steps.length)}>
            {words.steps.map((name, index) => (
              <li key={name} aria-current={index === now ? 'step' : undefined} data-done={index < now}>
                <span class="guide-number" aria-hidden="true">
                  {index + 1}
                </span>
                {name}
              </li>
            ))}
          </ol>
        </header>
        {guided === null ? (
          <>
            <StartStep host={host} onDecline={onLeave} />
            {host.invitation === null && <MakeLink />}
          </>
        ) : guided.running ? (
          <RunningStep host={host} guided={guided} />
        ) : (
          <ReviewStep host={host} guided={guided} privateAllowed={privateAllowed} />
        )}
      </div>
    </div>
  );
}
