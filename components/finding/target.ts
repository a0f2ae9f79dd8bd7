import type { Evidence } from '../../lib/model/place.ts';

/** A place that was jumped to. The number tells two jumps to the same place apart. */
export interface Target extends Evidence {
  readonly serial: number;
}
