import { stateMismatch } from '../../../../lib/checks/state/state-mismatch.ts';
import { cases } from '../../../build/cases.ts';

cases(stateMismatch, {
  fails: {
    'the value changed on the way': {
      as: 'changed',
      at: ['1 response.location.query.state', '1 request.query.state'],
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=sent-CANARY
        → 302 https://app.example/cb?code=c&state=other-CANARY
        GET https://app.example/cb?code=c&state=other-CANARY
        → 200`,
    },
  },
  passes: {
    'it came back unchanged': `
        GET https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=sent-CANARY
        → 302 https://app.example/cb?code=c&state=sent-CANARY
        GET https://app.example/cb?code=c&state=sent-CANARY
        → 200`,
  },
  skips: {
    'no state was sent': `
        GET https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb
        → 302 https://app.example/cb?code=c
        GET https://app.example/cb?code=c
        → 200`,
  },
  unsure: {
    'somebody redacted the values': {
      why: 'redacted-input',
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=[redacted]
        → 302 https://app.example/cb?code=c&state=[redacted]
        GET https://app.example/cb?code=c&state=[redacted]
        → 200`,
    },
  },
});
