import type { Exchange } from '../../model/exchange.ts';
import type { Parameter } from '../../model/flow.ts';
import { explainedBy, refusalOf } from '../../observe/refusal.ts';
import { brokeAfterAnswer } from '../../observe/run.ts';
import { exchangeOf, type Scene } from '../../observe/scene.ts';
import { formOf } from '../../read/body.ts';
import { stringMember } from '../../read/json.ts';
import { readJwt } from '../../read/jwt.ts';
import { first, valueFor } from '../../read/parameters.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { readUrl, type Written } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { atRefusal } from '../response/stop.ts';
import { atParameter, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

interface Fault {
  readonly message: 'both' | 'client' | 'expired' | 'differs';
  readonly data: Readonly<Record<string, string | number>>;
}

/** More than clocks differ by. */
const skewMs = 60_000;

export const requestObjectConflict = defineCheck({
  id: 'request-object-conflict',
  category: 'request',
  kind: 'breakage',
  tier: 'ext',
  title: 'Parameters inside and outside the request object disagree',
  severity: 'error',
  rank: 51,
  owner: 'app',
  cites: [
    { spec: 'RFC9101', section: '5', level: 'MUST' },
    { spec: 'RFC9101', section: '6.3' },
  ],
  needs: ['request'],
  messages: {
    both: {
      title: '`request` and `request_uri` stand in one request',
      plain: 'The app sent the sealed login request twice, in two ways, so the provider refused.',
      text: 'The authorization request has both `request` and `request_uri`. Only one of them is allowed, and the provider refused it.',
      fix: 'Send the request object either by value or by reference.',
    },
    client: {
      title: 'The request object names another client than the request',
      plain: 'The sealed login request and the visible one name different apps, so the provider refused.',
      text: '`client_id` inside the request object is not the one outside. They have to be identical, and the provider refused the request.',
      fix: 'Use the same `client_id` in both; look for settings of two environments.',
    },
    expired: {
      title: 'The request object had expired',
      plain: 'The sealed login request was too old when it was opened. Start the login again in the app.',
      text: 'The request object was valid until {age} s before it was sent, by the clock of this capture, and the provider refused it.',
      fix: 'Sign the request object when the user starts the login, and check the clock of the server that signs.',
    },
    differs: {
      title: '`{name}` is one value inside the request object and another outside',
      plain: 'The sealed login request and the visible one do not say the same.',
      text: 'Servers take the `{name}` that is inside the request object, and the provider refused the request.',
      fix: 'Put every parameter into the request object, and outside repeat only what the provider asks for, with the same values.',
    },
    'state-outside': {
      title: '`state` stands only outside the request object',
      plain: 'The app numbered this login in a place where the provider does not look, so it could not recognise the answer.',
      text: '`state` is outside the request object only, where servers that follow RFC 9101 ignore it. The answer came back without it, and the app then failed.',
      fix: 'Put `state` into the request object.',
    },
  },
  // GET /authorize?client_id=app&request=eyJ...(client_id: other)  → 400 invalid_request_object
  inspect({ request }, scene) {
    const object = first(request.parameters, 'request');
    const exchange = object ? exchangeOf(scene, object.exchange) : null;
    if (!object || !exchange) return request.hidden === 'parameters-hidden' ? inconclusive('parameters-hidden') : inapplicable;
    if (isPlaceholder(object.value)) return inconclusive('redacted-input');
    const outer = object.place.startsWith('request.form') ? formOf(exchange.request.body) : (readUrl(exchange.request.url).query ?? []);
    const jwt = readJwt(object.value);
    const claims = jwt.kind === 'signed' ? jwt.claims : null;
    const faults = faultsIn(outer, claims, exchange, scene);
    const refusal = refusalOf(scene);
    for (const { message, data } of faults) {
      const named = message === 'client' ? ['client_id'] : message === 'differs' ? [String(data['name'])] : [];
      const confidence = explainedBy(refusal, { names: ['request_object', ...named], kinds: ['request-object'] });
      if (confidence) return fail(message, [atParameter(object), ...atRefusal(scene)], { confidence, data });
    }
    if (claims && isStateOutside(outer, claims, scene)) return fail('state-outside', [atParameter(object)], { confidence: 'likely' });
    if (jwt.kind === 'encrypted') return inconclusive('encrypted');
    return claims ? pass : inconclusive('parameters-hidden');
  },
});

function faultsIn(outer: readonly Written[], claims: Readonly<Record<string, unknown>> | null, exchange: Exchange, scene: Scene): Fault[] {
  const faults: Fault[] = first(outer, 'request_uri') ? [{ message: 'both', data: {} }] : [];
  if (!claims) return faults;
  const unlike = (name: string) => {
    const [outside, inside] = [valueFor(outer, name), stringMember(claims, name)];
    return outside !== null && inside !== null && outside !== inside && !isPlaceholder(outside) && !isPlaceholder(inside);
  };
  if (unlike('client_id')) faults.push({ message: 'client', data: {} });
  const { exp } = claims;
  const late = typeof exp === 'number' ? exchange.startedAt - exp * 1000 : 0;
  if (late > skewMs && !scene.stage.capture.gaps.includes('times-missing'))
    faults.push({ message: 'expired', data: { age: Math.round(late / 1000) } });
  const name = ['response_type', 'redirect_uri', 'scope', 'state', 'nonce', 'response_mode', 'code_challenge'].find(unlike);
  if (name !== undefined) faults.push({ message: 'differs', data: { name } });
  return faults;
}

function isStateOutside(outer: readonly Written[], claims: Readonly<Record<string, unknown>>, scene: Scene): boolean {
  const answer: readonly Parameter[] = scene.flow.response?.parameters ?? [];
  return (
    first(outer, 'state') !== null &&
    stringMember(claims, 'state') === null &&
    first(answer, 'code') !== null &&
    first(answer, 'state') === null &&
    brokeAfterAnswer(scene)
  );
}
