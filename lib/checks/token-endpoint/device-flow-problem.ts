import { readError } from '../../observe/answer.ts';
import { type Scene, withRole } from '../../observe/scene.ts';
import { sentAt, type TokenCall, tokenCalls } from '../../observe/token-calls.ts';
import { jsonOf } from '../../read/body.ts';
import { member, number } from '../../read/loose.ts';
import { valueFor } from '../../read/parameters.ts';
import { deviceGrant } from '../../spec/vocabulary.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const deviceFlowProblem = defineCheck({
  id: 'device-flow-problem',
  category: 'token-endpoint',
  kind: 'breakage',
  tier: 'ext',
  title: 'Device login: asked too often, or declined',
  severity: 'warning',
  rank: 133,
  owner: 'app',
  flows: ['device'],
  cites: [
    { spec: 'RFC8628', section: '3.2' },
    { spec: 'RFC8628', section: '3.5', level: 'MUST' },
  ],
  needs: ['tokens'],
  messages: {
    declined: {
      title: 'The user declined on the other device',
      plain: 'The sign-in was declined on the other device.',
      text: 'The token endpoint answered `access_denied` to the poll: the user, or a rule, said no.',
      fix: 'Offer a way to try again.',
      severity: 'info',
      kind: 'remark',
      owner: 'user',
    },
    ignored: {
      title: 'The device does not slow down when it is told to',
      plain: 'The device asks the provider too often whether the sign-in is done.',
      text: 'After `slow_down` the next poll came {gap} s later. The interval before was {interval} s, and five more have to be added.',
      fix: 'Add five seconds to the interval with every `slow_down`, and keep it.',
    },
    hurried: {
      title: 'The device polls faster than it may',
      plain: 'The device asks the provider too often whether the sign-in is done.',
      text: '{count} polls came sooner than the interval of {interval} s that the provider gave; the quickest after {gap} s.',
      fix: 'Wait `interval` seconds between polls, five where the provider names none.',
    },
  },
  // POST /token device_code=d  → 400 {"error":"slow_down"}, and the next poll as soon as before
  inspect(_, scene) {
    const polls = tokenCalls(scene).filter((call) => call.grantType === deviceGrant && call.status !== null);
    const last = polls.at(-1);
    if (!last) return inapplicable;
    if (last.error && readError(last.error.code, last.error.description).meaning.kind === 'user')
      return fail('declined', [at(last.exchange, last.error.place)]);
    return tooFast(scene, polls) ?? (polls.some((p) => p.status === 400 && p.error === null) ? inconclusive('body-not-exposed') : pass);
  },
});

function sameCode(one: TokenCall, other: TokenCall): boolean {
  return valueFor(one.sent, 'device_code') === valueFor(other.sent, 'device_code');
}

/** Clocks and timers are not exact. */
const toleranceMs = 1_000;
const addedMs = 5_000;

function tooFast(scene: Scene, polls: readonly TokenCall[]) {
  const given = intervalMs(scene);
  if (given === null) return null;
  let interval = given;
  const early: { readonly poll: TokenCall; readonly gapMs: number }[] = [];
  for (const [i, poll] of polls.entries()) {
    const before = polls[i - 1];
    if (!before || !sameCode(before, poll)) {
      interval = given;
      continue;
    }
    const gapMs = poll.exchange.startedAt - before.exchange.startedAt;
    const gap = Math.round(gapMs / 100) / 10;
    if (before.error?.code === 'slow_down') {
      if (gapMs < interval + addedMs - toleranceMs)
        return fail('ignored', [at(before.exchange, before.error.place), at(poll.exchange, sentAt(poll, 'device_code'))], {
          data: { gap, interval: interval / 1000 },
        });
      interval += addedMs;
    } else if (before.error?.code === 'authorization_pending' && gapMs < interval - toleranceMs) early.push({ poll, gapMs });
  }
  const [first, second] = early;
  if (!first || !second) return null;
  const quickest = Math.min(...early.map((e) => e.gapMs));
  return fail(
    'hurried',
    [at(first.poll.exchange, sentAt(first.poll, 'device_code')), at(second.poll.exchange, sentAt(second.poll, 'device_code'))],
    {
      data: { count: early.length, interval: given / 1000, gap: Math.round(quickest / 100) / 10 },
    },
  );
}

/** Null where the answer that names it is not in the capture. RFC 8628 section 3.2: five seconds when it names none. */
function intervalMs(scene: Scene): number | null {
  const outcome = withRole(scene, 'device-authorization').at(-1)?.outcome;
  const answer = outcome?.kind === 'answered' ? jsonOf(outcome.body) : null;
  return answer === null ? null : (number(member(answer, 'interval')) ?? 5) * 1000;
}
