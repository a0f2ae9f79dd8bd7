/** What Chromium itself says about the cookies of a page's requests: which it refused to keep, which it left out, and why. */
import type { CDPSession, Page } from 'puppeteer-core';

export interface CookieNote {
  /** Without fragment. */
  readonly url: string;
  readonly name: string;
  /** `set`: in the answer. `sent`: with the request, or left out of it. */
  readonly what: 'set' | 'sent';
  /** The browser's own words; empty when nothing speaks against the cookie. */
  readonly blocked: readonly string[];
}

interface Hops {
  readonly urls: string[];
  readonly requests: Omit<CookieNote, 'url'>[][];
  readonly answers: Omit<CookieNote, 'url'>[][];
}

/** Hops of one redirect chain share a request: the nth address belongs to the nth report of either kind. */
export async function noteCookies(page: Page): Promise<() => readonly CookieNote[]> {
  const session: CDPSession = await page.createCDPSession();
  const chains = new Map<string, Hops>();
  const of = (id: string): Hops => {
    const known = chains.get(id) ?? { urls: [], requests: [], answers: [] };
    chains.set(id, known);
    return known;
  };
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    of(requestId).urls.push(request.url);
  });
  session.on('Network.requestWillBeSentExtraInfo', ({ requestId, associatedCookies }) => {
    const notes = associatedCookies.map(({ cookie, blockedReasons }) => ({
      name: cookie.name,
      what: 'sent' as const,
      blocked: blockedReasons,
    }));
    of(requestId).requests.push(notes);
  });
  session.on('Network.responseReceivedExtraInfo', ({ requestId, blockedCookies }) => {
    const notes = blockedCookies.map(({ cookieLine, blockedReasons }) => ({
      name: cookieLine.split('=', 1)[0]?.trim() ?? '',
      what: 'set' as const,
      // For some reasons it has no word.
      blocked: blockedReasons.length > 0 ? blockedReasons : ['refused'],
    }));
    of(requestId).answers.push(notes);
  });
  await session.send('Network.enable');
  return () =>
    [...chains.values()].flatMap(({ urls, requests, answers }) =>
      urls.flatMap((url, hop) => [...(requests[hop] ?? []), ...(answers[hop] ?? [])].map((note) => ({ ...note, url }))),
    );
}
