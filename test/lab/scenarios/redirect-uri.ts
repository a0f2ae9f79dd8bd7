/** The way back: the provider does not know it, or it leads somewhere else. */
import { callbackOf, callbackReached, check, pressSignIn, scenario, shows } from './define.ts';
import { inAnswer } from './faults.ts';

const broken = { family: 'redirect-uri', thirdPartyCookies: 'block', outcome: 'failed' } as const;

/** The provider stops on its own page, before any sign-in. */
const stopped = { ...broken, headline: 'redirect-uri-rejected', ends: 'elsewhere', drive: pressSignIn } as const;

const unknownUri = /redirect_uri/;

export const redirectUri = [
  scenario({
    ...stopped,
    id: 'redirect-http',
    title: 'http behind a TLS proxy',
    story: 'The app sits behind a proxy that ends TLS, believes that it runs on http and says so in `redirect_uri`.',
    headline: 'redirect-uri-scheme-downgrade',
    also: ['redirect-uri-rejected'],
    app: { kind: 'server', mistake: (url, site) => url.searchParams.set('redirect_uri', site.callbackUrl.replace(/^https:/, 'http:')) },
    proof: (page) => shows(page, unknownUri),
  }),
  scenario({
    ...stopped,
    id: 'redirect-slash',
    title: 'A slash too many',
    story: 'The app sends its return address with a slash at the end; registered is the one without.',
    app: { kind: 'server', mistake: (url, site) => url.searchParams.set('redirect_uri', `${site.callbackUrl}/`) },
    proof: (page) => shows(page, unknownUri),
  }),
  scenario({
    ...stopped,
    id: 'redirect-case',
    title: 'Upper case in the path',
    story: 'Registered is /callback, the app sends /Callback.',
    app: {
      kind: 'server',
      mistake: (url, site) => url.searchParams.set('redirect_uri', site.callbackUrl.replace('/callback', '/Callback')),
    },
    proof: (page) => shows(page, unknownUri),
  }),
  scenario({
    ...stopped,
    id: 'redirect-port',
    title: 'Another port',
    story: 'The app sends the port its server listens on inside the container, not the public one.',
    app: { kind: 'server', mistake: (url, site) => url.searchParams.set('redirect_uri', site.callbackUrl.replace(/:\d+\//, ':8443/')) },
    proof: (page) => shows(page, unknownUri),
  }),
  scenario({
    ...stopped,
    id: 'redirect-loopback-name',
    title: 'localhost for 127.0.0.1',
    story: 'Registered is 127.0.0.1, the program sends localhost.',
    app: {
      kind: 'server',
      mistake: (url, site) => url.searchParams.set('redirect_uri', site.callbackUrl.replace('127.0.0.1', 'localhost')),
    },
    place: 'loopback',
    proof: (page) => shows(page, unknownUri),
  }),
  scenario({
    ...stopped,
    id: 'redirect-double-encoded',
    title: 'Return address encoded twice',
    story: 'The app encodes an address that its library encodes again.',
    headline: 'redirect-uri-malformed',
    also: ['redirect-uri-rejected'],
    app: { kind: 'server', mistake: (url, site) => url.searchParams.set('redirect_uri', encodeURIComponent(site.callbackUrl)) },
    proof: (page) => shows(page, unknownUri),
  }),
  scenario({
    ...stopped,
    id: 'redirect-relative',
    title: 'Half a return address',
    story: 'The app’s public address is not configured, so only the path is left of its return address.',
    headline: 'redirect-uri-malformed',
    app: { kind: 'server', mistake: (url) => url.searchParams.set('redirect_uri', '/callback') },
    proof: (page) => shows(page, unknownUri),
  }),
  scenario({
    ...stopped,
    id: 'redirect-spilled',
    title: 'Return address written unencoded',
    story:
      'The return address has a query of its own and stands unencoded in the request, so its second half becomes a parameter of the request.',
    headline: 'redirect-uri-malformed',
    app: {
      kind: 'server',
      rawMistake: (address, site) => address.replace(/redirect_uri=[^&]*/, `redirect_uri=${site.callbackUrl}?shop=7&aisle=3`),
    },
    registration: { redirectUris: (site) => [`${site.callbackUrl}?shop=7&aisle=3`] },
    proof: (page) => shows(page, unknownUri),
  }),
  scenario({
    ...broken,
    id: 'redirect-elsewhere',
    title: 'Answer delivered to another address',
    story: 'A proxy in front of the provider rewrites the path of the return address.',
    headline: 'redirect-uri-mismatch',
    also: ['callback-http-error'],
    app: { kind: 'server' },
    fault: {
      answer: inAnswer((url) => {
        if (url.pathname === '/callback') url.pathname = '/auth/callback';
      }),
    },
    ends: 'error',
    proof: (_page, lab) => check(!callbackReached(lab, 'redirect-elsewhere'), 'The callback was reached.'),
  }),
  scenario({
    ...broken,
    id: 'host-drift-www',
    title: 'With www and without',
    story: 'The login begins at www and comes back without it; the login cookie belongs to www only.',
    headline: 'redirect-uri-host-drift',
    app: { kind: 'server' },
    startHost: 'www',
    ends: 'error',
    proof: (_page, lab) => check(!callbackOf(lab, 'host-drift-www').cookies.includes('login_state'), 'The login cookie was sent.'),
  }),
  scenario({
    ...broken,
    id: 'host-drift-loopback',
    title: 'localhost and 127.0.0.1',
    story: 'The developer opens localhost, the answer goes to 127.0.0.1: two hosts, two cookie jars.',
    headline: 'redirect-uri-host-drift',
    app: { kind: 'server' },
    place: 'loopback',
    startHost: 'localhost',
    callbackHost: '127.0.0.1',
    ends: 'error',
    proof: (_page, lab) => check(!callbackOf(lab, 'host-drift-loopback').cookies.includes('login_state'), 'The login cookie was sent.'),
  }),
];
