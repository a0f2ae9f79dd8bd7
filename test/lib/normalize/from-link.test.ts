import { describe, expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import type { Profile } from '../../../lib/model/finding.ts';
import { openFile } from '../../../lib/transfer/open-file.ts';

const sound =
  'https://idp.example/authorize?client_id=web&response_type=code&redirect_uri=https%3A%2F%2Fapp.example%2Fcallback&scope=openid%20profile' +
  '&state=CANARY-x8Kq2mP5vR7tY9wB3nD6&nonce=CANARY-f4Gh7Jk0Lz3Xc6Vb9Nm2&code_challenge=CANARY-aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5&code_challenge_method=S256';
const answer = 'https://app.example/callback?code=CANARY-0Ab1Cd2Ef3Gh4Ij5Kl6Mn7&state=CANARY-x8Kq2mP5vR7tY9wB3nD6';

function judge(text: string, profile: Profile = 'default') {
  const opened = openFile(text);
  if (opened.kind === 'unreadable') return { because: opened.because, flows: [] };
  expect(opened.format).toBe('link');
  return { because: null, flows: analyze(opened.recording.capture, profile).flows };
}

const checksOf = (text: string, profile?: Profile) =>
  judge(text, profile).flows.flatMap(({ findings }) => findings.map(({ check, severity }) => `${severity} ${check}`));

describe('an address alone', () => {
  it('a sound request: nothing is said against it, and nothing that has not happened is missed', () => {
    const [judged, ...more] = judge(sound).flows;
    expect(more).toEqual([]);
    expect(judged).toMatchObject({ outcome: 'unknown', headline: null, findings: [] });
    expect(judged?.flow).toMatchObject({ kind: 'login', clientId: 'web', orphan: false, gaps: ['not-sent'] });
    const reasons = judged?.results.flatMap(({ verdict }) => (verdict.kind === 'inconclusive' ? [verdict.why] : []));
    expect(new Set(reasons)).toEqual(new Set(['not-sent']));
    expect(judged?.results.filter(({ verdict }) => verdict.kind === 'crashed')).toEqual([]);
  });

  const faults: Readonly<Record<string, [address: string, finding: string, profile?: Profile]>> = {
    'without PKCE, as an auditor sees it': [sound.replace(/&code_challenge=.*/, ''), 'info pkce-missing', 'auditor'],
    'without anything that ties the answer to it': [sound.replace(/&state=.*/, ''), 'error state-missing', 'auditor'],
    'a placeholder': [sound.replace('client_id=web', 'client_id=%7B%7BCLIENT_ID%7D%7D'), 'error authz-placeholder'],
    'a placeholder as it is pasted': [sound.replace('client_id=web', 'client_id={{CLIENT_ID}}'), 'error authz-placeholder'],
    'a response_type that is none': [sound.replace('response_type=code', 'response_type=cod'), 'warning authz-param-problem'],
    'a return address without a scheme': [sound.replace('https%3A%2F%2Fapp', 'app'), 'error redirect-uri-malformed'],
    'a return address by http': [sound.replace('https%3A%2F%2Fapp', 'http%3A%2F%2Fapp'), 'info cleartext-hop'],
    'a client secret': [`${sound}&client_secret=CANARY-secret-0123456789`, 'error client-secret-exposed'],
    'ampersands of HTML': [sound.replaceAll('&', '&amp;'), 'info authz-mangled'],
    'an answer with an error': ['https://app.example/callback?error=invalid_scope&state=CANARY-x8Kq2mP5vR7', 'error authz-error-response'],
  };
  for (const [name, [address, finding, profile]] of Object.entries(faults))
    it(`${name}: ${finding}, and no login has failed`, () => {
      expect(checksOf(address, profile)).toContain(finding);
      expect(judge(address, profile).flows.map(({ outcome }) => outcome)).toEqual(['unknown']);
    });

  it('an answer is taken for what it is; what the app made of it is not known', () => {
    for (const address of [answer, 'https://app.example/cb#access_token=CANARY-0Ab1Cd2Ef3&token_type=bearer&state=CANARY-x8Kq2']) {
      const [judged] = judge(address).flows;
      expect(judged).toMatchObject({ outcome: 'unknown', headline: null });
      expect(judged?.flow).toMatchObject({ orphan: true, request: null });
      expect(checksOf(address).filter((said) => !said.startsWith('info'))).toEqual([]);
    }
  });

  it('a logout is one', () => {
    const [judged] = judge('https://idp.example/logout?post_logout_redirect_uri=https%3A%2F%2Fapp.example%2F&client_id=web').flows;
    expect(judged).toMatchObject({ outcome: 'unknown', headline: null, flow: { kind: 'logout' } });
  });

  it('is read with what surrounds it in a mail, and with blanks as browsers take them', () => {
    for (const text of [`  ${sound}\n`, `<${sound}>`, sound.replace('%20', ' ')]) expect(judge(text).flows).toHaveLength(1);
  });

  const refused: Readonly<Record<string, [text: string, says: RegExp]>> = {
    'a page': ['https://news.example/today', /neither asks a provider for a login/],
    'a voucher': ['https://shop.example/?code=SAVE20&state=CA', /neither asks a provider for a login/],
    'the address of a provider without a request': ['https://idp.example/authorize', /neither asks a provider for a login/],
    'one that counts visitors': ['https://count.example/hit?client_id=4711', /neither asks a provider for a login/],
    'two addresses': [`${sound} ${answer}`, /one at a time/],
    'two lines': [`${sound}\n${answer}`, /one at a time/],
    'no host': ['https:///authorize?client_id=web', /no host/],
    'another scheme': ['ftp://idp.example/authorize?client_id=web', /not JSON/],
    'far too much': [`https://idp.example/authorize?client_id=${'a'.repeat(300_000)}`, /too long/],
  };
  for (const [name, [text, says]] of Object.entries(refused))
    it(`${name}: refused, and nothing of it is quoted`, () => {
      const { because } = judge(text);
      expect(because).toMatch(says);
      expect(because).not.toMatch(/CANARY|\.example/);
    });
});
