/** A firewall that asks whether a person is there, in place of the page or answer that was asked for. */
import type { Exchange } from '../model/exchange.ts';
import type { Place } from '../model/place.ts';
import { headerValue } from '../read/headers.ts';
import { botChecks } from '../spec/page-words.ts';

export interface BotCheck {
  /** Who asks. */
  readonly who: string;
  /** What gives it away. */
  readonly place: Place;
}

/** Headers that say it themselves, by the documentation of those who send them. */
const marks: readonly (readonly [header: string, value: RegExp, who: string])[] = [
  ['cf-mitigated', /^challenge$/i, 'Cloudflare'],
  ['x-amzn-waf-action', /^(?:challenge|captcha)$/i, 'AWS WAF'],
  ['x-vercel-mitigated', /^challenge$/i, 'Vercel'],
];

/** AWS answers 202; the others refuse. An ordinary page may have a captcha of its own. */
const mayAsk = (status: number) => status === 202 || status === 403 || status === 405 || status === 428 || status === 429 || status === 503;

export function botCheckOf({ outcome }: Exchange): BotCheck | null {
  if (outcome.kind === 'pending' || outcome.kind === 'redirected') return null;
  for (const [name, value, who] of marks) {
    if (value.test(headerValue(outcome.headers, name) ?? '')) return { who, place: `response.header.${name}` };
  }
  if (outcome.kind !== 'answered' || !mayAsk(outcome.status) || !outcome.body.seen || outcome.body.value.kind !== 'text') return null;
  const { text } = outcome.body.value;
  const found = botChecks.find(({ pattern }) => pattern.test(text));
  return found ? { who: found.who, place: 'response.body' } : null;
}
