/** The browser's cookie jar, compared with what a request carried. Values are compared here and never kept. */
import type { Cookies } from 'webextension-polyfill';
import type { HeldCookie, SameSite } from '../model/exchange.ts';
import { browser } from './browser.ts';

const sameSites: Readonly<Record<string, SameSite>> = { strict: 'strict', lax: 'lax', no_restriction: 'none', unspecified: 'unspecified' };

async function cookiesFor(url: string, container: string | null): Promise<Cookies.Cookie[]> {
  // An empty partition key asks for partitioned and unpartitioned cookies alike (measured in both browsers).
  const query: Cookies.GetAllDetailsType = { url, partitionKey: {}, ...(container === null ? {} : { storeId: container }) };
  try {
    return await browser.cookies.getAll(query);
  } catch {
    return [];
  }
}

export async function readHeld(url: string, container: string | null, cookieHeader: string): Promise<HeldCookie[]> {
  const sent = new Set(cookieHeader.split(';').map((pair) => pair.trim()));
  const jar = await cookiesFor(url, container);
  return jar.map((cookie) => ({
    name: cookie.name,
    domain: cookie.domain.replace(/^\./, ''),
    hostOnly: cookie.hostOnly,
    path: cookie.path,
    secure: cookie.secure,
    httpOnly: cookie.httpOnly,
    sameSite: sameSites[cookie.sameSite] ?? 'unspecified',
    partitioned: cookie.partitionKey !== undefined && cookie.partitionKey !== null,
    sent: sent.has(`${cookie.name}=${cookie.value}`),
  }));
}

/** Which of these cookies the jar has now, whatever path or domain they were set for. Asked by name: the whole jar is not ours to read. */
export async function readKept(
  url: string,
  container: string | null,
  names: readonly string[],
): Promise<{ name: string; stored: boolean }[]> {
  const host = new URL(url).hostname;
  const covers = (cookie: Cookies.Cookie) => {
    const domain = cookie.domain.replace(/^\./, '');
    return host === domain || host.endsWith(`.${domain}`);
  };
  return Promise.all(
    names.map(async (name) => {
      const query: Cookies.GetAllDetailsType = { name, partitionKey: {}, ...(container === null ? {} : { storeId: container }) };
      const found = await browser.cookies.getAll(query).catch(() => []);
      return { name, stored: found.some(covers) };
    }),
  );
}
