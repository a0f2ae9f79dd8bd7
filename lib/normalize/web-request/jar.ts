/** What the cookie jar said, as far as its word holds. */
import { cookieNamesTouched } from '../../read/cookie-names.ts';
import { sameSite } from '../../read/site.ts';
import { firstFrom } from '../../read/sorted.ts';
import type { Draft } from './hops.ts';

/** The jar is asked half a second after an answer (lib/platform/evidence.ts); a busy browser takes longer. */
const askedWithinMs = 2_000;

interface Line {
  readonly at: number;
  readonly url: string;
  readonly draft: Draft;
}

/** Where another answer set or deleted the cookie before the jar was asked, the jar says nothing about the first one. */
export function withoutOvertaken(drafts: readonly Draft[]): readonly Draft[] {
  if (!drafts.some((draft) => draft.hop.kept)) return drafts;
  const lines = new Map<string, Line[]>();
  for (const draft of drafts) {
    const received = draft.hop.receive ?? draft.hop.redirect;
    for (const name of received ? cookieNamesTouched(received.headers) : []) {
      const line = { at: received?.at ?? 0, url: draft.begin.url, draft };
      const known = lines.get(name);
      if (known) known.push(line);
      else lines.set(name, [line]);
    }
  }
  for (const list of lines.values()) list.sort((a, b) => a.at - b.at);
  return drafts.map((draft) => {
    const { kept } = draft.hop;
    if (!kept) return draft;
    const overtaken = (name: string) => {
      const list = lines.get(name) ?? [];
      for (let i = firstFrom(list, kept.at); i < list.length; i++) {
        const line = list[i];
        if (!line || line.at - kept.at > askedWithinMs) return false;
        if (line.draft !== draft && sameSite(line.url, draft.begin.url)) return true;
      }
      return false;
    };
    const cookies = kept.cookies.filter(({ name }) => !overtaken(name));
    return cookies.length === kept.cookies.length ? draft : { ...draft, hop: { ...draft.hop, kept: { ...kept, cookies } } };
  });
}
