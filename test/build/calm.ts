/** Logins that are in order, or that people end on purpose: whatever was recorded, nothing above a remark may be said about them. */
import { expect, it } from 'vitest';
import { analyze } from '../../lib/analyze.ts';
import { browsers, type Calm, keepTable, sources } from './tables.ts';
import { capture } from './trace.ts';

/** Every trace is recorded by both sources in both browsers, unless it says otherwise. */
export function calm(table: Readonly<Record<string, string | Calm>>): void {
  keepTable({ kind: 'calm', captures: table });
  for (const [name, value] of Object.entries(table)) {
    const drawn: Calm = typeof value === 'string' ? { trace: value } : value;
    for (const source of sources.filter((s) => (drawn.only ?? s) === s))
      for (const browser of browsers.filter((b) => (drawn.browser ?? b) === b))
        it(`${name} (${source}, ${browser})`, () => {
          const { flows, findings } = analyze(capture(drawn.trace, source, { ...drawn, browser }).capture);
          expect(flows.length > 0, 'a login is found').toBe(drawn.nothing !== true);
          const said = [...findings, ...flows.flatMap((flow) => flow.findings)];
          expect(said.filter((f) => f.severity !== 'info').map((f) => `${f.severity} ${f.check}/${f.message}`)).toEqual([]);
          expect(flows.map((flow) => flow.headline).filter((headline) => headline !== null)).toEqual([]);
          expect(flows.filter((flow) => flow.outcome === 'failed')).toEqual([]);
          expect(flows.flatMap((flow) => flow.results).filter((result) => result.verdict.kind === 'crashed')).toEqual([]);
        });
  }
}
