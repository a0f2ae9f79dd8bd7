import type { Evidence } from '../../model/place.ts';
import { readError } from '../../observe/answer.ts';
import type { Scene } from '../../observe/scene.ts';
import { sentAt, type TokenCall, tokenCalls } from '../../observe/token-calls.ts';
import { header, mediaType } from '../../read/headers.ts';
import { valueFor } from '../../read/parameters.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { redirectDifference } from '../../read/redirect.ts';
import { decodePercent, readUrl } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { differenceNames } from '../redirect-uri/difference.ts';
import { atRequestParameter } from '../request/parameter.ts';
import { absentAt, at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';
import { missingFrom } from './missing.ts';

export const tokenRequestMalformed = defineCheck({
  id: 'token-request-malformed',
  category: 'token-endpoint',
  kind: 'breakage',
  tier: 'std',
  title: 'Token request is malformed or contradicts the authorization request',
  severity: 'error',
  rank: 128,
  owner: 'app',
  flows: ['login', 'silent', 'tokens', 'device'],
  cites: [
    { spec: 'RFC6749', section: '3.2', level: 'MUST' },
    { spec: 'RFC6749', section: '4.1.3', level: 'MUST' },
    { spec: 'RFC6749', section: '2.3', level: 'MUST' },
    { spec: 'RFC7636', section: '4.5', level: 'MUST' },
  ],
  needs: ['tokens'],
  messages: {
    format: {
      title: 'The token request was sent as {format} instead of a form',
      plain: 'The app asked the provider in a format that the provider does not read, so the login was not finished.',
      text: 'The token request’s Content-Type says {format}. The token endpoint reads `application/x-www-form-urlencoded`; it answered HTTP {status}{code} as if the parameters were not there.',
      fix: 'Send the parameters as a form with `Content-Type: application/x-www-form-urlencoded`: in a browser, give `fetch` a `URLSearchParams` as the body, not a string and not `JSON.stringify`.',
    },
    address: {
      title: 'The token request’s parameters stand in its address',
      plain: 'The app asked the provider in a way that the provider does not read, so the login was not finished.',
      text: 'The token request is a {method} with its parameters in the address and none in its body. The token endpoint answered HTTP {status}{code}. Addresses end up in logs, so codes and secrets do not belong there.',
      fix: 'Send a POST with the parameters as a form in the body.',
    },
    missing: {
      title: 'The token request lacks `{name}`',
      plain: 'The app left something out when it asked the provider to finish the login.',
      text: 'The token request has no `{name}`{because}. The token endpoint answered HTTP {status}{code}.',
      fix: 'Send `{name}`; a library that keeps it between the two requests loses it when its storage is cleared, or when the login returns to another tab or host.',
    },
    'redirect-uri': {
      title: 'The token request names another redirect_uri than the authorization request',
      plain: 'The app gave the provider two different return addresses for one login, so the provider refused to finish it.',
      text: 'Both requests of one login have to name the same redirect_uri, character by character. Here they differ in {difference}. The token endpoint answered HTTP {status}{code}.',
      fix: 'Use one configured value for both requests; do not build the second one from the address of the current page.',
    },
    authentication: {
      title: 'The app proved who it is in two ways at once',
      plain: 'The app showed its credentials to the provider twice in one request, which the provider does not accept.',
      text: 'The token request carries client credentials as {ways}. Only one way is allowed, and the token endpoint answered HTTP {status}{code}.',
      fix: 'Use the one method the client is registered for (`client_secret_basic`, `client_secret_post` or `private_key_jwt`) and leave the other out.',
    },
  },
  // POST /token  Content-Type: application/json  → 415
  inspect(_, scene) {
    const calls = tokenCalls(scene);
    const answered = calls.filter((call) => call.status !== null);
    if (answered.length === 0)
      return calls.some((c) => c.exchange.outcome.kind === 'pending') ? inconclusive('never-finished') : inapplicable;
    const lastGood = answered.findLastIndex((call) => call.succeeded);
    let unseen = false;
    for (const call of answered.slice(lastGood + 1)) {
      if (call.sent.some((p) => isPlaceholder(p.value) && p.name === 'grant_type')) return inconclusive('redacted-input');
      const found = judge(scene, call);
      if (found === 'unseen') unseen = true;
      else if (found) return found;
    }
    return unseen ? inconclusive('body-not-exposed') : pass;
  },
});

type Found = ReturnType<typeof fail<'format' | 'address' | 'missing' | 'redirect-uri' | 'authentication'>>;

function judge(scene: Scene, call: TokenCall): Found | 'unseen' | null {
  const { exchange, status, error } = call;
  if (status === null || status >= 500 || status === 429) return null;
  const code = error ? ` with \`${readError(error.code, null).code}\`` : '';
  const data = { status, code };
  const said: readonly Evidence[] = [at(exchange, error ? error.place : 'response.status')];
  const confidence = error ? ('certain' as const) : ('likely' as const);
  const format = formatOf(call);
  if (format !== null) {
    const read = wasRead(call, format.certain);
    if (read === false) return fail('format', [format.evidence, ...said], { confidence, data: { ...data, format: format.name } });
    if (read === null) return 'unseen';
  } else if (inAddress(call)) {
    const read = wasRead(call, true);
    const evidence = [at(exchange, sentAt(call, 'grant_type')), ...said] as const;
    return read === false ? fail('address', evidence, { confidence, data: { ...data, method: exchange.request.method } }) : null;
  }
  const missing = missingFrom(scene, call);
  if (missing === 'unseen') return 'unseen';
  if (missing)
    return fail('missing', [absentAt(exchange, `request.form.${missing.name}`), ...said], { confidence, data: { ...data, ...missing } });
  return otherRedirectUri(scene, call, said, data) ?? twoWays(call, said, data);
}

interface Format {
  readonly name: 'JSON' | 'plain text' | 'multipart' | 'XML';
  readonly evidence: Evidence;
  /** No server reads this; JSON is taken by some. */
  readonly certain: boolean;
}

function formatOf({ exchange }: TokenCall): Format | null {
  const { headers, body } = exchange.request;
  if (!body.seen || body.value.kind === 'empty') return null;
  const evidence = at(exchange, 'request.header.content-type');
  const type = mediaType(headers);
  if (/^application\/(?:[\w.-]+\+)?json$/.test(type)) return { name: 'JSON', evidence, certain: false };
  if (type === 'text/plain') return { name: 'plain text', evidence, certain: true };
  if (type.startsWith('multipart/')) return { name: 'multipart', evidence, certain: true };
  return /^(?:application|text)\/xml$/.test(type) ? { name: 'XML', evidence, certain: true } : null;
}

const speaksOfFormat = /content.?type|media.?type|urlencoded|form.?(?:param|body|data|encoded|post)|pars(?:e|ing)|body|grant.?type/i;

/** Whether the server could read the parameters, as its refusal shows; null when that can not be told. */
function wasRead({ status, error, exchange, sent }: TokenCall, certain: boolean): boolean | null {
  if (status === 415) return false;
  if (error === null) {
    const { outcome } = exchange;
    if (status !== 400 && status !== 401 && status !== 405 && status !== 422) return true;
    if (outcome.kind === 'answered' && !outcome.body.seen) return certain && status !== 401 ? false : null;
    return !(certain || status === 422) || status === 401;
  }
  const { code, description } = error;
  if (!/^(?:invalid_request|unsupported_grant_type|unsupported_media_type)$/.test(code)) return !(certain && code === 'invalid_client');
  if (description === null) return false;
  // It misses what was sent.
  return !(speaksOfFormat.test(description) || sent.some((p) => p.name.length > 3 && description.includes(p.name)));
}

function inAddress({ exchange }: TokenCall): boolean {
  const { method, url, body } = exchange.request;
  const query = readUrl(url).query ?? [];
  return valueFor(query, 'grant_type') !== null && (method === 'GET' || (body.seen && body.value.kind === 'empty'));
}

function otherRedirectUri(scene: Scene, call: TokenCall, said: readonly Evidence[], data: { status: number; code: string }): Found | null {
  const { request } = scene.flow;
  const sent = valueFor(call.sent, 'redirect_uri');
  const asked = request?.redirectUri ?? null;
  if (!request || sent === null || asked === null || request.hidden || isPlaceholder(sent) || isPlaceholder(asked)) return null;
  if (call.grantType !== 'authorization_code' || decodePercent(sent) === decodePercent(asked)) return null;
  const kind = call.error ? readError(call.error.code, call.error.description).meaning.kind : null;
  const blamed = kind === null ? call.status === 400 : kind === 'grant' || kind === 'redirect-uri' || kind === 'request';
  if (!blamed) return null;
  const difference = redirectDifference(readUrl(asked).base, readUrl(sent).base) ?? 'query';
  const evidence = [at(call.exchange, sentAt(call, 'redirect_uri')), atRequestParameter(request, 'redirect_uri'), ...said] as const;
  return fail('redirect-uri', evidence, {
    confidence: kind === 'redirect-uri' ? 'certain' : 'likely',
    data: { ...data, difference: differenceNames[difference] },
  });
}

const speaksOfTwo = /multiple|more than one|\bboth\b|several|only one|\btwo\b/i;

function twoWays(call: TokenCall, said: readonly Evidence[], data: { status: number; code: string }): Found | null {
  const { exchange, error, sent } = call;
  if (error === null) return null;
  const authorization = header(exchange.request.headers, 'authorization');
  const basic = authorization.kind === 'present' && /^basic /i.test(authorization.value);
  const inBody = ['client_secret', 'client_assertion'].filter((name) => valueFor(sent, name) !== null);
  if (inBody.length + (basic ? 1 : 0) < 2) return null;
  const blamed = error.description === null ? error.code === 'invalid_request' : speaksOfTwo.test(error.description);
  if (!blamed) return null;
  const ways = [...(basic ? ['`Authorization: Basic`'] : []), ...inBody.map((name) => `\`${name}\``)].join(' and ');
  const places = inBody.map((name) => at(exchange, sentAt(call, name)));
  const evidence = [
    basic ? at(exchange, 'request.header.authorization') : (places[0] ?? at(exchange, 'request.body')),
    ...places,
    ...said,
  ] as const;
  return fail('authentication', evidence, { data: { ...data, ways } });
}
