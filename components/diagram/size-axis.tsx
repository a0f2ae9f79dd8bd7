import type { Level, SizeScale } from '../../lib/session/sizes.ts';
import { diagram } from '../../lib/words/en/diagram.ts';
import { serverNames } from './size-words.ts';

/** Share of the track that a label needs at least. */
const labelWidth = 0.2;

interface Label {
  readonly level: Level;
  /** Shares of the track. */
  readonly from: number;
  readonly room: number;
}

/** Those that have room, the level most servers share before its neighbors. */
function labels({ levels, endBytes }: SizeScale): readonly Label[] {
  const kept: Level[] = [];
  for (const level of levels.toSorted((a, b) => b.servers.length - a.servers.length))
    if (kept.every((other) => Math.abs(other.bytes - level.bytes) / endBytes >= labelWidth)) kept.push(level);
  const sorted = kept.toSorted((a, b) => a.bytes - b.bytes);
  return sorted.map((level, index) => {
    const from = level.bytes / endBytes;
    return { level, from, room: (sorted[index + 1]?.bytes ?? endBytes) / endBytes - from };
  });
}

export function SizeAxis({ scale }: { readonly scale: SizeScale }) {
  const words = diagram();
  return (
    <div class="size-head" aria-hidden="true">
      <span class="size-axis">
        {labels(scale).map(({ level: { bytes, upTo, servers }, from, room }) => (
          <span
            class="size-tick"
            key={bytes}
            style={{ left: `${from * 100}%`, maxWidth: `${room * 100}%` }}
            title={servers.map(({ name }) => name).join(', ')}
          >
            <strong>{words.kilobytes(upTo)}</strong>
            <span>{serverNames(servers, 2)}</span>
          </span>
        ))}
      </span>
    </div>
  );
}
