import { providerStop } from '../../observe/answer.ts';
import { wasConsumed } from '../../observe/consumed.ts';
import { insecureTarget } from '../../observe/insecure-target.ts';
import { brokeAfterAnswer } from '../../observe/run.ts';
import { type Scene, withRole } from '../../observe/scene.ts';
import { headerValue } from '../../read/headers.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { isDevelopmentHost } from '../../read/site.ts';
import { addressOf } from '../../read/url.ts';
import { redirectUriAliases } from '../../spec/vocabulary.ts';
import { defineCheck } from '../define.ts';
import { atRequestParameter } from '../request/parameter.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const redirectUriSchemeDowngrade = defineCheck({
  id: 'redirect-uri-scheme-downgrade',
  category: 'redirect-uri',
  kind: 'breakage',
  tier: 'core',
  title: '`redirect_uri` says http although the site runs on https',
  severity: 'error',
  rank: 49,
  owner: 'app',
  cites: [
    { spec: 'RFC9700', section: '2.6', level: 'MUST' },
    { spec: 'RFC6749', section: '3.1.2.1', level: 'SHOULD' },
  ],
  needs: ['request', 'authorization'],
  messages: {
    broke: {
      title: 'The app asks for an http return address although it runs on https',
      plain:
        'The app told the provider to send you back to its insecure address, most likely because it does not know that it sits behind a secure proxy.',
      text: 'The login began on {start}, but the redirect_uri says `http://` for the same site{port}. Behind a proxy that ends TLS, an app that does not trust the forwarded headers believes it runs on http.',
      fix: 'Make the framework trust `X-Forwarded-Proto` and `X-Forwarded-Host` (or `Forwarded`) from the proxy, or set the public base URL of the app explicitly.',
    },
    went: {
      title: 'The return address says http although the site runs on https',
      plain: 'The app asked to be answered at its insecure address. That has done no harm here so far.',
      text: 'The login began on {start}, but the redirect_uri says `http://` for the same site{port}.',
      fix: 'Make the framework trust the proxy’s forwarded headers, or set the public base URL of the app explicitly.',
      severity: 'warning',
    },
  },
  // https://app.example/login  → 302 /authorize?redirect_uri=http://app.example/cb
  inspect({ request, authorization }, scene) {
    const { redirectUri } = request;
    if (redirectUri === null) return request.hidden ? inconclusive(request.hidden) : inapplicable;
    if (isPlaceholder(redirectUri)) return inconclusive('redacted-input');
    if (!addressOf(redirectUri)) return inapplicable;
    const insecure = insecureTarget(scene);
    if (!insecure?.downgradedFrom) return pass;
    const { address: target, downgradedFrom } = insecure;
    const { address: from, start } = downgradedFrom;
    const sent = atRequestParameter(request, 'redirect_uri', ...redirectUriAliases);
    const referer = headerValue(authorization.request.headers, 'referer') === null ? [] : [at(authorization, 'request.header.referer')];
    const evidence = [sent, ...(start ? [at(start, 'request.url')] : referer)] as const;
    const oddPort = target.port !== 80 && target.port !== from.port ? `, port ${target.port}` : '';
    const data = { start: from.origin, port: oddPort };
    if (refused(scene) || brokeOverHttp(scene, target.host)) return fail('broke', evidence, { data });
    return fail('went', evidence, { data, ...(isDevelopmentHost(target.host) ? { severity: 'info' as const } : {}) });
  },
});

/** The provider stopped over the address, or for no reason that is known. */
function refused(scene: Scene): boolean {
  const stop = providerStop(scene);
  if (!stop || stop.says === 'client' || stop.says === 'other') return false;
  return stop.says === 'redirect-uri' || (stop.status < 500 && stop.status !== 429);
}

/** The callback went over plain http, where cookies marked Secure are not sent. One that the browser upgraded lost nothing. */
function brokeOverHttp(scene: Scene, host: string): boolean {
  const [callback] = withRole(scene, 'callback');
  if (!callback?.request.url.startsWith('http://') || (callback.outcome.kind === 'redirected' && callback.outcome.by === 'browser'))
    return false;
  return brokeAfterAnswer(scene) || !(wasConsumed(scene) || isDevelopmentHost(host));
}
