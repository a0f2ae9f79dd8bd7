import { empty as words } from '../../lib/words/en/empty.ts';
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
  const say = words();
  return (
    <EmptyFrame mood="waiting" title={everywhere ? say.noLogin : say.noLoginHere}>
      <p>{say.noLoginAbout}</p>
      {elsewhere > 0 && !everywhere && (
        <p class="empty-note">
          <Icon name="info" size={14} />
          <span>{say.elsewhere(elsewhere)}</span>
        </p>
      )}
      <div class="lesson">
        <h3>{say.whatCounts}</h3>
        <ul>
          <li>
            <Icon name="check" size={14} />
            <span>{say.counts}</span>
          </li>
          <li data-no="true">
            <Icon name="cross" size={14} />
            <span>{say.countsNot}</span>
          </li>
        </ul>
      </div>
      {!cookieAccess && (
        <p class="empty-note">
          <Icon name="cookie" size={14} />
          <span>{say.noCookies}</span>
          <Button look="quiet" onClick={onAllowCookies}>
            {say.allow}
          </Button>
        </p>
      )}
      {incognito && (
        <p class="empty-note">
          <Icon name="lock" size={14} />
          <span>{say.private}</span>
        </p>
      )}
    </EmptyFrame>
  );
}
