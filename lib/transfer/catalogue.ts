/** The catalogue as data and as text, from the check objects themselves. */
import type { Check } from '../checks/define.ts';
import type { Unseen } from '../checks/unseen.ts';
import { specs, urlOfCite } from '../spec/specs.ts';

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

const ownerNames: Readonly<Record<string, string>> = {
  app: 'the app',
  provider: 'the provider',
  user: 'the user',
  browser: 'the browser',
  network: 'the network',
};

/** docs/checks.md: what a reader of a finding looks up. */
export function catalogueMarkdown(checks: readonly Check[], unseen: readonly Unseen[]): string {
  const lines = [
    '# Check reference',
    '',
    'Written by `npm test` from the check objects themselves (`npx vitest run --project house -u` renews it); do not edit by hand.',
    '',
    `${checks.length} checks. ★ marks the core set. Severities are those of the default profile before the outcome is known: what did no harm is shown as a remark.`,
  ];
  for (const [category, list] of Map.groupBy(checks, (c) => c.category)) {
    lines.push('', `## ${category}`);
    for (const check of list) {
      lines.push(
        '',
        `### ${check.id}${check.tier === 'core' ? ' ★' : ''}`,
        '',
        `${check.title}. Severity ${check.severity}, ${check.kind}.`,
        '',
      );
      for (const [key, message] of Object.entries(check.messages)) {
        lines.push(`- **${key}** (${message.severity ?? check.severity}, ${ownerNames[message.owner ?? check.owner]}): ${message.title}`);
        lines.push(`  - For the user: ${message.plain}`);
        lines.push(`  - What was seen: ${message.text}`);
        lines.push(`  - What to do: ${message.fix}`);
      }
      const cites = check.cites.map(
        (cite) =>
          `[${specs[cite.spec].title}${cite.section ? `, section ${cite.section}` : ''}](${urlOfCite(cite)})${cite.level ? ` (${cite.level})` : ''}`,
      );
      lines.push('', `Standards: ${cites.join('; ')}.`);
      if (check.aliases?.length) lines.push('', `Earlier names: ${check.aliases.map((a) => `\`${a}\``).join(', ')}.`);
    }
  }
  lines.push('', '## What can not be seen', '', 'No check stands for these, and no green verdict speaks of them.', '');
  for (const { what, why, instead, id } of unseen) {
    lines.push(`- **${what}**${id === undefined ? '' : ` (\`${id}\`)`}: ${why} ${instead}`);
  }
  return `${lines.join('\n')}\n`;
}
