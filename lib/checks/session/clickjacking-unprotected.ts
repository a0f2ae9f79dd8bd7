import type { Exchange, Headers } from '../../model/exchange.ts';
import type { Evidence } from '../../model/place.ts';
import { byUser, reflexMs } from '../../observe/run.ts';
import { type Scene, withRole } from '../../observe/scene.ts';
import { directiveOf } from '../../read/csp.ts';
import { areWhole, header, mediaType } from '../../read/headers.ts';
import { hostOf, originOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { absentAt, at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const clickjackingUnprotected = defineCheck({
  id: 'clickjacking-unprotected',
  category: 'session',
  kind: 'weakness',
  tier: 'ext',
  title: 'Sign-in or consent page can be framed by anyone',
  severity: 'warning',
  rank: 923,
  owner: 'provider',
  cites: [
    { spec: 'RFC9700', section: '4.16', level: 'MUST' },
    { spec: 'CSP', section: 'frame-ancestors' },
  ],
  needs: ['request'],
  messages: {
    unprotected: {
      title: 'Anybody may show the sign-in page of {host} inside their own',
      plain: 'Another website could hide this sign-in page under its own buttons and make you click on it.',
      text: 'The page on which people sign in or agree at {host} came without `X-Frame-Options` and without `frame-ancestors` in its Content-Security-Policy. Any site can put it into an invisible frame and lead clicks onto its buttons.',
      fix: "Send `Content-Security-Policy: frame-ancestors 'none'` with every page of the authorization server, or a list of the sites that may frame it. A policy in a `<meta>` element does not count.",
    },
    everybody: {
      title: 'The sign-in page of {host} allows every site to frame it',
      plain: 'Another website could hide this sign-in page under its own buttons and make you click on it.',
      text: 'The page on which people sign in or agree at {host} names everybody in `frame-ancestors`. Any site can put it into an invisible frame and lead clicks onto its buttons.',
      fix: "Name the sites that may frame it, or `'none'`.",
    },
  },
  // GET /authorize → 200 text/html, neither X-Frame-Options nor frame-ancestors
  inspect(_, scene) {
    if (scene.flow.silent) return inapplicable;
    let seen = false;
    for (const page of pagesForPeople(scene)) {
      const headers = headersOf(page);
      if (!headers) continue;
      const framing = framingOf(headers);
      if (framing === 'hidden') return inconclusive('header-hidden');
      seen = true;
      if (framing === 'restricted') continue;
      const data = { host: hostOf(page.request.url) };
      if (framing === 'everybody') return fail('everybody', [at(page, 'response.header.content-security-policy')], { data });
      if (!areWhole(headers)) return inconclusive('header-hidden');
      return fail('unprotected', [placeOf(page, headers, 'x-frame-options'), placeOf(page, headers, 'content-security-policy')], {
        data,
      });
    }
    return seen ? pass : inapplicable;
  },
});

function headersOf({ outcome }: Exchange): Headers | null {
  return outcome.kind === 'answered' ? outcome.headers : null;
}

/** Pages of the server that wait for a person; one that goes on by itself has nothing to click on. */
function pagesForPeople(scene: Scene): Exchange[] {
  const steps = withRole(scene, 'authorization-request', 'provider', 'callback', 'nested', 'foreign');
  return steps.filter((page, index) => {
    const { outcome, where, request } = page;
    if (where.kind !== 'page' || outcome.kind !== 'answered' || outcome.status !== 200) return false;
    if (!/html/.test(mediaType(outcome.headers)) || !scene.flow.serverOrigins.includes(originOf(request.url) ?? '')) return false;
    const next = steps.slice(index + 1).find((e) => e.where.kind === 'page' && e.previousHop === null);
    if (!next) return true;
    const user = byUser(next);
    return user === true || (user === null && next.startedAt - (page.startedAt + (page.durationMs ?? 0)) > reflexMs);
  });
}

function framingOf(headers: Headers): 'restricted' | 'everybody' | 'unsaid' | 'hidden' {
  const policies = directiveOf(headers, 'frame-ancestors');
  const option = header(headers, 'x-frame-options');
  if (policies === 'hidden' || option.kind === 'hidden') return 'hidden';
  // Where both stand, browsers go by the policy.
  if (policies.length > 0)
    return policies.every((sources) => sources.some((s) => /^(?:\*|https?:|https?:\/\/\*)$/i.test(s))) ? 'everybody' : 'restricted';
  return option.kind === 'present' && option.all.some((value) => /\b(?:deny|sameorigin)\b/i.test(value)) ? 'restricted' : 'unsaid';
}

/** Another directive, or a value that browsers ignore, may stand there. */
function placeOf(page: Exchange, headers: Headers, name: 'x-frame-options' | 'content-security-policy'): Evidence {
  return header(headers, name).kind === 'present' ? at(page, `response.header.${name}`) : absentAt(page, `response.header.${name}`);
}
