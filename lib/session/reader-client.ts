/** The page's end of the reader: files wait in line, are read one after another, and can be called off. */
import type { StoreApi } from 'zustand/vanilla';
import type { DeskState, FileToOpen, Opening } from './desk.ts';
import type { LeaveFormat, Leaving } from './leaving.ts';
import { documentOf, type FromReader, Pieces, type ToReader } from './reading.ts';

/** A worker, as much of it as is needed. */
export interface ReaderPort {
  postMessage(message: ToReader): void;
  onmessage: ((event: MessageEvent<FromReader>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface ReaderClient {
  /** Settles when the file is opened, refused or called off. */
  open(name: string, file: FileToOpen | string): Promise<void>;
  cancel(id: number): void;
  close(id: number): void;
  prepare(id: number, format: LeaveFormat): Promise<Leaving>;
}

interface Pending {
  readonly pieces: { readonly 0: Pieces; readonly 1: Pieces };
  readonly settle: () => void;
}

const noReader = 'it can not be read: the part of Roundtrip that reads files does not run. Close this page and open it again';

/** `start` is asked for a worker when the first file comes. */
export function createReaderClient(
  desk: StoreApi<DeskState>,
  { start, version }: { readonly start: () => ReaderPort; readonly version: () => string },
): ReaderClient {
  const pending = new Map<number, Pending>();
  const asked = new Map<number, { readonly resolve: (leaving: Leaving) => void; readonly reject: (reason: Error) => void }>();
  let port: ReaderPort | null = null;
  let lastId = 0;

  const change = (id: number, how: Partial<Opening>) =>
    desk.setState((s) => ({ opening: s.opening.map((one) => (one.id === id ? { ...one, ...how } : one)) }));

  /** Nothing more comes of it. */
  const over = (id: number, result: Partial<DeskState> = {}) => {
    const waiting = pending.get(id);
    pending.delete(id);
    desk.setState((s) => ({ opening: s.opening.filter((one) => one.id !== id), ...result }));
    waiting?.settle();
  };

  const refuse = (id: number, because: string) => {
    const { opening, refused } = desk.getState();
    const name = opening.find((one) => one.id === id)?.name ?? '';
    over(id, { refused: [...refused, { id, name, because }] });
  };

  const hear = (said: FromReader) => {
    if (said.say === 'prepared' || said.say === 'failed') {
      const waiting = asked.get(said.request);
      asked.delete(said.request);
      if (said.say === 'prepared') waiting?.resolve(said.leaving);
      else waiting?.reject(new Error('the reader failed'));
      return;
    }
    const waiting = pending.get(said.id);
    // It was called off while this was on its way.
    if (!waiting) return;
    switch (said.say) {
      case 'read':
        return change(said.id, { phase: 'reading', read: said.read, bytes: said.of });
      case 'judging':
        return change(said.id, { phase: 'judging' });
      case 'piece':
        return waiting.pieces[said.attempt].add(said.piece);
      case 'refused':
        return refuse(said.id, said.because);
      case 'opened': {
        const { opening, documents } = desk.getState();
        const name = opening.find((one) => one.id === said.id)?.name ?? '';
        return over(said.id, { documents: [...documents, documentOf(said.id, name, said.facts, waiting.pieces)] });
      }
    }
  };

  const reader = (): ReaderPort => {
    if (port) return port;
    const begun = start();
    begun.onmessage = ({ data }) => hear(data);
    begun.onerror = (event) => {
      event.preventDefault();
      if (port === begun) port = null;
      for (const id of [...pending.keys()]) refuse(id, noReader);
      for (const waiting of asked.values()) waiting.reject(new Error('the reader does not run'));
      asked.clear();
    };
    port = begun;
    return begun;
  };

  return {
    open: (name, file) =>
      new Promise((settle) => {
        const id = ++lastId;
        const bytes = typeof file === 'string' ? file.length : file.size;
        pending.set(id, { pieces: { 0: new Pieces(), 1: new Pieces() }, settle });
        desk.setState((s) => ({ opening: [...s.opening, { id, name, phase: 'waiting', read: 0, bytes }] }));
        reader().postMessage({ say: 'open', id, file });
      }),
    cancel: (id) => {
      port?.postMessage({ say: 'forget', id });
      over(id);
    },
    close: (id) => {
      port?.postMessage({ say: 'forget', id });
      desk.setState((s) => ({ documents: s.documents.filter((one) => one.id !== id) }));
    },
    prepare: (id, format) =>
      new Promise((resolve, reject) => {
        const request = ++lastId;
        asked.set(request, { resolve, reject });
        reader().postMessage({ say: 'prepare', request, id, format, version: version() });
      }),
  };
}
