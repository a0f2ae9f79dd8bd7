import { browser } from './browser.ts';

export interface TabInView {
  /** Null: the view is about every tab. */
  readonly id: number | null;
  readonly incognito: boolean;
}

/** The tab a popup was opened over. A page opened as a tab of its own names another in its address (`?tab=12`), or shows all. */
export async function activeTab(): Promise<TabInView> {
  const named = new URLSearchParams(location.search).get('tab');
  if (named === 'all') return { id: null, incognito: false };
  if (named !== null && /^\d+$/.test(named)) {
    const tab = await browser.tabs.get(Number(named)).catch(() => null);
    return { id: Number(named), incognito: tab?.incognito ?? false };
  }
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return { id: tab?.id ?? null, incognito: tab?.incognito ?? false };
}
