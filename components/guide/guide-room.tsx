import { useState } from 'preact/hooks';
import { noPreset, type Preset } from '../../lib/model/guide.ts';
import type { DeskHost } from '../../lib/session/desk.ts';
import { useStore } from '../app/use-store.ts';
import { MakeLink } from './make-link.tsx';
import { ReviewStep } from './review-step.tsx';
import { RunningStep } from './running-step.tsx';
import { StartStep } from './start-step.tsx';
import { type Language, languageFor, languages, wordsIn } from './words/index.ts';

export interface GuideRoomProps {
  readonly host: DeskHost;
  /** BCP 47, the user's own first. */
  readonly readerLanguages: readonly string[];
  readonly onLeave: () => void;
}

/** Three steps for somebody who was asked to show a login: start, log in, send. */
export function GuideRoom({ host, readerLanguages, onLeave }: GuideRoomProps) {
  const guided = useStore(host.desk, (s) => s.guide);
  const privateAllowed = useStore(host.desk, (s) => s.privateAllowed);
  const [preset, setPreset] = useState<Preset>(host.invitation ?? noPreset);
  const own = useStore(host.session, (s) => s.settings.language);
  const asked = guided?.guide.preset ?? preset;
  const [chosen, setChosen] = useState<Language | null>(null);
  const language = chosen ?? languageFor([own, asked.language ?? own, ...readerLanguages].filter((tag) => tag !== 'browser'));
  const words = wordsIn(language);
  const now = guided === null ? 0 : guided.running ? 1 : 2;
  return (
    <div class="stage guide" lang={language} data-step={now}>
      <div class="guide-column">
        <header class="guide-head">
          <h2>{words.title}</h2>
          <label class="guide-language">
            <span class="sr-only">{words.language}</span>
            <select id="guide-language" value={language} onChange={(event) => setChosen(event.currentTarget.value as Language)}>
              {Object.entries(languages).map(([tag, { name }]) => (
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
            <StartStep
              host={host}
              words={words}
              preset={preset}
              invited={host.invitation !== null}
              onPreset={setPreset}
              onDecline={onLeave}
            />
            {host.invitation === null && <MakeLink />}
          </>
        ) : guided.running ? (
          <RunningStep host={host} words={words} guided={guided} />
        ) : (
          <ReviewStep host={host} words={words} guided={guided} privateAllowed={privateAllowed} />
        )}
      </div>
    </div>
  );
}
