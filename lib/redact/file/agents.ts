/** What browsers and programs call themselves, word by word: anything else in such a place may be somebody's own. */

const agentWord =
  /^(?:mozilla|applewebkit|webkit|khtml|like|gecko|chrome|chromium|google|headless|headlesschrome|crios|fxios|safari|firefox|focus|edg|edga|edgios|edge|microsoft|msie|trident|opr|opera|opt|brave|vivaldi|yabrowser|samsungbrowser|ucbrowser|duckduckgo|ddg|electron|version|mobile|tablet|compatible|windows|phone|nt|win64|win32|x64|wow64|x11|wayland|linux|x86|x86_64|x86-64|i[3-6]86|amd64|aarch64|arm|arm64|armv[78]l?|ubuntu|debian|fedora|cros|macintosh|macos|mac|intel|os|x|cpu|iphone|ipad|ipod|ios|android|chromeos|wv|k|u|pc|not|a|brand|rv|en|en-us|de|fr|es|curl|wget|libcurl|openssl|python|requests|aiohttp|httpx|urllib|urllib3|go|http|client|java|okhttp|apache|httpclient|axios|node|node-fetch|undici|got|postmanruntime|insomnia|postman|playwright|puppeteer|webinspector|webdriver|har|devtools|burp|suite|community|professional|charles|proxy|proxyman|fiddler|mitmproxy|httptoolkit|toolkit|browsermob|selenium|cypress|roundtrip|saml|tracer|chrome-har|webpagetest|splash|everywhere|win|openbsd|fuchsia|web|inspector|dalvik|build|unknown|\d{1,5}(?:[._]\d{1,5}){0,4}(?:\.x)?|20100101|\d{2}[a-z]\d{1,4}[a-z]?|v\d{1,3})$/i;

/** Unknown words go through `hide`; blanks and punctuation stay. */
export function agentName(value: string, hide: (word: string) => string): string {
  return value.replace(/[^\s/();:,"'=?+]+/g, (word) => (agentWord.test(word.replace(/^_|_$/g, '')) ? word : hideUnder(word, hide)));
}

/** `Not_A-Brand`, `Not.A/Brand`: browsers change the marks on purpose. */
function hideUnder(word: string, hide: (word: string) => string): string {
  const parts = word.split(/([_.-]+)/);
  return parts.every((part, index) => index % 2 === 1 || part === '' || agentWord.test(part)) && !/\d{6}/.test(word.replace(/\D/g, ''))
    ? word
    : hide(word);
}
