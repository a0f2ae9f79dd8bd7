/** The app's own redirect throws the answer away before anybody has read it. */
import type { Scenario, Site } from '../model.ts';
import { callbackOf, check, scenario } from './define.ts';

const lost = {
  family: 'redirect-uri',
  thirdPartyCookies: 'block',
  outcome: 'failed',
  headline: 'callback-params-lost',
  ends: 'error',
} as const;

/** A web server's tidying rule: the callback is redirected to the same page with a slash, which the app then serves. */
function tidied(status: number, query: 'kept' | 'lost'): NonNullable<Scenario['appFault']> {
  return (site: Site) => {
    const { pathname } = new URL(site.callbackUrl);
    return (req, res) => {
      const [path = '', search] = (req.url ?? '').split('?');
      if (path === pathname) {
        res.writeHead(status, { Location: `${pathname}/${query === 'kept' && search ? `?${search}` : ''}` }).end();
        return true;
      }
      if (path === `${pathname}/`) req.url = `${pathname}${search === undefined ? '' : `?${search}`}`;
      return false;
    };
  };
}

export const redirectLost = [
  scenario({
    ...lost,
    id: 'callback-slash',
    title: 'The slash rule drops the query',
    story: 'The app’s web server redirects /callback to /callback/ and forgets the query.',
    app: { kind: 'server' },
    appFault: tidied(301, 'lost'),
    proof: (_page, lab) => check(callbackOf(lab, 'callback-slash').location === '/callback/', 'The callback was not redirected.'),
  }),
  scenario({
    ...lost,
    id: 'callback-slash-posted',
    title: 'The slash rule drops the form',
    story:
      'The answer is posted; the web server redirects /callback to /callback/ with 301, and browsers repeat that as GET without the form.',
    app: { kind: 'server', responseMode: 'form_post', transaction: { sameSite: 'None' } },
    appFault: tidied(301, 'kept'),
    proof: (_page, lab) => check(callbackOf(lab, 'callback-slash-posted').method === 'POST', 'The answer was not posted.'),
  }),
  scenario({
    ...lost,
    id: 'callback-fragment-lost',
    title: 'A redirect with its own `#`',
    story: 'The answer stands behind the `#`; the app redirects its callback to a hash route, and the browser drops the answer.',
    app: { kind: 'server', responseType: 'id_token' },
    appFault: () => (req, res) => {
      if (req.url === '/callback') {
        res.writeHead(302, { Location: '/callback/#/welcome' }).end();
        return true;
      }
      if (req.url === '/callback/') req.url = '/callback';
      return false;
    },
    proof: (_page, lab) => check(callbackOf(lab, 'callback-fragment-lost').status === 302, 'The callback was not redirected.'),
  }),
  scenario({
    ...lost,
    family: 'healthy',
    id: 'callback-slash-kept',
    title: 'The slash rule keeps the query',
    story: 'Healthy: the web server redirects /callback to /callback/ and takes the query along.',
    headline: null,
    outcome: 'completed',
    ends: 'signed-in',
    app: { kind: 'server' },
    appFault: tidied(301, 'kept'),
  }),
];
