/** Which answers are read, and whose they are: those of OAuth endpoints, where the user wants it. */
import type { AnswerEvent, BeginEvent, CaptureEvent } from '../../lib/model/event.ts';
import type { InspectedAnswer } from '../../lib/model/inspected.ts';
import type { Settings } from '../../lib/model/settings.ts';
import { asksEndpoint } from '../../lib/record/endpoints.ts';
import { Matcher } from '../../lib/record/matcher.ts';

/** The developer tools may be quicker than the browser's own events. */
const lateMs = 400;

export class Answers {
  readonly #knows: (url: string) => boolean;
  /** Null while they are not read. */
  #settings: Settings | null = null;
  readonly #matcher = new Matcher();

  /** `knows`: a provider named this address as one of its endpoints. */
  constructor(knows: (url: string) => boolean) {
    this.#knows = knows;
  }

  apply(settings: Settings): void {
    this.#settings = settings;
  }

  see(event: CaptureEvent): void {
    this.#matcher.see(event);
  }

  clear(): void {
    this.#matcher.clear();
  }

  wants(begin: BeginEvent, thirdParty: boolean): boolean {
    const { bodies, thirdPartyBodies } = this.#settings ?? { bodies: true, thirdPartyBodies: true };
    return bodies && (thirdPartyBodies || !thirdParty) && asksEndpoint(begin, this.#knows(begin.url));
  }

  /** Null where no request that was seen can be meant, or more than one. */
  async of(answer: InspectedAnswer): Promise<AnswerEvent | null> {
    const begin = this.#matcher.match(answer) ?? (await later(() => this.#matcher.match(answer)));
    return begin && { kind: 'answer', request: begin.request, at: begin.at, url: begin.url, text: answer.text, bytes: answer.bytes };
  }
}

const later = <T>(ask: () => T): Promise<T> => new Promise((resolve) => setTimeout(() => resolve(ask()), lateMs));
