import type { Headers } from '../../lib/model/exchange.ts';
import { printable } from '../../lib/read/printable.ts';
import type { HeaderLine, SortedHeaders } from '../../lib/session/detail.ts';
import { jwtInHeader } from '../../lib/session/jwt-view.ts';
import { headerPieces } from '../../lib/session/secrets.ts';
import { exchange as exchangeWords } from '../../lib/words/en/exchange.ts';
import { Disclosure } from '../kit/disclosure.tsx';
import { Pieces } from '../kit/pieces.tsx';
import { JwtDoor } from './jwt-door.tsx';
import { Marked } from './marks.tsx';
import { HeaderMeaning } from './meaning.tsx';

export interface HeaderTablesProps {
  readonly request: SortedHeaders;
  /** Null: no answer yet. */
  readonly response: SortedHeaders | null;
  readonly hidden: Headers['hidden'];
}

export function HeaderTables({ request, response, hidden }: HeaderTablesProps) {
  const words = exchangeWords();
  return (
    <div class="lines">
      <Side title={words.request} side={request} />
      {response && <Side title={words.answer} side={response} />}
      {hidden === 'all' && <p class="lines-none">{words.headersHidden}</p>}
      {hidden !== 'all' && hidden.length > 0 && <p class="lines-none">{words.someHidden(hidden.join(', '))}</p>}
    </div>
  );
}

function Side({ title, side: { telling, rest } }: { readonly title: string; readonly side: SortedHeaders }) {
  return (
    <section>
      <h4>{title}</h4>
      {telling.length + rest.length === 0 && <p class="lines-none">{exchangeWords().none}</p>}
      {telling.map((line, index) => (
        <Line key={`${line.name} ${index}`} line={line} />
      ))}
      {rest.length > 0 && telling.length > 0 && (
        <Disclosure summary={exchangeWords().more(rest.length)}>
          {rest.map((line, index) => (
            <Line key={`${line.name} ${index}`} line={line} />
          ))}
        </Disclosure>
      )}
      {telling.length === 0 && rest.map((line, index) => <Line key={`${line.name} ${index}`} line={line} />)}
    </section>
  );
}

function Line({ line: { name, value, place } }: { readonly line: HeaderLine }) {
  const token = jwtInHeader(value);
  return (
    <Marked place={place} class="line">
      <p class="line-head">
        <code class="line-name">{printable(name)}</code>
      </p>
      <Pieces pieces={headerPieces(name, value)} label={exchangeWords().header(printable(name))} />
      <HeaderMeaning name={name} />
      {token !== null && <JwtDoor token={token} source={name.toLowerCase()} />}
    </Marked>
  );
}
