/** The few words that stand on a hop without opening it. Pure. */
import type { Exchange } from '../model/exchange.ts';
import type { JudgedFlow } from '../model/finding.ts';
import type { Role } from '../model/flow.ts';
import type { Language } from '../model/settings.ts';
import { headerValue } from '../read/headers.ts';
import { bytesOf } from '../read/size.ts';
import { withoutFragment } from '../read/url.ts';
import { exchange as exchangeWords } from '../words/en/exchange.ts';
import { spokenLanguage } from '../words/speaking.ts';

export type ChipTone = 'good' | 'bad' | 'plain';

export interface Chip {
  readonly text: string;
  readonly tone: ChipTone;
}

/** From here on sizes begin to matter: half of the smallest usual server limit. */
const largeCookieBytes = 4_096;
const largeUrlBytes = 2_048;

const broken = (judged: JudgedFlow, check: string) => judged.findings.some((f) => f.check === check && f.role !== 'hygiene');
const passed = (judged: JudgedFlow, check: string) => judged.results.some((r) => r.check === check && r.verdict.kind === 'pass');

function requestChips(judged: JudgedFlow, exchange: Exchange): Chip[] {
  const { request } = judged.flow;
  if (request?.exchange !== exchange.id) return [];
  const chips: Chip[] = [];
  const words = exchangeWords().chips;
  if (request.state) chips.push({ text: 'state', tone: 'plain' });
  if (request.nonce) chips.push({ text: 'nonce', tone: 'plain' });
  if (request.codeChallenge) chips.push({ text: 'PKCE', tone: 'plain' });
  if (request.hidden) chips.push({ text: words.sealed, tone: 'plain' });
  if (request.prompts.includes('none')) chips.push({ text: 'prompt=none', tone: 'plain' });
  if (broken(judged, 'redirect-uri-rejected')) chips.push({ text: words.redirectRefused, tone: 'bad' });
  return chips;
}

function answerChips(judged: JudgedFlow): Chip[] {
  const chips: Chip[] = [];
  const words = exchangeWords().chips;
  const names = new Set(judged.flow.response?.parameters.map((p) => p.name));
  if (names.has('error')) chips.push({ text: 'error', tone: judged.outcome === 'failed' ? 'bad' : 'plain' });
  for (const name of ['code', 'id_token', 'access_token']) if (names.has(name)) chips.push({ text: name, tone: 'plain' });
  if (broken(judged, 'state-mismatch')) chips.push({ text: words.stateDiffers, tone: 'bad' });
  else if (broken(judged, 'state-mangled')) chips.push({ text: words.stateDamaged, tone: 'bad' });
  else if (broken(judged, 'state-not-returned')) chips.push({ text: words.stateMissing, tone: 'bad' });
  else if (passed(judged, 'state-mismatch')) chips.push({ text: words.stateMatches, tone: 'good' });
  if (broken(judged, 'transaction-cookie-lost')) chips.push({ text: words.cookieLost, tone: 'bad' });
  else if (passed(judged, 'transaction-cookie-lost')) chips.push({ text: words.cookieSent, tone: 'good' });
  return chips;
}

function sizeChips(exchange: Exchange): Chip[] {
  const chips: Chip[] = [];
  const words = exchangeWords().chips;
  const cookies = bytesOf(headerValue(exchange.request.headers, 'cookie') ?? '');
  const address = bytesOf(withoutFragment(exchange.request.url));
  if (cookies >= largeCookieBytes) chips.push({ text: words.cookies(words.kilobytes(cookies / 1024)), tone: 'plain' });
  if (address >= largeUrlBytes) chips.push({ text: words.address(words.kilobytes(address / 1024)), tone: 'plain' });
  return chips;
}

/** The browser went elsewhere before the answer came: nobody's fault. */
export function wasLeft({ outcome }: Exchange): boolean {
  return outcome.kind === 'failed' && /ERR_ABORTED|NS_BINDING_ABORTED|NS_ERROR_ABORT\b/.test(outcome.reason);
}

function circumstances(exchange: Exchange): Chip[] {
  const chips: Chip[] = [];
  const words = exchangeWords().chips;
  const { outcome, where } = exchange;
  if (outcome.kind === 'failed')
    chips.push(wasLeft(exchange) ? { text: words.left, tone: 'plain' } : { text: outcome.reason, tone: 'bad' });
  if (outcome.kind === 'redirected') {
    if (outcome.by === 'browser') chips.push({ text: words.toHttps, tone: 'plain' });
    if (outcome.by === 'extension') chips.push({ text: words.byExtension, tone: 'plain' });
    if (outcome.by === 'service-worker') chips.push({ text: words.byWorker, tone: 'plain' });
  }
  if (where.kind === 'frame') chips.push({ text: words.inFrame, tone: 'plain' });
  if (where.kind === 'fetch') chips.push({ text: words.byScript, tone: 'plain' });
  if (exchange.fromCache) chips.push({ text: words.cached, tone: 'plain' });
  if (exchange.speculative) chips.push({ text: words.ahead[exchange.speculative], tone: 'plain' });
  return chips;
}

/** Of an exchange by itself, whatever is said about the login. Exchanges never change, and lists of them grow long. */
const own = new WeakMap<Exchange, { readonly language: Language; readonly chips: readonly Chip[] }>();

function ownChips(exchange: Exchange): readonly Chip[] {
  const language = spokenLanguage();
  const known = own.get(exchange);
  if (known?.language === language) return known.chips;
  const chips = [...sizeChips(exchange), ...circumstances(exchange)];
  own.set(exchange, { language, chips });
  return chips;
}

export function chipsOf(judged: JudgedFlow, exchange: Exchange, role: Role): readonly Chip[] {
  if (role === 'authorization-request') return [...requestChips(judged, exchange), ...ownChips(exchange)];
  return role === 'callback' ? [...answerChips(judged), ...ownChips(exchange)] : ownChips(exchange);
}
