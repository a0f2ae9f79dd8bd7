/** Rules of browsers that Roundtrip goes by, each shown by the browsers themselves. */
import { addCookie, cookieLine, redirect, sendHtml, targetOf } from '../http.ts';
import type { PlainApp } from '../model.ts';
import { page } from '../page.ts';
import { callbackOf, check, scenario } from './define.ts';

const refused = {
  family: 'cookies',
  headline: 'set-cookie-rejected',
  thirdPartyCookies: 'block',
  outcome: 'failed',
  ends: 'error',
} as const;

const widgetHost = 'widget.example';

/** A page with a frame of another site; the frame sets a cookie of either kind and looks which of them comes back. */
const framed: PlainApp = {
  kind: 'plain',
  pages: (req, res) => {
    const host = req.headers.host ?? '';
    const { pathname } = targetOf(req);
    if (!host.startsWith(widgetHost)) {
      const frame = `<iframe src="https://${widgetHost}${host.slice(host.indexOf(':'))}/set" title="Widget"></iframe>`;
      const waits = `<script>addEventListener('message', () => { document.querySelector('main').dataset.outcome = 'signed-out'; });</script>`;
      return sendHtml(res, 200, page({ title: 'A page with a frame', site: host, body: frame + waits, outcome: 'working' }));
    }
    if (pathname === '/set') {
      addCookie(res, cookieLine('kept_apart', 'CANARY-of-this-page-only', { sameSite: 'None', partitioned: true }));
      addCookie(res, cookieLine('kept_together', 'CANARY-of-all-pages', { sameSite: 'None' }));
      return redirect(res, '/look');
    }
    sendHtml(res, 200, '<!doctype html><title>Widget</title><script>parent.postMessage("done", "*")</script>');
  },
};

export const browserRules = [
  scenario({
    ...refused,
    id: 'cookie-host-domain',
    title: 'A `__Host-` cookie with a domain',
    story: 'The login cookie’s name begins with `__Host-`, which forbids `Domain`; it has one.',
    app: { kind: 'server', transaction: { name: '__Host-login_state', domain: 'cookie-host-domain.app.example' } },
    proof: (_page, lab) => check(callbackOf(lab, 'cookie-host-domain').cookies.length === 0, 'The login cookie came with the answer.'),
  }),
  scenario({
    ...refused,
    id: 'cookie-partitioned',
    title: 'Partitioned without Secure',
    story: 'The login cookie says `Partitioned` and lacks `Secure`; browsers refuse that pair.',
    app: { kind: 'server', transaction: { partitioned: true, secure: false } },
    proof: (_page, lab) => check(callbackOf(lab, 'cookie-partitioned').cookies.length === 0, 'The login cookie came with the answer.'),
  }),
  scenario({
    family: 'healthy',
    headline: null,
    thirdPartyCookies: 'block',
    id: 'frame-partitioned',
    title: 'Cookies in a frame',
    story:
      'Healthy: a frame of another site sets a `Partitioned` cookie and one without. Chromium, which blocks third-party cookies, keeps the first; Firefox keeps both, apart from those of other pages.',
    app: framed,
    callbackHost: widgetHost,
    ends: 'signed-out',
    steps: ['Open the page and wait'],
    drive: async () => undefined,
    proof: (page, lab) =>
      check(
        lab.seen.last(widgetHost, '/look')?.cookies.join() === (page.browser === 'chromium' ? 'kept_apart' : 'kept_apart,kept_together'),
        'What came back is not what this browser keeps.',
      ),
  }),
];
