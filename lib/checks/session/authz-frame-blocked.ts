import type { Exchange, Headers } from '../../model/exchange.ts';
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
    if (outcome.kind === 'failed' && !/BLOCKED_BY_RESPONSE|XFO|FRAME_ANCESTOR/i.test(outcome.reason) && !isAbort(outcome.reason))
      return inapplicable;
    const embedder = embedderOf(authorization);
    const rule = ruleOf(outcome.headers, embedder, last.request.url);
    if (rule === 'hidden') return inconclusive('header-hidden');
    if (rule === null) return pass;
    const evidence = [at(last, `response.header.${rule.header}`), at(last, 'request.url')] as const;
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
  readonly header: 'content-security-policy' | 'x-frame-options';
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
    return closed || others ? { header: 'content-security-policy', says } : null;
  }
  if (options.kind === 'hidden') return 'hidden';
  const words = options.kind === 'present' ? options.all.flatMap((value) => value.split(',').map((word) => word.trim().toLowerCase())) : [];
  if (words.includes('deny')) return { header: 'x-frame-options', says: '`X-Frame-Options: DENY`' };
  if (words.includes('sameorigin') && embedder !== null && embedder !== originOf(page))
    return { header: 'x-frame-options', says: '`X-Frame-Options: SAMEORIGIN`' };
  return null;
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
