import type { Exchange } from '../../model/exchange.ts';
import type { Problem, Severity } from '../../model/finding.ts';
import { fetchedFrom } from '../../observe/addresses.ts';
import { isAbort } from '../../observe/run.ts';
import { type Scene, withRole } from '../../observe/scene.ts';
import { tokenCalls } from '../../observe/token-calls.ts';
import { tokenInUse } from '../../observe/token-uses.ts';
import { jsonOf } from '../../read/body.ts';
import { headerValue, mediaType } from '../../read/headers.ts';
import { type JsonObject, stringMember } from '../../read/json.ts';
import { list, member } from '../../read/loose.ts';
import { type AddressFault, addressFault, isIssuerOf } from '../../read/metadata.ts';
import { originOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { absentAt, at, inapplicable, inconclusive, pass, problem, verdictOf } from '../verdict.ts';

type Message = 'status' | 'page' | 'other' | 'issuer' | 'endpoint' | 'keys';

const hints: Readonly<Record<AddressFault, string>> = {
  twice: 'The address has the well-known part twice: configure the issuer, not the address of its metadata.',
  'double-slash': 'The address has two slashes in a row: leave the slash at the end of the configured issuer out.',
  placeholder: 'The address still holds a placeholder or an unset value.',
  endpoint: 'The address begins with one of the provider’s endpoints: configure the issuer, not an endpoint.',
};

export const discoveryProblem = defineCheck({
  id: 'discovery-problem',
  category: 'discovery',
  kind: 'breakage',
  tier: 'std',
  title: 'Provider metadata or keys cannot be used',
  severity: 'error',
  rank: 47,
  owner: 'app',
  flows: ['setup', 'login', 'silent'],
  cites: [
    { spec: 'RFC8414', section: '3' },
    { spec: 'RFC8414', section: '3.3', level: 'MUST' },
    { spec: 'OIDCDiscovery', section: '4' },
  ],
  needs: [],
  messages: {
    status: {
      title: 'The provider’s metadata is not at this address (HTTP {status})',
      plain: 'The app could not read the provider’s settings, so no login could begin.',
      text: 'The app asked {host} for its metadata and got HTTP {status}, and no login followed.',
      fix: '{hint} For an issuer with a path, OpenID Connect puts `/.well-known/openid-configuration` behind the path, and RFC 8414 puts `/.well-known/oauth-authorization-server` in front of it.',
    },
    page: {
      title: 'A web page stands where the provider’s metadata belongs',
      plain: 'The app could not read the provider’s settings, so no login could begin.',
      text: 'The app asked {host} for its metadata and got HTML with HTTP {status}, and no login followed. A website that answers every unknown path with its start page does that, and so does a sign-in page in front of the server.',
      fix: '{hint}',
    },
    other: {
      title: 'What came is no provider metadata',
      plain: 'The app could not read the provider’s settings, so no login could begin.',
      text: 'The app asked {host} for its metadata and got JSON without an `issuer`, and no login followed.',
      fix: '{hint}',
    },
    issuer: {
      title: 'The metadata names another issuer than it was asked for',
      plain: 'The provider’s settings name another provider than the app expects.',
      text: 'The `issuer` in the metadata of {host} is not the one its address stands for, and no login followed. Libraries that check it stop here.',
      fix: 'Configure the issuer exactly as the metadata names it, tenant, path and slash included, or correct the name at the provider.',
      severity: 'warning',
    },
    endpoint: {
      title: 'The metadata has no `authorization_endpoint`',
      plain: 'The provider’s settings do not say where to sign in.',
      text: 'The metadata of {host} names no `authorization_endpoint` although it offers logins, and no login followed.',
      fix: 'Add the endpoint to the provider’s metadata, or check that this is the metadata of the right server.',
      severity: 'warning',
      owner: 'provider',
    },
    keys: {
      title: 'The provider’s keys can not be read',
      plain: 'The app could not fetch the provider’s keys, so it can not tell whether the login is genuine.',
      text: 'The metadata names a `jwks_uri` at {host}; what came from there was {answer}.',
      fix: 'Open the `jwks_uri` of the metadata: it has to answer with HTTP 200 and a JSON object with `keys`, and, for apps in the browser, with `Access-Control-Allow-Origin`.',
      owner: 'provider',
    },
  },
  // GET /.well-known/openid-configuration  → 404
  inspect(_, scene) {
    const documents = withRole(scene, 'discovery').filter((e) => e.where.kind !== 'page' && e.where.kind !== 'frame');
    if (documents.length === 0) return inapplicable;
    const read = documents.map((exchange) => ({ exchange, ...readingOf(exchange) }));
    const found: Problem<Message>[] = [];
    const good = read.filter((r) => r.says === 'good' || r.says === 'unseen');
    const followed = scene.flow.kind !== 'setup' || loginFollowed(scene, documents);
    // Clients try several well-known addresses; one that answers is enough, and one the browser kept to itself may have been it.
    const last = followed || good.length > 0 || read.some((r) => r.says === 'none') ? undefined : read.findLast(isRefusal);
    if (last) {
      const data = { host: originOf(last.exchange.request.url) ?? '', status: last.status ?? 0, hint: hintFor(last.exchange, last.status) };
      const evidence = [at(last.exchange, 'response.status'), at(last.exchange, 'request.url')] as const;
      found.push(
        problem(last.says, evidence, { data, severity: severityFor(last.exchange), confidence: last.certain ? 'certain' : 'likely' }),
      );
    }
    for (const { exchange, document } of good) {
      if (!document) continue;
      const wrong = followed ? null : judgeDocument(exchange, document);
      if (wrong) found.push(wrong);
      const keys = judgeKeys(scene, document, followed);
      if (keys) found.push(keys);
    }
    if (found.length > 0) return verdictOf(found.slice(0, 1));
    if (read.some((r) => r.says === 'pending')) return inconclusive('never-finished');
    if (read.every((r) => r.says === 'none')) return inapplicable;
    return !followed && good.some((r) => r.says === 'unseen') ? inconclusive('body-not-exposed') : pass;
  },
});

type Refusal = 'status' | 'page' | 'other';

interface Reading {
  readonly says: 'good' | 'unseen' | 'none' | 'pending' | Refusal;
  readonly status: number | null;
  readonly document: JsonObject | null;
  readonly certain: boolean;
}

function isRefusal<R extends Reading>(reading: R): reading is R & { readonly says: Refusal } {
  return reading.says === 'status' || reading.says === 'page' || reading.says === 'other';
}

function readingOf({ outcome }: Exchange): Reading {
  const none: Reading = { says: 'none', status: null, document: null, certain: true };
  if (outcome.kind === 'pending') return { ...none, says: 'pending' };
  // The network, CORS and redirects are told by others.
  if (outcome.kind === 'redirected' || outcome.status === null) return none;
  const { status } = outcome;
  if (status >= 400) return { ...none, says: 'status', status };
  if (outcome.kind === 'failed' || status === 304) return outcome.kind === 'failed' ? none : { ...none, says: 'unseen', status };
  const html = mediaType(outcome.headers) === 'text/html';
  if (!outcome.body.seen) return html ? { ...none, says: 'page', status, certain: false } : { ...none, says: 'unseen', status };
  const document = jsonOf(outcome.body);
  if (document) return { ...none, says: stringMember(document, 'issuer') === null ? 'other' : 'good', status, document };
  const body = outcome.body.value;
  const page = body.kind === 'text' && (body.page === true || /^\s*<(?:!doctype|html|head|body|script|!--)/i.test(body.text));
  return { ...none, says: page ? 'page' : 'unseen', status };
}

/** A page that asked needed it. What a program or an extension looks for may be optional. */
function severityFor({ where, request }: Exchange): Severity {
  const asker = headerValue(request.headers, 'origin') ?? request.initiator ?? '';
  return where.fromBrowser && where.kind === 'fetch' && !/^[a-z-]+-extension:/.test(asker) ? 'error' : 'warning';
}

function hintFor({ request }: Exchange, status: number | null): string {
  const fault = addressFault(request.url);
  if (fault) return hints[fault];
  return status !== null && status >= 500
    ? 'The server itself failed: look at its log, or at the proxy in front of it.'
    : 'Check the configured issuer: host, tenant and path.';
}

/** The app knew where to go all the same, or found it elsewhere. */
function loginFollowed(scene: Scene, documents: readonly Exchange[]): boolean {
  const asker = (e: Exchange | undefined) =>
    headerValue(e?.request.headers ?? { fields: [], hidden: [] }, 'origin') ?? originOf(e?.request.initiator ?? '');
  const client = asker(documents[0]);
  const since = documents[0]?.startedAt ?? 0;
  const used = scene.stage.flows.some(
    (other) =>
      other !== scene.flow &&
      other.kind !== 'setup' &&
      other.kind !== 'logout' &&
      other.endedAt >= since &&
      (client === null || other.parties.client === null || other.parties.client === client),
  );
  return used || withRole(scene, 'registration', 'pushed-request').length > 0;
}

function judgeDocument(exchange: Exchange, document: JsonObject): Problem<Message> | null {
  const data = { host: originOf(exchange.request.url) ?? '' };
  if (isIssuerOf(stringMember(document, 'issuer') ?? '', exchange.request.url) === false)
    return problem('issuer', [at(exchange, 'response.body.issuer'), at(exchange, 'request.url')], { data, confidence: 'likely' });
  const grants = list(member(document, 'grant_types_supported'));
  const offers = grants.length === 0 || grants.includes('authorization_code') || grants.includes('implicit');
  return offers && stringMember(document, 'authorization_endpoint') === null
    ? problem('endpoint', [absentAt(exchange, 'response.body.authorization_endpoint')], { data, confidence: 'likely' })
    : null;
}

function judgeKeys(scene: Scene, document: JsonObject, followed: boolean): Problem<Message> | null {
  const uri = stringMember(document, 'jwks_uri');
  const fetched = uri === null ? [] : fetchedFrom(scene.stage, uri);
  const told = fetched.map((e) => ({ exchange: e, answer: answerOf(e) }));
  const last = told.filter((t) => t.answer !== 'unknown').at(-1);
  if (!last || last.answer === null || told.some((t) => t.answer === null)) return null;
  if (tokenCalls(scene).some((call) => tokenInUse(scene, call))) return null;
  const { exchange } = last;
  const place = exchange.outcome.kind === 'failed' ? 'outcome.reason' : 'response.status';
  // Read ahead of a login that nobody began, or that got no token to check: no harm yet.
  const needed = followed && tokenCalls(scene).some((call) => call.succeeded);
  return problem('keys', [at(exchange, place)], {
    severity: needed ? severityFor(exchange) : 'warning',
    data: { host: originOf(exchange.request.url) ?? '', answer: last.answer },
    confidence: 'likely',
  });
}

/** Null when keys came, or what came is not shown. */
function answerOf({ outcome }: Exchange): 'unknown' | 'no usable answer' | 'a web page' | `HTTP ${number}` | null {
  if (outcome.kind === 'failed') return isAbort(outcome.reason) ? 'unknown' : 'no usable answer';
  if (outcome.kind !== 'answered') return 'unknown';
  if (outcome.status >= 400) return `HTTP ${outcome.status}`;
  return mediaType(outcome.headers) === 'text/html' ? 'a web page' : null;
}
