import type { Exchange } from '../../model/exchange.ts';
import type { Role } from '../../model/flow.ts';
import { circleOf } from '../../observe/circle.ts';
import { flowsWith } from '../../observe/tables.ts';
import { hostOf, originOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

const callbackRoles: ReadonlySet<Role> = new Set(['callback', 'callback-again']);

export const redirectLoop = defineCheck({
  id: 'redirect-loop',
  category: 'loop',
  kind: 'breakage',
  tier: 'std',
  title: 'Redirects never end',
  severity: 'error',
  rank: 148,
  owner: 'app',
  flows: ['login', 'silent', 'logout'],
  cites: [{ spec: 'RFC9110', section: '15.4' }],
  needs: [],
  messages: {
    circle: {
      title: 'The redirects go round in a circle',
      plain: 'Two pages keep sending the browser to each other, so it gave up.',
      text: 'After {count} redirects the browser stopped: the same address on {host} came up {times} times, and each visit led back to it.',
      fix: 'Find the hop whose cookie is set and does not come back, or two rules (http and https, with and without a slash) that undo each other.',
    },
    unending: {
      title: 'The redirects do not end',
      plain: 'The pages of this login kept sending the browser on until it gave up.',
      text: 'The browser stopped following redirects at {host}, after {count} that are in this capture.',
      fix: 'Find the hop whose cookie is set and does not come back, or two rules (http and https, with and without a slash) that undo each other.',
    },
  },
  // GET /a → 302 /b → 302 /a → 302 /b …  until net::ERR_TOO_MANY_REDIRECTS
  inspect(_, scene) {
    const hops = scene.steps.map((step) => step.exchange).filter((e) => e.where.kind !== 'fetch' && e.where.kind !== 'preflight');
    const last = hops.at(-1);
    if (!last) return inapplicable;
    const circle = circleOf(scene);
    if (!circle) return last.outcome.kind === 'pending' ? inconclusive('never-finished') : pass;
    const { tail, repeats, chain, redirects } = circle;
    // Whole logins in the circle: that is the business of login-loop.
    const isCallback = ({ id }: Exchange) =>
      flowsWith(scene.stage, id).some((flow) => flow.steps.some((s) => s.exchange === id && callbackRoles.has(s.role)));
    if (chain.filter(isCallback).length > 1) return inapplicable;
    const ends = at(tail, tail.outcome.kind === 'failed' ? 'outcome.reason' : 'response.header.location');
    const at0 = repeats.at(-1) ?? tail;
    const host = hostOf(at0.request.url);
    const owner = scene.flow.serverOrigins.includes(originOf(at0.request.url) ?? '') ? ('provider' as const) : ('app' as const);
    if (repeats.length === 0) return fail('unending', [ends], { data: { count: redirects, host }, owner });
    return fail('circle', [ends, ...repeats.slice(0, 2).map((hop) => at(hop, 'request.url'))], {
      data: { count: redirects, host, times: repeats.length },
      owner,
    });
  },
});
