/** Which logins there are, and the verdict on the one that is chosen. `kind` is one of `explain().kinds`. */
import type { CookieLine } from '../../model/cookie.ts';
import { plural } from '../numbers.ts';
import { section } from '../speaking.ts';

const keeps: Readonly<Record<CookieLine['keeps'], string>> = { pending: 'keeps this login', session: 'keeps the session' };

export const flow = section('flow', {
  unknownApp: 'unknown app',
  unknownProvider: 'unknown provider',
  logsInAt: 'logs in at',
  logsOutAt: 'logs out at',
  inside: (outer: string) => `inside ${outer}`,
  notALogin: 'Not a login?',
  notALoginAbout: 'Hide this and everything that goes to the same address',

  inView: 'Logins in view',
  allLogins: 'All logins',
  fewer: 'Show fewer',
  more: (count: number) => `${count} more`,
  renewals: (count: number) => plural(count, 'silent renewal', 'silent renewals'),
  quiet: (count: number) => plural(count, 'quiet request in the background', 'quiet requests in the background'),
  allAnswered: (what: string) => `${what}, all answered`,

  verdict: 'Verdict',
  passed: (count: number) => `${plural(count, 'check', 'checks')} passed.`,
  nextStep: 'Next step',
  showWhere: 'Show where',
  seen: 'What was seen',

  failed: (kind: string) => `${kind} failed`,
  completed: (kind: string) => `${kind} completed`,
  answered: (kind: string, answer: string) => `${kind} answered: ${answer}`,
  denied: (kind: string) => `${kind} cancelled`,
  abandoned: (kind: string) => `${kind} left unfinished`,
  running: (kind: string) => `${kind} running`,
  notSeen: (kind: string) => `${kind}: end not seen`,
  oneAddress: (kind: string) => `${kind}: one address of it`,
  notBegun: (kind: string) => `${kind}: not begun`,
  /** `what`: any of these. */
  withProblem: (what: string) => `${what}, with a problem`,
  /** What a silent request was answered with, by the message of its finding. */
  silent: {
    'no-session': 'nobody is signed in',
    withheld: 'the provider did not get its cookie',
    interaction: 'the user has to be asked',
  },

  goOn: 'Go on with the login. This page keeps up with it.',
  goOnLogout: 'Go on with the logout. This page keeps up with it.',
  openLink: 'To see what comes of it, open the link while Roundtrip is watching.',
  startAgain: 'Start the login again from the app’s sign-in button, so that all of it is recorded.',
  runAgain: 'Run the login once more and let it come to its end.',
  runLogoutAgain: 'Run the logout once more and let it come to its end.',
  lookBelow: 'Look at the last hops below: the break is after what can be seen there.',

  notes: 'Findings and remarks',
  consequences: (count: number) => plural(count, 'consequence', 'consequences'),
  consequencesAbout: 'Also seen because of this. When the cause is fixed, these go away.',
  remarks: (count: number) => plural(count, 'remark', 'remarks'),
  worthKnowing: 'Worth knowing.',
  brokeNothing: 'Worth knowing. Nothing here broke the login.',
  brokeNoLogout: 'Worth knowing. Nothing here broke the logout.',
  notTheReason: 'True, but not the reason.',
  aboutRecording: (count: number) => `${count} about the recording`,
  untold: (count: number) => `${count} could not be told`,
  untoldAbout: 'Not seeing is not passing. These were not judged, and why:',
  notNeeded: 'No check needed it here.',
  /** The name of a check, in backticks. */
  crashed: (check: string) => `The check ${check} crashed. That is a bug in Roundtrip; the other checks are not affected.`,

  cookies: (phrase: string) => `Cookies of this login: ${phrase}`,
  cookiesAbout: 'What the app left in the browser to remember this login and the user by, and what became of it.',
  cookiesHidden: (gap: string) => `Can not be told: ${gap}.`,
  cookiesGap: (gap: string) => `Not all of it is known: ${gap}.`,
  anotherRequest: (id: string) => `another request (${id})`,
  noName: '(no name)',
  keeps,
  show: 'Show',
});
