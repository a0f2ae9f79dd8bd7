/** The capture file of design 4.3: a redacted recording and what was said of it on the day. */
import type { Capture } from '../model/capture.ts';
import type { ExchangeId } from '../model/exchange.ts';
import type { Again, Recording, Story } from '../model/recording.ts';
import type { Redacted } from '../model/redacted.ts';
import { buildReport, type Report } from './report.ts';

/** One attempt at logging in. */
interface StoredCapture {
  /** The browser's name and version, or the program the capture was read from. */
  readonly browser: string | null;
  readonly machine: Capture['machine'];
  readonly settings: Capture['settings'];
  readonly source: Capture['source'];
  readonly gaps: Capture['gaps'];
  readonly restartedAt: Capture['restartedAt'];
  readonly skipped: Capture['skipped'];
  readonly live: boolean;
  /** Epoch milliseconds. */
  readonly asOf: number;
  readonly exchanges: Capture['exchanges'];
  readonly analysis: Report;
}

export interface CaptureFile extends StoredCapture {
  readonly format: 'roundtrip.capture';
  readonly version: 1;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly tool: { readonly name: 'roundtrip'; readonly version: string };
  /** The user's own words, null where nobody asked for any. */
  readonly story: Story | null;
  readonly redaction: 'share-safe';
  readonly second: (StoredCapture & { readonly how: Again }) | null;
}

export interface WriteOptions {
  /** Roundtrip's own version. */
  readonly version: string;
  readonly createdAt: Date;
  /** For a picture, a command or a finding: the hop that is meant, or a hop of the flow. */
  readonly about?: ExchangeId | null;
  /** For one finding: the check it is of. */
  readonly check?: string | null;
}

export function captureFile({ capture, story, second }: Redacted<Recording>, options: WriteOptions): Redacted<CaptureFile> {
  return {
    format: 'roundtrip.capture',
    version: 1,
    createdAt: options.createdAt.toISOString(),
    tool: { name: 'roundtrip', version: options.version },
    redaction: 'share-safe',
    story,
    ...stored(capture, options),
    second: second && { how: second.how, ...stored(second.capture, options) },
  } satisfies CaptureFile as unknown as Redacted<CaptureFile>;
}

function stored(safe: Capture, { version }: WriteOptions): StoredCapture {
  return {
    browser: safe.source.creator,
    machine: safe.machine,
    settings: safe.settings,
    source: safe.source,
    gaps: safe.gaps,
    restartedAt: safe.restartedAt,
    skipped: safe.skipped,
    live: safe.live,
    asOf: safe.asOf,
    exchanges: safe.exchanges,
    analysis: buildReport(safe, { profile: 'default', policy: 'share-safe', version }),
  };
}
