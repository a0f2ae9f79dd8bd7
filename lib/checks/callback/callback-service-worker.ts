import { callbackRun } from '../../observe/run.ts';
import { after, type Scene, withRole } from '../../observe/scene.ts';
import { carriedIn } from '../../read/carries.ts';
import { valueFor } from '../../read/parameters.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

/** A page that takes the answer itself does so at once. */
const patienceMs = 5_000;

export const callbackServiceWorker = defineCheck({
  id: 'callback-service-worker',
  category: 'callback',
  kind: 'remark',
  tier: 'ext',
  title: 'Service worker or cached app shell answered the callback',
  severity: 'warning',
  rank: 119,
  owner: 'app',
  cites: [{ spec: 'ServiceWorkers', section: 'fetch' }],
  needs: ['response', 'callback'],
  messages: {
    restarted: {
      title: 'The app’s service worker answered the callback, and the login began anew',
      plain: 'A helper of the app inside your browser answered instead of its server, so the login was never finished.',
      text: 'The answer came back, and the request to the callback did not reach the app’s server: the app’s service worker (or a cached page) answered it. No call of the page carried the code on, and then the login was started again.',
      fix: 'Take the callback’s path out of the service worker’s navigation fallback (Workbox: `navigateFallbackDenylist`; Angular: `navigationUrls` with `!/callback`), and publish a worker that takes over at once. The user can clear the site’s data.',
      insists: true,
    },
    answered: {
      title: 'The app’s service worker answered the callback, and nothing took the code',
      plain: 'A helper of the app inside your browser answered instead of its server; the login may not be finished.',
      text: 'The answer came back, and the request to the callback did not reach the app’s server: the app’s service worker (or a cached page) answered it. No call of the page with the code was seen. A page may have handed it on in a way this recording does not show.',
      fix: 'If the app’s server finishes logins, take the callback’s path out of the service worker’s navigation fallback.',
      severity: 'info',
    },
  },
  // 302 /cb?code=c, and the page is shown without a request
  inspect({ response, callback }, scene) {
    // What stands behind the hash is the page's business, whoever answered.
    if (response.in !== 'query' || callback.request.method !== 'GET') return inapplicable;
    const code = valueFor(response.parameters, 'code');
    if (code === null) return inapplicable;
    const { outcome, navigation } = callback;
    if (outcome.kind === 'pending') return inconclusive('never-finished');
    if (navigation?.transition === 'reload' || navigation?.qualifiers.includes('forward_back')) return inapplicable;
    const run = callbackRun(scene);
    const takenOver = outcome.kind === 'redirected' && outcome.by === 'service-worker' && run?.last === callback;
    if (!run || !(takenOver || (callback.fromCache && outcome.kind === 'answered' && outcome.status < 400))) return pass;
    if (scene.flow.tokens.length > 0 || handsOn(scene, code)) return pass;
    const evidence = [at(callback, 'request.url')] as const;
    if (run.restartedBy) return fail('restarted', evidence, { confidence: 'likely' });
    if (scene.stage.capture.asOf - callback.startedAt < patienceMs) return inconclusive('capture-ended-early');
    return fail('answered', evidence, { confidence: 'possible' });
  },
});

/** A call of the page with the code in it. */
function handsOn(scene: Scene, code: string): boolean {
  const [callback] = withRole(scene, 'callback');
  if (!callback) return false;
  for (const exchange of after(scene, callback, 60_000))
    if (exchange.where.kind === 'fetch' && (carriedIn(exchange, code) || !exchange.request.body.seen)) return true;
  return false;
}
