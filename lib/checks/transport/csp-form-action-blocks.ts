import type { Exchange, Gap } from '../../model/exchange.ts';
import { isAbort } from '../../observe/run.ts';
import { type Scene, withRole } from '../../observe/scene.ts';
import { nextOf } from '../../observe/tables.ts';
import { redirectChain } from '../../read/chain.ts';
import { allowsSource, directiveOf, shownSources } from '../../read/csp.ts';
import { isExtensionRedirect } from '../../read/redirect.ts';
import { originOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const cspFormActionBlocks = defineCheck({
  id: 'csp-form-action-blocks',
  category: 'transport',
  kind: 'breakage',
  tier: 'core',
  title: 'Content-Security-Policy stops the redirect after the sign-in form',
  severity: 'error',
  rank: 19,
  owner: 'provider',
  cites: [{ spec: 'CSP', section: 'form-action' }],
  needs: ['request'],
  messages: {
    redirect: {
      title: 'The provider’s own security rule blocks the way back to the app',
      plain:
        'A security rule of the sign-in page itself blocks the way back to the app: pressing the button seems to do nothing. In Firefox it would work.',
      text: 'The sign-in page of {page} allows forms to go to {allowed} only (CSP `form-action`). Its form was answered with a redirect to {target}; Chrome and Safari apply the rule to redirects too and stopped there.',
      fix: 'Add the client’s redirect origin to `form-action` on this page, once the redirect_uri has been checked; or answer the form with a page that goes on by script or meta refresh.',
    },
    form: {
      title: 'The provider’s own security rule blocks the form that carries the answer',
      plain: 'A security rule of the provider’s page blocks the form that should bring you back to the app.',
      text: 'The page that should post the answer to {target} allows forms to go to {allowed} only (CSP `form-action`), and no request to the callback followed.',
      fix: 'Add the client’s redirect origin to `form-action` on the page that posts the answer.',
    },
    elsewhere: {
      title: 'This works in Firefox only',
      plain: 'A security rule of the sign-in page would block the way back to the app in Chrome and Safari.',
      text: 'The sign-in page of {page} allows forms to go to {allowed} only (CSP `form-action`), and its form was answered with a redirect to {target}. Firefox does not apply the rule to redirects; Chrome and Safari do.',
      fix: 'Add the client’s redirect origin to `form-action` on this page.',
      severity: 'info',
    },
  },
  // page with form-action 'self': POST → 302 https://app/cb  (and nothing follows)
  inspect({ request }, scene) {
    const { live, asOf, source } = scene.stage.capture;
    const hops = withRole(scene, 'authorization-request', 'provider');
    let unsure: Gap | null = null;
    for (const hop of hops) {
      if (hop.outcome.kind !== 'redirected' || hop.outcome.by !== 'server') continue;
      // Browsers hold the whole chain of redirects against the form that began it.
      const [submit = hop] = redirectChain(scene.stage.byId, hop);
      const target = originOf(hop.outcome.to);
      if (submit.request.method !== 'POST' || target === null || target === originOf(submit.request.url)) continue;
      // Caught by the browser before it becomes a request.
      if (isExtensionRedirect(hop.outcome.to)) continue;
      const page = pageBefore(scene, submit);
      if (!page) continue;
      const policies = formActionsOf(page);
      if (policies === 'hidden') {
        unsure = 'header-hidden';
        continue;
      }
      const { to } = hop.outcome;
      const policy = policies.find((sources) => !allowsSource(sources, to, page.request.url));
      if (!policy) continue;
      const data = { page: originOf(page.request.url) ?? '', allowed: shownSources(policy), target };
      const evidence = [at(page, 'response.header.content-security-policy'), at(hop, 'response.header.location')] as const;
      if (source.browser === 'firefox') return fail('elsewhere', evidence, { data });
      const next = nextOf(scene.stage, hop.id);
      // The browser went on: whatever the policy says, it does not hold for this form.
      if (next && !(next.outcome.kind === 'failed' && (isAbort(next.outcome.reason) || /BLOCKED_BY_CSP/.test(next.outcome.reason))))
        continue;
      if (next || !live || asOf - hop.startedAt - (hop.durationMs ?? 0) > settleMs)
        return fail('redirect', evidence, { data, confidence: next ? 'certain' : 'likely' });
      unsure = 'never-finished';
    }
    const last = hops.at(-1);
    if (last && request.responseMode === 'form_post' && request.redirectUri && !scene.flow.response && last.outcome.kind === 'answered') {
      const { redirectUri } = request;
      const { status, body } = last.outcome;
      const policies = formActionsOf(last);
      const target = originOf(redirectUri);
      const postsAnswer = status === 200 && body.seen && body.value.kind === 'text' && body.value.text.includes(redirectUri);
      const policy = policies === 'hidden' ? undefined : policies.find((sources) => !allowsSource(sources, redirectUri, last.request.url));
      if (policy && target !== null && postsAnswer)
        return fail('form', [at(last, 'response.header.content-security-policy')], {
          data: { target, allowed: shownSources(policy) },
          confidence: 'likely',
        });
    }
    return unsure ? inconclusive(unsure) : hops.length === 0 ? inapplicable : pass;
  },
});

/** What has not happened this long after a redirect does not happen any more. */
const settleMs = 5_000;

/** The document whose form was sent: the last page of the same tab and origin that was shown before. */
function pageBefore(scene: Scene, submit: Exchange): Exchange | null {
  const end = scene.stage.order.get(submit.id) ?? 0;
  for (let i = end - 1; i >= Math.max(0, end - 400); i--) {
    const candidate = scene.stage.capture.exchanges[i];
    if (!candidate || candidate.where.kind === 'fetch' || candidate.where.kind === 'resource' || candidate.where.kind === 'preflight')
      continue;
    if (candidate.where.tab !== submit.where.tab || candidate.where.frame !== submit.where.frame || candidate.outcome.kind !== 'answered')
      continue;
    return originOf(candidate.request.url) === originOf(submit.request.url) ? candidate : null;
  }
  return null;
}

function formActionsOf(page: Exchange) {
  return page.outcome.kind === 'answered' ? directiveOf(page.outcome.headers, 'form-action') : [];
}
