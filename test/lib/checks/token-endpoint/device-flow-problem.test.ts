import { deviceFlowProblem } from '../../../../lib/checks/token-endpoint/device-flow-problem.ts';
import { cases } from '../../../build/cases.ts';

const start = (more: object = {}) => `
        POST https://idp.example/device_authorization [fetch]
          = client_id=tv&scope=openid
        → 200
          = ${JSON.stringify({ device_code: 'dev-CANARY', user_code: 'CANARY', verification_uri: 'https://idp.example/device', ...more })}`;
const poll = (after: number, answer = 'authorization_pending') => `
        POST https://idp.example/token [fetch] [+${after}ms]
          = grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=dev-CANARY&client_id=tv
        → ${
          answer === 'ok'
            ? '200\n          = {"access_token":"CANARY-access-0123456789","token_type":"Bearer"}'
            : `400\n          = {"error":"${answer}"}`
        }`;
const har = 'har' as const; // webRequest has no bodies

cases(deviceFlowProblem, {
  fails: {
    'the user declines': {
      as: 'declined',
      severity: 'info',
      only: har,
      trace: `${start()}${poll(5000)}${poll(5000, 'access_denied')}`,
    },
    'it goes on as before when told to slow down': {
      as: 'ignored',
      at: ['2 response.body.error', '3 request.form.device_code'],
      severity: 'warning',
      only: har,
      data: { interval: 5, gap: 5 },
      trace: `${start()}${poll(5000, 'slow_down')}${poll(4900)}${poll(5000, 'ok')}`,
    },
    'it polls twice as fast as it may': {
      as: 'hurried',
      at: ['3 request.form.device_code', '4 request.form.device_code'],
      severity: 'warning',
      only: har,
      data: { count: 2, interval: 10, gap: 5 },
      trace: `${start({ interval: 10 })}${poll(10_000)}${poll(4900)}${poll(4900)}`,
    },
  },
  passes: {
    'it polls until the user is done': { only: har, trace: `${start()}${poll(5000)}${poll(5000)}${poll(5000, 'ok')}` },
    'it slows down when it is told to': {
      only: har,
      trace: `${start()}${poll(5000)}${poll(5000, 'slow_down')}${poll(10_000)}${poll(10_000, 'ok')}`,
    },
    'one poll is early': { only: har, trace: `${start()}${poll(5000)}${poll(2000)}${poll(5000, 'ok')}` },
    'the interval is one second': { only: har, trace: `${start({ interval: 1 })}${poll(1000)}${poll(1000)}${poll(1000, 'ok')}` },
    'the code runs out, which has a check of its own': { only: har, trace: `${start()}${poll(5000)}${poll(600_000, 'expired_token')}` },
    'it takes a new code at once': {
      only: har,
      trace: `${start()}${poll(5000)}${poll(5000, 'authorization_pending').replaceAll('dev-CANARY', 'dev-CANARY-2')}`,
    },
  },
  skips: {
    'it has not polled yet': { only: har, trace: start() },
    'the line broke': `
        POST https://idp.example/token [fetch]
          = grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=dev-CANARY&client_id=tv
        → failed net::ERR_CONNECTION_RESET`,
  },
  unsure: {
    'what the server says is not shown': { why: 'body-not-exposed', only: 'web-request', trace: poll(5000) },
  },
});
