import type { Confidence, Problem, Verdict } from '../../model/finding.ts';
import { providerStop } from '../../observe/answer.ts';
import { botCheckOf } from '../../observe/bot-check.ts';
import { type Logout, logoutOf, type Sent } from '../../observe/logout.ts';
import type { Scene } from '../../observe/scene.ts';
import { readJwt } from '../../read/jwt.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { isCustomScheme } from '../../read/redirect.ts';
import { originOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { sizeExplains } from '../size/explains.ts';
import { absentAt, at, inapplicable, inconclusive, problem, verdictOf } from '../verdict.ts';

type Message = 'refused' | 'unidentified' | 'hint' | 'client' | 'address' | 'personal';

export const logoutRequestIncomplete = defineCheck({
  id: 'logout-request-incomplete',
  category: 'logout',
  kind: 'breakage',
  tier: 'ext',
  title: 'Logout request lacks what the provider goes by',
  severity: 'error',
  rank: 65,
  owner: 'app',
  flows: ['logout'],
  cites: [
    { spec: 'OIDCLogout', section: '2' },
    { spec: 'OIDCLogout', section: '6' },
  ],
  needs: [],
  messages: {
    refused: {
      title: 'The provider refused a logout that does not say which app it comes from',
      plain: 'Signing out stopped on an error page, because the app did not tell the provider which app and which session is meant.',
      text: 'The request asks to return to the app and has neither `id_token_hint` nor `client_id`. Without one of them the provider can not look up the addresses this client may return to. It answered HTTP {status}.',
      fix: 'Send the ID token of the session as `id_token_hint`; where the app does not keep it, send `client_id`.',
    },
    unidentified: {
      title: 'The logout does not say which app it comes from',
      plain: 'The sign-out link does not tell the provider which app it belongs to.',
      text: 'The request asks to return to the app and has neither `id_token_hint` nor `client_id`. Many providers then ask the user first, ignore the return address, or refuse.',
      fix: 'Send the ID token of the session as `id_token_hint`; where the app does not keep it, send `client_id`.',
      severity: 'info',
    },
    hint: {
      title: 'The logout’s `id_token_hint` is no ID token',
      plain: 'The app told the provider in the wrong way whose session should end.',
      text: 'The value of `id_token_hint` is {what}. {result}',
      fix: 'Keep the `id_token` of the login and send that one; leave the parameter out when there is none, and send `client_id` instead.',
    },
    client: {
      title: 'The logout names another client than its ID token does',
      plain: 'The app told the provider two different things about which app the session belongs to.',
      text: '`client_id` is not the client that the ID token in `id_token_hint` was issued to. The provider has to compare them. {result}',
      fix: 'Send the ID token that this client got. Several clients in one app each need their own.',
    },
    address: {
      title: 'The logout’s return address is no complete address',
      plain: 'The address this app wants you sent back to after signing out is not a complete web address.',
      text: 'The value of `{name}` is not an absolute address. {result}',
      fix: 'Send the whole address with scheme and host, as it is registered for this client. See where the app takes it from: a setting that is missing ends up as a word or a bare path.',
    },
    personal: {
      title: 'The ID token in the logout’s address holds {claims}',
      plain: 'The sign-out link carries personal data in its address, where logs and the browser’s history keep it.',
      text: 'The request carries the ID token as `id_token_hint` in the query, readable by anyone who sees the address: {claims}.',
      fix: 'Send the logout request as a posted form, or with `client_id` and `logout_hint` instead. Ask for an ID token without these claims and read them from UserInfo.',
      severity: 'warning',
      kind: 'weakness',
    },
  },
  // GET /end_session?post_logout_redirect_uri=https://app/  → 400
  inspect(_, scene): Verdict<Message> {
    const logout = logoutOf(scene);
    if (!logout) return inapplicable;
    const { request, sent, back } = logout;
    // A posted form that the recording left out.
    if (request.request.method === 'POST' && !request.request.body.seen) return inconclusive(request.request.body.why);
    const hint = sent.find((p) => p.name === 'id_token_hint') ?? null;
    const client = sent.find((p) => p.name === 'client_id' && p.value !== '') ?? null;
    const problems = [
      ...unidentified(scene, logout, hint, client),
      ...wrongHint(scene, logout, hint),
      ...wrongClient(scene, logout, hint, client),
      ...wrongAddress(scene, logout),
      ...personal(logout, hint),
    ];
    if (back === null && hint === null && client === null) return inapplicable;
    return problems.length === 0 && [hint, client, back].some((p) => p && isPlaceholder(p.value))
      ? inconclusive('redacted-input')
      : verdictOf(problems);
  },
});

/** What the provider's refusal has to do with it: null when it did not refuse, or says that it is about something else. */
function refusedOver(scene: Scene, logout: Logout, words: RegExp): Confidence | null {
  const { end } = logout;
  if (end.kind !== 'stopped' || end.status >= 500 || end.exchange.id !== logout.request.id) return null;
  if (botCheckOf(end.exchange) || sizeExplains(end.exchange)) return null;
  const stop = providerStop(scene);
  if (words.test(stop?.text ?? '')) return 'certain';
  return others.some((other) => other.source !== words.source && other.test(stop?.text ?? '')) ? null : 'likely';
}

const aboutHint = /\bid[_ ]?token[_ ]?hint\b|\bid[_ ]token\b/i;
const aboutClient = /\bclient[_ ]?id\b|\bid[_ ]?token[_ ]?hint\b|\binvalid_client\b/i;
const aboutAddress = /redirect[_\s-]?ur[il]|log-?out[_\s]ur[il]|return_?to/i;
const others = [aboutHint, aboutClient, aboutAddress];

function resultOf({ end }: Logout): string {
  if (end.kind === 'stopped') return `The provider answered HTTP ${end.status}.`;
  return end.kind === 'returned'
    ? 'The provider went on all the same; others refuse.'
    : 'Providers ignore such a request, ask the user, or refuse.';
}

/** An error where the provider refused over it, else a remark. */
function graded(scene: Scene, logout: Logout, words: RegExp) {
  const refused = refusedOver(scene, logout, words);
  return refused === null ? ({ severity: 'info' } as const) : { confidence: refused };
}

function unidentified(scene: Scene, logout: Logout, hint: Sent | null, client: Sent | null): Problem<Message>[] {
  const { back, request } = logout;
  // Servers with a parameter of their own have rules of their own.
  if (back?.name !== 'post_logout_redirect_uri' || (hint && hint.value !== '') || client) return [];
  const place = back.place.startsWith('request.form') ? ('request.form.id_token_hint' as const) : ('request.query.id_token_hint' as const);
  if (hint === null) {
    const evidence = [absentAt(request, place), at(request, back.place)] as const;
    const refused = refusedOver(scene, logout, aboutClient);
    if (refused === null || logout.end.kind !== 'stopped') return [problem('unidentified', evidence)];
    return [problem('refused', evidence, { confidence: refused, data: { status: logout.end.status } })];
  }
  return [];
}

/** Null when it may be one. Encrypted ID tokens can not be read, and some servers make hints of their own. */
function notAnIdToken(value: string): string | null {
  if (value === '') return 'empty';
  if (/^(?:undefined|null|nil|none|\[object object\]|nan)$/i.test(value)) return 'a word that stands for nothing';
  const read = readJwt(value);
  if (read.kind !== 'signed') return null;
  const type = read.header['typ'];
  if (typeof type === 'string' && /^(?:application\/)?at\+jwt$/i.test(type)) return 'an access token';
  return read.claims['nonce'] === undefined && read.claims['aud'] === undefined && read.claims['scope'] !== undefined
    ? 'an access token'
    : null;
}

function wrongHint(scene: Scene, logout: Logout, hint: Sent | null): Problem<Message>[] {
  const what = hint === null ? null : notAnIdToken(hint.value);
  if (hint === null || what === null) return [];
  return [
    problem('hint', [at(logout.request, hint.place)], { ...graded(scene, logout, aboutHint), data: { what, result: resultOf(logout) } }),
  ];
}

function wrongClient(scene: Scene, logout: Logout, hint: Sent | null, client: Sent | null): Problem<Message>[] {
  const read = hint === null ? null : readJwt(hint.value);
  if (!hint || !client || read?.kind !== 'signed' || isPlaceholder(client.value)) return [];
  const { aud, azp } = read.claims;
  const named = [azp, ...(Array.isArray(aud) ? aud : [aud])].filter((value) => typeof value === 'string');
  if (named.length === 0 || named.includes(client.value) || named.some(isPlaceholder)) return [];
  return [
    problem('client', [at(logout.request, client.place), at(logout.request, hint.place)], {
      ...graded(scene, logout, aboutClient),
      data: { result: resultOf(logout) },
    }),
  ];
}

function wrongAddress(scene: Scene, logout: Logout): Problem<Message>[] {
  const { back, request } = logout;
  if (!back || back.value === '' || isPlaceholder(back.value)) return [];
  if (originOf(back.value) !== null || isCustomScheme(back.value)) return [];
  return [
    problem('address', [at(request, back.place)], {
      ...graded(scene, logout, aboutAddress),
      data: { name: back.name, result: resultOf(logout) },
    }),
  ];
}

/** OpenID Connect Core section 5.1; what names a person. */
const claims: readonly (readonly [claim: string, words: string])[] = [
  ['email', 'a mail address'],
  ['name', 'a name'],
  ['phone_number', 'a phone number'],
  ['address', 'a postal address'],
  ['birthdate', 'a date of birth'],
];

function personal({ request }: Logout, hint: Sent | null): Problem<Message>[] {
  const read = hint?.place.startsWith('request.query') ? readJwt(hint.value) : null;
  if (!hint || read?.kind !== 'signed') return [];
  const held = claims.filter(([claim]) => read.claims[claim] !== undefined && read.claims[claim] !== '').map(([, words]) => words);
  return held.length === 0 ? [] : [problem('personal', [at(request, hint.place)], { data: { claims: held.join(', ') } })];
}
