import type { Withheld } from '../../model/cookie.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Owner } from '../../model/finding.ts';
import { answerError } from '../../observe/answer.ts';
import { cookieStory, lostCookies, surelyKeepsLogin } from '../../observe/cookies.ts';
import { brokeAfterAnswer } from '../../observe/run.ts';
import { exchangeOf, type Scene } from '../../observe/scene.ts';
import type { SetCookie } from '../../read/cookies.ts';
import { originOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { absentAt, at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

const why: Readonly<Record<Withheld['kind'], readonly [text: string, owner: Owner]>> = {
  refused: ['The browser had refused to store it', 'app'],
  'not-stored': ['The browser did not store it', 'app'],
  overwritten: ['Another answer overwrote it', 'app'],
  deleted: ['Another answer deleted it in between', 'app'],
  expired: ['It had expired by then', 'app'],
  container: ['The callback came in another browser container or private window', 'user'],
  host: ['It belongs to another host', 'app'],
  path: ['Its path does not cover the callback', 'app'],
  'path-case': ['Its path is written in another case than the callback', 'app'],
  scheme: ['It is marked Secure and the callback came over plain http', 'app'],
  strict: ['It is marked SameSite=Strict and the answer came from another site', 'app'],
  'lax-post': ['Its SameSite rule keeps it off a POST from another site', 'app'],
  'lax-frame': ['Its SameSite rule keeps it out of frames on other sites', 'app'],
  'third-party': ['The browser keeps third-party cookies out of frames', 'browser'],
  unexplained: ['No rule of the browser explains it: an extension, a privacy setting or a proxy may have removed it', 'browser'],
};

export const transactionCookieLost = defineCheck({
  id: 'transaction-cookie-lost',
  category: 'cookies',
  kind: 'breakage',
  tier: 'core',
  title: 'Cookie that remembers this login did not come back',
  severity: 'error',
  rank: 106,
  owner: 'app',
  cites: [
    { spec: 'Cookies', section: '' },
    { spec: 'RFC9700', section: '4.7' },
  ],
  needs: ['callback'],
  messages: {
    lost: {
      title: 'The app lost its login cookie',
      plain: 'The note the website left in your browser for this login was not sent back, so it rejects the answer.',
      text: 'The app set `{cookie}` when the login began; the callback came without it, and the app then failed. {why}.',
      fix: '{advice}',
    },
    replaced: {
      title: 'Another app on this host overwrote the login cookie',
      plain: 'Another program at the same web address replaced the note the website left in your browser for this login.',
      text: 'The app set `{cookie}` when the login began. Then {by} set a cookie of the same name for the same host, and the callback carried that one. Cookies belong to a host and do not know ports.',
      fix: 'Give the two apps host names of their own (localhost for one, 127.0.0.1 for the other), or give one of the cookies another name.',
    },
    'lost-unharmed': {
      title: 'A login cookie did not come back',
      plain: 'A note the website left in your browser for this login was not sent back; the login worked all the same.',
      text: 'The app set `{cookie}` when the login began; the callback came without it. {why}.',
      fix: '{advice}',
      severity: 'warning',
    },
  },
  // GET /login sets state=..., GET /cb comes without it
  inspect({ callback }, scene) {
    if (answerError(scene)?.meaning.kind === 'redirect-uri') return inapplicable;
    const told = cookieStory(scene);
    if (told.kind === 'hidden') return inconclusive('header-hidden');
    if (told.kind === 'none') return inapplicable;
    const other = brokeAfterAnswer(scene) ? overwrittenElsewhere(scene) : null;
    if (other) {
      const { cookie, setBy, by } = other;
      const data = { cookie: cookie.name, by: originOf(by.request.url) ?? '' };
      const places = [at(callback, `request.cookie.${cookie.name}`), at(by, `response.cookie.${cookie.name}`)] as const;
      return fail('replaced', [...places, at(setBy, `response.cookie.${cookie.name}`)], { data, confidence: 'likely' });
    }
    const lost = lostCookies(scene).find((t) => t.withheld !== null);
    if (!lost?.withheld) return pass;
    const { cookie, setBy, withheld } = lost;
    const [text, owner] = why[withheld.kind];
    const evidence = [absentAt(callback, `request.cookie.${cookie.name}`), at(setBy, `response.cookie.${cookie.name}`)] as const;
    const data = {
      cookie: cookie.name,
      why: withheld.kind === 'expired' ? `${text}${lifeOf(cookie, setBy, callback)}` : text,
      reason: withheld.kind,
      advice: adviceFor(withheld),
    };
    const confidence = withheld.kind === 'unexplained' ? ('likely' as const) : ('certain' as const);
    return brokeAfterAnswer(scene)
      ? fail('lost', evidence, { data, confidence, owner })
      : fail('lost-unharmed', evidence, { data, confidence, owner });
  },
});

/** The cookie came with the value that a server on another port or under another scheme gave it. */
function overwrittenElsewhere(scene: Scene): { readonly cookie: SetCookie; readonly setBy: Exchange; readonly by: Exchange } | null {
  const told = cookieStory(scene);
  if (told.kind !== 'told') return null;
  for (const { cookie, setBy, fate, withheld } of told.story.transaction) {
    if (fate !== 'other-value' || withheld?.kind !== 'overwritten' || !surelyKeepsLogin(scene, cookie)) continue;
    const by = exchangeOf(scene, withheld.by);
    if (by && originOf(by.request.url) !== originOf(setBy.request.url)) return { cookie, setBy, by };
  }
  return null;
}

function adviceFor(withheld: Withheld): string {
  switch (withheld.kind) {
    case 'expired':
      return 'Give the cookie 10 to 15 minutes, and send users who come too late to a fresh login.';
    case 'deleted':
    case 'overwritten':
      return 'Keep one entry per login (the state in the cookie’s name), and delete only that one at its callback.';
    case 'scheme':
      return 'Use an https redirect_uri.';
    case 'container':
      return 'Let app and provider open in the same container or window.';
    case 'third-party':
      return 'Log in as a full page instead of a frame.';
    case 'unexplained':
    case 'not-stored':
      return 'Try again in a profile without extensions; check what stands between browser and app.';
    default:
      return 'Change the cookie so that it is sent with the callback: same host, a path that covers it, SameSite=Lax for GET, SameSite=None and Secure for POST.';
  }
}

function lifeOf(cookie: SetCookie, setBy: Exchange, callback: Exchange): string {
  if (cookie.expiresAt === null) return '';
  return `: it was good for ${span(cookie.expiresAt - setBy.startedAt)}, and the answer came ${span(callback.startedAt - setBy.startedAt)} after it was set`;
}

function span(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} minutes`;
}
