import type { Host } from '../../lib/session/host.ts';
import type { SessionState } from '../../lib/session/state.ts';
import { empty as words } from '../../lib/words/en/empty.ts';
import { Button } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { EmptyFrame } from './empty-frame.tsx';
import { NoAccess } from './no-access.tsx';
import { NoLogin } from './no-login.tsx';
import type { EmptyReason } from './reason.ts';

export interface EmptyProps {
  readonly host: Host;
  readonly reason: EmptyReason;
  readonly state: SessionState;
}

/** Says why nothing is shown and what to do about it. */
export function Empty({ host, reason, state }: EmptyProps) {
  const say = words();
  switch (reason) {
    case 'starting':
      return <div class="empty" aria-busy="true" />;
    case 'no-access':
      return <NoAccess here={state.here} onGrant={(hosts) => void host.grantAccess(hosts)} />;
    case 'no-login':
      return (
        <NoLogin
          incognito={state.incognito}
          cookieAccess={state.cookieAccess}
          everywhere={state.tab === null}
          elsewhere={state.analysis?.flows.length ?? 0}
          onAllowCookies={() => void host.grantCookies()}
        />
      );
    case 'paused':
      return (
        <EmptyFrame mood="paused" title={say.paused}>
          <p>{say.pausedAbout}</p>
          <div class="empty-actions">
            <Button look="primary" icon="play" onClick={() => void host.setPaused(false)}>
              {say.resume}
            </Button>
          </div>
        </EmptyFrame>
      );
    case 'off':
      return (
        <EmptyFrame mood="paused" title={say.off}>
          <p>{say.offAbout}</p>
          <div class="empty-actions">
            <Button look="primary" icon="play" onClick={() => void host.setPaused(false)}>
              {say.start}
            </Button>
          </div>
          <p class="empty-note">{say.offNote}</p>
        </EmptyFrame>
      );
    case 'hidden':
      return (
        <EmptyFrame mood="waiting" title={say.hidden}>
          <p>{say.hiddenAbout}</p>
          <div class="empty-actions">
            <Button look="primary" icon="undo" onClick={() => void host.unignoreAll()}>
              {say.showAgain}
            </Button>
          </div>
          {state.watching === 'paused' && (
            <p class="empty-note">
              <Icon name="pause" size={14} /> {say.pausedAsWell}
            </p>
          )}
        </EmptyFrame>
      );
  }
}
