import { explain } from '../../lib/explain/finding.ts';
import type { Finding } from '../../lib/model/finding.ts';
import { findingLook } from '../finding/words.ts';
import { Icon } from '../kit/icon.tsx';
import { Prose } from '../kit/prose.tsx';

/** In place: what is wrong stands on the hop it is wrong with. */
export function HopFindings({ findings }: { readonly findings: readonly Finding[] }) {
  return findings.map((finding) => {
    const look = findingLook(finding);
    return (
      <span class="hop-finding" data-tone={look.tone} key={finding.id}>
        <Icon name={look.icon} size={12} />
        <span>
          <span class="sr-only">{look.words}: </span>
          <Prose text={explain(finding).title} />
        </span>
      </span>
    );
  });
}
