/** Which environment of an app a host belongs to, from its name: what people call their machines. */
import { isDevelopmentHost, siteOfHost } from './site.ts';

export type Environment = 'local' | 'live' | 'test';

const marks: ReadonlySet<string> = new Set([
  ...['dev', 'develop', 'development', 'staging', 'stage', 'stg', 'test', 'testing', 'tst', 'qa', 'uat', 'acc', 'preview', 'preprod'],
  ...['preproduction', 'sandbox', 'sbx', 'int', 'integration', 'demo', 'beta', 'canary'],
]);
const neutral: ReadonlySet<string> = new Set(['www', 'prod', 'production', 'live']);

const wordsOf = (label: string) => label.split('-').filter((word) => word !== '');
const isMark = (word: string) => marks.has(word.replace(/(?<!\d)\d+$/, ''));

/** The labels in front of the site: the site's own name is no mark. */
function ownLabels(host: string): readonly string[] {
  const site = siteOfHost(host);
  return host === site ? [] : host.slice(0, -site.length - 1).split('.');
}

export function environmentOf(host: string): Environment {
  if (isDevelopmentHost(host)) return 'local';
  return ownLabels(host).some((label) => wordsOf(label).some(isMark)) ? 'test' : 'live';
}

/** The host without what names its environment: hosts of one app are the same then. */
function unmarked(host: string): string {
  const labels = ownLabels(host).map((label) =>
    wordsOf(label)
      .filter((word) => !isMark(word) && !neutral.has(word))
      .join('-'),
  );
  return [...labels.filter((label) => label !== ''), siteOfHost(host)].join('.');
}

/** Two hosts of what seems to be one app, in two environments. Nothing is said about hosts with other names. */
export function areEnvironments(a: string, b: string): boolean {
  const [left, right] = [environmentOf(a), environmentOf(b)];
  if (left === right) return left === 'test' && a !== b && unmarked(a) === unmarked(b);
  return left === 'local' || right === 'local' || unmarked(a) === unmarked(b);
}
