import type { Gap } from '../../model/exchange.ts';
import type { Scene } from '../../observe/scene.ts';
import { isProviderEndpoint, type TokenCall, tokenCalls } from '../../observe/token-calls.ts';
import { tokenInUse } from '../../observe/token-uses.ts';
import { header, mediaType } from '../../read/headers.ts';
import { isObject, type JsonObject } from '../../read/json.ts';
import { member } from '../../read/loose.ts';
import { defineCheck } from '../define.ts';
import { absentAt, at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const tokenResponseMalformed = defineCheck({
  id: 'token-response-malformed',
  category: 'token-endpoint',
  kind: 'breakage',
  tier: 'std',
  title: 'Token response is not what a client can read',
  severity: 'error',
  rank: 132,
  owner: 'provider',
  flows: ['login', 'silent', 'tokens', 'device'],
  cites: [{ spec: 'RFC6749', section: '5.1', level: 'MUST' }],
  needs: ['tokens'],
  messages: {
    page: {
      title: 'The token endpoint answered with a web page',
      plain: 'The app asked the provider for its key and got a web page instead.',
      text: 'The token endpoint answered HTTP {status} with HTML where JSON belongs. Something else answers under this address: a proxy, a sign-in page, or the start page of a website.',
      fix: 'Compare the address with the token_endpoint of the provider’s metadata, and look at what stands between: a proxy or web server that answers every unknown path with a page.',
      owner: 'app',
    },
    'no-token': {
      title: 'The token response holds no access token',
      plain: 'The provider’s answer did not hold the key that the app needs.',
      text: 'The token endpoint answered HTTP {status}, and its answer has no `access_token` and names no `error`.',
      fix: 'Read the body of this answer. A refusal has to come as HTTP 400 with `error`; a grant has to have `access_token` and `token_type`.',
    },
    form: {
      title: 'The token response is a form instead of JSON',
      plain: 'The provider answers in an old format that not every app can read.',
      text: 'The token endpoint answered with `access_token=…` as a form. RFC 6749 asks for JSON, and libraries that keep to it stop here.',
      fix: 'Ask for JSON with `Accept: application/json`, or use a library that knows this provider.',
      severity: 'warning',
      kind: 'remark',
      owner: 'app',
    },
    'no-type': {
      title: 'The token response does not say the token’s type',
      plain: 'The provider’s answer leaves something out that some apps need.',
      text: 'The token response has no `token_type`, which is required. Libraries that check it stop here.',
      fix: 'Add `"token_type": "Bearer"` to the answer, or use a library that does without.',
      severity: 'warning',
      kind: 'remark',
    },
  },
  // POST /token  → 200 <html>
  inspect(_, scene) {
    const calls = tokenCalls(scene).filter((call) => call.succeeded && isProviderEndpoint(scene, call.exchange));
    if (calls.length === 0) return inapplicable;
    const read = calls.map((call) => ({ call, reading: readingOf(call) })).filter(({ reading }) => reading !== 'good');
    const found = read.find(({ reading }) => reading !== 'no-type') ?? read[0];
    if (!found) return pass;
    const { call, reading } = found;
    const { exchange, status } = call;
    if (typeof reading === 'object') return inconclusive(reading.gap);
    // Read, used and accepted: some client knows how.
    if (reading !== 'no-type' && wentOn(scene, call)) return pass;
    const data = { status: status ?? 0 };
    switch (reading) {
      case 'page':
        return fail('page', [at(exchange, 'response.status')], { data });
      case 'page-by-type':
        return fail('page', [at(exchange, 'response.header.content-type'), at(exchange, 'response.status')], {
          data,
          confidence: 'likely',
        });
      case 'no-token':
        return fail('no-token', [at(exchange, 'response.status'), absentAt(exchange, 'response.body.access_token')], { data });
      case 'form':
        return fail('form', [at(exchange, 'response.body')], { data });
      default:
        return fail('no-type', [absentAt(exchange, 'response.body.token_type')], { data });
    }
  },
});

type Reading = 'good' | 'page' | 'page-by-type' | 'no-token' | 'form' | 'no-type' | { readonly gap: Gap };

function readingOf({ exchange: { outcome }, status, answer }: TokenCall): Reading {
  if (outcome.kind !== 'answered') return 'good';
  const html = /^(?:text\/html|application\/xhtml\+xml)$/.test(mediaType(outcome.headers));
  if (!outcome.body.seen) return html ? 'page-by-type' : { gap: outcome.body.why };
  if (answer) return readingOfJson(answer, header(outcome.headers, 'set-cookie').kind);
  const body = outcome.body.value;
  if (body.kind === 'empty') {
    const length = header(outcome.headers, 'content-length');
    const empty = status === 204 || (length.kind === 'present' && length.value.trim() === '0');
    return empty ? 'no-token' : { gap: 'body-not-exposed' };
  }
  const text = body.kind === 'text' ? body.text.trim() : '';
  if (body.kind === 'text' && body.page) return 'page';
  if (/^<(?:!doctype|html|head|body|script|meta|!--)/i.test(text)) return 'page';
  // What is no JSON, no page and no form may be what a sanitizer or a size limit left of it.
  return /(?:^|&)access_token=\S/.test(text.slice(text.search(/(?<!\S)\S*$/))) ? 'form' : { gap: 'redacted-input' };
}

function readingOfJson(answer: JsonObject, cookie: 'absent' | 'hidden' | 'present'): Reading {
  const names = Object.keys(answer);
  if (names.includes('access_token')) return names.includes('token_type') ? 'good' : 'no-type';
  if (names.includes('id_token')) return 'good';
  // Whoever took the token out left the rest.
  if (names.includes('token_type') || names.includes('refresh_token')) return { gap: 'redacted-input' };
  // A provider that wraps it in a format of its own.
  const inside = [answer, ...names.map((name) => member(answer, name)).filter(isObject)];
  if (inside.some((object) => Object.keys(object).some((name) => /token|jwt/i.test(name)))) return 'good';
  if (names.some((name) => /^err|error/i.test(name))) return 'no-token';
  // Kept in a cookie, where no script sees it.
  if (cookie === 'present') return 'good';
  return cookie === 'hidden' ? { gap: 'header-hidden' } : 'no-token';
}

/** A token was used afterwards, or another request got one. */
function wentOn(scene: Scene, call: TokenCall): boolean {
  const later = tokenCalls(scene).some((c) => c.exchange.startedAt > call.exchange.startedAt && c.succeeded && readingOf(c) === 'good');
  return later || tokenInUse(scene, call) === true;
}
