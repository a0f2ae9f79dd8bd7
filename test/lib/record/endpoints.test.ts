import { describe, expect, it } from 'vitest';
import type { Body } from '../../../lib/model/exchange.ts';
import { asksEndpoint } from '../../../lib/record/endpoints.ts';

const ask = (method: string, path: string, body: Body | null = null, type = 'xmlhttprequest') =>
  asksEndpoint({ method, url: `https://idp.example${path}`, body, type });
const form = (name: string): Body => ({ kind: 'form', fields: [{ name, value: 'x' }], bytes: null });
const json = (text: string): Body => ({ kind: 'text', mime: '', text, bytes: text.length });

describe('answers worth reading', () => {
  it('come from endpoints with a usual address', () => {
    for (const path of [
      '/.well-known/openid-configuration',
      '/a/.well-known/oauth-authorization-server/b',
      '/jwks.json',
      '/oauth2/v3/certs',
      '/userinfo?x=1',
    ])
      expect(ask('GET', path), path).toBe(true);
    for (const path of [
      '/token',
      '/oauth2/v1/token?x=1',
      '/par',
      '/connect/register',
      '/device_authorization',
      '/revocation',
      '/oauth/introspect',
    ])
      expect(ask('POST', path), path).toBe(true);
  });

  it('or from any address that is sent the protocol’s words', () => {
    expect(ask('POST', '/x', form('grant_type'))).toBe(true);
    expect(ask('POST', '/x', json('{"grant_type":"refresh_token"}'))).toBe(true);
    expect(ask('POST', '/x', json('a=1&grant_type=refresh_token'))).toBe(true);
  });

  it('and never from anything else: other calls, pages, questions before a call', () => {
    for (const path of ['/api/orders', '/tokens', '/x?code=1']) expect(ask('GET', path), path).toBe(false);
    expect(ask('POST', '/api/orders', form('amount'))).toBe(false);
    expect(ask('POST', '/x', json('{"comment":"grant_type"}'))).toBe(false);
    expect(ask('OPTIONS', '/token')).toBe(false);
    expect(ask('GET', '/token')).toBe(false);
    expect(ask('POST', '/token', null, 'main_frame')).toBe(false);
  });

  it('but from what a provider named as its own', () => {
    expect(asksEndpoint({ method: 'GET', url: 'https://idp.example/me', body: null, type: 'xmlhttprequest' }, true)).toBe(true);
  });
});
