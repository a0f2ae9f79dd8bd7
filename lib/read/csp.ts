/** Content Security Policy Level 3, as far as logins run into it: which addresses a directive allows. */
import type { Headers } from '../model/exchange.ts';
import { header } from './headers.ts';
import { addressOf, originOf } from './url.ts';

/** Sources of a directive in each policy that has one. All policies apply. */
export function directiveOf(headers: Headers, name: string): readonly (readonly string[])[] | 'hidden' {
  const found = header(headers, 'content-security-policy');
  if (found.kind === 'hidden') return 'hidden';
  if (found.kind === 'absent') return [];
  const wanted = name.toLowerCase();
  return found.all
    .flatMap((value) => value.split(','))
    .flatMap((policy) => {
      const directive = policy
        .split(';')
        .map((d) => d.trim().split(/\s+/))
        .find(([first]) => first?.toLowerCase() === wanted);
      return directive === undefined ? [] : [directive.slice(1)];
    });
}

/** Source matching without paths, which are not compared after a redirect and mean nothing for ancestors. */
export function allowsSource(sources: readonly string[], url: string, page: string): boolean {
  const to = addressOf(url);
  if (!to) return true;
  return sources.some((source) => {
    if (source === '*') return to.scheme === 'https' || to.scheme === 'http' || to.scheme === addressOf(page)?.scheme;
    if (/^'self'$/i.test(source)) return originOf(url) === originOf(page);
    if (/^[a-z][a-z0-9+.-]*:$/i.test(source))
      return [`${to.scheme}:`, ...(to.scheme === 'https' ? ['http:'] : [])].includes(source.toLowerCase());
    const match = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/:]+)(?::(\d+|\*))?(\/.*)?$/i.exec(source);
    if (!match) return false;
    const [, scheme, host = '', port] = match;
    const wanted = (scheme ?? addressOf(page)?.scheme ?? 'https').toLowerCase();
    if (to.scheme !== wanted && !(wanted === 'http' && to.scheme === 'https')) return false;
    const matches =
      host === '*' || (host.startsWith('*.') ? to.host.endsWith(host.slice(1).toLowerCase()) : to.host === host.toLowerCase());
    return matches && (port === '*' || (port === undefined ? to.port === 443 || to.port === 80 : to.port === Number(port)));
  });
}

/** The sources in words, the first four of them. */
export function shownSources(sources: readonly string[]): string {
  return sources.length === 0
    ? 'nowhere'
    : sources
        .slice(0, 4)
        .map((s) => (s === "'self'" ? 'itself' : s === "'none'" ? 'nowhere' : s))
        .join(', ');
}
