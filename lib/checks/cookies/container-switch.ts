import type { Where } from '../../model/exchange.ts';
import { cookieStory } from '../../observe/cookies.ts';
import { callbackRun } from '../../observe/run.ts';
import { exchangeOf, withRole } from '../../observe/scene.ts';
import { sameStore } from '../../observe/store.ts';
import { first } from '../../read/parameters.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const containerSwitch = defineCheck({
  id: 'container-switch',
  category: 'cookies',
  kind: 'breakage',
  tier: 'ext',
  title: 'Login began and ended in different containers',
  severity: 'error',
  rank: 89,
  owner: 'user',
  cites: [
    { spec: 'Cookies', section: '' },
    { spec: 'RFC9700', section: '4.7' },
  ],
  needs: ['request', 'response', 'callback'],
  messages: {
    switched: {
      title: 'The login began in {here}, and its answer arrived in {there}',
      plain: 'You began to sign in in {here} and came back in {there}, where the website knows nothing of it.',
      text: 'The login was begun in {here}; the answer to it, with exactly its `state`, was opened in {there}. Cookies are kept apart there: the app could not find the login that it had begun, and failed.',
      fix: 'Begin and finish in the same place. Assign app and provider to the same container, or take the rule “always open in this container” off the provider. The app can offer a fresh start instead of an error.',
    },
    'switched-unharmed': {
      title: 'The login began in {here}, and its answer arrived in {there}',
      plain: 'You began to sign in in {here} and came back in {there}. It went well all the same.',
      text: 'The login was begun in {here}; the answer to it, with exactly its `state`, was opened in {there}, which has cookies of its own. The app took it: it does not tie a login to the browser that began it, or finds it by `state` alone. Then an answer that somebody else began works, too.',
      fix: 'Nothing for this login. In the app: bind `state` to the browser that began the login, with a cookie.',
      severity: 'info',
      kind: 'remark',
    },
  },
  // [container personal] GET /authorize?state=s  → [container work] GET /cb?state=s
  inspect({ request, response, callback }, scene) {
    const returned = first(response.parameters, 'state');
    // Nothing else says for certain that it is this login's answer and not another one's.
    if (!request.state || returned?.value !== request.state.value) return inapplicable;
    const [began] = withRole(scene, 'start', 'authorization-request');
    if (!began || began.where.container === null || callback.where.container === null) return inapplicable;
    // An extension for containers stops what it opens elsewhere: the app got the answer there.
    const arrivals = [callback, ...scene.flow.replays.map((replay) => exchangeOf(scene, replay.callback))];
    if (arrivals.some((arrival) => arrival && arrival.outcome.kind !== 'failed' && sameStore(arrival, began))) return pass;
    if (callback.outcome.kind === 'failed') return sameStore(callback, began) ? pass : inconclusive('never-finished');
    const run = callbackRun(scene);
    if (callback.outcome.kind === 'pending' || !run) return inconclusive('never-finished');
    const evidence = [
      at(callback, 'request.url'),
      at(began, 'request.url'),
      { exchange: returned.exchange, place: returned.place },
    ] as const;
    const data = { here: nameOf(began.where), there: nameOf(callback.where, began.where) };
    const told = cookieStory(scene);
    const arrived = told.kind === 'told' && told.story.transaction.some((cookie) => cookie.fate === 'sent');
    if (run.breakdown === null || arrived) return fail('switched-unharmed', evidence, { data });
    return fail('switched', evidence, { data, confidence: told.kind === 'told' ? 'certain' : 'likely' });
  },
});

/** Firefox numbers its containers; what lies in none has a name of its own. */
const outside: ReadonlySet<string> = new Set(['firefox-default', 'firefox-private']);

function nameOf({ container }: Where, other?: Where): string {
  if (outside.has(container ?? '')) return 'an ordinary tab';
  return other && !outside.has(other.container ?? '') ? 'another container' : 'a container';
}
