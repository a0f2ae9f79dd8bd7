import type { AuthorizationRequest, Parameter } from '../../model/flow.ts';
import type { Evidence } from '../../model/place.ts';
import { demands, explainedBy, type Refusal, refusalOf, type Suspect } from '../../observe/refusal.ts';
import { wasNotSent } from '../../read/not-sent.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { clientIdAliases, redirectUriAliases, responseModes, responseTypeTokens, supporting } from '../../spec/vocabulary.ts';
import { defineCheck } from '../define.ts';
import { atRefusal } from '../response/stop.ts';
import { atParameter, fail, inconclusive, pass } from '../verdict.ts';
import { atRequestParameter } from './parameter.ts';

interface Found {
  readonly message: 'missing' | 'value' | 'mode' | 'prompt' | 'json';
  readonly name: string;
  readonly at: Evidence;
  readonly suspect: Suspect;
  /** Completes "... has a value that no standard knows". */
  readonly near?: string;
  /** Worth a remark although the provider did not mind. */
  readonly remark?: true;
}

/** PKCE has checks of its own. */
const askedFor: readonly string[] = ['client_id', 'response_type', 'redirect_uri', ...supporting].filter(
  // These have checks of their own.
  (name) => !/^(?:nonce|code_challenge.*)$/.test(name),
);

const otherSpellings: Readonly<Record<string, readonly string[]>> = { client_id: clientIdAliases, redirect_uri: redirectUriAliases };

export const authzParamProblem = defineCheck({
  id: 'authz-param-problem',
  category: 'request',
  kind: 'breakage',
  tier: 'std',
  title: 'Required request parameter missing or impossible',
  severity: 'error',
  rank: 42,
  owner: 'app',
  cites: [
    { spec: 'RFC6749', section: '4.1.1', level: 'MUST' },
    { spec: 'OIDCCore', section: '3.1.2.1', level: 'MUST' },
    { spec: 'ResponseTypes', section: '2.1' },
  ],
  needs: ['request', 'authorization'],
  messages: {
    missing: {
      title: '`{name}` is missing in the request',
      plain: 'The app left something out when it asked the provider to sign you in, so the provider refused.',
      text: 'The authorization request has no `{name}`{near}, and the provider refused it.',
      fix: 'Send `{name}`. When the app’s code does set it, look for a setting that is not loaded in this environment.',
    },
    value: {
      title: '`{name}` has a value that no standard knows',
      plain: 'The app asked the provider for something it does not understand, so the provider refused.',
      text: '`{name}` of the authorization request has a value that no standard defines{near}, and the provider refused it.',
      fix: 'Write the value as the standard does: lower case, several words separated by single spaces.',
    },
    mode: {
      title: '`response_mode=query` does not go with this `response_type`',
      plain: 'The app asked for the answer in a way that providers do not allow, so the provider refused.',
      text: 'The request asks for a token in the query of the return address. The standard forbids that, because addresses end up in logs and histories, and the provider refused it.',
      fix: 'Leave `response_mode` out, or use `form_post` or `fragment`; better, ask for a code.',
    },
    unsent: {
      title: '`{name}` of the link is not as the standards have it',
      plain: 'This sign-in link asks the provider for something that most providers do not understand.',
      text: 'The link was not opened, so nobody has refused it. Its `{name}` is missing, or has a value that no standard defines{near}; providers usually refuse that.',
      fix: 'Compare `{name}` with what the provider’s documentation asks for: lower case, several words separated by single spaces.',
      severity: 'warning',
      kind: 'remark',
    },
    prompt: {
      title: '`prompt=none` together with another value',
      plain: 'The app asked the provider to stay silent and to show something at the same time.',
      text: '`prompt` holds `none` and another value. `none` forbids every page, the others ask for one: the standard makes that an error.',
      fix: 'Send `none` alone for a silent login, and the other value alone for a visible one.',
    },
    json: {
      title: '`{name}` can not be read as JSON',
      plain: 'A part of the app’s request is written in a form the provider can not read.',
      text: '`{name}` is not {what}. It is often cut off, encoded twice, or put together by hand.',
      fix: 'Write the value with a JSON library and encode it once.',
    },
  },
  // GET /authorize?client_id=app&redirect_uri=...  → 302 /cb?error=invalid_request&error_description=response_type+is+missing
  inspect({ request, authorization }, scene) {
    const refusal = refusalOf(scene);
    const found = [...(refusal && request.hidden === null ? lackingIn(request, refusal) : []), ...wrongIn(request)];
    for (const { message, name, at, suspect, near } of found) {
      const confidence = explainedBy(refusal, suspect);
      if (confidence)
        return fail(message, [at, ...atRefusal(scene)], { confidence, data: { name, near: near ?? '', what: expected(name) } });
    }
    const remark = found.find((f) => f.remark);
    if (remark)
      return fail(remark.message, [remark.at], { severity: 'info', data: { name: remark.name, near: '', what: expected(remark.name) } });
    if (request.hidden) return inconclusive(request.hidden);
    // Nobody could refuse it yet.
    const [odd] = wasNotSent(authorization) ? [...unknownWordsIn(found), ...withoutType(request)] : [];
    if (odd) return fail('unsent', [odd.at], { confidence: 'likely', data: { name: odd.name, near: odd.near ?? '' } });
    return request.parameters.some((p) => askedFor.includes(p.name) && isPlaceholder(p.value)) ? inconclusive('redacted-input') : pass;
  },
});

const unknownWordsIn = (found: readonly Found[]) => found.filter(({ message }) => message === 'value' || message === 'mode');

/** Required wherever no other part can hold it (RFC 6749 section 4.1.1, RFC 9101, RFC 9126). */
function withoutType(request: AuthorizationRequest): Pick<Found, 'name' | 'at' | 'near'>[] {
  const has = (name: string) => request.parameters.some((p) => p.name === name);
  if (['response_type', 'request', 'request_uri'].some(has)) return [];
  return [{ name: 'response_type', at: atRequestParameter(request, 'response_type') }];
}

function expected(name: string): string {
  return name === 'authorization_details' ? 'a JSON list of objects that each name their type' : 'a JSON object';
}

/** What the standards require and the request does not have, and what the provider says it lacks. */
function lackingIn(request: AuthorizationRequest, refusal: Refusal): Found[] {
  const has = (name: string) => request.parameters.some((p) => p.name === name);
  const absent = (name: string) => !has(name) && !(otherSpellings[name] ?? []).some(has);
  const openid = request.scopes.includes('openid');
  const suspects: Readonly<Record<string, Suspect>> = {
    client_id: { names: ['client_id'], kinds: ['client'], fatal: true },
    response_type: { names: ['response_type'], codes: ['unsupported_response_type'] },
    redirect_uri: { names: ['redirect_uri'], kinds: ['redirect-uri'], ...(openid ? { fatal: true } : {}) },
  };
  return askedFor
    .filter((name) => absent(name) && (name in suspects || demands(refusal, name)))
    .map((name) => {
      const other = request.parameters.find((p) => isSpelling(p.name, name));
      return {
        message: 'missing' as const,
        name,
        at: other ? atParameter(other) : atRequestParameter(request, name),
        suspect: suspects[name] ?? { names: [name] },
        near: other ? ', only a name that is spelled differently' : '',
      };
    });
}

/** `clientId`, `redirect-uri`, `Response_Type`. */
function isSpelling(written: string, name: string): boolean {
  return written !== name && written.toLowerCase().replace(/[^a-z]/g, '') === name.replaceAll('_', '');
}

function wrongIn({ parameters, responseTypes, responseMode, prompts }: AuthorizationRequest): Found[] {
  return parameters.flatMap((parameter): Found[] => {
    const { name, value } = parameter;
    if (value.trim() === '' || isPlaceholder(value)) return [];
    const at = atParameter(parameter);
    const of = (message: Found['message'], more: Partial<Found> = {}): Found[] => [
      { message, name, at, suspect: { names: [name] }, ...more },
    ];
    if (name === 'response_type') return badWords(parameter, responseTypeTokens, of, 'unsupported_response_type');
    if (name === 'response_mode' && value === 'query' && responseTypes.some((t) => t === 'token' || t === 'id_token'))
      return responseMode === 'query' ? of('mode', { suspect: { names: [name], codes: ['unsupported_response_mode'] } }) : [];
    if (name === 'response_mode') return badWords(parameter, responseModes, of, 'unsupported_response_mode');
    if (name === 'prompt' && prompts.includes('none') && new Set(prompts).size > 1) return of('prompt', { remark: true });
    if (name === 'max_age' && !/^\d+$/.test(value)) return of('value');
    if (name === 'claims' && !isJson(value, 'object')) return of('json', { remark: true });
    if (name === 'authorization_details' && !isJson(value, 'list'))
      return of('json', { remark: true, suspect: { names: [name], codes: ['invalid_authorization_details'] } });
    return [];
  });
}

function badWords(
  { name, value }: Parameter,
  words: ReadonlySet<string>,
  of: (message: 'value', more: Partial<Found>) => Found[],
  code: string,
): Found[] {
  const unknown = value.split(' ').filter((word) => !words.has(word));
  if (unknown.length === 0) return [];
  const known = (word: string) => words.has(word.toLowerCase());
  if (value.split(' ').every(known))
    return of('value', {
      suspect: { names: [name], codes: [code], fatal: true },
      near: ' (only upper and lower case differ from one it does)',
    });
  if (value.split(/[\s,;|+]+/).every((word) => word === '' || known(word)))
    return of('value', { suspect: { names: [name], codes: [code], fatal: true }, near: ' (its words are not separated by single spaces)' });
  return of('value', { suspect: { names: [name], codes: [code] } });
}

function isJson(text: string, wanted: 'object' | 'list'): boolean {
  try {
    const value: unknown = JSON.parse(text);
    if (wanted === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
    return Array.isArray(value) && value.every((item: unknown) => typeof item === 'object' && item !== null && 'type' in item);
  } catch {
    return false;
  }
}
