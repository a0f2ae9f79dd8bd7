import type { Exchange, Headers } from '../../model/exchange.ts';
import type { Place } from '../../model/place.ts';
import { isAbort } from '../../observe/run.ts';
import { type Scene, siblings, withRole } from '../../observe/scene.ts';
import { redirectChain } from '../../read/chain.ts';
import { allowsSource, directiveOf } from '../../read/csp.ts';
import { header, headerValue } from '../../read/headers.ts';
import { addressOf, originOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

/** A login outside of the frame that begins this soon is the app's way around it. */
const fallbackMs = 60_000;

/** Chromium has one code for both headers, Firefox one for each. */
const stoppedByRule = /ERR_BLOCKED_BY_RESPONSE\b|NS_ERROR_XFO_VIOLATION|NS_ERROR_CSP_FRAME_ANCESTOR_VIOLATION/;

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
    const found = ruleOf(outcome.headers, embedder, last.request.url);
    // Files show what a frame was stopped for, not the header; a page that isolates itself stops frames in the same words.
    const said: Rule | null =
      stopped !== null && !isolatesItself(scene, embedder) ? { place: 'outcome.reason', says: `the browser says ${stopped}` } : null;
    const rule = found === 'hidden' || found === null ? (said ?? found) : found;
    if (rule === 'hidden' || (rule === null && stopped !== null)) return inconclusive('header-hidden');
    if (rule === null) return pass;
    const evidence = [at(last, rule.place), at(last, 'request.url')] as const;
    const data = {
      host: addressOf(last.request.url)?.host ?? '',
      embedder: (embedder === null ? null : addressOf(embedder)?.host) ?? 'another page',
      rule: rule.says,
    };
    if (request.prompts.includes('none')) return fail('silent', evidence, { data });
    return fail(workedAround(scene) ? 'worked-around' : 'blocked', evidence, { data });
  },
});

/** The page around the frame: it set off the frame's first request. */
function embedderOf({ request }: Exchange): string | null {
  return originOf(request.initiator ?? '') ?? originOf(headerValue(request.headers, 'referer') ?? '');
}

interface Rule {
  readonly place: Place;
  readonly says: string;
}

/** CSP Level 3: where `frame-ancestors` stands, X-Frame-Options is not read. */
function ruleOf(headers: Headers, embedder: string | null, page: string): Rule | 'hidden' | null {
  const policies = directiveOf(headers, 'frame-ancestors');
  const options = header(headers, 'x-frame-options');
  if (policies === 'hidden') return 'hidden';
  if (policies.length > 0) {
    const says = 'CSP `frame-ancestors`';
    const closed = policies.some((sources) => sources.length === 0 || sources.every((source) => /^'none'$/i.test(source)));
    const others = embedder !== null && policies.some((sources) => !allowsSource(sources, embedder, page));
    return closed || others ? { place: 'response.header.content-security-policy', says } : null;
  }
  if (options.kind === 'hidden') return 'hidden';
  const words = options.kind === 'present' ? options.all.flatMap((value) => value.split(',').map((word) => word.trim().toLowerCase())) : [];
  if (words.includes('deny')) return { place: 'response.header.x-frame-options', says: '`X-Frame-Options: DENY`' };
  if (words.includes('sameorigin') && embedder !== null && embedder !== originOf(page))
    return { place: 'response.header.x-frame-options', says: '`X-Frame-Options: SAMEORIGIN`' };
  return null;
}

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
