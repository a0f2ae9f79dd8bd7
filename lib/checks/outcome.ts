/** How a flow ended, from what was seen and what the checks found. */
import type { Exchange } from '../model/exchange.ts';
import type { Outcome } from '../model/flow.ts';
import { isOnlyAhead } from '../observe/ahead.ts';
import { answerError, readError } from '../observe/answer.ts';
import { type BrowserLogin, browserLoginOf } from '../observe/browser-login.ts';
import { closedEarly } from '../observe/closed.ts';
import { isGivenUp, landingOf, logoutOf } from '../observe/logout.ts';
import { recoveredBy } from '../observe/recovered.ts';
import { type CallbackRun, callbackRun } from '../observe/run.ts';
import { exchangeOf, type Scene, setScene, siblings } from '../observe/scene.ts';
import { saidError } from '../observe/token-calls.ts';
import { isCustomScheme, isExtensionRedirect, isPseudoRedirect } from '../read/redirect.ts';

/** An unanswered login is given up after this (checks.md 4.4). */
const openForMs = 3_600_000;
/** What has not happened yet is not missing. */
const settleMs = 10_000;

export function outcomeOf(scene: Scene, broken: boolean): Outcome {
  const { flow } = scene;
  // What was not begun has not failed, whatever is wrong with it.
  if (flow.gaps.includes('not-sent')) return 'unknown';
  if (flow.kind === 'login' || flow.kind === 'silent') return loginOutcome(scene, broken);
  if (broken) return 'failed';
  if (flow.kind === 'logout') return logoutOutcome(scene);
  const last = scene.steps.filter((s) => s.role !== 'preflight' && s.role !== 'resource').at(-1)?.exchange;
  if (flow.kind === 'device' || flow.kind === 'tokens') {
    const token = exchangeOf(scene, flow.tokens.at(-1)?.exchange);
    if (!token) return 'unknown';
    if (flow.kind === 'device' && declined(token)) return 'denied';
    if (token.outcome.kind === 'answered')
      return token.outcome.status < 300 ? 'completed' : flow.kind === 'device' && scene.stage.capture.live ? 'in-progress' : 'unknown';
    return 'unknown';
  }
  if (!last || last.outcome.kind === 'pending') return scene.stage.capture.live ? 'in-progress' : 'unknown';
  return last.outcome.kind === 'failed' ? 'unknown' : 'completed';
}

function logoutOutcome(scene: Scene): Outcome {
  const { live, asOf } = scene.stage.capture;
  const end = logoutOf(scene)?.end;
  switch (end?.kind) {
    case 'returned': {
      const landing = landingOf(scene);
      return landing && live && landing.outcome.kind === 'pending' ? 'in-progress' : 'completed';
    }
    case 'page':
      // Where it asks first, only the next step tells.
      return end.ended ? 'completed' : live && asOf - scene.flow.endedAt < openForMs ? 'in-progress' : 'unknown';
    case 'open':
      if (isGivenUp(end.exchange)) return 'abandoned';
      return live && end.exchange.outcome.kind !== 'failed' && asOf - scene.flow.endedAt < settleMs ? 'in-progress' : 'unknown';
    default:
      return 'unknown';
  }
}

function declined(token: Exchange): boolean {
  const error = saidError(token);
  return error !== null && readError(error.code, error.description).meaning.kind === 'user';
}

function runOutcome(run: CallbackRun, scene: Scene): Outcome {
  const { stage, flow } = scene;
  const { outcome } = run.last;
  if (outcome.kind === 'pending') return stage.capture.live ? 'in-progress' : 'unknown';
  if (outcome.kind === 'failed') return 'abandoned';
  // The user is in, and may not see the page.
  if (run.breakdown === 'status' && run.at !== run.callback && run.status === 403) return 'completed';
  if (run.breakdown !== null) return 'unknown';
  // One more round of a login that was just begun again, and where its last redirect led was not recorded.
  if (outcome.kind !== 'redirected') return 'completed';
  // What the app's service worker got for it was not seen.
  if (outcome.by === 'service-worker')
    return stage.capture.live && stage.capture.asOf - flow.endedAt < settleMs ? 'in-progress' : 'unknown';
  const before = siblings(scene)[siblings(scene).indexOf(flow) - 1];
  return before && callbackRun(setScene(stage, before))?.restartedBy === flow ? 'unknown' : 'completed';
}

/** The user chooses in a window of the browser's own, which no recording shows. */
function browserOutcome({ stage, flow }: Scene, { assertion }: BrowserLogin): Outcome {
  if (assertion?.outcome.kind === 'answered') return assertion.outcome.status < 300 ? 'completed' : 'unknown';
  return stage.capture.live && stage.capture.asOf - flow.endedAt < settleMs ? 'in-progress' : 'unknown';
}

function loginOutcome(scene: Scene, broken: boolean): Outcome {
  const { flow, stage } = scene;
  const browserLogin = browserLoginOf(scene);
  if (browserLogin) return broken ? 'failed' : browserOutcome(scene, browserLogin);
  const error = answerError(scene);
  if (error?.meaning.kind === 'user') return 'denied';
  if (broken) return 'failed';
  if (error && error.meaning.kind !== 'no-session' && recoveredBy(scene)) return 'abandoned';
  const redeemed = flow.tokens.some((t) => {
    const e = exchangeOf(scene, t.exchange);
    return e?.outcome.kind === 'answered' && e.outcome.status < 300;
  });
  if (redeemed) return 'completed';
  const { live, asOf } = stage.capture;
  const recent = live && asOf - flow.endedAt < settleMs;
  const target = flow.response?.target ?? flow.request?.redirectUri ?? '';
  // Handed over to a program on this computer: the browser's part is done.
  const handedOver = isCustomScheme(target) || isPseudoRedirect(target) || isExtensionRedirect(target);
  if (flow.response && handedOver) return 'completed';
  if (flow.response) {
    const run = callbackRun(scene);
    if (run) return runOutcome(run, scene);
    return recent ? 'in-progress' : 'unknown';
  }
  const bare = exchangeOf(scene, flow.bareCallback);
  const run = callbackRun(scene);
  // Something came; only what it was is not in the capture.
  if (bare && run && !bare.request.body.seen) return runOutcome(run, scene);
  if (bare) return recent ? 'in-progress' : 'abandoned';
  if (flow.supersededBy) return 'abandoned';
  const closed = closedEarly(scene);
  if (closed) return closed.wentOn ? 'unknown' : 'abandoned';
  if (isOnlyAhead(scene)) return 'abandoned';
  if (live) return asOf - flow.endedAt < openForMs ? 'in-progress' : 'abandoned';
  const later = stage.capture.exchanges.at(-1);
  return later && later.where.kind === 'page' && later.startedAt > flow.endedAt && !flow.steps.some((s) => s.exchange === later.id)
    ? 'abandoned'
    : 'unknown';
}
