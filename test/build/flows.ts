/** What correlation made of a drawn trace, in words short enough to compare by eye. */
import { expect, it } from 'vitest';
import { link } from '../../lib/correlate/link.ts';
import type { Exchange } from '../../lib/model/exchange.ts';
import type { Flow } from '../../lib/model/flow.ts';
import { capture, type DrawnSource, type DrawOptions, draw } from './trace.ts';

export interface Linked {
  readonly flows: readonly Flow[];
  readonly exchanges: readonly Exchange[];
  /** The number of the drawn request behind an exchange, `-` for null. */
  readonly numberOf: (id: string | null | undefined) => string;
}

export function linked(trace: string, source: DrawnSource, options: DrawOptions = {}): Linked {
  const { capture: taken, idOf } = capture(trace, source, options);
  const numbers = new Map(draw(trace).map((_, index) => [String(idOf(index + 1)), String(index + 1)]));
  return {
    flows: link(taken.exchanges),
    exchanges: taken.exchanges,
    numberOf: (id) => (id === null || id === undefined ? '-' : (numbers.get(id) ?? id)),
  };
}

/** `login in f1: 1 start, 2 authorization-request, 3 callback` */
export function describeFlows({ flows, numberOf }: Linked): string[] {
  return flows.map((flow) => {
    const steps = flow.steps.map((step) => `${numberOf(step.exchange)} ${step.role}`).join(', ');
    return `${flow.kind}${flow.parent ? ` in ${flow.parent}` : ''}${flow.orphan ? ' (orphan)' : ''}: ${steps}`;
  });
}

export const sources: readonly DrawnSource[] = ['web-request', 'har'];

export interface Told extends DrawOptions {
  readonly trace: string;
  readonly flows: readonly string[];
  /** Where only one of the two sources can show it. */
  readonly only?: DrawnSource;
}

/** Each trace gives these flows, whichever source recorded it. */
export function tells(table: Readonly<Record<string, Told>>): void {
  for (const [name, told] of Object.entries(table))
    for (const source of sources.filter((s) => (told.only ?? s) === s))
      it(`${name} (${source})`, () => {
        expect(describeFlows(linked(told.trace, source, told))).toEqual(told.flows);
      });
}
