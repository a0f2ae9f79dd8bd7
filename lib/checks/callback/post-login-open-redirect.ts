import type { Evidence } from '../../model/place.ts';
import { answerError } from '../../observe/answer.ts';
import { credentials } from '../../observe/credentials.ts';
import { partySites } from '../../observe/parties.ts';
import { callbackRun } from '../../observe/run.ts';
import { isClientHost, type Scene, withRole } from '../../observe/scene.ts';
import { staged } from '../../observe/tables.ts';
import { addressesIn } from '../../read/addresses-in.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { siteOf } from '../../read/site.ts';
import { addressOf, decodePercent, hostOf, originOf, readUrl } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { at, atParameter, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const postLoginOpenRedirect = defineCheck({
  id: 'post-login-open-redirect',
  category: 'callback',
  kind: 'weakness',
  tier: 'ext',
  title: 'After login the app forwards to an address taken from the URL',
  severity: 'warning',
  rank: 926,
  owner: 'app',
  cites: [
    { spec: 'RFC9700', section: '4.11.1', level: 'MUST' },
    { spec: 'RFC6819', section: '4.2.4' },
  ],
  needs: ['response'],
  messages: {
    forwards: {
      title: 'After the login the app sends the browser on to {host}, as {where} said',
      plain: 'After signing in, the app sent you on to another website whose address was part of the login link.',
      text: 'The app’s redirect after the login leads to {host}, which has no part in this login. The same address stands in {where}, where anybody who makes a login link can write it. Whether the app compares it with a list can not be seen from one login; if it takes any address, the login of a trusted site leads its users to a stranger’s page.',
      fix: 'Accept paths of the app only, or compare the address with a list of hosts. Keep it in the session under the value of `state`, not in `state` itself, or sign it.',
    },
    'with-credential': {
      title: 'After the login the app sends the browser on to {host}, as {where} said, with the {kind}',
      plain: 'After signing in, the app sent you and a key to your account on to another website whose address was part of the login link.',
      text: 'The app’s redirect after the login leads to {host}, which has no part in this login, and carries the {kind} of this login. The same address stands in {where}, where anybody who makes a login link can write it. If the app takes any address, that link hands the login to whoever made it.',
      fix: 'Hand codes and tokens to addresses of a list only. Where another app has to learn who signed in, let it start a login of its own.',
      severity: 'error',
    },
  },
  // GET /login?returnTo=https://evil.example/ ... GET /cb?code=c → 302 https://evil.example/
  inspect(_, scene) {
    const run = callbackRun(scene);
    if (!run || answerError(scene)) return inapplicable;
    const own = partySites(scene);
    const leaving = run.chain.find(({ outcome }) => {
      const site = outcome.kind === 'redirected' && outcome.by === 'server' ? siteOf(outcome.to) : null;
      return site !== null && !own.has(site);
    });
    if (leaving?.outcome.kind !== 'redirected') return run.last.outcome.kind === 'pending' ? inconclusive('never-finished') : pass;
    const { to } = leaving.outcome;
    // Guard: a central login brings people back to where they came from.
    if (cameFrom(scene, siteOf(to))) return pass;
    const told = toldBy(scene, to);
    if (told === 'redacted') return inconclusive('redacted-input');
    if (!told) return pass;
    const data = { host: hostOf(to), where: told.where };
    const evidence = [at(leaving, 'response.header.location'), told.at] as const;
    const text = decodePercent(to);
    const taken = credentials(scene).find((c) => text.includes(c.value));
    return taken
      ? fail('with-credential', evidence, { data: { ...data, kind: taken.kind === 'code' ? 'code' : 'token' }, confidence: 'likely' })
      : fail('forwards', evidence, { data, confidence: 'possible' });
  },
});

interface Told {
  readonly where: string;
  readonly at: Evidence;
}

/** The parameter of the login’s beginning, or of its request, that holds the address the app went to. */
function toldBy(scene: Scene, to: string): Told | 'redacted' | null {
  const leads = (text: string) => addressesIn(text).some((address) => isBeginningOf(address, to));
  for (const start of withRole(scene, 'start')) {
    if (!isClientHost(scene, start.request.url)) continue;
    const found = readUrl(start.request.url).query?.find((p) => leads(p.value));
    if (found) return { where: 'the address the login began with', at: at(start, `request.query.${found.name}`) };
  }
  const { request } = scene.flow;
  const state = request?.state ?? null;
  if (state && leads(state.value)) return { where: '`state`', at: atParameter(state) };
  const uri = request?.parameters.find((p) => p.name === 'redirect_uri');
  if (uri && readUrl(uri.value).query?.some((p) => leads(p.value))) return { where: 'the query of `redirect_uri`', at: atParameter(uri) };
  return state && isPlaceholder(state.value) ? 'redacted' : null;
}

/** The app may add parameters of its own. */
function isBeginningOf(address: string, to: string): boolean {
  const path = (url: string) => (addressOf(url)?.path ?? '').replace(/(?<!\/)\/+$/, '');
  return originOf(address) === originOf(to) && path(address) === path(to);
}

/** Where in the capture each site first redirected to another one. */
const firstLedAway = staged(({ capture }) => {
  const first = new Map<string, number>();
  for (const [index, { request, outcome }] of capture.exchanges.entries()) {
    const from = outcome.kind === 'redirected' ? siteOf(request.url) : null;
    if (from !== null && !first.has(from) && outcome.kind === 'redirected' && siteOf(outcome.to) !== from) first.set(from, index);
  }
  return first;
});

/** A page of that site led into this login: it is known to the app, or at least it is where the user was. */
function cameFrom(scene: Scene, site: string | null): boolean {
  const first = scene.steps[0]?.exchange;
  if (!first || site === null) return true;
  const { stage } = scene;
  if (siteOf(first.request.initiator) === site) return true;
  return (firstLedAway(stage).get(site) ?? Number.POSITIVE_INFINITY) < (stage.order.get(first.id) ?? 0);
}
