import { exchangeOf } from '../../observe/scene.ts';
import { defineCheck } from '../define.ts';
import { absentAt, at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const callbackNoResult = defineCheck({
  id: 'callback-no-result',
  category: 'response',
  kind: 'breakage',
  tier: 'core',
  title: 'Callback reached without code, token or error',
  severity: 'error',
  rank: 82,
  owner: 'provider',
  cites: [
    { spec: 'RFC6749', section: '4.1.2', level: 'MUST' },
    { spec: 'RFC6749', section: '4.2.2', level: 'MUST' },
  ],
  needs: ['request'],
  messages: {
    empty: {
      title: 'The app was called back without an answer',
      plain: 'You were sent back to the app, but without the login answer.',
      text: 'The browser reached the redirect_uri from the provider, and the address carries neither `code` nor token nor `error`.',
      fix: 'Look at the last redirect of the provider: a proxy or firewall between it and the app may strip the query or cut the address at `#`. If the provider hands its answer over in another way (web_message), the app must listen there.',
    },
    'posted-empty': {
      title: 'The provider posted an empty answer',
      plain: 'You were sent back to the app, but the form with the login answer was empty.',
      text: 'The callback was called with POST, and its body carries neither `code` nor token nor `error`.',
      fix: 'Check what stands between provider and app: a redirect or proxy that drops the body of a POST.',
    },
    'left-by-link': {
      title: 'The provider’s page led back to the app without an answer',
      plain: 'You went back to the app without finishing the login.',
      text: 'A page of the provider led to the redirect_uri without `code`, token or `error`, as a "back to the app" link does.',
      fix: 'If users get here by pressing cancel, ask the provider to answer with `error=access_denied` instead.',
      severity: 'info',
      owner: 'user',
    },
  },
  // GET /authorize → 302 https://app/cb
  inspect({ request }, scene) {
    if (scene.flow.response) return pass;
    const bare = exchangeOf(scene, scene.flow.bareCallback);
    if (!bare) return inapplicable;
    if (request.responseTypes.includes('none') || request.responseMode === 'web_message') return inapplicable;
    const inFragment =
      request.responseMode === 'fragment' ||
      (request.responseMode === null && request.responseTypes.some((t) => t !== 'code')) ||
      request.responseTypes.length === 0;
    if (inFragment && scene.stage.capture.gaps.includes('fragment-not-recorded') && !cameByLocation(scene, bare.previousHop))
      return inconclusive('fragment-not-recorded');
    if (bare.request.method === 'POST')
      return bare.request.body.seen
        ? fail('posted-empty', [absentAt(bare, 'request.form.code'), at(bare, 'request.method')], { confidence: 'likely' })
        : inconclusive(bare.request.body.why);
    if (cameByLocation(scene, bare.previousHop)) return fail('empty', [absentAt(bare, 'request.query.code'), at(bare, 'request.url')]);
    return fail('left-by-link', [absentAt(bare, 'request.query.code'), at(bare, 'request.url')], { confidence: 'possible' });
  },
});

/** A redirect's Location shows the whole address, fragment included. */
function cameByLocation(scene: Parameters<typeof exchangeOf>[0], id: Parameters<typeof exchangeOf>[1]): boolean {
  return exchangeOf(scene, id)?.outcome.kind === 'redirected';
}
