/** Sentences that more than one format says. */
import type { PolicyName } from '../redact/redactor.ts';
import type { Report } from './report.ts';

export const redactionWords: Readonly<Record<PolicyName, string>> = {
  'share-safe':
    'Codes, tokens, cookie values, names of people and everything else that may be a secret were replaced before this report was written. The same value has the same stand-in throughout the report, different values have different ones. Hosts, words of paths, parameter names, status codes, sizes and times are as they were recorded.',
  nothing: 'This report shows values as they were recorded. It holds secrets: do not give it to anybody else.',
};

export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

export function summaryWords({ summary }: Report): string {
  return [
    counted(summary.flows, 'flow', 'flows'),
    counted(summary.errors, 'error', 'errors'),
    counted(summary.warnings, 'warning', 'warnings'),
    counted(summary.infos, 'remark', 'remarks'),
  ].join(', ');
}

/** `https://sso.example (Keycloak)`. */
export function withName(provider: string | null, name: string | null): string | null {
  return provider === null || name === null ? provider : `${provider} (${name})`;
}
