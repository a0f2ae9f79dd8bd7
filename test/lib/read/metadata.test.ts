import { describe, expect, it } from 'vitest';
import { addressFault, isIssuerOf, issuerFor } from '../../../lib/read/metadata.ts';

describe('the issuer an address stands for', () => {
  it.each([
    ['https://idp.example/.well-known/openid-configuration', 'https://idp.example'],
    ['https://idp.example/realms/a/.well-known/openid-configuration', 'https://idp.example/realms/a'],
    ['https://idp.example/.well-known/oauth-authorization-server/realms/a', 'https://idp.example/realms/a'],
    ['https://idp.example/realms/a/.well-known/oauth-authorization-server', 'https://idp.example/realms/a'],
    ['https://idp.example:8443/a/.well-known/openid-configuration?p=b', 'https://idp.example:8443/a'],
    ['https://idp.example/a/.well-known/openid-configuration/b', null],
    ['https://idp.example/a', null],
  ])('%s', (url, issuer) => expect(issuerFor(url)).toBe(issuer));

  it('a slash at the end is no difference, a template can not be told', () => {
    const url = 'https://idp.example/.well-known/openid-configuration';
    expect(isIssuerOf('https://idp.example/', url)).toBe(true);
    expect(isIssuerOf('http://idp.example', url)).toBe(false);
    expect(isIssuerOf('https://idp.example/{tenantid}/v2.0', url)).toBeNull();
  });
});

describe('an address that is wrong by itself', () => {
  it.each([
    ['https://idp.example/.well-known/openid-configuration/.well-known/openid-configuration', 'twice'],
    ['https://idp.example//.well-known/openid-configuration', 'double-slash'],
    ['https://idp.example/undefined/.well-known/openid-configuration', 'placeholder'],
    ['https://idp.example/%7Btenant%7D/.well-known/openid-configuration', 'placeholder'],
    ['https://idp.example/oauth/token/.well-known/openid-configuration', 'endpoint'],
    ['https://idp.example/a/.well-known/openid-configuration', null],
  ])('%s', (url, fault) => expect(addressFault(url)).toBe(fault));
});
