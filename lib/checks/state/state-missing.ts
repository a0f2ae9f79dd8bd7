import { defineCheck } from '../define.ts';
import { atRequestParameter } from '../request/parameter.ts';
import { fail, inconclusive, pass } from '../verdict.ts';

export const stateMissing = defineCheck({
  id: 'state-missing',
  category: 'state',
  kind: 'weakness',
  tier: 'core',
  title: 'Authorization request without CSRF protection',
  severity: 'error',
  rank: 900,
  owner: 'app',
  cites: [
    { spec: 'RFC9700', section: '4.7', level: 'MUST' },
    { spec: 'RFC6749', section: '10.12', level: 'MUST' },
  ],
  needs: ['request'],
  messages: {
    unprotected: {
      title: 'The login request carries no one-time value at all',
      plain: 'The app did not attach a one-time mark to this login, so it can not tell whether the answer really belongs to you.',
      text: 'The authorization request has no `state`, no `nonce` and no `code_challenge`. Anyone can make a browser deliver a login answer of their own, and the client has nothing to compare it with.',
      fix: 'Send a fresh random `state` that is tied to the browser session and compare it on return. PKCE (S256) with a server that enforces it does the same.',
    },
    'other-protection': {
      title: 'No state, but another one-time value',
      plain: 'The app uses another protection instead of the usual one-time mark.',
      text: 'The authorization request has no `state`. Its {with} protects against forged answers as long as the provider enforces it.',
      fix: 'Nothing has to change when the provider enforces {with}. Otherwise add `state`.',
      severity: 'info',
    },
  },
  // GET /authorize?response_type=code&client_id=app&redirect_uri=...  → 302 /cb?code=c
  inspect({ request }) {
    if (request.state) return pass;
    if (request.hidden) return inconclusive(request.hidden);
    // OAuth 2.1: a parameter without a value counts as not sent.
    const evidence = atRequestParameter(request, 'state');
    if (request.codeChallenge) return fail('other-protection', [evidence], { data: { with: 'PKCE' } });
    if (request.nonce) return fail('other-protection', [evidence], { data: { with: '`nonce`' } });
    return fail('unprotected', [evidence, atRequestParameter(request, 'nonce'), atRequestParameter(request, 'code_challenge')]);
  },
});
