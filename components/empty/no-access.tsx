import { SiteField } from '../access/site-field.tsx';
import { Button } from '../kit/button.tsx';
import { Disclosure } from '../kit/disclosure.tsx';
import { Icon } from '../kit/icon.tsx';
import { EmptyFrame } from './empty-frame.tsx';

export interface NoAccessProps {
  /** Host of the page in view, where the browser tells. */
  readonly here: string | null;
  readonly onGrant: (hosts: 'everywhere' | readonly string[]) => void;
}

/** Asked once, so it says all of it: why everywhere, why cookies, and what never happens. */
export function NoAccess({ here, onGrant }: NoAccessProps) {
  return (
    <EmptyFrame mood="asking" title="Let Roundtrip watch your logins">
      <p>
        A login sends your browser from the app to a provider and back, over sites nobody can list beforehand, and it often breaks over a
        lost cookie. So Roundtrip asks to see requests on all sites, and their cookies.
      </p>
      <div class="empty-actions">
        <Button look="primary" id="grant" onClick={() => onGrant('everywhere')}>
          Allow on all sites
        </Button>
      </div>
      <Disclosure summary="Only on sites I name">
        <div class="some-sites">
          <p>Name the app and its provider. A site takes in everything below it. Where a login leads elsewhere, Roundtrip says so.</p>
          {here !== null && (
            <Button id="grant-here" icon="plus" onClick={() => onGrant([here])}>
              {`Only ${here}`}
            </Button>
          )}
          <SiteField label="Sites" action="Allow these" onSites={onGrant} />
        </div>
      </Disclosure>
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
      <p class="empty-note">Your browser will ask you once more. You can take it back here at any time.</p>
    </EmptyFrame>
  );
}
