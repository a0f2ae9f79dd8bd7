import type { Access } from '../../lib/model/access.ts';
import { covers, hostsOf, isEverywhere, isNowhere } from '../../lib/read/access.ts';
import type { Host } from '../../lib/session/host.ts';
import { Button, IconButton } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { SiteField } from './site-field.tsx';

export interface SiteListProps {
  readonly host: Host;
  readonly access: Access;
  /** Host of the page in view, where there is one and the browser tells. */
  readonly here: string | null;
}

/** Which sites may be looked at, each to be taken back, and a way to name more. */
export function SiteList({ host, access, here }: SiteListProps) {
  const everywhere = isEverywhere(access);
  const hosts = everywhere ? [] : hostsOf(access);
  return (
    <div class="site-list" data-sites={everywhere ? 'everywhere' : isNowhere(access) ? 'none' : 'listed'}>
      {everywhere && <p>All sites. To name some instead, take this back first.</p>}
      {isNowhere(access) && <p>None, so nothing is watched.</p>}
      {hosts.length > 0 && (
        <ul>
          {hosts.map((one) => (
            <li key={one} data-site={one}>
              <Icon name="eye" size={14} />
              <span class="host">{one}</span>
              <IconButton icon="cross" small label={`Take back ${one}`} onClick={() => void host.giveUpAccess(one)} />
            </li>
          ))}
        </ul>
      )}
      {!everywhere && <SiteField label="Add sites, with all below them" action="Allow" onSites={(named) => void host.grantAccess(named)} />}
      <div class="site-actions">
        {here !== null && !covers(access, `https://${here}/`) && (
          <Button id="allow-here" icon="plus" onClick={() => void host.grantAccess([here])}>
            {`Allow ${here}`}
          </Button>
        )}
        {!everywhere && (
          <Button id="allow-everywhere" onClick={() => void host.grantAccess('everywhere')}>
            Allow on all sites
          </Button>
        )}
        {!isNowhere(access) && (
          <Button id="take-back-all" icon="lock" onClick={() => void host.giveUpAccess(null)}>
            {everywhere || hosts.length === 1 ? 'Take it back' : 'Take back all'}
          </Button>
        )}
      </div>
    </div>
  );
}
