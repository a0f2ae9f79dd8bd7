/** The gate: what leaves was redacted once, said anew from what was left, and searched for every value that was replaced. */
import type { Recording } from '../model/recording.ts';
import type { Redacted } from '../model/redacted.ts';
import { addressOf } from '../read/url.ts';
import { redactRecording } from '../redact/file/capture.ts';
import type { HiddenCounts } from '../redact/file/kinds.ts';
import { type CaptureFile, captureFile, type WriteOptions } from './capture-file.ts';
import { buildRecordingReport, type RecordingReport } from './recording-report.ts';
import { buildReport, type Report } from './report.ts';
import { toCurl } from './to-curl.ts';
import { harFile } from './to-har.ts';
import { toHtml } from './to-html.ts';
import { findingMarkdown, toMarkdown } from './to-markdown.ts';
import { toSvg } from './to-svg.ts';

export type LeavingFormat = 'capture' | 'har' | 'markdown' | 'html' | 'svg' | 'curl' | 'finding';

export type Prepared =
  | {
      readonly kind: 'ready';
      readonly text: string;
      readonly fileName: string;
      readonly mime: string;
      /** Different values that were replaced. */
      readonly hidden: HiddenCounts;
    }
  /** So many of the values that were replaced would still stand in it: a bug, and nothing leaves. */
  | { readonly kind: 'refused'; readonly leaks: number; readonly hidden: HiddenCounts };

interface Rendered {
  readonly text: string;
  /** What the text says, before a format's own marks could hide a value from a search. */
  readonly said: string;
  readonly report: Report;
}

const writers: Readonly<
  Record<
    LeavingFormat,
    {
      readonly ending: string;
      readonly mime: string;
      readonly write: (safe: Redacted<Recording>, options: WriteOptions) => Rendered;
    }
  >
> = {
  capture: { ending: 'roundtrip.json', mime: 'application/json', write: writeCapture },
  har: { ending: 'har', mime: 'application/json', write: writeHar },
  markdown: { ending: 'md', mime: 'text/markdown', write: (safe, options) => writeReport(safe, options, toMarkdown) },
  html: { ending: 'html', mime: 'text/html', write: (safe, options) => writeReport(safe, options, toHtml) },
  svg: { ending: 'svg', mime: 'image/svg+xml', write: writePicture },
  curl: { ending: 'sh', mime: 'text/x-shellscript', write: writeCommand },
  finding: { ending: 'md', mime: 'text/markdown', write: writeFinding },
};

/** Hold one attempt and nobody's words. */
const alone: ReadonlySet<LeavingFormat> = new Set(['har', 'svg', 'curl', 'finding']);

export function prepare(recording: Recording, format: LeavingFormat, options: WriteOptions): Prepared {
  // What has no place for it does not count it among what was hidden.
  const held = alone.has(format) ? { ...recording, story: null, second: null } : recording;
  const { recording: safe, hidden, leaksIn } = redactRecording(held);
  const { ending, mime, write } = writers[format];
  const { text, said, report } = write(safe, options);
  const leaks = new Set([...leaksIn(text), ...leaksIn(said)]).size;
  if (leaks > 0) return { kind: 'refused', leaks, hidden };
  return { kind: 'ready', text, fileName: fileName(appHost(report), options.createdAt, ending), mime, hidden };
}

function writeCapture(safe: Redacted<Recording>, options: WriteOptions): Rendered {
  const file: Redacted<CaptureFile> = captureFile(safe, options);
  return { text: `${JSON.stringify(file)}\n`, said: '', report: file.analysis };
}

function writeHar(safe: Redacted<Recording>, options: WriteOptions): Rendered {
  const text = `${JSON.stringify(harFile(safe, options), null, 2)}\n`;
  return { text, said: '', report: buildReport(safe.capture, { profile: 'default', policy: 'share-safe', version: options.version }) };
}

function writeReport(
  safe: Redacted<Recording>,
  { version }: WriteOptions,
  render: (report: Redacted<RecordingReport>, name: string) => string,
): Rendered {
  const report = buildRecordingReport(safe, { profile: 'default', policy: 'share-safe', version });
  return { text: render(report, appHost(report) ?? 'this browser'), said: JSON.stringify(report), report };
}

function writePicture(safe: Redacted<Recording>, { about = null, version }: WriteOptions): Rendered {
  const { text, report } = toSvg(safe, about, version);
  return { text, said: JSON.stringify(report), report };
}

function writeCommand(safe: Redacted<Recording>, { about = null, version }: WriteOptions): Rendered {
  const command = toCurl(safe, about, version);
  if (!command) throw new Error('this hop is no request that curl can send');
  return { text: command.text, said: '', report: command.report };
}

function writeFinding(safe: Redacted<Recording>, { about = null, check = null, version }: WriteOptions): Rendered {
  const report = buildReport(safe.capture, { profile: 'default', policy: 'share-safe', version });
  return { text: findingMarkdown(report, about, check), said: JSON.stringify(report), report };
}

/** The app that somebody could not log in to, or the one of the first login. */
function appHost({ flows }: Report): string | null {
  const apps = flows.filter(({ client }) => client !== null);
  const app = apps.find(({ outcome }) => outcome === 'failed') ?? apps.find(({ kind }) => kind === 'login') ?? apps[0];
  return addressOf(app?.client ?? '')?.host ?? null;
}

const longestName = 80;

/** Every system takes it: no capitals, no blanks, no dot or dash at a seam. */
export function fileName(host: string | null, at: Date, ending: string): string {
  const time = at.toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-');
  const tail = `${time}.${ending}`;
  const words = (host ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '-')
    .slice(0, longestName - tail.length - 'login--'.length)
    .replace(/^[.-]+|(?<![.-])[.-]+$/g, '')
    .replace(/(?<![.-])[.-]*\.[.-]*/g, '.');
  return ['login', words, tail].filter((part) => part !== '').join('-');
}
