import type { Host } from '../../lib/session/host.ts';
import type { SessionState } from '../../lib/session/state.ts';
import { NotGranted } from '../access/not-granted.tsx';
import { Button } from '../kit/button.tsx';

export interface BannersProps {
  readonly host: Host;
  readonly state: SessionState;
  /** Flows of this tab that are hidden as "not a login". */
  readonly hidden: number;
}

/** Support asks for a recording, by the address of the page in view. */
export function Invitation({ host, state: { invitation, recording } }: Pick<BannersProps, 'host' | 'state'>) {
  if (!invitation || recording) return null;
  return (
    <div class="banner" data-tone="accent">
      <p>This link asks you to record a login for a support team. Nothing is recorded before you agree.</p>
      <Button look="primary" id="invitation" onClick={() => void host.openPage('record')}>
        See what is asked
      </Button>
    </div>
  );
}

/** What limits the view while there is something to see. Empty states say the same at length. */
export function Banners({ host, state, hidden }: BannersProps) {
  const { watching, cookieAccess } = state;
  return (
    <div class="banners">
      <Invitation host={host} state={state} />
      {watching === 'no-access' && (
        <div class="banner">
          <p>Roundtrip has no access to sites any more, so nothing new is recorded.</p>
          <Button id="grant" look="primary" onClick={() => void host.grantAccess('everywhere')}>
            Allow on all sites
          </Button>
        </div>
      )}
      {watching === 'paused' && (
        <div class="banner">
          <p>Paused: nothing new is recorded.</p>
          <Button icon="play" onClick={() => void host.setPaused(false)}>
            Resume
          </Button>
        </div>
      )}
      {watching === 'off' && (
        <div class="banner">
          <p>Off: nothing new is recorded until you start it.</p>
          <Button icon="play" onClick={() => void host.setPaused(false)}>
            Start
          </Button>
        </div>
      )}
      {watching !== 'no-access' && <NotGranted hosts={state.notGranted} onAllow={(hosts) => void host.grantAccess(hosts)} />}
      {watching === 'watching' && !cookieAccess && (
        <div class="banner">
          <p>Roundtrip may not look at cookies, so it can not always tell why a login cookie was lost.</p>
          <Button onClick={() => void host.grantCookies()}>Allow cookies</Button>
        </div>
      )}
      {hidden > 0 && (
        <div class="banner" data-quiet="true">
          <p>{hidden === 1 ? 'One more is hidden as “not a login”.' : `${hidden} more are hidden as “not a login”.`}</p>
          <Button look="quiet" icon="undo" onClick={() => void host.unignoreAll()}>
            Show again
          </Button>
        </div>
      )}
    </div>
  );
}
