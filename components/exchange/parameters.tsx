import { useState } from 'preact/hooks';
import type { Exchange } from '../../lib/model/exchange.ts';
import type { JudgedFlow } from '../../lib/model/finding.ts';
import { printable } from '../../lib/read/printable.ts';
import { type ParameterGroup, type ParameterLine, stateTrip } from '../../lib/session/detail.ts';
import { parameterPieces } from '../../lib/session/secrets.ts';
import { meaningOf } from '../../lib/spec/parameters.ts';
import { parameterText } from '../../lib/words/parameters.ts';
import { CiteLink } from '../finding/cite-link.tsx';
import { Pieces } from '../kit/pieces.tsx';
import { Prose } from '../kit/prose.tsx';
import { Marked, useAbsent } from './marks.tsx';
import { StateCompare } from './state-compare.tsx';

/** A hostile address can have a hundred thousand. */
const shortList = 60;

const groupWords: Readonly<Record<ParameterGroup['of'], string>> = {
  request: 'In the request',
  redirect: 'In the redirect it got',
  answer: 'In the answer',
};

const sourceWords: Readonly<Record<ParameterLine['source'], string>> = {
  query: 'query',
  fragment: 'behind the #',
  form: 'form',
  body: 'JSON',
};

export interface ParametersProps {
  readonly groups: readonly ParameterGroup[];
  readonly exchange: Exchange;
  readonly judged: JudgedFlow;
}

export function Parameters({ groups, exchange, judged }: ParametersProps) {
  const missing = useAbsent('request.query.').concat(
    useAbsent('request.form.'),
    useAbsent('request.fragment.'),
    useAbsent('response.location.'),
  );
  const hiddenBody = exchange.request.method !== 'GET' && !exchange.request.body.seen;
  return (
    <div class="lines">
      {missing.map((place) => (
        <Marked place={place} class="line" key={place}>
          <p class="line-head">
            <code class="line-name">{place.split('.').at(-1)}</code>
            <span class="line-absent">not there</span>
          </p>
        </Marked>
      ))}
      {groups.map((group) => (
        <Group key={group.of} group={group} alone={groups.length === 1} judged={judged} exchange={exchange} />
      ))}
      {groups.length === 0 && missing.length === 0 && <p class="lines-none">This hop carries no parameters.</p>}
      {hiddenBody && <p class="lines-none">It also sent a body, which this source does not show.</p>}
    </div>
  );
}

interface GroupProps {
  readonly group: ParameterGroup;
  readonly alone: boolean;
  readonly judged: JudgedFlow;
  readonly exchange: Exchange;
}

function Group({ group, alone, judged, exchange }: GroupProps) {
  const [all, setAll] = useState(false);
  const lines = all ? group.lines : group.lines.slice(0, shortList);
  const left = group.lines.length - lines.length;
  const trip = stateTrip(judged);
  /** The hops on which the state is sent, and comes back. */
  const meeting = [trip?.sent.exchange, trip?.returned?.exchange, judged.flow.response?.callback];
  return (
    <section>
      {!(alone && group.of === 'request') && <h4>{groupWords[group.of]}</h4>}
      {lines.map((line, index) => (
        <Marked place={line.place} class="line" key={`${line.place} ${index}`}>
          <div class="line-head">
            <code class="line-name">{line.name === '' ? '(no name)' : printable(line.name)}</code>
            <span class="line-source">{sourceWords[line.source]}</span>
            {line.repeated && <span class="line-twice">stands here more than once</span>}
          </div>
          <Pieces pieces={parameterPieces(line.name, line.value)} label={`the value of ${printable(line.name)}`} />
          <Meaning name={line.name} />
          {line.name === 'state' && trip && meeting.includes(exchange.id) && <StateCompare trip={trip} />}
        </Marked>
      ))}
      {left > 0 && (
        <button type="button" class="link-button" onClick={() => setAll(true)}>
          Show {left.toLocaleString('en-US')} more
        </button>
      )}
    </section>
  );
}

function Meaning({ name }: { readonly name: string }) {
  const meaning = meaningOf(name);
  if (!meaning) return null;
  return (
    <p class="line-meaning">
      <Prose text={parameterText(name, meaning.text)} /> {meaning.cite && <CiteLink cite={meaning.cite} about={name} />}
    </p>
  );
}
