/** A file from outside, of whatever kind: told apart by its content, never by its name. */
import { analyze } from '../analyze.ts';
import type { Recording } from '../model/recording.ts';
import { fromCaptureFile } from '../normalize/from-capture-file.ts';
import { fromHar } from '../normalize/from-har.ts';
import { fromLink, type LinkResult } from '../normalize/from-link.ts';
import { fromSamlTracer } from '../normalize/from-saml-tracer.ts';

export type FileKind = 'har' | 'capture' | 'saml-tracer' | 'link';

export type OpenedFile =
  | {
      readonly kind: 'read';
      readonly format: FileKind;
      /** As it was parsed; null for what is not JSON. */
      readonly json: unknown;
      readonly recording: Recording;
      /** Roundtrip wrote it: the recording holds all that the file says. */
      readonly own: boolean;
    }
  /** One phrase: what is wrong with it. */
  | { readonly kind: 'unreadable'; readonly because: string };

export function decodeFile(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes.subarray(2));
  return new TextDecoder().decode(bytes);
}

/** Where JSON.parse stopped, without the piece of the file it would quote: that could be a secret. */
function whereItBroke(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  if (/unexpected end|unterminated|end of data/i.test(message)) return 'it ends in the middle of the JSON, as if it had been cut off';
  // V8 counts characters; Firefox says line and column itself.
  const place = /line (\d+),? column (\d+)/.exec(message);
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? Number.NaN);
  if (!Number.isNaN(position)) {
    const before = text.slice(0, position);
    return `it is not JSON (line ${before.split('\n').length}, column ${position - before.lastIndexOf('\n')})`;
  }
  return place ? `it is not JSON (line ${place[1]}, column ${place[2]})` : 'it is not JSON';
}

export function openFile(text: string): OpenedFile {
  if (text.trim() === '') return { kind: 'unreadable', because: 'it is empty' };
  const link = fromLink(text);
  if (link.kind !== 'other') return openLink(link);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { kind: 'unreadable', because: whereItBroke(text, error) };
  }
  return openJson(json);
}

function openLink(link: Exclude<LinkResult, { kind: 'other' }>): OpenedFile {
  if (link.kind === 'unreadable') return link;
  const { capture } = link;
  if (!analyze(capture).flows.some(({ flow }) => flow.request !== null || flow.response !== null || flow.kind === 'logout'))
    return {
      kind: 'unreadable',
      because:
        'this address neither asks a provider for a login (client_id, response_type, redirect_uri) nor brings an answer back (code, state, error)',
    };
  return { kind: 'read', format: 'link', json: null, recording: { capture, story: null, second: null }, own: false };
}

export function openJson(json: unknown): OpenedFile {
  const own = fromCaptureFile(json);
  if (own.kind === 'read') return { kind: 'read', format: 'capture', json, recording: own.recording, own: true };
  if (own.kind === 'unreadable') return own;
  const traced = fromSamlTracer(json);
  const format = traced.kind === 'other' ? 'har' : 'saml-tracer';
  const read = traced.kind === 'other' ? fromHar(json) : { ...traced, own: false };
  if (read.kind === 'unreadable') return read;
  return { kind: 'read', format, json, recording: { capture: read.capture, story: null, second: null }, own: read.own };
}
