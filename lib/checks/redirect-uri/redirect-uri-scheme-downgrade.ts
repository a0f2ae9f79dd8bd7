import { providerStop } from '../../observe/answer.ts';
import { brokeAfterAnswer } from '../../observe/run.ts';
import { withRole } from '../../observe/scene.ts';
import { isDevelopmentHost, isLoopbackHost, siteOfHost } from '../../read/site.ts';
import { addressOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const redirectUriSchemeDowngrade = defineCheck({
  id: 'redirect-uri-scheme-downgrade',
  category: 'redirect-uri',
  kind: 'breakage',
  tier: 'core',
  title: 'redirect_uri says http although the site runs on https',
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
      plain: 'The app asked to be answered at its insecure address. It worked this time.',
      text: 'The login began on {start}, but the redirect_uri says `http://` for the same site{port}.',
      fix: 'Make the framework trust the proxy’s forwarded headers, or set the public base URL of the app explicitly.',
      severity: 'warning',
    },
  },
  // https://app.example/login  → 302 /authorize?redirect_uri=http://app.example/cb
  inspect({ request, authorization }, scene) {
    const { redirectUri } = request;
    if (redirectUri === null) return request.hidden ? inconclusive(request.hidden) : inapplicable;
    const target = addressOf(redirectUri);
    if (target?.scheme !== 'http' || isLoopbackHost(target.host)) return target ? pass : inapplicable;
    const started = withRole(scene, 'start')
      .filter((e) => addressOf(e.request.url)?.scheme === 'https')
      .at(-1);
    const initiator = started?.request.url ?? authorization.request.initiator;
    const from = initiator ? addressOf(initiator) : null;
    if (from?.scheme !== 'https' || siteOfHost(from.host) !== siteOfHost(target.host)) return pass;
    const evidence = [
      at(authorization, request.in === 'form' ? 'request.form.redirect_uri' : 'request.query.redirect_uri'),
      started ? at(started, 'request.url') : at(authorization, 'request.header.referer'),
    ] as const;
    const oddPort = target.port !== 80 && target.port !== from.port ? `, port ${target.port}` : '';
    const data = { start: from.origin, port: oddPort };
    const failed = providerStop(scene) !== null || brokeAfterAnswer(scene) || answeredOverHttp(scene);
    if (failed) return fail('broke', evidence, { data });
    return fail('went', evidence, { data, ...(isDevelopmentHost(target.host) ? { severity: 'info' as const } : {}) });
  },
});

/** The callback itself went over plain http: the browser did not upgrade it. */
function answeredOverHttp(scene: Parameters<typeof providerStop>[0]): boolean {
  return withRole(scene, 'callback')
    .slice(0, 1)
    .some((e) => e.request.url.startsWith('http://') && !(e.outcome.kind === 'redirected' && e.outcome.by === 'browser'));
}
