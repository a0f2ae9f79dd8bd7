import { describe, expect, it } from 'vitest';
import { isErrorAddress, isSignInAddress } from '../../../lib/read/landing.ts';

describe('an address that reports a failed login', () => {
  it.each([
    'https://app.example/error',
    'https://app.example/auth/error',
    'https://app.example/api/auth/error?error=OAuthCallback',
    'https://app.example/unauthorized',
    'https://app.example/oauth/login-failed',
    'https://app.example/login?error',
    'https://app.example/login?message=Authentication+failed',
    'https://app.example/account/login?reason=sso_failed',
    'https://app.example/signin?error_description=Could+not+log+you+in',
    'https://app.example/login#error=invalid_state',
    'https://app.example/#/login?err=oauth',
    'https://app.example/?login_error=state_mismatch',
    'https://app.example/?auth=failed',
    'https://app.example/wp-login.php?login-error=invalid-state',
    'https://app.example/500',
  ])('%s', (url) => expect(isErrorAddress(url)).toBe(true));

  it.each([
    'https://app.example/',
    'https://app.example/projects?status=failed&sort=error_count',
    'https://app.example/reports/error-rates',
    'https://app.example/docs/errors/404',
    'https://app.example/errors',
    'https://app.example/status?error=all',
    'https://app.example/docs?error_page=2',
    'https://app.example/login?next=%2Fhome',
    'https://app.example/login',
  ])('not %s', (url) => expect(isErrorAddress(url)).toBe(false));
});

describe('an app’s own sign-in page', () => {
  it.each(['/login', '/users/sign_in', '/session/new', '/auth/login?next=/', '/wp-login.php', '/Account/Login', '/signin?ReturnUrl=%2F'])(
    '%s',
    (path) => expect(isSignInAddress(`https://app.example${path}`)).toBe(true),
  );
  it.each(['/login/callback', '/', '/blog/how-to-login-fast', '/signin-oidc', '/new'])('not %s', (path) =>
    expect(isSignInAddress(`https://app.example${path}`)).toBe(false),
  );
});
