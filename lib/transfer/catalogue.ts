/** The catalogue as data and as text, from the check objects themselves. */
import type { Check } from '../checks/define.ts';
import { urlOfCite } from '../spec/specs.ts';

export interface CatalogueEntry {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  readonly severity: string;
  readonly tier: string;
  readonly kind: string;
  readonly owner: string;
  readonly aliases: readonly string[];
  readonly cites: readonly { readonly spec: string; readonly section: string; readonly url: string }[];
  readonly messages: Readonly<
    Record<
      string,
      {
        readonly title: string;
        readonly plain: string;
        readonly text: string;
        readonly fix: string;
        readonly severity: string;
        readonly owner: string;
      }
    >
  >;
}

export function catalogueJson(checks: readonly Check[]): CatalogueEntry[] {
  return checks.map((check) => ({
    id: check.id,
    title: check.title,
    category: check.category,
    severity: check.severity,
    tier: check.tier,
    kind: check.kind,
    owner: check.owner,
    aliases: check.aliases ?? [],
    cites: check.cites.map((cite) => ({ spec: cite.spec, section: cite.section, url: urlOfCite(cite) })),
    messages: Object.fromEntries(
      Object.entries(check.messages).map(([key, { title, plain, text, fix, severity, owner }]) => [
        key,
        { title, plain, text, fix, severity: severity ?? check.severity, owner: owner ?? check.owner },
      ]),
    ),
  }));
}

export function catalogueText(checks: readonly Check[]): string {
  const lines: string[] = [];
  for (const [category, list] of Map.groupBy(checks, (c) => c.category)) {
    lines.push(category);
    for (const check of list)
      lines.push(`  ${check.tier === 'core' ? '★' : ' '} ${check.id.padEnd(30)} ${check.severity.padEnd(8)} ${check.title}`);
    lines.push('');
  }
  lines.push(`${checks.length} checks (★ core)`);
  return `${lines.join('\n')}\n`;
}
