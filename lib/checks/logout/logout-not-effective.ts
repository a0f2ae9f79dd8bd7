import type { Exchange } from '../../model/exchange.ts';
import type { Flow } from '../../model/flow.ts';
import { answerError } from '../../observe/answer.ts';
import { cameAtOnce } from '../../observe/at-once.ts';
import { setCookiesOf } from '../../observe/cookies.ts';
import { logoutOf } from '../../observe/logout.ts';
import { isClientHost, type Scene, setScene, withRole } from '../../observe/scene.ts';
import { leftBefore, logoutFlows } from '../../observe/tables.ts';
import { isLoginName } from '../../read/cookies.ts';
import { sameSite } from '../../read/site.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

/** Whoever comes back later may have signed in elsewhere in the meantime. */
const soonMs = 60_000;

export const logoutNotEffective = defineCheck({
  id: 'logout-not-effective',
  category: 'logout',
  kind: 'weakness',
  tier: 'ext',
  title: 'Signed in again right after a logout, without being asked',
  severity: 'warning',
  rank: 928,
  owner: 'provider',
  cites: [
    { spec: 'OIDCLogout', section: '2' },
    { spec: 'OIDCCore', section: '3.1.2.1' },
  ],
  needs: ['request', 'authorization', 'response'],
  messages: {
    survived: {
      title: 'The provider’s session survived the logout',
      plain: 'You signed out, and {seconds} s later you were signed in again without being asked for a password.',
      text: 'The logout request to the provider was taken. {seconds} s after it, a login of the same app was answered by redirects alone: the provider still knew the user. On a shared computer, the next person gets in.{asked}',
      fix: 'End the provider’s own session at its `end_session_endpoint`, not only its record of this app. Until then, `prompt=login` makes it ask again.',
    },
    upstream: {
      title: 'The logout ended one session, and another provider behind it signed the user in again',
      plain: 'You signed out, and were signed in again without being asked, because another service you use still knows you.',
      text: 'The logout request to the provider was taken. {seconds} s after it, a login was answered by redirects alone, by way of another sign-in service, where the session goes on. That may be meant: it serves other apps as well.',
      fix: 'If leaving should mean leaving everywhere, let the provider pass the logout on to the service behind it, or ask it with `prompt=login`.',
      severity: 'info',
      kind: 'remark',
    },
    local: {
      title: 'The logout ended the app’s own session only',
      plain: 'You signed out of the app, but not of the sign-in service, so the app let you in again without asking.',
      text: 'The app’s logout ended its own session and sent no request to the provider. {seconds} s after it, a login was answered by redirects alone, as single sign-on has it. That may be meant: other apps go on working.',
      fix: 'If leaving should mean leaving, send the user to the provider’s `end_session_endpoint`, or begin the next login with `prompt=login`.',
      severity: 'info',
      kind: 'remark',
      owner: 'app',
    },
  },
  // logout → back to the app; then GET /authorize  → 302 /cb?code=c, no page in between
  inspect({ request, authorization, response }, scene) {
    if (answerError(scene) || scene.flow.parent !== null) return inapplicable;
    const before = atProvider(scene, authorization);
    const local = before === null ? byApp(scene, authorization) : null;
    if (before === null && local === null) return inapplicable;
    if (!cameAtOnce(scene)) return pass;
    const evidence = (ended: Exchange) =>
      [at(response.exchange, 'response.status'), at(request.exchange, 'request.url'), at(ended, 'request.url')] as const;
    if (before) {
      const data = { seconds: Math.max(1, Math.round((authorization.startedAt - before.flow.endedAt) / 1000)) };
      const inner = withRole(scene, 'nested', 'foreign').length > 0;
      if (inner) return fail('upstream', evidence(before.ended), { data, confidence: 'likely' });
      const asked = before.asked ? ' (Unless the user chose to stay signed in when the provider asked.)' : '';
      return fail('survived', evidence(before.ended), { data: { ...data, asked }, confidence: before.asked ? 'possible' : 'likely' });
    }
    if (local === null) return inapplicable;
    if (local.ends === 'hidden') return inconclusive('header-hidden');
    const seconds = Math.max(1, Math.round((authorization.startedAt - local.exchange.startedAt) / 1000));
    return fail('local', evidence(local.exchange), { data: { seconds }, confidence: 'likely' });
  },
});

const placeOf = ({ where }: Exchange) => `${where.container ?? ''} ${where.incognito}`;

/** The last logout at this provider shortly before, where the provider took it. */
function atProvider(scene: Scene, asked: Exchange): { readonly flow: Flow; readonly ended: Exchange; readonly asked: boolean } | null {
  const { flow, stage } = scene;
  const logout = logoutFlows(stage).findLast(
    (other) =>
      other.endedAt <= asked.startedAt &&
      asked.startedAt - other.endedAt <= soonMs &&
      other.parties.provider !== null &&
      flow.serverOrigins.includes(other.parties.provider) &&
      sameSite(other.parties.client, flow.parties.client),
  );
  if (!logout) return null;
  const that = setScene(stage, logout);
  const told = logoutOf(that);
  if (!told || placeOf(told.request) !== placeOf(asked)) return null;
  const took = told.end.kind === 'returned' || (told.end.kind === 'page' && told.end.ended);
  const question = withRole(that, 'provider').some((e) => e.request.method === 'POST');
  return took ? { flow: logout, ended: told.request, asked: question } : null;
}

/** The app's own logout shortly before, where it deletes its cookie and leads to no provider. */
function byApp(scene: Scene, asked: Exchange): { readonly exchange: Exchange; readonly ends: 'yes' | 'hidden' } | null {
  for (const exchange of leftBefore(scene.stage, asked)) {
    if (asked.startedAt - exchange.startedAt > soonMs) return null;
    if (!isClientHost(scene, exchange.request.url) || placeOf(exchange) !== placeOf(asked) || !wasTaken(exchange)) continue;
    const lines = setCookiesOf(exchange);
    if (lines === 'hidden') return { exchange, ends: 'hidden' };
    if (lines.some((line) => line.deletes && isLoginName(line.name))) return { exchange, ends: 'yes' };
  }
  return null;
}

function wasTaken({ outcome }: Exchange): boolean {
  return outcome.kind === 'redirected' || (outcome.kind === 'answered' && outcome.status < 400);
}
