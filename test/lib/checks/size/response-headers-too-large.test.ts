import { responseHeadersTooLarge } from '../../../../lib/checks/size/response-headers-too-large.ts';
import { cases } from '../../../build/cases.ts';

const cookie = (name: string, bytes: number) => `
          Set-Cookie: ${name}=CANARY${'x'.repeat(bytes)}; Path=/; Secure`;
const login = (headers: string) => `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY
        → 302 https://app.example/cb?code=code-CANARY&state=st-CANARY
        GET https://app.example/cb?code=code-CANARY&state=st-CANARY
        → 302 /home${headers}
        GET https://app.example/home
        → 200
          Content-Type: text/html`;

cases(responseHeadersTooLarge, {
  fails: {
    'two full session cookies are set at once': {
      as: 'over',
      at: ['2 response.header.set-cookie'],
      severity: 'warning',
      data: { largest: '`Set-Cookie`' },
      trace: login(cookie('session.0', 4_060) + cookie('session.1', 4_060)),
    },
    'one is': {
      as: 'large',
      at: ['2 response.header.set-cookie'],
      severity: 'info',
      trace: login(cookie('session', 4_060)),
    },
    'another line takes the room': {
      as: 'large',
      at: ['2 response.header.x-debug'],
      data: { largest: 'one header' },
      trace: login(`
          X-Debug: ${'CANARY'.repeat(700)}`),
    },
  },
  passes: {
    'the session is a key': login(cookie('session', 40)),
  },
  skips: {
    'there is no callback': `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY
        → 302 https://app.example/cb?code=code-CANARY&state=st-CANARY`,
  },
  unsure: {
    'cookies are not in the capture': {
      why: 'header-hidden',
      only: 'har',
      trace: login(''),
    },
  },
});
