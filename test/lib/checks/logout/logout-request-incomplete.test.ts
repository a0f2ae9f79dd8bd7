import { logoutRequestIncomplete } from '../../../../lib/checks/logout/logout-request-incomplete.ts';
import { cases } from '../../../build/cases.ts';
import { jwt } from '../../../build/jwt.ts';

const at = 'https://idp.example/end_session';
const back = 'post_logout_redirect_uri=https%3A%2F%2Fapp.example%2Fbye';
const went = `→ 302 https://app.example/bye
        GET https://app.example/bye
        → 200`;
const idToken = jwt({ iss: 'https://idp.example', sub: 'CANARY', aud: 'web', nonce: 'CANARY' });
const asked = (query: string, answer: string = went) => `
        GET ${at}?${query}
        ${answer}`;

cases(logoutRequestIncomplete, {
  fails: {
    'nothing says which app it is, and the server refuses': {
      as: 'refused',
      at: ['1 request.query.id_token_hint', '1 request.query.post_logout_redirect_uri'],
      severity: 'error',
      data: { status: 400 },
      trace: asked(
        back,
        `→ 400
          "Either the parameter 'client_id' or 'id_token_hint' is required when 'post_logout_redirect_uri' is used."`,
      ),
    },
    'nothing says which app it is, and the server refuses without a word': {
      as: 'refused',
      severity: 'error',
      trace: asked(back, '→ 400'),
    },
    'nothing says which app it is': { as: 'unidentified', severity: 'info', trace: asked(back) },
    'nothing says which app it is, and the refusal is about the address': {
      as: 'unidentified',
      severity: 'info',
      trace: asked(
        back,
        `→ 400
          "post_logout_redirect_uri not registered"`,
      ),
    },
    'nothing says which app it is in a form': {
      as: 'unidentified',
      at: ['1 request.form.id_token_hint'],
      trace: `
        POST ${at} [from https://app.example/]
          = ${back}
        ${went}`,
    },
    'the hint is a word of the program, and the server refuses': {
      as: 'hint',
      at: ['1 request.query.id_token_hint'],
      severity: 'error',
      data: { what: 'a word that stands for nothing' },
      trace: asked(
        `${back}&id_token_hint=undefined`,
        `→ 400
          "could not decode id_token_hint"`,
      ),
    },
    'the hint is empty, and the server goes on': {
      as: 'hint',
      severity: 'info',
      data: { what: 'empty' },
      trace: asked(`${back}&client_id=web&id_token_hint=`),
    },
    'the hint is an access token': {
      as: 'hint',
      severity: 'warning',
      data: { what: 'an access token' },
      trace: asked(`${back}&id_token_hint=${jwt({ sub: 'CANARY', aud: 'api' }, { typ: 'at+jwt' })}`),
    },
    'the hint is an access token by what it holds': {
      as: 'hint',
      severity: 'warning',
      data: { what: 'an access token' },
      trace: asked(`${back}&id_token_hint=${jwt({ sub: 'CANARY', scope: 'openid' })}`),
    },
    'the hint was issued to another client': {
      as: 'client',
      at: ['1 request.query.client_id', '1 request.query.id_token_hint'],
      severity: 'info',
      trace: asked(`${back}&client_id=other&id_token_hint=${idToken}`),
    },
    'the hint was issued to another client, and the server refuses': {
      as: 'client',
      severity: 'error',
      trace: asked(
        `${back}&client_id=other&id_token_hint=${idToken}`,
        `→ 400
          "client_id does not match id_token_hint"`,
      ),
    },
    'the address is a bare path': {
      as: 'address',
      at: ['1 request.query.post_logout_redirect_uri'],
      severity: 'info',
      data: { name: 'post_logout_redirect_uri' },
      trace: asked('client_id=web&post_logout_redirect_uri=%2Fbye', '→ 200'),
    },
    'the address is a word of the program, and the server refuses': {
      as: 'address',
      severity: 'error',
      trace: asked(
        'client_id=web&post_logout_redirect_uri=undefined',
        `→ 400
          "Invalid redirect uri"`,
      ),
    },
    'the hint tells who the user is': {
      as: 'personal',
      at: ['1 request.query.id_token_hint'],
      severity: 'warning',
      data: { claims: 'a mail address, a name' },
      trace: asked(`${back}&id_token_hint=${jwt({ sub: 'CANARY', aud: 'web', name: 'CANARY', email: 'CANARY@users.example' })}`),
    },
  },
  passes: {
    'it has a hint': asked(`${back}&id_token_hint=${idToken}`),
    'it has the client': asked(`${back}&client_id=web`),
    'it has both, and they agree': asked(`${back}&client_id=web&id_token_hint=${idToken}`),
    'the hint is for several, and acts for one': asked(
      `${back}&client_id=web&id_token_hint=${jwt({ sub: 'CANARY', aud: ['api', 'web'], azp: 'web' })}`,
    ),
    'the hint is encrypted': asked(`${back}&id_token_hint=eyJhbGciOiJkaXIifQ..CANARY.CANARY.CANARY`),
    'the hint is the server’s own kind': asked(`${back}&id_token_hint=CANARY-opaque`),
    'the hint tells who the user is, in a form': `
        POST ${at} [from https://app.example/]
          = ${back}&id_token_hint=${jwt({ sub: 'CANARY', aud: 'web', name: 'CANARY' })}
        ${went}`,
    'the way back is an app link': asked('client_id=web&post_logout_redirect_uri=com.example.app%3A%2Fbye', '→ 200'),
    'the server has a parameter of its own': asked('client_id=web&logout_uri=https%3A%2F%2Fapp.example%2Fbye').replace(
      'end_session',
      'logout',
    ),
    'it asks for no way back': asked(`id_token_hint=${idToken}`, '→ 200'),
  },
  skips: {
    'there is nothing to say anything about': `
        GET https://idp.example/oidc/logout?logout_hint=CANARY
        → 200`,
    'it is a login': `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY
        → 200`,
  },
  unsure: {
    'the file was cleaned before it was saved': { why: 'redacted-input', trace: asked(`${back}&id_token_hint=REDACTED`) },
  },
});
