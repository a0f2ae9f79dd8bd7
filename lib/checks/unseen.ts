/** Failures that no browser and no file of a browser can show. They stand in the reference, so that silence is not taken for health. */

export interface Unseen {
  readonly what: string;
  readonly why: string;
  /** What can be told all the same, and where to look. */
  readonly instead: string;
  /** Name of the check that others may look for. */
  readonly id?: string;
}

export const unseen: readonly Unseen[] = [
  {
    what: 'A token request from the app’s server that fails: wrong secret, other `redirect_uri`, other verifier, code used twice',
    why: 'The app’s server talks to the provider behind the browser’s back.',
    instead:
      'The finding on the callback gives its status, its duration and the time in UTC: the app’s log holds the token request of that moment.',
  },
  {
    what: 'A token endpoint that is slow, or that the app’s server can not reach (name, network, certificate)',
    why: 'The same: only the callback’s duration is seen.',
    instead: 'A callback that takes seconds waits for somebody; 502 and 504 come from a proxy in front of the app.',
  },
  {
    what: 'Account linking that a partner’s server never finishes after the browser’s part',
    why: 'The last step goes from server to server.',
    instead:
      'A completed login says when the browser’s part ended; what is missing after that moment happened, or did not, at the servers.',
  },
  {
    what: 'Rules in a provider’s console: suspended clients, testers’ lists, licenses, regions',
    why: 'They show as an error of the provider, or not at all.',
    instead: 'The provider’s own error code and correlation id are in the finding; they are what its support asks for.',
  },
  {
    what: 'Consent that was taken back, or a refresh that fails in a nightly job',
    why: 'No browser is there.',
    instead: 'Whether the login asked for long-term access at all is to be seen in its scopes and parameters.',
  },
  {
    what: 'App links that a phone’s operating system does not hand to the app',
    why: 'The decision falls in the device, by association files that the browser does not load.',
    instead: 'A callback address of an app that loads as a web page is shown as what it is.',
  },
  {
    what: 'An API on a server that judges a token wrongly',
    why: 'Calls between servers are not seen.',
    instead: 'Where the page calls the API itself, its refusal and its reason are shown.',
  },
  {
    what: 'Whether an app compares `state` and `nonce`, where nothing went wrong',
    why: 'Only an answer that should have been refused would show it, and Roundtrip sends none.',
    instead: 'An answer that was altered, unasked or of another login, and was accepted, is named.',
  },
  {
    what: 'How secrets and tokens are kept on a server: storage, logs, source code, rotation',
    why: 'It leaves no trace in a browser.',
    instead: 'Each secret or token that does pass through the browser where it should not is named.',
  },
  {
    id: 'inbrowser-message-unsafe',
    what: 'A login result that a window posts to any other window (`postMessage` with the target `*`)',
    why: 'Messages between windows are no network traffic; hearing them would need code of ours inside every page, which Roundtrip does not put there.',
    instead: 'Windows that are cut off from each other, and answers that never arrive, are named.',
  },
  {
    what: 'A library that will not begin a login because it believes that another one is open (MSAL: `interaction_in_progress`)',
    why: 'It stops before any request.',
    instead:
      'When a press on “Sign in” leads to nothing, look at the page’s console; a login that was left half done in this tab is in the list.',
  },
  {
    what: 'Popups that the browser blocks before they exist',
    why: 'No window, no request, and no word to extensions.',
    instead: 'When a press on “Sign in” leads to nothing at all, look for the browser’s own sign in the address bar.',
  },
];
