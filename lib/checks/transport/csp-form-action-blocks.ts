import type { Exchange } from '../../model/exchange.ts';
import { isAbort } from '../../observe/run.ts';
import { exchangeOf, type Scene, withRole } from '../../observe/scene.ts';
import { header } from '../../read/headers.ts';
import { addressOf, originOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const cspFormActionBlocks = defineCheck({
  id: 'csp-form-action-blocks',
  category: 'transport',
  kind: 'breakage',
  tier: 'core',
  title: 'Content-Security-Policy stops the redirect after the sign-in form',
  severity: 'error',
  rank: 21,
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
    const hops = withRole(scene, 'authorization-request', 'provider');
    let unsure = false;
    for (const submit of hops) {
      if (submit.request.method !== 'POST' || submit.outcome.kind !== 'redirected' || submit.outcome.by !== 'server') continue;
      const target = originOf(submit.outcome.to);
      if (target === null || target === originOf(submit.request.url)) continue;
      const page = pageBefore(scene, submit);
      if (!page) continue;
      const policy = formActionOf(page);
      if (policy === 'hidden') unsure = true;
      if (policy === null || policy === 'hidden' || allows(policy, submit.outcome.to, page.request.url)) continue;
      const next = scene.stage.capture.exchanges.find((e) => e.previousHop === submit.id);
      const stopped = !next || (next.outcome.kind === 'failed' && isAbort(next.outcome.reason));
      const data = { page: originOf(page.request.url) ?? '', allowed: shown(policy), target };
      const evidence = [at(page, 'response.header.content-security-policy'), at(submit, 'response.header.location')] as const;
      if (!stopped) return fail('elsewhere', evidence, { data });
      if (next || !scene.stage.capture.live) return fail('redirect', evidence, { data, confidence: next ? 'certain' : 'likely' });
      unsure = true;
    }
    const last = hops.at(-1);
    if (
      request.responseMode === 'form_post' &&
      request.redirectUri &&
      last &&
      !scene.flow.response &&
      last.outcome.kind === 'answered' &&
      last.outcome.status === 200
    ) {
      const policy = formActionOf(last);
      const target = originOf(request.redirectUri);
      const postsAnswer =
        last.outcome.body.seen && last.outcome.body.value.kind === 'text' && last.outcome.body.value.text.includes(request.redirectUri);
      if (
        policy !== null &&
        policy !== 'hidden' &&
        target !== null &&
        postsAnswer &&
        !allows(policy, request.redirectUri, last.request.url)
      )
        return fail('form', [at(last, 'response.header.content-security-policy')], {
          data: { target, allowed: shown(policy) },
          confidence: 'likely',
        });
    }
    return unsure ? inconclusive('header-hidden') : hops.length === 0 ? inapplicable : pass;
  },
});

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
  return exchangeOf(scene, null);
}

/** Sources of the directive; null when no policy has one. Several policies all apply: the strictest that blocks counts. */
function formActionOf(page: Exchange): readonly string[] | 'hidden' | null {
  if (page.outcome.kind !== 'answered') return null;
  const found = header(page.outcome.headers, 'content-security-policy');
  if (found.kind === 'hidden') return 'hidden';
  if (found.kind === 'absent') return null;
  for (const policy of found.all.flatMap((value) => value.split(','))) {
    const directive = policy
      .split(';')
      .map((d) => d.trim())
      .find((d) => /^form-action(?:\s|$)/i.test(d));
    if (directive !== undefined) return directive.split(/\s+/).slice(1);
  }
  return null;
}

/** CSP Level 3 source matching, as far as form-action uses it. */
function allows(sources: readonly string[], url: string, page: string): boolean {
  const to = addressOf(url);
  if (!to) return true;
  return sources.some((source) => {
    if (source === '*') return to.scheme === 'https' || to.scheme === 'http' || to.scheme === addressOf(page)?.scheme;
    if (/^'self'$/i.test(source)) return originOf(url) === originOf(page);
    if (/^[a-z][a-z0-9+.-]*:$/i.test(source)) return `${to.scheme}:` === source.toLowerCase();
    const match = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/:]+)(?::(\d+|\*))?(\/.*)?$/i.exec(source);
    if (!match) return false;
    const [, scheme, host = '', port, path] = match;
    const wanted = (scheme ?? addressOf(page)?.scheme ?? 'https').toLowerCase();
    if (to.scheme !== wanted && !(wanted === 'http' && to.scheme === 'https')) return false;
    const matches = host.startsWith('*.') ? to.host.endsWith(host.slice(1).toLowerCase()) : to.host === host.toLowerCase();
    const portMatches = port === '*' || (port === undefined ? to.port === 443 || to.port === 80 : to.port === Number(port));
    // Paths are not compared after a redirect.
    return matches && portMatches && (path === undefined || path.length > 0);
  });
}

function shown(sources: readonly string[]): string {
  return sources.length === 0
    ? 'nowhere'
    : sources
        .slice(0, 4)
        .map((s) => (s === "'self'" ? 'itself' : s === "'none'" ? 'nowhere' : s))
        .join(', ');
}
