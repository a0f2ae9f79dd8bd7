import type { AuthorizationRequest } from '../../model/flow.ts';
import { metadataOf } from '../../observe/metadata.ts';
import { damageTo, explainedBy, refusalOf } from '../../observe/refusal.ts';
import type { JsonObject } from '../../read/json.ts';
import { first, valueFor } from '../../read/parameters.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { defineCheck } from '../define.ts';
import { atRefusal } from '../response/stop.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';
import { atRequestParameter } from './parameter.ts';

interface Unsupported {
  readonly message: 'value' | 'pushed';
  /** The parameter of the request. */
  readonly name: string;
  /** The member of the metadata document that does not list it. */
  readonly member: string;
}

export const metadataUnsupported = defineCheck({
  id: 'metadata-unsupported',
  category: 'request',
  kind: 'breakage',
  tier: 'ext',
  title: 'Request asks for something the server’s metadata does not offer',
  severity: 'error',
  rank: 57,
  owner: 'app',
  cites: [
    { spec: 'RFC8414', section: '2' },
    { spec: 'RFC9126', section: '5' },
  ],
  needs: ['request', 'authorization'],
  messages: {
    value: {
      title: 'The provider does not offer this `{name}`',
      plain: 'The app asks for a kind of login that this provider does not offer.',
      text: 'The value of `{name}` is not among the `{member}` of the provider’s metadata document in this capture.',
      fix: 'Use a value from `{member}`, or turn it on at the provider.',
    },
    pushed: {
      title: 'The provider takes pushed requests only',
      plain: 'The app asks the provider in a way that this provider does not accept.',
      text: 'The provider’s metadata says `require_pushed_authorization_requests`, and the request was sent with its parameters in the address.',
      fix: 'Push the request first (RFC 9126) and send only `client_id` and `request_uri` through the browser.',
    },
  },
  // GET /.well-known/openid-configuration: response_types_supported ["code"];  GET /authorize?response_type=id_token
  inspect({ request, authorization }, scene) {
    const { documents, hidden } = metadataOf(scene);
    const source = documents[0]?.exchange;
    if (!source) return hidden ? inconclusive('body-not-exposed') : inapplicable;
    // Two documents (OpenID and OAuth) may each list a part: what one of them offers is offered.
    const found = documents
      .map(({ document }) => unsupportedIn(request, document))
      .reduce((a, b) => a.filter((one) => b.some((other) => other.name === one.name && other.message === one.message)));
    const refusal = refusalOf(scene);
    for (const { message, name, member } of found) {
      const suspect = message === 'pushed' ? { names: ['request_uri', 'par', 'pushed'], kinds: [] } : damageTo([name], false);
      const confidence = explainedBy(refusal, suspect);
      const evidence = [
        message === 'pushed' ? at(authorization, 'request.url') : atRequestParameter(request, name),
        at(source, 'response.body'),
      ] as const;
      if (confidence) return fail(message, [...evidence, ...atRefusal(scene)], { confidence, data: { name, member } });
      // What the provider accepts it offers, whatever its document lists.
    }
    return request.hidden ? inconclusive(request.hidden) : pass;
  },
});

/** A member that is missing says nothing, or has a default that leaves room. */
function listOf(document: JsonObject, member: string): readonly string[] | null {
  const value = Object.hasOwn(document, member) ? document[member] : null;
  const words = Array.isArray(value) ? value.filter((word): word is string => typeof word === 'string') : [];
  return words.length > 0 ? words : null;
}

const listed: readonly (readonly [name: string, member: string])[] = [
  ['response_type', 'response_types_supported'],
  ['response_mode', 'response_modes_supported'],
  ['code_challenge_method', 'code_challenge_methods_supported'],
];

/** `code id_token` and `id_token code` are the same. */
const sorted = (value: string) => value.split(' ').filter(Boolean).sort().join(' ');

function unsupportedIn(request: AuthorizationRequest, document: JsonObject): Unsupported[] {
  const found = listed.flatMap(([name, member]): Unsupported[] => {
    const value = valueFor(request.parameters, name);
    const offered = listOf(document, member)?.map(sorted);
    if (value === null || isPlaceholder(value) || !offered || offered.includes(sorted(value))) return [];
    return [{ message: 'value', name, member }];
  });
  const member = 'require_pushed_authorization_requests';
  const demanded = Object.hasOwn(document, member) && document[member] === true;
  return demanded && !first(request.parameters, 'request_uri') ? [{ message: 'pushed', name: 'request_uri', member }, ...found] : found;
}
