import type { Problem } from '../../model/finding.ts';
import { type IssuedJwt, issuedJwts, unseenIdToken } from '../../observe/id-tokens.ts';
import { metadataDocument } from '../../observe/metadata.ts';
import { brokeAfterAnswer } from '../../observe/run.ts';
import type { Scene } from '../../observe/scene.ts';
import { stringMember } from '../../read/json.ts';
import { list, member, text } from '../../read/loose.ts';
import { first, valueFor } from '../../read/parameters.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { defineCheck } from '../define.ts';
import { inapplicable, inconclusive, problem, verdictOf } from '../verdict.ts';
import { timeProblem } from './times.ts';

type Message = 'audience' | 'party' | 'issuer' | 'expired' | 'future' | 'clock' | 'unsigned' | 'algorithm' | 'hash-missing';
type Claims = Readonly<Record<string, unknown>>;

const what = { 'id-token': 'ID token', answer: 'signed answer' } as const;

export const idTokenInvalid = defineCheck({
  id: 'id-token-invalid',
  category: 'nonce',
  kind: 'breakage',
  tier: 'std',
  title: 'ID token or signed answer that a client has to refuse',
  severity: 'warning',
  rank: 108,
  owner: 'provider',
  cites: [
    { spec: 'OIDCCore', section: '3.1.3.7', level: 'MUST' },
    { spec: 'OIDCCore', section: '3.3.2.11', level: 'MUST' },
    { spec: 'JARM', section: '2.4', level: 'MUST' },
  ],
  needs: ['request'],
  messages: {
    audience: {
      title: 'The {what} is made out to another client',
      plain: 'The proof of identity that came back was made for another app, so this one has to refuse it.',
      text: 'The `aud` of the {what} does not name the `client_id` of the request, and its `azp` does not either.',
      fix: 'Compare the client_id the app sends with the client the provider knows: another environment, another registration, or a provider that fills in a fixed audience.',
    },
    party: {
      title: 'The {what} was issued to another client',
      plain: 'The proof of identity that came back was issued to another app than the one you use.',
      text: 'The `aud` of the {what} names the client, its `azp` names another one. Some clients refuse that.',
      fix: 'The provider should leave `azp` out, or put the `client_id` of the request there.',
    },
    issuer: {
      title: 'The {what} names another issuer than the provider does',
      plain: 'The proof of identity that came back names another provider than the one you signed in with, so a careful app refuses it.',
      text: 'The `iss` of the {what} is not the issuer that {source} names. They must be the same, letter by letter.',
      fix: 'Configure one public issuer address at the provider (behind a proxy: its outer address), and use the discovery document of just that issuer in the app.',
    },
    expired: {
      title: 'The {what} had expired before it was handed out',
      plain: 'The proof of identity that came back was too old already, so the app has to refuse it.',
      text: 'By the provider’s own clock (`Date`), the {what} had expired {minutes} minutes before it was handed out.',
      fix: 'Look for a cache that answers in the provider’s place, for servers of the provider whose clocks differ, or for a lifetime that is set too short.',
    },
    future: {
      title: 'The {what} is dated in the future',
      plain: 'The proof of identity that came back is not valid yet, so the app has to refuse it.',
      text: 'By the provider’s own clock (`Date`), the `iat` or `nbf` of the {what} lies {minutes} minutes in the future.',
      fix: 'Let the servers of the provider take their time from the same source (NTP).',
    },
    clock: {
      title: 'The clock of {who} is {minutes} minutes {way}',
      plain: 'A clock is wrong: for {who} the proof of identity seems to come from another time, so the app refuses it.',
      text: 'Against the times in the {what}, the clock of {who} is {minutes} minutes {way}. Clients allow for five at the most.',
      fix: 'Set the clock of {who} (automatically, by NTP).',
    },
    unsigned: {
      title: 'The {what} is not signed',
      plain: 'The proof of identity that came back is not sealed, so anybody could have written it.',
      text: 'The {what} came through the browser with `alg` `none`: anybody who holds it could have changed it. No client may accept that.',
      fix: 'Let the provider sign it (RS256, ES256 or PS256), and let the app refuse `none`.',
    },
    algorithm: {
      title: 'The {what} is signed with an algorithm that the provider does not announce',
      plain: 'The proof of identity is sealed in another way than the provider announces.',
      text: 'The `alg` of the {what} is not among `id_token_signing_alg_values_supported` of the provider’s metadata.',
      fix: 'Let the metadata list every algorithm that is in use.',
    },
    'hash-missing': {
      title: 'The ID token does not vouch for what came with it',
      plain: 'The proof of identity does not say what else belongs to this login, so parts of the answer could be exchanged.',
      text: 'The ID token came through the browser together with {beside}, and has no `{name}`. The client can not tell whether the two belong together.',
      fix: 'The provider has to put `{name}` into ID tokens of the authorization endpoint.',
      kind: 'weakness',
    },
  },
  // 302 /cb#id_token={"aud":"another-client", ...}
  inspect(_, scene) {
    const tokens = issuedJwts(scene);
    const signed = tokens.flatMap((token) => (token.jwt.kind === 'signed' ? [{ token, ...token.jwt }] : []));
    if (signed.length === 0) {
      if (tokens.some(({ jwt }) => jwt.kind === 'encrypted')) return inconclusive('encrypted');
      const hidden = tokens.length > 0 ? 'redacted-input' : unseenIdToken(scene);
      return hidden ? inconclusive(hidden) : inapplicable;
    }
    return verdictOf(signed.flatMap(({ token, header, claims }) => problemsOf(scene, token, header, claims)));
  },
});

function problemsOf(scene: Scene, token: IssuedJwt, header: Claims, claims: Claims): Problem<Message>[] {
  // Whether a client looks at all this is its own affair; where the app broke, it did.
  const broke = brokeAfterAnswer(scene) ? ({ severity: 'error', confidence: 'likely' } as const) : ({ severity: 'warning' } as const);
  const found: Problem<Message>[] = [];
  const data = { what: what[token.kind] };
  const tell = (message: Message, more: Readonly<Record<string, string | number>> = {}, options: object = broke) =>
    found.push(problem(message, [token.at], { ...options, data: { ...data, ...more } }));
  const party = partyProblem(scene, claims);
  if (party) tell(party, {}, party === 'party' ? {} : broke);
  const source = issuerProblem(scene, token, claims);
  if (source !== null) tell('issuer', { source });
  const time = timeProblem(scene, token, claims);
  if (time) {
    const { message, minutes, who, way, owner } = time;
    tell(message, message === 'clock' ? { minutes, who, way } : { minutes }, { ...broke, owner });
  }
  const front = token.from === 'authorization-endpoint';
  if (front && text(member(header, 'alg')).toLowerCase() === 'none') tell('unsigned');
  if (token.kind === 'id-token' && isUnannounced(scene, text(member(header, 'alg')))) tell('algorithm', {}, {});
  if (front && token.kind === 'id-token') {
    const lacks = missingHash(scene, claims);
    if (lacks) tell('hash-missing', lacks, {});
  }
  return found;
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

function partyProblem({ flow }: Scene, claims: Claims): 'audience' | 'party' | null {
  const clientId = valueFor(flow.request?.parameters ?? [], 'client_id');
  const aud = member(claims, 'aud');
  const audience = typeof aud === 'string' ? [aud] : list(aud);
  const names = audience.filter((one): one is string => typeof one === 'string' && one !== '');
  if (clientId === null || names.length === 0 || [clientId, ...names].some(isPlaceholder)) return null;
  const azp = stringMember(claims, 'azp');
  // One app may ask for a token that another one of the same maker is to read.
  if (!names.some((name) => same(name, clientId))) return azp !== null && same(azp, clientId) ? null : 'audience';
  return azp === null || isPlaceholder(azp) || same(azp, clientId) ? null : 'party';
}

/** Who names another issuer; null when nobody does. Issuers without a scheme and templates with a tenant left open are not compared. */
function issuerProblem(scene: Scene, token: IssuedJwt, claims: Claims): string | null {
  const own = stringMember(claims, 'iss');
  const differs = (other: string | null) =>
    own !== null && other !== null && [own, other].every((iss) => /^https?:\/\/[^{}]*$/.test(iss) && !isPlaceholder(iss)) && own !== other;
  // What a signed answer holds was taken out of it: comparing the two would be comparing it with itself.
  const answered = token.kind === 'id-token' ? first(scene.flow.response?.parameters ?? [], 'iss') : null;
  if (answered && !answered.place.endsWith('.response') && differs(answered.value)) return 'the answer itself';
  return differs(stringMember(metadataDocument(scene), 'issuer')) ? 'the provider’s metadata' : null;
}

/** Names of the IANA registry only. */
const registered = /^(?:[HRPE]S(?:256|384|512)|EdDSA|ES256K)$/;

function isUnannounced(scene: Scene, alg: string): boolean {
  const announced = list(member(metadataDocument(scene) ?? {}, 'id_token_signing_alg_values_supported'));
  return registered.test(alg) && announced.length > 0 && !announced.includes(alg);
}

function missingHash({ flow }: Scene, claims: Claims): { readonly name: string; readonly beside: string } | null {
  // No ID token is without these: somebody left claims out.
  if (!Object.hasOwn(claims, 'iss') || !Object.hasOwn(claims, 'aud')) return null;
  const parameters = flow.response?.parameters ?? [];
  if (first(parameters, 'code') && !Object.hasOwn(claims, 'c_hash')) return { name: 'c_hash', beside: 'a code' };
  if (first(parameters, 'access_token') && !Object.hasOwn(claims, 'at_hash')) return { name: 'at_hash', beside: 'an access token' };
  return null;
}
