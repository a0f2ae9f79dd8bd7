import type { Host } from '../../lib/session/host.ts';
import type { SessionState } from '../../lib/session/state.ts';
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
        <EmptyFrame mood="paused" title="Paused">
          <p>Nothing is recorded while Roundtrip is paused. Resume, then start the login again from the app’s sign-in button.</p>
          <div class="empty-actions">
            <Button look="primary" icon="play" onClick={() => void host.setPaused(false)}>
              Resume watching
            </Button>
          </div>
        </EmptyFrame>
      );
    case 'off':
      return (
        <EmptyFrame mood="paused" title="Off until you start it">
          <p>You chose that nothing is watched until you say so. Start, then begin the login from the app’s sign-in button.</p>
          <div class="empty-actions">
            <Button look="primary" icon="play" onClick={() => void host.setPaused(false)}>
              Start watching
            </Button>
          </div>
          <p class="empty-note">It stops when you press “Watching” above, or when the browser closes.</p>
        </EmptyFrame>
      );
    case 'hidden':
      return (
        <EmptyFrame mood="waiting" title="Hidden as “not a login”">
          <p>What was seen in this tab goes to an address that you marked as not a login. It is still recorded, only not shown.</p>
          <div class="empty-actions">
            <Button look="primary" icon="undo" onClick={() => void host.unignoreAll()}>
              Show it again
            </Button>
          </div>
          {state.watching === 'paused' && (
            <p class="empty-note">
              <Icon name="pause" size={14} /> Watching is paused as well.
            </p>
          )}
        </EmptyFrame>
      );
  }
}
