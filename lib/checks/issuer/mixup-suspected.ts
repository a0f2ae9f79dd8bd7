import type { Exchange } from '../../model/exchange.ts';
import type { AuthorizationRequest, Flow } from '../../model/flow.ts';
import { brokeAfterAnswer } from '../../observe/run.ts';
import type { Scene } from '../../observe/scene.ts';
import { flowsWith } from '../../observe/tables.ts';
import { redirectDifference } from '../../read/redirect.ts';
import { sameSite } from '../../read/site.ts';
import { hostOf, readUrl } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { atRequestParameter } from '../request/parameter.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const mixupSuspected = defineCheck({
  id: 'mixup-suspected',
  category: 'issuer',
  kind: 'weakness',
  tier: 'ext',
  title: 'Login crossed from one provider to another',
  severity: 'error',
  rank: 109,
  owner: 'app',
  cites: [
    { spec: 'RFC9700', section: '4.4', level: 'MUST' },
    { spec: 'RFC9207', section: '2.4' },
  ],
  needs: ['request', 'authorization'],
  messages: {
    crossed: {
      title: '{first} passed the login on to {second} with the app’s own return address',
      plain: 'The provider you chose passed you on to another one as if it were the app, so the app may take the one for the other.',
      text: 'The app began this login at {first}, and a redirect from there made another authorization request of it: at {second}, for another `client_id`, with the `redirect_uri` of the app{state}. What {second} answers reaches the app as the answer of {first}; an app that does not check who answered hands the code of {second} to {first}. That is the mix-up attack, unless {first} forwards its requests to {second} on behalf of one operator.',
      fix: 'In the app: compare `iss` in the answer with the provider the login was begun at (RFC 9207), or use another `redirect_uri` for each provider and check it. Then find out why {first} forwards requests that are not its own: a provider that lets another one identify the user has a `redirect_uri` of its own there.',
    },
    refused: {
      title: '{first} passed the login on to {second}, and the app could not use its answer',
      plain: 'The provider you chose passed you on to another one, and the app could not use the answer that came from there.',
      text: 'The app began this login at {first}. A redirect from there made another authorization request of it: at {second}, for another `client_id`, with the `redirect_uri` of the app{state}. So {second} answered the app, which was waiting for {first}: its issuer, its keys and its codes are not those that the app is set to.',
      fix: 'Set the app to the provider that really answers. If {first} is to let {second} identify the user, it has to ask there with a `redirect_uri` of its own and answer the app itself. If nobody knows of this redirect, take {first} for compromised: this is what a mix-up attack looks like.',
      kind: 'breakage',
      owner: 'provider',
    },
    callback: {
      title: '{first} answered at the address the app keeps for {second}',
      plain: 'One provider answered at the door that the app keeps for another one, so the app may take the one for the other.',
      text: 'The request to {first} names one `redirect_uri` of the app; the answer was sent to another one, which the app uses for logins at {second}. An app that tells its providers apart by that address takes this answer for one of {second}, and hands over its code there.',
      fix: 'In the app: bind each login to the provider it was begun at, and check `iss` in the answer (RFC 9207). At {first}: accept only the `redirect_uri` of the request, compared character by character.',
    },
  },
  // A: GET https://one.example/authorize?client_id=a&redirect_uri=R  → 302 https://two.example/authorize?client_id=b&redirect_uri=R
  inspect({ request, authorization }, scene) {
    const swapped = swappedFor(scene, request);
    if (swapped) return swapped;
    const outer = sentBy(scene, authorization);
    if (!outer?.request) return scene.flow.response?.seenIn === 'location' && request.redirectUri !== null ? pass : inapplicable;
    const before = scene.stage.byId.get(outer.request.exchange);
    if (!before || outer.request.clientId === null || request.clientId === null) return inapplicable;
    if (request.hidden && request.redirectUri === null)
      return sameSite(scene.flow.response?.target ?? null, before.request.url) ? pass : inconclusive(request.hidden);
    const own = outer.request.redirectUri;
    if (outer.request.clientId === request.clientId || own === null || request.redirectUri === null) return pass;
    // Federation: the answer goes back to the server that asks.
    if (redirectDifference(readUrl(own).base, readUrl(request.redirectUri).base) !== null) return pass;
    const [one, two] = [before.request.url, authorization.request.url];
    // Hosts of one provider; and an app's own login service may ask in the app's name.
    if (sameSite(one, two) || outer.serverOrigins.some((origin) => sameSite(origin, two)) || sameSite(one, own)) return pass;
    const bound = request.state !== null && request.state.value === outer.request.state?.value;
    const data = { first: hostOf(one), second: hostOf(two), state: bound ? ' and its `state`' : '' };
    const evidence = [
      atRequestParameter(request, 'client_id'),
      atRequestParameter(request, 'redirect_uri'),
      atRequestParameter(outer.request, 'client_id'),
    ] as const;
    if (brokeAfterAnswer(scene)) return fail('refused', evidence, { data, confidence: 'likely' });
    return fail('crossed', evidence, { data, confidence: bound ? 'likely' : 'possible' });
  },
});

/** The login whose server redirected here. A page of the app in between, or a click, is the user's own choice. */
function sentBy({ stage, flow }: Scene, { previousHop }: Exchange): Flow | null {
  const hop = previousHop === null ? undefined : stage.byId.get(previousHop);
  if (!hop) return null;
  const led = (other: Flow) =>
    other.startedAt <= hop.startedAt &&
    hop.startedAt <= other.endedAt &&
    other.steps.some((step) => step.exchange === hop.id && (step.role === 'authorization-request' || step.role === 'provider'));
  return flowsWith(stage, hop.id).find((other) => other !== flow && other.request && led(other)) ?? null;
}

/** Answered at the address that another provider has with this app, and this one never had. */
function swappedFor(scene: Scene, request: AuthorizationRequest) {
  const { flow } = scene;
  const { response } = flow;
  const target = response?.seenIn === 'location' ? response.target : null;
  if (!response || target === null || request.redirectUri === null || flow.parties.provider === null) return null;
  const reached = readUrl(target).base;
  if (redirectDifference(readUrl(request.redirectUri).base, reached) === null) return null;
  const users = scene.stage.flows.filter(
    ({ request: other, parties }) =>
      other?.redirectUri &&
      sameSite(parties.client, flow.parties.client) &&
      redirectDifference(readUrl(other.redirectUri).base, reached) === null,
  );
  if (users.some((other) => sameSite(other.parties.provider, flow.parties.provider))) return null;
  const [other] = users;
  if (!other?.request || other.parties.provider === null) return null;
  return fail(
    'callback',
    [
      at(response.exchange, 'response.header.location'),
      atRequestParameter(request, 'redirect_uri'),
      atRequestParameter(other.request, 'redirect_uri'),
    ],
    { data: { first: hostOf(flow.parties.provider), second: hostOf(other.parties.provider) }, confidence: 'possible' },
  );
}
