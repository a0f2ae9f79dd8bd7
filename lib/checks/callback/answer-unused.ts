import type { Exchange } from '../../model/exchange.ts';
import { answerError } from '../../observe/answer.ts';
import { wasConsumed } from '../../observe/consumed.ts';
import { brokeAfterAnswer, carriesCode } from '../../observe/run.ts';
import { after, exchangeOf, type Scene, siblings, withRole } from '../../observe/scene.ts';
import { readSetCookies } from '../../read/cookies.ts';
import { valueFor } from '../../read/parameters.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { sameSite } from '../../read/site.ts';
import { hostOf, readUrl } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { absentAt, at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

/** Pages that redeem a code do so as soon as their script runs. */
const patienceMs = 6_000;
/** The same in a file, which ends when somebody saved it. */
const fileMs = 3_000;

export const answerUnused = defineCheck({
  id: 'answer-unused',
  category: 'callback',
  kind: 'breakage',
  tier: 'std',
  title: 'Page got the answer and never asked for tokens',
  severity: 'error',
  rank: 137,
  owner: 'app',
  cites: [{ spec: 'RFC6749', section: '4.1.3' }],
  needs: ['response', 'callback'],
  messages: {
    known: {
      title: 'The page got the answer and did not redeem it this time',
      plain: 'The provider did its part: the answer reached the app’s page, and the page did nothing with it.',
      text: 'The callback page at {host} loaded with a code, and no token request followed. In another login of this recording, the same app sent one from its page.',
      fix: 'Open the page’s console: an error before the library runs, a router that changes the address first, or a redirect page without the library’s script all leave the code unread.',
    },
    expected: {
      title: 'The page got the answer, and no token request followed',
      plain: 'The answer of the provider reached the app’s page; what the page did with it can not be seen.',
      text: 'A page of the app had asked for the provider’s metadata, as apps do that redeem codes themselves. The callback page at {host} loaded with a code, and no token request followed. Apps whose server takes the code by another way look the same.',
      fix: 'If the app runs in the browser alone: does the callback page hold the library’s script, and does it run before a router changes the address?',
      severity: 'warning',
    },
  },
  // GET /cb?code=c → 200, and nothing more
  inspect({ response, callback }, scene) {
    const code = valueFor(response.parameters, 'code');
    const { outcome } = callback;
    if (code === null || answerError(scene)) return inapplicable;
    if (outcome.kind === 'pending') return inconclusive('never-finished');
    if (outcome.kind !== 'answered' || outcome.status >= 400 || callback.where.kind === 'fetch') return inapplicable;
    if (brokeAfterAnswer(scene) || scene.flow.kind === 'silent') return inapplicable;
    const known = siblings(scene).some((other) => other !== scene.flow && redeems(scene, other));
    if (!known && !askedByPage(scene, callback)) return inapplicable;
    if (withRole(scene, 'token-request').length > 0 || wasConsumed(scene)) return pass;
    if (isPlaceholder(code)) return inconclusive('redacted-input');
    const set = readSetCookies(outcome.headers, callback.startedAt);
    // A server that sets a cookie here has looked at the answer.
    if (set !== 'hidden' && set.length > 0) return pass;
    // The user closed it: nobody knows what it would have done.
    if (callback.navigation?.closedAt != null) return inapplicable;
    const { capture } = scene.stage;
    const later = [...after(scene, callback, Number.POSITIVE_INFINITY)];
    if (later.some((e) => carriesCode(scene, e) || isNextPage(e, callback))) return pass;
    const end = callback.startedAt + (callback.durationMs ?? 0);
    const last = capture.live ? capture.asOf : Math.max(end, ...later.map((e) => e.startedAt));
    if (last - end < (capture.live ? patienceMs : fileMs)) return inconclusive('capture-ended-early');
    if (set === 'hidden') return inconclusive('header-hidden');
    // Nothing names a token endpoint that may not be looked at.
    if (capture.gaps.includes('not-granted')) return inconclusive('not-granted');
    const data = { host: hostOf(callback.request.url) };
    return known
      ? fail('known', [at(callback, 'request.url')], { data, confidence: 'likely' })
      : fail('expected', [at(callback, 'request.url'), absentAt(callback, 'response.header.set-cookie')], { data, confidence: 'possible' });
  },
});

/** A login whose code this browser redeemed, at the same callback. */
function redeems({ flow, stage }: Scene, other: Scene['flow']): boolean {
  const target = flow.response?.target;
  if (!target || !other.response?.target || readUrl(other.response.target).base !== readUrl(target).base) return false;
  return other.tokens.some(({ exchange, grantType }) => {
    const sent = stage.byId.get(exchange);
    return grantType === 'authorization_code' && sent?.outcome.kind === 'answered' && sent.outcome.status < 300;
  });
}

/** The provider's metadata was fetched by a page of the app. */
function askedByPage(scene: Scene, callback: Exchange): boolean {
  return scene.flow.metadata.some((id) => {
    const exchange = exchangeOf(scene, id);
    const by = exchange?.request.initiator ?? null;
    return exchange?.where.kind === 'fetch' && by !== null && sameSite(by, callback.request.url);
  });
}

/** The page led on: what it did with the answer before is its own affair. */
function isNextPage({ where }: Exchange, callback: Exchange): boolean {
  return where.kind === 'page' && where.tab === callback.where.tab;
}
