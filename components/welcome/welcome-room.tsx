import { useMemo } from 'preact/hooks';
import type { ExampleName } from '../../lib/examples/examples.ts';
import type { DeskHost } from '../../lib/session/desk.ts';
import type { PageRoom } from '../../lib/session/host.ts';
import { flowsInView } from '../../lib/session/view.ts';
import { welcome } from '../../lib/words/en/welcome.ts';
import { SiteField } from '../access/site-field.tsx';
import { useStore } from '../app/use-store.ts';
import { Parties } from '../flow/parties.tsx';
import { Button } from '../kit/button.tsx';
import { Disclosure } from '../kit/disclosure.tsx';
import type { IconName } from '../kit/icons.ts';
import { Examples } from './examples.tsx';
import { WelcomeStep } from './welcome-step.tsx';

export interface WelcomeRoomProps {
  readonly host: DeskHost;
  readonly onRoom: (room: PageRoom) => void;
  readonly onExample: (name: ExampleName) => void;
}

/** From the installation to a login that is understood. Every step shows whether it is done, since it happens in other tabs. */
export function WelcomeRoom({ host, onRoom, onExample }: WelcomeRoomProps) {
  const state = useStore(host.session, (s) => s);
  const { analysis, capture, tab, ignored, watching } = state;
  const newest = useMemo(
    () => flowsInView({ analysis, capture, tab, ignored }).find(({ flow }) => flow.kind === 'login') ?? null,
    [analysis, capture, tab, ignored],
  );
  const say = welcome();
  const allowed = watching !== 'no-access' && watching !== 'starting';
  const stopped = watching === 'paused' || watching === 'off';
  return (
    <div class="stage welcome">
      <div class="welcome-column">
        <header class="welcome-head">
          <h2>{say.title}</h2>
          <p>{say.lead}</p>
        </header>
        <ol class="welcome-steps" aria-label={say.steps}>
          <WelcomeStep number={1} title={say.allowTitle} done={allowed} now={!allowed}>
            {allowed ? (
              <p>{say.allowed}</p>
            ) : (
              <>
                <p>{say.allowText}</p>
                <div class="guide-actions">
                  <Button look="primary" id="welcome-allow" onClick={() => void host.grantAccess('everywhere')}>
                    {say.allow}
                  </Button>
                </div>
                <Disclosure summary={say.allowSome}>
                  <SiteField label={say.sites} action={say.allowThese} onSites={(hosts) => void host.grantAccess(hosts)} />
                </Disclosure>
              </>
            )}
          </WelcomeStep>
          <WelcomeStep number={2} title={say.loginTitle} done={newest !== null} now={allowed && newest === null}>
            {newest === null ? (
              <p>{say.loginText}</p>
            ) : (
              <p class="welcome-seen" data-seen={newest.flow.id}>
                {say.seen} <Parties judged={newest} />
              </p>
            )}
            {stopped && newest === null && (
              <div class="guide-actions">
                <span>{say.resume}</span>
                <Button icon="play" onClick={() => void host.setPaused(false)}>
                  {say.resumeAction}
                </Button>
              </div>
            )}
          </WelcomeStep>
          <WelcomeStep number={3} title={say.readTitle} done={false} now={newest !== null}>
            <p>{say.readText}</p>
            {newest !== null && (
              <div class="guide-actions">
                <Button look="primary" id="welcome-read" onClick={() => onRoom('live')}>
                  {say.readAction}
                </Button>
              </div>
            )}
            <p class="welcome-fine">{say.pin}</p>
          </WelcomeStep>
        </ol>
        <section aria-labelledby="welcome-examples">
          <h3 id="welcome-examples">{say.examplesTitle}</h3>
          <p class="welcome-fine">{say.examplesText}</p>
          <Examples onOpen={onExample} />
        </section>
        <section aria-labelledby="welcome-playground">
          <h3 id="welcome-playground">{say.playgroundTitle}</h3>
          <p class="welcome-fine">{say.playgroundText}</p>
          <pre class="welcome-command">
            <code>npm start</code>
          </pre>
        </section>
        <section aria-labelledby="welcome-more">
          <h3 id="welcome-more">{say.moreTitle}</h3>
          <ul class="welcome-more">
            <Way room="files" icon="file" words={say.files} onRoom={onRoom} />
            <Way room="record" icon="record" words={say.record} onRoom={onRoom} />
            <Way room="reference" icon="report" words={say.reference} onRoom={onRoom} />
          </ul>
        </section>
      </div>
    </div>
  );
}

interface WayProps {
  readonly room: PageRoom;
  readonly icon: IconName;
  readonly words: string;
  readonly onRoom: (room: PageRoom) => void;
}

function Way({ room, icon, words, onRoom }: WayProps) {
  return (
    <li>
      <Button look="quiet" icon={icon} onClick={() => onRoom(room)}>
        {words}
      </Button>
    </li>
  );
}
