import { isOnlyAhead } from '../../observe/ahead.ts';
import { providerStop } from '../../observe/answer.ts';
import { botCheckOf } from '../../observe/bot-check.ts';
import { closedEarly } from '../../observe/closed.ts';
import { withRole } from '../../observe/scene.ts';
import { inTab } from '../../observe/tables.ts';
import { isCustomScheme, isExtensionRedirect, isPseudoRedirect } from '../../read/redirect.ts';
import { hostOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

/** People look for their phone, wait for a mail, talk to a colleague. */
const patienceMs = 600_000;

export const flowStalledAtIdp = defineCheck({
  id: 'flow-stalled-at-idp',
  category: 'response',
  kind: 'remark',
  tier: 'std',
  title: 'Login never came back from the provider',
  severity: 'info',
  rank: 64,
  owner: 'user',
  flows: ['login'],
  cites: [{ spec: 'RFC6749', section: '4.1.2' }],
  aliases: ['popup-flow'],
  needs: ['request', 'authorization'],
  messages: {
    left: {
      title: 'The login was left on a page of {host}',
      plain: 'The sign-in page was opened, and the login never came back from it.',
      text: 'The last that was seen of this login is a page of {host} (HTTP {status}){sent}. For {minutes} minutes nothing came back to the app.',
      fix: 'If the user did not simply leave: look at that page. It may wait for a second factor, terms or consent, its button may do nothing (blocked scripts, a Content-Security-Policy), or the password was wrong.',
    },
    elsewhere: {
      title: 'The login was left on a page of {host}, for another page',
      plain: 'The sign-in page was opened and then left for another page.',
      text: 'The last that was seen of this login is a page of {host} (HTTP {status}){sent}. Then the same tab went elsewhere.',
      fix: 'Nothing, if the user changed their mind. Otherwise look at that page: it may wait for something, or its button may do nothing.',
    },
    popup: {
      title: 'The login window was closed on a page of {host}',
      plain: 'The sign-in window was closed before the login was finished.',
      text: 'A page of the app opened the login in a window of its own. That window was closed on a page of {host}{sent}, {seconds} s after the page was asked for and before any answer came. The app has to notice by itself: nothing tells it.',
      fix: 'Nothing, if the user changed their mind. Let the app look whether the window is still there, and offer the login again, in the same window for those whose browser or device does not keep windows apart.',
    },
    tab: {
      title: 'The tab was closed on a page of {host}',
      plain: 'The sign-in page was closed before the login was finished.',
      text: 'The tab was closed on a page of {host}{sent}, {seconds} s after the page was asked for and before any answer came.',
      fix: 'Nothing, if the user changed their mind. Otherwise look at that page: it may wait for something, or its button may do nothing.',
    },
  },
  // GET /authorize  → 200 (and nothing for ten minutes)
  inspect({ request }, scene) {
    const { flow, stage } = scene;
    if (flow.response || flow.bareCallback || flow.tokens.length > 0) return pass;
    const target = request.redirectUri ?? '';
    // What leads to a program, an extension or another window is no request that could be seen.
    if (isCustomScheme(target) || isPseudoRedirect(target) || isExtensionRedirect(target) || request.responseMode === 'web_message')
      return inapplicable;
    if (isOnlyAhead(scene) || providerStop(scene)) return inapplicable;
    const pages = withRole(scene, 'authorization-request', 'provider').filter((e) => e.where.kind === 'page' || e.where.kind === 'unknown');
    const last = pages.at(-1);
    if (last?.outcome.kind === 'pending') return inconclusive('never-finished');
    if (last?.outcome.kind !== 'answered' || botCheckOf(last)) return inapplicable;
    if (stage.capture.gaps.includes('times-missing')) return inconclusive('times-missing');
    const posts = pages.filter((e) => e.request.method === 'POST' && e.id !== request.exchange).length;
    const host = hostOf(last.request.url);
    const sent = posts === 0 ? '' : `, after its form was sent ${posts === 1 ? 'once' : `${posts} times`}`;
    const closed = closedEarly(scene);
    if (closed) {
      // It may have handed its answer to the page behind it, in a message nobody sees.
      if (closed.wentOn) return inconclusive('body-not-exposed');
      const seconds = Math.round(((last.navigation?.closedAt ?? last.startedAt) - last.startedAt) / 1000);
      return fail(closed.popup ? 'popup' : 'tab', [at(last, 'request.url'), at(last, 'response.status')], {
        data: { host, sent, seconds },
      });
    }
    const endedAt = Math.max(flow.endedAt, last.startedAt + (last.durationMs ?? 0));
    const own = new Set(flow.steps.map((step) => step.exchange));
    const next = inTab(stage, last.where.tab).find(
      (e) => e.startedAt >= endedAt && e.where.kind === 'page' && e.where.tab !== null && !own.has(e.id),
    );
    const quietMs = stage.capture.asOf - endedAt;
    if (!next && quietMs < patienceMs) return inconclusive('capture-ended-early');
    return fail(next ? 'elsewhere' : 'left', [at(last, 'request.url'), at(last, 'response.status')], {
      data: {
        host,
        status: last.outcome.status,
        sent,
        minutes: Math.round(quietMs / 60_000),
      },
    });
  },
});
