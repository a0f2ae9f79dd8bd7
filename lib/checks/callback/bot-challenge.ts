import type { Exchange } from '../../model/exchange.ts';
import type { Role } from '../../model/flow.ts';
import { type BotCheck, botCheckOf } from '../../observe/bot-check.ts';
import type { Scene } from '../../observe/scene.ts';
import { hostOf, readUrl } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

/** Checks that need no person are over by then; what comes later waits for one. */
const solvingMs = 10_000;

const pages: ReadonlySet<Role> = new Set(['authorization-request', 'provider', 'callback', 'callback-again', 'app']);
const calls: ReadonlySet<Role> = new Set(['pushed-request', 'token-request', 'discovery', 'device-authorization', 'registration']);
const atApp: ReadonlySet<Role> = new Set(['callback', 'callback-again', 'app']);

export const botChallenge = defineCheck({
  id: 'bot-challenge',
  category: 'callback',
  kind: 'breakage',
  tier: 'std',
  title: 'Bot check interrupted the login',
  severity: 'error',
  rank: 70,
  owner: 'provider',
  flows: ['login', 'silent', 'setup', 'tokens', 'device'],
  cites: [{ spec: 'RFC9110', section: '15.5.4' }],
  needs: [],
  messages: {
    stopped: {
      title: 'A bot check in front of {host} stopped the login (HTTP {status})',
      plain: 'A security check in front of {host} wanted to know whether you are a person, and the login did not get past it.',
      text: 'In place of {what}, {host} answered HTTP {status} with a bot check ({who}), and nothing got past it. It may not be shown, not be solvable in this browser or network, or drop what was posted.',
      fix: 'Exempt the login’s addresses (authorization endpoint, callback, token endpoint) from interactive checks. Whoever sees it can try another network, without VPN, and with scripts and cookies allowed.',
    },
    call: {
      title: 'A bot check in front of {host} answered a call that no person can answer (HTTP {status})',
      plain: 'A security check in front of {host} blocked a part of the login that runs behind the page, so it could not be finished.',
      text: 'The script’s call for {what} was answered HTTP {status} with a bot check ({who}). It is made for pages that a person looks at; a script can not solve it.',
      fix: 'Exempt this address from the check, or protect it by rate limits instead.',
    },
    asked: {
      title: 'A bot check in front of {host} waits for an answer',
      plain: 'A security check in front of {host} wants to know whether you are a person.',
      text: 'In place of {what}, {host} answered HTTP {status} with a bot check ({who}). The recording ends there.',
      fix: 'Solve it, or record for longer if it goes on by itself.',
      severity: 'info',
      owner: 'user',
    },
    passed: {
      title: 'A bot check in front of {host} was passed',
      plain: 'A security check in front of {host} looked at this login and let it through.',
      text: 'In place of {what}, {host} answered HTTP {status} with a bot check ({who}) at first; then the login went on.',
      fix: 'Where users complain about it, exempt the login’s addresses.',
      severity: 'info',
    },
  },
  // GET /authorize  → 403, cf-mitigated: challenge
  inspect(_, scene) {
    const hops = scene.steps.filter(({ exchange, role }) => isCall(exchange, role) || isPage(exchange, role));
    if (hops.length === 0) return inapplicable;
    const asked = hops.flatMap((hop) => {
      const check = botCheckOf(hop.exchange);
      return check ? [{ ...hop, check }] : [];
    });
    const open = asked.find(({ exchange, role }) => !wentOn(scene, exchange, role));
    const shown = open ?? asked[0];
    if (!shown) return hops.some(({ exchange }) => exchange.outcome.kind === 'pending') ? inconclusive('never-finished') : pass;
    const { exchange, role, check } = shown;
    const evidence = [at(exchange, check.place), at(exchange, 'request.url')] as const;
    const data = dataOf(exchange, role, check);
    const owner = atApp.has(role) ? ('app' as const) : ('provider' as const);
    if (!open) return fail('passed', evidence, { data, owner });
    if (isCall(exchange, role)) return fail('call', evidence, { data, owner });
    const again = asked.filter((other) => other.role === role && !wentOn(scene, other.exchange, other.role)).length > 1;
    return again || restedMs(scene, exchange) >= solvingMs
      ? fail('stopped', evidence, { data, owner, confidence: 'likely' })
      : fail('asked', evidence, { data });
  },
});

const isCall = ({ where }: Exchange, role: Role) => calls.has(role) && where.kind !== 'preflight';
/** The check's own scripts and calls are no pages. */
const isPage = ({ where }: Exchange, role: Role) =>
  pages.has(role) && (where.kind === 'page' || where.kind === 'frame' || where.kind === 'unknown');

/** A later hop of the same part of the login was no check any more. */
function wentOn(scene: Scene, asked: Exchange, role: Role): boolean {
  const from = scene.stage.order.get(asked.id) ?? 0;
  return scene.steps.some(({ exchange: e, role: later }) => {
    if ((scene.stage.order.get(e.id) ?? 0) <= from || botCheckOf(e)) return false;
    const { outcome } = e;
    if (outcome.kind !== 'redirected' && !(outcome.kind === 'answered' && outcome.status < 400)) return false;
    if (calls.has(role)) return later === role && readUrl(e.request.url).base === readUrl(asked.request.url).base;
    return isPage(e, later) && (!atApp.has(role) || atApp.has(later));
  });
}

/** Milliseconds the capture went on for after the check was shown. */
function restedMs({ stage }: Scene, { startedAt, durationMs }: Exchange): number {
  return stage.capture.asOf - startedAt - (durationMs ?? 0);
}

function dataOf({ request, outcome }: Exchange, role: Role, { who }: BotCheck) {
  const status = outcome.kind === 'answered' ? outcome.status : outcome.kind === 'failed' ? (outcome.status ?? 0) : 0;
  return { host: hostOf(request.url), status, who, what: whatOf(role) };
}

function whatOf(role: Role): string {
  switch (role) {
    case 'callback':
    case 'callback-again':
      return 'the app’s callback';
    case 'app':
      return 'the app’s page';
    case 'token-request':
      return 'the token endpoint';
    case 'discovery':
      return 'the provider’s settings';
    case 'pushed-request':
    case 'registration':
    case 'device-authorization':
      return 'the provider’s endpoint';
    default:
      return 'the provider’s page';
  }
}
