import type { Exchange } from '../../model/exchange.ts';
import type { Verdict } from '../../model/finding.ts';
import { readError } from '../../observe/answer.ts';
import { answerOf, type BrowserLogin, browserLoginOf, configUrls } from '../../observe/browser-login.ts';
import { after, type Scene } from '../../observe/scene.ts';
import { header, headerValue } from '../../read/headers.ts';
import { isObject, stringMember } from '../../read/json.ts';
import { addressOf, hostOf, originOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { absentAt, at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

type Message = 'well-known' | 'unlisted' | 'config' | 'accounts' | 'signed-out' | 'assertion' | 'cors';

export const fedcmFailed = defineCheck({
  id: 'fedcm-failed',
  category: 'provider-quirk',
  kind: 'breakage',
  tier: 'ext',
  title: 'Sign-in by the browser itself (FedCM) failed',
  severity: 'error',
  rank: 67,
  owner: 'provider',
  flows: ['login'],
  cites: [{ spec: 'FedCM', section: '' }],
  needs: [],
  messages: {
    'well-known': {
      title: 'The provider’s file for sign-in by the browser can not be used',
      plain: 'The browser’s own sign-in could not start, because a file of the sign-in service is missing or wrong.',
      text: 'The browser asked {host} for `/.well-known/web-identity`: {result}. Without it the browser goes no further and shows nothing.',
      fix: 'Serve the file at the registrable domain of the provider, without a redirect, as JSON with a list `provider_urls`.',
    },
    unlisted: {
      title: 'The provider’s file for sign-in by the browser does not list this configuration',
      plain: 'The browser’s own sign-in could not start, because a file of the sign-in service does not fit.',
      text: 'The configuration at {host} is not among the `provider_urls` of `/.well-known/web-identity`, and that file names no accounts endpoint. The browser goes no further and shows nothing.',
      fix: 'List exactly the address that the app passes as `configURL`. Where several are needed, name `accounts_endpoint` and `login_url` in the file.',
    },
    config: {
      title: 'The provider’s configuration for sign-in by the browser can not be used',
      plain: 'The browser’s own sign-in could not start, because the sign-in service’s settings could not be read.',
      text: 'The browser asked {host} for the configuration: {result}.',
      fix: 'Serve it as JSON with `accounts_endpoint`, `id_assertion_endpoint` and `login_url`, without a redirect.',
    },
    accounts: {
      title: 'The provider’s list of accounts could not be read',
      plain: 'The browser’s own sign-in could not show your accounts, because the sign-in service failed.',
      text: 'The browser asked {host} for the signed-in accounts: {result}. It shows nothing, or asks the user to sign in there.',
      fix: 'Answer with JSON and a list `accounts`, or with status 401 when nobody is signed in. The cookies have to be SameSite=None to arrive there.',
    },
    'signed-out': {
      title: 'Nobody is signed in at the provider, as the browser was told',
      plain: 'The browser’s own sign-in found no account that is signed in at the sign-in service. That is normal.',
      text: 'The browser asked {host} for the signed-in accounts and was told that there is none. It shows nothing, or asks the user to sign in there.',
      fix: 'Offer a login by redirect as well. If the user is signed in there: its session cookie has to be SameSite=None to arrive.',
      severity: 'info',
      owner: 'user',
    },
    assertion: {
      title: 'The provider refused the account that was chosen in the browser',
      plain: 'You chose an account in the browser’s own sign-in, and the sign-in service refused it.',
      text: 'After an account was chosen, the browser asked {host} for the token: {result}.',
      fix: 'Look at the provider’s log for this request: `client_id`, the origin of the app against the registered ones, and the session cookie, which has to be SameSite=None.',
    },
    cors: {
      title: 'The provider’s token for the browser’s sign-in is withheld from {app}',
      plain: 'You chose an account in the browser’s own sign-in, and the browser was not allowed to pass the result on to the app.',
      text: 'The answer of {host} with the token does not allow the origin of the app: `Access-Control-Allow-Origin` {says}. The browser keeps it back then.',
      fix: 'Answer with `Access-Control-Allow-Origin` set to the `Origin` of the request, for registered apps only, and `Access-Control-Allow-Credentials: true`.',
    },
  },
  // GET /.well-known/web-identity [Sec-Fetch-Dest: webidentity]  → 404
  inspect(_, scene): Verdict<Message> {
    const login = browserLoginOf(scene);
    if (!login) return inapplicable;
    const { assertion, accounts } = login;
    if (assertion) return judgeAssertion(scene, assertion);
    if (accounts) return judgeAccounts(accounts);
    return judgeSetup(login);
  },
});

/** What came instead of an answer, in a phrase; null when there is one. */
function failure({ outcome }: Exchange): string | null {
  if (outcome.kind === 'failed') return 'no answer came';
  if (outcome.kind === 'redirected') return 'a redirect, which the browser does not follow here';
  return outcome.kind === 'answered' && outcome.status >= 400 ? `HTTP ${outcome.status}` : null;
}

const place = ({ outcome }: Exchange) => (outcome.kind === 'failed' ? ('outcome.reason' as const) : ('response.status' as const));

function judgeSetup({ wellKnown, config }: BrowserLogin): Verdict<Message> {
  for (const [message, exchange] of [
    ['well-known', wellKnown],
    ['config', config],
  ] as const) {
    const result = exchange ? failure(exchange) : null;
    if (exchange && result !== null)
      return fail(message, [at(exchange, place(exchange)), at(exchange, 'request.url')], {
        data: { host: hostOf(exchange.request.url), result },
        confidence: 'likely',
      });
  }
  const said = wellKnown ? answerOf(wellKnown) : null;
  if (wellKnown && said && configUrls(wellKnown) === null && stringMember(said, 'accounts_endpoint') === null)
    return fail('well-known', [absentAt(wellKnown, 'response.body.provider_urls')], {
      data: { host: hostOf(wellKnown.request.url), result: 'a file without `provider_urls`' },
    });
  const settings = config ? answerOf(config) : null;
  if (config && settings)
    for (const name of ['accounts_endpoint', 'id_assertion_endpoint'] as const)
      if (stringMember(settings, name) === null)
        return fail('config', [absentAt(config, `response.body.${name}`)], {
          data: { host: hostOf(config.request.url), result: `a configuration without \`${name}\`` },
        });
  const listed = wellKnown ? configUrls(wellKnown) : null;
  if (wellKnown && config && listed && !listed.includes(config.request.url) && stringMember(said, 'accounts_endpoint') === null)
    return fail('unlisted', [at(wellKnown, 'response.body'), at(config, 'request.url')], { data: { host: hostOf(config.request.url) } });
  return inconclusive('capture-ended-early');
}

function judgeAccounts(accounts: Exchange): Verdict<Message> {
  const { outcome } = accounts;
  const data = { host: hostOf(accounts.request.url) };
  if (outcome.kind === 'pending') return inconclusive('never-finished');
  if (outcome.kind === 'answered' && outcome.status === 401) return fail('signed-out', [at(accounts, 'response.status')], { data });
  const result = failure(accounts);
  if (result !== null) return fail('accounts', [at(accounts, place(accounts))], { data: { ...data, result }, confidence: 'likely' });
  const answer = answerOf(accounts);
  if (!answer) return inconclusive('body-not-exposed');
  const list = answer['accounts'];
  if (!Array.isArray(list))
    return fail('accounts', [absentAt(accounts, 'response.body.accounts')], { data: { ...data, result: 'an answer without `accounts`' } });
  return list.length === 0 ? fail('signed-out', [at(accounts, 'response.body')], { data }) : pass;
}

function judgeAssertion(scene: Scene, assertion: Exchange): Verdict<Message> {
  const { outcome, request } = assertion;
  const host = hostOf(assertion.request.url);
  if (outcome.kind === 'pending') return inconclusive('never-finished');
  const answer = answerOf(assertion);
  const error = answer && isObject(answer['error']) ? answer['error'] : null;
  const code = stringMember(error, 'code');
  if (error || failure(assertion) !== null) {
    const words = code === null ? (failure(assertion) ?? 'an error') : `the error \`${readError(code, null).code}\``;
    return fail('assertion', [at(assertion, place(assertion)), at(assertion, 'request.url')], { data: { host, result: words } });
  }
  if (outcome.kind !== 'answered') return inapplicable;
  const origin = headerValue(request.headers, 'origin');
  const allowed = header(outcome.headers, 'access-control-allow-origin');
  // Older browsers did not ask for this header: an app that goes on has its token.
  if (
    origin !== null &&
    allowed.kind !== 'hidden' &&
    !wentOn(scene, assertion, origin) &&
    (allowed.kind === 'absent' || allowed.value !== origin)
  ) {
    const where = 'response.header.access-control-allow-origin' as const;
    return fail('cors', [allowed.kind === 'absent' ? absentAt(assertion, where) : at(assertion, where)], {
      data: { host, app: addressOf(origin)?.host ?? 'the app', says: allowed.kind === 'absent' ? 'is missing' : 'names another origin' },
      confidence: 'likely',
    });
  }
  return pass;
}

const goesOnWithinMs = 10_000;

/** The app posted something, or led to another page, soon after. */
function wentOn(scene: Scene, assertion: Exchange, origin: string): boolean {
  return [...after(scene, assertion, goesOnWithinMs)].some(
    ({ request, where }) =>
      originOf(request.url) === origin && (where.kind === 'page' || (where.kind === 'fetch' && request.method === 'POST')),
  );
}
