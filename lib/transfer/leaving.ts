/** What the preview says before anything leaves: counted by kind, in words for the person whose login it was. */
import type { Exchange } from '../model/exchange.ts';
import type { Recording } from '../model/recording.ts';
import { jsonOf } from '../read/body.ts';
import { readCookies, readSetCookies } from '../read/cookies.ts';
import { addressOf } from '../read/url.ts';
import { type HiddenCounts, type HiddenKind, hiddenKinds } from '../redact/file/kinds.ts';
import { zoneWords } from './ticket.ts';

export interface LeavingLine {
  readonly count: number;
  /** `12 cookie values replaced`. */
  readonly text: string;
  /** What was counted, where it can be told by name. */
  readonly names: readonly string[];
}

export interface LeavingSummary {
  readonly stays: readonly LeavingLine[];
  readonly replaced: readonly LeavingLine[];
  /** The last line of the preview. */
  readonly proof: string;
}

const kinds: Readonly<Record<HiddenKind, readonly [one: string, many: string]>> = {
  credential: ['password or key', 'passwords and keys'],
  token: ['token', 'tokens'],
  'one-time': ['one-time code', 'one-time codes'],
  cookie: ['cookie value', 'cookie values'],
  person: ['name or e-mail address of a person', 'names and e-mail addresses of people'],
  id: ['identifier in an address or a name', 'identifiers in addresses and names'],
  value: ['other value', 'other values'],
};

/** `hidden`: what was replaced on the way to the file that the preview is about. */
export function summaryOfLeaving({ capture, story, second }: Recording, hidden: HiddenCounts): LeavingSummary {
  const exchanges = [...capture.exchanges, ...(second?.capture.exchanges ?? [])];
  const hosts = [...new Set(exchanges.flatMap(({ request }) => addressOf(request.url)?.host ?? []))];
  const cookies = [...new Set(exchanges.flatMap(cookieNames))];
  const dropped = exchanges.flatMap(bodiesOf).filter((body) => body.seen && body.value.kind === 'text' && jsonOf(body) === null).length;
  const words = story ? [story.site, story.goal, story.did, story.saw].filter((text): text is string => text !== null && text !== '') : [];
  const { product } = capture.source;
  const { platform, zoneOffsetMinutes } = capture.machine;
  const total = hiddenKinds.reduce((sum, kind) => sum + hidden[kind], 0);
  return {
    stays: lines([
      counted(exchanges.length, 'request', 'requests'),
      counted(hosts.length, 'site', 'sites', hosts),
      counted(cookies.length, 'cookie name, without its value', 'cookie names, without their values'),
      { count: words.length, text: 'Your own words', names: words },
      named('The browser', product && [product.name, product.version ?? ''].join(' ').trim()),
      named('The system it runs on', platform),
      named('The time zone', zoneOffsetMinutes === null ? null : zoneWords(zoneOffsetMinutes)),
    ]),
    replaced: lines([
      ...hiddenKinds.map((kind) => counted(hidden[kind], `${kinds[kind][0]} replaced`, `${kinds[kind][1]} replaced`)),
      counted(dropped, 'page text left out', 'page texts left out'),
    ]),
    proof: `0 of ${total} ${total === 1 ? 'secret' : 'secrets'} found in this file`,
  };
}

function counted(count: number, one: string, many: string, names: readonly string[] = []): LeavingLine {
  return { count, text: `${count} ${count === 1 ? one : many}`, names };
}

function named(label: string, value: string | null): LeavingLine {
  return { count: value ? 1 : 0, text: value ? `${label}: ${value}` : label, names: [] };
}

const lines = (all: readonly LeavingLine[]) => all.filter(({ count }) => count > 0);

function bodiesOf({ request, outcome }: Exchange) {
  return outcome.kind === 'answered' || outcome.kind === 'redirected' ? [request.body, outcome.body] : [request.body];
}

function cookieNames({ request, outcome, startedAt }: Exchange): string[] {
  const sent = readCookies(request.headers);
  const set = outcome.kind === 'pending' ? 'hidden' : readSetCookies(outcome.headers, startedAt);
  return [sent, set].flatMap((list) => (list === 'hidden' ? [] : list.map(({ name }) => name)));
}
