import { refusalWords } from '../../lib/explain/cookies.ts';
import type { Exchange, HeldCookie } from '../../lib/model/exchange.ts';
import type { SetCookie } from '../../lib/read/cookies.ts';
import { printable } from '../../lib/read/printable.ts';
import type { CookieSet, CookieView } from '../../lib/session/detail.ts';
import { exchange as exchangeWords } from '../../lib/words/en/exchange.ts';
import { durationWords } from '../flow/flow-words.ts';
import { Pieces } from '../kit/pieces.tsx';
import { Tag } from '../kit/tag.tsx';
import { Marked, useAbsent } from './marks.tsx';
import { AttributeMeanings } from './meaning.tsx';

const siteWords = { strict: 'SameSite=Strict', lax: 'SameSite=Lax', none: 'SameSite=None' } as const;

export interface CookiesProps {
  readonly view: CookieView;
  readonly exchange: Exchange;
}

export function Cookies({ view, exchange }: CookiesProps) {
  const missing = useAbsent('request.cookie.');
  const { set, sent, withheld } = view;
  const words = exchangeWords();
  return (
    <div class="lines">
      {missing.length > 0 && (
        <section>
          <h4>{words.notSent}</h4>
          {missing.map((place) => (
            <Marked place={place} class="line" key={place}>
              <p class="line-head">
                <code class="line-name">{printable(place.slice('request.cookie.'.length))}</code>
                <span class="line-absent">{words.expected}</span>
              </p>
            </Marked>
          ))}
        </section>
      )}
      <section>
        <h4>
          {words.setByAnswer} <None of={set} />
        </h4>
        {set !== 'hidden' && set.map((one, index) => <SetLine key={`${one.cookie.name} ${index}`} one={one} now={exchange.startedAt} />)}
      </section>
      {withheld !== null && withheld.length > 0 && (
        <section>
          <h4>{words.withheld}</h4>
          {withheld.map((cookie) => (
            <Marked place={`request.cookie.${cookie.name}`} class="line" key={`${cookie.name} ${cookie.domain} ${cookie.path}`}>
              <p class="line-head">
                <code class="line-name">{printable(cookie.name)}</code>
              </p>
              <Attributes cookie={cookie} extra={words.belongsTo(cookie.domain)} />
            </Marked>
          ))}
        </section>
      )}
      <section>
        <h4>
          {words.sentWith} <None of={sent} />
        </h4>
        {sent !== 'hidden' &&
          sent.map(({ name, value }, index) => (
            <Marked place={`request.cookie.${name}`} class="line" key={`${name} ${index}`}>
              <p class="line-head">
                <code class="line-name">{name === '' ? words.unnamed : printable(name)}</code>
              </p>
              <Pieces pieces={[{ text: value, secret: value !== '' }]} label={words.cookie(printable(name))} />
            </Marked>
          ))}
      </section>
    </div>
  );
}

function None({ of }: { readonly of: readonly unknown[] | 'hidden' }) {
  if (of === 'hidden') return <span class="lines-none">{exchangeWords().hidden}</span>;
  return of.length === 0 ? <span class="lines-none">{exchangeWords().noneShort}</span> : null;
}

function SetLine({ one, now }: { readonly one: CookieSet; readonly now: number }) {
  const { cookie, refusal, stored, place } = one;
  const words = exchangeWords();
  const life = cookie.expiresAt === null ? words.untilClose : words.lasts(durationWords(cookie.expiresAt - now));
  return (
    <Marked place={place} class="line">
      <p class="line-head">
        <code class="line-name">{cookie.name === '' ? words.unnamed : printable(cookie.name)}</code>
        <Fate cookie={cookie} refusal={refusal} stored={stored} />
      </p>
      {!cookie.deletes && (
        <Pieces pieces={[{ text: cookie.value, secret: cookie.value !== '' }]} label={words.cookie(printable(cookie.name))} />
      )}
      <Attributes cookie={cookie} extra={cookie.deletes ? null : life} />
      <AttributeMeanings cookie={cookie} />
    </Marked>
  );
}

/** What became of it: the browser's own word before our reading of the rules. */
function Fate({ cookie, refusal, stored }: Pick<CookieSet, 'cookie' | 'refusal' | 'stored'>) {
  const words = exchangeWords();
  if (refusal !== null)
    return (
      <Tag tone="bad" icon="cross">
        {words.refused(refusalWords(refusal))}
      </Tag>
    );
  if (cookie.deletes) return <Tag>{words.deletes}</Tag>;
  if (stored === false)
    return (
      <Tag tone="bad" icon="cross">
        {words.notKept}
      </Tag>
    );
  return (
    <Tag tone="good" icon="check">
      {stored ? words.kept : words.fits}
    </Tag>
  );
}

interface AttributesProps {
  readonly cookie: Pick<SetCookie | HeldCookie, 'sameSite' | 'secure' | 'httpOnly' | 'path' | 'partitioned' | 'domain'>;
  readonly extra: string | null;
}

function Attributes({ cookie, extra }: AttributesProps) {
  const words = [
    cookie.sameSite === 'unspecified' ? exchangeWords().noSameSite : siteWords[cookie.sameSite],
    cookie.secure ? 'Secure' : null,
    cookie.httpOnly ? 'HttpOnly' : null,
    cookie.partitioned ? 'Partitioned' : null,
    cookie.path === null ? null : `Path=${cookie.path}`,
    'nameValueBytes' in cookie && cookie.domain !== null ? `Domain=${cookie.domain}` : null,
    extra,
  ].filter((word) => word !== null);
  return <p class="line-meaning">{printable(words.join(' · '))}</p>;
}
