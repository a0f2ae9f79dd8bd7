/** The first minutes: the page after the installation, and the examples. */
import { section } from '../speaking.ts';

export const welcome = section('welcome', {
  title: 'See your first login in a minute',
  lead: 'A login goes from an app to a provider and back. Roundtrip watches that way, and says in plain words what broke, where, and whose job it is.',
  steps: 'Three steps',
  done: 'done',
  allowTitle: 'Let Roundtrip look',
  allowText:
    'Without this it sees nothing at all. Your browser asks you once more. Nothing leaves your browser, nothing is changed, and you can take it back at any time.',
  allow: 'Allow on all sites',
  allowSome: 'Only some sites',
  sites: 'Sites: the app and its provider',
  allowThese: 'Allow these',
  allowed: 'Roundtrip may look at the sites you allowed.',
  resume: 'Watching is stopped at the moment.',
  resumeAction: 'Start watching',
  loginTitle: 'Log in somewhere',
  loginText:
    'In another tab, at any app with a sign-in button, in the way you always do: “Sign in with …”, a company login, or the app you are building. This page waits for it.',
  seen: 'A login was seen:',
  readTitle: 'Read what was found',
  readText: 'The verdict stands first, then every hop. Green means that the login went through, and then nothing asks for your attention.',
  readAction: 'Show this login',
  pin: 'From now on the button in the toolbar shows it. It may be hidden behind the puzzle piece: pin it there.',
  examplesTitle: 'No login at hand? Open one of these',
  examplesText: 'Real logins, recorded at a provider on one computer. They open as any file does.',
  examples: {
    works: {
      title: 'A login that works',
      text: 'From the app to the provider and back, and the code becomes tokens. This is what healthy looks like.',
    },
    'cookie-lost': {
      title: 'The login cookie does not come back',
      text: 'The user signs in, and the app has forgotten that it asked. The commonest riddle, and one line mends it.',
    },
    'address-refused': {
      title: 'The provider refuses the return address',
      text: 'One slash too many, and nobody gets any further.',
    },
  },
  exampleName: (title: string) => `Example: ${title}`,
  harTitle: 'To record a HAR file that tells everything',
  harWays: [
    {
      browser: 'Chrome, Edge',
      way: 'F12, Network, tick “Preserve log”, log in, then the arrow down: “Export HAR (with sensitive data)”. Where that is missing, allow it in the settings of the developer tools under Network. The plain export has no cookies, and then a lost cookie can not be told.',
    },
    { browser: 'Firefox', way: 'F12, Network, in the gear wheel “Persist Logs”, log in, then there “Save All As HAR”.' },
    { browser: 'Safari', way: 'Develop, Show Web Inspector, Network, “Preserve Log”, log in, then “Export”.' },
  ],
  harFine: 'Such a file holds passwords and keys. Before it goes on to anybody, open it here and save it again: they are replaced then.',
  playgroundTitle: 'Break logins yourself',
  playgroundText:
    'The sources come with a playground: a real provider and a hundred small apps on your own computer, each with one thing broken. In a copy of the repository, one command opens a browser with all of them:',
  moreTitle: 'And then',
  files: 'Open a HAR file somebody sent you',
  record: 'Let somebody else record a login for you',
  reference: 'Read what is checked, and why',
});
