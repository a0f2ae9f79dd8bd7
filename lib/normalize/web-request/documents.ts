/** Joining webNavigation with webRequest: which commit or page text belongs to which hop. */
import type { CommitEvent, PageEvent } from '../../model/event.ts';
import { firstFrom } from '../../read/sorted.ts';
import { withoutFragment } from '../../read/url.ts';
import type { Draft } from './hops.ts';

type DocumentEvent = CommitEvent | PageEvent;

const documentKey = (tab: number, frame: number, url: string) => `${tab}.${frame}:${withoutFragment(url)}`;

export function groupDocuments<T extends DocumentEvent>(events: readonly T[]): Map<string, T[]> {
  return Map.groupBy(
    [...events].sort((a, b) => a.at - b.at),
    (event) => documentKey(event.tab, event.frame, event.url),
  );
}

/** The first commit (or page text) of that tab, frame and URL which is not older than the hop. Each belongs to one hop. */
export function take<T extends DocumentEvent>(groups: Map<string, T[]>, draft: Draft): T | null {
  const group = groups.get(documentKey(draft.begin.tab, draft.begin.frame, draft.begin.url));
  return group?.splice(firstFrom(group, draft.begin.at - clockSlackMs), 1)[0] ?? null;
}

/** webRequest and webNavigation stamp the same moment a little apart (measured in Firefox). */
const clockSlackMs = 5;
