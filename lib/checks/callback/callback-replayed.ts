import type { Exchange } from '../../model/exchange.ts';
import type { AuthorizationResponse } from '../../model/flow.ts';
import { exchangeOf, type Scene, withRole } from '../../observe/scene.ts';
import { isErrorAddress } from '../../read/landing.ts';
import { valueFor } from '../../read/parameters.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

const doubleMs = 1_000;

export const callbackReplayed = defineCheck({
  id: 'callback-replayed',
  category: 'callback',
  kind: 'breakage',
  tier: 'core',
  title: 'Callback address opened more than once',
  severity: 'error',
  rank: 110,
  owner: 'user',
  cites: [
    { spec: 'RFC6749', section: '4.1.2', level: 'MUST' },
    { spec: 'RFC9700', section: '4.2.4' },
  ],
  needs: ['response', 'callback'],
  messages: {
    failed: {
      title: 'The callback was opened again ({how}) and failed',
      plain: 'The one-time return link was opened a second time ({how}), and by then it no longer worked. Start the login again.',
      text: 'The same answer was loaded {count} times. The first load was taken; the one {how} was refused, as a code works only once.',
      fix: 'Start the login again from the app’s own sign-in button. The app’s developer can spare people this: redirect away from the callback at once, so that its address never stays in the history, and send a visitor who is already signed in to the app instead of an error page.',
    },
    consumed: {
      title: 'The browser opened the callback ahead of time and used up the code',
      plain: 'The browser loaded the one-time return link in advance, so it no longer worked when you arrived.',
      text: 'The first load of the callback was a {how} (`Sec-Purpose`); the real one came after it and was refused.',
      fix: 'Answer requests with `Sec-Purpose: prefetch` on the callback with 503 and `Cache-Control: no-store`, without using the code.',
      owner: 'app',
    },
    again: {
      title: 'The callback was opened again ({how})',
      plain: 'The return link was opened again; nothing broke.',
      text: 'The same answer was loaded {count} times ({how}); {result}.',
      fix: 'Nothing has to change. Redirecting away from the callback keeps its address out of the history.',
      severity: 'info',
    },
  },
  // GET /cb?code=c  → 302, then GET /cb?code=c again  → 400
  inspect({ response, callback }, scene) {
    const key = keyOf(response);
    if (key === null) return inapplicable;
    const again = scene.flow.replays
      .filter((r) => keyOf(r) === key)
      .map((r) => exchangeOf(scene, r.callback))
      // A HEAD request asks whether the page is there.
      .filter((e): e is Exchange => e !== null && e.id !== callback.id && e.request.method !== 'HEAD');
    if (again.length === 0) return pass;
    if (isPlaceholder(key)) return inconclusive('redacted-input');
    const loads = [callback, ...again].sort((a, b) => a.startedAt - b.startedAt);
    const first = loads[0];
    if (!first) return pass;
    const failed = loads.slice(1).find((e) => wentWrong(scene, e));
    const data = { count: loads.length, how: howOf(failed ?? again[0] ?? callback, first) };
    if (!failed) {
      const stumbled = wentWrong(scene, first) || first.outcome.kind === 'failed';
      return fail('again', [at(again[0] ?? callback, 'request.url'), at(first, 'request.url')], {
        data: { ...data, result: stumbled ? 'the first load failed and a later one went through' : 'no load failed' },
      });
    }
    const evidence = [at(failed, 'response.status'), at(failed, 'request.url'), at(first, 'request.url')] as const;
    if (first.speculative) return fail('consumed', evidence, { data: { ...data, how: first.speculative } });
    // When the first load failed by itself, repeating it is a symptom and not the reason.
    return wentWrong(scene, first)
      ? fail('again', [at(failed, 'request.url'), at(first, 'request.url')], {
          data: { ...data, result: 'the first load had failed already' },
        })
      : fail('failed', evidence, { data });
  },
});

/** What makes this answer the one it is: the code, the state of an answer without one, or a JARM response that can not be opened. */
function keyOf({ parameters }: AuthorizationResponse): string | null {
  return valueFor(parameters, 'code') ?? valueFor(parameters, 'state') ?? valueFor(parameters, 'response');
}

/** The load, or what it redirected to, ended in an error. */
function wentWrong(scene: Scene, load: Exchange): boolean {
  let hop: Exchange | undefined = load;
  for (let i = 0; i < 20 && hop; i++) {
    const { outcome, id }: Exchange = hop;
    if (outcome.kind === 'answered') return outcome.status >= 400 || (hop !== load && isErrorAddress(hop.request.url));
    if (outcome.kind === 'redirected' && isErrorAddress(outcome.to)) return true;
    if (outcome.kind !== 'redirected') return false;
    hop = withRole(scene, 'app', 'callback-again').find((e) => e.previousHop === id);
  }
  return false;
}

function howOf(load: Exchange, first: Exchange): string {
  if (load.speculative) return load.speculative;
  if (load.navigation?.transition === 'reload') return 'by reloading the page';
  if (load.navigation?.qualifiers.includes('forward_back')) return 'with the Back button';
  if (load.where.tab !== null && first.where.tab !== null && load.where.tab !== first.where.tab) return 'in another tab';
  return load.startedAt - first.startedAt < doubleMs ? 'twice within a second' : laterWords(load.startedAt - first.startedAt);
}

function laterWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 120 ? `${seconds} s later` : `${Math.round(seconds / 60)} minutes later`;
}
