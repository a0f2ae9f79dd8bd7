import { wasConsumed } from '../../observe/consumed.ts';
import { cookieStory } from '../../observe/cookies.ts';
import { brokeAfterAnswer, callbackRun } from '../../observe/run.ts';
import { begunBetween, exchangeOf, siblings } from '../../observe/scene.ts';
import { sameStore } from '../../observe/store.ts';
import { withState } from '../../observe/tables.ts';
import { defineCheck } from '../define.ts';
import { atParameter, fail, inapplicable, inconclusive, pass } from '../verdict.ts';
import { compareStates, mayBelongElsewhere } from './compare.ts';

export const stateMismatch = defineCheck({
  id: 'state-mismatch',
  category: 'state',
  kind: 'breakage',
  tier: 'core',
  title: 'Returned state differs from the state sent',
  severity: 'error',
  rank: 92,
  owner: 'app',
  cites: [
    { spec: 'RFC6749', section: '4.1.2', level: 'MUST' },
    { spec: 'RFC9700', section: '4.7', level: 'MUST' },
  ],
  needs: ['request', 'response'],
  messages: {
    changed: {
      title: 'The state that came back is not the one that was sent',
      plain: 'The provider’s answer carries a different ticket number than the one this login started with, so the app has to refuse it.',
      text: 'The request sent one `state`, the answer carries another. No flow in this capture sent the value that came back, and no encoding mistake turns one into the other.',
      fix: 'Find the hop that put in the other value: a proxy or script that rewrites the URL, a bookmarked or re-opened callback, a provider that keeps one `state` for several logins. Keep refusing the answer until then.',
    },
    accepted: {
      title: 'The app accepted an answer with another state',
      plain:
        'The provider’s answer carried a different ticket number than the one this login started with, and the app took it all the same.',
      text: 'The request sent one `state`, the answer carries another, and the app went on: it does not compare them. Anyone can plant a login answer of their own in this app.',
      fix: 'Compare the returned `state` with the one that was sent, and refuse an answer that differs. Then find the hop that put in the other value.',
      kind: 'leak',
    },
    'other-login': {
      title: 'The answer carries the state of another login',
      plain: 'The answer belongs to another login attempt in this browser, so the app has to refuse it here.',
      text: 'The `state` in the answer was sent by another login of the same app, {flow}, not by this one.',
      fix: 'Keep the pending logins apart: one stored entry per `state`, not one slot for all. At the provider, keep one sign-in transaction per authorization request.',
    },
    'other-tab': {
      title: 'The answer arrived in another tab than the login began in',
      plain: 'The login began in one tab and ended in another one that knows nothing of it, so the app refused it.',
      text: 'The `state` is the right one, but it was delivered in a different tab than the one that sent the request, and the app then failed. What the app keeps per tab (sessionStorage) is not there.',
      fix: 'Keep the pending login where every tab of the app finds it (a cookie or localStorage, keyed by `state`), or start the login again when it is missing.',
      // A cookie that was set and did not come back is seen; what a page keeps per tab is not.
      rank: 107,
    },
    stale: {
      title: 'The answer belongs to an earlier attempt that was given up',
      plain: 'You finished an older sign-in page after a newer attempt had begun, so the app no longer expected this answer.',
      text: 'The `state` was sent by an earlier attempt. A newer one of the same app replaced it ({flow}) before this answer came, and the app then failed.',
      fix: 'Accept every pending `state` until it expires, or send the user back to a fresh login instead of an error page.',
    },
    literal: {
      title: 'A word stands where the state should be',
      plain: 'The ticket number of this login was lost on the way and a filler word came back instead.',
      text: 'The answer’s `state` is the word `{word}`, not the value that was sent: somewhere a missing value was turned into text.',
      fix: 'Look at the hop that builds the redirect: it reads `state` from a place where it is not set.',
      owner: 'provider',
    },
    unexpected: {
      title: 'A state came back that was never sent',
      plain: 'The answer carries a ticket number although this login had none.',
      text: 'The request sent no `state`, yet the answer has one.',
      fix: 'Find out which hop added it. A client that compares strictly will refuse this answer.',
      severity: 'warning',
    },
  },
  // GET /authorize?state=sent  → 302 /cb?state=other
  inspect({ request, response }, scene) {
    const compared = compareStates(request, response);
    const elsewhere = mayBelongElsewhere(scene, request, response);
    switch (compared.kind) {
      case 'unreadable':
        return inconclusive('redacted-input');
      case 'none':
        return request.hidden ? inconclusive(request.hidden) : inapplicable;
      case 'dropped':
      case 'altered':
        return inapplicable;
      case 'unasked':
        if (elsewhere) return inconclusive(elsewhere);
        if (request.hidden) return inconclusive(request.hidden);
        // A strict client refuses it, and then it is why the login failed.
        return brokeAfterAnswer(scene)
          ? fail('unexpected', [atParameter(compared.returned)], { severity: 'error', confidence: 'likely' })
          : fail('unexpected', [atParameter(compared.returned)]);
      case 'different': {
        const { sent, returned } = compared;
        const evidence = [atParameter(returned), atParameter(sent)] as const;
        if (/^(?:null|undefined|none|nil|nan|\[object object\])$/i.test(returned.value))
          return fail('literal', evidence, { data: { word: returned.value.toLowerCase() } });
        const other = withState(scene.stage, returned.value).find((f) => f !== scene.flow);
        // An app that looks its pending logins up by `state` takes it in whichever tab it comes.
        if (other)
          return brokeAfterAnswer(scene) ? fail('other-login', evidence, { data: { flow: other.id }, confidence: 'likely' }) : pass;
        if (elsewhere) return inconclusive(elsewhere);
        if (wasConsumed(scene)) return fail('accepted', evidence, { confidence: 'likely' });
        // Only one flow can own this answer, or the pairing itself is a guess.
        const rivals = siblings(scene).filter((f) => f !== scene.flow && !f.response && !f.silent && f.startedAt < response.at);
        return fail('changed', evidence, { confidence: rivals.length === 0 ? 'certain' : 'likely' });
      }
      case 'equal': {
        const run = callbackRun(scene);
        const { sent, returned } = compared;
        // An app that goes on to redeem the code has taken the state.
        if (!run?.breakdown || run.breakdown === 'token') return pass;
        const newer = supersededBy(scene);
        if (newer) return fail('stale', [atParameter(returned), atParameter(sent)], { confidence: 'likely', data: { flow: newer } });
        const began = exchangeOf(scene, request.exchange);
        // What stands in no other tab stands in no other container either: container-switch tells that.
        if (began && !sameStore(began, run.callback)) return pass;
        const asked = began?.where.tab ?? null;
        const { tab, opener, kind } = run.callback.where;
        if (asked !== null && tab !== null && asked !== tab && opener !== asked && kind === 'page')
          return fail('other-tab', [atParameter(returned), atParameter(sent)], { confidence: 'likely' });
        return pass;
      }
    }
  },
});

/**
 * A newer attempt of the same client that the user began in the same tab before this answer came. Where the source knows no
 * tabs, two tabs look the same: an overwritten cookie is then the better explanation (parallel-flow-overwrite).
 */
function supersededBy(scene: Parameters<typeof callbackRun>[0]): string | null {
  const { flow } = scene;
  const asked = exchangeOf(scene, flow.request?.exchange);
  const newer = begunBetween(scene, asked?.startedAt ?? 0, flow.response?.at ?? 0).find((other) => {
    if (other === flow || other.silent || !other.request || other.parent !== flow.parent) return false;
    const began = exchangeOf(scene, other.request.exchange);
    return (
      began !== null &&
      asked !== null &&
      began.where.kind !== 'resource' &&
      began.where.kind !== 'fetch' &&
      began.startedAt > asked.startedAt &&
      began.startedAt < (flow.response?.at ?? 0) &&
      began.where.tab === asked.where.tab &&
      (other.response === null || flow.supersededBy === other.id)
    );
  });
  if (!newer) return null;
  const told = asked?.where.tab === null ? cookieStory(scene) : null;
  return told?.kind === 'told' && told.story.transaction.some((t) => t.withheld?.kind === 'overwritten') ? null : newer.id;
}
