import { callbackRun } from '../../observe/run.ts';
import { headerValue } from '../../read/headers.ts';
import { sameSite } from '../../read/site.ts';
import { originOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { at, atParameter, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const fragmentCarriedOver = defineCheck({
  id: 'fragment-carried-over',
  category: 'token-placement',
  kind: 'leak',
  tier: 'ext',
  title: 'Token fragment carried to another address by redirects',
  severity: 'error',
  rank: 85,
  owner: 'app',
  cites: [
    { spec: 'RFC9700', section: '4.1.2' },
    { spec: 'RFC9110', section: '10.2.2' },
  ],
  needs: ['response', 'callback'],
  messages: {
    'other-origin': {
      title: 'A redirect of the callback carried the token on to {to}',
      plain: 'The key to your account was carried along to another website in the address.',
      text: 'The answer stood behind the `#`. The callback was answered with a redirect whose Location has no fragment, so the browser attached the old one: {to} received `{name}`.',
      fix: 'Do not redirect from a callback that gets its answer in the fragment. If it must redirect, end the Location with `#`, and never go to an address taken from a parameter.',
    },
    'same-origin': {
      title: 'A redirect of the callback carried the token on to another page',
      plain: 'The key to your account was carried along to another page of the site in the address.',
      text: 'The answer stood behind the `#`. The callback was answered with a redirect without a fragment of its own, so the browser attached the old one to the next page.',
      fix: 'Answer the callback page itself, or end the Location with `#`.',
      severity: 'warning',
    },
  },
  // GET /cb#access_token=t  → 302 https://other/  (no # in Location)
  inspect({ response, callback }, scene) {
    if (response.in !== 'fragment') return inapplicable;
    const { outcome } = callback;
    if (outcome.kind === 'pending') return inconclusive('never-finished');
    if (outcome.kind !== 'redirected') return pass;
    const run = callbackRun(scene);
    const hops = run?.chain ?? [callback];
    // Guard G19: an upgrade to https, or a page's service worker, took the token nowhere.
    const moved = hops.find((hop) => hop.outcome.kind === 'redirected' && hop.outcome.by === 'server');
    if (!moved) return pass;
    if (hops.some((hop) => hop.outcome.kind === 'redirected' && headerValue(hop.outcome.headers, 'location')?.includes('#'))) return pass;
    const last = hops.at(-1);
    const to = originOf(last?.outcome.kind === 'redirected' ? last.outcome.to : (last?.request.url ?? ''));
    const result = response.parameters.find((p) => p.name === 'access_token' || p.name === 'id_token' || p.name === 'code');
    if (to === null || !result) return inapplicable;
    const evidence = [at(moved, 'response.header.location'), atParameter(result)] as const;
    // Guard G22: with and without www is one app.
    return sameSite(to, callback.request.url)
      ? fail('same-origin', evidence)
      : fail('other-origin', evidence, { data: { to, name: result.name } });
  },
});
