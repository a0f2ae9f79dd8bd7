import { refusalOf } from '../../observe/refusal.ts';
import { brokeAfterAnswer, callbackRun } from '../../observe/run.ts';
import { type Scene, withRole } from '../../observe/scene.ts';
import { readCookies } from '../../read/cookies.ts';
import { areEnvironments } from '../../read/environment.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { addressOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { atRequestParameter } from '../request/parameter.ts';
import { atRefusal } from '../response/stop.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const redirectUriEnvironmentMixup = defineCheck({
  id: 'redirect-uri-environment-mixup',
  category: 'redirect-uri',
  kind: 'breakage',
  tier: 'std',
  title: 'Login started in one environment returns to another',
  severity: 'error',
  rank: 108,
  owner: 'app',
  cites: [
    { spec: 'RFC6749', section: '3.1.2.3', level: 'MUST' },
    { spec: 'RFC9700', section: '4.1' },
  ],
  needs: ['request'],
  messages: {
    refused: {
      title: 'The return address belongs to another environment than the app ({to} instead of {from})',
      plain: 'You started on {from}, but the app asked to send you back to {to}, and the provider did not accept that.',
      text: 'The login began on {from}; its redirect_uri names {to}, which looks like another environment of the app. The provider refused it.',
      fix: 'Set the app’s own address for this environment, and register the redirect_uri of each environment at the provider.',
      severity: 'warning',
    },
    broke: {
      title: 'The login began on {from} and came back to {to}, another environment',
      plain: 'You started on one version of the site and were sent back to another ({from} and {to}), which does not know your login.',
      text: 'The login began on {from}, the answer went to {to}, which looks like another environment of the app, and it failed there. What {from} had stored about the login is not there. The cookies themselves are not in this capture.',
      fix: 'Set the app’s own address for this environment, and register the redirect_uri of each environment at the provider.',
    },
    landed: {
      title: 'The login began on {from} and came back to {to}, another environment',
      plain: 'You started on one version of the site and were sent back to another ({from} and {to}).',
      text: 'The login began on {from}, and its redirect_uri names {to}, which looks like another environment of the app.',
      fix: 'If that is not meant: set the app’s own address for this environment, and register the redirect_uri of each environment at the provider.',
      severity: 'info',
    },
  },
  // https://staging.app.example/login  → /authorize?redirect_uri=https://app.example/cb
  inspect({ request }, scene) {
    const start = withRole(scene, 'start').at(-1);
    if (!start) return inapplicable;
    const target = request.redirectUri ?? scene.flow.response?.target ?? null;
    if (target === null) return request.hidden ? inconclusive(request.hidden) : inapplicable;
    if (isPlaceholder(target)) return inconclusive('redacted-input');
    const from = addressOf(start.request.url)?.host;
    const to = addressOf(target);
    if (!from || !to || (to.scheme !== 'http' && to.scheme !== 'https')) return inapplicable;
    if (from === to.host || !areEnvironments(from, to.host)) return pass;
    const data = { from, to: to.host };
    const evidence = [atRequestParameter(request, 'redirect_uri'), at(start, 'request.url')] as const;
    if (refusalOf(scene)?.about === 'redirect-uri')
      return fail('refused', [...evidence, ...atRefusal(scene)], { confidence: 'likely', data });
    const run = callbackRun(scene);
    if (!run || cameBack(scene, from)) return pass;
    const unseen = readCookies(run.callback.request.headers) === 'hidden';
    return brokeAfterAnswer(scene) && run.breakdown !== 'network' && unseen
      ? fail('broke', evidence, { confidence: 'likely', data })
      : fail('landed', evidence, { confidence: 'likely', data });
  },
});

/** One environment may take the answers for all and hand them back. */
function cameBack(scene: Scene, host: string): boolean {
  return callbackRun(scene)?.chain.some((e) => addressOf(e.request.url)?.host === host) === true;
}
