import { exchangeOf } from '../../observe/scene.ts';
import { header, mediaType } from '../../read/headers.ts';
import { originOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const authzViaXhr = defineCheck({
  id: 'authz-via-xhr',
  category: 'request',
  kind: 'breakage',
  tier: 'core',
  title: 'Authorization endpoint called by script or as a page resource',
  severity: 'error',
  rank: 43,
  owner: 'app',
  cites: [
    { spec: 'RFC9700', section: '2.6', level: 'MUST' },
    { spec: 'Fetch', section: 'cors' },
  ],
  needs: ['request', 'authorization'],
  messages: {
    redirected: {
      title: 'A background request was redirected to the login page',
      plain: 'The page tried to sign you in behind the scenes, but login pages only work as a full page. Reload the page to sign in again.',
      text: 'A script’s request to the app’s own API was redirected to the authorization endpoint of another site. The browser blocks that (CORS): the login page answers without `Access-Control-Allow-Origin`, as it must.',
      fix: 'Answer API calls with 401 instead of a redirect to the login, and let the page navigate to the login route itself.',
    },
    script: {
      title: 'A script called the authorization endpoint',
      plain: 'The page tried to sign you in behind the scenes, but login pages only work as a full page.',
      text: 'The authorization request was sent with fetch or XMLHttpRequest. The authorization endpoint is for navigations: it does not allow cross-origin reads.',
      fix: 'Navigate to the authorization URL (location.assign) instead of fetching it.',
    },
    resource: {
      title: 'An image, script or icon started a login',
      plain: 'A part of the page that was only being loaded started another login in the background.',
      text: 'A page resource was redirected to the authorization endpoint. Such a request can overwrite the login that the user is in.',
      fix: 'Exclude static files, icons and prefetches from the redirect to the login.',
      severity: 'warning',
    },
  },
  // fetch https://app/api  → 302 https://idp/authorize?...  (no Access-Control-Allow-Origin)
  inspect({ authorization }, scene) {
    const { kind, fromBrowser } = authorization.where;
    if (kind === 'page' || kind === 'frame' || kind === 'preflight') return pass;
    if (!fromBrowser || kind === 'unknown') return kind === 'unknown' ? inapplicable : inconclusive('browser-unknown');
    const from = exchangeOf(scene, authorization.previousHop);
    const page = originOf(authorization.request.initiator ?? '');
    if (page !== null && page === originOf(authorization.request.url)) return pass;
    const evidence = [at(authorization, 'request.url'), ...(from ? [at(from, 'response.header.location')] : [])] as const;
    if (kind === 'resource') return fail('resource', evidence);
    const { outcome } = authorization;
    if (outcome.kind === 'answered' || outcome.kind === 'redirected') {
      const allowed = header(outcome.headers, 'access-control-allow-origin');
      if (allowed.kind === 'present') return pass;
      if (allowed.kind === 'hidden' && outcome.kind === 'answered' && /json/.test(mediaType(outcome.headers)))
        return inconclusive('header-hidden');
    }
    if (outcome.kind === 'pending') return inconclusive('never-finished');
    return from ? fail('redirected', evidence) : fail('script', evidence);
  },
});
