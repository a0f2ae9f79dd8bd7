import { printable } from '../../lib/read/printable.ts';
import { type HopRow, statusOf } from '../../lib/session/rows.ts';
import { addressPieces } from '../../lib/session/secrets.ts';
import { exchange as exchangeWords } from '../../lib/words/en/exchange.ts';
import { durationWords, offsetWords } from '../flow/flow-words.ts';
import { Pieces } from '../kit/pieces.tsx';
import { Marked } from './marks.tsx';

const protocols = { h1: 'HTTP/1.1', h2: 'HTTP/2', h3: 'HTTP/3' } as const;

/** Time, circumstances, and the address as it was on the wire. */
export function More({ row }: { readonly row: HopRow }) {
  const { exchange, offsetMs } = row;
  const { where, request, navigation } = exchange;
  const status = statusOf(exchange);
  const words = exchangeWords();
  const facts: readonly (readonly [string, string | null])[] = [
    [words.facts.kind, words.kinds[where.kind]],
    [words.facts.status, status === null ? null : String(status)],
    [words.facts.protocol, exchange.protocol && protocols[exchange.protocol]],
    [words.facts.tab, where.tab === null ? null : where.opener === null ? String(where.tab) : words.openedFrom(where.tab, where.opener)],
    [words.facts.container, where.container],
    [words.facts.incognito, where.incognito ? words.yes : null],
    [words.facts.cache, exchange.fromCache ? words.fromCache : null],
    [words.facts.ahead, exchange.speculative],
    [words.facts.cameBy, navigation?.transition ? [navigation.transition, ...navigation.qualifiers].join(', ') : null],
    [words.facts.number, exchange.id],
  ];
  return (
    <div class="lines">
      <Marked place="timing" class="line">
        <dl class="fact-list">
          <div>
            <dt>{words.facts.began}</dt>
            <dd>{words.began(offsetWords(offsetMs))}</dd>
          </div>
          {exchange.waitMs !== null && (
            <div>
              <dt>{words.facts.waited}</dt>
              <dd>{durationWords(exchange.waitMs)}</dd>
            </div>
          )}
          {exchange.durationMs !== null && (
            <div>
              <dt>{words.facts.took}</dt>
              <dd>{durationWords(exchange.durationMs)}</dd>
            </div>
          )}
        </dl>
      </Marked>
      <dl class="fact-list">
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{printable(value)}</dd>
            </div>
          ),
        )}
      </dl>
      {request.initiator !== null && (
        <section>
          <h4>{words.causedBy}</h4>
          <Pieces pieces={addressPieces(request.initiator)} label={words.causedByLabel} />
        </section>
      )}
      <section>
        <h4>{words.rawAddress}</h4>
        <Pieces pieces={addressPieces(request.url)} label={words.rawAddressLabel} />
      </section>
    </div>
  );
}
