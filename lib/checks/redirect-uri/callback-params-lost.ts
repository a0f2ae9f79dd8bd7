import type { Exchange } from '../../model/exchange.ts';
import { brokeAfterAnswer } from '../../observe/run.ts';
import { header, headerValue } from '../../read/headers.ts';
import { valueFor } from '../../read/parameters.ts';
import { redirectDifference } from '../../read/redirect.ts';
import { sameSite } from '../../read/site.ts';
import { addressOf, readUrl } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const callbackParamsLost = defineCheck({
  id: 'callback-params-lost',
  category: 'redirect-uri',
  kind: 'breakage',
  tier: 'std',
  title: 'Callback redirected again before the app could read it',
  severity: 'error',
  rank: 84,
  owner: 'app',
  cites: [
    { spec: 'RFC6749', section: '3.1.2', level: 'MUST' },
    { spec: 'RFC9110', section: '15.4' },
  ],
  needs: ['response', 'callback'],
  messages: {
    'query-lost': {
      title: 'The app’s own redirect threw the login answer away',
      plain: 'The website forwarded you to a tidier address and lost the login answer on the way.',
      text: 'The callback was answered with {status} to {change}, and the new address no longer has the answer’s parameters.',
      fix: 'Register the address the site really uses, and leave the callback path out of redirects for slashes, case, language, www or https.',
    },
    'body-lost': {
      title: 'The app’s own redirect threw the posted answer away',
      plain: 'The website forwarded you to another address and lost the login answer on the way.',
      text: 'The answer was posted to the callback, which replied {status} to {change}. On 301, 302 and 303 browsers repeat the request as GET, without the body.',
      fix: 'Register the address the site really uses, or answer the callback itself instead of redirecting it.',
    },
    'fragment-lost': {
      title: 'The app’s own redirect replaced the answer’s fragment',
      plain: 'The website forwarded you to another address and lost the login answer on the way.',
      text: 'The answer stood behind the `#`. The callback replied {status} with a Location that has a fragment of its own, so the browser dropped the answer.',
      fix: 'Answer the callback page itself, or redirect without a `#`.',
    },
    exposed: {
      title: 'The callback passed the answer on over plain http',
      plain: 'The website forwarded the login answer over an unencrypted connection.',
      text: 'The callback replied {status} to an http address that still carries the answer’s parameters.',
      fix: 'Redirect to https addresses only, and only after the answer was used.',
    },
  },
  // GET https://app/cb?code=c&state=s  → 301 https://app/cb/
  inspect({ response, callback }, scene) {
    const { outcome } = callback;
    if (outcome.kind === 'pending') return inconclusive('never-finished');
    if (outcome.kind !== 'redirected') return pass;
    if (outcome.by !== 'server') return inapplicable;
    if (valueFor(response.parameters, 'error') !== null) return inapplicable;
    const { status, to } = outcome;
    const tidy = tidyingOf(callback, to);
    const evidence = [at(callback, 'response.header.location')] as const;
    const kept = keeps(
      to,
      response.parameters.find((p) => p.name === 'code' || p.name === 'access_token' || p.name === 'id_token' || p.name === 'response')
        ?.value ?? null,
    );
    if (kept && callback.request.url.startsWith('https://') && to.startsWith('http://'))
      return fail('exposed', evidence, { data: { status }, severity: 'warning' });
    if (kept) return pass;
    // The server never saw it; browsers carry it along unless the new address has a `#` of its own.
    if (response.in === 'fragment')
      return headerValue(outcome.headers, 'location')?.includes('#')
        ? fail('fragment-lost', evidence, { data: { status, change: tidy ?? 'another page' } })
        : pass;
    const broke = brokeAfterAnswer(scene) || scene.flow.replays.length > 0;
    // "Use the answer, then go to a clean page" is what every app does. A redirect to the same page, or a permanent one, is not that.
    if (tidy === null && !(broke && (status === 301 || status === 308) && sameSite(callback.request.url, to))) return pass;
    const data = { status, change: tidy ?? 'another page' };
    // Cookies set by the same answer mean that the app did read it.
    const cookies = header(outcome.headers, 'set-cookie').kind;
    if (!broke) {
      if (cookies === 'present') return pass;
      if (cookies === 'hidden' && (status === 302 || status === 303)) return inconclusive('header-hidden');
    }
    if (response.in === 'form') return status === 307 || status === 308 ? pass : fail('body-lost', evidence, { data });
    return fail('query-lost', evidence, { data, confidence: broke ? 'certain' : 'likely' });
  },
});

function keeps(to: string, value: string | null): boolean {
  if (value === null) return true;
  const read = readUrl(to);
  return [...(read.query ?? []), ...(read.fragment ?? [])].some((p) => p.value === value);
}

/** The redirect only tidies the address: same page, written differently. */
function tidyingOf(callback: Exchange, to: string): string | null {
  const difference = redirectDifference(readUrl(callback.request.url).base, readUrl(to).base);
  const samePath = redirectDifference(withHostOf(to, callback.request.url), readUrl(to).base);
  if (difference !== 'path' && difference !== 'host' && samePath !== null && samePath !== 'trailing-slash' && samePath !== 'path-case')
    return null;
  switch (difference) {
    case 'trailing-slash':
      return 'the same path with another final slash';
    case 'path-case':
      return 'the same path in another case';
    case 'www':
      return 'the same path with or without www';
    case 'scheme':
    case 'scheme-upgrade':
      return 'the same path over another scheme';
    case 'port':
      return 'the same path on another port';
    case 'host':
      return sameSite(callback.request.url, to) && addressOf(callback.request.url)?.path === addressOf(to)?.path
        ? 'the same path on another host of the site'
        : null;
    case 'path':
      return localePrefixed(addressOf(callback.request.url)?.path ?? '', addressOf(to)?.path ?? '')
        ? 'the same path under a language prefix'
        : null;
    default:
      return null;
  }
}

/** The path of one address on the origin of another. */
function withHostOf(origin: string, url: string): string {
  return `${addressOf(origin)?.origin ?? ''}${addressOf(url)?.path ?? ''}`;
}

function localePrefixed(from: string, to: string): boolean {
  const prefix = /^\/[a-z]{2}(?:[-_][a-z]{2})?(?=\/)/i;
  return (prefix.test(to) && to.replace(prefix, '') === from) || (prefix.test(from) && from.replace(prefix, '') === to);
}
