import { describe, expect, it } from 'vitest';
import { linked, sources, tells } from '../../build/flows.ts';

const request = (n: number, extra = '') =>
  `https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY-${n}-abcdefgh${extra}`;
const answer = (n: number) => `https://app.example/cb?code=CANARY-code-${n}-abcd&state=CANARY-${n}-abcdefgh`;

describe('an answer finds its request', () => {
  tells({
    'in two tabs that finish in reverse order': {
      trace: `
        GET ${request(1)}
        → 200
        GET ${request(2)} [tab 2]
        → 200
        POST https://idp.example/signin [tab 2] [from https://idp.example]
        → 302 ${answer(2)}
        GET ${answer(2)} [tab 2]
        → 200
        POST https://idp.example/signin [from https://idp.example]
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 200`,
      only: 'web-request', // in a file, which of two open logins a form belongs to can not be told
      flows: ['login: 1 authorization-request, 5 provider, 6 callback', 'login: 2 authorization-request, 3 provider, 4 callback'],
    },
    'by its state, when the answers cross': {
      trace: `
        GET ${request(1)}
        → 200
        GET ${request(2)} [tab 2]
        → 200
        GET ${answer(2)} [tab 2] [from https://idp.example]
        → 200
        GET ${answer(1)} [from https://idp.example]
        → 200`,
      flows: ['login: 1 authorization-request, 4 callback', 'login: 2 authorization-request, 3 callback'],
    },
    'by its state, when the answer opens in a tab of its own': {
      trace: `
        GET ${request(1)}
        → 200
        GET ${answer(1)} [tab 5] [from https://mail.example]
        → 200`,
      flows: ['login: 1 authorization-request, 2 callback'],
    },
    'by its address, when the state was changed': {
      trace: `
        GET ${request(1)}
        → 302 https://app.example/cb?code=CANARY-code-1-abcd&state=CANARY-other-value
        GET https://app.example/cb?code=CANARY-code-1-abcd&state=CANARY-other-value
        → 200`,
      flows: ['login: 1 authorization-request, 2 callback'],
    },
    'by the redirect, when it goes to another address': {
      trace: `
        GET ${request(1)}
        → 302 https://app.example/other?code=CANARY-code-1-abcd&state=CANARY-1-abcdefgh
        GET https://app.example/other?code=CANARY-code-1-abcd&state=CANARY-1-abcdefgh
        → 200`,
      flows: ['login: 1 authorization-request, 2 callback'],
    },
    'on a loopback address, whatever the port': {
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=cli&redirect_uri=http://127.0.0.1/cb
        → 302 http://127.0.0.1:49152/cb?code=CANARY-code-1-abcd
        GET http://127.0.0.1:49152/cb?code=CANARY-code-1-abcd
        → 200`,
      flows: ['login: 1 authorization-request, 2 callback'],
    },
    'with a default port or an empty path left out': {
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example:443
        → 302 https://app.example/?code=CANARY-code-1-abcd
        GET https://app.example/?code=CANARY-code-1-abcd
        → 200`,
      flows: ['login: 1 authorization-request, 2 callback'],
    },
    'when it is posted by a page and no Location shows it': {
      trace: `
        GET ${request(1, '&response_mode=form_post')}
        → 302 /signin
        GET https://idp.example/signin
        → 200
        POST https://app.example/cb [from https://idp.example]
          = code=CANARY-code-1-abcd&state=CANARY-1-abcdefgh
        → 302 /
        GET https://app.example/
        → 200`,
      flows: ['login: 1 authorization-request, 2 provider, 3 callback, 4 app'],
    },
    'when one signed parameter holds it all': {
      trace: `
        GET ${request(1, '&response_mode=query.jwt')}
        → 302 https://app.example/cb?response=eyJhbGciOiJub25lIn0.eyJjb2RlIjoiQ0FOQVJZLTEiLCJzdGF0ZSI6IkNBTkFSWS0xLWFiY2RlZmdoIn0.CANARY
        GET https://app.example/cb?response=eyJhbGciOiJub25lIn0.eyJjb2RlIjoiQ0FOQVJZLTEiLCJzdGF0ZSI6IkNBTkFSWS0xLWFiY2RlZmdoIn0.CANARY
        → 200`,
      flows: ['login: 1 authorization-request, 2 callback'],
    },
    'when the backend pushed the request and its address is not known': {
      trace: `
        GET https://app.example/login
        → 302 https://idp.example/authorize?client_id=web&request_uri=urn:ietf:params:oauth:request_uri:CANARY
        GET https://idp.example/authorize?client_id=web&request_uri=urn:ietf:params:oauth:request_uri:CANARY
        → 302 /signin
        GET https://idp.example/signin
        → 200
        POST https://idp.example/signin [from https://idp.example]
        → 302 https://app.example/cb?code=CANARY-code-1-abcd&state=CANARY-1-abcdefgh
        GET https://app.example/cb?code=CANARY-code-1-abcd&state=CANARY-1-abcdefgh
        → 200`,
      flows: ['login: 1 start, 2 authorization-request, 3 provider, 4 provider, 5 callback'],
    },
    'when it was pushed, and the server has tickets that look like answers': {
      trace: `
        GET https://app.example/login
        → 302 https://idp.example/authorize?client_id=web&request_uri=urn:ietf:params:oauth:request_uri:CANARY
        GET https://idp.example/authorize?client_id=web&request_uri=urn:ietf:params:oauth:request_uri:CANARY
        → 302 https://mfa.example.net/challenge?state=CANARY-internal-abcd&code=CANARY-ticket-abcd
        GET https://mfa.example.net/challenge?state=CANARY-internal-abcd&code=CANARY-ticket-abcd
        → 302 https://idp.example/resume
        GET https://idp.example/resume
        → 302 https://app.example/cb?code=CANARY-code-1-abcd&state=CANARY-1-abcdefgh
        GET https://app.example/cb?code=CANARY-code-1-abcd&state=CANARY-1-abcdefgh
        → 200`,
      flows: ['login: 1 start, 2 authorization-request, 3 provider, 4 provider, 5 callback'],
    },
    'in a popup': {
      trace: `
        GET https://app.example/
        → 200
        GET ${request(1)} [tab 2] [opener 1] [from https://app.example/]
        → 200
        POST https://idp.example/signin [tab 2] [from https://idp.example]
        → 302 ${answer(1)}
        GET ${answer(1)} [tab 2]
        → 200`,
      flows: ['login: 1 start, 2 authorization-request, 3 provider, 4 callback'],
    },
    'in a hidden frame, next to the page’s own login': {
      trace: `
        GET https://app.example/
        → 200
        GET ${request(1, '&prompt=none')} [frame] [from https://app.example/]
        → 302 https://app.example/cb?error=login_required&state=CANARY-1-abcdefgh
        GET https://app.example/cb?error=login_required&state=CANARY-1-abcdefgh [frame]
        → 200
        GET ${request(2)} [from https://app.example/]
        → 302 ${answer(2)}
        GET ${answer(2)}
        → 200`,
      flows: ['silent: 1 start, 2 authorization-request, 3 callback', 'login: 1 start, 4 authorization-request, 5 callback'],
    },
    'when the redirect and the callback were recorded as two requests': {
      trace: `
        GET ${request(1)}
        → 302 ${answer(1)}
        GET https://stats.example/ [tab 9]
        → 200
        GET ${answer(1)} [tab 1] [+40s]
        → 200`,
      only: 'har', // forty seconds are too long for a redirect that was followed
      flows: ['login: 1 authorization-request, 3 callback'],
    },
    'when it is loaded once more, and again': {
      trace: `
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 200
        GET ${answer(1)} [+20s]
        → 200
        GET ${answer(1)} [+20s] [tab 3]
        → 200`,
      flows: ['login: 1 authorization-request, 2 callback, 3 callback-again, 4 callback-again'],
    },
    'and the token request finds both by the code': {
      only: 'web-request', // in a file without tabs, the first callback may be the page the second login began on
      trace: `
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 200
        GET ${request(2)} [tab 2]
        → 302 ${answer(2)}
        GET ${answer(2)} [tab 2]
        → 200
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&client_id=web&code=CANARY-code-1-abcd
        → 200
        POST https://idp.example/token [fetch] [from https://app.example] [tab 2]
          = grant_type=authorization_code&client_id=web&code=CANARY-code-2-abcd
        → 200`,
      flows: ['login: 1 authorization-request, 2 callback, 5 token-request', 'login: 3 authorization-request, 4 callback, 6 token-request'],
    },
    'a preflight belongs to the token request it asked for': {
      trace: `
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 200
        OPTIONS https://idp.example/token [preflight] [from https://app.example]
        → 204
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&client_id=web&code=CANARY-code-1-abcd
        → 200`,
      flows: ['login: 1 authorization-request, 2 callback, 3 preflight, 4 token-request'],
    },
    'the redirection endpoint is reached with nothing on it': {
      trace: `
        GET ${request(1)}
        → 302 https://app.example/cb
        GET https://app.example/cb
        → 302 /
        GET https://app.example/
        → 200`,
      flows: ['login: 1 authorization-request, 2 callback, 3 app'],
    },
  });
});

describe('a request inside another', () => {
  const outer =
    'https://broker.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY-outer-abcd';
  const middle =
    'https://upstream.example/authorize?response_type=code&client_id=broker&redirect_uri=https://broker.example/cb&state=CANARY-middle-abcd';
  const inner =
    'https://innermost.example/authorize?response_type=code&client_id=upstream&redirect_uri=https://upstream.example/cb&state=CANARY-inner-abcd';
  tells({
    'two deep': {
      trace: `
        GET https://app.example/login
        → 302 ${outer}
        GET ${outer}
        → 302 ${middle}
        GET ${middle}
        → 302 ${inner}
        GET ${inner}
        → 200
        POST https://innermost.example/signin [from https://innermost.example]
        → 302 https://upstream.example/cb?code=CANARY-code-inner&state=CANARY-inner-abcd
        GET https://upstream.example/cb?code=CANARY-code-inner&state=CANARY-inner-abcd
        → 302 https://broker.example/cb?code=CANARY-code-middle&state=CANARY-middle-abcd
        GET https://broker.example/cb?code=CANARY-code-middle&state=CANARY-middle-abcd
        → 302 https://app.example/cb?code=CANARY-code-outer&state=CANARY-outer-abcd
        GET https://app.example/cb?code=CANARY-code-outer&state=CANARY-outer-abcd
        → 200`,
      flows: [
        'login: 1 start, 2 authorization-request, 3 nested, 4 nested, 5 nested, 6 nested, 7 nested, 8 callback',
        'login in f1: 2 start, 3 authorization-request, 4 nested, 5 nested, 6 nested, 7 callback',
        'login in f2: 3 start, 4 authorization-request, 5 provider, 6 callback',
      ],
    },
    'SAML is a hop, never a flow': {
      trace: `
        GET ${outer}
        → 302 https://saml.example/sso?SAMLRequest=CANARY&RelayState=CANARY
        GET https://saml.example/sso?SAMLRequest=CANARY&RelayState=CANARY
        → 200
        POST https://broker.example/acs [from https://saml.example]
          = SAMLResponse=CANARY&RelayState=CANARY
        → 302 https://app.example/cb?code=CANARY-code-outer&state=CANARY-outer-abcd
        GET https://app.example/cb?code=CANARY-code-outer&state=CANARY-outer-abcd
        → 200`,
      flows: ['login: 1 authorization-request, 2 foreign, 3 foreign, 4 callback'],
    },
    'the broker pushed its own request': {
      trace: `
        GET ${outer}
        → 302 https://upstream.example/authorize?client_id=broker&request_uri=urn:ietf:params:oauth:request_uri:CANARY
        GET https://upstream.example/authorize?client_id=broker&request_uri=urn:ietf:params:oauth:request_uri:CANARY
        → 302 https://broker.example/cb?code=CANARY-code-middle&state=CANARY-middle-abcd
        GET https://broker.example/cb?code=CANARY-code-middle&state=CANARY-middle-abcd
        → 302 https://app.example/cb?code=CANARY-code-outer&state=CANARY-outer-abcd
        GET https://app.example/cb?code=CANARY-code-outer&state=CANARY-outer-abcd
        → 200`,
      flows: [
        'login: 1 authorization-request, 2 nested, 3 nested, 4 callback',
        'login in f1: 1 start, 2 authorization-request, 3 callback',
      ],
    },
    'but the app’s own second login is not inside the first': {
      trace: `
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 302 https://files.example/authorize?response_type=code&client_id=linker&redirect_uri=https://app.example/files&state=CANARY-files-abcd
        GET https://files.example/authorize?response_type=code&client_id=linker&redirect_uri=https://app.example/files&state=CANARY-files-abcd
        → 302 https://app.example/files?code=CANARY-code-files&state=CANARY-files-abcd
        GET https://app.example/files?code=CANARY-code-files&state=CANARY-files-abcd
        → 200`,
      flows: ['login: 1 authorization-request, 2 callback', 'login: 2 start, 3 authorization-request, 4 callback'],
    },
  });
});

describe('one request seen more than once', () => {
  tells({
    'moves from host to host inside the server': {
      trace: `
        GET ${request(1)}
        → 302 ${request(1).replace('idp.example', 'eu.idp.example')}
        GET ${request(1).replace('idp.example', 'eu.idp.example')}
        → 302 https://mfa.idp.example/step?state=CANARY-internal-abcd
        GET https://mfa.idp.example/step?state=CANARY-internal-abcd
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 200`,
      flows: ['login: 1 authorization-request, 2 provider, 3 provider, 4 callback'],
    },
    'is reloaded on the sign-in page': {
      trace: `
        GET ${request(1)}
        → 200
        GET ${request(1)} [reload] [+9s]
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 200`,
      flows: ['login: 1 authorization-request, 2 authorization-request, 3 callback'],
    },
    'is repeated by the page’s own script': {
      trace: `
        GET ${request(1)}
        → 200
        POST https://idp.example/api/authorize?client_id=web&response_type=code&redirect_uri=https://app.example/cb&state=CANARY-1-abcdefgh&scope=openid [fetch] [from https://idp.example]
        → 200
        GET ${answer(1)} [from https://idp.example]
        → 200`,
      flows: ['login: 1 authorization-request, 2 provider, 3 callback'],
    },
    'has nothing that is made for one attempt, and moves inside the server': {
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb
        → 302 https://idp.example/v2/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb
        GET https://idp.example/v2/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb?code=CANARY-code-1-abcd
        GET https://app.example/cb?code=CANARY-code-1-abcd
        → 200`,
      flows: ['login: 1 authorization-request, 2 provider, 3 callback'],
    },
  });
});

describe('a login that was given up', () => {
  for (const source of sources)
    it(`names the one that took its place (${source})`, () => {
      const { flows } = linked(
        `
        GET https://app.example/login
        → 302 ${request(1)}
        GET ${request(1)}
        → 200
        GET https://app.example/login [+20s]
        → 302 ${request(2)}
        GET ${request(2)}
        → 302 ${answer(2)}
        GET ${answer(2)}
        → 200`,
        source,
      );
      expect(flows.map((f) => f.supersededBy)).toEqual(['f2', null]);
    });

  for (const source of sources)
    it(`is not given up when it was answered after all (${source})`, () => {
      const { flows } = linked(
        `
        GET ${request(1)}
        → 200
        GET ${request(2)}
        → 200
        GET ${answer(1)} [from https://idp.example]
        → 200`,
        source,
      );
      expect(flows.map((f) => f.supersededBy)).toEqual([null, null]);
      expect(flows.map((f) => f.response !== null)).toEqual([true, false]);
    });

  it('is not replaced by one in another tab', () => {
    const { flows } = linked(
      `
        GET ${request(1)}
        → 200
        GET ${request(2)} [tab 2]
        → 200`,
      'web-request',
    );
    expect(flows.map((f) => f.supersededBy)).toEqual([null, null]);
  });

  it('is not replaced by what the browser loads ahead', () => {
    for (const source of sources) {
      const { flows } = linked(
        `
        GET ${request(1)}
        → 200
        GET ${request(2)} [prefetch]
        → 200`,
        source,
      );
      expect(flows.map((f) => f.supersededBy)).toEqual([null, null]);
    }
  });
});

describe('what is known of a flow', () => {
  const one = (trace: string, source: 'web-request' | 'har') => linked(trace, source).flows[0];
  for (const source of sources) {
    it(`its parties are the two ends, however the server moves in between (${source})`, () => {
      const flow = one(
        `
        GET https://www.app.example/login
        → 302 ${request(1)}
        GET ${request(1)}
        → 302 https://login.idp.example/signin
        GET https://login.idp.example/signin
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 200`,
        source,
      );
      expect(flow?.parties).toEqual({ client: 'https://app.example', provider: 'https://idp.example' });
      expect(flow?.serverOrigins).toEqual(['https://idp.example', 'https://login.idp.example']);
      expect(flow?.clientId).toBe('web');
      expect(flow?.grant).toBe('code');
    });

    it(`parameters inside a request object count more than those outside (${source})`, () => {
      const object = Buffer.from(JSON.stringify({ redirect_uri: 'https://app.example/inner', state: 'CANARY-inner' })).toString(
        'base64url',
      );
      const flow = one(
        `GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/outer&state=CANARY-outer&request=eyJhbGciOiJub25lIn0.${object}.CANARY\n→ 200`,
        source,
      );
      expect(flow?.request?.redirectUri).toBe('https://app.example/inner');
      expect(flow?.request?.state?.value).toBe('CANARY-inner');
    });

    it(`the answer’s parameters say where they stand (${source})`, () => {
      const flow = one(
        `
        GET https://idp.example/authorize?response_type=token&client_id=spa&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb#access_token=CANARY-token&token_type=Bearer
        GET https://app.example/cb#access_token=CANARY-token&token_type=Bearer
        → 200`,
        source,
      );
      expect(flow?.grant).toBe('implicit');
      expect(flow?.response?.in).toBe('fragment');
      expect(flow?.response?.parameters.map((p) => p.place)).toEqual([
        'response.location.fragment.access_token',
        'response.location.fragment.token_type',
      ]);
    });
  }
});
