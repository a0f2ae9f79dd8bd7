import { empty as words } from '../../lib/words/en/empty.ts';
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
  const say = words();
  return (
    <EmptyFrame mood="asking" title={say.noAccess}>
      <p>{say.noAccessAbout}</p>
      <div class="empty-actions">
        <Button look="primary" id="grant" onClick={() => onGrant('everywhere')}>
          {say.allowEverywhere}
        </Button>
      </div>
      <Disclosure summary={say.someSites}>
        <div class="some-sites">
          <p>{say.someSitesAbout}</p>
          {here !== null && (
            <Button id="grant-here" icon="plus" onClick={() => onGrant([here])}>
              {say.onlyHere(here)}
            </Button>
          )}
          <SiteField label={say.sites} action={say.allowThese} onSites={onGrant} />
        </div>
      </Disclosure>
      <ul class="promises">
        {say.promises.map((promise) => (
          <li key={promise}>
            <Icon name="check" size={14} />
            <span>{promise}</span>
          </li>
        ))}
      </ul>
      <p class="empty-note">{say.asksOnceMore}</p>
    </EmptyFrame>
  );
}
