import type { Owner } from '../../model/finding.ts';
import { type Clock, clocks } from '../../observe/clocks.ts';
import { issuedJwts } from '../../observe/id-tokens.ts';
import { brokeAfterAnswer } from '../../observe/run.ts';
import { exchangeOf, type Scene } from '../../observe/scene.ts';
import { header } from '../../read/headers.ts';
import { sameSite } from '../../read/site.ts';
import { hostOf, originOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { timeProblem } from '../nonce/times.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

/** Less than this is nobody's fault. */
const noticedMs = 60_000;
/** The most that clients allow for. */
const toleratedMs = 300_000;

export const clockSkew = defineCheck({
  id: 'clock-skew',
  category: 'transport',
  kind: 'breakage',
  tier: 'ext',
  title: 'Clocks disagree',
  severity: 'warning',
  rank: 119,
  owner: 'app',
  cites: [
    { spec: 'OIDCCore', section: '3.1.3.7' },
    { spec: 'RFC9110', section: '6.6.1' },
  ],
  needs: ['response'],
  messages: {
    servers: {
      title: 'The clocks of {app} and {provider} are {span} apart',
      plain: 'The website and its sign-in provider do not agree on what time it is, so proofs of a login look expired or not valid yet.',
      text: 'By the `Date` headers of {count} answers, the clock of {app} is {span} {way} that of {provider}. ID tokens, codes and cookies of a login are good for minutes: to the app they look {looks}. By the clock of this recording, {suspect} is the one that is off.',
      fix: 'Set the clock of {suspect} by NTP, and check its time zone: a clock that is off by whole hours mostly shows local time as UTC. A tolerance of one to five minutes in the app is usual and no cure for more.',
    },
    computer: {
      title: 'The clock of this computer is {span} {way}',
      plain: 'The clock of this computer is wrong by {span}. Proofs of a login look expired or not valid yet to it.',
      text: 'By the `Date` headers of {count} answers from {hosts}, which agree, the clock of the computer that made this recording is {span} {way}. Pages that check tokens themselves take fresh ones for {looks}, and cookies with a date as their end live too short or too long.',
      fix: 'Let the computer set its clock by itself, and check its time zone.',
      owner: 'user',
    },
  },
  // POST https://idp/signin → Date: 12:00:00, https://app/cb → Date: 12:11:00
  inspect({ response }, scene) {
    // The token itself shows it: id-token-invalid says whose clock it is.
    if (issuedJwts(scene).some((token) => token.jwt.kind === 'signed' && timeProblem(scene, token, token.jwt.claims))) return inapplicable;
    if (scene.stage.capture.gaps.includes('times-missing')) return inconclusive('times-missing');
    const all = clocks(scene);
    const here = (origin: string | null) => all.find((clock) => clock.origin === origin) ?? null;
    const app = here(originOf(exchangeOf(scene, response.callback)?.request.url ?? '')) ?? here(scene.flow.parties.client);
    const provider = here(scene.flow.parties.provider);
    const broke = brokeAfterAnswer(scene);
    if (app && provider && app !== provider) {
      const apart = between(app, provider);
      if (Math.abs(apart) > noticedMs) {
        const suspect = Math.abs(middle(app)) > Math.abs(middle(provider)) ? app : provider;
        return fail('servers', [at(app.answers[0], 'response.header.date'), at(provider.answers[0], 'response.header.date')], {
          data: {
            app: hostOf(app.origin),
            provider: hostOf(provider.origin),
            span: spanOf(Math.abs(apart)),
            way: apart > 0 ? 'ahead of' : 'behind',
            looks: apart > 0 ? 'expired' : 'not valid yet',
            count: app.answers.length + provider.answers.length,
            suspect: hostOf(suspect.origin),
          },
          owner: suspect === app ? 'app' : 'provider',
          ...graver(broke && Math.abs(apart) > toleratedMs),
        });
      }
    }
    // Two servers of different sites that agree: then it is the clock they are measured by.
    const sites = all.filter((clock, index) => all.findIndex((other) => sameSite(other.origin, clock.origin)) === index);
    const [first, second] = sites;
    if (!first || !second) return all.length > 0 ? pass : unseen(scene);
    if (sites.some((one) => sites.some((other) => Math.abs(between(one, other)) > noticedMs))) return pass;
    const off = sites.map(distance).reduce((a, b) => (Math.abs(a) < Math.abs(b) ? a : b));
    if (Math.abs(off) <= noticedMs || sites.some((one) => Math.sign(distance(one)) !== Math.sign(off))) return pass;
    if (looksLikeZone(scene, off)) return inconclusive('times-missing');
    const inPage = response.in === 'fragment' || scene.flow.tokens.some((t) => exchangeOf(scene, t.exchange)?.where.kind === 'fetch');
    return fail('computer', [at(first.answers[0], 'response.header.date'), at(second.answers[0], 'response.header.date')], {
      data: {
        span: spanOf(Math.abs(off)),
        way: off > 0 ? 'behind' : 'ahead',
        looks: off > 0 ? 'not valid yet' : 'expired',
        hosts: `${hostOf(first.origin)} and ${hostOf(second.origin)}`,
        count: sites.reduce((sum, { answers }) => sum + answers.length, 0),
      },
      owner: 'user' satisfies Owner,
      ...graver(broke && inPage && Math.abs(off) > toleratedMs),
    });
  },
});

const graver = (isCause: boolean) => ({ confidence: 'likely' as const, ...(isCause ? { severity: 'error' as const } : {}) });

const middle = ({ low, high }: Clock) => (low + high) / 2;

/** What is certain of an offset between two bounds: the one nearer to zero, or nothing. */
const certain = (low: number, high: number) => (low > 0 ? low : Math.min(high, 0));

/** Milliseconds that a server is ahead of the recorder. */
const distance = ({ low, high }: Clock) => certain(low, high);

/** Milliseconds that one server is ahead of the other. */
const between = (one: Clock, other: Clock) => certain(one.low - other.high, one.high - other.low);

/** Some recorders write local time and call it UTC: that is no clock of anybody. */
function looksLikeZone({ stage }: Scene, off: number): boolean {
  const quarterMs = 15 * 60_000;
  const rest = Math.abs(off) % quarterMs;
  return stage.capture.source.kind !== 'live' && Math.abs(off) > quarterMs && Math.min(rest, quarterMs - rest) < 30_000;
}

function unseen({ steps }: Scene) {
  const hidden = steps.some(
    ({ exchange: { outcome } }) =>
      (outcome.kind === 'answered' || outcome.kind === 'redirected') && header(outcome.headers, 'date').kind === 'hidden',
  );
  return hidden ? inconclusive('header-hidden') : inapplicable;
}

function spanOf(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  return minutes < 120 ? `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}` : `${Math.round(ms / 3_600_000)} hours`;
}
