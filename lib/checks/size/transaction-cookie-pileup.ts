import { withRole } from '../../observe/scene.ts';
import { cookieFamilies, isChunk } from '../../observe/sizes.ts';
import { isLoginName, readCookies } from '../../read/cookies.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';
import { sizeExplains } from './explains.ts';

const manyLeftovers = 5;
const heavyBytes = 4096;

export const transactionCookiePileup = defineCheck({
  id: 'transaction-cookie-pileup',
  category: 'size',
  kind: 'remark',
  tier: 'std',
  title: 'Per-login cookies pile up',
  severity: 'warning',
  rank: 33,
  owner: 'app',
  cites: [{ spec: 'Cookies', section: '' }],
  needs: [],
  messages: {
    refused: {
      title: 'Cookies of unfinished logins fill the request: {count} of `{family}`',
      plain: 'Unfinished logins left many small cookies behind; together they make the request too large. Delete the cookies of this site.',
      text: 'The request carries {count} cookies of the family `{family}`, {bytes} bytes, one for each login that was begun and not finished.',
      fix: 'Expire them after 5 to 15 minutes, delete them at the callback (after failures too), and cap their number. Find out what starts so many logins: prefetches, background calls, a loop.',
      severity: 'error',
    },
    growing: {
      title: 'Cookies of unfinished logins pile up: {count} of `{family}`',
      plain: 'Unfinished logins leave small cookies behind; when there are many, the server will refuse you.',
      text: 'The request carries {count} cookies of the family `{family}`, {bytes} bytes, one for each login that was begun and not finished.',
      fix: 'Expire them after 5 to 15 minutes, delete them at the callback (after failures too), and cap their number.',
    },
  },
  // Cookie: .Correlation.a1=N; .Correlation.b2=N; ... (12 of them)
  inspect(_, scene) {
    const hops = withRole(scene, 'start', 'callback', 'app');
    if (hops.length === 0) return inapplicable;
    let hidden = false;
    for (const exchange of [...hops].reverse()) {
      if (readCookies(exchange.request.headers) === 'hidden') {
        hidden = true;
        continue;
      }
      const family = cookieFamilies(exchange).find(
        (f) =>
          f.name.endsWith('*') &&
          !isChunk(f.name) &&
          isLoginName(f.name) &&
          (f.count >= manyLeftovers || (f.count >= 3 && f.bytes > heavyBytes)),
      );
      if (!family) continue;
      const data = { family: family.name, count: family.count, bytes: family.bytes };
      return sizeExplains(exchange)
        ? fail('refused', [at(exchange, 'request.header.cookie')], { data })
        : fail('growing', [at(exchange, 'request.header.cookie')], { data });
    }
    return hidden ? inconclusive('header-hidden') : pass;
  },
});
