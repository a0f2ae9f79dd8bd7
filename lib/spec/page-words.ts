/** Words of pages that stand in place of an app's own answer, and a phrase for each that means the same. */

export interface PageWords {
  /** Who speaks. */
  readonly who: string;
  readonly pattern: RegExp;
  readonly says: string;
}

/** Pages that firewalls put in place of the app's answer. */
export const firewalls: readonly PageWords[] = [
  { who: 'ModSecurity', pattern: /mod_?security|not acceptable[^<]{0,40}mod|OWASP CRS/i, says: 'mod_security' },
  { who: 'Cloudflare', pattern: /attention required! \| cloudflare|cloudflare ray id/i, says: 'cloudflare ray id' },
  {
    who: 'F5',
    pattern: /the requested url was rejected\. please consult with your administrator/i,
    says: 'the requested url was rejected. please consult with your administrator',
  },
  { who: 'Imperva', pattern: /incapsula incident id|imperva/i, says: 'incapsula incident id' },
  { who: 'Akamai', pattern: /access denied[\s\S]{0,200}reference(?:&#32;|\s)*#?[\d.]+/i, says: 'access denied reference #0' },
  { who: 'AWS WAF', pattern: /request blocked[\s\S]{0,300}(?:cloudfront|waf)/i, says: 'request blocked (cloudfront)' },
  { who: 'Azure Front Door', pattern: /the request is blocked[\s\S]{0,200}azure/i, says: 'the request is blocked (azure)' },
  {
    who: 'a web application firewall',
    pattern: /web application firewall|blocked by (?:our |a )?(?:security|firewall)|\bwaf\b[\s\S]{0,40}block/i,
    says: 'web application firewall',
  },
];

/** Pages that ask whether a person is there; their scripts give them away where their words are in another language. */
export const botChecks: readonly PageWords[] = [
  { who: 'Cloudflare', pattern: /_cf_chl_opt|\bjust a moment\.\.\./i, says: 'just a moment...' },
  { who: 'AWS WAF', pattern: /\bgokuProps\b|\bawswaf\.com\//i, says: 'gokuProps' },
  { who: 'DataDome', pattern: /captcha-delivery\.com/i, says: 'captcha-delivery.com' },
  { who: 'HUMAN (PerimeterX)', pattern: /\bpx-captcha\b|\b_pxAppId\b/i, says: 'px-captcha' },
  { who: 'Akamai', pattern: /\bsec-(?:if-cpt-container|cpt-if)\b/i, says: 'sec-if-cpt-container' },
  {
    who: 'a bot check',
    pattern:
      /verify (?:that )?you are (?:a )?human|checking (?:your browser before|if the site connection is secure)|confirm (?:that )?you are not a robot/i,
    says: 'verify you are human',
  },
];

/** Pages of servers that found a request too large (size-limits.md); `who` is the server's id there. */
export const tooLarge: readonly PageWords[] = [
  { who: 'nginx', pattern: /request header or cookie too large/i, says: 'request header or cookie too large' },
  { who: 'nginx', pattern: /414 request-uri too large/i, says: '414 request-uri too large' },
  {
    who: 'apache',
    pattern: /size of a request header field exceeds server limit/i,
    says: 'size of a request header field exceeds server limit',
  },
  {
    who: 'apache',
    pattern: /requested url'?s length exceeds the capacity limit/i,
    says: "requested url's length exceeds the capacity limit",
  },
  {
    who: 'httpsys',
    pattern: /bad request - request too long|the size of the request headers is too long/i,
    says: 'the size of the request headers is too long',
  },
  { who: 'tomcat', pattern: /request header is too large/i, says: 'request header is too large' },
  { who: 'gunicorn', pattern: /limit request (?:line|headers fields?)/i, says: 'limit request line' },
  { who: 'vercel', pattern: /request_header_too_large|url_too_long/i, says: 'request_header_too_large' },
];

/** Pages of proxies that got no usable answer from the app behind them. */
export const badGateways: readonly PageWords[] = [
  { who: 'a proxy', pattern: /\b502 bad gateway\b/i, says: '502 bad gateway' },
  { who: 'a proxy', pattern: /\b504 gateway time-?out\b/i, says: '504 gateway time-out' },
  {
    who: 'Cloudflare',
    pattern: /web server (?:is returning|returned) an unknown error/i,
    says: 'web server is returning an unknown error',
  },
];

/** What an app's own page says when a login went wrong. */
export const loginFailed =
  /\b(?:log ?in|sign[ -]?in|authentication|authori[sz]ation) (?:has )?(?:failed|failure)|(?:invalid|mismatched) (?:oauth )?state\b|\bstate (?:mismatch|expired|is invalid|does not match)|could not (?:log|sign) you in/i;
