import { useState } from 'preact/hooks';
import type { Alteration } from '../../lib/read/compare.ts';
import { printable } from '../../lib/read/printable.ts';
import type { StateTrip } from '../../lib/session/detail.ts';
import { Icon } from '../kit/icon.tsx';
import { Tag } from '../kit/tag.tsx';
import { differingParts } from './differing-parts.ts';

const howWords: Readonly<Record<Alteration, string>> = {
  'plus-to-space': 'every + became a space',
  'space-to-plus': 'every space became a +',
  'decoded-once-more': 'it was percent-decoded once too often',
  'encoded-once-more': 'it was percent-encoded once too often',
  'entities-decoded': 'HTML entities in it were decoded',
  'entities-encoded': 'characters in it became HTML entities',
  'unicode-normalized': 'its Unicode characters were normalized',
  'charset-garbled': 'its characters were read in another encoding',
  'padding-lost': 'the = at its end got lost',
  'base64-alphabet': 'its base64 was rewritten in the other alphabet',
  'case-changed': 'upper and lower case changed',
  trimmed: 'spaces at its ends were removed',
  'markup-stripped': 'angle brackets were removed',
  quoted: 'quotation marks were put around it',
  cut: 'it was cut short',
  appended: 'something was added at its end',
};

/** Sent and returned, side by side. The relation is said in words, so that nothing needs to be uncovered to see it. */
export function StateCompare({ trip }: { readonly trip: StateTrip }) {
  const [shown, setShown] = useState(false);
  const { sent, returned, how } = trip;
  if (how === 'same')
    return (
      <p class="state-compare">
        <Tag tone="good" icon="check">
          came back unchanged
        </Tag>
      </p>
    );
  if (!returned || how === 'missing')
    return (
      <p class="state-compare">
        <Tag tone="bad" icon="cross">
          sent, but it did not come back
        </Tag>
      </p>
    );
  const words = how === 'different' ? 'another value came back' : howWords[how];
  const parts = differingParts(sent.value, returned.value);
  return (
    <div class="state-compare">
      <Tag tone="bad" icon="cross">
        {words}
      </Tag>
      <dl>
        <div>
          <dt>sent</dt>
          <dd>{shown ? <Parts parts={parts.a} /> : `${sent.value.length} characters`}</dd>
        </div>
        <div>
          <dt>returned</dt>
          <dd>{shown ? <Parts parts={parts.b} /> : `${returned.value.length} characters`}</dd>
        </div>
      </dl>
      <button type="button" class="link-button" aria-pressed={shown} onClick={() => setShown(!shown)}>
        <Icon name={shown ? 'eye-off' : 'eye'} size={13} /> {shown ? 'Cover both values' : 'Show both values'}
      </button>
    </div>
  );
}

function Parts({ parts }: { readonly parts: readonly [before: string, middle: string, after: string] }) {
  const [before, middle, after] = parts;
  return (
    <bdi class="mono" dir="ltr">
      {printable(before)}
      {middle === '' ? <mark class="nothing" title="something is missing here" /> : <mark>{printable(middle).replaceAll(' ', '␣')}</mark>}
      {printable(after)}
    </bdi>
  );
}
