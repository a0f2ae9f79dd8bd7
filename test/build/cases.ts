/** A check tested by a table: when it fails, passes, has nothing to say, and can not tell. Every trace goes through both normalizers. */
import { describe, expect, it } from 'vitest';
import { type Check, messageOf } from '../../lib/checks/define.ts';
import { link } from '../../lib/correlate/link.ts';
import { explain } from '../../lib/explain/finding.ts';
import type { Problem, Verdict } from '../../lib/model/finding.ts';
import { setScene, setStage } from '../../lib/observe/scene.ts';
import { lookup } from '../../lib/read/lookup.ts';
import { de } from '../../lib/words/de/index.ts';
import { speak } from '../../lib/words/speaking.ts';
import { asDrawn, type Cases, type Drawn, keepTable, sources } from './tables.ts';
import { capture, type DrawnSource } from './trace.ts';

export type { Cases, FailCase } from './tables.ts';

function verdicts(check: Check, drawn: Drawn, source: DrawnSource) {
  const { capture: taken, idOf } = capture(drawn.trace, source, drawn);
  const flows = link(taken.exchanges);
  const stage = setStage(taken, flows);
  return { verdicts: flows.map((flow) => check.judge(setScene(stage, flow))), idOf, stage };
}

function each<T>(
  table: Readonly<Record<string, T>>,
  drawnOf: (value: T) => Drawn,
  run: (name: string, value: T, source: DrawnSource) => void,
): void {
  for (const [name, value] of Object.entries(table))
    for (const source of sources) if ((drawnOf(value).only ?? source) === source) run(name, value, source);
}

const confidences: ReadonlySet<string> = new Set(['certain', 'likely', 'possible']);
const severities: ReadonlySet<string> = new Set(['error', 'warning', 'info']);
const owners: ReadonlySet<string> = new Set(['app', 'provider', 'user', 'browser', 'network']);

/** Whatever was found: it is one of the check's messages, every blank in its sentences is filled, and with something. */
function expectWellSaid(check: Check, problem: Problem): void {
  const message = messageOf(check, problem.message);
  expect(message, `${problem.message} is a message`).not.toBeNull();
  expect(confidences).toContain(problem.confidence);
  if (problem.severity !== undefined) expect(severities).toContain(problem.severity);
  if (problem.owner !== undefined) expect(owners).toContain(problem.owner);
  if (!message) return;
  for (const [language, sections] of [['en', {}] as const, ['de', de] as const]) {
    speak(language, sections);
    for (const [key, words] of Object.entries(explain({ ...problem, check: check.id }))) {
      const place = `${problem.message}: ${key} (${language})`;
      // What stands in backticks is spelled as the standards and programs do.
      const said = words.replaceAll(/`[^`]+`/g, 'code');
      expect(said, place).not.toMatch(/\{[a-zA-Z]+\}|`| {2}|\(\)|\s[.,;](?=\s|$)|\b(?:undefined|NaN)\b/);
      expect(said, place).toMatch(/[.!?)\w”’#“]$/);
      if (language === 'de') expect(said.replaceAll(/„[^“]*“/g, 'quoted'), place).not.toMatch(english);
    }
  }
  speak('en', {});
}

/** Words that German has not, apart from those in names and addresses: what a check puts into its sentences is said in German, too. */
const english =
  /(?<![\w.:/@-])(?:a|the|and|of|or|with|which|that|this|is|its|are|not|no|from|to|by|it|login|answer|provider)(?![\w:/@-]|\.\w)/;

export function cases(check: Check, table: Cases): void {
  keepTable({ kind: 'cases', check: check.id, cases: table });
  describe(check.id, () => {
    each(
      table.fails,
      (c) => c,
      (name, expected, source) => {
        it(`fails when ${name} (${source})`, () => {
          const { verdicts: found, idOf, stage } = verdicts(check, expected, source);
          const problems = found.flatMap((v) => (v.kind === 'fail' ? v.problems : []));
          const problem = problems.find((p) => p.message === expected.as);
          expect(problem, `verdicts: ${JSON.stringify(found)}`).toBeDefined();
          if (!problem) return;
          for (const each of problems) expectWellSaid(check, each);
          if (expected.at)
            expect(problem.evidence.slice(0, expected.at.length).map((e) => `${e.exchange} ${e.place}`)).toEqual(
              expected.at.map((at) => at.replace(/^\d+/, (n) => idOf(Number(n)))),
            );
          if (expected.severity)
            expect(problem.severity ?? check.messages[problem.message]?.severity ?? check.severity).toBe(expected.severity);
          if (expected.confidence) expect(problem.confidence).toBe(expected.confidence);
          if (expected.data) expect(problem.data).toMatchObject(expected.data);
          for (const evidence of problem.evidence) {
            const exchange = stage.byId.get(evidence.exchange);
            expect(exchange, `evidence points at ${evidence.exchange}`).toBeDefined();
            if (exchange)
              expect(lookup(exchange, evidence.place) === null, `${evidence.place} ${evidence.absent ? 'is absent' : 'stands there'}`).toBe(
                evidence.absent === true,
              );
          }
        });
      },
    );
    const kinds = (found: readonly Verdict[]) => found.map((v) => v.kind);
    each(table.passes, asDrawn, (name, value, source) => {
      it(`passes when ${name} (${source})`, () => {
        const found = verdicts(check, asDrawn(value), source).verdicts;
        expect(
          found.filter((v) => v.kind === 'fail'),
          JSON.stringify(found),
        ).toEqual([]);
        expect(kinds(found)).toContain('pass');
      });
    });
    each(table.skips, asDrawn, (name, value, source) => {
      it(`has nothing to say when ${name} (${source})`, () => {
        const found = kinds(verdicts(check, asDrawn(value), source).verdicts);
        expect(found.length, 'the trace holds a flow').toBeGreaterThan(0);
        expect(new Set(found)).toEqual(new Set(['inapplicable']));
      });
    });
    each(
      table.unsure,
      (c) => c,
      (name, expected, source) => {
        it(`can not tell when ${name} (${source})`, () => {
          const found = verdicts(check, expected, source).verdicts;
          expect(
            found.filter((v) => v.kind === 'fail'),
            JSON.stringify(found),
          ).toEqual([]);
          expect(found).toContainEqual({ kind: 'inconclusive', why: expected.why });
        });
      },
    );
  });
}
