import type { Level, SizeScale } from '../../lib/session/sizes.ts';
import { diagram } from '../../lib/words/en/diagram.ts';
import { serverNames } from './size-words.ts';

/** Share of the track that a label needs. */
const labelWidth = 0.2;

/** Those that have room, the level most servers share before its neighbors. */
function labeled({ levels, endBytes }: SizeScale): readonly Level[] {
  const kept: Level[] = [];
  for (const level of levels.toSorted((a, b) => b.servers.length - a.servers.length))
    if (kept.every((other) => Math.abs(other.bytes - level.bytes) / endBytes >= labelWidth)) kept.push(level);
  return kept;
}

export function SizeAxis({ scale }: { readonly scale: SizeScale }) {
  const words = diagram();
  return (
    <div class="size-head" aria-hidden="true">
      <span class="size-axis">
        {labeled(scale).map(({ bytes, upTo, servers }) => (
          <span
            class="size-tick"
            key={bytes}
            data-end={bytes / scale.endBytes > 0.7 || undefined}
            style={{ left: `${(bytes / scale.endBytes) * 100}%` }}
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
