/** What is known to go wrong with logins in the field, by letter and number of the list it comes from, and what is said about it. */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import { browsers, keepTable, sources } from '../../build/tables.ts';
import { capture, type DrawnSource } from '../../build/trace.ts';
import { browserPolicy } from './browser-policy.ts';
import { codesAndTime } from './codes-and-time.ts';
import { inTransit } from './in-transit.ts';
import { lostMemory } from './lost-memory.ts';
import { lostSession } from './lost-session.ts';
import { placement } from './placement.ts';
import { returnAddress } from './return-address.ts';
import type { Row, Rows } from './row.ts';
import { sizeAndTransport } from './size-and-transport.ts';

function judge(row: Row, source: DrawnSource, browser: 'chrome' | 'firefox') {
  const { flows } = analyze(capture(row.trace, source, { ...row, browser }).capture);
  return {
    headlines: flows.map((flow) => flow.headline).filter((headline) => headline !== null),
    causes: flows.flatMap((flow) => flow.findings.filter((f) => f.check === flow.headline && f.role === 'cause')),
    said: flows.flatMap((flow) => flow.findings.map((f) => `${f.check}/${f.message}`)),
  };
}

function told(rows: Rows): void {
  keepTable({ kind: 'rows', rows });
  for (const [name, row] of Object.entries(rows))
    for (const source of sources.filter((s) => (row.only ?? s) === s))
      for (const browser of browsers.filter((b) => (row.browser ?? b) === b))
        it(`${name} (${source}, ${browser})`, () => {
          const { headlines, causes, said } = judge(row, source, browser);
          if (row.remark) {
            expect(said).toContain(row.says);
            expect(headlines).toEqual([]);
            return;
          }
          // Of several attempts the first shows it; the last may end with the drawing.
          const [cause] = causes;
          expect(`${cause?.check}/${cause?.message}`, `said: ${said.join(', ')}`).toBe(row.says);
        });
}

const letters: Readonly<Record<string, readonly [about: string, rows: Rows]>> = {
  A: ['what the app remembered of the login was lost', { ...lostMemory, ...lostSession }],
  B: ['a value was changed on its way', inTransit],
  C: ['the address to return to', returnAddress],
  D: ['the place of the answer', placement],
  E: ['rules of the browser', browserPolicy],
  F: ['codes, clocks and metadata', codesAndTime],
  G: ['size and transport', sizeAndTransport],
};

for (const [letter, [about, rows]] of Object.entries(letters)) describe(`${letter} ${about}`, () => told(rows));

/** Rows without a drawing, and why. */
const undrawn: Readonly<Record<string, string>> = {
  D5: 'it is no failure: names like those of an answer in an address of the app (traps, 15)',
  E6: 'a click after which nothing is requested leaves no trace',
  F9: 'the login is in order; what is missing shows an hour later',
  E9: 'a window that is not opened requests nothing',
};
const most: Readonly<Record<string, number>> = { A: 24, B: 8, C: 9, D: 5, E: 18, F: 10, G: 6 };

describe('the list of what goes wrong', () => {
  it('is drawn row by row', () => {
    const drawn = new Set(Object.values(letters).flatMap(([, rows]) => Object.keys(rows).map((name) => name.split(' ', 1)[0] ?? '')));
    const all = Object.entries(most).flatMap(([letter, count]) => Array.from({ length: count }, (_, i) => `${letter}${i + 1}`));
    expect(all.filter((row) => !drawn.has(row) && !(row in undrawn))).toEqual([]);
    expect(Object.keys(undrawn).filter((row) => drawn.has(row))).toEqual([]);
  });
});
