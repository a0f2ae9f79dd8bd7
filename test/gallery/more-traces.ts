/** The rarer ones: sizes, frames, logins inside logins, and what strangers put into addresses. */
import { authorize, code, healthy, signIn, state } from './traces.ts';

const shopCallback = `https://shop.example/signin-oidc?code=${code}&state=${state}`;
const pileOfCookies = Array.from({ length: 14 }, (_, i) => `.AspNetCore.Correlation.CANARY${i}x=${'N'.repeat(700)}`).join('; ');

export const tooLarge = `
  GET https://shop.example/login
  → 302 ${authorize()}
    Set-Cookie: .AspNetCore.Correlation.CANARY13x=${'N'.repeat(700)}; Path=/; Secure; HttpOnly; SameSite=None
  ${signIn(authorize(), shopCallback)}
  GET ${shopCallback}
    Cookie: ${pileOfCookies}
  → 431
    Server: Kestrel`;

export const silentFrame = `
  GET https://login.idp.example/session
  → 200
    Set-Cookie: idp_session=CANARY-session-8f3c9d2e; Path=/; Secure; HttpOnly; SameSite=None
  GET https://app.acme.test/
  → 200
  GET https://login.idp.example/oauth2/authorize?response_type=code&prompt=none&client_id=spa&redirect_uri=https%3A%2F%2Fapp.acme.test%2Fsilent&scope=openid&state=${state} [frame] [from https://app.acme.test]
    Sec-Fetch-Site: cross-site
    Sec-Fetch-Storage-Access: none
    ~ held idp_session; SameSite=None; Secure; HttpOnly
  → 302 https://app.acme.test/silent?error=login_required&state=${state}
  GET https://app.acme.test/silent?error=login_required&state=${state} [frame]
  → 200`;

const inner =
  'https://accounts.social.example/o/oauth2/auth?response_type=code&client_id=idp-broker&redirect_uri=https%3A%2F%2Flogin.idp.example%2Fbroker%2Fsocial%2Fendpoint&scope=openid+email&state=CANARY-broker-8a7f6e5d4c3b2a19';
const innerBack = 'https://login.idp.example/broker/social/endpoint?code=CANARY-social-4%2F0AX4XfWh&state=CANARY-broker-8a7f6e5d4c3b2a19';
export const nested = `
  GET https://shop.example/login
  → 302 ${authorize()}
    Set-Cookie: tx=CANARY-tx-0123456789abcdef; Path=/; Secure; HttpOnly; SameSite=Lax
  GET ${authorize()}
  → 200
  GET https://login.idp.example/broker/social/login [+2s]
  → 303 ${inner}
    Set-Cookie: broker=CANARY-b-11223344; Path=/; Secure; HttpOnly; SameSite=None
  GET ${inner}
  → 302 https://accounts.social.example/signin/v2?continue=CANARY-continue
  GET https://accounts.social.example/signin/v2?continue=CANARY-continue
  → 200
  POST https://accounts.social.example/signin/v2/challenge [from https://accounts.social.example] [+7s]
    = password=CANARY-secret
  → 302 ${innerBack}
  GET ${innerBack}
    Cookie: broker=CANARY-b-11223344
  → 302 ${shopCallback}
  GET ${shopCallback}
    Cookie: tx=CANARY-tx-0123456789abcdef
  → 302 https://shop.example/account
    Set-Cookie: sid=CANARY-sid-99aa88bb77cc; Path=/; Secure; HttpOnly
  GET https://shop.example/account
    Cookie: sid=CANARY-sid-99aa88bb77cc
  → 200`;

const renewal = (n: number) => `
  GET https://login.idp.example/oauth2/authorize?response_type=code&prompt=none&client_id=shop-web&redirect_uri=https%3A%2F%2Fshop.example%2Fsilent&scope=openid&state=CANARY-silent-${n}-0123456789 [frame ${n}] [from https://shop.example] [+60s]
    Cookie: idp_session=CANARY-session-8f3c9d2e
  → 302 https://shop.example/silent?code=CANARY-silent-code-${n}&state=CANARY-silent-${n}-0123456789
  GET https://shop.example/silent?code=CANARY-silent-code-${n}&state=CANARY-silent-${n}-0123456789 [frame ${n}]
  → 200`;
export const renewals = `${healthy}${Array.from({ length: 12 }, (_, i) => renewal(i + 1)).join('')}`;

export const pending = `
  GET http://shop.example/login [by browser]
  → 307 https://shop.example/login
  GET https://shop.example/login
  → 302 ${authorize()}
    Set-Cookie: tx=CANARY-tx-0123456789abcdef; Path=/; Secure; HttpOnly; SameSite=Lax
  GET ${authorize()}
  → 200
  POST https://login.idp.example/u/login [from https://login.idp.example] [+6s]
    = username=CANARY&password=CANARY-secret
  → 302 ${shopCallback}
  GET ${shopCallback}
    Cookie: tx=CANARY-tx-0123456789abcdef
  → pending`;

export const unreachable = `
  GET https://shop.example/login
  → 302 ${authorize()}
    Set-Cookie: tx=CANARY-tx-0123456789abcdef; Path=/; Secure; HttpOnly; SameSite=Lax
  GET ${authorize()}
  → failed net::ERR_NAME_NOT_RESOLVED`;

const hop = (n: number) => `
  GET https://login.idp.example/step/${n}?flow=CANARY-flow-7781
  → ${n % 7 === 0 ? 200 : `302 https://login.idp.example/step/${n + 1}?flow=CANARY-flow-7781`}`;
/** Every seventh hop is a page, and every fiftieth another host's, so that the folds break. */
const visit = (n: number) => `
  GET https://fraud-check.example/session/${n}?ref=CANARY-${n}
  → pending`;
export const traceOf = (hops: number) => `
  GET https://shop.example/login
  → 302 ${authorize()}
    Set-Cookie: tx=CANARY-tx-0123456789abcdef; Path=/; Secure; HttpOnly; SameSite=Lax
  GET ${authorize()}
  → 302 https://login.idp.example/step/0?flow=CANARY-flow-7781
  ${Array.from({ length: hops }, (_, n) => (n % 7 === 3 ? visit(n) : hop(n))).join('')}
  GET ${shopCallback}
    Cookie: tx=CANARY-tx-0123456789abcdef
  → 302 https://shop.example/account
    Set-Cookie: sid=CANARY-sid-99aa88bb77cc; Path=/; Secure; HttpOnly
  GET https://shop.example/account
    Cookie: sid=CANARY-sid-99aa88bb77cc
  → 200`;
export const thousand = traceOf(980);

/** A provider with a way of its own, a check by somebody else, and an app that calls for tokens. */
export const thirtyHops = `
  GET https://shop.example/login [took 38ms]
  → 302 ${authorize()}
    Set-Cookie: tx=CANARY-tx-0123456789abcdef; Path=/; Secure; HttpOnly; SameSite=Lax
  GET ${authorize()} [took 120ms]
  → 302 https://login.idp.example/step/0?flow=CANARY-flow-7781
  ${Array.from({ length: 9 }, (_, n) => hop(n)).join('')}
  GET https://fraud-check.example/session/1?ref=CANARY-1 [took 740ms]
  → 302 https://login.idp.example/step/10?flow=CANARY-flow-7781
  ${Array.from({ length: 8 }, (_, n) => hop(n + 10).replace('CANARY-flow-7781\n', `CANARY-flow-7781 [+${n === 3 ? 6 : 0}s] [took ${20 + 45 * n}ms]\n`)).join('')}
  GET ${shopCallback} [took 410ms]
    Cookie: tx=CANARY-tx-0123456789abcdef
  → 302 https://shop.example/account
    Set-Cookie: sid=CANARY-sid-99aa88bb77cc; Path=/; Secure; HttpOnly
  GET https://shop.example/account [took 95ms]
    Cookie: sid=CANARY-sid-99aa88bb77cc
  → 200
  ${Array.from({ length: 8 }, (_, n) => `\n  GET https://shop.example/account/${n} [took ${30 + n * 20}ms]\n    Cookie: sid=CANARY-sid-99aa88bb77cc\n  → ${n === 7 ? 200 : `302 https://shop.example/account/${n + 1}`}`).join('')}`;

const longHost = `${Array.from({ length: 5 }, () => 'a-very-long-label-that-nobody-should-ever-use-for-a-host-name').join('.')}.example`;
const eightKilobytes = 'CANARY'.repeat(1366);
const strange = encodeURIComponent('<script>alert(1)</script>"\'><img src=x onerror=alert(1)> 🧑‍🚀🔥 שלום עולם \u202egnp.exe');
export const hostile = `
  GET https://${longHost}/login/${'deep/'.repeat(60)}
  → 302 https://login.idp.example/authorize?response_type=code&client_id=${strange}&redirect_uri=https%3A%2F%2F${longHost}%2Fcb&scope=${strange}&state=${eightKilobytes}&%F0%9F%94%A5=${strange}&__proto__=1&constructor=%ED%A0%80&novalue&=noname&${'x'.repeat(300)}=y&scope=twice
    Set-Cookie: __Host-x=${'CANARY'.repeat(20)}; Domain=shop.example; Path=/
    Set-Cookie: <b>bold</b>=CANARY; SameSite=None
  GET https://login.idp.example/authorize?response_type=code&client_id=${strange}&redirect_uri=https%3A%2F%2F${longHost}%2Fcb&scope=${strange}&state=${eightKilobytes}&%F0%9F%94%A5=${strange}&__proto__=1&constructor=%ED%A0%80&novalue&=noname&${'x'.repeat(300)}=y&scope=twice
    X-Strange: \u202eabc ${'W'.repeat(400)}
  → 302 https://${longHost}/cb?error=${strange}&error_description=${strange}&state=${eightKilobytes}
  GET https://${longHost}/cb?error=${strange}&error_description=${strange}&state=${eightKilobytes}
  → 500
    "<script>alert('page')</script> ${'no spaces'.replaceAll(' ', '').repeat(80)} שלום עולם"`;

/** Everything at once: cleartext, tokens in the query, a lost cookie, a changed state, an error page. */
export const many = `
  GET http://shop.example/login
  → 302 http://login.idp.example/authorize?response_type=token+id_token&client_id=shop-web&redirect_uri=http%3A%2F%2Fwww.shop.example%2Fcb&scope=openid&state=CANARY-first-0123456789abc&client_secret=CANARY-client-secret-1&response_mode=query
    Set-Cookie: login_state=CANARY-0123456789; Path=/; Secure; SameSite=None
    Set-Cookie: other=CANARY; Domain=elsewhere.example
  GET http://login.idp.example/authorize?response_type=token+id_token&client_id=shop-web&redirect_uri=http%3A%2F%2Fwww.shop.example%2Fcb&scope=openid&state=CANARY-first-0123456789abc&client_secret=CANARY-client-secret-1&response_mode=query
  → 302 http://www.shop.example/cb?access_token=CANARY-at-0123456789abcdef&id_token=CANARY-it&token_type=Bearer&state=CANARY-other-9876543210zyx
  GET http://www.shop.example/cb?access_token=CANARY-at-0123456789abcdef&id_token=CANARY-it&token_type=Bearer&state=CANARY-other-9876543210zyx
  → 403
  GET http://www.shop.example/image.png [image] [from http://www.shop.example]
    Referer: http://www.shop.example/cb?access_token=CANARY-at-0123456789abcdef
  → 200`;
