/** The worker that opens files and the page's end of it, with every message copied on its way as a browser does. */
import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { analyze } from '../../lib/analyze.ts';
import type { Recording } from '../../lib/model/recording.ts';
import { createReader } from '../../lib/reader.ts';
import { type DeskState, emptyDesk, type FileToOpen } from '../../lib/session/desk.ts';
import { createReaderClient, type ReaderPort } from '../../lib/session/reader-client.ts';
import type { FromReader, ToReader } from '../../lib/session/reading.ts';
import { flowsInView } from '../../lib/session/view.ts';
import { openFile } from '../../lib/transfer/open-file.ts';
import { entry, harOf } from '../build/har-file.ts';
import { largeHarText } from '../build/large-har.ts';

function pair(started: () => ReaderPort = workerLike) {
  const desk = createStore<DeskState>(() => emptyDesk);
  const ports: ReaderPort[] = [];
  const client = createReaderClient(desk, {
    start: () => {
      const port = started();
      ports.push(port);
      return port;
    },
    version: () => '1.2.3',
  });
  return { desk, client, ports };
}

/** Every message the page got. */
const said: FromReader[] = [];

function workerLike(): ReaderPort {
  const port: ReaderPort = { postMessage: () => {}, onmessage: null, onerror: null };
  const hear = createReader((message) => {
    const copy = structuredClone(message);
    said.push(copy);
    queueMicrotask(() => port.onmessage?.({ data: copy } as MessageEvent<FromReader>));
  });
  port.postMessage = (message: ToReader) => {
    const copy = typeof message === 'object' && message.say === 'open' ? message : structuredClone(message);
    setTimeout(() => hear(copy));
  };
  return port;
}

const fileOf = (name: string, text: string | Uint8Array<ArrayBuffer>): FileToOpen => Object.assign(new Blob([text]), { name });
const recordingOf = (text: string): Recording => {
  const file = openFile(text);
  if (file.kind !== 'read') throw new Error(file.because);
  return file.recording;
};

const large = largeHarText({ bytes: 6_000_000, logins: 40, every: 3 });
const largeBytes = new TextEncoder().encode(large).length;
const small = largeHarText({ bytes: 1_000, logins: 1, every: 3 });

describe('a file that is opened beside the page', () => {
  it('comes as it would have been judged in the page, with all that the page looks at', async () => {
    const { desk, client } = pair();
    await client.open('large.har', fileOf('large.har', large));
    const [document] = desk.getState().documents;
    const { capture } = recordingOf(large);
    const analysis = analyze(capture);
    expect(document?.requests).toBe(capture.exchanges.length);
    expect(document?.first.analysis).toEqual(analysis);
    const shown = new Map(document?.first.capture.exchanges.map((one) => [one.id, one]));
    expect(shown.size).toBeLessThan(capture.exchanges.length);
    const named = new Set(JSON.stringify(analysis).match(/x\d+\.\d+/g));
    for (const one of capture.exchanges) if (named.has(one.id)) expect(shown.get(one.id)).toEqual(one);
    expect(document?.first.capture).toEqual({ ...capture, exchanges: [...shown.values()] });
    const view = { analysis, tab: null, ignored: [] };
    expect(flowsInView({ ...view, capture: document?.first.capture ?? null })).toEqual(flowsInView({ ...view, capture }));
  });

  it('comes in pieces, and says how far it is', async () => {
    said.length = 0;
    const { desk, client } = pair();
    const phases = new Set<string>();
    desk.subscribe(({ opening }) => {
      for (const { phase, read } of opening) phases.add(`${phase} ${read > 0 && read < largeBytes ? 'some' : read}`);
    });
    await client.open('large.har', fileOf('large.har', large));
    expect([...phases]).toEqual(['waiting 0', 'reading 0', 'reading some', `reading ${largeBytes}`, `judging ${largeBytes}`]);
    const pieces = said.filter((one) => one.say === 'piece');
    expect(pieces.length).toBeGreaterThan(3);
    for (const { piece } of pieces) expect(JSON.stringify(piece).length).toBeLessThan(1_000_000);
    expect(desk.getState().opening).toEqual([]);
  });

  it('is one of several: they come in their order, and what can not be read says why', async () => {
    const { desk, client } = pair();
    await Promise.all([
      client.open('one.har', fileOf('one.har', large)),
      client.open('none.har', fileOf('none.har', '{"log":')),
      client.open('Pasted text', small),
    ]);
    expect(desk.getState().documents.map(({ name }) => name)).toEqual(['one.har', 'Pasted text']);
    expect(desk.getState().refused).toMatchObject([
      { name: 'none.har', because: 'it ends in the middle of the JSON, as if it had been cut off' },
    ]);
  });

  it('is called off while it is read, and the next one is read', async () => {
    const { desk, client } = pair();
    const first = client.open('first.har', fileOf('first.har', large));
    const second = client.open('second.har', fileOf('second.har', small));
    const stop = desk.subscribe(({ opening }) => {
      const one = opening.find(({ name, phase, read }) => name === 'first.har' && phase === 'reading' && read > 0);
      if (!one) return;
      stop();
      client.cancel(one.id);
    });
    await first;
    expect(desk.getState().opening.map(({ name }) => name)).toEqual(['second.har']);
    said.length = 0;
    await second;
    expect(desk.getState().documents.map(({ name }) => name)).toEqual(['second.har']);
    expect(said.filter((one) => one.say === 'opened')).toHaveLength(1);
  });

  it('is saved whole by the reader, as long as it is open', async () => {
    const { desk, client } = pair();
    await client.open('large.har', fileOf('large.har', large));
    const id = desk.getState().documents[0]?.id ?? 0;
    const leaving = await client.prepare(id, 'capture');
    if (leaving.kind !== 'ready') throw new Error('refused');
    expect(leaving.leaves.requests).toBe(recordingOf(large).capture.exchanges.length);
    // As text it would be copied letter by letter on the page's own thread.
    if (!(leaving.text instanceof Blob)) throw new Error('not a Blob');
    const text = await leaving.text.text();
    expect(leaving.text.type).toBe(leaving.mime);
    expect(text).not.toContain('CANARY');
    expect(text).toContain('1.2.3');
    client.close(id);
    expect(desk.getState().documents).toEqual([]);
    await expect(client.prepare(id, 'capture')).rejects.toThrow();
  });

  it('says what the system says of it', async () => {
    const { desk, client } = pair();
    const gone = Object.assign(new Blob([]), { name: 'gone.har' });
    Object.defineProperty(gone, 'size', { value: 9_000_000 });
    gone.slice = () => Object.assign(new Blob([]), { arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) });
    await client.open('gone.har', gone);
    expect(desk.getState().refused).toMatchObject([{ because: 'it can not be read: perhaps it was moved, or is a folder' }]);
  });
});

it('a reader that does not start says so, and the next file asks for another one', async () => {
  let broken = true;
  const { desk, client, ports } = pair(() => {
    if (!broken) return workerLike();
    const port: ReaderPort = { postMessage: () => {}, onmessage: null, onerror: null };
    setTimeout(() => port.onerror?.(new Event('error', { cancelable: true }) as ErrorEvent));
    return port;
  });
  await client.open('one.har', fileOf('one.har', small));
  expect(desk.getState()).toMatchObject({
    opening: [],
    documents: [],
    refused: [{ name: 'one.har', because: expect.stringMatching(/does not run/) }],
  });
  broken = false;
  await client.open('two.har', fileOf('two.har', small));
  expect(desk.getState().documents).toHaveLength(1);
  expect(ports).toHaveLength(2);
});

it('two attempts and the words of the user come along', async () => {
  const capture = JSON.stringify(harOf([entry({ url: 'https://app.example/' })]));
  const { desk, client } = pair();
  await client.open('har', capture);
  const id = desk.getState().documents[0]?.id ?? 0;
  const leaving = await client.prepare(id, 'capture');
  const file = JSON.parse(leaving.kind === 'ready' ? await new Blob([leaving.text]).text() : '{}') as Record<string, unknown>;
  const two = JSON.stringify({ ...file, story: { did: 'I pressed the button', saw: '' }, second: { ...file, how: 'private-window' } });
  await client.open('two', two);
  const document = desk.getState().documents[1];
  expect(document).toMatchObject({ story: { did: 'I pressed the button' }, second: { how: 'private-window' } });
  expect(document?.second?.capture.exchanges).toHaveLength(1);
});
