import type { Flow } from '../../lib/model/flow.ts';
import { printable } from '../../lib/read/printable.ts';
import { type ClaimLine, viewJwt } from '../../lib/session/jwt-view.ts';
import { claimCites, isClaimName } from '../../lib/spec/claims.ts';
import { claims as claimWords } from '../../lib/words/en/claims.ts';
import { jwt } from '../../lib/words/en/jwt.ts';
import { spokenTag } from '../../lib/words/speaking.ts';
import { CiteLink } from '../finding/cite-link.tsx';
import { durationWords } from '../flow/flow-words.ts';
import { Pieces } from '../kit/pieces.tsx';
import { Prose } from '../kit/prose.tsx';
import { Tag } from '../kit/tag.tsx';
import '../style/jwt.css';

export interface JwtTableProps {
  readonly token: string;
  readonly source: string;
  readonly flow: Flow;
  /** When the hop began, epoch milliseconds. */
  readonly at: number;
}

/** Header and claims of a token; its signature says nothing to a reader and is not shown. */
export function JwtTable({ token, source, flow, at }: JwtTableProps) {
  const words = jwt();
  const view = viewJwt(token, source, flow);
  if (view.kind === 'broken')
    return (
      <p class="jwt-said" role="status">
        {view.because === 'parts' ? words.broken.parts(view.parts) : words.broken[view.because]}
      </p>
    );
  return (
    <section class="jwt-view" aria-label={words.label}>
      <p class="jwt-said">{view.kind === 'encrypted' ? words.encrypted : words.unverified}</p>
      <Table title={words.header} lines={view.header} at={at} />
      {view.kind === 'signed' && <Table title={words.claims} lines={view.claims} at={at} />}
    </section>
  );
}

interface TableProps {
  readonly title: string;
  readonly lines: readonly ClaimLine[];
  readonly at: number;
}

function Table({ title, lines, at }: TableProps) {
  return (
    <table class="jwt-table">
      <caption>{title}</caption>
      <tbody>
        {lines.map((line) => (
          <tr key={line.name}>
            <th scope="row">
              <code>{printable(line.name)}</code>
            </th>
            <td>
              <Pieces pieces={[{ text: line.value, secret: line.covered }]} label={jwt().value(printable(line.name))} />
              {line.at !== null && <When claim={line.at} at={at} />}
              <Compared line={line} />
              <Meaning name={line.name} />
            </td>
          </tr>
        ))}
        {lines.length === 0 && (
          <tr>
            <td>{jwt().noClaims}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

const parts = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
} as const;

/** As a date, and from the moment of the hop: what counts is what it was then. */
function When({ claim, at }: { readonly claim: number; readonly at: number }) {
  const words = jwt();
  const distance = claim - at;
  const relative =
    Math.abs(distance) < 1000 ? words.same : distance < 0 ? words.before(durationWords(-distance)) : words.after(durationWords(distance));
  return (
    <p class="jwt-when">
      <time dateTime={new Date(claim).toISOString()}>{new Intl.DateTimeFormat(spokenTag(), parts).format(claim)}</time> · {relative}
    </p>
  );
}

function Compared({ line: { compared } }: { readonly line: ClaimLine }) {
  if (!compared) return null;
  return (
    <p class="jwt-when">
      <Tag>{jwt()[compared.how][compared.with]}</Tag>
    </p>
  );
}

function Meaning({ name }: { readonly name: string }) {
  if (!isClaimName(name)) return null;
  const cite = claimCites[name];
  return (
    <p class="line-meaning">
      <Prose text={claimWords()[name]} /> {cite && <CiteLink cite={cite} about={name} />}
    </p>
  );
}
