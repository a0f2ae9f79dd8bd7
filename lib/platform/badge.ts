import type { TabProblems } from '../model/tally.ts';
import { browser, isFirefox } from './browser.ts';
import { type Message, said } from './said.ts';

export type Watching = 'watching' | 'recording' | 'paused' | 'off' | 'no-access';

const looks: Readonly<Record<Watching, readonly [text: () => string, color: string, title: Message]>> = {
  watching: [() => '', '#2563eb', 'titleWatching'],
  recording: [() => said('badgeRecording'), '#b3261e', 'titleRecording'],
  paused: [() => 'II', '#6b7280', 'titlePaused'],
  off: [() => said('badgeOff'), '#6b7280', 'titleOff'],
  'no-access': [() => '!', '#b45309', 'titleNoAccess'],
};

const errorColor = '#b3261e';
const warningColor = '#b45309';

/** In every tab that has none of its own. */
export async function showBadge(state: Watching): Promise<void> {
  const [text, color, title] = looks[state];
  await Promise.all([
    browser.action.setBadgeText({ text: text() }),
    browser.action.setBadgeBackgroundColor({ color }),
    browser.action.setTitle({ title: said(title) }),
  ]);
}

/** The number of problems of a tab's login. */
export async function showProblems({ tab: tabId, errors, warnings }: TabProblems): Promise<void> {
  const count = errors + warnings;
  await inTab(
    browser.action.setBadgeText({ tabId, text: String(count) }),
    browser.action.setBadgeBackgroundColor({ tabId, color: errors > 0 ? errorColor : warningColor }),
    browser.action.setTitle({ tabId, title: count === 1 ? said('titleOneProblem') : said('titleProblems', String(count)) }),
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
