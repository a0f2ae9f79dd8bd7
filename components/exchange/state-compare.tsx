import { useState } from 'preact/hooks';
import { printable } from '../../lib/read/printable.ts';
import type { StateTrip } from '../../lib/session/detail.ts';
import { exchange as exchangeWords } from '../../lib/words/en/exchange.ts';
import { Icon } from '../kit/icon.tsx';
import { Tag } from '../kit/tag.tsx';
import { differingParts } from './differing-parts.ts';

/** Sent and returned, side by side. The relation is said in words, so that nothing needs to be uncovered to see it. */
export function StateCompare({ trip }: { readonly trip: StateTrip }) {
  const [shown, setShown] = useState(false);
  const { sent, returned, how } = trip;
  const words = exchangeWords();
  if (how === 'same')
    return (
      <p class="state-compare">
        <Tag tone="good" icon="check">
          {words.stateSame}
        </Tag>
      </p>
    );
  if (!returned || how === 'missing')
    return (
      <p class="state-compare">
        <Tag tone="bad" icon="cross">
          {words.stateMissing}
        </Tag>
      </p>
    );
  const said = how === 'different' ? words.stateDifferent : words.stateHow[how];
  const parts = differingParts(sent.value, returned.value);
  return (
    <div class="state-compare">
      <Tag tone="bad" icon="cross">
        {said}
      </Tag>
      <dl>
        <div>
          <dt>{words.sent}</dt>
          <dd>{shown ? <Parts parts={parts.a} /> : words.characters(sent.value.length)}</dd>
        </div>
        <div>
          <dt>{words.returned}</dt>
          <dd>{shown ? <Parts parts={parts.b} /> : words.characters(returned.value.length)}</dd>
        </div>
      </dl>
      <button type="button" class="link-button" aria-pressed={shown} onClick={() => setShown(!shown)}>
        <Icon name={shown ? 'eye-off' : 'eye'} size={13} /> {shown ? words.coverBoth : words.showBoth}
      </button>
    </div>
  );
}

function Parts({ parts }: { readonly parts: readonly [before: string, middle: string, after: string] }) {
  const [before, middle, after] = parts;
  return (
    <bdi class="mono" dir="ltr">
      {printable(before)}
      {middle === '' ? <mark class="nothing" title={exchangeWords().missingHere} /> : <mark>{printable(middle).replaceAll(' ', '␣')}</mark>}
      {printable(after)}
    </bdi>
  );
}
