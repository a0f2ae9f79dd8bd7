import type { ProviderProfile } from '../../field/providers/profile.ts';
import { comparison, whereToRegister } from '../../field/providers/words.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Flow } from '../../model/flow.ts';
import { answerError, providerStop } from '../../observe/answer.ts';
import { providerOf } from '../../observe/provider.ts';
import { unmetRequirements } from '../../observe/requirements.ts';
import { exchangeOf, type Scene, withRole } from '../../observe/scene.ts';
import { withClient } from '../../observe/tables.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { type RedirectDifference, redirectDifference } from '../../read/redirect.ts';
import { isLoopback } from '../../read/site.ts';
import { addressOf, originOf, readUrl } from '../../read/url.ts';
import { redirectUriAliases } from '../../spec/vocabulary.ts';
import { defineCheck } from '../define.ts';
import { atRequestParameter } from '../request/parameter.ts';
import { atStop } from '../response/stop.ts';
import { sizeExplains } from '../size/explains.ts';
import { at, atParameter, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

const suspects: Readonly<Record<RedirectDifference, string>> = {
  scheme: 'its scheme',
  'scheme-upgrade': 'its scheme',
  www: 'the `www.` in its host',
  'loopback-name': 'localhost against 127.0.0.1',
  host: 'its host',
  port: 'its port',
  'trailing-slash': 'the slash at its end',
  'path-case': 'upper and lower case in its path',
  'path-encoding': 'the encoding of its path',
  path: 'its path',
  query: 'its query',
};

export const redirectUriRejected = defineCheck({
  id: 'redirect-uri-rejected',
  category: 'redirect-uri',
  kind: 'breakage',
  tier: 'core',
  title: 'Provider refused the redirect_uri',
  severity: 'error',
  rank: 50,
  owner: 'app',
  cites: [
    { spec: 'RFC6749', section: '4.1.2.1', level: 'MUST' },
    { spec: 'RFC6749', section: '3.1.2.3', level: 'MUST' },
  ],
  needs: ['request'],
  messages: {
    refused: {
      title: 'The provider does not accept this return address',
      plain: 'The provider does not know the address this app wants you to be sent back to, so it stopped the login.',
      text: 'The provider refused the `redirect_uri` of the request. It must not redirect to an address it does not know{landed}.{hint}',
      fix: 'Register exactly the redirect_uri shown here for this client at the provider, or make the app send the registered one. {rule}{where}',
    },
    differs: {
      title: 'The provider refused this return address; it accepted another one of this app',
      plain: 'The provider does not accept the address this app wants you to be sent back to.',
      text: 'The provider stopped on its own page. Another login of the same client in this capture went through with a redirect_uri that differs in {difference}.',
      fix: 'Register this redirect_uri as well, or make the app send the one that works.{where}',
    },
    maybe: {
      title: 'The provider stopped the login, most likely over the return address',
      plain:
        'The provider stopped the login before its sign-in page. Most likely it does not know the address this app wants you to be sent back to.',
      text: 'The provider answered the authorization request with HTTP {status} and did not redirect. A server does that when it does not accept the `redirect_uri` or the `client_id`; its page {page}, so it may be either.{hint}',
      fix: 'Read the provider’s page. Compare redirect_uri and client_id, character by character, with what is registered.{where}',
      rank: 59,
    },
  },
  // GET /authorize?redirect_uri=https://app/other  → 400 "redirect_uri did not match"
  inspect({ request }, scene) {
    const sent = atRequestParameter(request, 'redirect_uri', ...redirectUriAliases);
    const profile = providerOf(scene);
    const hint = hintFor(scene, request.redirectUri, profile);
    const known = { hint, rule: comparison(profile), where: whereToRegister(profile) };
    const error = answerError(scene);
    if (error) {
      const parameter = scene.flow.response?.parameters.find((p) => p.name === 'error');
      return error.meaning.kind === 'redirect-uri' && parameter
        ? fail('refused', [sent, atParameter(parameter)], { data: { ...known, landed: landedAt(scene) } })
        : pass;
    }
    if (scene.flow.response || scene.flow.bareCallback) return pass;
    const stop = providerStop(scene);
    if (!stop) return inapplicable;
    if (stop.says === 'redirect-uri')
      return fail('refused', [sent, atStop(stop)], { data: { ...known, landed: ', so the login ends on its own page' } });
    if (stop.says === 'client' || stop.says === 'other') return pass;
    if (stop.status !== 400 || sizeExplains(stop.exchange)) return pass;
    // Where a refused address is reported to a registered one, a page of the provider's is about something else.
    if (profile?.refusesAt?.is === 'registered-address') return pass;
    // Servers look at the redirect_uri before they show a page: after one, it was accepted.
    if (withRole(scene, 'authorization-request', 'provider').some((e) => e !== stop.exchange && isShownPage(e))) return pass;
    if (request.redirectUri === null) return request.hidden ? inconclusive(request.hidden) : inapplicable;
    if (isPlaceholder(request.redirectUri)) return inconclusive('redacted-input');
    const others = sameClient(scene);
    // The very same address worked before: it is something else.
    if (others.some((flow) => flow.request?.redirectUri === request.redirectUri)) return pass;
    const working = others[0];
    const status = at(stop.exchange, 'response.status');
    if (working?.request?.redirectUri) {
      const difference = redirectDifference(working.request.redirectUri, request.redirectUri);
      return fail('differs', [sent, status, atRequestParameter(working.request, 'redirect_uri', ...redirectUriAliases)], {
        confidence: 'likely',
        data: { difference: difference ? suspects[difference] : 'its text', where: known.where },
      });
    }
    // A page that was read and names neither cause is no proof either.
    const page = stop.says === 'unseen' ? 'is not in this capture' : 'does not name what it means';
    return fail('maybe', [sent, status], { confidence: 'possible', data: { status: stop.status, page, hint, where: known.where } });
  },
});

/** Some providers report it at an address that is registered: that one is worth knowing. */
function landedAt({ flow }: Scene): string {
  const target = originOf(flow.response?.target ?? '');
  const asked = originOf(flow.request?.redirectUri ?? '');
  return target !== null && target !== asked ? `; it reported the error to a registered one, at ${target}` : '';
}

function isShownPage({ where, outcome }: Exchange): boolean {
  return where.kind !== 'fetch' && where.kind !== 'resource' && outcome.kind === 'answered' && outcome.status < 400;
}

/** Logins of the same client at the same server that were answered. */
function sameClient(scene: Scene): Flow[] {
  const { flow } = scene;
  if (flow.clientId === null) return [];
  return withClient(scene.stage, flow.clientId).filter(
    (other) =>
      other !== flow &&
      other.parties.provider === flow.parties.provider &&
      other.response !== null &&
      exchangeOf(scene, other.request?.exchange) !== null,
  );
}

/** Parameters that routers, mailings and advertising put on a page's own address. */
const volatile = /^(?:_rsc|_gl|fbclid|gclid|dclid|msclkid|yclid|mc_cid|mc_eid|igshid|utm_(?:source|medium|campaign|term|content|id))$/;

function hintFor(scene: Scene, redirectUri: string | null, profile: ProviderProfile | null): string {
  if (redirectUri === null) return '';
  const unmet = unmetRequirements(scene).find(({ requirement }) => requirement.is.parameter === 'redirect_uri');
  if (unmet) return ` ${unmet.requirement.is.says}`;
  const strayed = readUrl(redirectUri).query?.find((p) => volatile.test(p.name));
  if (strayed)
    return ` It carries \`${strayed.name}\`, which belongs to the page the login began on and changes from visit to visit: build it from settings, not from the page’s address.`;
  if (redirectUri.startsWith('http://') && !isLoopback(redirectUri))
    return ' It says `http://`, which most providers refuse outside localhost.';
  if (addressOf(redirectUri)?.host !== 'localhost') return '';
  if (profile?.localhost?.is === 'refused') return ` ${profile.name} does not accept \`localhost\`.`;
  return profile?.localhost || !redirectUri.startsWith('http://')
    ? ''
    : ' Some providers accept `http://127.0.0.1` and not `http://localhost`, others the reverse.';
}
