import { isPlaceholder } from '../../read/placeholder.ts';
import { isCustomScheme, isPseudoRedirect } from '../../read/redirect.ts';
import { siteOf } from '../../read/site.ts';
import { readUrl } from '../../read/url.ts';
import { redirectUriAliases } from '../../spec/vocabulary.ts';
import { defineCheck } from '../define.ts';
import { atRequestParameter } from '../request/parameter.ts';
import { fail, inapplicable, inconclusive, pass } from '../verdict.ts';

/** Names that an answer brings along: a second one of them confuses the app, or replaces the first. */
const reserved: ReadonlySet<string> = new Set(['code', 'state', 'response', 'error', 'id_token', 'access_token', 'iss']);

export const redirectUriSuspicious = defineCheck({
  id: 'redirect-uri-suspicious',
  category: 'redirect-uri',
  kind: 'weakness',
  tier: 'std',
  title: '`redirect_uri` contains path tricks or reserved parameters',
  severity: 'warning',
  rank: 910,
  owner: 'app',
  cites: [
    { spec: 'RFC9700', section: '4.1', level: 'MUST' },
    { spec: 'RFC6749', section: '3.1.2.3', level: 'SHOULD' },
  ],
  needs: ['request'],
  messages: {
    path: {
      title: 'The path of the return address goes up or sideways',
      plain: 'The return address contains unusual parts that can lead the login answer to another page than was meant.',
      text: 'The path of `redirect_uri` holds `..`, a backslash, or one of them percent-encoded. Servers that compare prefixes can be led to another page that way.',
      fix: 'At the provider, compare the whole address with the registered one. In the app, send the registered address as it is.',
    },
    userinfo: {
      title: 'The return address has a user name in front of its host',
      plain: 'The return address is written in a way that hides where it really leads.',
      text: '`redirect_uri` has an `@` in front of its host: what looks like a host there is a user name.',
      fix: 'Send the registered address without it, and let the provider refuse such addresses.',
    },
    reserved: {
      title: 'The return address brings its own `{name}`',
      plain: 'The return address already contains a part that belongs to the login answer, which can confuse the app.',
      text: 'The query of `redirect_uri` holds `{name}`, which the answer brings as well. The app then receives two, and which one it reads depends on its framework.',
      fix: 'Rename the parameter, or keep what it says in the session under the value of `state`.',
    },
    onward: {
      title: 'The return address names another site to go on to',
      plain: 'The return address says to which other site to go after the login.',
      text: 'The query of `redirect_uri` holds an address of another site (`{name}`). If the app goes there unseen, anybody can send users and what is in the address on to a site of their own.',
      fix: 'Keep the page to return to in the session, or let the app accept addresses of its own only.',
      severity: 'info',
    },
  },
  // GET /authorize?redirect_uri=https://app.example/cb/../open?url=...
  inspect({ request }) {
    const { redirectUri } = request;
    if (redirectUri === null) return request.hidden ? inconclusive(request.hidden) : inapplicable;
    if (isPlaceholder(redirectUri)) return inconclusive('redacted-input');
    if (isPseudoRedirect(redirectUri) || isCustomScheme(redirectUri)) return inapplicable;
    const evidence = [atRequestParameter(request, 'redirect_uri', ...redirectUriAliases)] as const;
    const { base, query } = readUrl(redirectUri);
    const [, authority = '', path = ''] = /^https?:\/\/([^/\\]*)(.*)$/is.exec(base) ?? [];
    if (authority.includes('@')) return fail('userinfo', evidence);
    if (/\\|%(?:25)*5c|(?:^|[/;]|%(?:25)*2f)(?:\.|%(?:25)*2e){2}(?:[/;]|%(?:25)*2f|$)/i.test(path)) return fail('path', evidence);
    const own = query?.find((p) => reserved.has(p.name) && p.value !== '');
    if (own) return fail('reserved', evidence, { data: { name: own.name } });
    const onward = query?.find((p) => /^(?:https?:)?\/\/[^/]/i.test(p.value) && leadsAway(p.value, redirectUri));
    return onward && isWord(onward.name) ? fail('onward', evidence, { confidence: 'possible', data: { name: onward.name } }) : pass;
  },
});

const isWord = (name: string) => /^[a-z_-]{1,30}$/i.test(name);

function leadsAway(value: string, redirectUri: string): boolean {
  const to = siteOf(value.startsWith('//') ? `https:${value}` : value);
  return to !== null && to !== siteOf(redirectUri);
}
