import type { TabProblems } from '../model/tally.ts';
import { browser, isFirefox } from './browser.ts';

export type Watching = 'watching' | 'recording' | 'paused' | 'off' | 'no-access';

const looks: Readonly<Record<Watching, readonly [text: string, color: string, title: string]>> = {
  watching: ['', '#2563eb', 'Roundtrip is watching for logins'],
  recording: ['REC', '#b3261e', 'Roundtrip is recording a login for support'],
  paused: ['II', '#6b7280', 'Roundtrip is paused'],
  off: ['OFF', '#6b7280', 'Roundtrip is off until you start it'],
  'no-access': ['!', '#b45309', 'Roundtrip needs access to sites before it can watch logins'],
};

const errorColor = '#b3261e';
const warningColor = '#b45309';

/** In every tab that has none of its own. */
export async function showBadge(state: Watching): Promise<void> {
  const [text, color, title] = looks[state];
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color }),
    browser.action.setTitle({ title }),
  ]);
}

/** The number of problems of a tab's login. */
export async function showProblems({ tab: tabId, errors, warnings }: TabProblems): Promise<void> {
  const count = errors + warnings;
  await inTab(
    browser.action.setBadgeText({ tabId, text: String(count) }),
    browser.action.setBadgeBackgroundColor({ tabId, color: errors > 0 ? errorColor : warningColor }),
    browser.action.setTitle({ tabId, title: `Roundtrip: ${count} ${count === 1 ? 'problem' : 'problems'} in this tab’s login` }),
  );
}

/** Back to what every tab shows. */
export async function hideProblems(tabId: number): Promise<void> {
  await inTab(
    browser.action.setBadgeText({ tabId, text: null }),
    isFirefox ? browser.action.setBadgeBackgroundColor({ tabId, color: null }) : undefined,
    // Chrome knows no way back for a title: it takes the text that all tabs have.
    browser.action.setTitle({ tabId, title: isFirefox ? null : await browser.action.getTitle({}) }),
  );
}

/** The tab may be gone by now. */
async function inTab(...changes: readonly (Promise<void> | undefined)[]): Promise<void> {
  await Promise.all(changes).catch(() => undefined);
}
