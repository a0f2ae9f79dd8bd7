import type { Exchange } from '../../lib/model/exchange.ts';
import { visibleText } from '../../lib/read/html.ts';
import { printable, printableLines } from '../../lib/read/printable.ts';
import { readUrl } from '../../lib/read/url.ts';
import { addressPieces } from '../../lib/session/secrets.ts';
import { exchange as exchangeWords } from '../../lib/words/en/exchange.ts';
import { Pieces } from '../kit/pieces.tsx';
import { Marked } from './marks.tsx';

const longestPage = 600;

/** The request line and what became of it. */
export function Overview({ exchange }: { readonly exchange: Exchange }) {
  const { request, outcome } = exchange;
  return (
    <div class="overview">
      <Marked place="request.url" class="overview-line" quiet>
        <span class="overview-label">{printable(request.method)}</span>
        <Address url={request.url} label={exchangeWords().address} />
      </Marked>
      <Answer exchange={exchange} />
      {outcome.kind !== 'pending' && outcome.kind !== 'failed' && <PageText exchange={exchange} />}
    </div>
  );
}

/** Without its parameters, which stand below with a meaning each; copied whole. */
function Address({ url, label }: { readonly url: string; readonly label: string }) {
  const { base, query, fragment } = readUrl(url);
  const count = (query?.length ?? 0) + (fragment?.length ?? 0);
  return (
    <Pieces pieces={addressPieces(base)} label={label} copies={url} note={count === 0 ? null : exchangeWords().withParameters(count)} />
  );
}

function Answer({ exchange: { outcome } }: { readonly exchange: Exchange }) {
  const words = exchangeWords();
  switch (outcome.kind) {
    case 'pending':
      return (
        <Marked place="response.status" class="overview-line" quiet>
          <span class="overview-label">…</span>
          <span>{words.noAnswerYet}</span>
        </Marked>
      );
    case 'failed':
      return (
        <Marked place="outcome.reason" class="overview-line" quiet>
          <span class="overview-label">✕</span>
          <span>
            {words.noAnswer} <code>{printable(outcome.reason)}</code>
          </span>
        </Marked>
      );
    case 'redirected':
      return (
        <Marked place="response.status" class="overview-line" quiet>
          <span class="overview-label">{outcome.by === 'server' ? outcome.status : '→'}</span>
          <Address url={outcome.to} label={words.redirectAddress} />
        </Marked>
      );
    case 'answered':
      return (
        <Marked place="response.status" class="overview-line" quiet>
          <span class="overview-label">{outcome.status || '–'}</span>
          <span>{outcome.status < 400 ? words.answered : words.answeredError}</span>
        </Marked>
      );
  }
}

/** The words of an error page say more than its status. */
function PageText({ exchange: { outcome } }: { readonly exchange: Exchange }) {
  if (outcome.kind !== 'answered' || outcome.status < 400 || !outcome.body.seen || outcome.body.value.kind !== 'text') return null;
  const { text, page, mime } = outcome.body.value;
  const words = page || !/html/i.test(mime) ? text : visibleText(text);
  if (words.trim() === '') return null;
  return (
    <Marked place="response.body" class="overview-page" quiet>
      <p class="overview-says">{exchangeWords().pageSays}</p>
      <blockquote dir="auto">{printableLines(words.slice(0, longestPage))}</blockquote>
    </Marked>
  );
}
