import type { Preset } from '../../lib/model/guide.ts';
import { clip, printable } from '../../lib/read/printable.ts';
import { guide as say } from '../../lib/words/en/guide.ts';

/** What support asks for, in its own words; a stranger may have written them. */
export function Asked({ preset: { site, goal } }: { readonly preset: Preset }) {
  const words = say();
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
