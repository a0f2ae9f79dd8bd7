import type { Headers } from '../../lib/model/exchange.ts';
import { printable } from '../../lib/read/printable.ts';
import type { HeaderLine, SortedHeaders } from '../../lib/session/detail.ts';
import { headerPieces } from '../../lib/session/secrets.ts';
import { Disclosure } from '../kit/disclosure.tsx';
import { Pieces } from '../kit/pieces.tsx';
import { Prose } from '../kit/prose.tsx';
import { Marked } from './marks.tsx';

export interface HeaderTablesProps {
  readonly request: SortedHeaders;
  /** Null: no answer yet. */
  readonly response: SortedHeaders | null;
  readonly hidden: Headers['hidden'];
}

export function HeaderTables({ request, response, hidden }: HeaderTablesProps) {
  return (
    <div class="lines">
      <Side title="Request" side={request} />
      {response && <Side title="Answer" side={response} />}
      {hidden === 'all' && <p class="lines-none">This source does not show the request’s headers.</p>}
      {hidden !== 'all' && hidden.length > 0 && <p class="lines-none">Not shown by this source: {hidden.join(', ')}.</p>}
    </div>
  );
}

function Side({ title, side: { telling, rest } }: { readonly title: string; readonly side: SortedHeaders }) {
  return (
    <section>
      <h4>{title}</h4>
      {telling.length + rest.length === 0 && <p class="lines-none">None.</p>}
      {telling.map((line, index) => (
        <Line key={`${line.name} ${index}`} line={line} />
      ))}
      {rest.length > 0 && telling.length > 0 && (
        <Disclosure summary={`${rest.length} more`}>
          {rest.map((line, index) => (
            <Line key={`${line.name} ${index}`} line={line} />
          ))}
        </Disclosure>
      )}
      {telling.length === 0 && rest.map((line, index) => <Line key={`${line.name} ${index}`} line={line} />)}
    </section>
  );
}

function Line({ line: { name, value, place, meaning } }: { readonly line: HeaderLine }) {
  return (
    <Marked place={place} class="line">
      <p class="line-head">
        <code class="line-name">{printable(name)}</code>
      </p>
      <Pieces pieces={headerPieces(name, value)} label={`the header ${printable(name)}`} />
      {meaning !== null && (
        <p class="line-meaning">
          <Prose text={meaning} />
        </p>
      )}
    </Marked>
  );
}
