/** The capture file of design 4.3: a redacted capture and what was said of it on the day. */
import type { Capture } from '../model/capture.ts';
import type { Redacted } from '../model/redacted.ts';
import { redactCapture } from '../redact/file/capture.ts';
import { buildReport, type Report } from './report.ts';

export interface CaptureFile {
  readonly format: 'roundtrip.capture';
  readonly version: 1;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly tool: { readonly name: 'roundtrip'; readonly version: string };
  /** The browser's name and version, or the program the capture was read from. */
  readonly browser: string | null;
  readonly settings: Capture['settings'];
  /** The user's own words, null where nobody asked for any. */
  readonly story: null;
  readonly redaction: 'share-safe';
  readonly source: Capture['source'];
  readonly gaps: Capture['gaps'];
  readonly skipped: Capture['skipped'];
  readonly live: boolean;
  /** Epoch milliseconds. */
  readonly asOf: number;
  readonly exchanges: Capture['exchanges'];
  readonly analysis: Report;
}

export interface WrittenCapture {
  readonly text: string;
  /** Different values that were replaced. */
  readonly hidden: number;
  /** How many of them would still stand in the text: then it must not leave. */
  readonly leaks: number;
}

export function writeCaptureFile(capture: Capture, options: { readonly version: string; readonly createdAt: Date }): WrittenCapture {
  const { capture: safe, hidden, leaksIn } = redactCapture(capture);
  const file = {
    format: 'roundtrip.capture',
    version: 1,
    createdAt: options.createdAt.toISOString(),
    tool: { name: 'roundtrip', version: options.version },
    browser: safe.source.creator,
    settings: safe.settings,
    story: null,
    redaction: 'share-safe',
    source: safe.source,
    gaps: safe.gaps,
    skipped: safe.skipped,
    live: safe.live,
    asOf: safe.asOf,
    exchanges: safe.exchanges,
    analysis: buildReport(safe, { profile: 'default', policy: 'share-safe', version: options.version }),
  } satisfies CaptureFile as unknown as Redacted<CaptureFile>;
  const text = `${JSON.stringify(file)}\n`;
  return { text, hidden, leaks: leaksIn(text).length };
}
