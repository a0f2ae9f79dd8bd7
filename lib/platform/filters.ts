/** What is listened to: which addresses, and which kinds of requests. */
import type { WebRequest } from 'webextension-polyfill';
import { isFirefox } from './browser.ts';

/**
 * Chrome ignores a listener that was registered before access to a site was granted, even when it is added again with the same filter
 * (measured, Chromium 156); another filter works. So each one has an address in it that no other had, and that leads nowhere.
 */
const nowhere = (generation: number) => `https://generation-${generation}.invalid/*`;

export const everywhere = (generation: number): readonly string[] => ['*://*/*', nowhere(generation)];

/**
 * Chrome tries every pattern on every request of every page, about ten times (20 µs each in all, measured, Chromium 156): there are few,
 * and a wider one stands for several. What they let through beyond what is meant costs a call of ours, which `isEndpoint` ends at once.
 */
const at = (paths: readonly string[], generation: number) => [...paths.map((path) => `*://*/${path}`), nowhere(generation)];

export const endpointsAt = (generation: number): readonly string[] =>
  at(
    [
      '*client_id=*',
      '*.well-known/o*',
      '*token',
      '*token?*',
      '*oauth*token*',
      '*oauth2/*clients*',
      '*register',
      '*reg',
      '*clients-registrations/*',
    ],
    generation,
  );

/** Requests of pages that may speak OAuth outside a running login: silent renewals, background calls sent to a login, metadata. */
export function isEndpoint(url: string): boolean {
  const address = url.split('#', 1)[0] ?? '';
  const below = address.indexOf('/oauth2/');
  return (
    /client_id=|\/\.well-known\/(?:openid-configuration|oauth-authorization-server)|\/token(?:\?|$)|\/oauth\/access_token|\/reg(?:ister)?$|\/clients-registrations\//.test(
      address,
    ) ||
    (below >= 0 && /token|clients/.test(address.slice(below)))
  );
}

/** Callbacks that the app's service worker fetches: they belong to no tab, and pages' own calls of this kind are no matter. */
export const answersAt = (generation: number): readonly string[] => at(['*?code=*', '*&code=*', '*?error=*', '*&error=*'], generation);

export const documents: WebRequest.ResourceType[] = ['main_frame', 'sub_frame'];
export const calls: WebRequest.ResourceType[] = [
  'xmlhttprequest',
  'image',
  'script',
  'stylesheet',
  'font',
  'ping',
  'other',
  ...(isFirefox ? (['beacon', 'imageset'] as WebRequest.ResourceType[]) : []),
];

/**
 * For one address, whatever is asked of it. Match patterns know no ports, and a star in an address would mean something else. Empty where none can
 * be written, and where the address is heard anyway: most are.
 */
export function patternsFor(address: string): readonly string[] {
  if (isEndpoint(address) && isEndpoint(`${address}?`)) return [];
  const [, scheme, host, path] = /^(https?):\/\/([\w.-]+)(?::\d+)?(\/[^*?#]*)$/.exec(address) ?? [];
  return scheme === undefined ? [] : [`${scheme}://${host}${path}*`];
}
