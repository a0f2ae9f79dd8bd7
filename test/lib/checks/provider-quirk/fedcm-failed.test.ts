import { fedcmFailed } from '../../../../lib/checks/provider-quirk/fedcm-failed.ts';
import { cases } from '../../../build/cases.ts';

const only = 'har' as const;
/** A request of the browser's own. */
const get = (url: string, answer: string, headers = '') => `
        GET ${url} [fetch]
          Sec-Fetch-Dest: webidentity${headers}
        ${answer}`;
const json = (body: object) => `→ 200
          = ${JSON.stringify(body)}`;
const wellKnown = 'https://idp.example/.well-known/web-identity';
const config = 'https://accounts.idp.example/fedcm.json';
const settings = { accounts_endpoint: '/accounts', id_assertion_endpoint: '/assertion', login_url: '/login' };
const listed = get(wellKnown, json({ provider_urls: [config] }));
const begun = listed + get(config, json(settings));
const accounts = (answer: string) =>
  get('https://accounts.idp.example/accounts', answer, '\n          Cookie: idp_session=CANARY-idp-0123');
const people = json({ accounts: [{ id: 'CANARY-1', name: 'CANARY', email: 'CANARY@users.example' }] });
const chosen = (answer: string) => `
        POST https://accounts.idp.example/assertion [fetch] [+4s]
          Sec-Fetch-Dest: webidentity
          Origin: https://app.example
          Cookie: idp_session=CANARY-idp-0123
          = client_id=web&account_id=CANARY-1&nonce=CANARY&disclosure_text_shown=false
        ${answer}`;
const allowed = `→ 200
          Access-Control-Allow-Origin: https://app.example
          Access-Control-Allow-Credentials: true
          = {"token":"CANARY"}`;

cases(fedcmFailed, {
  fails: {
    'the well-known file is missing': {
      as: 'well-known',
      at: ['1 response.status', '1 request.url'],
      severity: 'error',
      data: { host: 'idp.example', result: 'HTTP 404' },
      trace: get(wellKnown, '→ 404') + get(config, '→ 200'),
    },
    'the well-known file lists nothing': {
      as: 'well-known',
      at: ['1 response.body.provider_urls'],
      only,
      trace: get(wellKnown, json({ urls: [] })) + get(config, json(settings)),
    },
    'the well-known file lists another configuration': {
      as: 'unlisted',
      at: ['1 response.body', '2 request.url'],
      only,
      trace: get(wellKnown, json({ provider_urls: ['https://accounts.idp.example/other.json'] })) + get(config, json(settings)),
    },
    'the configuration can not be reached': {
      as: 'config',
      only,
      data: { result: 'HTTP 500' },
      trace: listed + get(config, '→ 500'),
    },
    'the configuration is not complete': {
      as: 'config',
      at: ['2 response.body.id_assertion_endpoint'],
      only,
      trace: listed + get(config, json({ accounts_endpoint: '/accounts' })),
    },
    'the list of accounts fails': {
      as: 'accounts',
      only,
      data: { result: 'HTTP 500' },
      trace: begun + accounts('→ 500'),
    },
    'the list of accounts is none': {
      as: 'accounts',
      only,
      at: ['3 response.body.accounts'],
      trace: begun + accounts(json({ people: [] })),
    },
    'nobody is signed in': { as: 'signed-out', only, severity: 'info', at: ['3 response.status'], trace: begun + accounts('→ 401') },
    'the provider knows no account': { as: 'signed-out', only, severity: 'info', trace: begun + accounts(json({ accounts: [] })) },
    'the account is refused': {
      as: 'assertion',
      at: ['4 response.status'],
      severity: 'error',
      only,
      data: { result: 'the error `access_denied`' },
      trace: begun + accounts(people) + chosen(json({ error: { code: 'access_denied' } })),
    },
    'the account is refused with a status': {
      as: 'assertion',
      data: { result: 'HTTP 403' },
      trace: begun + accounts(people) + chosen('→ 403'),
    },
    'the app may not read the token': {
      as: 'cors',
      at: ['1 response.header.access-control-allow-origin'],
      only,
      data: { app: 'app.example', says: 'is missing' },
      // Some recorders keep CORS headers back: another answer shows that this one does not.
      trace: `${chosen('→ 200\n          Content-Type: application/json\n          = {"token":"CANARY"}')}
        GET https://api.example/ [fetch]
        → 200
          Access-Control-Allow-Origin: *`,
    },
    'another app may read the token': {
      as: 'cors',
      data: { says: 'names another origin' },
      trace: begun + accounts(people) + chosen(allowed.replace('app.example', 'other.example')),
    },
  },
  passes: {
    'the token came': begun + accounts(people) + chosen(allowed),
    'an older browser does not ask for the header, and the app goes on': {
      only,
      trace: `${chosen('→ 200\n          Content-Type: application/json\n          = {"token":"CANARY"}')}
        GET https://api.example/ [fetch]
        → 200
          Access-Control-Allow-Origin: *
        POST https://app.example/session [fetch]
          = {"credential":"CANARY"}
        → 200`,
    },
    'only the last request is there': chosen(allowed),
    'the accounts were shown, and nobody chose': { only, trace: begun + accounts(people) },
  },
  skips: {
    'it is a login by redirect': `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY
        → 404`,
  },
  unsure: {
    'the recording ends after the settings': { why: 'capture-ended-early', trace: begun },
    'the token has not come': { why: 'never-finished', trace: begun + accounts(people) + chosen('→ pending') },
  },
});
