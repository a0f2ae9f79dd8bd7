import type { JudgedFlow } from '../../lib/model/finding.ts';
import { printable } from '../../lib/read/printable.ts';
import type { Party } from '../../lib/session/rows.ts';
import { shortOrigin } from './flow-words.ts';

/** The sign of a party: square for the app, round for the provider, a diamond for everybody else. */
export function PartySign({ party }: { readonly party: Party }) {
  return <span class="party-sign" data-party={party} aria-hidden="true" />;
}

/** app → provider */
export function Parties({ judged }: { readonly judged: JudgedFlow }) {
  const { client, provider } = judged.flow.parties;
  return (
    <span class="parties">
      <span class="party" data-party="client" title={client ?? undefined}>
        <PartySign party="client" />
        <bdi dir="ltr">{printable(shortOrigin(client, 'unknown app'))}</bdi>
      </span>
      <span class="parties-arrow" role="img" aria-label={judged.flow.kind === 'logout' ? 'logs out at' : 'logs in at'}>
        →
      </span>
      <span class="party" data-party="provider" title={provider ?? undefined}>
        <PartySign party="provider" />
        <bdi dir="ltr">{printable(shortOrigin(provider, 'unknown provider'))}</bdi>
      </span>
    </span>
  );
}
