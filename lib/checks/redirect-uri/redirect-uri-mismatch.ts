import { whereToRegister } from '../../field/providers/words.ts';
import { answerError } from '../../observe/answer.ts';
import { wasConsumed } from '../../observe/consumed.ts';
import { providerOf } from '../../observe/provider.ts';
import { brokeAfterAnswer } from '../../observe/run.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { isCustomScheme, isExtensionRedirect, isPseudoRedirect, type RedirectDifference, redirectDifference } from '../../read/redirect.ts';
import { sameSite } from '../../read/site.ts';
import { hostOf, readUrl, resolveLocation } from '../../read/url.ts';
import { redirectUriAliases } from '../../spec/vocabulary.ts';
import { defineCheck } from '../define.ts';
import { atRequestParameter } from '../request/parameter.ts';
import { mayBelongElsewhere } from '../state/compare.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';
import { differenceNames } from './difference.ts';

export const redirectUriMismatch = defineCheck({
  id: 'redirect-uri-mismatch',
  category: 'redirect-uri',
  kind: 'breakage',
  tier: 'core',
  title: 'Answer delivered to another address than requested',
  severity: 'error',
  rank: 80,
  owner: 'provider',
  cites: [
    { spec: 'RFC6749', section: '3.1.2.3', level: 'MUST' },
    { spec: 'RFC9700', section: '4.1.3', level: 'MUST' },
  ],
  needs: ['request', 'response'],
  messages: {
    elsewhere: {
      title: 'The answer went to another address than the app asked for',
      plain: 'The provider sent you back to a different address than the app asked for.',
      text: 'The request asked for one redirect_uri, the answer was delivered to another. The first difference is {difference}.',
      fix: 'Make the redirect_uri in the app’s code and in the provider’s console the same, character by character. A proxy in front of either may also rewrite it.{where}',
    },
    gateway: {
      title: 'A gateway put its own name behind the app’s ({to})',
      plain: 'A security gateway, most likely your company’s, stands between you and the app, and the login does not fit through it.',
      text: 'The answer was delivered to {to}: the host the app asked for with another name behind it. Gateways that watch sessions rewrite hosts like this. What the app keeps at {from} (cookies, storage) does not exist there.',
      fix: 'Ask the administrator to take this app and its provider out of the gateway’s session control, or to let both pass through it, with the rewritten address registered.',
      owner: 'network',
    },
    tolerated: {
      title: 'The answer went to a slightly different address, and the app took it',
      plain: 'The provider sent you back to a slightly different address; this app did not mind.',
      text: 'Requested and reached redirect_uri differ in {difference}. The login went on all the same.',
      fix: 'Make both the same, character by character, before a stricter provider or client refuses it.{where}',
      severity: 'warning',
    },
  },
  // GET /authorize?redirect_uri=https://app/cb  → 302 https://other/cb?code=c
  inspect({ request, response }, scene) {
    const { redirectUri } = request;
    // Where the request's address was refused, the error goes to another one on purpose.
    if (answerError(scene)?.meaning.kind === 'redirect-uri') return inapplicable;
    if (redirectUri === null) return request.hidden ? inconclusive(request.hidden) : inapplicable;
    if (response.target === null || isPseudoRedirect(redirectUri) || isCustomScheme(redirectUri) || isExtensionRedirect(redirectUri))
      return inapplicable;
    if (isPlaceholder(redirectUri) || isPlaceholder(readUrl(response.target).base)) return inconclusive('redacted-input');
    const difference =
      redirectDifference(readUrl(redirectUri).base, readUrl(response.target).base) ?? lostQuery(redirectUri, response.target);
    if (difference === null || isAsBrowsersGo(redirectUri, response.target)) return pass;
    const elsewhere = mayBelongElsewhere(scene, request, response);
    if (elsewhere) return inconclusive(elsewhere);
    const reached =
      response.seenIn === 'location' ? at(response.exchange, 'response.header.location') : at(response.exchange, 'request.url');
    const evidence = [reached, atRequestParameter(request, 'redirect_uri', ...redirectUriAliases)] as const;
    const data = { difference: differenceNames[difference], kind: difference, where: whereToRegister(providerOf(scene)) };
    const [from, to] = [hostOf(redirectUri), hostOf(response.target)];
    if (from.includes('.') && to.startsWith(`${from}.`) && brokeAfterAnswer(scene))
      return fail('gateway', evidence, { data: { from, to }, confidence: 'likely' });
    // A provider that takes http for https, or adds a slash, is the usual harmless kind.
    const mild =
      difference === 'scheme-upgrade' || difference === 'trailing-slash' || difference === 'path-encoding' || difference === 'query';
    // And an app that takes the answer on its own site has not lost it.
    const welcome = wasConsumed(scene) && sameSite(redirectUri, response.target);
    return (mild || welcome) && !brokeAfterAnswer(scene) ? fail('tolerated', evidence, { data }) : fail('elsewhere', evidence, { data });
  },
});

/** Browsers resolve `..`, backslashes and the like before they go there: what they reach then is what was asked for. */
function isAsBrowsersGo(requested: string, reached: string): boolean {
  const gone = resolveLocation(requested, requested);
  return gone !== null && redirectDifference(readUrl(gone).base, readUrl(reached).base) === null && lostQuery(gone, reached) === null;
}

/** RFC 6749 section 3.1.2: a query component of the redirect_uri must be kept. */
function lostQuery(requested: string, reached: string): RedirectDifference | null {
  const wanted = readUrl(requested).query ?? [];
  const have = readUrl(reached).query ?? [];
  return wanted.every((p) => p.text === '' || have.some((q) => q.name === p.name && q.value === p.value)) ? null : 'query';
}
