import { expect, it } from 'vitest';
import { logoutWord, readLogout } from '../../../lib/read/logout.ts';

it.each([
  '/logout',
  '/v2/LogOut',
  '/sign-off',
  '/oidc_logout.srf',
  '/connect/endsession',
  '/oauth2/end_session',
  '/session/end',
  '/session/end/confirm',
])('%s is about leaving', (path) => expect(logoutWord.test(path)).toBe(true));

it.each(['/blog-outline', '/design-outlet', '/backend-session', '/session/endpoint', '/login', '/signin'])('%s is not', (path) =>
  expect(logoutWord.test(path)).toBe(false),
);

const none: ReadonlySet<string> = new Set();
const backOf = (url: string) => readLogout(url, [], none)?.back?.name ?? null;

it('the way back by its names', () => {
  expect(backOf('https://idp.example/any?post_logout_redirect_uri=https://app.example/')).toBe('post_logout_redirect_uri');
  expect(backOf('https://idp.example/logout?client_id=web&logout_uri=https://app.example/')).toBe('logout_uri');
  expect(backOf('https://idp.example/logout?client_id=web&logout_uri=/bye')).toBe(null);
});

it('an answer to a login, or the login itself, is none', () => {
  expect(readLogout('https://app.example/logout?response_type=code&client_id=web&redirect_uri=https://b.example/cb', [], none)).toBe(null);
  expect(readLogout('https://idp.example/logout?SAMLRequest=CANARY&client_id=web&returnTo=https://app.example/', [], none)).toBe(null);
});
