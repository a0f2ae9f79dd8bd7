import type { Exchange } from '../../model/exchange.ts';
import type { AuthorizationRequest, AuthorizationResponse, Parameter } from '../../model/flow.ts';
import { damageTo, explainedBy, refusalOf } from '../../observe/refusal.ts';
import { brokeAfterAnswer } from '../../observe/run.ts';
import type { Scene } from '../../observe/scene.ts';
import { valueFor } from '../../read/parameters.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { readUrl } from '../../read/url.ts';
import { supporting } from '../../spec/vocabulary.ts';
import { defineCheck } from '../define.ts';
import { atRefusal } from '../response/stop.ts';
import { atParameter, fail, inconclusive, pass } from '../verdict.ts';

/** RFC 8707 lets `resource` be repeated, and servers with an `audience` follow it. */
const once: readonly string[] = [
  'client_id',
  'redirect_uri',
  'response_type',
  'request',
  'request_uri',
  ...[...supporting].filter((name) => name !== 'resource' && name !== 'audience'),
];
const onceInAnswer: readonly string[] = ['code', 'state', 'error', 'iss', 'id_token', 'access_token'];
/** A server that takes either of two values sends the user to another app or address. */
const decisive: ReadonlySet<string> = new Set(['client_id', 'redirect_uri', 'response_type']);

interface Repeated {
  readonly first: Parameter;
  readonly others: readonly string[];
  readonly differs: boolean;
}

export const duplicateParameter = defineCheck({
  id: 'duplicate-parameter',
  category: 'request',
  kind: 'breakage',
  tier: 'std',
  title: 'Protocol parameter appears twice',
  severity: 'error',
  rank: 44,
  owner: 'app',
  cites: [{ spec: 'RFC6749', section: '3.1', level: 'MUST' }],
  needs: ['request', 'authorization'],
  messages: {
    differs: {
      title: 'The request has two different values for `{name}`',
      plain: 'The app gave the provider the same setting twice, with different values.',
      text: '`{name}` stands in the authorization request {count} times, with different values. Servers refuse that, or take the first, the last, or all of them.',
      fix: 'Send `{name}` once. Look for a setting that adds it a second time: extra parameters of a library, or a query in the provider’s configured address.',
    },
    same: {
      title: 'The request has `{name}` twice',
      plain: 'The app gave the provider the same setting twice.',
      text: '`{name}` stands in the authorization request {count} times, with the same value. The standard allows each parameter once, and some servers refuse the second.',
      fix: 'Send `{name}` once. Look for a setting that adds it a second time: extra parameters of a library, or a query in the provider’s configured address.',
    },
    returned: {
      title: 'The request has two values for `state`, and another one came back than the app knows',
      plain: 'The app numbered this login twice, and the provider returned the other number than the app was waiting for.',
      text: '`state` stands in the authorization request {count} times, with different values. The provider returned one that is not the first, and the app then failed.',
      fix: 'Send `state` once. Look for a setting that adds it a second time: extra parameters of a library, or a query in the provider’s configured address.',
    },
    answer: {
      title: 'The answer has two different values for `{name}`',
      plain: 'The answer of the provider reached the app with two different values for the same thing.',
      text: '`{name}` stands in the answer twice, with different values{own}. Which one an app reads depends on its framework; two codes can also be an attack.',
      fix: 'Take `{name}` out of the query of the redirect_uri, and let the callback refuse answers that repeat a parameter.',
    },
  },
  // GET /authorize?client_id=app&scope=openid&scope=email
  inspect({ request, authorization }, scene) {
    const found = repeatedIn(request.parameters, once, request, authorization);
    const refusal = refusalOf(scene);
    for (const repeated of found) {
      const { first, differs } = repeated;
      const confidence = explainedBy(refusal, damageTo([first.name], differs && decisive.has(first.name)));
      if (confidence)
        return fail(differs ? 'differs' : 'same', [atParameter(first), ...atRefusal(scene)], { confidence, data: dataOf(repeated) });
    }
    const state = found.find(({ first }) => first.name === 'state');
    if (state?.differs && otherReturned(state, scene))
      return fail('returned', [atParameter(state.first)], { confidence: 'likely', data: { count: state.others.length + 1 } });
    const { response } = scene.flow;
    const answered = response ? repeatedIn(response.parameters, onceInAnswer).find((r) => r.differs) : undefined;
    if (answered)
      return fail('answer', [atParameter(answered.first)], {
        confidence: 'likely',
        data: { name: answered.first.name, own: ownOf(answered.first.name, request, response) },
        ...(brokeAfterAnswer(scene) ? {} : { severity: 'info' as const }),
      });
    const remark = found.find((r) => r.differs) ?? found[0];
    if (remark) return fail(remark.differs ? 'differs' : 'same', [atParameter(remark.first)], { severity: 'info', data: dataOf(remark) });
    return request.hidden ? inconclusive(request.hidden) : pass;
  },
});

function dataOf({ first, others }: Repeated) {
  return { name: first.name, count: others.length + 1 };
}

/** Repeated in one set of parameters, or in the query of a request that was posted. A request object is a set of its own. */
function repeatedIn(
  parameters: readonly Parameter[],
  names: readonly string[],
  request?: AuthorizationRequest,
  authorization?: Exchange,
): Repeated[] {
  const query = request?.in === 'form' && authorization ? (readUrl(authorization.request.url).query ?? []) : [];
  return names.flatMap((name) => {
    const [first, ...rest] = parameters.filter((p) => p.name === name && p.value !== '');
    if (!first) return [];
    const same = rest.filter((p) => p.exchange === first.exchange && p.place === first.place).map((p) => p.value);
    const beside = first.exchange === authorization?.id ? query.filter((p) => p.name === name && p.value !== '').map((p) => p.value) : [];
    const others = [...same, ...beside];
    // Two placeholders prove nothing about what stood there.
    const differs = others.some((value) => value !== first.value) && ![first.value, ...others].some(isPlaceholder);
    return others.length > 0 ? [{ first, others, differs }] : [];
  });
}

/** The provider gave back a value that a program which reads the first one does not expect. */
function otherReturned({ first, others }: Repeated, scene: Scene): boolean {
  const returned = valueFor(scene.flow.response?.parameters ?? [], 'state');
  return returned !== null && returned !== first.value && others.includes(returned) && brokeAfterAnswer(scene);
}

function ownOf(name: string, request: AuthorizationRequest, response: AuthorizationResponse | null): string {
  if (response?.in !== 'query') return '';
  const own = readUrl(request.redirectUri ?? '').query?.some((p) => p.name === name);
  return own ? '; one of them stands in the query of the redirect_uri' : '';
}
