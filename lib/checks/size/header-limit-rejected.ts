import { commonLimits } from '../../field/limits/browsers.ts';
import type { ServerLimits } from '../../field/limits/model.ts';
import { answersOf, serverById } from '../../field/limits/table.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Problem } from '../../model/finding.ts';
import { candidatesFor, type OverLimit, overCommonLimit, overLimits, serverOf } from '../../observe/limits.ts';
import { cookieFamilies, measure, type RequestSizes, saysTooLarge } from '../../observe/sizes.ts';
import { mediaType } from '../../read/headers.ts';
import { defineCheck } from '../define.ts';
import { at, inapplicable, inconclusive, problem, verdictOf } from '../verdict.ts';
import { deadConnection } from './explains.ts';
import { candidatesInWords, serverInWords } from './words.ts';

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
      fix: 'At once: try a private window, which begins without cookies, and delete this site’s cookies. For good: expire per-login cookies after minutes and delete them at the callback, keep session data on the server; or raise the limit on the server{remedy}.',
    },
    headers: {
      title: 'The request’s headers were too large for the server (HTTP {status})',
      plain: 'The request was too big for the server at {host}. Deleting the cookies of this site often helps.',
      text: '{host} answered HTTP {status}. The headers have {headers} bytes in {fields} lines, the request {total} bytes in all; the largest header is `{largest}` with {largestBytes} bytes.{unseen}{against}',
      fix: 'Try a private window: if it works there, cookies are the reason. Make cookies and addresses smaller, or raise the limit on the server{remedy}.',
    },
    connection: {
      title: 'The server broke the connection over a large request',
      plain: 'The server at {host} hung up because the request was too big. Deleting the cookies of this site often helps.',
      text: 'The connection to {host} ended without an answer, and the request has {total} bytes ({cookie} of them cookies, {line} the address). Over HTTP/2 some servers end the connection instead of answering 400 or 414.{against}',
      fix: 'Try a private window: if it works there, cookies are the reason; delete this site’s. For good: make cookies and addresses smaller, or raise the header limits on the server.',
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

/** What of the request is over which defaults: those of the server that answered, or of any in wide use. */
interface Judged {
  readonly exchange: Exchange;
  readonly sizes: RequestSizes;
  readonly server: ServerLimits | null;
  readonly overs: readonly OverLimit[];
  /** Over its defaults in one protocol only, and which was spoken is not known. */
  readonly unsettled: boolean;
}

function judge(exchange: Exchange): Problem<Message> | 'unmeasured' | null {
  const { outcome } = exchange;
  if (outcome.kind === 'pending' || outcome.kind === 'redirected') return null;
  const sizes = measure(exchange);
  if (outcome.kind === 'failed')
    return deadConnection.test(outcome.reason) && overCommonLimit(sizes) !== null
      ? make('connection', { exchange, sizes, server: null, overs: [], unsettled: false }, 'likely')
      : null;
  const { status } = outcome;
  const said = outcome.body.seen && outcome.body.value.kind === 'text' ? saysTooLarge(outcome.body.value.text) : null;
  const front = serverOf(outcome.headers);
  const server = (said === null ? null : serverById(said)) ?? front;
  const passed = server ? overLimits(sizes, server, exchange.protocol) : [];
  const overs = passed.filter(({ answers }) => said !== null || answers.includes(status));
  const common = overCommonLimit(sizes);
  // The sign of a server that takes this much, or answers otherwise, is not the word of the one that refused.
  const judged: Judged = {
    exchange,
    sizes,
    server: overs.length > 0 || said !== null ? server : null,
    overs,
    unsettled: exchange.protocol === null && passed.length === 1,
  };
  const kind = kindOf(overs[0] ?? common, sizes);
  if (status === 414) return make('url', judged, 'certain');
  if (status === 431 || status === 494) return make(kind, judged, 'certain');
  if (said !== null && (status === 400 || status === 413)) return make(kind, judged, 'certain');
  // A large upload has its own 413.
  if (status === 413)
    return bodyBytesOf(exchange) > 65_536 || (overs.length === 0 && common === null && exchange.request.method !== 'GET')
      ? null
      : make(kind, judged, 'likely');
  if (status === 404) return overs.length > 0 ? make(kind === 'url' ? 'query' : kind, judged, 'likely') : null;
  if (status !== 400 && status !== 502 && status !== 503 && status !== 520) return null;
  if (/json/.test(mediaType(outcome.headers))) return null;
  if (sizes.cookieBytes === null && sizes.lineBytes <= commonLimits.line) return status === 400 ? 'unmeasured' : null;
  // A server that has such an answer for large requests, and takes this one, did not refuse it for its size.
  if (overs.length === 0 && (common === null || (front !== null && answersOf(front).has(status)))) return null;
  return make(kind, judged, 'likely');
}

function bodyBytesOf({ request }: Exchange): number {
  return request.body.seen && request.body.value.kind !== 'empty' ? (request.body.value.bytes ?? 0) : 0;
}

function kindOf(over: OverLimit | null, sizes: RequestSizes): Message {
  if (over?.what === 'url' || over?.what === 'query') return 'url';
  if (over?.what === 'cookies') return 'cookies';
  if ((sizes.cookieBytes ?? 0) * 2 > sizes.totalBytes) return 'cookies';
  return sizes.targetBytes * 2 > sizes.totalBytes ? 'url' : 'headers';
}

/** Which defaults the request passes: of the server that answered so, else of those that would have. */
function againstWhat({ exchange, sizes, server, overs, unsettled }: Judged): string {
  if (server) return overs.length > 0 ? ` ${serverInWords(server, overs, unsettled)}` : '';
  const { outcome, protocol } = exchange;
  if (outcome.kind === 'failed')
    return sentence(candidatesInWords(candidatesFor(sizes, protocol ?? 'h2', 'breaks', null), 'by ending the connection'));
  if (outcome.kind !== 'answered') return '';
  const { status, headers } = outcome;
  const named = sentence(candidatesInWords(candidatesFor(sizes, protocol, status, headers), `HTTP ${status}`));
  const common = overCommonLimit(sizes);
  return named || (common ? ` Servers in wide use take ${common.limit} bytes by default; this request has ${common.bytes}.` : '');
}

const sentence = (text: string): string => (text === '' ? '' : ` ${text}`);

function make(message: Message, judged: Judged, confidence: 'certain' | 'likely'): Problem<Message> {
  const { exchange, sizes, server } = judged;
  const family = cookieFamilies(exchange)[0];
  const status = exchange.outcome.kind === 'answered' ? exchange.outcome.status : 0;
  const host = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(exchange.request.url)?.[1] ?? '';
  const data = {
    status,
    host,
    against: againstWhat(judged),
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
    remedy: server
      ? server.remedy === null
        ? `; the limits of ${server.name} itself are fixed`
        : ` (${server.name}: ${server.remedy})`
      : '',
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
