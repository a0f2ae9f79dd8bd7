/** The one place where a finding becomes words. */

import { findCheck } from '../checks/catalogue.ts';
import { messageOf } from '../checks/define.ts';
import type { Finding } from '../model/finding.ts';
import { checkWords } from '../words/checks.ts';
import { saidAs } from '../words/said.ts';
import { spokenTag } from '../words/speaking.ts';

export interface Explanation {
  readonly title: string;
  /** One sentence for the person who can not log in. */
  readonly plain: string;
  readonly text: string;
  readonly fix: string;
}

/** How a value may be shown; redaction hides the random part of names. */
export type Show = (key: string, value: string | number) => string;

const asIs: Show = (_, value) => (typeof value === 'number' ? value.toLocaleString(spokenTag(), { useGrouping: value >= 10_000 }) : value);

export function fill(template: string, data: Finding['data'], show: Show = asIs): string {
  return template.replace(/\{([a-zA-Z]+)\}/g, (whole, key: string) => {
    const value = data && Object.hasOwn(data, key) ? data[key] : undefined;
    return value === undefined ? whole : show(key, value);
  });
}

/** What a check looks for, as a title; its id where this version does not know it. */
export function titleOf(check: string): string {
  return checkWords()[check]?.title ?? findCheck(check)?.title ?? check;
}

export function explain(finding: Pick<Finding, 'check' | 'message' | 'data'>, show: Show = asIs): Explanation {
  const check = findCheck(finding.check);
  const message = check ? messageOf(check, finding.message) : null;
  if (!message) return { title: finding.check, plain: '', text: '', fix: '' };
  const words = check ? checkWords()[check.id] : undefined;
  const told: Show = (key, value) => {
    const said = words?.said?.[key];
    return said && typeof value === 'string' ? saidAs(said, show(key, value), spokenTag()) : show(key, value);
  };
  const say = (template: string) => fill(template, finding.data, told);
  const { title, plain, text, fix } = words?.messages[finding.message] ?? message;
  return { title: say(title), plain: say(plain), text: say(text), fix: say(fix) };
}
