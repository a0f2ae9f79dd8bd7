import { describe, expect, it } from 'vitest';
import { isName, isOpenLabel, isOpenValue, isRoute, wordsBefore } from '../../../lib/redact/policy.ts';
import { errorCodes } from '../../../lib/spec/errors.ts';
import { responseNames, supporting, vendorExtras } from '../../../lib/spec/vocabulary.ts';

describe('a path', () => {
  it.each(['authorize', 'oauth2', 'v2.0', 'openid-connect', 'signin-oidc', 'OAuth2Callback', 'index.html', 'b2c', '.well-known'])(
    '%s stays',
    (segment) => expect(isRoute(segment)).toBe(true),
  );

  it.each([
    'user77',
    'CANARYuser77',
    '2024',
    '72f988bf-86f1-41af-91ab-2d7cd011db47',
    'a@b.example',
    'eyJhbGciOiJSUzI1NiJ9',
    'O1f6kWb7Qn3x',
    'anna.schmidt',
    'Jürgen Müller',
    'hunter2kestrel',
    'correct-horse-battery-staple',
    '123456',
  ])('%s goes', (segment) => expect(isRoute(segment)).toBe(false));
});

describe('a cookie name with a made-up end', () => {
  it.each([
    ['.AspNetCore.Correlation.xV2Qk9', '.AspNetCore.Correlation.'],
    ['.AspNetCore.OpenIdConnect.Nonce.CfDJ8abc', '.AspNetCore.OpenIdConnect.Nonce.'],
    ['mod_auth_openidc_state_pgCs_ab', 'mod_auth_openidc_state_'],
    ['__Host-auth.state-3fA', '__Host-auth.state-'],
    ['xV2Qk9', ''],
    ['Zk-3fA', ''],
  ])('%s keeps %j', (name, words) => expect(wordsBefore(name)).toBe(words));
});

describe('words that a check or a reader goes by', () => {
  it.each([...Object.keys(errorCodes)])('error=%s stays', (code) => expect(isOpenValue('error', code)).toBe(true));
  it.each([...responseNames, ...supporting, ...vendorExtras])('%s is a name', (name) => expect(isName(name)).toBe(true));
});

describe('a label of a host', () => {
  it.each(['login', 'dev-12345678', 'eu-west-1', 'xn--mnchen-3ya', '127'])('%s stays', (label) => expect(isOpenLabel(label)).toBe(true));
  it.each(['a1b2c3d4e5f6', '72f988bf-86f1-41af-91ab-2d7cd011db47', 'CANARYtenant'])('%s goes', (label) =>
    expect(isOpenLabel(label)).toBe(false),
  );
});
