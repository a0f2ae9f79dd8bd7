/** Every drawn trace of the tests, by every source that can show it. */
import { readdirSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findCheck } from '../../lib/checks/catalogue.ts';
import type { Capture } from '../../lib/model/capture.ts';
import { prepare } from '../../lib/transfer/leave.ts';
import { openFile } from '../../lib/transfer/open-file.ts';
import { brokenBy, healthy, stories } from '../build/stories.ts';
import {
  asDrawn,
  browsers,
  type Calm,
  type Cases,
  type Drawn,
  type FailCase,
  type Row,
  sources,
  type Table,
  takeTables,
} from '../build/tables.ts';
import { capture, type DrawOptions } from '../build/trace.ts';
import { root } from '../run/tools.ts';
import { type Label, type Labeled, nothingKnown } from './labeled.ts';

const folders = ['checks', 'traps', 'field-rows'].map((folder) => join(root, 'test', 'lib', folder));

/** Loads the test files for their tables. */
export async function drawnCaptures(): Promise<readonly Labeled[]> {
  const stub = new URL('./without-vitest.ts', import.meta.url).href;
  const hooks = registerHooks({
    resolve: (specifier, context, next) => (specifier === 'vitest' ? { url: stub, shortCircuit: true } : next(specifier, context)),
  });
  const captures: Labeled[] = [];
  try {
    for (const folder of folders)
      for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
        if (!file.endsWith('.test.ts')) continue;
        const path = join(folder, file);
        await import(pathToFileURL(path).href);
        captures.push(...takeTables().flatMap((table) => fromTable(table, relative(join(root, 'test'), path))));
      }
  } finally {
    hooks.deregister();
  }
  return [...captures, ...storyCaptures()];
}

function fromTable(table: Table, file: string): Labeled[] {
  switch (table.kind) {
    case 'cases':
      return fromCases(table.check, table.cases, file);
    case 'calm':
      return Object.entries(table.captures).flatMap(([name, value]) => {
        const drawn = asDrawn<Calm>(value);
        return byBrowser(`${file}: ${name}`, drawn, { ...nothingKnown, headline: null, healthy: true });
      });
    case 'rows':
      return Object.entries(table.rows).flatMap(([name, row]) => byBrowser(`${file}: ${name}`, row, labelOfRow(row)));
  }
}

function fromCases(check: string, { fails, passes, skips, unsure }: Cases, file: string): Labeled[] {
  const quiet = Object.entries({ passes, skips, unsure }).flatMap(([kind, table]) =>
    Object.entries(table).flatMap(([name, value]) =>
      bySource(`${file}, ${kind}: ${name}`, asDrawn(value), { ...nothingKnown, silent: [check] }),
    ),
  );
  const loud = Object.entries(fails).flatMap(([name, value]) => bySource(`${file}, fails: ${name}`, value, labelOf(check, value)));
  return [...loud, ...quiet];
}

/** An error is the reason, unless the case names another one. */
function labelOf(id: string, value: FailCase): Label {
  const check = findCheck(id);
  const message = check?.messages[value.as];
  const severity = value.severity ?? message?.severity ?? check?.severity;
  const kind = message?.kind ?? check?.kind;
  // Weaknesses are for the auditor, remarks for nobody's verdict.
  const heads = severity === 'error' && (kind === 'breakage' || kind === 'leak');
  const headline = value.headline === undefined ? (heads ? id : undefined) : value.headline;
  return { ...nothingKnown, also: [id, ...(value.also ?? [])], ...(headline === undefined ? {} : { headline }) };
}

/** As it was seen, and as it is read again after it was saved: redacted. */
function bySource(name: string, drawn: Drawn, label: Label, options: DrawOptions = {}): Labeled[] {
  return sources
    .filter((source) => (drawn.only ?? source) === source)
    .flatMap((source) => {
      const take = () => capture(drawn.trace, source, { ...drawn, ...options }).capture;
      const how = `${source}${options.browser ? `, ${options.browser}` : ''}`;
      const common = { origin: 'drawn', label, profile: 'default' } as const;
      return [
        { ...common, name: `${name} (${how})`, open: take },
        { ...common, name: `${name} (${how}, saved)`, origin: 'saved', open: () => saved(take()) },
      ];
    });
}

function saved(taken: Capture): Capture {
  const prepared = prepare({ capture: taken, story: null, second: null }, 'capture', { version: '0', createdAt: new Date(0) });
  if (prepared.kind === 'refused') throw new Error(`${prepared.leaks} secrets would still stand in the file`);
  const opened = openFile(prepared.text);
  if (opened.kind === 'unreadable') throw new Error(opened.because);
  return opened.recording.capture;
}

function labelOfRow({ says, remark, also = [] }: Row): Label {
  const [check = ''] = says.split('/');
  return { ...nothingKnown, headline: remark ? null : check, also: [check, ...also] };
}

function byBrowser(name: string, drawn: Drawn, label: Label): Labeled[] {
  return browsers
    .filter((browser) => (drawn.browser ?? browser) === browser)
    .flatMap((browser) => bySource(name, drawn, label, { browser }));
}

function storyCaptures(): Labeled[] {
  return Object.entries(stories).flatMap(([name, trace]) => {
    const [headline = null, ...also] = brokenBy[name] ?? [];
    return bySource(`build/stories.ts: ${name}`, { trace }, { ...nothingKnown, headline, also, healthy: Object.hasOwn(healthy, name) });
  });
}
