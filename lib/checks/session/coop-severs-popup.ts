import type { Exchange } from '../../model/exchange.ts';
import { answerError } from '../../observe/answer.ts';
import { brokeAfterAnswer } from '../../observe/run.ts';
import { type Scene, withRole } from '../../observe/scene.ts';
import { inTab } from '../../observe/tables.ts';
import { header } from '../../read/headers.ts';
import { isTrustworthy } from '../../read/site.ts';
import { hostOf, originOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

/** What the page that opened the window does with the answer, it does at once. */
const patienceMs = 5_000;

export const coopSeversPopup = defineCheck({
  id: 'coop-severs-popup',
  category: 'session',
  kind: 'remark',
  tier: 'std',
  title: 'Login window is cut off from the page that opened it',
  severity: 'warning',
  rank: 135,
  owner: 'app',
  cites: [{ spec: 'OpenerPolicy', section: 'coop' }],
  needs: ['request', 'authorization', 'response', 'callback'],
  messages: {
    severed: {
      title: 'A header of {host} cut the login window off from the page that opened it',
      plain: 'The login window finished, but a security setting kept it from telling the page behind it.',
      text: 'The login ran in a window that a page of the app had opened. {where} sends `Cross-Origin-Opener-Policy: {value}`, which separates the two: `window.opener` is null, messages do not arrive, and to the page the window looks closed. In this recording the page did not go on after the answer; calls that it makes to its own server are not recorded.',
      fix: 'On the app’s pages: `Cross-Origin-Opener-Policy: same-origin-allow-popups` where the login is opened, and none on the callback page. Where it is the provider’s header: hand the answer over by BroadcastChannel or the server, or log in as a full page.',
    },
  },
  // popup: GET /cb?code=c  → 200, Cross-Origin-Opener-Policy: same-origin
  inspect({ authorization, callback, response }, scene) {
    const { opener, tab } = callback.where;
    // A link that opens another tab leads on to the app there; a login window ends with its callback.
    if (opener === null || tab === null || authorization.where.tab !== tab || callback.outcome.kind === 'redirected') return inapplicable;
    if (answerError(scene) || brokeAfterAnswer(scene)) return inapplicable;
    if (callback.outcome.kind !== 'answered') return callback.outcome.kind === 'pending' ? inconclusive('never-finished') : inapplicable;
    const before = openerPage(scene, opener, authorization);
    const documents = [
      ...(before ? [before] : []),
      ...withRole(scene, 'authorization-request', 'provider', 'callback').filter((e) => e.where.tab === tab && isPageOf(e)),
    ];
    const cut = documents.flatMap((e) => {
      const value = policyOf(e, e === before);
      return value === null ? [] : [{ exchange: e, value }];
    })[0];
    if (!cut && documents.some(isHidden)) return inconclusive('header-hidden');
    // Pages of one origin that all say the same stay together.
    if (!cut || documents.every((e) => originOf(e.request.url) === originOf(callback.request.url))) return pass;
    if (scene.flow.tokens.length > 0 || wentOn(scene, opener, callback)) return pass;
    if (scene.stage.capture.asOf - response.at < patienceMs) return inconclusive('capture-ended-early');
    const { exchange, value } = cut;
    return fail('severed', [at(exchange, 'response.header.cross-origin-opener-policy'), at(callback, 'request.url')], {
      data: {
        host: hostOf(exchange.request.url),
        where: exchange === before ? 'The page that opened it' : exchange === callback ? 'The callback page' : 'The provider’s page',
        value,
      },
      confidence: 'possible',
    });
  },
});

const isPageOf = ({ where, outcome }: Exchange) => where.kind === 'page' && outcome.kind === 'answered';

const isHidden = ({ outcome }: Exchange) =>
  outcome.kind === 'answered' && header(outcome.headers, 'cross-origin-opener-policy').kind === 'hidden';

/** The page of the app that opened the window: the last one its tab had shown. */
function openerPage({ stage }: Scene, opener: number, authorization: Exchange): Exchange | null {
  const end = stage.order.get(authorization.id) ?? 0;
  return inTab(stage, opener).findLast((e) => isPageOf(e) && (stage.order.get(e.id) ?? 0) < end) ?? null;
}

/** The policy where it separates this page from the others: the opener itself may allow its popups. */
function policyOf({ request, outcome }: Exchange, isOpener: boolean): string | null {
  if (outcome.kind !== 'answered' || !isTrustworthy(request.url)) return null;
  const found = header(outcome.headers, 'cross-origin-opener-policy');
  const value = found.kind === 'present' ? (found.value.split(';', 1)[0]?.trim() ?? '') : '';
  if (value === 'same-origin' || value === 'noopener-allow-popups') return value;
  return value === 'same-origin-allow-popups' && !isOpener ? value : null;
}

/** The page behind it was loaded again or led on. */
function wentOn({ stage }: Scene, opener: number, callback: Exchange): boolean {
  return inTab(stage, opener).some((e) => e.startedAt >= callback.startedAt);
}
