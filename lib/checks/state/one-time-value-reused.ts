import type { Problem } from '../../model/finding.ts';
import type { Flow, Parameter } from '../../model/flow.ts';
import { brokeAfterAnswer } from '../../observe/run.ts';
import { clientKey, exchangeOf, type Scene, withRole } from '../../observe/scene.ts';
import { staged } from '../../observe/tables.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { defineCheck } from '../define.ts';
import { at, atParameter, inapplicable, inconclusive, problem, verdictOf } from '../verdict.ts';

/** Two requests closer than this are one double click. */
const apartMs = 1_000;

const values = (flow: Flow): readonly (readonly [name: string, parameter: Parameter | null])[] => [
  ['state', flow.request?.state ?? null],
  ['nonce', flow.request?.nonce ?? null],
  ['code_challenge', flow.request?.codeChallenge ?? null],
];

const keyOf = (flow: Flow, name: string, { value }: Parameter) => JSON.stringify([clientKey(flow), name, value]);

/** Logins of one client by the values of their requests, oldest first. */
const usersOf = staged(({ flows }) => {
  const users = new Map<string, Flow[]>();
  for (const flow of flows.filter(({ request }) => request))
    for (const [name, parameter] of values(flow)) {
      if (!parameter) continue;
      const key = keyOf(flow, name, parameter);
      const known = users.get(key);
      if (known) known.push(flow);
      else users.set(key, [flow]);
    }
  return users;
});

export const oneTimeValueReused = defineCheck({
  id: 'one-time-value-reused',
  category: 'state',
  kind: 'breakage',
  tier: 'std',
  title: 'One-time value used for more than one login',
  severity: 'warning',
  rank: 94,
  owner: 'app',
  cites: [
    { spec: 'RFC9700', section: '2.1.1', level: 'MUST' },
    { spec: 'RFC9111', section: '5.2.2.5' },
  ],
  needs: ['request', 'authorization'],
  messages: {
    reused: {
      title: 'The same {name} was used for another login',
      plain: 'The app uses the same “one-time” number for several logins, which takes away its protection.',
      text: '`{name}` has the same value in {count} separate authorization requests of this app.',
      fix: 'Create a new value for every attempt and delete it after use.',
    },
    cached: {
      title: 'The browser repeated an old login redirect from its cache',
      plain: 'Your browser repeated an old login link from its cache, so the app received a ticket number that is no longer valid.',
      text: 'The redirect that started this login came from the browser’s cache. Its `{name}` had already been used by an earlier login.',
      fix: 'Answer every login redirect with `Cache-Control: no-store` and never with 301 or 308.',
      severity: 'error',
    },
    'stale-link': {
      title: 'A login link from an older page was used again',
      plain: 'The login was started from a page that still held an old link.',
      text: 'The same authorization URL, with the same `{name}`, was opened again without the app making a new one.',
      fix: 'Make the link when it is clicked, not when the page is built.',
      severity: 'info',
    },
  },
  // GET /authorize?state=same → ... then another GET /authorize?state=same&nonce=other
  inspect({ request, authorization }, scene) {
    const own = values(scene.flow).filter((v): v is readonly [string, Parameter] => v[1] !== null);
    if (own.length === 0) return request.hidden ? inconclusive(request.hidden) : inapplicable;
    const problems: Problem<'reused' | 'cached' | 'stale-link'>[] = [];
    for (const [name, parameter] of own) {
      if (isPlaceholder(parameter.value)) continue;
      const earlier = (usersOf(scene.stage).get(keyOf(scene.flow, name, parameter)) ?? []).filter(
        (other) =>
          other !== scene.flow &&
          (exchangeOf(scene, other.request?.exchange)?.startedAt ?? Number.POSITIVE_INFINITY) < authorization.startedAt - apartMs,
      );
      const first = earlier[0] && exchangeOf(scene, earlier[0].request?.exchange);
      if (!first) continue;
      const evidence = [atParameter(parameter), at(first, parameter.place)] as const;
      const data = { name, count: earlier.length + 1 };
      if (cachedStart(scene)) problems.push(problem('cached', evidence, { data, severity: brokeAfterAnswer(scene) ? 'error' : 'warning' }));
      else if (withRole(scene, 'start').every((e) => e.outcome.kind !== 'redirected') && first.request.url === authorization.request.url)
        problems.push(problem('stale-link', evidence, { data }));
      else problems.push(problem('reused', evidence, { data }));
    }
    if (problems.length === 0 && own.some(([, p]) => isPlaceholder(p.value))) return inconclusive('redacted-input');
    return verdictOf(problems.slice(0, 1));
  },
});

function cachedStart(scene: Scene): boolean {
  return withRole(scene, 'start').some((e) => e.fromCache && e.outcome.kind === 'redirected');
}
