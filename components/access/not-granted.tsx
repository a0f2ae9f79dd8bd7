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
  const many = hosts.length > 1;
  const shown = hosts.length > mostNamed ? [...hosts.slice(0, mostNamed - 1), `${hosts.length - mostNamed + 1} more`] : hosts;
  return (
    <div class="banner" data-tone="warn" data-not-granted={hosts.join(' ')}>
      <p>
        <strong class="host">{shown.length === 1 ? shown[0] : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`}</strong>{' '}
        {many ? 'are not watched, so what happens there can not be judged.' : 'is not watched, so what happens there can not be judged.'}{' '}
        Allow
        {many ? ' them' : ' it'}, then log in again.
      </p>
      <Button look="primary" id="allow-hosts" onClick={() => onAllow(hosts)}>
        {many ? 'Allow them' : 'Allow it'}
      </Button>
    </div>
  );
}
