/** Parameters of the standards in a sentence each, for the view that shows them. */
import type { Cite } from './specs.ts';

export interface ParameterMeaning {
  readonly text: string;
  /** Null where it is custom and no standard. */
  readonly cite: Cite | null;
}

const of = (text: string, spec: Cite['spec'], section: string): ParameterMeaning => ({ text, cite: { spec, section } });
const custom = (text: string): ParameterMeaning => ({ text, cite: null });

export const parameterMeanings: Readonly<Record<string, ParameterMeaning>> = {
  response_type: of(
    'What the app asks for: `code` to be exchanged for tokens later, or `token` and `id_token` directly.',
    'RFC6749',
    '3.1.1',
  ),
  response_mode: of('How the answer should come back: in the query, behind the `#`, or as a posted form.', 'ResponseTypes', '2.1'),
  client_id: of('Which app is asking.', 'RFC6749', '2.2'),
  redirect_uri: of('Where the answer should be sent. It has to be registered at the provider, character by character.', 'RFC6749', '3.1.2'),
  scope: of('The permissions asked for, separated by spaces.', 'RFC6749', '3.3'),
  state: of(
    'A ticket number for this one login. It has to come back unchanged, so that the app knows the answer is its own.',
    'RFC6749',
    '4.1.1',
  ),
  nonce: of('A number that comes back inside the ID token, so that an old token can not be passed off as a new one.', 'OIDCCore', '15.5.2'),
  code_challenge: of('PKCE: the fingerprint of a secret that only this login knows. It locks the code to this login.', 'RFC7636', '4.3'),
  code_challenge_method: of('PKCE: how the fingerprint was made. `S256` is the one to use.', 'RFC7636', '4.3'),
  code_verifier: of('PKCE: the secret behind the fingerprint, sent together with the code.', 'RFC7636', '4.5'),
  prompt: of(
    'What the provider may show: `none` for nothing at all (a silent login), `login` for a fresh sign-in, `consent` to ask again.',
    'OIDCCore',
    '3.1.2.1',
  ),
  max_age: of('How long ago, in seconds, the user may have signed in at the provider.', 'OIDCCore', '3.1.2.1'),
  login_hint: of('Who is about to sign in, so that the form can be filled in.', 'OIDCCore', '3.1.2.1'),
  id_token_hint: of('An earlier ID token, to say whose session is meant.', 'OIDCCore', '3.1.2.1'),
  acr_values: of('How strong the sign-in should be, for example with a second factor.', 'OIDCCore', '3.1.2.1'),
  display: of('How the sign-in page should be shown: as a page, in a popup, on a phone.', 'OIDCCore', '3.1.2.1'),
  ui_locales: of('The languages the user prefers.', 'OIDCCore', '3.1.2.1'),
  claims: of('Which facts about the user are asked for, one by one.', 'OIDCCore', ''),
  request: of('The same parameters once more, signed in one piece. The signed ones count.', 'RFC9101', '5'),
  request_uri: of('A reference to parameters that the app sent to the provider beforehand.', 'RFC9126', '2.2'),
  code: of('The one-time code. The app exchanges it for tokens; it works once, for a minute or so.', 'RFC6749', '4.1.2'),
  error: of('Why the provider refused, as a code.', 'RFC6749', '4.1.2.1'),
  error_description: of('The same in the provider’s own words.', 'RFC6749', '4.1.2.1'),
  error_uri: of('A page about the error.', 'RFC6749', '4.1.2.1'),
  access_token: of('A key to the user’s data. In a query it ends up in logs and histories.', 'RFC6750', '2.3'),
  token_type: of('How the access token is used; usually `Bearer`: whoever has it may use it.', 'RFC6749', '7.1'),
  expires_in: of('How long the access token lives, in seconds.', 'RFC6749', '5.1'),
  id_token: of('Who signed in, when and where, signed by the provider.', 'OIDCCore', ''),
  refresh_token: of('A key that gets new access tokens, without the user.', 'RFC6749', '6'),
  iss: of('Which provider the answer comes from, so that answers can not be swapped.', 'RFC9700', '4.4'),
  session_state: custom('The state of the user’s session at the provider. Not the `state` of this login.'),
  grant_type: of('What the app hands in for tokens: a code, a refresh token, its own name.', 'RFC6749', '4.1.3'),
  client_secret: of('The app’s own password. It belongs on a server, never in a browser.', 'RFC6749', '2.3.1'),
  response: of('The whole answer, signed in one piece.', 'ResponseTypes', '2.1'),
  audience: custom('Which API the token should be for. Some providers need it.'),
  resource: custom('Which API the token should be for, as an address.'),
  access_type: custom('Google: `offline` asks for a refresh token.'),
  domain_hint: custom('Microsoft: which organization’s sign-in page to go to.'),
  connection: custom('Auth0: which way of signing in to use.'),
  organization: custom('Auth0: which organization the user signs in to.'),
  kc_idp_hint: custom('Keycloak: which other provider to go to.'),
  post_logout_redirect_uri: of('Where to go after logging out. It has to be registered as well.', 'OIDCLogout', '2'),
  logout_hint: of('Whose session should be ended.', 'OIDCLogout', '2'),
  sid: of('The session at the provider that is meant.', 'OIDCFrontChannel', '3'),
};

/** The meaning of a parameter, null when nobody says. */
export function meaningOf(name: string): ParameterMeaning | null {
  return Object.hasOwn(parameterMeanings, name) ? (parameterMeanings[name] ?? null) : null;
}
