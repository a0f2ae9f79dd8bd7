import type { Problem } from '../../model/finding.ts';
import { answerError } from '../../observe/answer.ts';
import { setCookiesOf } from '../../observe/cookies.ts';
import { tokenIn } from '../../observe/credentials.ts';
import { callbackRun } from '../../observe/run.ts';
import { isBystander, isLoginName, refusalOf, type SetCookie } from '../../read/cookies.ts';
import { estimateBits } from '../../read/entropy.ts';
import { looksLikeJwt } from '../../read/jwt.ts';
import { addressOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { at, inapplicable, inconclusive, problem, verdictOf } from '../verdict.ts';

/** Less than this can be guessed, and keeps no session. */
const sessionBits = 64;
const mostNamed = 3;

/** Made to be read by scripts, or for the time of one login. */
const otherPurpose = /csrf|xsrf|antiforgery|requestverification|state|nonce|pkce|verifier|correlation|txn|transaction/i;

export const sessionCookieFlags = defineCheck({
  id: 'session-cookie-flags',
  category: 'cookies',
  kind: 'weakness',
  tier: 'ext',
  title: 'Session cookie set by the callback lacks protection flags',
  severity: 'warning',
  rank: 922,
  owner: 'app',
  cites: [
    { spec: 'BrowserApps', section: '', level: 'SHOULD' },
    { spec: 'Cookies', section: '', level: 'SHOULD' },
  ],
  needs: ['response'],
  messages: {
    unprotected: {
      title: 'The session cookie `{cookie}` is set without {missing}',
      plain: 'The cookie that keeps you signed in is not fully protected against theft.',
      text: 'At the end of the login the app set `{cookie}` without {missing}. {harm}',
      fix: 'Set it with `Secure; HttpOnly; SameSite=Lax`, and with a name that begins with `__Host-` where no other host needs it.',
    },
    'no-samesite': {
      title: 'The session cookie `{cookie}` leaves SameSite to the browser',
      plain: 'The cookie that keeps you signed in is protected in some browsers and not in others.',
      text: 'At the end of the login the app set `{cookie}` without SameSite. Chrome treats that as Lax; Firefox and Safari send the cookie along when other sites send forms to the app.',
      fix: 'Write `SameSite=Lax`, or `SameSite=None; Secure` where the app runs in frames of other sites.',
      severity: 'info',
    },
  },
  // GET /cb?code=c → 302, Set-Cookie: session=...; Path=/
  inspect(_, scene) {
    const run = callbackRun(scene);
    if (!run || answerError(scene)) return inapplicable;
    const problems: Problem<'unprotected' | 'no-samesite'>[] = [];
    const judged = new Set<string>();
    let hidden = false;
    for (const exchange of run.chain) {
      const lines = setCookiesOf(exchange);
      if (lines === 'hidden') hidden = true;
      else
        for (const cookie of lines) {
          const { url } = exchange.request;
          if (judged.has(cookie.name) || !keepsSession(cookie) || refusalOf(cookie, url) !== null) continue;
          judged.add(cookie.name);
          // A token in it is the graver matter, and token-exposed-to-script’s.
          if (!cookie.httpOnly && tokenIn(scene, cookie.value) !== null) continue;
          const missing = [
            ...(cookie.secure || addressOf(url)?.scheme !== 'https' ? [] : ['Secure']),
            ...(cookie.httpOnly ? [] : ['HttpOnly']),
          ];
          const evidence = [at(exchange, `response.cookie.${cookie.name}`)] as const;
          if (missing.length > 0)
            problems.push(
              problem('unprotected', evidence, {
                data: { cookie: cookie.name, missing: missing.join(' and '), harm: harmOf(missing) },
                confidence: 'likely',
              }),
            );
          else if (cookie.sameSite === 'unspecified')
            problems.push(problem('no-samesite', evidence, { data: { cookie: cookie.name }, confidence: 'likely' }));
        }
    }
    if (judged.size === 0) return hidden ? inconclusive('header-hidden') : inapplicable;
    return verdictOf(problems.slice(0, mostNamed));
  },
});

/** By its name, or because it is a token; and because nobody can guess it. */
function keepsSession({ name, value, deletes, httpOnly }: SetCookie): boolean {
  if (deletes || isBystander(name) || otherPurpose.test(name)) return false;
  return looksLikeJwt(value) || (estimateBits(value) >= sessionBits && (isLoginName(name) || httpOnly));
}

function harmOf(missing: readonly string[]): string {
  const script = 'Any script that gets into the page can read it and take the session over.';
  const line = 'A single request over plain http shows it to everybody on the way.';
  return [...(missing.includes('HttpOnly') ? [script] : []), ...(missing.includes('Secure') ? [line] : [])].join(' ');
}
