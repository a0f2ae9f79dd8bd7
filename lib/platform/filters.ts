/** What is listened to: which addresses, and which kinds of requests. */
import type { WebRequest } from 'webextension-polyfill';
import { isFirefox } from './browser.ts';

/**
 * Chrome ignores a listener that was registered before access to a site was granted, even when it is added again with the same filter
 * (measured, Chromium 156); another filter works. So each one has an address in it that no other had, and that leads nowhere.
 */
export const everywhere = (generation: number): readonly string[] => [
  'http://*/*',
  'https://*/*',
  `https://generation-${generation}.invalid/*`,
];

/** Requests of pages that may speak OAuth outside a running login: silent renewals, background calls sent to a login, metadata. */
export const endpointPaths: readonly string[] = [
  '*client_id=*',
  '*/.well-known/openid-configuration*',
  '*/.well-known/oauth-authorization-server*',
  '*/token',
  '*/token?*',
  '*/oauth/access_token*',
  '*/oauth2/*token*',
  '*/oauth2/*clients*',
  '*/register',
  '*/reg',
  '*/clients-registrations/*',
];

/** Callbacks that the app's service worker fetches: they belong to no tab, and pages' own calls of this kind are no matter. */
export const workerPaths: readonly string[] = ['*?code=*', '*&code=*', '*?error=*', '*&error=*'];

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

/** Match patterns know no ports, and a star in an address would mean something else. Empty where none can be written. */
export function patternsFor(address: string): readonly string[] {
  const [, scheme, host, path] = /^(https?):\/\/([\w.-]+)(?::\d+)?(\/[^*?#]*)$/.exec(address) ?? [];
  return scheme === undefined ? [] : [`${scheme}://${host}${path}`, `${scheme}://${host}${path}?*`];
}
