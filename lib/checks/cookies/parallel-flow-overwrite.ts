import type { Exchange } from '../../model/exchange.ts';
import type { Flow } from '../../model/flow.ts';
import { cookieStory, type TransactionCookie } from '../../observe/cookies.ts';
import { callbackRun } from '../../observe/run.ts';
import { exchangeOf, type Scene, siblings, underWay } from '../../observe/scene.ts';
import { sameStore } from '../../observe/store.ts';
import { redirectChain } from '../../read/chain.ts';
import { valueFor } from '../../read/parameters.ts';
import { readUrl } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const parallelFlowOverwrite = defineCheck({
  id: 'parallel-flow-overwrite',
  category: 'cookies',
  kind: 'breakage',
  tier: 'core',
  title: 'Second login start overwrote the first one’s cookie',
  severity: 'error',
  rank: 93,
  owner: 'app',
  cites: [
    { spec: 'RFC9700', section: '4.7' },
    { spec: 'Cookies', section: '' },
  ],
  needs: ['response', 'callback'],
  messages: {
    overwritten: {
      title: 'Another login overwrote this one’s cookie',
      plain: 'Two logins were running at once, and the second one erased the first one’s note.',
      text: 'This login stored `{cookie}`. Before its answer came, another start of the same app ({flow}{trigger}) set the same cookie to another value; the callback carried that one and the app then failed.',
      fix: 'Give every pending login its own cookie (the state in the cookie’s name, with a cap), and do not start logins for background requests, icons or prefetches.',
    },
    'overwritten-by-call': {
      title: 'A second start of the login overwrote this one’s cookie',
      plain: 'Something on the page started a second login in the background, and that erased the first one’s note.',
      text: 'This login stored `{cookie}`. Before its answer came, {what} of the same app was sent to a login of its own and set the same cookie to another value; the callback carried that one and the app then failed.',
      fix: 'Answer background calls of a visitor who is not signed in with 401 instead of a redirect to the login, and give every pending login its own cookie.',
    },
    deleted: {
      title: 'Another login deleted this one’s cookie',
      plain: 'Two logins were running at once, and finishing one erased the other one’s note.',
      text: 'This login stored `{cookie}`. Before its answer came, another login of the same app ({flow}) deleted it; the callback came without it and the app then failed.',
      fix: 'Give every pending login its own cookie, and delete only that one at its callback.',
    },
    'one-slot': {
      title: 'Two logins of this app overlapped, and the app may keep only one',
      plain: 'Two logins were running at once; the app may have kept only the newer one.',
      text: 'Another login of the same app ({flow}{trigger}) began before this one was answered. The state came back unchanged, and the app failed all the same: it may hold one pending login per session, and the newer one replaced this.',
      fix: 'Keep one entry per `state` in the session.',
    },
    'overwritten-unharmed': {
      title: 'Another login overwrote a cookie of this one',
      plain: 'Two logins were running at once and used the same note; it went well this time.',
      text: 'This login stored `{cookie}`; another start of the same app ({flow}{trigger}) set it to another value before the answer came.',
      fix: 'Give every pending login its own cookie.',
      severity: 'info',
    },
  },
  // /login sets state=A, /login sets state=B, GET /cb?state=A with Cookie: state=B
  inspect({ callback }, scene) {
    const rivals = rivalsOf(scene);
    const told = cookieStory(scene);
    const run = callbackRun(scene);
    const broke = run?.breakdown != null;
    if (told.kind === 'told') {
      for (const entry of told.story.transaction) {
        const by = entry.withheld?.kind === 'overwritten' || entry.withheld?.kind === 'deleted' ? entry.withheld : null;
        if (!by || entry.fate === 'sent') continue;
        const rival = rivalBehind(scene, by.by);
        const starter = rival ? null : lostStart(scene, by.by);
        if (!rival && starter && by.kind === 'overwritten' && broke)
          return fail(
            'overwritten-by-call',
            [at(callback, `request.cookie.${entry.cookie.name}`), at(starter, `response.cookie.${entry.cookie.name}`)],
            {
              data: {
                cookie: entry.cookie.name,
                what:
                  starter.where.kind === 'fetch'
                    ? 'a background call'
                    : starter.where.kind === 'resource'
                      ? 'an image, icon or script'
                      : 'another page',
              },
              confidence: 'likely',
            },
          );
        if (!rival) continue;
        const place = `request.cookie.${entry.cookie.name}` as const;
        const evidence = [
          entry.fate === 'missing' ? { ...at(callback, place), absent: true as const } : at(callback, place),
          at(by.by, `response.cookie.${entry.cookie.name}`),
          at(entry.setBy, `response.cookie.${entry.cookie.name}`),
        ] as const;
        const data = { cookie: entry.cookie.name, flow: rival.id, trigger: triggerOf(scene, rival) };
        if (!broke) return fail('overwritten-unharmed', evidence, { data });
        return by.kind === 'deleted' ? fail('deleted', evidence, { data, confidence: 'likely' }) : fail('overwritten', evidence, { data });
      }
    }
    const newer = rivals.find((other) => other.startedAt > scene.flow.startedAt);
    if (!newer)
      return told.kind === 'hidden' && rivals.length > 0 ? inconclusive('header-hidden') : rivals.length > 0 ? pass : inapplicable;
    const stateKept = scene.flow.request?.state?.value === scene.flow.response?.parameters.find((p) => p.name === 'state')?.value;
    if (
      run?.breakdown === 'status' &&
      run.at === callback &&
      (run.status ?? 0) < 500 &&
      stateKept &&
      !anyLost(told.kind === 'told' ? told.story.transaction : [])
    ) {
      return fail('one-slot', [at(callback, 'response.status'), at(newer.request?.exchange ?? callback, 'request.url')], {
        confidence: 'possible',
        data: { flow: newer.id, trigger: triggerOf(scene, newer) },
      });
    }
    return told.kind === 'hidden' && broke ? inconclusive('header-hidden') : pass;
  },
});

const anyLost = (transaction: readonly TransactionCookie[]) => transaction.some((t) => t.fate === 'missing');

/** The same request once more, from a cache or a bookmark: not a second login beside this one. */
function repeats(scene: Scene, other: Flow): boolean {
  const mine = scene.flow.request?.state?.value;
  return mine !== undefined && mine === other.request?.state?.value;
}

/** Logins of the same app that waited for their answer while this one did, in the same cookie jar. */
function rivalsOf(scene: Scene): readonly Flow[] {
  const { flow } = scene;
  const mine = exchangeOf(scene, flow.request?.exchange);
  if (mine === null) return [];
  return underWay(scene, flow.startedAt, flow.response?.at ?? Number.POSITIVE_INFINITY).filter((other) => {
    const theirs = exchangeOf(scene, other.request?.exchange);
    return other !== flow && !repeats(scene, other) && theirs !== null && sameStore(mine, theirs);
  });
}

/** A start whose request was never sent, as browsers keep a page's calls from following it to another site. */
function lostStart(scene: Scene, id: Parameters<typeof exchangeOf>[1]): Exchange | null {
  const exchange = exchangeOf(scene, id);
  if (exchange?.outcome.kind !== 'redirected') return null;
  return valueFor(readUrl(exchange.outcome.to).query, 'client_id') === scene.flow.clientId && scene.flow.clientId !== null
    ? exchange
    : null;
}

/** The login whose hop set or deleted the cookie. */
function rivalBehind(scene: Scene, id: Parameters<typeof exchangeOf>[1]): Flow | null {
  return (
    siblings(scene).find(
      (other) =>
        other !== scene.flow &&
        !repeats(scene, other) &&
        other.steps.some((step) => step.exchange === id && (step.role === 'start' || step.role === 'callback' || step.role === 'app')),
    ) ?? null
  );
}

function triggerOf(scene: Scene, flow: Flow): string {
  const asked = exchangeOf(scene, flow.request?.exchange);
  // The hop its redirects began with: pages that loaded shortly before may belong to another login.
  const [first] = asked ? redirectChain(scene.stage.byId, asked) : [];
  if (!first) return '';
  if (first.speculative) return `, a ${first.speculative} by the browser`;
  if (first.where.kind === 'fetch') return ', a background call';
  if (first.where.kind === 'resource') return ', an image, icon or script';
  const mine = exchangeOf(scene, scene.flow.request?.exchange)?.where.tab ?? null;
  return first.where.tab !== null && mine !== null && first.where.tab !== mine ? ', in another tab' : '';
}
