/** Which provider it is: told for sure or not at all, before and after redaction, and never asked by recognition. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import { profileOf, profiles } from '../../../lib/field/providers/profile-of.ts';
import { comparison, whereToRegister } from '../../../lib/field/providers/words.ts';
import { redactRecording } from '../../../lib/redact/file/capture.ts';
import { capture } from '../../build/trace.ts';
import { root } from '../../run/tools.ts';

/** Where logins begin, by the profile they are to find; below an address what its answer carries. */
const examples: Readonly<Record<string, readonly string[]>> = {
  google: ['https://accounts.google.com/o/oauth2/v2/auth', 'https://accounts.google.com/o/oauth2/auth'],
  apple: ['https://appleid.apple.com/auth/authorize'],
  facebook: ['https://www.facebook.com/v21.0/dialog/oauth', 'https://m.facebook.com/dialog/oauth'],
  instagram: ['https://api.instagram.com/oauth/authorize', 'https://www.instagram.com/oauth/authorize'],
  linkedin: ['https://www.linkedin.com/oauth/v2/authorization'],
  x: ['https://x.com/i/oauth2/authorize', 'https://twitter.com/i/oauth2/authorize'],
  amazon: ['https://www.amazon.com/ap/oa', 'https://eu.account.amazon.com/ap/oa'],
  discord: ['https://discord.com/oauth2/authorize', 'https://discord.com/api/oauth2/authorize'],
  spotify: ['https://accounts.spotify.com/authorize'],
  twitch: ['https://id.twitch.tv/oauth2/authorize'],
  reddit: ['https://www.reddit.com/api/v1/authorize'],
  line: ['https://access.line.me/oauth2/v2.1/authorize'],
  yahoo: ['https://api.login.yahoo.com/oauth2/request_auth'],
  entra: [
    'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    'https://login.microsoftonline.com/8f0e6a7c-6f5b-4f4e-9d55-0a1b2c3d4e5f/oauth2/authorize',
    'https://login.microsoftonline.us/organizations/oauth2/v2.0/authorize',
  ],
  'microsoft-account': ['https://login.live.com/oauth20_authorize.srf'],
  'azure-ad-b2c': [
    'https://acme.b2clogin.com/acme.onmicrosoft.com/b2c_1_signin/oauth2/v2.0/authorize',
    'https://acme.b2clogin.com/acme.onmicrosoft.com/oauth2/v2.0/authorize?p=b2c_1_signin',
    'https://login.shop.example/acme.onmicrosoft.com/b2c_1_signin/oauth2/v2.0/authorize',
  ],
  'entra-external-id': ['https://acme.ciamlogin.com/acme.onmicrosoft.com/oauth2/v2.0/authorize'],
  adfs: ['https://fs.corp.example/adfs/oauth2/authorize'],
  github: ['https://github.com/login/oauth/authorize', 'https://git.corp.example/login/oauth/authorize\nX-GitHub-Request-Id: CANARY:1'],
  gitlab: ['https://gitlab.com/oauth/authorize', 'https://git.corp.example/oauth/authorize\nSet-Cookie: _gitlab_session=CANARY; path=/'],
  bitbucket: ['https://bitbucket.org/site/oauth2/authorize'],
  slack: ['https://slack.com/oauth/v2/authorize', 'https://slack.com/openid/connect/authorize', 'https://acme.slack.com/oauth/authorize'],
  atlassian: ['https://auth.atlassian.com/authorize\nSet-Cookie: auth0_compat=CANARY; path=/'],
  dropbox: ['https://www.dropbox.com/oauth2/authorize'],
  zoom: ['https://zoom.us/oauth/authorize'],
  salesforce: ['https://login.salesforce.com/services/oauth2/authorize', 'https://acme.my.site.com/shop/services/oauth2/authorize'],
  shopify: ['https://acme.myshopify.com/admin/oauth/authorize'],
  quickbooks: ['https://appcenter.intuit.com/connect/oauth2'],
  stripe: ['https://connect.stripe.com/oauth/authorize', 'https://connect.stripe.com/express/oauth/authorize'],
  notion: ['https://api.notion.com/v1/oauth/authorize'],
  box: ['https://account.box.com/api/oauth2/authorize'],
  asana: ['https://app.asana.com/-/oauth_authorize'],
  auth0: ['https://acme.eu.auth0.com/authorize', 'https://login.shop.example/authorize\nSet-Cookie: auth0_compat=CANARY; path=/'],
  okta: [
    'https://acme.okta.com/oauth2/default/v1/authorize',
    'https://acme.oktapreview.com/oauth2/v1/authorize',
    'https://login.shop.example/oauth2/aus1a2b3c4D5e6F7g8h9/v1/authorize',
    'https://login.shop.example/oauth2/v1/authorize\nX-Okta-Request-Id: CANARY',
  ],
  cognito: [
    'https://acme.auth.eu-west-1.amazoncognito.com/oauth2/authorize',
    'https://login.shop.example/oauth2/authorize\nX-Amz-Cognito-Request-Id: CANARY',
  ],
  pingone: ['https://auth.pingone.eu/8f0e6a7c-6f5b-4f4e-9d55-0a1b2c3d4e5f/as/authorize'],
  onelogin: ['https://acme.onelogin.com/oidc/2/auth'],
  keycloak: [
    'https://sso.corp.example/realms/acme/protocol/openid-connect/auth',
    'http://localhost:8080/auth/realms/master/protocol/openid-connect/auth',
  ],
  pingfederate: ['https://sso.corp.example/as/authorization.oauth2'],
  forgerock: ['https://sso.corp.example/am/oauth2/realms/root/realms/alpha/authorize', 'https://sso.corp.example/openam/oauth2/authorize'],
  identityserver: ['https://sso.corp.example/connect/authorize\nSet-Cookie: idsrv.session=CANARY; path=/'],
  authentik: ['https://sso.corp.example/application/o/authorize/'],
  authelia: ['https://sso.corp.example/api/oidc/authorization'],
  fusionauth: ['https://sso.corp.example/oauth2/authorize\nSet-Cookie: fusionauth.locale=CANARY; path=/'],
  gluu: ['https://sso.corp.example/oxauth/restv1/authorize', 'https://sso.corp.example/jans-auth/restv1/authorize'],
  wso2: ['https://sso.corp.example/oauth2/authorize\nto https://sso.corp.example/authenticationendpoint/login.do'],
  'ory-hydra': ['https://sso.corp.example/oauth2/auth\nSet-Cookie: ory_hydra_login_csrf_dev=CANARY; path=/'],
  zitadel: ['https://acme.zitadel.cloud/oauth/v2/authorize'],
};

const parameters = 'response_type=code&client_id=web&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-0123456789abcdef';

function recorded(example: string) {
  const [address = '', answer] = example.split('\n');
  const to = answer?.startsWith('to ') ? answer.slice(3) : null;
  const drawn = `
    GET ${address}${address.includes('?') ? '&' : '?'}${parameters}
    → ${to === null ? '200' : `302 ${to}`}
    ${to === null ? (answer ?? '') : `GET ${to}\n→ 200`}`;
  return capture(drawn, 'har').capture;
}

const nameIn = (taken: ReturnType<typeof recorded>) => analyze(taken, 'default').flows[0]?.providerName;

const bare = (address: string) => {
  const { hostname: host, pathname: path } = new URL(address);
  return profileOf({ host, path, headers: new Set(), cookies: [], later: [] })?.id ?? null;
};

describe('a provider is told by where its logins begin', () => {
  it('every profile has an example, and a name and an id of its own', () => {
    expect(Object.keys(examples).sort()).toEqual(profiles.map(({ id }) => id).sort());
    expect(new Set(profiles.map(({ name }) => name)).size).toBe(profiles.length);
  });

  for (const { id, name } of profiles)
    for (const example of examples[id] ?? [])
      it(`${id}: ${example.split('\n').join(' with ')}, before and after redaction`, () => {
        const taken = recorded(example);
        expect(nameIn(taken)).toBe(name);
        expect(nameIn(redactRecording({ capture: taken, story: null, second: null }).recording.capture)).toBe(name);
      });

  it.each([
    'https://idp.example/authorize',
    'https://idp.example/oauth2/authorize',
    'https://idp.example/oauth/authorize',
    'https://idp.example/oauth2/auth',
    'https://idp.example/login/oauth/authorize',
    'https://idp.example/connect/authorize',
    'https://idp.example/connect/authorize/callback',
    'https://idp.example/oauth/v2/authorize',
    'https://idp.example/as/authorize',
    'https://idp.example/acme/oauth2/v2.0/authorize',
    'https://www.amazon.com/dp/authorize',
    'https://www.facebook.com/share',
    'https://github.com/acme/oauth/authorize',
    'https://x.com/acme/status/1',
  ])('nothing tells it: %s', (address) => expect(bare(address)).toBeNull());

  it.each([
    'https://accounts.google.com.evil.example/o/oauth2/v2/auth',
    'https://accounts.google.com-login.example/o/oauth2/v2/auth',
    'https://evil-accounts.google.com/o/oauth2/v2/auth',
    'https://login.microsoftonline.com.evil.example/common/oauth2/v2.0/authorize',
    'https://notokta.com/authorize',
    'https://okta.com.evil.example/authorize',
    'https://acme.auth0.com.evil.example/authorize',
    'https://github.com.evil.example/login/oauth/authorize',
    'https://evilauth0.com/authorize',
    'https://appleid.apple.com@evil.example/auth/authorize',
  ])('a host that only looks like it: %s', (address) => expect(bare(address)).toBeNull());

  it('is left open when two fit', () => {
    const both = { host: 'idp.example', path: '/oauth2/authorize', later: [] };
    const headers = new Set(['x-amz-cognito-request-id']);
    expect(profileOf({ ...both, headers, cookies: [] })?.id).toBe('cognito');
    expect(profileOf({ ...both, headers, cookies: ['fusionauth.sso'] })).toBeNull();
  });

  it('a token request without a login before it tells as well', () => {
    const { capture: taken } = capture(
      `
      POST https://sso.corp.example/realms/acme/protocol/openid-connect/token [fetch]
        = grant_type=refresh_token&refresh_token=CANARY-r&client_id=web
      → 200`,
      'web-request',
    );
    expect(nameIn(taken)).toBe('Keycloak');
  });
});

describe('what is known', () => {
  const facts = profiles.flatMap((profile) =>
    Object.entries(profile).flatMap(([key, known]) =>
      typeof known === 'string' ? [] : [known].flat().map((fact) => ({ where: `${profile.id} ${key}`, key, fact })),
    ),
  );

  it('is dated, graded and sourced; only what is remembered has no source', () => {
    for (const { where, fact } of facts) {
      expect(fact.readOn, where).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(fact.source === '', where).toBe(fact.grade === 'M');
    }
  });

  it('decides nothing when it is only remembered', () => {
    const said = new Set(['setting', 'rule']);
    expect(facts.filter(({ key, fact }) => fact.grade === 'M' && !said.has(key)).map(({ where }) => where)).toEqual([]);
  });

  it('is said as usual at most when it is only remembered', () => {
    for (const profile of profiles) {
      expect(whereToRegister(profile).includes(' usually ')).toBe(profile.setting?.grade === 'M');
      if (profile.rule?.grade === 'M') expect(comparison(profile)).toBe(comparison(null));
    }
    expect(whereToRegister(null)).toBe('');
  });

  it('is written in sentences', () => {
    for (const profile of profiles) {
      expect(whereToRegister(profile)).toMatch(/^(?: At .*\.)?$/);
      expect(comparison(profile)).toMatch(/^[A-Z].*\.$/);
      expect(`${profile.setting?.is ?? ''}${profile.rule?.is ?? ''}`).not.toMatch(/['"]/);
    }
  });
});

it('recognition, reading and redaction do not ask who the provider is', () => {
  for (const room of ['correlate', 'normalize', 'read', 'record', 'redact', 'spec'])
    for (const file of readdirSync(join(root, 'lib', room), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')))
      expect(readFileSync(join(root, 'lib', room, file), 'utf8'), file).not.toMatch(/from '[./]*(?:\/field|\/observe)\//);
});

describe('what a provider demands', () => {
  const demands = profiles.flatMap(({ id, name, requires }) => (requires ?? []).map((fact) => ({ id, name, fact })));

  it.each(demands)('$id: says who demands it, where that was read, and what to do', ({ name, fact: { is, source, grade, readOn } }) => {
    expect(is.says).toContain(name);
    for (const sentence of [is.says, is.fix]) expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(source === '').toBe(grade === 'M');
    for (const day of [readOn, is.retiredOn ?? readOn]) expect(day).toMatch(/^20\d\d-\d\d-\d\d$/);
  });

  it('is told where the address is refused for it', () => {
    const asked =
      'https://accounts.spotify.com/authorize?response_type=code&client_id=web&redirect_uri=http%3A%2F%2Fapp.example%2Fcb&state=CANARY-0123456789abcdef';
    const { flows } = analyze(capture(`GET ${asked}\n→ 400\n"Insecure redirect URI"`, 'har').capture, 'default');
    const [told] = (flows[0]?.findings ?? []).filter((finding) => finding.check === 'redirect-uri-rejected');
    expect(told?.data?.['hint']).toContain('Spotify takes http addresses on');
  });
});
