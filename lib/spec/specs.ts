/** Where the standards stand. Every citation of a check resolves to an address through this table. */

export type Level = 'MUST' | 'SHOULD' | 'MAY';

interface Spec {
  readonly title: string;
  /** Address of a section, or of the document when it has no stable anchors. */
  readonly url: (section: string) => string;
}

const rfc = (number: number, title: string): Spec => ({
  title: `RFC ${number}, ${title}`,
  url: (section) =>
    `https://www.rfc-editor.org/rfc/rfc${number}${section === '' ? '' : /^[A-Z]$/.test(section) ? `#appendix-${section}` : `#section-${section}`}`,
});

const anchored = (title: string, base: string, anchors: Readonly<Record<string, string>>): Spec => ({
  title,
  url: (section) => (anchors[section] === undefined ? base : `${base}#${anchors[section]}`),
});

export const specs = {
  RFC6454: rfc(6454, 'The Web Origin Concept'),
  RFC6585: rfc(6585, 'Additional HTTP Status Codes'),
  RFC6749: rfc(6749, 'The OAuth 2.0 Authorization Framework'),
  RFC6750: rfc(6750, 'Bearer Token Usage'),
  RFC6797: rfc(6797, 'HTTP Strict Transport Security'),
  RFC6819: rfc(6819, 'OAuth 2.0 Threat Model and Security Considerations'),
  RFC7009: rfc(7009, 'OAuth 2.0 Token Revocation'),
  RFC7034: rfc(7034, 'HTTP Header Field X-Frame-Options'),
  RFC7239: rfc(7239, 'Forwarded HTTP Extension'),
  RFC7515: rfc(7515, 'JSON Web Signature (JWS)'),
  RFC7516: rfc(7516, 'JSON Web Encryption (JWE)'),
  RFC7519: rfc(7519, 'JSON Web Token (JWT)'),
  RFC7521: rfc(7521, 'Assertion Framework for OAuth 2.0'),
  RFC7591: rfc(7591, 'Dynamic Client Registration'),
  RFC7592: rfc(7592, 'Dynamic Client Registration Management'),
  RFC7636: rfc(7636, 'Proof Key for Code Exchange'),
  RFC7662: rfc(7662, 'OAuth 2.0 Token Introspection'),
  RFC7800: rfc(7800, 'Proof-of-Possession Key Semantics for JWTs'),
  RFC8252: rfc(8252, 'OAuth 2.0 for Native Apps'),
  RFC8414: rfc(8414, 'OAuth 2.0 Authorization Server Metadata'),
  RFC8628: rfc(8628, 'OAuth 2.0 Device Authorization Grant'),
  RFC8693: rfc(8693, 'OAuth 2.0 Token Exchange'),
  RFC8707: rfc(8707, 'Resource Indicators for OAuth 2.0'),
  RFC9068: rfc(9068, 'JWT Profile for OAuth 2.0 Access Tokens'),
  RFC9101: rfc(9101, 'JWT-Secured Authorization Request'),
  RFC9110: rfc(9110, 'HTTP Semantics'),
  RFC9111: rfc(9111, 'HTTP Caching'),
  RFC9126: rfc(9126, 'Pushed Authorization Requests'),
  RFC9207: rfc(9207, 'OAuth 2.0 Authorization Server Issuer Identification'),
  RFC9396: rfc(9396, 'OAuth 2.0 Rich Authorization Requests'),
  RFC9449: rfc(9449, 'Demonstrating Proof of Possession (DPoP)'),
  RFC9470: rfc(9470, 'OAuth 2.0 Step Up Authentication Challenge'),
  RFC9700: rfc(9700, 'Best Current Practice for OAuth 2.0 Security'),
  OIDCCore: anchored('OpenID Connect Core 1.0', 'https://openid.net/specs/openid-connect-core-1_0.html', {
    '2': 'IDToken',
    '3.1.2.1': 'AuthRequest',
    '3.1.2.6': 'AuthError',
    '3.1.3.6': 'CodeIDToken',
    '3.1.3.7': 'IDTokenValidation',
    '3.2.2.1': 'ImplicitAuthRequest',
    '3.2.2.11': 'ImplicitIDTValidation',
    '3.3.2.5': 'HybridAuthResponse',
    '3.3.2.11': 'HybridIDToken',
    '4': 'ThirdPartyInitiatedLogin',
    '5.1': 'StandardClaims',
    '5.1.1': 'AddressClaim',
    '5.2': 'ClaimsLanguagesAndScripts',
    '5.5': 'ClaimsParameter',
    '15.5.2': 'NonceNotes',
  }),
  OIDCDiscovery: anchored('OpenID Connect Discovery 1.0', 'https://openid.net/specs/openid-connect-discovery-1_0.html', {
    '4': 'ProviderConfig',
    '4.3': 'ProviderConfigurationValidation',
  }),
  OIDCLogout: anchored('OpenID Connect RP-Initiated Logout 1.0', 'https://openid.net/specs/openid-connect-rpinitiated-1_0.html', {
    '2': 'RPLogout',
    '3': 'RedirectionAfterLogout',
    '4': 'ValidationAndErrorHandling',
    '6': 'Security',
  }),
  OIDCFrontChannel: anchored('OpenID Connect Front-Channel Logout 1.0', 'https://openid.net/specs/openid-connect-frontchannel-1_0.html', {
    '2': 'RPLogout',
    '3': 'OPLogout',
    '4.1': 'ThirdPartyContent',
  }),
  OIDCBackChannel: anchored('OpenID Connect Back-Channel Logout 1.0', 'https://openid.net/specs/openid-connect-backchannel-1_0.html', {
    '2.4': 'LogoutToken',
    '2.5': 'BCRequest',
  }),
  OIDCSession: anchored('OpenID Connect Session Management 1.0', 'https://openid.net/specs/openid-connect-session-1_0.html', {}),
  UnmetRequirements: anchored(
    'OpenID Connect Core Error Code unmet_authentication_requirements',
    'https://openid.net/specs/openid-connect-unmet-authentication-requirements-1_0.html',
    {},
  ),
  CIBA: anchored(
    'OpenID Connect Client-Initiated Backchannel Authentication',
    'https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html',
    {},
  ),
  OpenID4VP: anchored('OpenID for Verifiable Presentations 1.0', 'https://openid.net/specs/openid-4-verifiable-presentations-1_0.html', {}),
  FedCM: anchored('Federated Credential Management API', 'https://w3c-fedid.github.io/FedCM/', {}),
  FormPost: anchored('OAuth 2.0 Form Post Response Mode', 'https://openid.net/specs/oauth-v2-form-post-response-mode-1_0.html', {
    '2': 'FormPostResponseMode',
  }),
  JARM: anchored('JWT Secured Authorization Response Mode', 'https://openid.net/specs/oauth-v2-jarm.html', {}),
  ResponseTypes: anchored(
    'OAuth 2.0 Multiple Response Type Encoding Practices',
    'https://openid.net/specs/oauth-v2-multiple-response-types-1_0.html',
    { '2.1': 'ResponseModes', '3': 'Combinations', '5': 'Combinations' },
  ),
  Cookies: anchored(
    'Cookies: HTTP State Management Mechanism (RFC 6265bis)',
    'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis',
    {},
  ),
  Partitioned: anchored(
    'Cookies Having Independent Partitioned State',
    'https://datatracker.ietf.org/doc/html/draft-cutler-httpbis-partitioned-cookies',
    {},
  ),
  BrowserApps: anchored(
    'OAuth 2.0 for Browser-Based Applications',
    'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-browser-based-apps',
    {},
  ),
  Fetch: anchored('Fetch, CORS protocol', 'https://fetch.spec.whatwg.org/', {
    cors: 'http-cors-protocol',
    preflight: 'cors-preflight-fetch',
  }),
  CSP: anchored('Content Security Policy Level 3', 'https://www.w3.org/TR/CSP3/', {
    'form-action': 'directive-form-action',
    'frame-ancestors': 'directive-frame-ancestors',
  }),
  ReferrerPolicy: anchored('Referrer Policy', 'https://www.w3.org/TR/referrer-policy/', { policies: 'referrer-policies' }),
  PermissionsPolicy: anchored('Permissions Policy', 'https://www.w3.org/TR/permissions-policy/', {}),
  ClearSiteData: anchored('Clear Site Data', 'https://www.w3.org/TR/clear-site-data/', {}),
  FetchMetadata: anchored('Fetch Metadata Request Headers', 'https://www.w3.org/TR/fetch-metadata/', {}),
  StorageAccess: anchored('The Storage Access API', 'https://privacycg.github.io/storage-access/', {}),
  OpenerPolicy: anchored('HTML, cross-origin opener policies', 'https://html.spec.whatwg.org/multipage/browsers.html', {
    coop: 'cross-origin-opener-policies',
  }),
  ServiceWorkers: anchored('Service Workers', 'https://www.w3.org/TR/service-workers/', { fetch: 'on-fetch-request-algorithm' }),
  HTML: anchored('HTML, form submission', 'https://html.spec.whatwg.org/multipage/form-control-infrastructure.html', {
    forms: 'form-submission',
  }),
} as const satisfies Record<string, Spec>;

export type SpecId = keyof typeof specs;

export interface Cite {
  readonly spec: SpecId;
  /** Section number; an anchor's name for living standards; empty for the document. */
  readonly section: string;
  /** The word the clause uses, when it has one. */
  readonly level?: Level;
}

export function urlOfCite(cite: Cite): string {
  return specs[cite.spec].url(cite.section);
}
