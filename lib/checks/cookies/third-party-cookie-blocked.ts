import { answerError } from '../../observe/answer.ts';
import { frameCookies } from '../../observe/frames.ts';
import { type Scene, siblings } from '../../observe/scene.ts';
import { headerValue } from '../../read/headers.ts';
import { defineCheck } from '../define.ts';
import { absentAt, at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

/** A visible login this soon after, that needed no sign-in, is the fallback. */
const fallbackMs = 120_000;

export const thirdPartyCookieBlocked = defineCheck({
  id: 'third-party-cookie-blocked',
  category: 'cookies',
  kind: 'breakage',
  tier: 'core',
  title: 'Cookies for the provider are blocked inside the page',
  severity: 'error',
  rank: 55,
  owner: 'browser',
  cites: [
    { spec: 'BrowserApps', section: '' },
    { spec: 'StorageAccess', section: '' },
  ],
  needs: ['request', 'authorization'],
  messages: {
    blocked: {
      title: 'The browser withheld the provider’s session cookie in the frame',
      plain:
        'Your browser does not let the login provider see its cookies inside another website, so signing in quietly can not work here.',
      text: 'The silent request ran in a frame on another site. The browser holds `{cookie}` for {host}, which may travel into frames (SameSite=None; Secure), and did not send it{word}. So the provider answered as if nobody were signed in.',
      fix: 'Do not renew through a hidden frame: use refresh tokens with rotation, or a full-page redirect with `prompt=none`. A provider address on the app’s own site (custom domain) works too.',
    },
    'same-site': {
      title: 'The provider’s session cookie never travels into frames',
      plain: 'The provider’s cookie is not sent inside other websites, so signing in quietly can not work here.',
      text: 'The silent request ran in a frame on another site. The only session cookies of {host} (`{cookie}`) are SameSite=Lax, Strict or unset, which browsers leave out of frames on other sites whatever the privacy setting{word}.',
      fix: 'At the provider: `SameSite=None; Secure` for the session cookie, as far as browsers still send those. Better: refresh tokens with rotation, or a full-page redirect with `prompt=none`.',
      owner: 'provider',
    },
    'not-kept': {
      title: 'The browser did not keep the provider’s cookie in the frame',
      plain: 'Your browser does not let the login provider keep cookies inside another website, so the login can not be finished there.',
      text: 'The provider set `{cookie}` in a frame on another site, and the next request in that frame came without it{word}.',
      fix: 'Open the login as a full page or in a popup. If it must run in a frame, the provider can set partitioned cookies (`Partitioned`).',
    },
    'worked-around': {
      title: 'The silent attempt was blocked, the visible one worked',
      plain: 'Your browser blocks quiet sign-in inside other websites; the app then asked you openly.',
      text: 'The browser withheld `{cookie}` in the frame{word}. A login in a full page followed and went through.',
      fix: 'Skip the hidden frame in browsers that block third-party cookies: use refresh tokens or a full-page redirect.',
      severity: 'warning',
    },
  },
  // frame: GET /authorize?prompt=none without the session cookie  → /cb?error=login_required
  inspect({ authorization }, scene) {
    const found = frameCookies(scene);
    if (found === null || found.kind === 'not-third-party') return inapplicable;
    if (found.kind === 'hidden') return failed(scene) ? inconclusive(found.why) : inapplicable;
    if (!failed(scene)) return pass;
    if (!scene.flow.response && scene.steps.at(-1)?.exchange.outcome.kind === 'pending') return inconclusive('never-finished');
    if (found.kind === 'sent' || found.kind === 'no-session' || found.kind === 'removed') return pass;
    const cookie = found.names[0] ?? '';
    const policy = headerValue(authorization.request.headers, 'sec-fetch-storage-access');
    const word = policy === 'none' || policy === 'inactive' ? ` (it says so itself: Sec-Fetch-Storage-Access: ${policy})` : '';
    const data = { cookie, host: /\/\/([^/?#:]*)/.exec(found.exchange.request.url)?.[1] ?? '', word };
    const evidence = [
      absentAt(found.exchange, `request.cookie.${cookie}`),
      ...(found.setBy ? [at(found.setBy, `response.cookie.${cookie}`)] : []),
      ...(word === '' ? [] : [at(found.exchange, 'request.header.sec-fetch-storage-access')]),
    ] as const;
    if (found.kind === 'same-site') return fail('same-site', evidence, { data });
    if (found.kind === 'not-kept') return fail('not-kept', evidence, { data, confidence: 'likely' });
    const confidence = found.proof === 'browser' ? ('certain' as const) : ('likely' as const);
    return workedAround(scene) ? fail('worked-around', evidence, { data, confidence }) : fail('blocked', evidence, { data, confidence });
  },
});

/** The attempt in the frame came to nothing: an error that a session would have prevented, or no answer at all (web_message shows none, but its code is redeemed). */
function failed(scene: Scene): boolean {
  const error = answerError(scene);
  if (error) return error.meaning.kind === 'no-session' || error.meaning.kind === 'user';
  return scene.flow.response === null && scene.flow.tokens.length === 0;
}

function workedAround(scene: Scene): boolean {
  return siblings(scene).some(
    (other) =>
      !other.silent &&
      other.startedAt >= scene.flow.startedAt &&
      other.startedAt - scene.flow.endedAt <= fallbackMs &&
      other.response !== null &&
      !other.response.parameters.some((p) => p.name === 'error') &&
      !other.steps.some((s) => s.role === 'provider'),
  );
}
