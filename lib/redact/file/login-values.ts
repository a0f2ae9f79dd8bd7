/** A first look through a file for the values that logins are made of: others may contain them. */
import { isObject, type JsonObject, readJsonObject, stringMember } from '../../read/json.ts';
import { child, list, member, text } from '../../read/loose.ts';
import { hostOf, readFragmentPairs, readPairs, readUrl, type Written } from '../../read/url.ts';
import { isName } from '../policy.ts';
import { isVocabulary } from '../words.ts';
import { tokenLabels } from './hosts.ts';

const secretNames = /^(?:state|nonce|code|code_challenge|code_verifier|session_state|request_uri)$/;

export interface LoginValues {
  readonly secrets: ReadonlySet<string>;
  readonly verifiers: ReadonlySet<string>;
  readonly clientIds: ReadonlySet<string>;
  readonly redirectUris: ReadonlySet<string>;
  /** Words in the paths of endpoints: the name of a tenant or of an app. */
  readonly routes: ReadonlySet<string>;
  /** Of all addresses, in lower case, without ports. */
  readonly hosts: ReadonlySet<string>;
  /** Labels of hosts that only a machine makes up, in lower case. */
  readonly tokens: ReadonlySet<string>;
}

/** `more`: verifiers that stand elsewhere. */
export function valuesOf(urls: Iterable<string>, fields: Iterable<Pick<Written, 'name' | 'value'>>, more: Iterable<string>): LoginValues {
  const secrets = new Set<string>();
  const verifiers = new Set(more);
  const clientIds = new Set<string>();
  const redirectUris = new Set<string>();
  const endpoints = new Set<string>();
  const take = ({ name, value }: Pick<Written, 'name' | 'value'>) => {
    if (name === 'code_verifier') verifiers.add(value);
    if (secretNames.test(name)) secrets.add(value);
    else if (name === 'client_id') clientIds.add(value);
    else if (name === 'redirect_uri') redirectUris.add(value);
  };
  const hosts = new Set<string>();
  const tokens = new Set<string>();
  for (const url of urls) {
    const host = hostOf(url);
    if (host !== '') hosts.add(host);
    for (const label of tokenLabels(url)) tokens.add(label);
    const { base, query } = readUrl(url);
    for (const pair of [...(query ?? []), ...readFragmentPairs(url)]) take(pair);
    if (query?.some((p) => p.name === 'client_id') && query.some((p) => p.name === 'response_type')) endpoints.add(base);
  }
  for (const field of fields) {
    take(field);
    for (const label of tokenLabels(field.value)) tokens.add(label);
  }
  const routes = new Set([...endpoints, ...redirectUris].flatMap((url) => routesOf(readUrl(url).base)));
  return { secrets, verifiers, clientIds, redirectUris, routes, hosts, tokens };
}

/** After one of these stands a person, or what only one person was sent. */
const people =
  /^(?:u|users?|people|persons?|members?|profiles?|accounts?|customers?|patients?|employees?|students?|contacts?|me|~|invit(?:e|ations?)|reset|magic|verify|activate|join|share|personal|authors?|owners?|sessions?|tokens?)$/i;

/** One word of letters, or two: longer ones are sentences or passwords. */
function routesOf(address: string): string[] {
  const segments = address.split('/').slice(address.includes('://') ? 3 : 1);
  return segments.filter(
    (segment, index) =>
      /^[A-Za-z]{2,24}(?:[-_][A-Za-z]{2,24})?(?:\.onmicrosoft\.com)?$/.test(segment) &&
      isName(segment) &&
      !isMixed(segment) &&
      !people.test(segments[index - 1] ?? ''),
  );
}

/** Capitals where no word begins. */
function isMixed(segment: string): boolean {
  return !isVocabulary(segment) && (segment.match(/[a-z][A-Z]|[A-Z]{2}[a-z]/g)?.length ?? 0) >= 3;
}

/** Larger bodies are no forms of a login. */
const longestForm = 100_000;

/** Of a JSON body only this: its other members are not those of a login by their names alone. */
export function verifiersIn(body: JsonObject | null): readonly string[] {
  const verifier = stringMember(body, 'code_verifier');
  return verifier === null ? [] : [verifier];
}

/** The same in a HAR that nobody has read yet. */
export function loginValues(log: JsonObject): LoginValues {
  const urls: string[] = [];
  const fields: Written[] = [];
  const verifiers: string[] = [];
  for (const entry of list(member(log, 'entries'))) {
    if (!isObject(entry)) continue;
    const request = child(entry, 'request');
    const response = child(entry, 'response');
    urls.push(text(member(request ?? {}, 'url')), text(member(response ?? {}, 'redirectURL')));
    for (const one of list(member(response ?? {}, 'headers')))
      if (isObject(one) && /^location$/i.test(text(member(one, 'name')))) urls.push(text(member(one, 'value')));
    const posted = child(request ?? {}, 'postData') ?? {};
    for (const param of list(member(posted, 'params')))
      if (isObject(param) && text(member(param, 'name')) === 'code_verifier') verifiers.push(text(member(param, 'value')));
    const body = text(member(posted, 'text'));
    if (body === '' || body.length >= longestForm) continue;
    if (!/^\s*[[{<]/.test(body)) fields.push(...readPairs(body));
    else verifiers.push(...verifiersIn(readJsonObject(body)));
  }
  return valuesOf(urls, fields, verifiers);
}
