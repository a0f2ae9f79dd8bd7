/** Closed lists in the words of a reader: shared by the text and Markdown reports and the views. */
import type { SourceKind } from '../model/capture.ts';
import type { Gap } from '../model/exchange.ts';
import type { Owner } from '../model/finding.ts';
import type { FlowKind, Grant, Outcome, Role } from '../model/flow.ts';
import type { Again } from '../model/recording.ts';
import { explain as words } from '../words/en/explain.ts';

export const roleWords = (role: Role): string => words().roles[role];
export const ownerWords = (owner: Owner): string => words().owners[owner];
export const outcomeWords = (outcome: Outcome): string => words().outcomes[outcome];
export const kindWords = (kind: FlowKind): string => words().kinds[kind];
/** How the second attempt differed. */
export const againWords = (again: Again): string => words().agains[again];
export const gapWords = (gap: Gap): string => words().gaps[gap];

/** Program that wrote a recording; an address was written by nobody. */
export function sourceWords(kind: SourceKind, creator: string | null): string {
  return creator ?? (kind === 'link' ? words().fromLink : words().fromUnknown);
}

export function flowTitle(kind: FlowKind, grant: Grant): string {
  const how = words().grants[grant];
  return kind === 'setup' || kind === 'logout' || kind === 'device' || how === '' ? kindWords(kind) : `${kindWords(kind)}, ${how}`;
}

/** `UTC+05:30`. A plain hyphen before the hours, so that a ticket can be searched for it. */
export function zoneWords(offsetMinutes: number): string {
  const minutes = Math.abs(offsetMinutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `UTC${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
