/** Attributes and name prefixes of cookies, a sentence each. */
import { section } from '../speaking.ts';

export const attributes = section('attributes', {
  secure: { name: 'Secure', text: 'Sent over https only. An answer over http can not set it.' },
  httpOnly: { name: 'HttpOnly', text: 'Scripts of the page can not read it.' },
  strict: {
    name: 'SameSite=Strict',
    text: 'Left out of everything that another site began, a link included: the way back from the provider usually is such a thing.',
  },
  lax: {
    name: 'SameSite=Lax',
    text: 'Comes along when another site leads here by link or redirect (GET), not with a form it posts and not in its frames.',
  },
  none: { name: 'SameSite=None', text: 'Comes along from other sites, too, unless the browser blocks third-party cookies. Needs Secure.' },
  unspecified: {
    name: 'no SameSite',
    text: 'Chrome treats it as Lax, and for its first two minutes sends it with posted forms, too. Firefox treats it as None.',
  },
  domain: { name: 'Domain', text: 'Goes to this host and to all below it.' },
  hostOnly: { name: 'no Domain', text: 'Goes back to exactly the host that set it.' },
  path: { name: 'Path', text: 'Goes only to addresses that begin with this path; upper and lower case count.' },
  expires: { name: 'Expires, Max-Age', text: 'The browser forgets it then. Max-Age counts before Expires.' },
  session: { name: 'no Expires, no Max-Age', text: 'Kept until the browser closes; some restore it with their tabs.' },
  partitioned: {
    name: 'Partitioned',
    text: 'Kept apart for each site it is embedded in. Set in a frame, it is not there when the site is opened by itself.',
  },
  hostPrefix: {
    name: '__Host-',
    text: 'By its name it has to be Secure, with Path=/ and without Domain; otherwise the browser refuses it.',
  },
  securePrefix: { name: '__Secure-', text: 'By its name it has to be Secure; otherwise the browser refuses it.' },
  httpPrefix: { name: '__Http-', text: 'By its name it has to be Secure and HttpOnly: no script can have made it.' },
  hostHttpPrefix: { name: '__Host-Http-', text: 'By its name it has to be all that __Host- and __Http- ask for.' },
});
