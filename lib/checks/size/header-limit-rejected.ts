import { commonLimits, type ServerLimits, serverLimits } from '../../field/limits.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Problem } from '../../model/finding.ts';
import {
  cookieFamilies,
  measure,
  type OverLimit,
  overCommonLimit,
  overLimit,
  type RequestSizes,
  saysTooLarge,
  serverOf,
} from '../../observe/sizes.ts';
import { mediaType } from '../../read/headers.ts';
import { defineCheck } from '../define.ts';
import { at, inapplicable, inconclusive, problem, verdictOf } from '../verdict.ts';
import { deadConnection } from './explains.ts';

type Message = 'url' | 'query' | 'cookies' | 'headers' | 'connection';

export const headerLimitRejected = defineCheck({
  id: 'header-limit-rejected',
  category: 'size',
  kind: 'breakage',
  tier: 'core',
  title: 'Server refused the request because of its size',
  severity: 'error',
  rank: 30,
  owner: 'app',
  flows: ['login', 'silent', 'logout'],
  cites: [
    { spec: 'RFC6585', section: '5' },
    { spec: 'RFC9110', section: '15.5.15' },
  ],
  needs: [],
  messages: {
    url: {
      title: 'The web address was too long for the server (HTTP {status})',
      plain: 'The web address of this login was too long for the server at {host}.',
      text: '{host} answered HTTP {status} to a request line of {line} bytes.{against}',
      fix: 'Shorten the address: keep the data behind `state` on the server, push long requests (PAR), take long answers by `form_post`. Or raise the limit on the server{remedy}.',
    },
    query: {
      title: 'The query was too long for the server (HTTP {status})',
      plain: 'The web address of this login was too long for the server at {host}. It says "not found", but means "too long".',
      text: '{host} answered HTTP {status} to a query of {query} bytes.{against} IIS answers 404 (sub-status 14 or 15) when its request filter finds an address too long.',
      fix: 'Raise `maxQueryString` and `maxUrl` in requestFiltering, or take the answer by `form_post`.',
    },
    cookies: {
      title: 'The Cookie header was too large for the server (HTTP {status})',
      plain:
        'Your browser sends so many cookies to {host} that the server refuses the request. Delete the cookies of this site; a private window works for the same reason.',
      text: '{host} answered HTTP {status} to a Cookie header of {cookie} bytes ({count} cookies).{against} The group that grew is `{family}`: {familyCount}, {familyBytes} bytes.',
      fix: 'At once: delete this site’s cookies in the browser. For good: expire per-login cookies after minutes and delete them at the callback, keep session data on the server; or raise the limit on the server{remedy}.',
    },
    headers: {
      title: 'The request’s headers were too large for the server (HTTP {status})',
      plain: 'The request was too big for the server at {host}. Deleting the cookies of this site often helps.',
      text: '{host} answered HTTP {status}. The headers have {headers} bytes in {fields} lines, the request {total} bytes in all; the largest header is `{largest}` with {largestBytes} bytes.{unseen}{against}',
      fix: 'Make cookies and addresses smaller, or raise the limit on the server{remedy}.',
    },
    connection: {
      title: 'The server broke the connection over a large request',
      plain: 'The server at {host} hung up because the request was too big. Deleting the cookies of this site often helps.',
      text: 'The connection to {host} ended without an answer, and the request has {total} bytes ({cookie} of them cookies, {line} the address). Over HTTP/2 servers such as nginx end the connection instead of answering 400 or 414.',
      fix: 'At once: delete this site’s cookies in the browser. For good: make cookies and addresses smaller, or raise the header limits on the server.',
    },
  },
  // GET /cb with Cookie: <12 KB>  → 400 (Server: nginx)
  inspect(_, scene) {
    const problems: Problem<Message>[] = [];
    let unmeasured = false;
    let seen = false;
    for (const { exchange, role } of scene.steps) {
      if (role === 'resource' || role === 'preflight') continue;
      seen = true;
      const judged = judge(exchange);
      if (judged === 'unmeasured') unmeasured = true;
      else if (judged) problems.push(judged);
    }
    if (!seen) return inapplicable;
    return problems.length === 0 && unmeasured ? inconclusive('header-hidden') : verdictOf(problems);
  },
});

function judge(exchange: Exchange): Problem<Message> | 'unmeasured' | null {
  const { outcome } = exchange;
  if (outcome.kind === 'pending' || outcome.kind === 'redirected') return null;
  const sizes = measure(exchange);
  if (outcome.kind === 'failed')
    return deadConnection.test(outcome.reason) && overCommonLimit(sizes) !== null
      ? make(exchange, 'connection', sizes, null, null, 'likely')
      : null;
  const { status } = outcome;
  const server = serverOf(outcome.headers);
  const words = outcome.body.seen && outcome.body.value.kind === 'text' ? outcome.body.value.text : '';
  const said = saysTooLarge(words);
  const known = server ?? serverLimits.find((s) => s.id === said) ?? null;
  const over = (known ? overLimit(sizes, known, exchange.protocol) : null) ?? overCommonLimit(sizes);
  const bodyBytes =
    exchange.request.body.seen && exchange.request.body.value.kind !== 'empty' ? (exchange.request.body.value.bytes ?? 0) : 0;
  if (status === 414) return make(exchange, 'url', sizes, known, over, 'certain');
  if (status === 431 || status === 494) return make(exchange, kindOf(over, sizes), sizes, known, over, 'certain');
  if (said !== null && (status === 400 || status === 413)) return make(exchange, kindOf(over, sizes), sizes, known, over, 'certain');
  // A large upload has its own 413.
  if (status === 413)
    return bodyBytes > 65_536 || (over === null && exchange.request.method !== 'GET')
      ? null
      : make(exchange, kindOf(over, sizes), sizes, known, over, 'likely');
  if (status === 404 && server?.id === 'iis') {
    const iis = overLimit(sizes, server, exchange.protocol);
    return iis ? make(exchange, 'query', sizes, server, iis, 'likely') : null;
  }
  if (status !== 400 && status !== 502 && status !== 503 && status !== 520) return null;
  if (/json/.test(mediaType(outcome.headers))) return null;
  if (sizes.cookieBytes === null && sizes.lineBytes <= commonLimits.line) return status === 400 ? 'unmeasured' : null;
  const passed = server ? overLimit(sizes, server, exchange.protocol) : overCommonLimit(sizes);
  if (passed === null) return null;
  // A front server's name does not hide what stands behind it: its own limit must be passed for a 400 to be its word.
  if (server && !server.status.includes(status))
    return overCommonLimit(sizes) ? make(exchange, kindOf(passed, sizes), sizes, null, passed, 'likely') : null;
  return make(exchange, kindOf(passed, sizes), sizes, known, passed, 'likely');
}

function kindOf(over: OverLimit | null, sizes: RequestSizes): Message {
  if (over?.what === 'url' || over?.what === 'query') return 'url';
  if (over?.what === 'cookies') return 'cookies';
  if ((sizes.cookieBytes ?? 0) * 2 > sizes.totalBytes) return 'cookies';
  return sizes.targetBytes * 2 > sizes.totalBytes ? 'url' : 'headers';
}

function make(
  exchange: Exchange,
  message: Message,
  sizes: RequestSizes,
  server: ServerLimits | null,
  over: OverLimit | null,
  confidence: 'certain' | 'likely',
): Problem<Message> {
  const family = cookieFamilies(exchange)[0];
  const status = exchange.outcome.kind === 'answered' ? exchange.outcome.status : 0;
  const host = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(exchange.request.url)?.[1] ?? '';
  const against =
    server && over
      ? ` ${server.name} takes ${over.limit} bytes by default; this request has ${over.bytes}.`
      : over
        ? ` Servers in wide use take ${over.limit} bytes by default; this request has ${over.bytes}.`
        : '';
  const data = {
    status,
    host,
    against,
    line: sizes.lineBytes,
    query: sizes.queryBytes,
    cookie: sizes.cookieBytes ?? 0,
    count: sizes.cookies ?? 0,
    headers: sizes.headersBytes,
    fields: sizes.count,
    total: sizes.totalBytes,
    unseen: sizes.cookieBytes === null ? ' Cookies are not in this capture and not counted; they are the usual reason.' : '',
    largest: sizes.largestHeader?.name ?? '',
    largestBytes: sizes.largestHeader?.bytes ?? 0,
    family: family?.name ?? '',
    familyCount: family?.count === 1 ? 'one cookie' : `${family?.count ?? 0} cookies`,
    familyBytes: family?.bytes ?? 0,
    remedy: server && !server.remedy.startsWith('nothing') ? ` (${server.name}: ${server.remedy})` : '',
  };
  const what =
    message === 'url' || message === 'query'
      ? at(exchange, 'request.url')
      : message === 'cookies'
        ? at(exchange, 'request.header.cookie')
        : at(exchange, 'request.header.*');
  const sign = exchange.outcome.kind === 'failed' ? at(exchange, 'outcome.reason') : at(exchange, 'response.status');
  return problem(message, [sign, what], { data, confidence });
}
