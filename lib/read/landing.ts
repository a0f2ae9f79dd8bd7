/** What an app's own address says about how a login ended. */
import { readFragmentPairs, readUrl, type Written } from './url.ts';

const errorNames =
  /^(?:error|err|(?:log-?_?in|auth|sso|oauth|oidc)[-_]error|error_?code|error_?message|error_?description|login_?error|auth_?error|oauth_?error|errormsg|failure)$/i;
/** Words that only an app writes whose login went wrong. */
const failedLogin =
  /invalid_?state|state_?mismatch|csrf|oauth_?error|\b(?:log_?in|auth(?:entication|orization)?|sso|sign_?in|oauth)[\s_+-]*(?:has[\s_+-]*)?(?:failed|failure|error)\b/i;
/** The same where the page is a sign-in page already. */
const trouble = /fail|error|denied|invalid|expired|could ?n[o']t|unable|problem|wrong/i;
const noteNames = /^(?:message|msg|reason|alert|notice|flash|status|result|info|code)$/i;

const errorSegment =
  /^(?:error|failure|failed|oops|unauthori[sz]ed|forbidden|access-?_?denied|not-?_?authori[sz]ed|(?:auth|login|log-in|sign-?in|oauth|oidc|sso)[-_]?(?:error|failed|failure))(?:\.[a-z]{2,5})?$/i;
const authSegment = /^(?:auth|oauth2?|oidc|login|log-?in|sign-?in|sso|accounts?|session|saml2?|api|user|users)$/i;
const loginSegment = /^(?:(?:wp-)?log-?_?in|sign-?_?in|log-?_?on|sign-?_?on)(?:\.[a-z]{2,5})?$/i;

function segmentsOf(base: string): string[] {
  const start = base.indexOf('//');
  const path = start < 0 ? base : base.slice(base.indexOf('/', start + 2));
  return base.includes('//') && base.indexOf('/', start + 2) < 0 ? [] : path.split('/').filter((segment) => segment !== '');
}

/** The app's own sign-in page. */
export function isSignInAddress(url: string): boolean {
  const segments = segmentsOf(readUrl(url).base);
  return loginSegment.test(segments.at(-1) ?? '') || (segments.at(-1) === 'new' && /^sessions?$/.test(segments.at(-2) ?? ''));
}

/** An address an app shows its own login error on. Words that a report, an article or a filter may have are not enough. */
export function isErrorAddress(url: string): boolean {
  const read = readUrl(url);
  const segments = segmentsOf(read.base);
  const last = segments.at(-1) ?? '';
  if (errorSegment.test(last) && (segments.length <= 2 || segments.slice(0, -1).some((segment) => authSegment.test(segment)))) return true;
  if (errorSegment.test(segments.at(-2) ?? '') && segments.slice(0, -2).some((segment) => authSegment.test(segment))) return true;
  if (segments.length === 1 && /^[45]\d\d$/.test(last)) return true;
  const router = url.slice(url.indexOf('#') + 1).split(/[?&]/, 1)[0] ?? '';
  const signIn =
    (url.includes('#') && router.split('/').some((segment) => loginSegment.test(segment))) ||
    segments.some((segment) => loginSegment.test(segment));
  return [...(read.query ?? []), ...readFragmentPairs(url)].some((p) => tellsOfError(p, signIn));
}

function tellsOfError({ name, value }: Written, signIn: boolean): boolean {
  if (errorNames.test(name)) return value === '' ? signIn : !/^(?:0|false|none|null|all|any|only|show|hide|yes|no|asc|desc)$/i.test(value);
  if (failedLogin.test(value) && !/^(?:error_description|state)$/.test(name)) return true;
  if (/^(?:auth|login|log_in|sso|oauth|oidc|signin)$/i.test(name) && /^(?:failed|failure|error|denied|invalid|expired)$/i.test(value))
    return true;
  return signIn && noteNames.test(name) && trouble.test(value);
}
