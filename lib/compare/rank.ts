/** Which differences stand where the failed side's headline finding points, and what comes first. */
import type { Evidence } from '../model/place.ts';
import type { Both, Difference, Setting, SideName, Subject } from './comparison.ts';
import type { Found } from './found.ts';
import type { Prepared } from './scene.ts';
import { stableName } from './stable.ts';

/** Settings that a finding is about by its nature; evidence can not point at them. */
const settingOf: Readonly<Record<string, Setting>> = { 'third-party-cookie-blocked': 'third-party-cookies' };

/** What a pointer is about, in the same words as `topicsOf`. */
function topicAt({ exchange, place }: Evidence): string[] {
  const match = /^(?:request|response)\.(?:location\.)?(query|fragment|form|cookie)\.(.+)$/.exec(place);
  if (match) {
    const [, part, name = ''] = match;
    return [`${part === 'cookie' ? 'cookie' : 'parameter'} ${stableName(name)}`];
  }
  switch (place) {
    case 'response.status':
    case 'response.body':
    case 'outcome.reason':
      return [`status@${exchange}`];
    case 'request.header.cookie':
      return [`cookies@${exchange}`];
    case 'request.url':
      return [`url@${exchange}`];
    case 'request.header.*':
      return [`cookies@${exchange}`, `url@${exchange}`];
    case 'timing':
      return [`time@${exchange}`];
    default:
      return [];
  }
}

function topicsOf({ subject, at, hops = [] }: Found, side: SideName): string[] {
  const here = at[side];
  switch (subject.kind) {
    case 'cookie-sent':
    case 'cookie-set':
    case 'cookie-attributes':
      return [`cookie ${subject.name}`];
    case 'parameter':
      return [`parameter ${subject.name}`];
    case 'state':
      return ['parameter state'];
    case 'hop':
      return here === null ? [] : hops.map((id) => `hop@${id}`);
    case 'status':
    case 'time':
      return here === null ? [] : [`${subject.kind}@${here}`];
    case 'size':
      return [`${subject.of}@${here}`];
    case 'setting':
      return [`setting ${subject.of}`];
    default:
      return [];
  }
}

/** Of the side's headline; empty where it has none. */
function headlineTopics(side: Prepared): ReadonlySet<string> {
  const { headline } = side;
  if (!headline) return new Set();
  const setting = Object.hasOwn(settingOf, headline.check) ? settingOf[headline.check] : undefined;
  return new Set([
    // A hop that only one side has explains something where the finding is about it before all.
    `hop@${headline.evidence[0].exchange}`,
    ...headline.evidence.flatMap(topicAt),
    ...(setting ? [`setting ${setting}`] : []),
  ]);
}

const kinds: readonly Subject['kind'][] = [
  'outcome',
  'finding',
  'hop',
  'status',
  'cookie-sent',
  'cookie-attributes',
  'cookie-set',
  'state',
  'parameter',
  'delivery',
  'size',
  'setting',
  'redirected-by',
  'time',
  'protocol',
];

/** Among those that explain, the exact ones first: a name says more than a status. */
const exact: readonly Subject['kind'][] = [
  'outcome',
  'cookie-sent',
  'state',
  'parameter',
  'size',
  'cookie-attributes',
  'cookie-set',
  'setting',
];

/** Behind what differs in the login itself. */
const behind = 100 + kinds.indexOf('size') * 10 + 5;

function rankOf({ subject, explains, a, b }: Difference, late: boolean): number {
  if (explains || subject.kind === 'outcome') {
    const index = exact.indexOf(subject.kind);
    return index < 0 ? exact.length + kinds.indexOf(subject.kind) : index;
  }
  // Who compares two apps or two providers should know it first.
  if (subject.kind === 'setting' && (subject.of === 'client' || subject.of === 'provider' || subject.of === 'kind')) return 99;
  // The provider's own word on how it ended (RFC 6749 section 4.1.2.1).
  if (subject.kind === 'parameter' && subject.of === 'response' && subject.name === 'error') return 99;
  if (late) return behind;
  const base = 100 + kinds.indexOf(subject.kind) * 10;
  if (subject.kind === 'finding') return subject.severity === 'info' ? behind : subject.severity === 'warning' ? base + 1 : base;
  // What only one side could see is the weaker difference.
  return a.kind === 'unseen' || b.kind === 'unseen' ? base + 5 : base;
}

/** Orders what has the same rank, whichever side is named first. */
function textOf({ subject }: Difference): string {
  return JSON.stringify(subject).replace(/~\d+/g, '');
}

export function rank(found: readonly Found[], sides: Both<Prepared>, alike: boolean): Difference[] {
  const topics = { a: headlineTopics(sides.a), b: headlineTopics(sides.b) };
  const ranked = found.map((one, index) => {
    const { subject, a, b, at } = one;
    const stands = (side: SideName) => topicsOf(one, side).some((topic) => topics[side].has(topic));
    const seen = a.kind !== 'unseen' && b.kind !== 'unseen';
    const difference: Difference = { subject, a, b, at, explains: !alike && seen && (stands('a') || stands('b')) };
    return { difference, index, rank: rankOf(difference, !alike && one.late === true), text: textOf(difference) };
  });
  // Hops stand in their order; the rest is ordered by what it says.
  return ranked
    .sort((x, y) => x.rank - y.rank || (x.text < y.text ? -1 : x.text > y.text ? 1 : x.index - y.index))
    .map(({ difference }) => difference);
}
