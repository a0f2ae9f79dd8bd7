import { type HopRow, type Laid, placeOf } from '../../lib/session/rows.ts';
import { byFame, type HopSizes, hopSizes, type SizeBar, type SizeScale, serversByHost, sizeScale } from '../../lib/session/sizes.ts';
import { diagram } from '../../lib/words/en/diagram.ts';
import { spokenTag } from '../../lib/words/speaking.ts';
import { statusLook } from '../timeline/hop-line.tsx';
import type { Drawing, Drawn } from './drawing.ts';
import { HopName } from './hop-name.tsx';
import { LimitList } from './limit-list.tsx';
import { SizeAxis } from './size-axis.tsx';
import { serverNames } from './size-words.ts';

/** Percent of the track. */
const across = (bytes: number, { endBytes }: SizeScale) => `${Math.min(100, (bytes / endBytes) * 100).toFixed(2)}%`;

export function sizeChart(drawn: Drawn): Drawing {
  const servers = serversByHost(drawn.hops.map(({ exchange }) => exchange));
  const sizesOf = ({ exchange }: HopRow) => hopSizes(exchange, servers.get(placeOf(exchange.request.url).host) ?? null);
  const all = drawn.hops.flatMap((hop) => sizesOf(hop) ?? []);
  const scale = sizeScale(Math.max(0, ...all.flatMap(({ bars }) => bars.map(({ bytes }) => bytes ?? 0))));
  const failed = drawn.judged.outcome === 'failed';
  return {
    flat: true,
    about: diagram().aboutSizes,
    head: (
      <>
        <LimitList sizes={all} answering={new Set(servers.values())} />
        <SizeAxis scale={scale} />
      </>
    ),
    hop: (row) => <Sizes row={row} sizes={sizesOf(row)} scale={scale} failed={failed} />,
    // Nothing is folded here.
    fold: () => null,
    estimate: ({ row }: Laid) => (row.kind === 'hop' && (sizesOf(row)?.bars.some(({ over }) => over.length > 0) ?? false) ? 104 : 64),
  };
}

interface SizesProps {
  readonly row: HopRow;
  readonly sizes: HopSizes | null;
  readonly scale: SizeScale;
  readonly failed: boolean;
}

function Sizes({ row, sizes, scale, failed }: SizesProps) {
  const { exchange } = row;
  const status = statusLook(exchange, failed);
  return (
    <span class="size-row">
      <span class="size-words">
        <HopName row={row} />
        <span class="hop-status" data-tone={status.tone}>
          {status.text}
        </span>
      </span>
      <span class="size-field">
        <span class="size-grid" aria-hidden="true">
          {scale.levels.map(({ bytes }) => (
            <span class="size-level" key={bytes} style={{ left: across(bytes, scale) }} />
          ))}
        </span>
        {sizes ? (
          <>
            {sizes.bars.map((bar) => (
              <Line key={bar.of} bar={bar} own={sizes.own?.marks[bar.of] ?? null} scale={scale} />
            ))}
            <Own sizes={sizes} />
            {sizes.bars.map((bar) => (
              <Over key={bar.of} bar={bar} />
            ))}
          </>
        ) : (
          <span class="size-unseen">{diagram().notAsked}</span>
        )}
      </span>
    </span>
  );
}

interface LineProps {
  readonly bar: SizeBar;
  /** Where the server that answered has its own limit on this bar, bytes. */
  readonly own: number | null;
  readonly scale: SizeScale;
}

function Line({ bar: { of, bytes, atLeast, over }, own, scale }: LineProps) {
  const words = diagram();
  return (
    <span class="size-line" data-of={of} data-over={over.length > 0 || undefined}>
      <span class="size-name">{words.of[of]}</span>
      <span class="size-bytes" data-seen={bytes !== null}>
        {bytes === null ? words.notSeen : atLeast ? words.atLeast(bytes.toLocaleString(spokenTag())) : bytes.toLocaleString(spokenTag())}
      </span>
      <span class="size-track" aria-hidden="true">
        {bytes !== null && bytes > 0 && <span class="size-bar" data-open={atLeast || undefined} style={{ width: across(bytes, scale) }} />}
        {own !== null && own <= scale.endBytes && <span class="size-own" style={{ left: across(own, scale) }} />}
      </span>
    </span>
  );
}

/** The server that answered, where it says what it is. */
function Own({ sizes: { own, bars } }: { readonly sizes: HopSizes }) {
  const words = diagram();
  const [over] = own?.over ?? [];
  // A small request is within everybody's.
  if (!own || (!over && (!own.within || bars.every((bar) => bar.over.length === 0)))) return null;
  return (
    <span class="size-said" data-tone={over ? 'warn' : 'plain'}>
      {over
        ? words.ownOver(
            own.server.name,
            `${words.ownQuantity[over.quantity]} ${over.bytes.toLocaleString(spokenTag())}`,
            over.limit.toLocaleString(spokenTag()),
          )
        : words.ownUnder(own.server.name)}
    </span>
  );
}

function Over({ bar: { of, over, next } }: { readonly bar: SizeBar }) {
  const words = diagram();
  if (over.length === 0) return null;
  return (
    <span class="size-said" data-tone="warn">
      {words.overDefault(words.ofWhole[of], serverNames(over.map(({ server }) => server).sort(byFame), 3))}
      {next && <span class="size-next"> · {words.nextDefault(next.server.name, next.bytes.toLocaleString(spokenTag()))}</span>}
    </span>
  );
}
