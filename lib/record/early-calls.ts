/**
 * In the first moments of a life it is not known yet in which tabs a login runs. What pages ask for then is held, and
 * once the tabs are known, what came from them is taken and the rest is forgotten.
 */
import type { WebRequestEvent } from '../model/event.ts';

/** A page of a thousand parts must not fill the memory. */
const mostHeld = 4_000;

export class EarlyCalls {
  /** Null once the tabs are known. */
  #held: WebRequestEvent[] | null = [];

  hold(event: WebRequestEvent): void {
    if (this.#held && this.#held.length < mostHeld) this.#held.push(event);
  }

  /** Everything held of requests that began in such a tab, in the order it came. Nothing is held from now on. */
  take(isWatched: (tab: number) => boolean): readonly WebRequestEvent[] {
    const held = this.#held ?? [];
    this.#held = null;
    const wanted = new Set(held.flatMap((event) => (event.kind === 'begin' && isWatched(event.tab) ? event.request : [])));
    return held.filter(({ request }) => wanted.has(request));
  }
}
