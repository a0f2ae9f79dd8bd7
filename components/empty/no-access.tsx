import { Button } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { EmptyFrame } from './empty-frame.tsx';

/** Asked once, so it says all of it: why everywhere, why cookies, and what never happens. */
export function NoAccess({ onGrant }: { readonly onGrant: () => void }) {
  return (
    <EmptyFrame mood="asking" title="Let Roundtrip watch your logins">
      <p>
        A login sends your browser from the app to a provider and back, over sites nobody can list beforehand, and it often breaks over a
        lost cookie. So Roundtrip asks to see requests on all sites, and their cookies.
      </p>
      <div class="empty-actions">
        <Button look="primary" id="grant" onClick={onGrant}>
          Allow and start watching
        </Button>
      </div>
      <ul class="promises">
        <li>
          <Icon name="check" size={14} />
          <span>Nothing leaves your browser. Roundtrip makes no network request, ever.</span>
        </li>
        <li>
          <Icon name="check" size={14} />
          <span>It only looks. No page and no request is changed.</span>
        </li>
        <li>
          <Icon name="check" size={14} />
          <span>What it sees stays in memory and is gone when the browser closes.</span>
        </li>
      </ul>
      <p class="empty-note">Your browser will ask you once more. You can take it back at any time in the browser’s settings.</p>
    </EmptyFrame>
  );
}
