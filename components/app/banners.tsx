import type { ComponentChildren } from 'preact';
import type { Host } from '../../lib/session/host.ts';
import type { SessionState } from '../../lib/session/state.ts';
import { app as words } from '../../lib/words/en/app.ts';
import { NotGranted } from '../access/not-granted.tsx';
import { Button } from '../kit/button.tsx';

export interface BannersProps {
  readonly host: Host;
  readonly state: SessionState;
  /** Flows of this tab that are hidden as "not a login". */
  readonly hidden: number;
  readonly children?: ComponentChildren;
}

/** Support asks for a recording, by the address of the page in view. */
export function Invitation({ host, state: { invitation, recording } }: Pick<BannersProps, 'host' | 'state'>) {
  if (!invitation || recording) return null;
  return (
    <div class="banner" data-tone="accent">
      <p>{words().invited}</p>
      <Button look="primary" id="invitation" onClick={() => void host.openPage('record')}>
        {words().seeInvitation}
      </Button>
    </div>
  );
}

/** What limits the view while there is something to see. Empty states say the same at length. */
export function Banners({ host, state, hidden, children }: BannersProps) {
  const say = words();
  const { watching, cookieAccess } = state;
  return (
    <div class="banners">
      <Invitation host={host} state={state} />
      {children}
      {watching === 'no-access' && (
        <div class="banner">
          <p>{say.noAccess}</p>
          <Button id="grant" look="primary" onClick={() => void host.grantAccess('everywhere')}>
            {say.allowEverywhere}
          </Button>
        </div>
      )}
      {watching === 'paused' && (
        <div class="banner">
          <p>{say.paused}</p>
          <Button icon="play" onClick={() => void host.setPaused(false)}>
            {say.resume}
          </Button>
        </div>
      )}
      {watching === 'off' && (
        <div class="banner">
          <p>{say.off}</p>
          <Button icon="play" onClick={() => void host.setPaused(false)}>
            {say.start}
          </Button>
        </div>
      )}
      {watching !== 'no-access' && <NotGranted hosts={state.notGranted} onAllow={(hosts) => void host.grantAccess(hosts)} />}
      {watching === 'watching' && !cookieAccess && (
        <div class="banner">
          <p>{say.noCookies}</p>
          <Button onClick={() => void host.grantCookies()}>{say.allowCookies}</Button>
        </div>
      )}
      {hidden > 0 && (
        <div class="banner" data-quiet="true">
          <p>{say.hidden(hidden)}</p>
          <Button look="quiet" icon="undo" onClick={() => void host.unignoreAll()}>
            {say.showAgain}
          </Button>
        </div>
      )}
    </div>
  );
}
