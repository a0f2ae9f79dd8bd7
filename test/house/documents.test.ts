/** What the documents promise: links lead somewhere, pictures are there and can be heard, commands can be run, no page is lost. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAnalyzeArguments, readChecksArguments, readRedactArguments } from '../../lib/cli/arguments.ts';
import { de } from '../../lib/words/de/index.ts';
import * as english from '../../lib/words/en/index.ts';
import { root } from '../run/tools.ts';
import { anchorsIn, type Command, commandsIn, linksIn } from './documents.ts';
import { tracked } from './tracked.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const documents = tracked.filter((file) => file.endsWith('.md'));

interface Found {
  readonly file: string;
  readonly target: string;
  readonly alt: string | null;
  /** Within the repository, without what stands behind the `#`. */
  readonly path: string;
  readonly anchor: string | null;
}

const links: readonly Found[] = documents.flatMap((file) =>
  linksIn(read(file)).map(({ target, alt }) => {
    const [path = '', anchor = null] = target.split('#', 2);
    return { file, target, alt, path: path === '' ? file : posix.join(dirname(file), path), anchor };
  }),
);
const shown = ({ file, target }: Found) => `${file}: ${target}`;

describe('links in the documents', () => {
  it('lead somewhere', () => {
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter(({ path }) => !existsSync(join(root, path))).map(shown)).toEqual([]);
  });

  it('lead to headings that are there', () => {
    const deep = links.filter(({ path, anchor }) => anchor !== null && existsSync(join(root, path)));
    expect(deep.length).toBeGreaterThan(10);
    expect(deep.filter(({ path, anchor }) => !path.endsWith('.md') || !anchorsIn(read(path)).has(anchor ?? '')).map(shown)).toEqual([]);
  });

  it('reach every page of docs from the README', () => {
    const reached = new Set(['README.md']);
    for (const page of reached) for (const { file, path } of links) if (file === page && path.endsWith('.md')) reached.add(path);
    expect(documents.filter((file) => file.startsWith('docs/') && !reached.has(file))).toEqual([]);
  });
});

it('pictures in the documents say what they show', () => {
  const pictures = links.filter(({ alt }) => alt !== null);
  expect(pictures.length).toBeGreaterThan(5);
  expect(pictures.filter(({ alt }) => (alt ?? '').split(' ').length < 4).map(shown)).toEqual([]);
});

const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
const projects = new Set(['house', 'unit', 'e2e']);
const testFiles = tracked.filter((file) => /^test\/.*\.test\.tsx?$/.test(file));
const npmItself = new Set(['ci', 'install', 'pack']);
const readers: Readonly<Record<string, (argv: readonly string[]) => unknown>> = {
  analyze: readAnalyzeArguments,
  redact: readRedactArguments,
  checks: readChecksArguments,
};

/** Null when it can be run; otherwise what is wrong with it. */
function wrongWith([program, first = '', ...rest]: Command): string | null {
  switch (program) {
    case 'npm':
      if (npmItself.has(first)) return null;
      return first === 'run' ? ofScript(rest.filter((word) => word !== '-s')) : ofScript([first, ...rest]);
    case 'npx':
      if (first === 'roundtrip') return ofRoundtrip(rest);
      if (!existsSync(join(root, 'node_modules', '.bin', first))) return `there is no ${first}`;
      return first === 'vitest' ? ofVitest(rest) : null;
    case 'roundtrip':
      return ofRoundtrip([first, ...rest]);
    default:
      return existsSync(join(root, first)) ? null : `there is no ${first}`;
  }
}

function ofRoundtrip([command = '', ...options]: readonly string[]): string | null {
  if (command === '--help') return null;
  const reader = readers[command];
  if (!reader) return `there is no command ${command}`;
  // Its name alone, within a sentence.
  if (options.length === 0) return null;
  try {
    reader(options);
    return null;
  } catch (error) {
    return String(error);
  }
}

function ofScript([name = '', ...rest]: readonly string[]): string | null {
  const script = scripts[name];
  if (script === undefined) return `there is no script ${name}`;
  const [dashes, ...options] = rest;
  if (dashes !== undefined && dashes !== '--') return 'npm takes options of the script behind two dashes';
  if (readers[name]) return ofRoundtrip([name, ...options]);
  // The script or a part beside it knows each option.
  const file = script.split(' ').find((word) => word.startsWith('test/') && !word.endsWith('up.mjs')) ?? '';
  const parts = existsSync(join(root, file)) && statSync(join(root, file)).isFile() ? [file, ...beside(file)] : [];
  const text = parts.map(read).join('\n');
  const unknown = options.filter((word) => word.startsWith('--') && !text.includes(`'${word}'`) && !text.includes(` ${word.slice(2)}: {`));
  return unknown.length === 0 ? null : `${name} has no ${unknown.join(', ')}`;
}

/** Modules of the same folder, and of the one that has the script's name. */
function beside(file: string): readonly string[] {
  return [dirname(file), file.replace(/\.ts$/, '')]
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
    .filter((path) => path.endsWith('.ts'));
}

function ofVitest([run, ...words]: readonly string[]): string | null {
  if (run !== 'run') return 'vitest would watch';
  // It may be told what to update, and takes the next word for that.
  if (words.includes('-u') && words.at(-1) !== '-u') return '-u takes the word behind it';
  const project = words.indexOf('--project') < 0 ? undefined : words[words.indexOf('--project') + 1];
  if (project === undefined || !projects.has(project)) return `there is no project ${project}`;
  const title = words.indexOf('-t');
  const filters = (title < 0 ? words : words.slice(0, title)).filter(
    (word) => word !== project && !word.startsWith('-') && !/^<.*>$/.test(word),
  );
  const idle = filters.filter((filter) => !testFiles.some((file) => file.includes(filter)));
  return idle.length === 0 ? null : `no test file is called ${idle.join(', ')}`;
}

it('commands in the documents can be run', () => {
  const commands = documents.flatMap((file) => commandsIn(read(file)).map((command) => ({ file, command })));
  expect(commands.length).toBeGreaterThan(60);
  const off = commands.flatMap(({ file, command }) => {
    const wrong = wrongWith(command);
    return wrong === null ? [] : [`${file}: ${command.join(' ')}: ${wrong}`];
  });
  expect(off).toEqual([]);
});

/** Every text of a catalog; where a text is made of facts, it is made of dots. */
function textsIn(words: unknown): readonly string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return ['...', '…'].flatMap((fact) => madeOf(words as Words, fact));
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(textsIn) : [];
}

type Words = (...facts: readonly unknown[]) => unknown;

function madeOf(words: Words, fact: string): readonly string[] {
  try {
    const said = words(fact, fact, fact);
    return typeof said === 'string' ? [said] : [];
  } catch {
    // It wants other facts.
    return [];
  }
}

describe('the guides call things what the views call them', () => {
  const inEnglish = [
    ...textsIn(Object.values(english).map((section) => section())),
    ...Object.values(JSON.parse(read('public/_locales/en/messages.json')) as Record<string, { readonly message: string }>).map(
      (m) => m.message,
    ),
  ];
  const support = read('docs/support.md');
  const mail = (heading: string) => new RegExp(`^### ${heading}\\n+\`{3}text\\n([\\s\\S]*?)^\`{3}$`, 'm').exec(support)?.[1] ?? '';

  it.each(['docs/guide.md', 'docs/support.md'])('%s: what is emphasized can be pressed or read', (file) => {
    const named = [...read(file).matchAll(/(?<![\w`])_([A-Z][^_\n]+(?:\n[^_\n]+)?)_(?!\w)/g)].map(([, name = '']) =>
      name.replace(/\n/g, ' '),
    );
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((name) => !inEnglish.some((text) => text.includes(name)))).toEqual([]);
  });

  it('the mail to a customer names the buttons, in both languages', () => {
    const inMail = [...mail('In English').matchAll(/"([A-Z][^"]+)"/g)].map(([, name = '']) => name);
    expect(inMail.length).toBeGreaterThan(7);
    expect(inMail.filter((name) => !inEnglish.includes(name))).toEqual([]);
    const inGerman = textsIn(de);
    const inPost = [...mail('Auf Deutsch').matchAll(/„([A-ZÄÖÜ][^“]+)“/g)].map(([, name = '']) => name);
    expect(inPost.length).toBe(inMail.length);
    expect(inPost.filter((name) => !inGerman.includes(name))).toEqual([]);
  });
});

describe('what is looked for', () => {
  it('tells a link from a picture, and both from code', () => {
    expect(linksIn('[a](b.md#c) ![what it shows](d.png) <img src="e.png" alt="x y"> `[f](g)` [h](https://i.example/)')).toEqual([
      { target: 'b.md#c', alt: null },
      { target: 'd.png', alt: 'what it shows' },
      { target: 'e.png', alt: 'x y' },
    ]);
  });

  it('makes anchors as the sites do', () => {
    expect([...anchorsIn('# A `b`: c, d!\n## Twice\n## Twice\n```\n# none\n```\n### ü [x](y.md)')]).toEqual([
      'a-b-c-d',
      'twice',
      'twice-1',
      'ü-x',
    ]);
  });

  it('finds what a reader would copy, and says what is wrong with it', () => {
    const wrong = (line: string) => commandsIn(`\`\`\`\n${line}\n\`\`\``).map(wrongWith);
    expect(commandsIn('Use `A=1 npm run x` or `cat`.')).toEqual([['npm', 'run', 'x']]);
    expect(wrong('npm run nothing')).toEqual(['there is no script nothing']);
    expect(wrong('npm run -s analyze -- a.har --formt html')[0]).toContain('UsageError');
    expect(wrong('npm run -s analyze -- a.har --format pdf')[0]).toContain('UsageError');
    expect(wrong('npm run mutate -- --sed 2')).toEqual(['mutate has no --sed']);
    expect(wrong('npm start -- --firefox')).toEqual([null]);
    expect(wrong('npm start --firefox')).toEqual(['npm takes options of the script behind two dashes']);
    expect(wrong('npx vitest run --project house catalog-of-dreams')).toEqual(['no test file is called catalog-of-dreams']);
    expect(wrong('npx vitest run --project house -u catalogue')).toEqual(['-u takes the word behind it']);
    expect(wrong('node test/gone.ts')).toEqual(['there is no test/gone.ts']);
  });
});
