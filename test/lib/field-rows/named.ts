/** What guides to failing logins name as causes, and the checks that answer each of them. */
export const named: readonly (readonly [cause: string, checks: readonly string[]])[] = [
  ['Note the exact error text, the time and the app first', ['authz-error-response']],
  [
    'Browser extensions may disturb redirects, block cookies or rewrite URLs; try a clean/private window',
    ['extension-interference', 'transaction-cookie-lost', 'cookie-header-too-large'],
  ],
  [
    'Stale cookies/cache/local storage of the login domain',
    ['transaction-cookie-pileup', 'cookie-header-too-large', 'sensitive-response-cacheable'],
  ],
  [
    "Client id, secret or redirect URI differ from the provider's documentation",
    ['authz-placeholder', 'authz-error-response', 'redirect-uri-rejected', 'token-error-response'],
  ],
  ['Wrong scope or response type', ['scope-malformed', 'authz-param-problem', 'metadata-unsupported', 'response-mode-mismatch']],
  [
    'Redirect URI must match exactly: slash, sub-path, protocol, port',
    ['redirect-uri-mismatch', 'redirect-uri-rejected', 'redirect-uri-scheme-downgrade', 'callback-params-lost'],
  ],
  ['Client unregistered or suspended, grant policy changed', ['authz-error-response', 'authz-http-error']],
  [
    'PKCE method, verifier or flow implemented wrongly; use PKCE for public clients',
    ['pkce-missing', 'pkce-plain', 'pkce-malformed', 'pkce-verifier-mismatch'],
  ],
  ['IP restrictions, device registration or posture, risk policy', ['authz-error-response', 'authz-http-error', 'bot-challenge']],
  ['Correlate 400/401/403 with the request parameters', ['authz-http-error', 'callback-http-error', 'token-error-response']],
  ['Token issued but refused by the API → scopes; token never issued → grant flow', ['resource-request-rejected']],
  ['Secrets exposed in front-end code; credentials in URLs', ['client-secret-exposed', 'sensitive-data-in-url', 'token-in-query']],
  ['Redirect paths mixed up between development, staging, production', ['redirect-uri-environment-mixup']],
  [
    'Code exchanged too late; token endpoint unreachable or slow',
    ['callback-late', 'callback-slow', 'callback-http-error', 'network-failure'],
  ],
  ['Clock drift between client and server', ['clock-skew', 'id-token-invalid']],
  ['Refresh token inactive, or refresh leaks credentials', ['refresh-not-rotated', 'token-exposed-to-script', 'token-error-response']],
  [
    'Several domains/IdPs: session state lost across redirects',
    ['transaction-cookie-lost', 'session-not-established', 'redirect-uri-host-drift', 'container-switch'],
  ],
  [
    'Third-party cookies blocked; use fallback domain or iframe-safe flow',
    ['third-party-cookie-blocked', 'silent-auth-failed', 'authz-frame-blocked'],
  ],
  ['State mismatches, CSRF protection failing', ['state-mismatch', 'state-not-returned', 'state-mangled', 'callback-without-request']],
  [
    'User not permitted to connect apps; user revoked access',
    ['authz-error-response', 'resource-request-rejected', 'token-error-response'],
  ],
  ['Corporate network, other device or network, DNS, provider outage', ['network-failure', 'bot-challenge', 'authz-http-error']],
  ['Long-lived tokens, excessive scopes', ['token-lifetime-anomaly']],
  ['Errors and logs that reveal sensitive data', ['sensitive-data-in-url']],
  [
    'related notes: missing load-balancer stickiness, expired certificates, deep links that do not open',
    ['session-not-established', 'network-failure', 'app-scheme-not-handled'],
  ],
  [
    'Linking fails while the code is exchanged for tokens; invalid code; error or invalid JSON sent back',
    ['callback-http-error', 'callback-slow', 'token-error-response', 'token-response-malformed'],
  ],
  ['Token endpoint must answer within 4.5 seconds', ['callback-slow']],
  [
    'Users must relink later: refresh fails, access token lifetime under 360 s, refresh token invalidated early',
    ['token-lifetime-anomaly', 'refresh-token-missing', 'refresh-not-rotated', 'token-error-response'],
  ],
  [
    'Works on one device but not another: blank page, new window; login page loads from hosts not on the allowed domain list',
    ['login-page-external-hosts', 'authz-frame-blocked'],
  ],
  [
    'Google hands out a refresh token only on first consent, or offline access was not requested',
    ['refresh-token-missing', 'provider-profile-rule'],
  ],
  [
    'HTTP 400 during the redirect: bad redirect URI, or request (address plus all cookies of the domain) too large; private window works',
    ['redirect-uri-rejected', 'header-limit-rejected', 'url-too-long', 'cookie-header-too-large'],
  ],
  ['With implicit grants, token and state belong in the fragment, never the query', ['response-mode-mismatch', 'token-in-query']],
  ['its own sample URL is damaged: &ac became ∾', ['authz-mangled']],
  ['Popups are not supported', ['flow-stalled-at-idp', 'coop-severs-popup']],
  ['URL must be https with a certificate from an accepted authority', ['cleartext-hop', 'network-failure']],
  [
    'Answer with 200; JSON by default, a parameter string (as GitHub sends) breaks; only Basic or body client authentication',
    ['token-response-malformed', 'token-request-malformed', 'provider-profile-rule'],
  ],
  [
    'Skill-enablement API: 400 through wrong spelling of Bearer, 401 after the link was removed, 403 for missing permission',
    ['resource-request-rejected'],
  ],
  [
    'Fallback flow opened with wrong parameters or wrong redirect URL; two client ids confused',
    ['redirect-uri-mismatch', 'redirect-uri-rejected', 'authz-error-response', 'redirect-uri-environment-mixup'],
  ],
  ['Redirect opened in the default browser instead of the app; App Links/Universal Links not verified', ['app-scheme-not-handled']],
  ['source=app missing on the way back', ['provider-profile-rule']],
  ['redirect_uri_mismatch: slash, http/https, port', ['redirect-uri-rejected', 'redirect-uri-scheme-downgrade', 'redirect-uri-malformed']],
  ['Sharing one redirect URI between local and live', ['redirect-uri-environment-mixup', 'redirect-uri-host-drift']],
  [
    'Skipping state; callback fed with a code never asked for',
    ['state-missing', 'state-mismatch', 'callback-without-request', 'one-time-value-weak'],
  ],
  [
    'Code lives a minute or two and works once; callback fired twice by refresh or double click',
    ['callback-late', 'callback-replayed', 'code-reused'],
  ],
  ['redirect_uri in the exchange must match again', ['token-request-malformed']],
  [
    'Tokens or refresh token in the browser, in logs, in source',
    ['token-exposed-to-script', 'implicit-flow', 'token-in-query', 'credential-to-third-party'],
  ],
  [
    'Works for an hour, then 401s forever; refresh fails after revocation',
    ['resource-request-rejected', 'token-lifetime-anomaly', 'refresh-not-rotated'],
  ],
  [
    'Secret must stay on the server; password must only be typed at the provider',
    ['client-secret-exposed', 'retired-feature', 'credentials-307'],
  ],
  ['Broad scopes reduce consent', ['user-cancelled']],
  ['Missing or wrong request parameters make the flow fail', ['authz-param-problem', 'authz-placeholder']],
  [
    'State must be random, bound to the session, single use, expire after minutes',
    ['state-missing', 'one-time-value-weak', 'one-time-value-reused', 'browser-binding-missing', 'callback-late'],
  ],
  ['User denies', ['user-cancelled', 'authz-error-response']],
  ['Callback answers "Invalid state", "State expired", "Token exchange failed", "Authentication failed"', ['callback-http-error']],
  ['Do not enable CORS on the callback or accept browser POSTs (conflicts with form_post – see G7)', ['cors-on-front-channel']],
  ['Access tokens must not reach the browser; implicit deprecated', ['implicit-flow', 'token-exposed-to-script']],
  [
    'No PKCE; plain HTTP; open redirects; lax redirect_uri',
    ['pkce-missing', 'cleartext-hop', 'post-login-open-redirect', 'redirect-uri-suspicious'],
  ],
  [
    'localStorage or non-HttpOnly cookies for tokens; no rotation; long lifetimes',
    ['token-exposed-to-script', 'refresh-not-rotated', 'token-lifetime-anomaly', 'session-cookie-flags'],
  ],
  [
    'its sample sets secure: true cookies while redirecting to http://localhost; keeps states in process memory',
    ['set-cookie-rejected', 'browser-binding-missing', 'callback-http-error'],
  ],
  ['Retry on 401 can recurse endlessly', ['resource-request-rejected', 'login-loop']],
];
