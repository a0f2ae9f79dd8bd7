import { dpopMisuse } from '../../../../lib/checks/token-endpoint/dpop-misuse.ts';
import { cases } from '../../../build/cases.ts';

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const proof = (htu = 'https://idp.example/token', htm = 'POST') =>
  `${base64url({ typ: 'dpop+jwt', alg: 'ES256' })}.${base64url({ htm, htu, jti: 'CANARY' })}.CANARYsignature`;
const login = `
        GET https://idp.example/authorize?response_type=code&client_id=spa&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb?code=code-CANARY-0123
        GET https://app.example/cb?code=code-CANARY-0123
        → 200`;
const token = (dpop: string | null = proof()) => `
        POST https://idp.example/token [fetch] [from https://app.example]${dpop === null ? '' : `\n          DPoP: ${dpop}`}
          = grant_type=authorization_code&code=code-CANARY-0123&client_id=spa&redirect_uri=https://app.example/cb`;
const wantsNonce = (headers = '') => `
        → 400
          DPoP-Nonce: CANARY-nonce${headers}
          = {"error":"use_dpop_nonce"}`;
const badProof = `
        → 400
          = {"error":"invalid_dpop_proof"}`;
const ok = (type = 'DPoP') => `
        → 200
          = {"access_token":"CANARY-access-0123456789","token_type":"${type}"}`;
const call = (scheme: string, status = 401) => `
        GET https://api.example/me [fetch] [from https://app.example]
          Authorization: ${scheme} CANARY-access-0123456789
        → ${status}`;

cases(dpopMisuse, {
  fails: {
    'the page can not read the nonce': {
      as: 'nonce',
      severity: 'error',
      data: {
        count: 2,
        hint: ' The page can not read that nonce: the answer does not expose the header to scripts of other sites.',
      },
      trace: `${login}${token()}${wantsNonce()}${token()}${wantsNonce()}`,
    },
    'the app does not use the nonce that it can read': {
      as: 'nonce',
      at: ['4 response.body.error', '4 request.header.dpop'],
      only: 'har',
      data: { hint: '' },
      trace: `${login}${token()}${wantsNonce('\n          Access-Control-Expose-Headers: DPoP-Nonce')}${token()}${wantsNonce('\n          Access-Control-Expose-Headers: DPoP-Nonce')}`,
    },
    'the proof names the address before the proxy': {
      as: 'proof',
      at: ['3 request.header.dpop', '3 response.body.error'],
      severity: 'error',
      only: 'har',
      data: { status: 400, part: 'address' },
      trace: `${login}${token(proof('http://inner.example/token'))}${badProof}`,
    },
    'the proof names another method': {
      as: 'proof',
      only: 'har',
      data: { part: 'method' },
      trace: `${login}${token(proof('https://idp.example/token', 'GET'))}${badProof}`,
    },
    'the API gets the token as Bearer': {
      as: 'bearer',
      at: ['4 request.header.authorization', '4 response.status'],
      only: 'har',
      browser: 'firefox', // Chrome's files leave Authorization out
      data: { host: 'https://api.example', status: 401 },
      trace: `${login}${token()}${ok()}${call('Bearer')}`,
    },
  },
  passes: {
    'the server first wants its nonce in the proof': `${login}${token()}${wantsNonce()}${token()}${ok()}`,
    'the server changes its nonce and takes the third proof': `${login}${token()}${wantsNonce()}${token()}${wantsNonce()}${token()}${ok()}`,
    'the capture ends after the first request for a nonce': `${login}${token()}${wantsNonce()}`,
    'the proof is right and refused all the same': { only: 'har', trace: `${login}${token()}${badProof}` },
    'the proof leaves the query out': { only: 'har', trace: `${login}${token(proof('https://IDP.example/token'))}${badProof}` },
    'the API gets it as DPoP': { only: 'har', browser: 'firefox', trace: `${login}${token()}${ok()}${call('DPoP', 200)}` },
    'the API takes it as Bearer': { only: 'har', browser: 'firefox', trace: `${login}${token()}${ok()}${call('Bearer', 200)}` },
  },
  skips: {
    'there is no DPoP in it': `${login}${token(null)}${ok('Bearer')}`,
  },
  unsure: {
    'there is no answer yet': {
      why: 'never-finished',
      trace: `${login}${token()}
        → pending`,
    },
  },
});
