/** Parameters that recognition and checks go by, and where they are defined. What each means stands in the catalog of words, section `parameters`. */
import type { Cite } from './specs.ts';

const to = (spec: Cite['spec'], section = ''): Cite => ({ spec, section });

/** Null where it is custom and no standard. */
export const parameterCites = {
  response_type: to('RFC6749', '3.1.1'),
  response_mode: to('ResponseTypes', '2.1'),
  client_id: to('RFC6749', '2.2'),
  redirect_uri: to('RFC6749', '3.1.2'),
  scope: to('RFC6749', '3.3'),
  state: to('RFC6749', '4.1.1'),
  nonce: to('OIDCCore', '15.5.2'),
  code_challenge: to('RFC7636', '4.3'),
  code_challenge_method: to('RFC7636', '4.3'),
  code_verifier: to('RFC7636', '4.5'),
  prompt: to('OIDCCore', '3.1.2.1'),
  max_age: to('OIDCCore', '3.1.2.1'),
  login_hint: to('OIDCCore', '3.1.2.1'),
  id_token_hint: to('OIDCCore', '3.1.2.1'),
  acr_values: to('OIDCCore', '3.1.2.1'),
  display: to('OIDCCore', '3.1.2.1'),
  ui_locales: to('OIDCCore', '3.1.2.1'),
  claims: to('OIDCCore'),
  request: to('RFC9101', '5'),
  request_uri: to('RFC9126', '2.2'),
  code: to('RFC6749', '4.1.2'),
  error: to('RFC6749', '4.1.2.1'),
  error_description: to('RFC6749', '4.1.2.1'),
  error_uri: to('RFC6749', '4.1.2.1'),
  access_token: to('RFC6750', '2.3'),
  token_type: to('RFC6749', '7.1'),
  expires_in: to('RFC6749', '5.1'),
  id_token: to('OIDCCore'),
  refresh_token: to('RFC6749', '6'),
  iss: to('RFC9700', '4.4'),
  session_state: null,
  grant_type: to('RFC6749', '4.1.3'),
  client_secret: to('RFC6749', '2.3.1'),
  response: to('ResponseTypes', '2.1'),
  audience: null,
  resource: null,
  access_type: null,
  domain_hint: null,
  connection: null,
  organization: null,
  kc_idp_hint: null,
  post_logout_redirect_uri: to('OIDCLogout', '2'),
  logout_hint: to('OIDCLogout', '2'),
  sid: to('OIDCFrontChannel', '3'),
} as const satisfies Readonly<Record<string, Cite | null>>;

/** Own names only: they come from strangers. */
export const isKnownParameter = (name: string): name is keyof typeof parameterCites => Object.hasOwn(parameterCites, name);
