import { commonLimits } from '../../field/limits/browsers.ts';
import type { Exchange } from '../../model/exchange.ts';
import { serverOf, surelyOverLimits } from '../../observe/limits.ts';
import { withRole } from '../../observe/scene.ts';
import { cookieFamilies, measure } from '../../observe/sizes.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';
import { sizeExplains } from './explains.ts';
import { remedyInWords, serverInWords } from './words.ts';

export const cookieHeaderTooLarge = defineCheck({
  id: 'cookie-header-too-large',
  category: 'size',
  kind: 'remark',
  tier: 'core',
  title: 'Cookie header close to or over common server limits',
  severity: 'warning',
  rank: 31,
  owner: 'app',
  flows: ['login', 'silent', 'logout'],
  cites: [
    { spec: 'RFC6585', section: '5' },
    { spec: 'Cookies', section: '' },
  ],
  needs: [],
  messages: {
    refused: {
      title: 'A Cookie header of {bytes} bytes was refused',
      plain:
        'Your browser keeps so many cookies for this site that the server refuses its requests. Deleting this site’s cookies helps at once.',
      text: 'The Cookie header has {bytes} bytes in {count} cookies. The largest group is `{family}`: {familyCount}, {familyBytes} bytes.',
      fix: 'For the user: delete the cookies of this site, or try a private window. For good: fewer and smaller cookies, session data on the server, narrow Domain and Path.',
      severity: 'error',
    },
    over: {
      title: 'A Cookie header of {bytes} bytes, over the default of {server}',
      plain: 'Your browser keeps so many cookies for this site that its server may soon refuse you.',
      text: 'The Cookie header has {bytes} bytes in {count} cookies. {against} The largest group is `{family}`: {familyCount}, {familyBytes} bytes.',
      fix: 'Fewer and smaller cookies, session data on the server, narrow Domain and Path.{remedy}',
      insists: true,
    },
    large: {
      title: 'A Cookie header of {bytes} bytes',
      plain: 'Your browser keeps rather many cookies for this site.',
      text: 'The Cookie header has {bytes} bytes in {count} cookies; common defaults lie between 4,096 and 8,190 bytes. The largest group is `{family}`: {familyCount}, {familyBytes} bytes.',
      fix: 'Keep an eye on it: remove cookies of finished logins, keep session data on the server.',
      severity: 'info',
    },
  },
  // GET /cb with Cookie: <12 KB>
  inspect(_, scene) {
    const hops = withRole(scene, 'start', 'authorization-request', 'provider', 'callback', 'app', 'logout-request');
    if (hops.length === 0) return inapplicable;
    let worst: { exchange: Exchange; bytes: number } | null = null;
    let hidden = false;
    for (const exchange of hops) {
      const { cookieBytes } = measure(exchange);
      if (cookieBytes === null) hidden = true;
      else if (cookieBytes >= commonLimits.cookieRemark && (!worst || cookieBytes > worst.bytes)) worst = { exchange, bytes: cookieBytes };
    }
    if (!worst) return hidden ? inconclusive('header-hidden') : pass;
    const { exchange } = worst;
    const sizes = measure(exchange);
    const family = cookieFamilies(exchange)[0];
    const server =
      exchange.outcome.kind === 'answered' || exchange.outcome.kind === 'redirected' ? serverOf(exchange.outcome.headers) : null;
    const overs = server ? surelyOverLimits(sizes, server, exchange.protocol).filter(({ what }) => what === 'cookies') : [];
    const over = overs[0];
    const data = {
      bytes: worst.bytes,
      count: sizes.cookies ?? 0,
      family: family?.name ?? '',
      familyCount: family?.count === 1 ? 'one cookie' : `${family?.count ?? 0} cookies`,
      familyBytes: family?.bytes ?? 0,
      server: server?.name ?? '',
      limit: over?.limit ?? 0,
      against: server ? serverInWords(server, overs) : '',
      remedy: server ? remedyInWords(server) : '',
    };
    const evidence = [at(exchange, 'request.header.cookie')] as const;
    if (sizeExplains(exchange) && worst.bytes * 2 > sizes.totalBytes) return fail('refused', evidence, { data });
    return over ? fail('over', evidence, { data }) : fail('large', evidence, { data });
  },
});
