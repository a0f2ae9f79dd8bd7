import { browser } from './browser.ts';

export interface TabInView {
  /** Null: the view is about every tab. */
  readonly id: number | null;
  readonly incognito: boolean;
  /** The view's own address names it. */
  readonly named: boolean;
}

/** What a view is about when its address does not name a tab. `front-tab`: the one in front of its window, whichever that is at the time. */
export type About = 'active-tab' | 'front-tab' | 'every-tab';

/** A page opened as a tab of its own names another in its address (`?tab=12`), or shows all. */
export async function tabInView(otherwise: About): Promise<TabInView> {
  const named = new URLSearchParams(location.search).get('tab');
  if (named !== null && /^\d+$/.test(named)) {
    const tab = await browser.tabs.get(Number(named)).catch(() => null);
    return { id: Number(named), incognito: tab?.incognito ?? false, named: true };
  }
  if (named === 'all' || otherwise === 'every-tab') return { id: null, incognito: false, named: named !== null };
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return { id: tab?.id ?? null, incognito: tab?.incognito ?? false, named: false };
}

/** Tells when another tab of this view's own window came to the front, or when the one in front went elsewhere. */
export function onTabInFront(listener: (tab: TabInView) => void): void {
  const look = () => void tabInView('front-tab').then(listener);
  browser.tabs.onActivated.addListener(look);
  browser.tabs.onUpdated.addListener((_, change) => {
    if (change.status === 'complete') look();
  });
}

const pagePath = '/page.html';

/** Shows the full page in a tab of its own. `invitation`: a link from support that it is to show. */
export async function openPage(room: string, tab: number | null, invitation: string | null): Promise<void> {
  const query = new URLSearchParams();
  if (tab !== null) query.set('tab', String(tab));
  if (invitation !== null) query.set('invitation', invitation);
  await browser.tabs.create({ url: `${browser.runtime.getURL(pagePath)}?${query}#${room}` });
}

/** The link from support that this page was opened with. */
export function invitationInAddress(): string | null {
  return new URLSearchParams(location.search).get('invitation');
}

/** The address a tab shows, null where the browser does not tell. */
export async function addressOfTab(tab: number): Promise<string | null> {
  return (await browser.tabs.get(tab).catch(() => null))?.url ?? null;
}

export async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url });
}

/** Null where Roundtrip may not look into private windows; the user decides that in the browser's own settings. */
export async function openPrivateWindow(url: string | null): Promise<boolean> {
  const window = await browser.windows.create({ incognito: true, ...(url === null ? {} : { url }) });
  return window !== null && window !== undefined;
}

export function mayLookIntoPrivateWindows(): Promise<boolean> {
  return browser.extension.isAllowedIncognitoAccess();
}

/** Brings the tab this page stands in back to the eye. */
export async function comeBack(): Promise<void> {
  const own = await browser.tabs.getCurrent();
  if (own?.id === undefined) return;
  await browser.tabs.update(own.id, { active: true });
  if (own.windowId !== undefined) await browser.windows.update(own.windowId, { focused: true });
}
