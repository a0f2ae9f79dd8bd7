/** The usual parts of a scenario, so that each one only says what is special about it. */
import type { DrivenPage } from '../../drivers/driver.ts';
import type { Lab, Scenario, Site } from '../model.ts';
import type { SeenRequest } from '../seen.ts';

type Usual = 'start' | 'drive';

/** Fills in the usual beginning (the app's start page) and what the usual user does (sign in and allow). */
export function scenario(special: Omit<Scenario, Usual> & Partial<Pick<Scenario, Usual>>): Scenario {
  return { start: (lab) => `${lab.site(special.id).origin}/`, drive: signIn, ...special };
}

/** On the provider's sign-in page. */
export async function enterPassword(page: DrivenPage): Promise<void> {
  await page.type('#user', 'alice');
  await page.type('#password', 'CANARY-password');
  await page.click('#continue');
}

/** From the app's start page through sign-in and consent. */
export async function signIn(page: DrivenPage): Promise<void> {
  await page.click('#sign-in');
  await enterPassword(page);
  await page.click('#allow');
}

/** The same where the app's service worker is at work. */
export async function signInBesideWorker(page: DrivenPage): Promise<void> {
  await page.waitFor(() => navigator.serviceWorker.controller !== null);
  await signIn(page);
}

/** Presses the button and waits until the provider, or whatever comes instead, has answered. */
export async function pressSignIn(page: DrivenPage): Promise<void> {
  const before = await page.url();
  await page.click('#sign-in');
  await page.waitForUrl(new RegExp(`^(?!${before.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$)`));
}

export const says = (outcome: string): string => `main[data-outcome="${outcome}"]`;

/** What the servers saw of the last request to the app's callback. Throws when there was none. */
export function callbackOf(lab: Lab, id: string): SeenRequest {
  const site = lab.site(id);
  const { hostname, pathname } = new URL(site.callbackUrl);
  const seen = lab.seen.last(hostname, pathname);
  if (!seen) throw new Error(`The callback of ${id} was never reached.`);
  return seen;
}

export function callbackReached(lab: Lab, id: string): boolean {
  const { hostname, pathname } = new URL(lab.site(id).callbackUrl);
  return lab.seen.last(hostname, pathname) !== null;
}

export function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** The text the page shows, once it is there. */
export async function shows(page: DrivenPage, pattern: RegExp): Promise<void> {
  await page.waitFor('body');
  const text = await page.text();
  check(pattern.test(text), `The page does not say ${pattern}: ${text.replaceAll(/\s+/g, ' ').slice(0, 200)}`);
}

/** Parameters of the answer as the app's server saw them. */
export function answerAt(lab: Lab, id: string): URLSearchParams {
  return new URL(callbackOf(lab, id).target, 'https://lab.invalid').searchParams;
}

/** The last authorization request the provider of a site saw. */
export function requestAt(lab: Lab, site: Site): URLSearchParams {
  const seen = lab.seen.last(new URL(site.issuer).hostname, '/auth');
  return new URL(seen?.target ?? '/', 'https://lab.invalid').searchParams;
}
