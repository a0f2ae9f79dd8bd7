import type { Access } from '../../lib/model/access.ts';
import { covers, hostsOf, isEverywhere, isNowhere } from '../../lib/read/access.ts';
import type { Host } from '../../lib/session/host.ts';
import { access as words } from '../../lib/words/en/access.ts';
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
  const say = words();
  const everywhere = isEverywhere(access);
  const hosts = everywhere ? [] : hostsOf(access);
  return (
    <div class="site-list" data-sites={everywhere ? 'everywhere' : isNowhere(access) ? 'none' : 'listed'}>
      {everywhere && <p>{say.everywhere}</p>}
      {isNowhere(access) && <p>{say.nowhere}</p>}
      {hosts.length > 0 && (
        <ul>
          {hosts.map((one) => (
            <li key={one} data-site={one}>
              <Icon name="eye" size={14} />
              <span class="host">{one}</span>
              <IconButton icon="cross" small label={say.takeBack(one)} onClick={() => void host.giveUpAccess(one)} />
            </li>
          ))}
        </ul>
      )}
      {!everywhere && <SiteField label={say.add} action={say.allow} onSites={(named) => void host.grantAccess(named)} />}
      <div class="site-actions">
        {here !== null && !covers(access, `https://${here}/`) && (
          <Button id="allow-here" icon="plus" onClick={() => void host.grantAccess([here])}>
            {say.allowHost(here)}
          </Button>
        )}
        {!everywhere && (
          <Button id="allow-everywhere" onClick={() => void host.grantAccess('everywhere')}>
            {say.allowEverywhere}
          </Button>
        )}
        {!isNowhere(access) && (
          <Button id="take-back-all" icon="lock" onClick={() => void host.giveUpAccess(null)}>
            {everywhere || hosts.length === 1 ? say.takeItBack : say.takeBackAll}
          </Button>
        )}
      </div>
    </div>
  );
}
