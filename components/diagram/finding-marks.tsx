import { explain } from '../../lib/explain/finding.ts';
import type { Finding } from '../../lib/model/finding.ts';
import { findingLook } from '../finding/words.ts';
import { Icon } from '../kit/icon.tsx';

/** What was found on a hop, where there is room for a sign: the gravest stands for all. */
export function FindingMarks({ findings }: { readonly findings: readonly Finding[] }) {
  const gravest = findings.find((f) => f.severity === 'error') ?? findings.find((f) => f.severity === 'warning') ?? findings[0];
  if (!gravest) return <span class="bar-mark" />;
  const look = findingLook(gravest);
  return (
    <span class="bar-mark" data-tone={look.tone} title={findings.map((finding) => explain(finding).title).join('\n')}>
      <Icon name={look.icon} size={12} />
      <span class="sr-only">
        {findings.map((finding) => `${findingLook(finding).words}: ${explain(finding).title.replaceAll('`', '')}. `)}
      </span>
    </span>
  );
}
