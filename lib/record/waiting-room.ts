/** Page resources and calls of which it is not yet known whether they matter: that shows in their headers or their redirect. */
import type { BeginEvent, CaptureEvent, WebRequestEvent } from '../model/event.ts';
import { resourceMatters, showsToken } from './keep.ts';

/** Unfinished ones held in memory; beyond that the oldest go. */
const mostHeld = 2_000;

export class WaitingRoom {
  readonly #held = new Map<string, CaptureEvent[]>();

  hold(event: BeginEvent): void {
    const [oldest] = this.#held.keys();
    if (this.#held.size >= mostHeld && oldest !== undefined) this.#held.delete(oldest);
    this.#held.set(event.request, [event]);
  }

  clear(): void {
    this.#held.clear();
  }

  /**
   * The next event of a request. Null: it does not wait here. Else all of its events, to be kept now, or none.
   * `mayCall` is asked whether one more call with a token may be kept that was not refused.
   */
  next(event: Exclude<WebRequestEvent, BeginEvent>, mayCall: (tab: number) => boolean): readonly CaptureEvent[] | null {
    const held = this.#held.get(event.request);
    if (!held) return null;
    held.push(event);
    const [first] = held;
    if (resourceMatters(held) || (showsToken(event) && first?.kind === 'begin' && mayCall(first.tab))) {
      this.#held.delete(event.request);
      return held;
    }
    if (event.kind === 'complete' || event.kind === 'fail') this.#held.delete(event.request);
    return [];
  }
}
