/** Which headers may be shown, and what their values have to look like. */
import { isVocabulary } from './words.ts';

/** Headers whose values may stay. */
const openHeaders: ReadonlySet<string> = new Set([
  'content-type',
  'content-length',
  'server',
  'date',
  'cache-control',
  'pragma',
  'retry-after',
  'referrer-policy',
  'x-frame-options',
  'cross-origin-opener-policy',
  'cross-origin-embedder-policy',
  'access-control-allow-credentials',
  'access-control-allow-headers',
  'access-control-allow-methods',
  'access-control-request-method',
  'access-control-request-headers',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
  'sec-fetch-user',
  'sec-fetch-storage-access',
  'sec-purpose',
  'upgrade-insecure-requests',
  'non-authoritative-reason',
  'accept',
  'accept-encoding',
  'cf-mitigated',
  'x-amzn-waf-action',
  'x-vercel-mitigated',
]);

/** Headers whose values are addresses. */
export const addressHeaders: ReadonlySet<string> = new Set([
  'location',
  'referer',
  'origin',
  'content-location',
  'access-control-allow-origin',
  ':path',
]);

/** Servers by the names they give themselves; anything else may be a machine's own. */
const serverWord =
  /^(?:nginx|openresty|apache|httpd|microsoft-iis|microsoft-httpapi|kestrel|cloudflare|cloudfront|akamaighost|awselb|amazons3|envoy|istio-envoy|caddy|litespeed|tomcat|apache-coyote|jetty|gunicorn|uvicorn|waitress|werkzeug|cowboy|puma|passenger|vercel|netlify|fly|github\.com|gws|esf|scaffolding|server|openidconnect|varnish|haproxy|traefik|node(?:\.js)?|express|sffe|ubuntu|debian|unix|win64|win32|openssl|python|cpython|php|mod_[a-z]{3,8}|\d{1,3}(?:\.\d{1,5}){0,4}[a-z]?|[()/,;+-]+)$/i;

const charset =
  /^"?(?:utf-?8|utf-?16|iso-8859-\d{1,2}|us-ascii|ascii|windows-\d{3,4}|gb2312|gbk|gb18030|big5|euc-(?:jp|kr)|shift_jis|koi8-r)"?$/i;

/** A header that may be shown, with a value that looks like it. */
export function isOpenHeader(name: string, value: string): boolean {
  if (!openHeaders.has(name) || value.length > 300) return false;
  switch (name) {
    case 'server':
      return value.split(/[\s/()]+/).every((part) => part === '' || serverWord.test(part));
    case 'retry-after':
      return /^\d{1,9}$/.test(value) || isDate(value);
    case 'date':
      return isDate(value);
    case 'content-length':
      return /^\d{1,15}$/.test(value);
    case 'content-type':
      return isMime(value.split(';', 1)[0] ?? '') && value.split(';').slice(1).every(isCharset);
    case 'access-control-allow-headers':
    case 'access-control-request-headers':
      return value.split(',').every((one) => isVocabulary(one.trim()));
    default:
      return isWords(value);
  }
}

/** Directives, qualities, booleans: words of the web and short numbers, however they are joined. */
function isWords(value: string): boolean {
  return value.split(/[\s,;=:"'/()+*?&]+/).every((part) => isVocabulary(part) || /^\d{1,9}(?:\.\d{1,3})?$/.test(part));
}

function isCharset(parameter: string): boolean {
  const [name = '', value = ''] = parameter.split('=');
  return parameter.trim() === '' || (name.trim().toLowerCase() === 'charset' && charset.test(value.trim()));
}

const mediaType = /^\s*(?:text|application|image|audio|video|font|multipart|message|model)\/([\w.+-]{1,80})\s*$/i;

/** A media type as registries and browsers know it. */
export function isMime(text: string): boolean {
  return (mediaType.exec(text)?.[1] ?? '-').split(/[.+]/).every((part) => part !== '' && part !== '-' && isVocabulary(part));
}

/** `Tue, 01 Jan 2030 00:00:00 GMT`, `2030-01-01T00:00:00Z` and their kin: no words but those of dates. */
export function isDate(value: string): boolean {
  return (
    /\d/.test(value) &&
    value.length <= 40 &&
    value
      .split(/[\s,]+/)
      .every((part) =>
        /^(?:|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun)(?:day)?|(?:\d{1,2}-)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:-\d{2,4})?|gmt|utc|[ap]m|[+-]\d{4}|\d{1,2}|(?:19|20|99)\d{2}|\d{1,2}:\d{2}(?::\d{2})?|\d{4}-\d{2}-\d{2}(?:t\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:z|[+-]\d{2}:?\d{2})?)?)$/i.test(
          part,
        ),
      )
  );
}
