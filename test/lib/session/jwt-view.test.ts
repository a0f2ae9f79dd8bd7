import { describe, expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import type { Flow } from '../../../lib/model/flow.ts';
import { jwtInHeader, mayBeJwt, viewJwt } from '../../../lib/session/jwt-view.ts';
import { capture } from '../../build/trace.ts';
import { healthy } from '../../gallery/traces.ts';

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (claims: unknown, header: unknown = { alg: 'RS256', kid: 'k1' }) => `${part(header)}.${part(claims)}.CANARYc2lnbmF0dXJl`;

const flow: Flow = (() => {
  const [judged] = analyze(capture(healthy, 'web-request').capture).flows;
  if (!judged) throw new Error('the trace holds a login');
  return judged.flow;
})();
const nonce = flow.request?.nonce?.value ?? '';

function claims(values: unknown, source = 'id_token') {
  const view = viewJwt(token(values), source, flow);
  if (view.kind !== 'signed') throw new Error(`it is ${view.kind}`);
  return Object.fromEntries(view.claims.map((line) => [line.name, line]));
}

describe('an opened token', () => {
  it('shows header and claims, and nothing of the signature', () => {
    const view = viewJwt(token({ iss: 'https://login.idp.example', exp: 1_767_225_600 }), 'id_token', flow);
    expect(view).toMatchObject({
      kind: 'signed',
      header: [
        { name: 'alg', value: 'RS256' },
        { name: 'kid', value: 'k1' },
      ],
    });
    expect(JSON.stringify(view)).not.toContain('CANARYc2lnbmF0dXJl');
  });

  it('reads times as moments, and only what can be one', () => {
    const { exp, iat, auth_time: signedIn, sub } = claims({ exp: 1_767_225_600, iat: 'yesterday', auth_time: 9e15, sub: '1767225600' });
    expect([exp?.at, iat?.at, signedIn?.at, sub?.at]).toEqual([1_767_225_600_000, null, null, null]);
  });

  it('sets audience, party and nonce beside those of the request', () => {
    const how = (values: object, source?: string) => Object.values(claims(values, source)).map(({ compared }) => compared?.how ?? null);
    expect(how({ aud: 'shop-web', azp: 'other', nonce })).toEqual(['matches', 'differs', 'matches']);
    expect(how({ aud: ['shop-web', 'api'], nonce: 'old' })).toEqual(['holds', 'differs']);
    // An access token is for somebody else.
    expect(how({ aud: 'https://api.example' }, 'access_token')).toEqual([null]);
    expect(Object.values(viewClaims({ aud: 'shop-web', nonce: 'n' })).map(({ compared }) => compared)).toEqual([null, null]);
  });

  it('covers who it is about, and what it does not know', () => {
    const lines = claims({
      sub: 'CANARY',
      email: 'CANARY@example.com',
      name: 'CANARY',
      iss: 'https://i.example',
      department: 'x',
      aud: 'a',
    });
    expect(Object.values(lines).map(({ name, covered }) => `${name} ${covered}`)).toEqual([
      'sub true',
      'email true',
      'name true',
      'iss false',
      'department true',
      'aud false',
    ]);
  });

  it('says of an encrypted one that it is', () => {
    const jwe = `${part({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.CANARY.CANARY.CANARY.CANARY`;
    expect(viewJwt(jwe, 'id_token', flow)).toMatchObject({ kind: 'encrypted', header: [{ name: 'alg' }, { name: 'enc' }] });
  });

  it('says what is broken about a broken one', () => {
    const whole = token({ sub: 'CANARY' });
    expect(viewJwt(whole.split('.').slice(0, 2).join('.'), 'id_token', flow)).toMatchObject({ kind: 'broken', because: 'parts', parts: 2 });
    expect(viewJwt(`eyJhbGciOiJSUzI1NiJ9.e_cut.CANARY`, 'id_token', flow)).toMatchObject({ because: 'claims' });
    expect(viewJwt(`eynotjson12345.e30.CANARY`, 'id_token', flow)).toMatchObject({ because: 'header' });
  });

  it('is found in values and headers', () => {
    expect([mayBeJwt(token({})), mayBeJwt('eyJhbGciOiJSUzI1NiJ9.cut'), mayBeJwt('eyebrow'), mayBeJwt('')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(jwtInHeader(`Bearer ${token({})}`)).toBe(token({}));
    expect([jwtInHeader('Bearer CANARY'), jwtInHeader('text/html')]).toEqual([null, null]);
  });
});

/** Where no request was seen. */
function viewClaims(values: unknown) {
  const view = viewJwt(token(values), 'id_token', { clientId: null, request: null });
  if (view.kind !== 'signed') throw new Error(`it is ${view.kind}`);
  return Object.fromEntries(view.claims.map((line) => [line.name, line]));
}
