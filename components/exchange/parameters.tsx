import { useState } from 'preact/hooks';
import type { Exchange } from '../../lib/model/exchange.ts';
import type { JudgedFlow } from '../../lib/model/finding.ts';
import { printable } from '../../lib/read/printable.ts';
import { type ParameterGroup, stateTrip } from '../../lib/session/detail.ts';
import { mayBeJwt } from '../../lib/session/jwt-view.ts';
import { parameterPieces } from '../../lib/session/secrets.ts';
import { exchange as exchangeWords } from '../../lib/words/en/exchange.ts';
import { Pieces } from '../kit/pieces.tsx';
import { JwtDoor } from './jwt-door.tsx';
import { Marked, useAbsent } from './marks.tsx';
import { ErrorMeaning, Meaning } from './meaning.tsx';
import { StateCompare } from './state-compare.tsx';

/** A hostile address can have a hundred thousand. */
const shortList = 60;

export interface ParametersProps {
  readonly groups: readonly ParameterGroup[];
  readonly exchange: Exchange;
  readonly judged: JudgedFlow;
}

export function Parameters({ groups, exchange, judged }: ParametersProps) {
  const words = exchangeWords();
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
            <span class="line-absent">{words.notThere}</span>
          </p>
        </Marked>
      ))}
      {groups.map((group) => (
        <Group key={group.of} group={group} alone={groups.length === 1} judged={judged} exchange={exchange} />
      ))}
      {groups.length === 0 && missing.length === 0 && <p class="lines-none">{words.noParameters}</p>}
      {hiddenBody && <p class="lines-none">{words.hiddenBody}</p>}
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
  const words = exchangeWords();
  const [all, setAll] = useState(false);
  const lines = all ? group.lines : group.lines.slice(0, shortList);
  const left = group.lines.length - lines.length;
  const trip = stateTrip(judged);
  /** The hops on which the state is sent, and comes back. */
  const meeting = [trip?.sent.exchange, trip?.returned?.exchange, judged.flow.response?.callback];
  return (
    <section>
      {!(alone && group.of === 'request') && <h4>{words.groups[group.of]}</h4>}
      {lines.map((line, index) => (
        <Marked place={line.place} class="line" key={`${line.place} ${index}`}>
          <div class="line-head">
            <code class="line-name">{line.name === '' ? words.unnamed : printable(line.name)}</code>
            <span class="line-source">{words.sources[line.source]}</span>
            {line.repeated && <span class="line-twice">{words.repeated}</span>}
          </div>
          <Pieces pieces={parameterPieces(line.name, line.value)} label={words.valueOf(printable(line.name))} />
          <Meaning name={line.name} />
          {line.name === 'error' && <ErrorMeaning code={line.value} />}
          {mayBeJwt(line.value) && <JwtDoor token={line.value} source={line.name} />}
          {line.name === 'state' && trip && meeting.includes(exchange.id) && <StateCompare trip={trip} />}
        </Marked>
      ))}
      {left > 0 && (
        <button type="button" class="link-button" onClick={() => setAll(true)}>
          {words.showMore(left)}
        </button>
      )}
    </section>
  );
}
