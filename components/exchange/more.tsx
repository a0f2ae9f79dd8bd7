import type { RequestKind } from '../../lib/model/exchange.ts';
import { printable } from '../../lib/read/printable.ts';
import { type HopRow, statusOf } from '../../lib/session/rows.ts';
import { addressPieces } from '../../lib/session/secrets.ts';
import { durationWords, offsetWords } from '../flow/flow-words.ts';
import { Pieces } from '../kit/pieces.tsx';
import { Marked } from './marks.tsx';

const kindWords: Readonly<Record<RequestKind, string>> = {
  page: 'a page the user sees',
  frame: 'a frame inside a page',
  fetch: 'a script’s call',
  preflight: 'the browser’s own question before a script’s call',
  resource: 'an image, script or style',
  unknown: 'not said by this source',
};

const protocols = { h1: 'HTTP/1.1', h2: 'HTTP/2', h3: 'HTTP/3' } as const;

/** Time, circumstances, and the address as it was on the wire. */
export function More({ row }: { readonly row: HopRow }) {
  const { exchange, offsetMs } = row;
  const { where, request, navigation } = exchange;
  const status = statusOf(exchange);
  const facts: readonly (readonly [string, string | null])[] = [
    ['What it was for', kindWords[where.kind]],
    ['Status', status === null ? null : String(status)],
    ['Protocol', exchange.protocol && protocols[exchange.protocol]],
    ['Tab', where.tab === null ? null : `${where.tab}${where.opener === null ? '' : `, opened from tab ${where.opener}`}`],
    ['Container', where.container],
    ['Private window', where.incognito ? 'yes' : null],
    ['From cache', exchange.fromCache ? 'yes: the server was not asked' : null],
    ['Loaded ahead', exchange.speculative],
    ['Came about by', navigation?.transition ? [navigation.transition, ...navigation.qualifiers].join(', ') : null],
    ['Number', exchange.id],
  ];
  return (
    <div class="lines">
      <Marked place="timing" class="line">
        <dl class="fact-list">
          <div>
            <dt>Began</dt>
            <dd>{offsetWords(offsetMs)} s after the flow</dd>
          </div>
          {exchange.waitMs !== null && (
            <div>
              <dt>First answer after</dt>
              <dd>{durationWords(exchange.waitMs)}</dd>
            </div>
          )}
          {exchange.durationMs !== null && (
            <div>
              <dt>Took</dt>
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
          <h4>Caused by</h4>
          <Pieces pieces={addressPieces(request.initiator)} label="the address that caused it" />
        </section>
      )}
      <section>
        <h4>Raw address</h4>
        <Pieces pieces={addressPieces(request.url)} label="the raw address" />
      </section>
    </div>
  );
}
