import { setCookieRejected } from '../../../../lib/checks/cookies/set-cookie-rejected.ts';
import { cases, type FailCase } from '../../../build/cases.ts';

const request = 'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY';
const answer = 'https://app.example/cb?code=code-CANARY&state=st-CANARY';

/** The cookie of the way out breaks a rule, and the callback fails without it. */
const refused = (line: string, rule: string, start = 'https://app.example/login'): FailCase => ({
  as: 'transaction',
  at: [`1 response.cookie.${line.split('=', 1)[0] ?? ''}`],
  severity: 'error',
  data: { rule },
  trace: `
        GET ${start}
        → 302 ${request}
          Set-Cookie: ${line}
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 400`,
});

cases(setCookieRejected, {
  fails: {
    'it says SameSite=None without Secure': refused('state=CANARY-0123456789; Path=/; SameSite=None', 'none-without-secure'),
    'it is Secure but was set over http': refused('state=CANARY-0123456789; Path=/; Secure', 'secure-on-http', 'http://app.example/login'),
    'the name begins with __Host- and there is a Domain': refused(
      '__Host-state=CANARY-0123456789; Path=/; Secure; Domain=app.example',
      'host-prefix',
    ),
    'the name begins with __Host- and the path is not the root': refused('__Host-state=CANARY-01234; Path=/login; Secure', 'host-prefix'),
    'the name begins with __Host- and Path is left out': refused('__Host-state=CANARY-01234; Secure', 'host-prefix'),
    'the name begins with __Secure- and Secure is missing': refused('__Secure-state=CANARY-01234; Path=/', 'secure-prefix'),
    'Partitioned comes without Secure': refused('state=CANARY-0123456789; Path=/; Partitioned', 'partitioned-without-secure'),
    'its Domain is another site’s': refused('state=CANARY-0123456789; Path=/; Domain=idp.example', 'domain-mismatch'),
    'its Domain is a public suffix': {
      as: 'transaction',
      data: { rule: 'public-suffix' },
      trace: `
        GET https://shop.co.uk/login
        → 302 https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://shop.co.uk/cb&state=st-CANARY
          Set-Cookie: state=CANARY-0123456789; Path=/; Domain=co.uk
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://shop.co.uk/cb&state=st-CANARY
        → 302 https://shop.co.uk/cb?code=code-CANARY&state=st-CANARY
        GET https://shop.co.uk/cb?code=code-CANARY&state=st-CANARY
        → 400`,
    },
    'name and value together are larger than browsers take': refused(`state=CANARY-${'0123456789'.repeat(410)}; Path=/`, 'too-large'),
    'the jar lacked it right after and no rule says why': {
      as: 'not-kept',
      severity: 'error',
      only: 'web-request', // a file has no jar readings
      data: { cookie: 'state' },
      trace: `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: state=CANARY-0123456789; Path=/; Secure; SameSite=Lax
          ~ dropped state
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 400`,
    },
    'the jar lacked one right after, and the login worked all the same': {
      as: 'not-kept',
      severity: 'warning',
      confidence: 'likely',
      only: 'web-request',
      data: { cookie: 'session' },
      trace: `
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 302 https://app.example/home
          Set-Cookie: session=CANARY-0123456789; Path=/; Secure; HttpOnly
          ~ dropped session
        GET https://app.example/home
        → 200`,
    },
    'the session cookie of the callback is too large, and the login starts again': {
      as: 'session',
      at: ['3 response.cookie.appSession'],
      severity: 'error',
      data: { cookie: 'appSession', rule: 'too-large' },
      trace: `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: state=CANARY-0123456789; Path=/; Secure
        GET ${request}
        → 302 ${answer}
        GET ${answer}
          Cookie: state=CANARY-0123456789
        → 302 /home
          Set-Cookie: appSession=CANARY-${'abcdefghij'.repeat(450)}; Path=/; Secure; HttpOnly
        GET https://app.example/home
        → 302 /login
        GET https://app.example/login
        → 302 ${request}2
        GET ${request}2
        → 200`,
    },
    'the session cookie is Secure and the app is served over http': {
      as: 'session',
      data: { rule: 'secure-on-http' },
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=http://intranet.example/cb&state=st-CANARY
        → 302 http://intranet.example/cb?code=code-CANARY&state=st-CANARY
        GET http://intranet.example/cb?code=code-CANARY&state=st-CANARY
        → 302 /
          Set-Cookie: sid=CANARY-session-012345; Path=/; Secure; HttpOnly
        GET http://intranet.example/
        → 401`,
    },
    'a refused cookie did no harm': {
      as: 'unharmed',
      at: ['3 response.cookie.prefs'],
      severity: 'warning',
      trace: `
        GET https://app.example/login
        → 302 ${request}
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 302 /
          Set-Cookie: sid=CANARY-session-012345; Path=/; Secure; HttpOnly
          Set-Cookie: prefs=CANARY; SameSite=None
        GET https://app.example/
          Cookie: sid=CANARY-session-012345
        → 200`,
    },
  },
  passes: {
    'the cookies keep to the rules': `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: __Host-state=CANARY-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
        GET ${request}
        → 302 ${answer}
        GET ${answer}
          Cookie: __Host-state=CANARY-0123456789
        → 302 /
          Set-Cookie: __Host-state=; Path=/; Max-Age=0
          Set-Cookie: sid=CANARY-session; Path=/; Secure; HttpOnly; SameSite=Lax
        GET https://app.example/
          Cookie: sid=CANARY-session
        → 200`,
    'a deletion breaks a rule, which harms nobody': `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: state=CANARY-0123456789; Path=/
        GET ${request}
        → 302 ${answer}
        GET ${answer}
          Cookie: state=CANARY-0123456789
        → 302 /
          Set-Cookie: old_state=; SameSite=None; Expires=Thu, 01 Jan 1970 00:00:00 GMT
          Set-Cookie: sid=CANARY-session; Path=/
        GET https://app.example/
        → 200`,
    'Secure is set over http on localhost, which counts as trustworthy': `
        GET http://localhost:3000/login
        → 302 https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=http://localhost:3000/cb&state=st-CANARY
          Set-Cookie: state=CANARY-0123456789; Path=/; Secure
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=http://localhost:3000/cb&state=st-CANARY
        → 302 http://localhost:3000/cb?code=code-CANARY&state=st-CANARY
        GET http://localhost:3000/cb?code=code-CANARY&state=st-CANARY
          Cookie: state=CANARY-0123456789
        → 200`,
    'the domain is the site’s own, for all its subdomains': `
        GET https://login.app.example/start
        → 302 ${request}
          Set-Cookie: state=CANARY-0123456789; Path=/; Domain=.app.example; Secure
        GET ${request}
        → 302 ${answer}
        GET ${answer}
          Cookie: state=CANARY-0123456789
        → 200`,
    'the value has just the size browsers still take': `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: state=CANARY-${'0'.repeat(4096 - 'state'.length - 'CANARY-'.length)}; Path=/
        GET ${request}
        → 302 ${answer}
        GET ${answer}
          Cookie: state=CANARY-${'0'.repeat(4096 - 'state'.length - 'CANARY-'.length)}
        → 200`,
    'a measuring cookie is refused': `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: state=CANARY-0123456789; Path=/
        GET ${request}
        → 302 ${answer}
        GET ${answer}
          Cookie: state=CANARY-0123456789
        → 200
          Set-Cookie: _ga=GA1.2.CANARY; SameSite=None`,
  },
  skips: {
    'nobody sets a cookie': `
        GET https://app.example/login
          Cookie: sid=CANARY-0123456789
        → 302 ${request}
        GET ${request}
        → 302 ${answer}
        GET ${answer}
          Cookie: sid=CANARY-0123456789
        → 200`,
    'only the provider’s side was recorded': `
        GET ${request}
        → 200
          Set-Cookie: idp_session=CANARY; SameSite=None`,
  },
  unsure: {
    'the file’s cookies were removed': {
      why: 'header-hidden',
      only: 'har',
      trace: `
        GET https://app.example/login
        → 302 ${request}
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 400`,
    },
  },
});
