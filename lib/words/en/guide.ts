/** The recording for support, for people who have never looked behind a page. */
import { section } from '../speaking.ts';

export const guide = section('guide', {
  title: 'Record a login for support',
  steps: ['Start', 'Log in', 'Send'],
  step: (now: number, of: number) => `Step ${now} of ${of}`,

  askedTitle: 'A support team asks for your help',
  askedText: 'They would like you to log in once while Roundtrip takes notes. Nothing starts before you press the button.',
  askedSite: 'Where to log in',
  askedGoal: 'What they want to see',
  decline: 'No, thank you',
  startTitle: 'Show support what goes wrong',
  startText: 'Roundtrip takes notes while you log in. Afterwards you see what was noted, and you decide whether to send it.',
  siteLabel: 'Where do you log in? (You may leave this empty.)',
  siteHint: 'For example shop.example',
  siteWrong: 'This is not the address of a website. Write it as you see it in the address bar.',
  linkSummary: 'I was sent a link',
  linkLabel: 'Paste the link here',
  linkWrong: 'This link does not ask for a recording. Copy it once more, all of it.',
  accessTitle: 'Your browser will ask you first',
  accessText:
    'It asks whether Roundtrip may see the pages you visit and their cookies. That is needed because a login goes over several websites. You can take it back at the end, with one press.',
  promises: [
    'Passwords, codes and the contents of cookies never get into the file.',
    'Nothing is sent by itself. You get one file, and you send it yourself.',
    'It stops by itself when the login is over, after ten minutes at the latest.',
  ],
  start: 'Start recording',
  refused: 'Without that permission nothing can be recorded. Press the button once more if you change your mind.',

  runningTitle: 'Recording',
  runningAgain: 'Recording the second try',
  runningText: 'Now log in the way you always do. When it works, or goes wrong, come back to this tab.',
  runningPrivate: 'A private window was opened. Log in there, the way you always do, and come back to this tab.',
  openSite: (host: string) => `Go to ${host}`,
  nothingYet: 'No login seen yet.',
  seen: (from: string, to: string) => `A login was seen: from ${from} to ${to}.`,
  left: (minutes: number) =>
    minutes <= 1 ? 'Stops by itself in a minute at the latest.' : `Stops by itself in ${minutes} minutes at the latest.`,
  stop: 'I am done',

  reviewTitle: 'Thank you. This is what was noted',
  stoppedBy: {
    user: '',
    settled: 'The login is over, so the recording stopped by itself.',
    limit: 'The ten minutes were over, so the recording stopped by itself.',
  },
  outcome: {
    completed: 'The login went through.',
    failed: 'The login failed.',
    denied: 'The login was cancelled.',
    abandoned: 'The login was not finished.',
    'in-progress': 'The login was still running when the recording stopped.',
    unknown: 'How the login ended could not be seen.',
  },
  noLogin: 'No login was seen. Perhaps it runs in another way than Roundtrip can follow. You can try again, or send what was seen.',
  details: 'What Roundtrip found (for support)',
  didLabel: 'What did you do?',
  didHint: 'For example: pressed “Log in”, chose my company, typed my password.',
  sawLabel: 'What did you see?',
  sawHint: 'For example: “Something went wrong”, then the login page again.',
  noSecrets: 'Please write no passwords here.',

  againTitle: 'One more try helps a lot',
  againText: 'In a private window the browser begins without old cookies. If the login works there, support knows where to look.',
  again: 'Try again in a private window',
  againSame: 'Try again here',
  notAllowed:
    'Roundtrip may not look into private windows yet. You can allow it, but that restarts Roundtrip and deletes this recording: save the file first, then start over.',
  allowChromium: ['Right-click the Roundtrip symbol and choose “Manage extension”.', 'Switch on “Allow in Incognito”.'],
  allowFirefox: ['Right-click the Roundtrip symbol and choose “Manage Extension”.', 'At “Run in Private Windows” choose “Allow”.'],
  secondDone: 'A second try is part of the file:',
  compared: 'How the two tries differ (for support)',
  how: { 'private-window': 'in a private window', 'same-window': 'in the same browser' },

  after: 'When you are done',
  discard: 'Delete the recording',
  takeBack: 'Take back the permission',
  takenBack: 'The permission was taken back.',
  language: 'Language',
  firstTry: 'First try',
  secondTry: 'Second try',

  /** For the other side. */
  makeLink: {
    title: 'For support teams: make a link that asks for a recording',
    text: 'Send it to somebody who has Roundtrip. They open it and press the Roundtrip symbol; your wishes are shown to them, and nothing starts before they agree.',
    site: 'Page where the login begins',
    goal: 'What you want to see',
    language: 'Language',
    ownLanguage: 'The user’s own',
    nothingYet: 'The link appears here.',
    wrong: 'This is not the address of a website.',
    /** What the button beside it copies. */
    theLink: 'the link',
  },
});
