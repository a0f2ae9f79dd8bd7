import type { Preset } from '../../lib/model/guide.ts';
import { clip, printable } from '../../lib/read/printable.ts';
import type { GuideWords } from './words/index.ts';

/** What support asks for, in its own words; a stranger may have written them. */
export function Asked({ preset: { site, goal }, words }: { readonly preset: Preset; readonly words: GuideWords }) {
  return (
    <dl class="asked">
      {site !== null && (
        <>
          <dt>{words.askedSite}</dt>
          <dd>
            <bdi class="mono">{clip(printable(site), 200)}</bdi>
          </dd>
        </>
      )}
      {goal !== null && (
        <>
          <dt>{words.askedGoal}</dt>
          <dd>
            <bdi>{printable(goal)}</bdi>
          </dd>
        </>
      )}
    </dl>
  );
}
