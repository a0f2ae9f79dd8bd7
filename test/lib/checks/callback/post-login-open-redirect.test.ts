import { postLoginOpenRedirect } from '../../../../lib/checks/callback/post-login-open-redirect.ts';
import { cases } from '../../../build/cases.ts';
import { jwt } from '../../../build/jwt.ts';

const code = 'code-CANARY-0123456789';
const packed = btoa(JSON.stringify({ nonce: 'CANARY', returnTo: 'https://evil.example/offer' })).replaceAll('=', '');
interface Parts {
  readonly start?: string;
  readonly from?: string;
  readonly state?: string;
  readonly query?: string;
  readonly to: string;
}
const login = ({ start = '', from = '', state = 'st-CANARY', query = '', to }: Parts) => {
  const uri = `https://app.example/cb${query}`;
  const answer = `${uri}${query === '' ? '?' : '&'}code=${code}&state=${encodeURIComponent(state)}`;
  const authorize = `https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=${encodeURIComponent(uri)}&state=${encodeURIComponent(state)}`;
  return `
        GET https://app.example/login${start}${from}
        → 302 ${authorize}
        GET ${authorize}
        → 302 ${answer}
        GET ${answer}
        → 302 ${to}
        GET ${new URL(to, 'https://app.example').href}
        → 200`;
};
const offer = 'https://evil.example/offer';

cases(postLoginOpenRedirect, {
  fails: {
    'the login link says where to go': {
      as: 'forwards',
      at: ['3 response.header.location', '1 request.query.returnTo'],
      severity: 'warning',
      data: { host: 'evil.example', where: 'the address the login began with' },
      trace: login({ start: `?returnTo=${encodeURIComponent(offer)}`, to: offer }),
    },
    'the link leaves the scheme out, and the app adds a parameter': {
      as: 'forwards',
      trace: login({ start: '?next=//evil.example/offer', to: `${offer}?from=app` }),
    },
    'the state holds the address in base64': {
      as: 'forwards',
      at: ['3 response.header.location', '2 request.query.state'],
      data: { where: '`state`' },
      trace: login({ state: packed, to: offer }),
    },
    'the return address holds it': {
      as: 'forwards',
      at: ['3 response.header.location', '2 request.query.redirect_uri'],
      trace: login({ query: `?target=${encodeURIComponent(offer)}`, to: offer }),
    },
    'the code goes along': {
      as: 'with-credential',
      severity: 'error',
      data: { kind: 'code' },
      trace: login({ start: `?returnTo=${encodeURIComponent(offer)}`, to: `${offer}?code=${code}` }),
    },
  },
  passes: {
    'the app goes to a page of its own': login({ start: '?returnTo=%2Fhome', to: '/home' }),
    'another host of the app is named': login({
      start: `?returnTo=${encodeURIComponent('https://shop.app.example/')}`,
      to: 'https://shop.app.example/',
    }),
    'the app goes where nobody told it to': login({ to: 'https://partner.example/welcome' }),
    'the app goes elsewhere than it was told': login({
      start: `?returnTo=${encodeURIComponent(offer)}`,
      to: 'https://partner.example/welcome',
    }),
    'the state is signed': login({ state: jwt({ returnTo: offer }), to: offer }),
    'a central login brings people back to where they were': login({
      start: `?returnTo=${encodeURIComponent('https://news.example/today')}`,
      from: ' [from https://news.example]',
      to: 'https://news.example/today',
    }),
  },
  skips: {
    'the provider refused': `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY
        → 302 https://app.example/cb?error=access_denied&state=st-CANARY
        GET https://app.example/cb?error=access_denied&state=st-CANARY
        → 302 https://partner.example/
        GET https://partner.example/
        → 200`,
    'there is no callback': `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY
        → 302 https://app.example/cb?code=${code}&state=st-CANARY`,
  },
  unsure: {
    'the callback is not answered yet': {
      why: 'never-finished',
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY
        → 302 https://app.example/cb?code=${code}&state=st-CANARY
        GET https://app.example/cb?code=${code}&state=st-CANARY
        → pending`,
    },
    'somebody removed the state that may have said it': {
      why: 'redacted-input',
      trace: login({ state: '***', to: offer }),
    },
  },
});
