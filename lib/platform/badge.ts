import { browser } from './browser.ts';

export type Watching = 'watching' | 'recording' | 'paused' | 'off' | 'no-access';

const looks: Readonly<Record<Watching, readonly [text: string, color: string, title: string]>> = {
  watching: ['', '#2563eb', 'Roundtrip is watching for logins'],
  recording: ['REC', '#b3261e', 'Roundtrip is recording a login for support'],
  paused: ['II', '#6b7280', 'Roundtrip is paused'],
  off: ['OFF', '#6b7280', 'Roundtrip is off until you start it'],
  'no-access': ['!', '#b45309', 'Roundtrip needs access to sites before it can watch logins'],
};

export async function showBadge(state: Watching): Promise<void> {
  const [text, color, title] = looks[state];
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color }),
    browser.action.setTitle({ title }),
  ]);
}
