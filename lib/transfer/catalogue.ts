/** The catalogue as data and as text, from the check objects themselves. */
import type { Check, Message } from '../checks/define.ts';
import type { Unseen } from '../checks/unseen.ts';
import { grouped } from '../read/grouped.ts';
import { specs, urlOfCite } from '../spec/specs.ts';

export interface CatalogueEntry {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  readonly severity: string;
  readonly tier: string;
  readonly kind: string;
  readonly owner: string;
  /** Place in the order of causes: of several errors the one with the smallest number heads the verdict. */
  readonly rank: number;
  /** Kinds of flows it looks at. */
  readonly flows: readonly string[];
  /** Parts of a flow without which it has nothing to say. */
  readonly needs: readonly string[];
  readonly aliases: readonly string[];
  readonly cites: readonly CatalogueCite[];
  readonly messages: Readonly<Record<string, CatalogueMessage>>;
}

export interface CatalogueCite {
  readonly spec: string;
  readonly title: string;
  readonly section: string;
  /** MUST, SHOULD or MAY; null where the standard only describes. */
  readonly level: string | null;
  readonly url: string;
}

/** With what it takes from its check where it does not differ. */
export interface CatalogueMessage {
  readonly title: string;
  readonly plain: string;
  readonly text: string;
  readonly fix: string;
  readonly severity: string;
  readonly owner: string;
  readonly kind: string;
  readonly rank: number;
  /** Stays a warning although the login went well. */
  readonly insists: boolean;
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
    rank: check.rank,
    flows: check.flows,
    needs: check.needs,
    aliases: check.aliases ?? [],
    cites: check.cites.map((cite) => ({
      spec: cite.spec,
      title: specs[cite.spec].title,
      section: cite.section,
      level: cite.level ?? null,
      url: urlOfCite(cite),
    })),
    messages: Object.fromEntries(Object.entries(check.messages).map(([key, message]) => [key, messageJson(check, message)])),
  }));
}

function messageJson(check: Check, { title, plain, text, fix, severity, owner, kind, rank, insists }: Message): CatalogueMessage {
  return {
    title,
    plain,
    text,
    fix,
    severity: severity ?? check.severity,
    owner: owner ?? check.owner,
    kind: kind ?? check.kind,
    rank: rank ?? check.rank,
    insists: insists ?? false,
  };
}

export function catalogueText(checks: readonly Check[]): string {
  const lines: string[] = [];
  for (const [category, list] of grouped(checks, (c) => c.category)) {
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
  for (const [category, list] of grouped(checks, (c) => c.category)) {
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
