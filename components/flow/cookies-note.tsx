import { useContext } from 'preact/hooks';
import { cookieWords, growingWords, tornWords } from '../../lib/explain/cookies.ts';
import { gapWords, roleWords } from '../../lib/explain/words.ts';
import type { CookieLine, CookieTale } from '../../lib/model/cookie.ts';
import type { ExchangeId } from '../../lib/model/exchange.ts';
import type { Evidence } from '../../lib/model/place.ts';
import { printable } from '../../lib/read/printable.ts';
import { flow as words } from '../../lib/words/en/flow.ts';
import { HopRoles } from '../finding/evidence-list.tsx';
import { Icon } from '../kit/icon.tsx';
import { Tag } from '../kit/tag.tsx';
import { clockWords } from './flow-words.ts';

export interface CookiesNoteProps {
  readonly tale: CookieTale;
  readonly timed: boolean;
  readonly onJump: (evidence: Evidence) => void;
}

/** Every cookie of the app that keeps the login or the session: where it was set, taken or refused, sent or withheld, and why. */
export function CookiesNote({ tale, timed, onJump }: CookiesNoteProps) {
  const say = words();
  const roles = useContext(HopRoles);
  if (tale.kind === 'none') return null;
  if (tale.kind === 'hidden') return <p class="note-lead">{say.cookiesHidden(gapWords(tale.why))}</p>;
  const hop = (id: ExchangeId) => {
    const role = roles.get(id);
    return role ? `${roleWords(role)} ${id}` : say.anotherRequest(id);
  };
  const by = { name: printable, host: printable, hop, clock: timed ? clockWords : null };
  return (
    <>
      <p class="note-lead">{say.cookiesAbout}</p>
      <ul class="cookie-tale">
        {tale.lines.map((line) => (
          <li key={`${line.setBy} ${line.name}`} class="line" data-culprit={line.culprit || undefined}>
            <p class="line-head">
              <code class="line-name">{line.name === '' ? say.noName : printable(line.name)}</code>
              <Tag {...(line.culprit ? { tone: 'bad' as const, icon: 'cross' as const } : {})}>{say.keeps[line.keeps]}</Tag>
              <button type="button" class="evidence-link" onClick={() => onJump(placeOf(line))}>
                <Icon name="target" size={13} />
                <span>{say.show}</span>
              </button>
            </p>
            <p class="line-meaning">{cookieWords(line, by)}</p>
          </li>
        ))}
        {tale.torn.map((torn) => (
          <li key={torn.family} class="line" data-culprit>
            <p class="line-meaning">{tornWords(torn, by)}</p>
          </li>
        ))}
        {tale.growing.map((family) => (
          <li key={family.family} class="line">
            <p class="line-meaning">{growingWords(family, by)}</p>
          </li>
        ))}
      </ul>
      {tale.gaps.map((gap) => (
        <p class="note-lead" key={gap}>
          {say.cookiesGap(gapWords(gap))}
        </p>
      ))}
    </>
  );
}

/** Where it is missing, else where it was set. */
function placeOf({ name, fate, due, setBy }: CookieLine): Evidence {
  if (due !== null && fate === 'missing') return { exchange: due, place: `request.cookie.${name}`, absent: true };
  if (due !== null && fate === 'other-value') return { exchange: due, place: `request.cookie.${name}` };
  return { exchange: setBy, place: `response.cookie.${name}` };
}
