/** `state` is missing, lost, changed or damaged on the way. */
import { randomBytes } from 'node:crypto';
import { answerAt, callbackOf, check, requestAt, scenario, shows } from './define.ts';
import { inAnswer, rawValue } from './faults.ts';

const broken = { family: 'state', thirdPartyCookies: 'block', outcome: 'failed', ends: 'error' } as const;

/** Standard base64, as many frameworks make it: it may hold `+`, `/` and `=`. This one holds all three. */
const base64State = () => `+/${randomBytes(30).toString('base64').replaceAll(/[+/=]/g, 'x')}+/==`;

const refused = /state/i;

export const state = [
  scenario({
    ...broken,
    id: 'state-missing',
    title: 'No one-time value at all',
    story: 'The request has neither `state` nor `nonce` nor PKCE: the login works, and anybody can forge its answer.',
    headline: 'state-missing',
    profile: 'auditor',
    outcome: 'completed',
    app: { kind: 'server', state: false, nonce: false, pkce: false },
    ends: 'signed-in',
  }),
  scenario({
    ...broken,
    id: 'state-dropped',
    title: 'The server drops `state`',
    story: 'A proxy in front of the provider removes `state` from the answer.',
    headline: 'state-not-returned',
    app: { kind: 'server' },
    fault: { answer: inAnswer((url) => url.searchParams.delete('state')) },
    proof: (_page, lab) => check(!answerAt(lab, 'state-dropped').has('state'), 'The answer still has a state.'),
  }),
  scenario({
    ...broken,
    id: 'state-dropped-in-error',
    title: 'The server drops `state` from an error',
    story: 'The provider refuses the scope, and a proxy in front of it removes `state` from that answer.',
    headline: 'authz-error-response',
    also: ['state-not-returned'],
    app: { kind: 'server', mistake: (url) => url.searchParams.set('scope', 'openid admin') },
    registration: { scope: 'openid profile' },
    fault: { answer: inAnswer((url) => url.searchParams.delete('state')) },
    proof: (_page, lab) =>
      check(answerAt(lab, 'state-dropped-in-error').get('error') === 'invalid_scope', 'The provider did not refuse the scope.'),
    drive: (page) => page.click('#sign-in'),
  }),
  scenario({
    ...broken,
    id: 'state-changed',
    title: 'The server returns another `state`',
    story: 'The answer carries a `state` that nobody sent.',
    headline: 'state-mismatch',
    app: { kind: 'server' },
    fault: { answer: inAnswer((url) => url.searchParams.set('state', randomBytes(32).toString('base64url'))) },
    proof: (page) => shows(page, refused),
  }),
  scenario({
    ...broken,
    id: 'state-null',
    title: '`state=null`',
    story: 'The server lost the value on the way and writes the word “null” instead.',
    headline: 'state-mismatch',
    app: { kind: 'server' },
    fault: { answer: inAnswer((url) => url.searchParams.set('state', 'null')) },
    proof: (page) => shows(page, refused),
  }),
  scenario({
    ...broken,
    id: 'state-plus',
    title: 'Plus signs become spaces',
    story: 'The app’s `state` is base64 with plus signs, and the server writes them into the answer without encoding.',
    headline: 'state-mangled',
    app: { kind: 'server', state: base64State },
    fault: { answer: rawValue('state', (raw) => raw.replaceAll('%2B', '+')) },
    proof: (_page, lab) => check((answerAt(lab, 'state-plus').get('state') ?? '').startsWith(' '), 'The plus did not become a space.'),
  }),
  scenario({
    ...broken,
    id: 'state-cut',
    title: '`state` cut short',
    story: 'The server keeps only the first 24 characters of `state`.',
    headline: 'state-mangled',
    app: { kind: 'server' },
    fault: { answer: rawValue('state', (raw) => raw.slice(0, 24)) },
    proof: (_page, lab) => check(answerAt(lab, 'state-cut').get('state')?.length === 24, 'The state was not cut.'),
  }),
  scenario({
    ...broken,
    id: 'state-double-encoded',
    title: '`state` encoded twice',
    story: 'The app’s `state` needs encoding, and the server encodes it twice.',
    headline: 'state-mangled',
    app: { kind: 'server', state: base64State },
    fault: { answer: rawValue('state', (raw) => encodeURIComponent(raw)) },
    proof: (_page, lab) =>
      check((answerAt(lab, 'state-double-encoded').get('state') ?? '').includes('%2B'), 'The state was not encoded twice.'),
  }),
  scenario({
    ...broken,
    id: 'state-appended',
    title: 'Something is appended to `state`',
    story: 'A campaign tool puts its own text behind the last value of the answer, which is `state`.',
    headline: 'state-mangled',
    app: { kind: 'server' },
    fault: {
      answer: inAnswer((url) => {
        const value = url.searchParams.get('state');
        if (value !== null) url.searchParams.set('state', `${value}?utm_source=mail`);
      }),
    },
    proof: (page) => shows(page, refused),
  }),
  scenario({
    ...broken,
    id: 'state-unexpected',
    title: 'A `state` nobody asked for',
    story: 'The app sends no `state` (it uses PKCE), and the server adds one; the client refuses what it did not send.',
    headline: 'state-mismatch',
    app: { kind: 'server', state: false },
    fault: { answer: inAnswer((url) => url.searchParams.set('state', randomBytes(32).toString('base64url'))) },
    proof: (_page, lab) => {
      check(requestAt(lab, lab.site('state-unexpected')).get('state') === null, 'The request has a state.');
      check(callbackOf(lab, 'state-unexpected').status === 400, 'The app took the answer.');
    },
  }),
];
