import { cookieStory, isCrossSiteArrival, lostCookies } from '../../observe/cookies.ts';
import { brokeAfterAnswer } from '../../observe/run.ts';
import { laxPostGraceMs } from '../../read/cookies.ts';
import { defineCheck } from '../define.ts';
import { absentAt, at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const samesiteFormPost = defineCheck({
  id: 'samesite-form-post',
  category: 'cookies',
  kind: 'breakage',
  tier: 'core',
  title: 'Cookie not sent because the answer is a POST from another site',
  severity: 'error',
  rank: 102,
  owner: 'app',
  cites: [
    { spec: 'FormPost', section: '2' },
    { spec: 'Cookies', section: '' },
  ],
  needs: ['callback'],
  messages: {
    withheld: {
      title: 'The login cookie is not sent with a form from another site',
      plain: 'The provider returned the answer by a form, and the browser does not attach this login cookie to forms from other sites.',
      text: 'The answer came by POST from the provider’s site. `{cookie}` was set with {attribute}, {age} before; the browser leaves it out of such requests.',
      fix: 'Set the cookie of the pending login with `SameSite=None; Secure` (that one only), or ask for the answer by GET (`response_mode=query`).',
    },
    'too-old': {
      title: 'The login cookie was too old for a form from another site',
      plain:
        'The sign-in took longer than two minutes; after that the browser no longer sends this login cookie with the provider’s form. A quick second try works.',
      text: 'The answer came by POST from the provider’s site. `{cookie}` says nothing about SameSite and was {age} old; Chrome sends such a cookie with a cross-site POST for two minutes only. Firefox would have sent it.',
      fix: 'Set the cookie of the pending login with `SameSite=None; Secure` (that one only), or ask for the answer by GET (`response_mode=query`).',
    },
    'works-while-young': {
      title: 'The login cookie arrived only because the sign-in was quick',
      plain: 'This login worked because it took less than two minutes. A slower one will fail.',
      text: 'The answer came by POST from the provider’s site. `{cookie}` says nothing about SameSite; Chrome sends such a cookie with a cross-site POST for two minutes only, and it was {age} old.',
      fix: 'Set the cookie of the pending login with `SameSite=None; Secure`, before users with a second factor run into it.',
      severity: 'warning',
    },
  },
  // Set-Cookie: corr=..; SameSite=Lax  → POST /cb from another site without it
  inspect({ callback }, scene) {
    if (callback.request.method !== 'POST' || !isCrossSiteArrival(scene, callback)) return inapplicable;
    const told = cookieStory(scene);
    if (told.kind === 'hidden') return inconclusive('header-hidden');
    if (told.kind === 'none') return inapplicable;
    const lost = lostCookies(scene).find((t) => t.withheld?.kind === 'lax-post');
    if (lost) {
      const unset = lost.cookie.sameSite === 'unspecified';
      const evidence = [
        absentAt(callback, `request.cookie.${lost.cookie.name}`),
        at(lost.setBy, `response.cookie.${lost.cookie.name}`),
      ] as const;
      const data = { cookie: lost.cookie.name, attribute: unset ? 'no SameSite attribute' : 'SameSite=Lax', age: ageText(lost.ageMs) };
      return fail(unset ? 'too-old' : 'withheld', evidence, { data, ...(brokeAfterAnswer(scene) ? {} : { severity: 'warning' as const }) });
    }
    const young = told.story.transaction.find((t) => t.fate === 'sent' && t.cookie.sameSite === 'unspecified' && t.ageMs < laxPostGraceMs);
    if (young && scene.stage.capture.source.browser === 'chrome')
      return fail(
        'works-while-young',
        [at(callback, `request.cookie.${young.cookie.name}`), at(young.setBy, `response.cookie.${young.cookie.name}`)],
        { data: { cookie: young.cookie.name, age: ageText(young.ageMs) } },
      );
    return pass;
  },
});

function ageText(ms: number): string {
  return ms < 1000 ? 'less than a second' : ms < 120_000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`;
}
