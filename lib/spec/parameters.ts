/** Parameters of the standards in a sentence each, for the view that shows them. */
import type { Cite } from './specs.ts';

export interface ParameterMeaning {
  readonly text: string;
  readonly cite: Cite;
}

const of = (text: string, spec: Cite['spec'], section: string): ParameterMeaning => ({ text, cite: { spec, section } });

export const parameterMeanings: Readonly<Record<string, ParameterMeaning>> = {
  response_type: of(
    'What the app asks for: `code` for a code it redeems itself, `token` or `id_token` for tokens through the browser.',
    'RFC6749',
    '3.1.1',
  ),
  response_mode: of('How the answer should come back: in the query, behind the #, or as a posted form.', 'ResponseTypes', '2.1'),
  client_id: of('Which app is asking.', 'RFC6749', '2.2'),
  redirect_uri: of('Where the answer should be sent. It must be registered at the provider, character by character.', 'RFC6749', '3.1.2'),
  scope: of('The permissions asked for, separated by spaces.', 'RFC6749', '3.3'),
  state: of('A one-time value that comes back unchanged; by it the app knows its own login again.', 'RFC6749', '4.1.1'),
  nonce: of('A one-time value that comes back inside the ID token, so that an old token can not be replayed.', 'OIDCCore', '15.5.2'),
  code_challenge: of('PKCE: the hash of a secret that only this login knows. It locks the code to it.', 'RFC7636', '4.3'),
  code_challenge_method: of('PKCE: how the challenge was made. `S256` is the one to use.', 'RFC7636', '4.3'),
  code_verifier: of('PKCE: the secret that opens the challenge, sent with the code.', 'RFC7636', '4.5'),
  prompt: of(
    'What the provider may show: `none` for nothing at all (silent), `login` for a fresh sign-in, `consent`.',
    'OIDCCore',
    '3.1.2.1',
  ),
  max_age: of('How old the sign-in at the provider may be, in seconds.', 'OIDCCore', '3.1.2.1'),
  login_hint: of('Who is about to sign in, so that the form can be filled in.', 'OIDCCore', '3.1.2.1'),
  id_token_hint: of('An earlier ID token, to say whose session is meant.', 'OIDCCore', '3.1.2.1'),
  acr_values: of('How strong the sign-in should be.', 'OIDCCore', '3.1.2.1'),
  display: of('How the sign-in page should be shown.', 'OIDCCore', '3.1.2.1'),
  ui_locales: of('The languages the user prefers.', 'OIDCCore', '3.1.2.1'),
  request: of('The parameters once more, signed in one object.', 'RFC9101', '5'),
  request_uri: of('A reference to parameters that were sent to the provider beforehand.', 'RFC9126', '2.2'),
  code: of('The one-time code. The app redeems it for tokens; it works once and for a minute or so.', 'RFC6749', '4.1.2'),
  error: of('Why the provider refused.', 'RFC6749', '4.1.2.1'),
  error_description: of('The provider’s own words on the error.', 'RFC6749', '4.1.2.1'),
  error_uri: of('A page about the error.', 'RFC6749', '4.1.2.1'),
  access_token: of('A key to the user’s data. It must never stand in a query.', 'RFC6750', '2.3'),
  token_type: of('How the access token is used.', 'RFC6749', '7.1'),
  expires_in: of('How long the access token lives, in seconds.', 'RFC6749', '5.1'),
  id_token: of('Who signed in, signed by the provider.', 'OIDCCore', ''),
  refresh_token: of('A key to new access tokens.', 'RFC6749', '6'),
  iss: of('Which provider the answer comes from.', 'RFC9700', '4.4'),
  session_state: of('The state of the session at the provider, for noticing a logout.', 'OIDCCore', ''),
  grant_type: of('What is being exchanged for tokens.', 'RFC6749', '4.1.3'),
  client_secret: of('The app’s own password. It has no place in a browser.', 'RFC6749', '2.3.1'),
  response: of('The whole answer, signed in one object (JARM).', 'ResponseTypes', '2.1'),
};

/** The meaning of a parameter, null when no standard names it. */
export function meaningOf(name: string): ParameterMeaning | null {
  return Object.hasOwn(parameterMeanings, name) ? (parameterMeanings[name] ?? null) : null;
}

/** Headers worth a sentence where they decide about a login. */
export const headerMeanings: Readonly<Record<string, string>> = {
  cookie: 'The cookies the browser sent along.',
  'set-cookie': 'A cookie the answer wants the browser to keep.',
  location: 'Where the browser is sent next.',
  referer: 'The page this request came from.',
  origin: 'The site whose page sent the request.',
  'sec-fetch-site': 'The browser’s word on whether the request came from another site.',
  'sec-fetch-mode': 'Navigation or script.',
  'sec-fetch-dest': 'What the answer is for: a page, a frame, a script’s call.',
  'sec-fetch-storage-access': 'The browser’s word on whether cookies of this site may be used inside another one.',
  'content-security-policy': 'Rules the page set for itself; `form-action` limits where its forms may lead.',
  'referrer-policy': 'How much of its address the page passes on.',
  'access-control-allow-origin': 'Which site’s scripts may read this answer.',
  'cache-control': 'Whether this answer may be kept and repeated.',
  'www-authenticate': 'How the server wants to be asked.',
  'x-frame-options': 'Whether the page may be shown inside another one.',
  'non-authoritative-reason': 'Why the browser answered by itself.',
};
