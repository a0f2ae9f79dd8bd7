import { describe, expect, it } from 'vitest';
import { numberedError, redirectRefusals } from '../../../lib/spec/refusals.ts';

const refuses = (text: string) => redirectRefusals.some((pattern) => pattern.test(text));

describe('a page that refuses the redirect_uri', () => {
  it.each([
    'Error 400: redirect_uri_mismatch',
    'The redirect URI in the request did not match a registered redirect URI',
    "The received 'redirect_uri' parameter is not a valid registered redirect URI for the client identifier",
    'Invalid redirect: https://app.example/cb (4,700)',
    'Registered callback does not match with the provided url.',
    'Die Weiterleitungs-URI ist ungültig.',
    'L’URI de redirection n’est pas valide pour cette application.',
    'La URI de redireccionamiento no coincide.',
    'a URI de redirecionamento não está na lista de permissões',
    'L’URI di reindirizzamento non è valido.',
    'De omleidings-URI is ongeldig.',
    'Adres przekierowania jest nieprawidłowy',
    'URI перенаправления недействителен',
    'リダイレクトURIが登録されていません',
    '重定向URI无效',
    '리디렉션 URI가 일치하지 않습니다',
  ])('%s', (text) => expect(refuses(text)).toBe(true));

  it.each([
    'Sign in to continue to the app',
    'You will be redirected in a moment',
    'Invalid user name or password',
    'Weiterleitung zur Anmeldung',
    'Redirecting you back to the app',
  ])('not: %s', (text) => expect(refuses(text)).toBe(false));
});

describe('a numbered error', () => {
  it('stands on a page that leads nowhere, not on one that asks again', () => {
    expect(numberedError.test('AADSTS700016: Application was not found')).toBe(true);
    expect(numberedError.test('AADSTS50126: Error validating credentials due to invalid username or password')).toBe(false);
  });
});
