/** Opens files beside the page, in a worker: the page stays free, gets only what it shows, and in pieces it takes in one by one. */
import { analyze } from './analyze.ts';
import { leavingOf } from './leaving.ts';
import type { Capture } from './model/capture.ts';
import type { Exchange } from './model/exchange.ts';
import type { Analysis } from './model/finding.ts';
import type { Recording } from './model/recording.ts';
import type { Leaving } from './session/leaving.ts';
import type { AttemptFacts, AttemptNumber, FromReader, ToReader } from './session/reading.ts';
import { shownOf } from './session/shown.ts';
import { openFile } from './transfer/open-file.ts';
import { type FileSource, openSource } from './transfer/open-source.ts';

const chunkBytes = 1 << 21;
/** Nobody sees smaller steps than these, or than a hundredth of the file. */
const tellBytes = 4_000_000;
/** About what a page takes in within a few milliseconds. */
const pieceChars = 300_000;
const pieceItems = 100;

class CalledOff extends Error {
  override readonly name = 'CalledOff';
}

/** `say` posts to the page; what it returns hears what the page says. */
export function createReader(say: (message: FromReader) => void): (message: ToReader) => void {
  const kept = new Map<number, Recording>();
  const wanted = new Set<number>();
  let line = Promise.resolve();

  const open = async (id: number, file: Blob | string) => {
    try {
      const onRead = (read: number, of: number) => {
        if (!wanted.has(id)) throw new CalledOff();
        say({ say: 'read', id, read, of });
      };
      if (!wanted.has(id)) return;
      onRead(0, typeof file === 'string' ? file.length : file.size);
      const opened = typeof file === 'string' ? openFile(file) : await openSource(sourceOf(file, onRead));
      if (opened.kind === 'unreadable') return say({ say: 'refused', id, because: opened.because });
      say({ say: 'judging', id });
      // A moment in which it may be called off.
      await new Promise((resolve) => setTimeout(resolve));
      if (!wanted.has(id)) return;
      handOver(id, opened.recording);
      kept.set(id, opened.recording);
    } catch (error) {
      if (error instanceof CalledOff) return;
      say({ say: 'refused', id, because: whyNot(error) });
    } finally {
      wanted.delete(id);
    }
  };

  const handOver = (id: number, recording: Recording) => {
    const { capture, story, second } = recording;
    const attempt = (number: AttemptNumber, whole: Capture): AttemptFacts => {
      const analysis = analyze(whole);
      for (const piece of piecesOf(whole, analysis)) say({ say: 'piece', id, attempt: number, piece });
      const { exchanges: _, ...facts } = whole;
      return { capture: facts, findings: analysis.findings };
    };
    const first = attempt(0, capture);
    const other = second && { how: second.how, ...attempt(1, second.capture) };
    say({ say: 'opened', id, facts: { requests: capture.exchanges.length, story, first, second: other } });
  };

  return (message) => {
    switch (message.say) {
      case 'open':
        wanted.add(message.id);
        line = line.then(() => open(message.id, message.file));
        return;
      case 'forget':
        wanted.delete(message.id);
        kept.delete(message.id);
        return;
      case 'prepare': {
        const { request, id, format, version } = message;
        const recording = kept.get(id);
        try {
          if (recording) return say({ say: 'prepared', request, leaving: asBlob(leavingOf(recording, format, version)) });
        } catch {}
        return say({ say: 'failed', request });
      }
    }
  };
}

const asBlob = (leaving: Leaving<string>): Leaving =>
  leaving.kind === 'refused' ? leaving : { ...leaving, text: new Blob([leaving.text], { type: leaving.mime }) };

/** The system says why a file can not be read; anything else is a mistake of ours. */
function whyNot(error: unknown): string {
  if (error instanceof DOMException) return 'it can not be read: perhaps it was moved, or is a folder';
  return error instanceof RangeError
    ? 'it is larger than this browser can hold'
    : 'it can not be read because of a mistake in Roundtrip; please report it, without the file';
}

function sourceOf(file: Blob, onRead: (read: number, of: number) => void): FileSource {
  return {
    bytes: file.size,
    async *chunks() {
      const every = Math.max(tellBytes, file.size / 100);
      let told = 0;
      for (let at = 0; at < file.size; at += chunkBytes) {
        yield new Uint8Array(await file.slice(at, at + chunkBytes).arrayBuffer());
        const read = Math.min(file.size, at + chunkBytes);
        if (read - told < every && read < file.size) continue;
        told = read;
        onRead(read, file.size);
      }
    },
  };
}

function* piecesOf(capture: Capture, analysis: Analysis) {
  for (const items of inPieces(shownOf(capture, analysis), charsOf)) yield { of: 'exchanges', items } as const;
  // Every check says something of every flow.
  for (const items of inPieces(analysis.flows, ({ flow, results }) => (flow.steps.length + results.length) * 200))
    yield { of: 'flows', items } as const;
}

function* inPieces<T>(all: readonly T[], weigh: (item: T) => number): Generator<readonly T[]> {
  let piece: T[] = [];
  let weight = 0;
  for (const item of all) {
    piece.push(item);
    weight += weigh(item);
    if (weight < pieceChars && piece.length < pieceItems) continue;
    yield piece;
    piece = [];
    weight = 0;
  }
  if (piece.length > 0) yield piece;
}

function charsOf({ request, outcome }: Exchange): number {
  const bodies = outcome.kind === 'answered' || outcome.kind === 'redirected' ? [request.body, outcome.body] : [request.body];
  const texts = bodies.map((body) => (body.seen && body.value.kind === 'text' ? body.value.text.length : 0));
  const headers = outcome.kind === 'pending' ? request.headers.fields : [...request.headers.fields, ...outcome.headers.fields];
  // An object costs more than its characters.
  return (
    headers.reduce((sum, { value }) => sum + value.length + 100, request.url.length + 500) + texts.reduce((sum, length) => sum + length, 0)
  );
}
