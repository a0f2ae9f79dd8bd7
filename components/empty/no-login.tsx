import { Button } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { EmptyFrame } from './empty-frame.tsx';

export interface NoLoginProps {
  readonly incognito: boolean;
  readonly cookieAccess: boolean;
  /** The view is about all tabs. */
  readonly everywhere: boolean;
  /** Flows in other tabs. */
  readonly elsewhere: number;
  readonly onAllowCookies: () => void;
}

export function NoLogin({ incognito, cookieAccess, everywhere, elsewhere, onAllowCookies }: NoLoginProps) {
  return (
    <EmptyFrame mood="waiting" title={everywhere ? 'No login seen yet' : 'No login seen in this tab yet'}>
      <p>Start the login now, or run it once more: press the app’s sign-in button, then open this again. It is all kept while you do.</p>
      {elsewhere > 0 && !everywhere && (
        <p class="empty-note">
          <Icon name="info" size={14} />
          <span>
            {elsewhere === 1 ? 'A login was seen in another tab.' : `${elsewhere} logins were seen in other tabs.`} Open Roundtrip there.
          </span>
        </p>
      )}
      <div class="lesson">
        <h3>What counts as a login</h3>
        <ul>
          <li>
            <Icon name="check" size={14} />
            <span>
              The app sends you to a sign-in page of its own or of somebody else (“Sign in with …”, company login) and gets you back. The
              standards behind it are OAuth 2.0 and OpenID Connect.
            </span>
          </li>
          <li data-no="true">
            <Icon name="cross" size={14} />
            <span>A name and password that the app’s own page checks itself, or a login over SAML: nothing is shown for these.</span>
          </li>
        </ul>
      </div>
      {!cookieAccess && (
        <p class="empty-note">
          <Icon name="cookie" size={14} />
          <span>Roundtrip may not look at cookies, so it can not always tell why a login cookie was lost.</span>
          <Button look="quiet" onClick={onAllowCookies}>
            Allow
          </Button>
        </p>
      )}
      {incognito && (
        <p class="empty-note">
          <Icon name="lock" size={14} />
          <span>This is a private window. What is seen here is never mixed with other windows, and is gone when the browser closes.</span>
        </p>
      )}
    </EmptyFrame>
  );
}
