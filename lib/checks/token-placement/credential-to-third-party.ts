import type { Exchange } from '../../model/exchange.ts';
import type { Problem } from '../../model/finding.ts';
import { wasConsumed } from '../../observe/consumed.ts';
import { type Credential, credentials } from '../../observe/credentials.ts';
import { partySites } from '../../observe/parties.ts';
import { exchangeOf, type Scene } from '../../observe/scene.ts';
import { chosen, laterIn } from '../../observe/tables.ts';
import { endOf, tokenCalls } from '../../observe/token-calls.ts';
import { carriedIn } from '../../read/carries.ts';
import { tokenShown } from '../../read/challenge.ts';
import { valueFor } from '../../read/parameters.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { siteOf } from '../../read/site.ts';
import { hostOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { at, inapplicable, inconclusive, problem, verdictOf } from '../verdict.ts';

/** A page keeps its address as long as it is open, and what counts visitors sends it more than once. */
const watchMs = 300_000;
/** Shorter values turn up by chance. */
const shortest = 16;
const mostSites = 5;

export const credentialToThirdParty = defineCheck({
  id: 'credential-to-third-party',
  category: 'token-placement',
  kind: 'leak',
  tier: 'std',
  title: 'Code or token sent to an unrelated site',
  severity: 'error',
  rank: 173,
  owner: 'app',
  cites: [
    { spec: 'RFC9700', section: '4.2.4', level: 'SHOULD' },
    { spec: 'RFC9700', section: '4.3' },
  ],
  needs: ['response'],
  messages: {
    code: {
      title: '{host} received the code of this login',
      plain: 'Another website ({host}) received the one-time code of your login from the app’s page.',
      text: 'A request to {host}, which is neither the app nor the provider, carries the code {how}. Whoever reads it there can try to redeem it.',
      fix: 'Load no counters, advertisements or error reporters on the callback page; take the answer out of the address (`history.replaceState`, or a redirect) before any of them starts, and cut the query off addresses that are reported.',
    },
    'used-code': {
      title: '{host} received the code of this login, after it had been used',
      plain: 'Another website ({host}) received the one-time code of your login; it had already been used up.',
      text: 'A request to {host}, which is neither the app nor the provider, carries the code {how}. The code had been redeemed before, so a provider that follows the standard refuses it now.',
      fix: 'Take the answer out of the address before counters and error reporters start, and cut the query off addresses that are reported.',
      severity: 'warning',
    },
    token: {
      title: '{host} received a token of this login',
      plain: 'Another website ({host}) received a key to your account from the app’s page.',
      text: 'A request to {host}, which is neither the app, the provider nor an API that took the token, carries the {kind} {how}. Whoever reads it there can use it until it expires.',
      fix: 'Use the code flow, so that no token stands in an address. Load no counters or error reporters on the callback page, and cut query and fragment off addresses that are reported. Revoke the token.',
    },
  },
  // GET https://stats.example/collect?dl=https%3A%2F%2Fapp%2Fcb%3Fcode%3Dc
  inspect({ response }, scene) {
    const issued = credentials(scene).filter((c) => c.value.length >= shortest && exchangeOf(scene, c.issuedBy));
    if (issued.length === 0) return response.parameters.some((p) => isPlaceholder(p.value)) ? inconclusive('redacted-input') : inapplicable;
    const start = exchangeOf(scene, response.exchange);
    if (!start) return inapplicable;
    const own = partySites(scene);
    const wanted = issued.map((credential) => ({ credential, core: coreOf(credential.value) }));
    const found = new Map<string, Problem<'code' | 'used-code' | 'token'>>();
    let unseen = false;
    for (const exchange of laterIn(scene, calls(scene.stage), start, watchMs)) {
      const site = siteOf(exchange.request.url);
      if (site === null || own.has(site) || found.has(site)) continue;
      const { body } = exchange.request;
      if (!body.seen) unseen = true;
      const text = body.seen && body.value.kind === 'text' ? body.value.text : '';
      const form = body.seen && body.value.kind === 'form' ? body.value.fields : [];
      for (const { credential, core } of wanted) {
        if (!exchange.request.url.includes(core) && !text.includes(core) && !form.some((f) => f.value.includes(core))) continue;
        const carried = carriedIn(exchange, credential.value);
        if (!carried || !isLeak(scene, exchange, credential, carried.within)) continue;
        const isCode = credential.kind === 'code';
        found.set(
          site,
          problem(isCode ? (wasUsed(scene, exchange, credential) ? 'used-code' : 'code') : 'token', [at(exchange, carried.place)], {
            data: {
              host: hostOf(exchange.request.url),
              kind: nameOf(credential),
              how: carried.within === 'address' ? 'as part of the address of the page that sent it' : 'as a value of its own',
            },
          }),
        );
        break;
      }
      if (found.size >= mostSites) break;
    }
    return found.size === 0 && unseen ? inconclusive('body-not-exposed') : verdictOf([...found.values()]);
  },
});

const calls = chosen(wasSent);

/** The longest part that no encoding changes: looking for it is cheap. */
function coreOf(value: string): string {
  return (value.match(/[A-Za-z0-9_-]+/g) ?? []).reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}

const nameOf = ({ kind }: Credential) =>
  kind === 'id_token' ? 'ID token' : kind === 'refresh_token' ? 'refresh token' : kind === 'code' ? 'code' : 'access token';

/** What was stopped before it was sent told nobody. A navigation goes where the app sends it: other checks look at those. */
function wasSent({ outcome, where, request }: Exchange): boolean {
  if (where.kind === 'page' || where.kind === 'frame' || where.kind === 'preflight') return false;
  if (outcome.kind === 'failed') return outcome.status !== null;
  return outcome.kind !== 'pending' || request.headers.fields.length > 0;
}

/**
 * Apps hand codes and tokens to servers of theirs on other sites on purpose, some with the whole address of the callback.
 * A picture, a script or a beacon is no such call; any other call is one more than the one that took the answer.
 */
function isLeak(scene: Scene, exchange: Exchange, credential: Credential, within: 'value' | 'address'): boolean {
  const passive = exchange.where.kind === 'resource';
  // An address that holds an access token, or a call that shows it, is how some APIs are called.
  if (within === 'value' && credential.kind !== 'code' && !(passive && credential.kind === 'refresh_token')) return false;
  return passive || takenElsewhere(scene, exchange, credential);
}

function takenElsewhere(scene: Scene, exchange: Exchange, { value }: Credential): boolean {
  if (wasConsumed(scene)) return true;
  const site = siteOf(exchange.request.url);
  return scene.steps.some(
    ({ exchange: other, role }) =>
      (role === 'token-request' || role === 'app' || role === 'resource' || role === 'userinfo') &&
      other.where.kind !== 'page' &&
      other.where.kind !== 'frame' &&
      siteOf(other.request.url) !== site &&
      (tokenShown(other.request.headers)?.token === value || carriedIn(other, value)?.within === 'value'),
  );
}

/** The browser itself redeemed it before. */
function wasUsed(scene: Scene, exchange: Exchange, { value }: Credential): boolean {
  return tokenCalls(scene).some((call) => call.succeeded && valueFor(call.sent, 'code') === value && endOf(call) <= exchange.startedAt);
}
