import { sessionCookieFlags } from '../../../../lib/checks/cookies/session-cookie-flags.ts';
import { cases } from '../../../build/cases.ts';
import { jwt } from '../../../build/jwt.ts';

const value = 'CANARY-k3Jx92mQpL7vTz4';
const login = (cookies: readonly string[], site = 'https://app.example') => `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=${site}/cb&state=st-CANARY
        → 302 ${site}/cb?code=code-CANARY&state=st-CANARY
        GET ${site}/cb?code=code-CANARY&state=st-CANARY
        → 302 /home
${cookies.map((cookie) => `          Set-Cookie: ${cookie}`).join('\n')}
        GET ${site}/home
          Cookie: seen=1
        → 200`;

cases(sessionCookieFlags, {
  fails: {
    'nothing protects it': {
      as: 'unprotected',
      at: ['2 response.cookie.session'],
      severity: 'warning',
      data: { cookie: 'session', missing: 'Secure and HttpOnly' },
      trace: login([`session=${value}; Path=/`]),
    },
    'scripts may read it': {
      as: 'unprotected',
      data: { missing: 'HttpOnly', harm: 'Any script that gets into the page can read it and take the session over.' },
      trace: login([`sid=${value}; Path=/; Secure; SameSite=Lax`]),
    },
    'it travels over plain http, too': {
      as: 'unprotected',
      data: { missing: 'Secure', harm: 'A single request over plain http shows it to everybody on the way.' },
      trace: login([`sid=${value}; Path=/; HttpOnly; SameSite=Lax`]),
    },
    'a token under any name is one': {
      as: 'unprotected',
      data: { cookie: 'u', missing: 'HttpOnly' },
      trace: login(['u=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJDQU5BUlkifQ.CANARY; Path=/; Secure; SameSite=Lax']),
    },
    'SameSite is left to the browser': {
      as: 'no-samesite',
      at: ['2 response.cookie.session'],
      severity: 'info',
      trace: login([`session=${value}; Path=/; HttpOnly; Secure`]),
    },
  },
  passes: {
    'it has all of them': login([`__Host-session=${value}; Path=/; HttpOnly; Secure; SameSite=Lax`]),
    'a token of the provider in it is another check’s business': login([
      `session=${jwt({ iss: 'https://idp.example', sub: 'CANARY' })}; Path=/; Secure; SameSite=Lax`,
    ]),
    'an app on a loopback address has no TLS': login([`session=${value}; Path=/; HttpOnly; SameSite=Lax`], 'http://127.0.0.1:8080'),
    'others beside it are for scripts, for counting, or too short': login([
      `session=${value}; Path=/; HttpOnly; Secure; SameSite=Lax`,
      `XSRF-TOKEN=${value}; Path=/; Secure`,
      `_ga=${value}; Path=/`,
      'session_hint=1; Path=/',
      `oauth_state=; Path=/; Max-Age=0`,
      `device=${value}; Path=/`,
    ]),
  },
  skips: {
    'the callback sets no session': login([`_ga=${value}; Path=/`]),
    'the provider refused': `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb?error=access_denied
        GET https://app.example/cb?error=access_denied
        → 302 /
          Set-Cookie: session=${value}; Path=/
        GET https://app.example/
          Cookie: session=${value}
        → 200`,
    'the browser throws it away': login([`session=${value}; Path=/; SameSite=None`]),
  },
  unsure: {
    'cookies are not in the capture': {
      why: 'header-hidden',
      only: 'har',
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb?code=code-CANARY
        GET https://app.example/cb?code=code-CANARY
        → 302 /home
        GET https://app.example/home
        → 200`,
    },
  },
});
