/** A login that failed is told where the user asked for it: one notification, which leads to the page about that tab. */
import type { FailedLogin } from '../../lib/model/tally.ts';
import { dismissNotice, notify, onNoticeClicked } from '../../lib/platform/notifications.ts';
import { said } from '../../lib/platform/said.ts';
import { loadSettings } from '../../lib/platform/storage.ts';
import { openPage } from '../../lib/platform/tabs.ts';

const prefix = 'failed';

export async function tellOf({ tab, app, sentence }: FailedLogin): Promise<void> {
  if (!(await loadSettings()).notify) return;
  // What was clicked is known by its name alone: the background may have ended meanwhile. A login that fails again and again is one.
  await notify({
    id: `${prefix}/${tab}/${app ?? ''}`,
    title: app === null ? said('noticeFailed') : said('noticeFailedAt', app),
    message: sentence,
  });
}

function clicked(id: string): void {
  const [kind, tab] = id.split('/');
  if (kind !== prefix) return;
  void openPage('live', Number(tab), null);
  void dismissNotice(id);
}

/** Must be called in the background's first turn, and again when permissions have changed. */
export function followFailures(): void {
  onNoticeClicked(clicked);
}
