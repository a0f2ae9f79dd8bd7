import { cookieWords, growingWords, tornWords } from '../../lib/explain/cookies.ts';
import { gapWords } from '../../lib/explain/words.ts';
import type { CookieTale } from '../../lib/model/cookie.ts';
import { printable } from '../../lib/read/printable.ts';
import type { Lane } from '../../lib/session/lifelines.ts';
import { diagram } from '../../lib/words/en/diagram.ts';
import { Disclosure } from '../kit/disclosure.tsx';
import { Tag } from '../kit/tag.tsx';
import { cookieWordsOf, type LaneWords } from './cookie-words.ts';
import { BecameSign, CameSign } from './stop-lane.tsx';

export interface CookieListProps {
  readonly tale: CookieTale;
  readonly all: readonly Lane[];
  /** Those that have a line, in the order of their numbers. */
  readonly drawn: readonly Lane[];
  readonly words: LaneWords;
}

/** The same in words: every cookie with its number, and what became of it. */
export function CookieList({ tale, all, drawn, words }: CookieListProps) {
  const say = diagram();
  if (tale.kind !== 'told')
    return <p class="life-about">{tale.kind === 'none' ? say.cookiesNone : say.cookiesUnknown(gapWords(tale.why))}</p>;
  const left = all.filter((lane) => !drawn.includes(lane));
  const spoken = cookieWordsOf(words);
  return (
    <>
      <div class="life-about">
        <p>{say.cookiesLead}</p>
        <ol class="life-list">
          {drawn.map((lane, index) => (
            <One key={lane.key} lane={lane} number={index + 1} words={words} />
          ))}
        </ol>
        {left.length > 0 && (
          <Disclosure summary={say.moreCookies(left.length)}>
            <ul class="life-list">
              {left.map((lane) => (
                <One key={lane.key} lane={lane} number={null} words={words} />
              ))}
            </ul>
          </Disclosure>
        )}
        {tale.torn.map((torn) => (
          <p key={torn.family}>{tornWords(torn, spoken)}</p>
        ))}
        {tale.growing.map((family) => (
          <p key={family.family}>{growingWords(family, spoken)}</p>
        ))}
        {tale.gaps.map((gap) => (
          <p key={gap}>{say.cookiesPartly(gapWords(gap))}</p>
        ))}
        <Legend />
      </div>
      <div class="life-head" aria-hidden="true">
        {drawn.map((lane, index) => (
          <span key={lane.key} class="life-number" data-culprit={lane.culprit || undefined} title={printable(lane.name)}>
            {index + 1}
          </span>
        ))}
      </div>
    </>
  );
}

function One({ lane, number, words }: { readonly lane: Lane; readonly number: number | null; readonly words: LaneWords }) {
  const say = diagram();
  const spoken = cookieWordsOf(words);
  return (
    <li data-culprit={lane.culprit || undefined}>
      <p class="line-head">
        {number !== null && <span class="life-number">{number}</span>}
        <code class="line-name">{lane.name === '' ? say.unnamed : printable(lane.name)}</code>
        {[...new Set(lane.lines.map(({ keeps }) => keeps))].map((keeps) => (
          <Tag key={keeps} {...(lane.culprit ? { tone: 'bad' as const, icon: 'cross' as const } : {})}>
            {say.keeps[keeps]}
          </Tag>
        ))}
      </p>
      {lane.lines.map((line) => (
        <p class="line-meaning" key={line.setBy}>
          {cookieWords(line, spoken)}
        </p>
      ))}
    </li>
  );
}

function Legend() {
  const { legend } = diagram();
  const signs = [
    ['set', <BecameSign became="set" key="set" />],
    ['sent', <CameSign came="sent" key="sent" />],
    ['missing', <CameSign came="missing" key="missing" />],
    ['other-value', <CameSign came="other-value" key="other-value" />],
    ['deleted', <BecameSign became="deleted" key="deleted" />],
    ['held', <CameSign came="held" key="held" />],
  ] as const;
  return (
    <p class="life-legend" aria-hidden="true">
      {signs.map(([id, sign]) => (
        <span key={id}>
          <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true" focusable="false">
            {sign}
          </svg>
          {legend[id]}
        </span>
      ))}
    </p>
  );
}
