import type { Exchange, ExchangeId } from '../../model/exchange.ts';
import type { Flow } from '../../model/flow.ts';
import { byUser, loggedOutBetween } from '../../observe/run.ts';
import type { Stage } from '../../observe/scene.ts';
import { staged } from '../../observe/tables.ts';
import { redirectChain } from '../../read/chain.ts';
import { grouped } from '../../read/grouped.ts';
import { valueFor } from '../../read/parameters.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

const windowMs = 60_000;
const enough = 3;
const storm = 6;
/** From one answer to the next request: what a page does by itself. */
const reflexMs = 5_000;

export const loginLoop = defineCheck({
  id: 'login-loop',
  category: 'loop',
  kind: 'breakage',
  tier: 'core',
  title: 'App keeps starting new logins right after finished ones',
  severity: 'error',
  rank: 150,
  owner: 'app',
  cites: [{ spec: 'OIDCCore', section: '3.1.2.6' }],
  needs: ['request', 'authorization'],
  messages: {
    loop: {
      title: '{count} logins in {seconds} s: the app goes round in circles',
      plain: 'You are sent to sign in again and again, because the app forgets it immediately.',
      text: 'The app started {count} logins within {seconds} s, each one right after the one before had been answered.',
      fix: 'Find out why the app does not keep the result (see the findings of the single logins), and stop after a few tries with an error page.',
    },
    silent: {
      title: '{count} silent requests in {seconds} s',
      plain: 'The app asks over and over whether you are signed in.',
      text: 'The app sent {count} requests with `prompt=none` within {seconds} s. Each was answered; the app takes the answer for a reason to ask again.',
      fix: 'Take `login_required` as the answer it is: nobody is signed in. Do not reload or ask again because of it.',
    },
  },
  // three times: GET /authorize → /cb?code → / → GET /authorize
  inspect({ authorization }, scene) {
    const { alike, round } = roundsOf(scene.stage).get(scene.flow) ?? none;
    if (alike < 2) return inapplicable;
    if (scene.stage.capture.gaps.includes('times-missing')) return inconclusive('times-missing');
    const count = round.length;
    const first = round[0];
    const last = round.at(-1);
    if (!first || !last || count < (scene.flow.silent && authorization.where.kind === 'frame' ? storm : enough)) return pass;
    // One loop, one finding: on the login where it became one.
    if (round[enough - 1] !== scene.flow && !(scene.flow.silent && round[storm - 1] === scene.flow)) return pass;
    const data = { count, seconds: Math.max(1, Math.round((last.endedAt - first.startedAt) / 1000)) };
    const evidence = [
      at(authorization, 'request.url'),
      ...round.slice(0, 2).flatMap((f) => (f.request && f !== scene.flow ? [at(f.request.exchange, 'request.url')] : [])),
    ] as const;
    return scene.flow.silent ? fail('silent', evidence, { data }) : fail('loop', evidence, { data });
  },
});

/** Logins of one client that ask for the same have the same. */
function demandOf({ parent, silent, request }: Flow): string {
  const names = ['scope', 'resource', 'audience', 'acr_values', 'claims'];
  return JSON.stringify([parent, silent, ...names.map((name) => valueFor(request?.parameters ?? [], name))]);
}

interface Rounds {
  /** Logins of this client that ask for the same, this one included. */
  readonly alike: number;
  readonly round: readonly Flow[];
}

const none: Rounds = { alike: 0, round: [] };

/** The unbroken run of answered logins around each login, each begun right after the one before, without the user. */
const roundsOf = staged((stage) => {
  const rounds = new Map<Flow, Rounds>();
  for (const client of stage.byClient.values())
    for (const flows of grouped(client, demandOf).values())
      for (const round of cutIntoRounds(stage, flows)) for (const flow of round) rounds.set(flow, { alike: flows.length, round });
  return rounds;
});

function cutIntoRounds(stage: Stage, flows: readonly Flow[]): readonly (readonly Flow[])[] {
  const rounds: Flow[][] = [];
  for (const flow of flows) {
    const round = rounds.at(-1) ?? [];
    const before = round.at(-1);
    const chain = chainOf(stage, flow);
    const head = chain[0] ?? null;
    const follows =
      before?.response != null &&
      (chain.some((hop) => hop.id === before.response?.callback) ||
        ((head?.startedAt ?? flow.startedAt) >= before.response.at &&
          (head?.startedAt ?? flow.startedAt) - endOf(stage, before, head) <= reflexMs &&
          (!head || byUser(head) !== true))) &&
      inOnePlace(stage, before, flow) &&
      !leftBetween(stage, before, head) &&
      flow.startedAt - (round[0]?.startedAt ?? 0) <= windowMs;
    if (follows) round.push(flow);
    else rounds.push([flow]);
  }
  return rounds;
}

const exchangeAt = (stage: Stage, id: ExchangeId | null | undefined) => (id ? (stage.byId.get(id) ?? null) : null);

/** The redirects to a login's request. The first hop set it off; the page the user sat on before says nothing about when. */
function chainOf(stage: Stage, flow: Flow): Exchange[] {
  const asked = exchangeAt(stage, flow.request?.exchange);
  return asked ? redirectChain(stage.byId, asked) : [];
}

/** The last that was seen of a login before the next one began, which may run on from it. */
function endOf(stage: Stage, flow: Flow, next: Exchange | null): number {
  const ends = flow.steps
    .map((s) => exchangeAt(stage, s.exchange))
    .filter((e) => e !== null && (!next || e.startedAt < next.startedAt))
    .map((e) => (e ? e.startedAt + (e.durationMs ?? 0) : 0));
  return Math.max(flow.response?.at ?? 0, ...ends);
}

function leftBetween(stage: Stage, before: Flow, head: Exchange | null): boolean {
  const callback = exchangeAt(stage, before.response?.callback);
  return callback !== null && head !== null && loggedOutBetween({ stage }, callback, head);
}

function inOnePlace(stage: Stage, a: Flow, b: Flow): boolean {
  const left = exchangeAt(stage, a.request?.exchange)?.where;
  const right = exchangeAt(stage, b.request?.exchange)?.where;
  return left?.tab === right?.tab && left?.container === right?.container;
}
