import { commonLimits } from '../../field/limits/browsers.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Problem } from '../../model/finding.ts';
import { serverOf, surelyOverLimits } from '../../observe/limits.ts';
import { withRole } from '../../observe/scene.ts';
import { measure } from '../../observe/sizes.ts';
import { bytesOf } from '../../read/size.ts';
import { readUrl } from '../../read/url.ts';
import { responseNames, supporting } from '../../spec/vocabulary.ts';
import { defineCheck } from '../define.ts';
import { at, inapplicable, problem, verdictOf } from '../verdict.ts';
import { sizeExplains } from './explains.ts';
import { remedyInWords, serverInWords } from './words.ts';

export const urlTooLong = defineCheck({
  id: 'url-too-long',
  category: 'size',
  kind: 'remark',
  tier: 'core',
  title: 'Request line close to or over common server limits',
  severity: 'warning',
  rank: 32,
  owner: 'app',
  flows: ['login', 'silent', 'logout'],
  cites: [
    { spec: 'RFC9110', section: '4.1' },
    { spec: 'RFC9126', section: '1' },
  ],
  needs: [],
  messages: {
    refused: {
      title: 'A web address of {bytes} bytes was refused',
      plain: 'The web address of this login is so long that the server refused it.',
      text: 'The request line has {line} bytes; the largest part is {largest} ({share} bytes).',
      fix: 'Keep the data behind `state` on the server, push long requests (PAR), take long answers by `form_post`, and leave `id_token_hint` out where `client_id` will do.',
      severity: 'error',
    },
    over: {
      title: 'A web address of {bytes} bytes, over the default of {server}',
      plain: 'The web address of this login is so long that some servers would refuse it.',
      text: 'The request line has {line} bytes. {against} The largest part is {largest} ({share} bytes).',
      fix: 'Keep the data behind `state` on the server, push long requests (PAR) and take long answers by `form_post`.{remedy}',
      insists: true,
    },
    long: {
      title: 'A web address of {bytes} bytes',
      plain: 'The web address of this login is rather long.',
      text: 'The request line has {line} bytes; common defaults lie between 2,000 and 8,190. The largest part is {largest} ({share} bytes).',
      fix: 'Keep an eye on it: short `state`, PAR for long requests, `form_post` for long answers.',
      severity: 'info',
    },
  },
  // GET /authorize?state=<9 KB>
  inspect(_, scene) {
    const hops = withRole(scene, 'start', 'authorization-request', 'provider', 'callback', 'app', 'logout-request').filter(
      (e) => e.where.kind !== 'fetch',
    );
    if (hops.length === 0) return inapplicable;
    let worst: { exchange: Exchange; problem: Problem<'refused' | 'over' | 'long'>; bytes: number } | null = null;
    for (const exchange of hops) {
      const sizes = measure(exchange);
      if (sizes.targetBytes < commonLimits.urlRemark || (worst && worst.bytes >= sizes.targetBytes)) continue;
      worst = { exchange, bytes: sizes.targetBytes, problem: describe(exchange, sizes) };
    }
    return worst ? verdictOf([worst.problem]) : verdictOf([]);
  },
});

function describe(exchange: Exchange, sizes: ReturnType<typeof measure>): Problem<'refused' | 'over' | 'long'> {
  const largest = [...(readUrl(exchange.request.url).query ?? [])].sort((a, b) => b.text.length - a.text.length)[0];
  const known =
    largest &&
    (responseNames.has(largest.name) ||
      supporting.has(largest.name) ||
      ['redirect_uri', 'request', 'claims', 'id_token_hint', 'SAMLRequest', 'client_id'].includes(largest.name));
  const server = exchange.outcome.kind === 'answered' || exchange.outcome.kind === 'redirected' ? serverOf(exchange.outcome.headers) : null;
  const overs = server ? surelyOverLimits(sizes, server, exchange.protocol).filter(({ what }) => what === 'url' || what === 'query') : [];
  const over = overs[0];
  const data = {
    bytes: sizes.targetBytes,
    line: sizes.lineBytes,
    largest: largest ? (known ? `\`${largest.name}\`` : 'one parameter') : 'the path',
    share: largest ? bytesOf(largest.text) : sizes.targetBytes,
    server: server?.name ?? '',
    limit: over?.limit ?? 0,
    against: server ? serverInWords(server, overs) : '',
    remedy: server ? remedyInWords(server) : '',
  };
  const evidence = [at(exchange, 'request.url')] as const;
  if (sizeExplains(exchange) && sizes.targetBytes * 2 > sizes.totalBytes) return problem('refused', evidence, { data });
  return over ? problem('over', evidence, { data }) : problem('long', evidence, { data });
}
