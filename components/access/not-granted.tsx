import { access as words } from '../../lib/words/en/access.ts';
import { Button } from '../kit/button.tsx';

/** Named one by one; of more, the number is enough. */
const mostNamed = 3;

export interface NotGrantedProps {
  readonly hosts: readonly string[];
  readonly onAllow: (hosts: readonly string[]) => void;
}

/** Sites that play a part in a login and may not be looked at: what is missing, why it matters, and one press that ends it. */
export function NotGranted({ hosts, onAllow }: NotGrantedProps) {
  if (hosts.length === 0) return null;
  const say = words();
  const named = hosts.length > mostNamed ? hosts.slice(0, mostNamed - 1) : hosts;
  return (
    <div class="banner" data-tone="warn" data-not-granted={hosts.join(' ')}>
      <p>
        <strong class="host">{say.hosts(named, hosts.length - named.length)}</strong> {say.notWatched(hosts.length)}
      </p>
      <Button look="primary" id="allow-hosts" onClick={() => onAllow(hosts)}>
        {say.allowThem(hosts.length)}
      </Button>
    </div>
  );
}
