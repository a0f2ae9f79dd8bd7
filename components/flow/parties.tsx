import type { JudgedFlow } from '../../lib/model/finding.ts';
import { printable } from '../../lib/read/printable.ts';
import type { Party } from '../../lib/session/rows.ts';
import { flow as words } from '../../lib/words/en/flow.ts';
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
        <bdi dir="ltr">{printable(shortOrigin(client, words().unknownApp))}</bdi>
      </span>
      <span class="parties-arrow" role="img" aria-label={judged.flow.kind === 'logout' ? words().logsOutAt : words().logsInAt}>
        →
      </span>
      <span class="party" data-party="provider" title={provider ?? undefined}>
        <PartySign party="provider" />
        <bdi dir="ltr">{printable(shortOrigin(provider, words().unknownProvider))}</bdi>
      </span>
    </span>
  );
}
