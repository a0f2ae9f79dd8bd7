/** What the browser shows for us, in the language the browser speaks. The words stand in public/_locales. */
import { browser } from './browser.ts';

const messages = [
  'menuAnalyzeLink',
  'badgeOff',
  'badgeRecording',
  'titleWatching',
  'titleRecording',
  'titlePaused',
  'titleOff',
  'titleNoAccess',
  'titleOneProblem',
  'titleProblems',
  'noticeFailed',
  'noticeFailedAt',
] as const;

export type Message = (typeof messages)[number];

/** `values` stand in for `$1`, `$2` and so on. */
export function said(message: Message, ...values: readonly string[]): string {
  return browser.i18n.getMessage(message, [...values]);
}
