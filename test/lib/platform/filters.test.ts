import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { answersAt, endpointsAt, everywhere, isEndpoint, patternsFor } from '../../../lib/platform/filters.ts';

vi.mock('../../../lib/platform/browser.ts', () => ({ isFirefox: false }));

/** As the browsers read a match pattern: a star stands for anything, the rest for itself. */
const matches = (pattern: string, url: string) =>
  new RegExp(
    `^${pattern
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace('*://', 'https?://')
      .replaceAll('*', '.*')}$`,
  ).test(
    // Neither browser looks at what follows the number sign.
    url.split('#', 1)[0] ?? '',
  );

/** Every address of these is meant: paths by a star for the folders in front, of which there may be none. */
const meant = [
  '*client_id=*',
  '.well-known/openid-configuration*',
  '*/.well-known/openid-configuration*',
  '.well-known/oauth-authorization-server*',
  '*/.well-known/oauth-authorization-server*',
  'token',
  '*/token',
  'token?*',
  '*/token?*',
  'oauth/access_token*',
  '*/oauth/access_token*',
  'oauth2/*token*',
  '*/oauth2/*token*',
  'oauth2/*clients*',
  '*/oauth2/*clients*',
  'register',
  '*/register',
  'reg',
  '*/reg',
  'clients-registrations/*',
  '*/clients-registrations/*',
].map((path) => `*://*/${path}`);

const address = fc
  .array(
    fc.constantFrom(
      ...['/', '?', '&', '#', '=', 'x', 'token', 'access_token', 'oauth', 'oauth2', 'clients', 'clients-registrations', 'client_id='],
      ...['reg', 'register', '.well-known', 'openid-configuration', 'oauth-authorization-server', '/token', '/oauth2/', '/oauth/'],
    ),
    { maxLength: 7 },
  )
  .map((parts) => `https://a.example/${parts.join('')}`);

describe('what is listened to', () => {
  it('are the addresses that are meant and no others, and the browser’s filter lets all of them through', () => {
    const filter = endpointsAt(3);
    fc.assert(
      fc.property(address, (url) => {
        const wanted = meant.some((pattern) => matches(pattern, url));
        expect(isEndpoint(url), url).toBe(wanted);
        if (wanted)
          expect(
            filter.some((pattern) => matches(pattern, url)),
            url,
          ).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  it('takes time in proportion to the address', () => {
    // Each of these begins again what a careless expression would read to the end.
    for (const part of ['/oauth2/', '/token', '/.well-known/o', 'client_id', '/reg', '#'])
      expect(isEndpoint(`https://a.example/${part.repeat(200_000)}x`), part).toBe(false);
  });

  it('is an address that was learned only where nothing else hears it', () => {
    expect(patternsFor('https://idp.example/oauth/token')).toEqual([]);
    // Heard without a query, and not with one.
    expect(patternsFor('https://idp.example/register')).toEqual(['https://idp.example/register*']);
    expect(patternsFor('https://idp.example:8443/as/token.oauth2')).toEqual(['https://idp.example/as/token.oauth2*']);
    expect(patternsFor('https://idp.example/a*b')).toEqual([]);
    fc.assert(
      fc.property(address, fc.constantFrom('', '?', '?a=b', '#x', '?client_id=1'), (text, rest) => {
        const [learned = ''] = text.split(/[?#]/, 1);
        const heard = [...endpointsAt(1), ...patternsFor(learned)].some((pattern) => matches(pattern, learned + rest));
        expect(heard, learned + rest).toBe(true);
      }),
    );
  });

  it('is another filter after every change of access, at every place', () => {
    for (const filter of [everywhere, endpointsAt, answersAt]) expect(filter(1)).not.toEqual(filter(2));
  });
});
