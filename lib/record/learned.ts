/**
 * Addresses of endpoints that providers named themselves, or that a token request showed, so that a call to one of them
 * is heard outside a running login too. Kept by the issuer whose metadata named them, so that providers never mix.
 */
import type { Endpoints, EndpointsByIssuer } from '../model/endpoints.ts';
import type { CaptureEvent } from '../model/event.ts';
import { readJsonObject, stringMember } from '../read/json.ts';
import { issuerFor } from '../read/metadata.ts';
import { originOf } from '../read/url.ts';
import { endpointOf } from './endpoints.ts';

/** RFC 8414 section 2, OpenID Connect Discovery section 3, RFC 9126 section 5, RFC 8628 section 4. */
const posted = [
  'token_endpoint',
  'pushed_authorization_request_endpoint',
  'registration_endpoint',
  'device_authorization_endpoint',
  'introspection_endpoint',
  'revocation_endpoint',
] as const;
/** Asked all the time by some apps: they are known where a login runs, and not listened to beyond. */
const asked = ['userinfo_endpoint', 'jwks_uri'] as const;

const mostIssuers = 24;
/** Of an endpoint that was seen and not named. */
const mostSeen = 8;

const isAddress = (text: string | null): text is string => text !== null && /^https?:\/\/[^/]+\/./.test(text);

export class Learned {
  readonly #byIssuer = new Map<string, Endpoints>();

  /** What an earlier life of the worker had learned. */
  load(stored: EndpointsByIssuer): void {
    for (const [issuer, endpoints] of Object.entries(stored)) if (!this.#byIssuer.has(issuer)) this.#put(issuer, endpoints);
  }

  get all(): EndpointsByIssuer {
    return Object.fromEntries(this.#byIssuer);
  }

  /** Addresses to listen to. */
  get calls(): readonly string[] {
    return [...new Set([...this.#byIssuer.values()].flatMap(({ calls }) => calls))];
  }

  knows(url: string): boolean {
    const address = endpointOf(url);
    return [...this.#byIssuer.values()].some(({ calls, others }) => calls.includes(address) || others.includes(address));
  }

  clear(): void {
    this.#byIssuer.clear();
  }

  /** True when the event taught something. */
  see(event: CaptureEvent): boolean {
    if (event.kind === 'answer') return event.text !== null && this.#readMetadata(event.url, event.text);
    if (event.kind !== 'begin' || event.method !== 'POST' || event.type !== 'xmlhttprequest' || event.body?.kind !== 'form') return false;
    if (!event.body.fields.some(({ name }) => name === 'grant_type')) return false;
    const address = endpointOf(event.url);
    const origin = originOf(address);
    if (origin === null || !isAddress(address) || this.knows(address)) return false;
    const before = this.#byIssuer.get(origin);
    return this.#put(origin, { calls: [...(before?.calls ?? []), address].slice(-mostSeen), others: before?.others ?? [] });
  }

  /** The address where the document stands says whose it is, whatever it calls itself. */
  #readMetadata(url: string, text: string): boolean {
    const issuer = issuerFor(url);
    const document = issuer === null ? null : readJsonObject(text);
    if (issuer === null || !document) return false;
    const named = (names: readonly string[]) =>
      names
        .map((name) => stringMember(document, name))
        .filter(isAddress)
        .map(endpointOf);
    const endpoints: Endpoints = { calls: named(posted), others: named(asked) };
    return endpoints.calls.length + endpoints.others.length > 0 && this.#put(issuer, endpoints);
  }

  #put(issuer: string, endpoints: Endpoints): boolean {
    const before = this.#byIssuer.get(issuer);
    if (before && JSON.stringify(before) === JSON.stringify(endpoints)) return false;
    this.#byIssuer.delete(issuer);
    this.#byIssuer.set(issuer, endpoints);
    const [oldest] = this.#byIssuer.keys();
    if (this.#byIssuer.size > mostIssuers && oldest !== undefined) this.#byIssuer.delete(oldest);
    return true;
  }
}
