/** Signs that the app took the answer: then a wrong place or method did not matter. */

import { formOf } from '../read/body.ts';
import { isLoginName, readSetCookies } from '../read/cookies.ts';
import { valueFor } from '../read/parameters.ts';
import { callbackRun } from './run.ts';
import { observed, type Scene, withRole } from './scene.ts';

export const wasConsumed: (scene: Scene) => boolean = observed((scene) => {
  const run = callbackRun(scene);
  if (run?.breakdown != null) return false;
  const code = valueFor(scene.flow.response?.parameters ?? [], 'code');
  const redeemed = withRole(scene, 'token-request').some(
    (e) => e.outcome.kind === 'answered' && e.outcome.status < 300 && (code === null || valueFor(formOf(e.request.body), 'code') === code),
  );
  if (redeemed) return true;
  if (!run) return false;
  const { outcome } = run.callback;
  if (outcome.kind !== 'answered' && outcome.kind !== 'redirected') return false;
  // "Use the answer, set a session, go on" is how a server says that it did.
  if (outcome.kind === 'redirected' && run.chain.length > 1) return true;
  const set = readSetCookies(outcome.headers, run.callback.startedAt);
  return set !== 'hidden' && set.some((cookie) => !cookie.deletes && isLoginName(cookie.name));
});
