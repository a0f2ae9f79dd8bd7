/**
 * What shows in the bodies of answers alone. Not among the others: while bodies are not read, nothing can be said about
 * these; test/e2e/bodies.ts plays them both ways.
 */
import { withOtherClaims } from '../provider/signing.ts';
import { scenario } from './define.ts';

/** Chromium’s developer tools forget what a page was answered once it changes its address by script (measured, 156). */
const app = { kind: 'spa', keepsAddress: true } as const;
const spa = { family: 'token-endpoint', thirdPartyCookies: 'block', app } as const;

const readable = { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' };

export const inBodies = [
  scenario({
    ...spa,
    id: 'body-code-refused',
    title: 'The reason is in the body',
    story: 'The provider refuses the code; why, only the body of its answer says.',
    headline: 'token-error-response',
    outcome: 'failed',
    ends: 'error',
    tenant: {
      token: { status: 400, headers: readable, body: '{"error":"invalid_grant","error_description":"CANARY: the code is not known here"}' },
    },
  }),
  scenario({
    ...spa,
    id: 'body-other-audience',
    title: 'ID token for another client',
    story: 'The ID token in the token response was issued to another client; the app does not look.',
    headline: 'id-token-invalid',
    outcome: 'completed',
    ends: 'signed-in',
    tenant: {
      answers: (path, answer) =>
        path === '/token'
          ? { ...answer, id_token: withOtherClaims(String(answer['id_token']), (claims) => ({ ...claims, aud: 'another-client' })) }
          : answer,
    },
  }),
  scenario({
    ...spa,
    id: 'body-other-issuer',
    title: 'Metadata of another issuer',
    story: 'The provider’s metadata names another issuer than the address it stands at.',
    headline: null,
    also: ['iss-mismatch'],
    outcome: 'completed',
    ends: 'signed-in',
    tenant: {
      answers: (path, answer) =>
        path.startsWith('/.well-known/') ? { ...answer, issuer: String(answer['issuer']).replace('://', '://old-') } : answer,
    },
  }),
  scenario({
    ...spa,
    id: 'body-large',
    title: 'Metadata beyond all measure',
    story: 'Healthy: the provider’s metadata is larger than what is kept of an answer; the app reads all of it.',
    headline: null,
    outcome: 'completed',
    ends: 'signed-in',
    tenant: {
      answers: (path, answer) => (path.startsWith('/.well-known/') ? { ...answer, padding: '-'.repeat(300_000) } : answer),
    },
  }),
  scenario({
    ...spa,
    id: 'body-in-parts',
    title: 'Slow token response',
    story: 'Healthy: the token response comes in two parts, two seconds apart.',
    headline: null,
    outcome: 'completed',
    ends: 'signed-in',
    tenant: { tokenPauseMs: 2_000 },
  }),
  scenario({
    ...spa,
    id: 'body-healthy',
    title: 'Token endpoint at an unusual address',
    story: 'Healthy: the token endpoint has an address that says nothing; the provider’s metadata names it.',
    headline: null,
    outcome: 'completed',
    ends: 'signed-in',
    app: { ...app, settings: { scope: 'openid offline_access', prompt: 'consent' } },
    registration: { refresh: true },
    tenant: { tokenPath: '/v2/session/exchange' },
  }),
];
