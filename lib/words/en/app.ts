/** The frame of every live view: its bar, its menu, its banners. */
import { section } from '../speaking.ts';

export const app = section('app', {
  states: { starting: 'Starting', 'no-access': 'No access', paused: 'Paused', off: 'Off', watching: 'Watching' },
  recording: 'Recording',
  /** The name of the button: what it is, and what a press does. */
  stateAnd: (state: string, action: string) => `${state}. ${action}`,
  pauseRecording: 'Pause recording',
  startWatching: 'Start watching',
  stopWatching: 'Stop watching',
  resumeWatching: 'Resume watching',
  pauseWatching: 'Pause watching',
  start: 'Start',
  stop: 'Stop',

  copyReport: 'Copy report',
  copyReportAbout: 'Markdown for a ticket or a chat. Secrets are left out.',
  forgetAll: 'Forget everything recorded',
  forgetAsk: 'Forget everything recorded?',
  forgetAbout: 'Forget everything recorded, in all tabs? This can not be undone.',
  keep: 'Keep',
  forget: 'Forget',

  more: 'More',
  save: 'Save a file to share…',
  record: 'Record a login for support…',
  files: 'Open a HAR or capture file…',
  compare: 'Compare two logins…',
  beside: 'Keep open beside the page',
  sites: 'Sites it may see',
  settings: 'Settings…',
  inTab: 'Show in a tab',
  addPanel: 'Add a panel to the developer tools',

  invited: 'This link asks you to record a login for a support team. Nothing is recorded before you agree.',
  seeInvitation: 'See what is asked',
  noAccess: 'Roundtrip has no access to sites any more, so nothing new is recorded.',
  allowEverywhere: 'Allow on all sites',
  paused: 'Paused: nothing new is recorded.',
  resume: 'Resume',
  off: 'Off: nothing new is recorded until you start it.',
  noCookies: 'Roundtrip may not look at cookies, so it can not always tell why a login cookie was lost.',
  allowCookies: 'Allow cookies',
  hidden: (count: number) => (count === 1 ? 'One more is hidden as “not a login”.' : `${count} more are hidden as “not a login”.`),
  showAgain: 'Show again',
  bodies:
    'Roundtrip does not read what the provider answers to the app’s own calls: tokens, errors, settings. Some checks need it. While this panel is open it can. Nothing leaves the browser.',
  readBodies: 'Read answers',

  crashed: 'Roundtrip could not draw this page',
  crashedAbout:
    'That is a bug in Roundtrip, not in your login. What was recorded is still there; closing and opening this window may help.',
  copyForReport: 'Copy this text for a bug report:',
  /** What the button beside it copies. */
  theError: 'the error',
});
