/** Which answers are read: those of OAuth endpoints, where the user wants it. */
import type { BeginEvent } from '../../lib/model/event.ts';
import type { Settings } from '../../lib/model/settings.ts';
import { asksEndpoint } from '../../lib/record/endpoints.ts';

export class Answers {
  /** Null while they are not read. */
  #settings: Settings | null = null;

  apply(settings: Settings): void {
    this.#settings = settings;
  }

  wants(begin: BeginEvent, thirdParty: boolean): boolean {
    const { bodies, thirdPartyBodies } = this.#settings ?? { bodies: true, thirdPartyBodies: true };
    return bodies && (thirdPartyBodies || !thirdParty) && asksEndpoint(begin);
  }
}
