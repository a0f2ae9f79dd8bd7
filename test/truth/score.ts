/** How often the verdict is right: recall by what is broken, right headlines, false alarms. */
import { findCheck } from '../../lib/checks/catalogue.ts';
import type { Judged } from './judge.ts';

export interface Rate {
  readonly right: number;
  readonly of: number;
}

export interface Family {
  /** Category of the fault. */
  readonly name: string;
  readonly captures: number;
  readonly recall: Rate;
  readonly headline: Rate;
}

export interface Confusion {
  readonly expected: string | null;
  readonly said: readonly string[];
  readonly captures: readonly string[];
}

/** A capture about which the engine was wrong, and how. */
export interface Miss {
  readonly name: string;
  readonly notFound: readonly string[];
  /** Present where the headline is wrong. */
  readonly headline?: { readonly expected: string | null; readonly said: readonly string[] };
  readonly unasked: readonly string[];
  readonly crashed: readonly string[];
}

export interface Target {
  readonly name: string;
  readonly wanted: string;
  readonly reached: string;
  readonly met: boolean;
}

export interface Score {
  readonly captures: number;
  readonly healthy: number;
  readonly families: readonly Family[];
  readonly recall: Rate;
  readonly headline: Rate;
  /** Healthy captures about which something above a remark was said. */
  readonly falseAlarms: number;
  /** Captures in which a check spoke that has nothing to say there. */
  readonly spokeOutOfTurn: number;
  readonly targets: readonly Target[];
  readonly confusions: readonly Confusion[];
  readonly misses: readonly Miss[];
}

const targets = { recall: 0.97, headline: 0.95 };

/** Nothing asked is nothing missed. */
export const share = ({ right, of }: Rate) => (of === 0 ? 1 : right / of);
/** Rounded down: 99.96 % is not all. */
export const percent = (rate: Rate) => `${(Math.floor(share(rate) * 1000) / 10).toFixed(1)} %`;

export function score(judged: readonly Judged[]): Score {
  const faults = judged.filter((one) => one.wanted.length > 0);
  const healthy = judged.filter((one) => one.label.healthy);
  const [recall, headline] = [recallOf(judged), headlineOf(judged)];
  const falseAlarms = healthy.filter((one) => one.unasked.length > 0).length;
  const spokeOutOfTurn = judged.filter((one) => !one.label.healthy && one.unasked.length > 0).length;
  const crashes = judged.filter((one) => one.crashed.length > 0).length;
  return {
    captures: judged.length,
    healthy: healthy.length,
    families: [...Map.groupBy(faults, familyOf)]
      .map(([name, list]) => ({ name, captures: list.length, recall: recallOf(list), headline: headlineOf(list) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    recall,
    headline,
    falseAlarms,
    spokeOutOfTurn,
    targets: [
      atLeast('recall', recall, targets.recall),
      atLeast('right headline', headline, targets.headline),
      none('false alarms on healthy captures', falseAlarms),
      none('checks that spoke out of turn', spokeOutOfTurn),
      none('crashes', crashes),
    ],
    confusions: confusionsOf(judged),
    misses: judged.flatMap(missOf),
  };
}

/** By the check it is mainly about. */
function familyOf({ wanted }: Judged): string {
  return findCheck(wanted[0] ?? '')?.category ?? 'unknown';
}

function recallOf(judged: readonly Judged[]): Rate {
  const of = judged.reduce((sum, one) => sum + one.wanted.length, 0);
  return { right: of - judged.reduce((sum, one) => sum + one.missed.length, 0), of };
}

/** Of what is broken: a healthy capture has no headline to be right about, its false alarms are counted apart. */
function headlineOf(judged: readonly Judged[]): Rate {
  const asked = judged.filter((one) => one.rightHeadline !== null && !one.label.healthy);
  return { right: asked.filter((one) => one.rightHeadline).length, of: asked.length };
}

const atLeast = (name: string, rate: Rate, wanted: number): Target => ({
  name,
  wanted: `at least ${wanted * 100} %`,
  reached: percent(rate),
  met: share(rate) >= wanted,
});

const none = (name: string, count: number): Target => ({ name, wanted: '0', reached: String(count), met: count === 0 });

function missOf({ name, label, said, missed, unasked, rightHeadline, crashed }: Judged): Miss[] {
  const wrong = rightHeadline === false;
  if (missed.length === 0 && unasked.length === 0 && crashed.length === 0 && !wrong) return [];
  return [{ name, notFound: missed, ...(wrong ? { headline: { expected: label.headline ?? null, said } } : {}), unasked, crashed }];
}

function confusionsOf(judged: readonly Judged[]): Confusion[] {
  const wrong = judged.filter((one) => one.rightHeadline === false);
  return [...Map.groupBy(wrong, (one) => `${one.label.headline ?? ''} ${one.said.join(' ')}`).values()]
    .flatMap(([first, ...rest]) =>
      first ? [{ expected: first.label.headline ?? null, said: first.said, captures: [first, ...rest].map((one) => one.name) }] : [],
    )
    .sort((a, b) => b.captures.length - a.captures.length);
}
