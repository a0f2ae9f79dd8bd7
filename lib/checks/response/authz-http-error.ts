import type { Exchange } from '../../model/exchange.ts';
import { providerStop } from '../../observe/answer.ts';
import { botCheckOf } from '../../observe/bot-check.ts';
import { withRole } from '../../observe/scene.ts';
import { headerValue } from '../../read/headers.ts';
import { visibleText } from '../../read/html.ts';
import { defineCheck } from '../define.ts';
import { sizeAdvice } from '../size/advice.ts';
import { sizeExplains } from '../size/explains.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const authzHttpError = defineCheck({
  id: 'authz-http-error',
  category: 'response',
  kind: 'breakage',
  tier: 'core',
  title: 'Provider’s login address answered with an HTTP error',
  severity: 'error',
  rank: 61,
  owner: 'provider',
  cites: [
    { spec: 'RFC6749', section: '4.1.2.1' },
    { spec: 'RFC9110', section: '15.5' },
  ],
  needs: ['request', 'authorization'],
  messages: {
    client: {
      title: 'The provider does not know this app (HTTP {status})',
      plain: 'The provider does not know this app, or does not accept it.',
      text: 'The provider stopped on its own page with HTTP {status} and names the client as the reason{code}.',
      fix: 'Check `client_id`, tenant and environment against the provider’s console, and whether the client is enabled for this kind of login.',
      owner: 'app',
    },
    said: {
      title: 'The provider stopped the login (HTTP {status})',
      plain: 'The provider stopped the login on its own page: {reason}.',
      text: 'The provider answered HTTP {status} with the error{code}: {reason}.',
      fix: '{advice}',
      owner: 'app',
    },
    refused: {
      title: 'The provider refused to open its login page (HTTP {status})',
      plain: 'The provider’s login page could not be opened (error {status}).',
      text: 'The provider answered HTTP {status} and did not go on. {why}',
      fix: 'Read the provider’s page; compare client_id, redirect_uri and scopes with what is registered. With 403, look for rules on network, country or device.',
    },
    broken: {
      title: 'The provider’s server failed (HTTP {status})',
      plain: 'The provider’s login server has a problem (error {status}). Try again later.',
      text: 'The provider answered HTTP {status}. The app’s request did its part.',
      fix: 'Look at the provider’s status page. If it stays, send them the time and the correlation id from the response headers.',
    },
    submitted: {
      title: 'The provider lost the sign-in that was under way (HTTP {status})',
      plain: 'The sign-in page was open for too long, or its cookies were lost. Start the login again.',
      text: 'The sign-in page opened, and what was sent from it was answered HTTP {status} with a page that speaks of cookies or of a sign-in that has ended.',
      fix: 'Start the login again, in one tab. If it happens to many: see whether the provider’s cookies come back to it (blocked cookies, another host name, a frame), and how long its sign-in page lives.',
      owner: 'provider',
    },
    busy: {
      title: 'The provider is refusing requests for now (HTTP 429)',
      plain: 'The provider is getting too many requests from you or this app. Wait a little and try again.',
      text: 'The provider answered HTTP 429{retry}.',
      fix: 'Wait, and find out what starts so many logins.',
    },
  },
  // GET /authorize  → 500
  inspect({ request }, scene) {
    if (scene.flow.response || scene.flow.bareCallback) return pass;
    const stop = providerStop(scene);
    if (!stop)
      return withRole(scene, 'authorization-request', 'provider').some((e) => e.outcome.kind === 'pending')
        ? inconclusive('never-finished')
        : inapplicable;
    const { exchange, status, error } = stop;
    if (stop.says === 'redirect-uri') return pass;
    const evidence = [at(exchange, 'response.status'), at(exchange, 'request.url')] as const;
    const code = error ? ` (\`${error.subCode ?? error.code}\`)` : '';
    // A kind of login that this client may not use is another matter than a client nobody knows.
    const usage = error !== null && /^(?:unsupported_|unauthorized_client$)/.test(error.code);
    if (stop.says === 'client' && !usage) return fail('client', evidence, { data: { status, code } });
    if ((stop.says === 'other' || usage) && error)
      return fail('said', evidence, {
        data: { status, code: ` \`${error.subCode ?? error.code}\``, reason: error.meaning.reason, advice: error.meaning.fix },
        owner: error.meaning.owner,
      });
    if (status < 400) return pass;
    // The page is not the provider’s.
    if (botCheckOf(exchange)) return inapplicable;
    if (status === 429) {
      const retry = exchange.outcome.kind === 'answered' ? headerValue(exchange.outcome.headers, 'retry-after') : null;
      return fail('busy', evidence, { data: { retry: retry !== null && /^\d+$/.test(retry) ? `, retry after ${retry} s` : '' } });
    }
    if (status >= 500) return fail('broken', evidence, { data: { status } });
    // A wrong password, a missing field: the sign-in page is still there and the user may go on.
    const submitted = exchange.request.method === 'POST' && exchange.id !== request.exchange;
    if (submitted && (status === 400 || status === 401 || status === 403 || status === 422))
      return lostItsPlace(exchange) ? fail('submitted', evidence, { data: { status }, confidence: 'likely' }) : inapplicable;
    const offered = exchange.outcome.kind === 'answered' ? headerValue(exchange.outcome.headers, 'www-authenticate') : null;
    if (status === 401 && offered !== null && /negotiate|ntlm|basic/i.test(offered)) return inapplicable;
    const large = sizeExplains(exchange);
    const why = large
      ? 'The request is large; see the size findings.'
      : status === 404
        ? 'There is nothing at this address: the authorization endpoint in the app’s settings is wrong.'
        : 'It does that when it does not accept a parameter it must not answer by redirect, or when a rule blocks the request.';
    return fail('refused', evidence, {
      data: { status, why: `${why}${large ? '' : sizeAdvice(exchange, status)}` },
      ...(status === 404 ? { owner: 'app' as const } : {}),
    });
  },
});

/** What was typed is the user's business; a sign-in that the server has lost is not. Only the page's words tell. */
function lostItsPlace({ outcome }: Exchange): boolean {
  if (outcome.kind !== 'answered' || !outcome.body.seen || outcome.body.value.kind !== 'text') return false;
  const words = visibleText(outcome.body.value.text);
  return (
    /\b(?:cookies?|expired|timed? ?out|session|restart)\b/i.test(words) &&
    !/password|credential|incorrect|locked|disabled|blocked|attempts/i.test(words)
  );
}
