/** What the page and its reader say to each other. The reader opens files beside the page, keeps them whole, and hands over what is shown. */
import type { Capture } from '../model/capture.ts';
import type { Exchange } from '../model/exchange.ts';
import type { JudgedFlow } from '../model/finding.ts';
import type { Again, Story } from '../model/recording.ts';
import type { Judged, OpenedDocument } from './desk.ts';
import type { LeaveFormat, Leaving } from './leaving.ts';

export type ToReader =
  | { readonly say: 'open'; readonly id: number; readonly file: Blob | string }
  /** Closed, or not wanted any more while it is read. */
  | { readonly say: 'forget'; readonly id: number }
  | { readonly say: 'prepare'; readonly request: number; readonly id: number; readonly format: LeaveFormat; readonly version: string };

export type FromReader =
  /** Bytes; `of` is all of them. */
  | { readonly say: 'read'; readonly id: number; readonly read: number; readonly of: number }
  | { readonly say: 'judging'; readonly id: number }
  | { readonly say: 'piece'; readonly id: number; readonly attempt: AttemptNumber; readonly piece: Piece }
  | { readonly say: 'opened'; readonly id: number; readonly facts: OpenedFacts }
  /** A phrase of English. */
  | { readonly say: 'refused'; readonly id: number; readonly because: string }
  | { readonly say: 'prepared'; readonly request: number; readonly leaving: Leaving }
  /** A mistake of ours. */
  | { readonly say: 'failed'; readonly request: number };

export type AttemptNumber = 0 | 1;

/** So much of an attempt that a page takes it in between two pictures. */
export type Piece =
  | { readonly of: 'exchanges'; readonly items: readonly Exchange[] }
  | { readonly of: 'flows'; readonly items: readonly JudgedFlow[] };

export interface OpenedFacts {
  /** In the file, shown or not. */
  readonly requests: number;
  readonly story: Story | null;
  readonly first: AttemptFacts;
  readonly second: (AttemptFacts & { readonly how: Again }) | null;
}

/** An attempt without what came in pieces. */
export interface AttemptFacts {
  readonly capture: Omit<Capture, 'exchanges'>;
  readonly findings: Judged['analysis']['findings'];
}

/** The pieces of one attempt, put together as they come. */
export class Pieces {
  readonly #exchanges: Exchange[] = [];
  readonly #flows: JudgedFlow[] = [];

  add(piece: Piece): void {
    if (piece.of === 'exchanges') for (const one of piece.items) this.#exchanges.push(one);
    else for (const one of piece.items) this.#flows.push(one);
  }

  whole({ capture, findings }: AttemptFacts): Judged {
    return { capture: { ...capture, exchanges: this.#exchanges }, analysis: { flows: this.#flows, findings } };
  }
}

export function documentOf(id: number, name: string, facts: OpenedFacts, pieces: Readonly<Record<AttemptNumber, Pieces>>): OpenedDocument {
  const { requests, story, first, second } = facts;
  return { id, name, requests, story, first: pieces[0].whole(first), second: second && { how: second.how, ...pieces[1].whole(second) } };
}
