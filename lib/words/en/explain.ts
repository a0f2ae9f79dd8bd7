/** Closed lists of the engine in words, and how a flow ended: shared by the views and the reports. */
import type { Gap } from '../../model/exchange.ts';
import type { Owner } from '../../model/finding.ts';
import type { FlowKind, Grant, Outcome, Role } from '../../model/flow.ts';
import type { Again } from '../../model/recording.ts';
import { section } from '../speaking.ts';

type Words<Name extends string> = Readonly<Record<Name, string>>;

const roles: Words<Role> = {
  start: 'start',
  'pushed-request': 'pushed request',
  'authorization-request': 'authorize',
  provider: 'provider',
  nested: 'inner login',
  callback: 'callback',
  'callback-again': 'callback again',
  app: 'app',
  'token-request': 'token request',
  userinfo: 'userinfo',
  resource: 'API call',
  discovery: 'metadata',
  keys: 'keys',
  registration: 'registration',
  'device-authorization': 'device code',
  'logout-request': 'logout',
  'logout-return': 'back from logout',
  'frontchannel-logout': 'logout frame',
  'backchannel-logout': 'logout call',
  revocation: 'revocation',
  introspection: 'introspection',
  'identity-request': 'browser sign-in',
  preflight: 'preflight',
  foreign: 'other protocol',
};

const owners: Words<Owner> = {
  app: 'For the app’s developer',
  provider: 'For the login provider',
  user: 'For the user',
  browser: 'Caused by the browser’s rules',
  network: 'Between browser and server',
};

const outcomes: Words<Outcome> = {
  completed: 'completed',
  failed: 'failed',
  denied: 'cancelled',
  abandoned: 'abandoned',
  'in-progress': 'in progress',
  unknown: 'end not seen',
};

const kinds: Words<FlowKind> = {
  login: 'Login',
  silent: 'Silent login',
  logout: 'Logout',
  tokens: 'Token request',
  setup: 'Setup',
  device: 'Device login',
};

const grants: Words<Grant> = {
  code: 'code',
  implicit: 'implicit',
  hybrid: 'hybrid',
  device: 'device',
  refresh: 'refresh token',
  'client-credentials': 'client credentials',
  fedcm: 'by the browser (FedCM)',
  other: 'other grant',
  none: '',
};

/** How the second attempt differed. */
const agains: Words<Again> = {
  'private-window': 'in a private window',
  'same-window': 'once more in the same window',
};

const gaps: Words<Gap> = {
  'body-not-exposed': 'bodies are not shown to this source',
  'body-too-large': 'the body was too large to keep',
  'header-hidden': 'cookies or other headers are not in this capture',
  'fragment-not-recorded': 'this file cuts addresses at #',
  'jar-not-readable': 'the browser’s cookie jar was not readable',
  'parameters-hidden': 'the request was pushed or sealed, so its parameters are not visible',
  encrypted: 'it is encrypted',
  'redacted-input': 'the values in this file were replaced by placeholders',
  'capture-started-late': 'the recording began after the login did',
  'capture-ended-early': 'the recording ended before the login did',
  'never-finished': 'a request has no recorded end',
  'background-asleep': 'while nothing happened the recorder slept: navigations wake it, calls of a page do not',
  'not-sent': 'this is an address alone, and its request was not sent',
  'worker-restarted': 'the recorder was not listening for a moment',
  'browser-restarted': 'the browser, or Roundtrip itself, was started anew in between',
  'not-granted': 'what happens on sites without access is not seen',
  evicted: 'older requests were dropped to stay within the memory limit',
  'browser-unknown': 'the capture does not say which program sent the request',
  'times-missing': 'the file has no times',
};

const completed: Words<FlowKind> = {
  login: 'The login went through: the answer reached the app, and nothing after it says otherwise.',
  silent: 'The silent request was answered.',
  logout: 'The provider took the logout. The way back to the app is not in this recording.',
  tokens: 'The token request went through.',
  setup: 'The provider’s settings were read.',
  device: 'The device login went through.',
};

export const explain = section('explain', {
  roles,
  owners,
  outcomes,
  kinds,
  grants,
  agains,
  gaps,
  /** Program that wrote a recording; an address was written by nobody. */
  fromLink: 'an address alone, its request was not sent',
  fromUnknown: 'an unknown recorder',
  completed,
  /** `plain`: the sentence of the finding that is the cause. */
  completedBut: (plain: string) => `The login went through, but: ${plain}`,
  failed: 'The login broke off; this capture does not show why.',
  denied: 'The sign-in was cancelled.',
  superseded: 'This attempt was given up for a newer one.',
  abandoned: 'The login was left before it was finished.',
  running: 'The login is still running.',
  orphan: 'The recording began in the middle of this login, so it can not be judged as a whole.',
  endsBefore: 'The recording ends before this login does, so its end can not be told.',
  fedcmCompleted: 'The browser’s own sign-in (FedCM) got its token from the provider.',
  fedcmUnknown: 'The browser’s own sign-in (FedCM) was begun. This recording does not show that an account was chosen.',
  notBegun: {
    login: 'This login was not begun: only its address was looked at.',
    loginHealthy: 'This login was not begun: only its address was looked at, and no fault was found in it.',
    logout: 'This logout was not begun: only its address was looked at.',
    logoutHealthy: 'This logout was not begun: only its address was looked at, and no fault was found in it.',
    answer: 'Only the address of this answer was looked at: the request it answers, and what the app made of it, are not known.',
  },
  logout: {
    returned: 'The provider took the logout and sent the browser back to the app.',
    abandoned: 'The logout was left before it was finished.',
    running: 'The logout is still running. The provider may be asking whether to sign out.',
    unknown: 'This recording does not show how the logout ended. The provider may have asked the user first.',
  },
});
