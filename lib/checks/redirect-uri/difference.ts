/** The part in which two redirection endpoints differ, in words. */
import type { RedirectDifference } from '../../read/redirect.ts';

export const differenceNames: Readonly<Record<RedirectDifference, string>> = {
  scheme: 'the scheme (https became http)',
  'scheme-upgrade': 'the scheme (http became https)',
  www: 'the `www.` in front of the host',
  'loopback-name': 'the loopback name (localhost against 127.0.0.1 or [::1])',
  host: 'the host',
  port: 'the port',
  'trailing-slash': 'the slash at the end of the path',
  'path-case': 'upper and lower case in the path',
  'path-encoding': 'the percent-encoding of the path',
  path: 'the path',
  query: 'the query',
};
