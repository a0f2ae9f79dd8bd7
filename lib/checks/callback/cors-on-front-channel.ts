import type { Exchange } from '../../model/exchange.ts';
import { withRole } from '../../observe/scene.ts';
import { header, headerValue } from '../../read/headers.ts';
import { hostOf, originOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const corsOnFrontChannel = defineCheck({
  id: 'cors-on-front-channel',
  category: 'callback',
  kind: 'weakness',
  tier: 'ext',
  title: 'Authorization or callback endpoint allows cross-origin reads',
  severity: 'warning',
  rank: 925,
  owner: 'provider',
  cites: [
    { spec: 'RFC9700', section: '2.6', level: 'MUST' },
    { spec: 'Fetch', section: 'cors' },
  ],
  needs: ['request', 'authorization'],
  messages: {
    authorize: {
      title: 'The authorization endpoint of {host} lets other sites’ scripts read its answers',
      plain: 'Scripts of other websites may read a page that is only meant for you to look at.',
      text: 'The authorization endpoint answered a navigation with `Access-Control-Allow-Origin` ({whom}). It is for navigations alone; scripts have no business there.',
      fix: 'Leave CORS to the token, userinfo and discovery endpoints and switch it off for the authorization endpoint.',
    },
    credentials: {
      title: '{host} lets scripts of {whom} read a page of the login as the signed-in user',
      plain: 'Scripts of other websites may read a page of your login as if they were you.',
      text: 'A page of the login at {host} came with `Access-Control-Allow-Origin` for {whom} and with `Access-Control-Allow-Credentials: true`. Scripts there can fetch it with the user’s cookies, and with it what stands in it: forms, tokens against forgery, answers.',
      fix: 'Switch CORS off for the pages and the callback of the login. A filter that sends back whatever Origin it was given has to become a list.',
    },
    everybody: {
      title: '{host} lets any sandboxed page read a page of the login as the signed-in user',
      plain: 'Any website may read a page of your login as if it were you.',
      text: 'A page of the login at {host} came with `Access-Control-Allow-Origin: null` and `Access-Control-Allow-Credentials: true`. Every site can make a sandboxed frame, and its origin is `null`.',
      fix: 'Never allow `null`. Switch CORS off for the pages and the callback of the login.',
      severity: 'error',
    },
  },
  // GET /authorize → 302, Access-Control-Allow-Origin: *
  inspect({ authorization }, scene) {
    let seen = false;
    let hidden = false;
    for (const page of withRole(scene, 'authorization-request', 'provider', 'callback')) {
      const { where, outcome, request } = page;
      // What a script calls, it may be allowed to read on purpose.
      if ((where.kind !== 'page' && where.kind !== 'frame') || (outcome.kind !== 'answered' && outcome.kind !== 'redirected')) continue;
      if (outcome.kind === 'redirected' && outcome.by !== 'server') continue;
      const allowed = header(outcome.headers, 'access-control-allow-origin');
      if (allowed.kind === 'hidden') hidden = true;
      else seen = true;
      if (allowed.kind !== 'present') continue;
      const value = allowed.value.trim();
      const own = originOf(request.url);
      if (value.toLowerCase() === own || value === '') continue;
      const asUser = headerValue(outcome.headers, 'access-control-allow-credentials')?.trim() === 'true' && value !== '*';
      const host = hostOf(request.url);
      const owner = isOfProvider(page, scene.flow.serverOrigins) ? 'provider' : 'app';
      const evidence = [at(page, 'response.header.access-control-allow-origin')] as const;
      if (asUser && value === 'null') return fail('everybody', evidence, { data: { host }, owner });
      const whom = value === '*' ? 'everybody' : (originOf(value) ?? 'one site');
      if (asUser) return fail('credentials', evidence, { data: { host, whom }, owner, confidence: 'likely' });
      if (page === authorization) return fail('authorize', evidence, { data: { host, whom } });
    }
    if (hidden) return inconclusive('header-hidden');
    return seen ? pass : inapplicable;
  },
});

const isOfProvider = ({ request }: Exchange, serverOrigins: readonly string[]) => serverOrigins.includes(originOf(request.url) ?? '');
