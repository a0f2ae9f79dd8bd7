/** Why nothing is shown, and what to do about it. */
import { section } from '../speaking.ts';

export const empty = section('empty', {
  paused: 'Paused',
  pausedAbout: 'Nothing is recorded while Roundtrip is paused. Resume, then start the login again from the app’s sign-in button.',
  resume: 'Resume watching',
  off: 'Off until you start it',
  offAbout: 'You chose that nothing is watched until you say so. Start, then begin the login from the app’s sign-in button.',
  start: 'Start watching',
  offNote: 'It stops when you press “Watching” above, or when the browser closes.',
  hidden: 'Hidden as “not a login”',
  hiddenAbout: 'What was seen in this tab goes to an address that you marked as not a login. It is still recorded, only not shown.',
  showAgain: 'Show it again',
  pausedAsWell: 'Watching is paused as well.',

  noAccess: 'Let Roundtrip watch your logins',
  noAccessAbout:
    'A login sends your browser from the app to a provider and back, over sites nobody can list beforehand, and it often breaks over a lost cookie. So Roundtrip asks to see requests on all sites, and their cookies.',
  allowEverywhere: 'Allow on all sites',
  someSites: 'Only on sites I name',
  someSitesAbout: 'Name the app and its provider. A site takes in everything below it. Where a login leads elsewhere, Roundtrip says so.',
  onlyHere: (host: string) => `Only ${host}`,
  sites: 'Sites',
  allowThese: 'Allow these',
  promises: [
    'Nothing leaves your browser. Roundtrip makes no network request, ever.',
    'It only looks. No page and no request is changed.',
    'What it sees stays in memory and is gone when the browser closes.',
  ],
  asksOnceMore: 'Your browser will ask you once more. You can take it back here at any time.',

  noLogin: 'No login seen yet',
  noLoginHere: 'No login seen in this tab yet',
  noLoginAbout:
    'Start the login now, or run it once more: press the app’s sign-in button, then open this again. It is all kept while you do.',
  elsewhere: (count: number) =>
    `${count === 1 ? 'A login was seen in another tab.' : `${count} logins were seen in other tabs.`} Open Roundtrip there.`,
  whatCounts: 'What counts as a login',
  counts:
    'The app sends you to a sign-in page of its own or of somebody else (“Sign in with …”, company login) and gets you back. The standards behind it are OAuth 2.0 and OpenID Connect.',
  countsNot: 'A name and password that the app’s own page checks itself, or a login over SAML: nothing is shown for these.',
  noCookies: 'Roundtrip may not look at cookies, so it can not always tell why a login cookie was lost.',
  allow: 'Allow',
  private: 'This is a private window. What is seen here is never mixed with other windows, and is gone when the browser closes.',
});
