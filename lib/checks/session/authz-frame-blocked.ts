import { embedderOf, type FrameRule, frameRule, stoppedByRule } from '../../observe/framing.ts';
import { isAbort } from '../../observe/run.ts';
import { type Scene, siblings, withRole } from '../../observe/scene.ts';
import { redirectChain } from '../../read/chain.ts';
import { headerValue } from '../../read/headers.ts';
import { addressOf, hostOf, originOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

/** A login outside of the frame that begins this soon is the app's way around it. */
const fallbackMs = 60_000;

export const authzFrameBlocked = defineCheck({
  id: 'authz-frame-blocked',
  category: 'session',
  kind: 'breakage',
  tier: 'std',
  title: 'Provider’s page refuses to be shown in a frame',
  severity: 'error',
  rank: 21,
  owner: 'app',
  cites: [
    { spec: 'RFC9700', section: '4.16' },
    { spec: 'CSP', section: 'frame-ancestors' },
  ],
  needs: ['request', 'authorization'],
  messages: {
    blocked: {
      title: 'The page of {host} refuses to be shown inside another page',
      plain: 'The sign-in page may not be shown inside another page, so you see an empty box instead of it.',
      text: 'The login was opened in a frame of {embedder}. The page of {host} forbids that ({rule}), and browsers obey.',
      fix: 'Open the login as a full page or in a popup. Providers forbid frames to keep others from laying something over their buttons; only one that offers embedding can allow this site.',
    },
    silent: {
      title: 'The silent request ended on a page that refuses to be framed',
      plain: 'The app asked quietly whether you are signed in; the provider wanted to show a page instead, which it may not there.',
      text: 'A request with `prompt=none` in a frame of {embedder} ended on a page of {host} that forbids frames ({rule}). Its script can not run, so the app gets no answer and waits in vain.',
      fix: 'Give silent requests up after a few seconds, and start a visible login. See why the provider shows a page where an error should come back.',
      severity: 'info',
      owner: 'provider',
    },
    'worked-around': {
      title: 'The frame was refused, the login in a window of its own went through',
      plain: 'The sign-in page may not be shown inside another page; the app then opened it by itself.',
      text: 'The page of {host} forbids frames ({rule}). A login outside of the frame followed and was answered.',
      fix: 'Leave the frame out.',
      severity: 'info',
    },
  },
  // frame: GET /authorize  → 200, X-Frame-Options: DENY
  inspect({ request, authorization }, scene) {
    if (authorization.where.kind !== 'frame') return inapplicable;
    // Where its redirects end. Pages have frames of their own, which are nobody's business here.
    const last = withRole(scene, 'authorization-request', 'provider').findLast((e) =>
      redirectChain(scene.stage.byId, e).some((hop) => hop.id === authorization.id),
    );
    if (!last) return inapplicable;
    // What the page led to shows that it was there.
    if (scene.flow.response || scene.flow.bareCallback || scene.flow.tokens.length > 0) return pass;
    const { outcome } = last;
    if (outcome.kind === 'pending') return inconclusive('never-finished');
    if (outcome.kind === 'redirected') return inapplicable;
    const stopped = outcome.kind === 'failed' ? (stoppedByRule.exec(outcome.reason)?.[0] ?? null) : null;
    if (outcome.kind === 'failed' && stopped === null && !isAbort(outcome.reason)) return inapplicable;
    const embedder = embedderOf(authorization);
    const found = frameRule(outcome.headers, embedder, last.request.url);
    // Files show what a frame was stopped for, not the header; a page that isolates itself stops frames in the same words.
    const said: FrameRule | null =
      stopped !== null && !isolatesItself(scene, embedder) ? { place: 'outcome.reason', says: `the browser says ${stopped}` } : null;
    const rule = found === 'hidden' || found === null ? (said ?? found) : found;
    if (rule === 'hidden' || (rule === null && stopped !== null)) return inconclusive('header-hidden');
    if (rule === null) return pass;
    const evidence = [at(last, rule.place), at(last, 'request.url')] as const;
    const data = {
      host: hostOf(last.request.url),
      embedder: (embedder === null ? null : addressOf(embedder)?.host) ?? 'another page',
      rule: rule.says,
    };
    if (request.prompts.includes('none')) return fail('silent', evidence, { data });
    return fail(workedAround(scene) ? 'worked-around' : 'blocked', evidence, { data });
  },
});

/** Cross-Origin-Embedder-Policy: the page around the frame lets nothing in that does not ask for it. */
function isolatesItself({ stage }: Scene, embedder: string | null): boolean {
  return stage.capture.exchanges.some(
    ({ where, request, outcome }) =>
      where.kind === 'page' &&
      outcome.kind === 'answered' &&
      originOf(request.url) === embedder &&
      /require-corp|credentialless/i.test(headerValue(outcome.headers, 'cross-origin-embedder-policy') ?? ''),
  );
}

function workedAround(scene: Scene): boolean {
  return siblings(scene).some(
    (other) =>
      !other.silent &&
      other.startedAt >= scene.flow.startedAt &&
      other.startedAt - scene.flow.endedAt <= fallbackMs &&
      other.response !== null &&
      !other.response.parameters.some((p) => p.name === 'error'),
  );
}
