/** All scenarios, in the order in which the playground lists them. Adding one is a line in its family's file. */
import type { Scenario } from '../model.ts';
import { answers } from './answers.ts';
import { auditorAnswers } from './auditor-answers.ts';
import { auditorRequests } from './auditor-requests.ts';
import { browserRules } from './browser-rules.ts';
import { callbacks } from './callbacks.ts';
import { cookies } from './cookies.ts';
import { crossings } from './crossings.ts';
import { healthyBrowser } from './healthy-browser.ts';
import { healthyOther } from './healthy-other.ts';
import { healthyServer } from './healthy-server.ts';
import { healthyUser } from './healthy-user.ts';
import { logouts } from './logout.ts';
import { redirectLost } from './redirect-lost.ts';
import { redirectUri } from './redirect-uri.ts';
import { requestMistakes } from './request-mistakes.ts';
import { requests } from './requests.ts';
import { sessions } from './sessions.ts';
import { silentScenarios } from './silent.ts';
import { size } from './size.ts';
import { state } from './state.ts';
import { stateMixedUp } from './state-mixed-up.ts';
import { tokenEndpoint } from './token-endpoint.ts';
import { tokenPlacement } from './token-placement.ts';
import { transport } from './transport.ts';
import { windows } from './windows.ts';
import { worksBut } from './works-but.ts';

export const scenarios: readonly Scenario[] = [
  ...healthyServer,
  ...healthyBrowser,
  ...healthyUser,
  ...healthyOther,
  ...windows,
  ...worksBut,
  ...state,
  ...stateMixedUp,
  ...redirectUri,
  ...redirectLost,
  ...size,
  ...tokenPlacement,
  ...silentScenarios,
  ...cookies,
  ...browserRules,
  ...sessions,
  ...requests,
  ...requestMistakes,
  ...answers,
  ...callbacks,
  ...transport,
  ...tokenEndpoint,
  ...logouts,
  ...crossings,
  ...auditorAnswers,
  ...auditorRequests,
];

// Checks no scenario provokes:
// - extension-interference: no server can do that; test/e2e/beside.ts brings a second extension.
// - fedcm-failed: the account is chosen in a window of the browser's own, which nothing here can drive; its source are files.
