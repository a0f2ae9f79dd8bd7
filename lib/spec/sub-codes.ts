/** Error codes and texts of single providers, behind the codes of the standards. */
import type { Owner } from '../model/finding.ts';
import { type ErrorKind, type ErrorMeaning, lostCookie, meaning, pkceDemanded, redirectFix } from './errors.ts';

export interface SubCode extends ErrorMeaning {
  readonly pattern: RegExp;
  /** The provider's own code for it, where its page says the text and no code. */
  readonly named?: string;
}

const sub = (pattern: RegExp, kind: ErrorKind, owner: Owner, reason: string, fix: string): SubCode => ({
  pattern,
  ...meaning(kind, owner, reason, fix),
});

/** Words that say no more than that somebody made a rule. */
export const generalRefusal: SubCode = sub(
  /not assigned|conditional access|blocked by|not allowed|not permitted|not authorized to|admin(?:istrator)?\b|disabled|locked|suspended|restricted|policy/i,
  'policy',
  'user',
  'a rule of the provider does not let this user in',
  'Ask the administrator of the provider.',
);

/**
 * What providers write into error_description and on their pages. Microsoft's error list (reviewed 2026-11-20); AADB2C,
 * Okta, Keycloak and Cognito from field reports.
 */
export const subCodes: readonly SubCode[] = [
  sub(/authentication_expired/, 'grant', 'user', 'the sign-in page was open for too long', 'Start the login again.'),
  {
    ...sub(
      /\b(?:link|invitation) (?:has |was |is )?(?:already )?(?:been )?(?:used|expired|no longer valid)\b/i,
      'grant',
      'user',
      'the link was used before, or is too old',
      'Ask for a new link and open it yourself. Mail systems that check links open them first: let the link lead to a page with a button, or send a code to type in.',
    ),
    named: 'link_used',
  },
  { ...lostCookie, pattern: /restart login cookie not found/i, named: 'cookie_not_found' },
  sub(
    /user is not assigned to the client application/i,
    'policy',
    'user',
    'the user is not assigned to this app',
    'Ask the administrator to assign the user, or a group of the user, to the app.',
  ),
  sub(
    /attributes required:/i,
    'request',
    'app',
    'the account at the upstream provider came without an attribute that is required',
    'Ask the upstream provider for the scope that holds it (such as `email`), and map the attribute.',
  ),
  sub(/AADSTS(?:50011|500113|900971)\b/, 'redirect-uri', 'app', 'the redirect_uri is not registered for this app', redirectFix),
  sub(/AADB2C90006\b/, 'redirect-uri', 'app', 'the redirect_uri is not registered for this app', redirectFix),
  sub(/AADSTS700016\b/, 'client', 'app', 'this app does not exist in the tenant', 'Check client_id and tenant.'),
  sub(
    /AADSTS7000218\b/,
    'client',
    'app',
    'it expects a client secret or assertion',
    'Allow public client flows for the app, or send its credentials from a server.',
  ),
  { ...pkceDemanded, pattern: /AADSTS9002325\b/ },
  sub(/AADSTS900144\b/, 'request', 'app', 'a required parameter is missing', 'Send the parameter its description names.'),
  sub(
    /AADSTS900232[67]\b/,
    'client',
    'app',
    'the app is registered for another platform (SPA or web) than it redeems its code from',
    'Register the redirect_uri under the platform that redeems the code.',
  ),
  sub(/AADSTS54005\b/, 'grant', 'app', 'the code was already redeemed', 'Redeem each code once.'),
  sub(/AADSTS70008\b/, 'grant', 'app', 'the code or refresh token has expired', 'Redeem codes at once.'),
  sub(
    /AADSTS50196\b/,
    'other',
    'app',
    'the app sent the same request many times in a row',
    'Find out why the app does not keep its session.',
  ),
  sub(/AADSTS50058\b/, 'no-session', 'user', 'nobody is signed in there, or its cookies were withheld', 'Start a visible login.'),
  sub(/AADSTS(?:50020|16000)\b/, 'policy', 'user', 'the account belongs to another tenant', 'Use another account or a private window.'),
  sub(/AADSTS50105\b/, 'policy', 'user', 'the user is not assigned to this app', 'Ask the administrator to assign the user.'),
  sub(/AADSTS(?:65001|90094)\b/, 'policy', 'user', 'an administrator has to consent first', 'Ask the administrator to grant consent.'),
  sub(/AADSTS65004\b/, 'user', 'user', 'the user did not consent', 'Ask for fewer permissions, or explain them.'),
  sub(
    /AADSTS(?:53003|53000|53001)\b/,
    'policy',
    'user',
    'a conditional access rule blocks this sign-in',
    'Ask the administrator which rule it is.',
  ),
  sub(
    /AADSTS(?:50002|500021|500022)\b/,
    'policy',
    'network',
    'the company’s proxy restricts sign-in to other tenants',
    'Ask the administrator.',
  ),
  sub(/AADSTS(?:50076|50079)\b/, 'policy', 'user', 'a second factor is required', 'Finish the second factor, or register one.'),
  sub(/AADB2C90091\b/, 'user', 'user', 'the user cancelled', 'Offer a way to try again.'),
  sub(
    /AADB2C90118\b/,
    'policy',
    'app',
    'the user chose "forgot password", which the app has to handle',
    'Start the password reset policy when this code arrives.',
  ),
  sub(/AADB2C90077\b/, 'no-session', 'user', 'nobody is signed in there', 'Start a visible login.'),
  generalRefusal,
];
