import type { Exchange } from '../../model/exchange.ts';
import { callbackRun, isAbort } from '../../observe/run.ts';
import { withRole } from '../../observe/scene.ts';
import { isDevelopmentHost } from '../../read/site.ts';
import { addressOf, hostOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';
import { slowMs } from './failure.ts';

/** Nobody waits longer, proxies and gateways neither. */
const hungMs = 30_000;
/** A computer that slept, not a server that worked. */
const asleepMs = 600_000;

export const callbackSlow = defineCheck({
  id: 'callback-slow',
  category: 'callback',
  kind: 'remark',
  tier: 'std',
  title: 'Callback takes long to answer',
  severity: 'warning',
  rank: 125,
  owner: 'app',
  cites: [{ spec: 'RFC6749', section: '4.1.3' }],
  needs: ['response'],
  messages: {
    slow: {
      title: 'The callback took {seconds} s to answer',
      plain: 'The app needed {seconds} seconds to finish the login behind the scenes.',
      text: 'The callback answered after {seconds} s. In that time the app talks to the token endpoint, and often to userinfo and its own database; platforms that link accounts give up after 4.5 s.',
      fix: 'Measure the token exchange by itself. Keep connections open, cache the provider’s metadata and keys, set time limits, and fetch profiles after the login.',
    },
    hung: {
      title: 'The callback did not answer within {seconds} s, and the page was left',
      plain: 'The provider did its part; the app did not answer for {seconds} seconds, until the page was left.',
      text: 'The answer was handed to the app, and nothing came back for {seconds} s. Then the browser gave the page up. Most likely the app waits for the token endpoint without a time limit.',
      fix: 'Look at the app’s log for the token exchange at this time: outbound network, proxy, DNS. Set a time limit of a few seconds and show an error.',
      severity: 'error',
      kind: 'breakage',
    },
    token: {
      title: 'The token endpoint took {seconds} s to answer',
      plain: 'The provider needed {seconds} seconds to finish the login.',
      text: 'The token request to {host} was answered after {seconds} s.',
      fix: 'Ask the provider about the time of this request; look for hooks or rules that run while it issues tokens.',
      owner: 'provider',
    },
  },
  // GET /cb?code=c  → 302 after 7 s
  inspect(_, scene) {
    const run = callbackRun(scene);
    const token = withRole(scene, 'token-request').find((e) => e.outcome.kind === 'answered');
    const hops = [...(run ? [run.callback] : []), ...(token ? [token] : [])].filter((e) => !isNear(e) && !e.speculative && !e.fromCache);
    if (hops.length === 0) return inapplicable;
    if (scene.stage.capture.gaps.includes('times-missing')) return inconclusive('times-missing');
    for (const exchange of hops) {
      const { outcome } = exchange;
      if (outcome.kind === 'pending') return inconclusive('never-finished');
      const waitMs = exchange.waitMs ?? exchange.durationMs;
      if (waitMs === null) return inconclusive('times-missing');
      // A slow failure is told by the check of the failure.
      if (waitMs < slowMs || waitMs > asleepMs || (outcome.kind === 'answered' && outcome.status >= 400)) continue;
      const data = { seconds: (waitMs / 1000).toFixed(1), host: hostOf(exchange.request.url) };
      const evidence = [at(exchange, 'timing'), at(exchange, 'request.url')] as const;
      if (exchange === token) return fail('token', evidence, { data });
      if (outcome.kind !== 'failed') return fail('slow', evidence, { data });
      if (isAbort(outcome.reason) && waitMs >= hungMs) return fail('hung', evidence, { data, confidence: 'likely' });
    }
    return pass;
  },
});

/** A development server compiles its pages when they are first asked for. */
function isNear({ request }: Exchange): boolean {
  const host = addressOf(request.url)?.host;
  return host !== undefined && isDevelopmentHost(host);
}
