/** The package as somebody gets it: packed, installed into an empty folder without a network, run by every Node this machine has. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entry, harOf, header } from '../build/har-file.ts';
import { compilePackage } from '../run/package.ts';
import { root } from '../run/tools.ts';
import { runQuietly } from './run-quietly.ts';

interface Manifest {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}
const manifestIn = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
const own = manifestIn(root);

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'roundtrip-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** With an empty cache and without the network. */
function npm(args: readonly string[], cwd: string): string {
  const script = process.env['npm_execpath'];
  const [command, first] = script && /\.c?js$/.test(script) ? [process.execPath, [script]] : ['npm', []];
  return execFileSync(
    command,
    [...first, ...args, '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--cache', join(folder, 'cache')],
    {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    },
  );
}

/** Packs an installed package or this one. Gives the path of the tarball and what is in it. */
function pack(from: string): { readonly tarball: string; readonly files: readonly string[] } {
  const [packed] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder], from)) as {
    readonly filename: string;
    readonly files: readonly { readonly path: string }[];
  }[];
  return { tarball: join(folder, packed?.filename ?? ''), files: packed?.files.map(({ path }) => path) ?? [] };
}

/** Everything that must be installed beside it. */
function needed({ dependencies = {} }: Manifest, found = new Set<string>()): ReadonlySet<string> {
  for (const name of Object.keys(dependencies)) {
    found.add(name);
    needed(manifestIn(join(root, 'node_modules', name)), found);
  }
  return found;
}

/** This one, and any other that a user of this machine would start. */
function nodes(): string[] {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const outside = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((place) => place !== '' && !place.includes('node_modules'))
    .map((place) => join(place, name))
    .filter((path) => existsSync(path));
  return [...new Set([process.execPath, ...outside].map((path) => realpathSync(path)))];
}

const run = (node: string, args: readonly string[], cwd = folder) => {
  const { status, stdout, stderr } = spawnSync(node, args, { cwd, encoding: 'utf8', env: { ...process.env, INIT_CWD: root } });
  return { status, stdout, stderr };
};

const authorize =
  'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-state&nonce=CANARY-nonce';
const hop = (url: string, status: number, to?: string) =>
  entry({ request: { url }, response: { status, headers: to ? [header('Location', to)] : [], redirectURL: to ?? '' } });
const login = (state: string, status: number, request = authorize) => {
  const callback = `https://app.example/cb?code=CANARY-code&state=${state}`;
  return JSON.stringify(harOf([hop(request, 302, callback), hop(callback, status)]));
};

const home = join(folder, 'elsewhere');
const bin = join(home, 'node_modules', 'roundtrip', 'dist', 'cli', 'bin.js');
let files: readonly string[] = [];

describe('the package', () => {
  beforeAll(async () => {
    // What `prepack` does in a clone; there, it would set the clone up first.
    expect(own.scripts['prepack']).toBe('node test/run/up.mjs test/run/package.ts');
    await compilePackage();
    const packed = pack(root);
    files = packed.files;
    const others = [...needed(own)].map((name) => pack(join(root, 'node_modules', name)).tarball);
    mkdirSync(home);
    writeFileSync(join(home, 'package.json'), '{ "private": true, "type": "module" }\n');
    npm(['install', packed.tarball, ...others], home);
    writeFileSync(join(home, 'healthy.har'), login('CANARY-state', 200));
    writeFileSync(join(home, 'broken.har'), login('CANARY-other', 400));
  }, 120_000);

  it('holds the library, the command line, their licence and documents, and nothing else', () => {
    const others = files.filter((file) => !/^dist\/.+\.(?:js|d\.ts)$/.test(file));
    expect(others.sort()).toEqual([
      'LICENSE',
      'README.md',
      'docs/checks.md',
      'docs/formats.md',
      'docs/library.md',
      'docs/limits.md',
      'package.json',
    ]);
    const rooms = [...new Set(files.flatMap((file) => /^dist\/([^/]+)/.exec(file)?.[1] ?? []))];
    expect(rooms).toEqual(expect.arrayContaining(['index.js', 'index.d.ts', 'cli', 'library', 'checks']));
    expect(rooms.filter((room) => /^(?:platform|record|session|wire|shell|desk|looks|leave|tally|reader)\b/.test(room))).toEqual([]);
  });

  it('needs nothing beside it but what reads domains, cookies and JWTs', () => {
    expect(Object.keys(own.dependencies ?? {}).sort()).toEqual(['jose', 'set-cookie-parser', 'tldts']);
    const installed = readdirSync(join(home, 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(installed.sort()).toEqual(['roundtrip', ...needed(own)].sort());
  });

  it.each(nodes())('says in %s what the command line of a clone says', (node) => {
    const clone = join(root, 'lib', 'cli', 'roundtrip.mjs');
    for (const args of [
      ['analyze', join(home, 'broken.har'), '--format', 'json', '--fail-on', 'error'],
      ['analyze', join(home, 'healthy.har'), join(home, 'broken.har')],
      ['checks', '--format', 'json'],
      ['checks'],
    ]) {
      const here = run(node, [bin, ...args], home);
      expect(here.stdout).not.toBe('');
      expect(here).toEqual(run(process.execPath, [clone, ...args], home));
    }
    // Names of files mean the folder it is called in, also where npm runs it.
    expect(run(node, [bin, 'redact', 'broken.har', '--out', 'safe.har'], home)).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(home, 'safe.har'), 'utf8')).not.toContain('CANARY');
    expect(run(node, [bin, 'analyze', '--help'], home).stdout).toMatch(/^Usage:\n {2}roundtrip analyze FILE/);
    expect(run(node, [bin, 'analyze', 'gone.har'], home)).toMatchObject({ status: 2, stdout: '' });
  });

  it('has a command', () => {
    const name = process.platform === 'win32' ? 'roundtrip.cmd' : 'roundtrip';
    const said = execFileSync(join(home, 'node_modules', '.bin', name), ['checks'], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    expect(said).toContain('state-mismatch');
  });

  it.each(nodes())('is a library in %s', (node) => {
    writeFileSync(
      join(home, 'use.js'),
      `import { readFileSync } from 'node:fs';
import * as roundtrip from 'roundtrip';
const { analyzeFile, analyzeText, redactFile, redactText, listChecks, expectHealthyLogin, toText, toHtml, toMarkdown } = roundtrip;
const report = await analyzeFile('broken.har');
const refused = (work) => Promise.resolve().then(work).then(() => null, ({ name, message }) => ({ name, message }));
console.log(JSON.stringify({
  names: Object.keys(roundtrip),
  report,
  same: JSON.stringify(report) === JSON.stringify(analyzeText(readFileSync('broken.har', 'utf8'))),
  secrets: JSON.stringify(await analyzeFile('broken.har', { showSecrets: true })).includes('CANARY-code'),
  loud: [undefined, 'auditor'].map((profile) => analyzeText(readFileSync('weak.har', 'utf8'), { profile }).summary.warnings),
  redacted: [await redactFile('broken.har'), redactText(readFileSync('broken.har', 'utf8'), { format: 'capture' })],
  checks: listChecks().length,
  rendered: [toText, toHtml, toMarkdown].map((render) => render(report, 'broken.har').includes('state')),
  healthy: (await expectHealthyLogin('healthy.har', { failOn: 'warning' })).summary,
  refused: {
    broken: await refused(() => expectHealthyLogin('broken.har')),
    none: await refused(() => expectHealthyLogin('none.har')),
    gone: await refused(() => analyzeFile('gone.har')),
    noise: await refused(() => analyzeText('<html>')),
  },
}));
`,
    );
    writeFileSync(join(home, 'weak.har'), login('CANARY-state', 200, authorize.replace('&nonce=CANARY-nonce', '')));
    writeFileSync(join(home, 'none.har'), JSON.stringify(harOf([hop('https://app.example/', 200)])));
    const { status, stdout, stderr } = run(node, ['use.js'], home);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const said = JSON.parse(stdout);
    expect(said.names).toEqual([
      'InputError',
      'LeakError',
      'UnhealthyLoginError',
      'analyzeFile',
      'analyzeText',
      'expectHealthyLogin',
      'listChecks',
      'redactFile',
      'redactText',
      'toHtml',
      'toMarkdown',
      'toText',
    ]);
    expect(said.report).toMatchObject({ schema: 'roundtrip.report/1', tool: { version: own.version }, redaction: 'share-safe' });
    expect(said.report.flows[0]).toMatchObject({ outcome: 'failed', headline: 'state-mismatch' });
    expect(JSON.stringify(said.report)).not.toContain('CANARY');
    expect(said).toMatchObject({ same: true, secrets: true, rendered: [true, true, true], healthy: { errors: 0, warnings: 0 } });
    expect(said.loud).toEqual([0, expect.toSatisfy((warnings: number) => warnings > 0)]);
    expect(said.checks).toBeGreaterThan(40);
    expect(said.redacted.map(({ format }: { format: string }) => format)).toEqual(['har', 'capture']);
    for (const { text, replaced } of said.redacted) {
      expect(text).not.toContain('CANARY');
      expect(replaced).toBeGreaterThan(2);
    }
    expect(said.refused.broken.name).toBe('UnhealthyLoginError');
    expect(said.refused.broken.message).toMatch(/^The login is not healthy: [^\n]+\n\nbroken\.har[\s\S]*\[state-mismatch\]/);
    expect(said.refused.none.message).toMatch(/^No login went through: there is none in this recording\.\n/);
    expect(said.refused.gone).toEqual({ name: 'InputError', message: expect.stringMatching(/^gone\.har: there is no such file\. HAR /) });
    expect(said.refused.noise).toEqual({ name: 'InputError', message: expect.stringMatching(/^this text: it is not JSON.*accepted\.$/) });
  });

  it('is typed, for the strictest', async () => {
    writeFileSync(
      join(home, 'use.ts'),
      `import { analyzeFile, expectHealthyLogin, listChecks, redactText, toHtml, type Report, type ReportFinding } from 'roundtrip';

const report: Report = await analyzeFile('login.har', { profile: 'auditor', showSecrets: undefined });
const findings: readonly ReportFinding[] = report.flows.flatMap((flow) => flow.findings);
export const owners: readonly ('app' | 'provider' | 'user' | 'browser' | 'network')[] = findings.map(({ owner }) => owner);
export const page: string = toHtml(await expectHealthyLogin('login.har', { failOn: 'info' }), 'login.har');
export const replaced: number = redactText('{}', { format: 'capture' }).replaced;
export const ranks: readonly number[] = listChecks().map(({ rank }) => rank);
// @ts-expect-error a number is no path
await analyzeFile(7);
// @ts-expect-error there is no such severity
await expectHealthyLogin('login.har', { failOn: 'fatal' });
// @ts-expect-error only the library makes reports
toHtml({ flows: [] }, 'login.har');
`,
    );
    for (const moduleResolution of ['nodenext', 'bundler']) {
      const compilerOptions = {
        target: 'es2022',
        lib: ['es2022'],
        module: moduleResolution === 'bundler' ? 'esnext' : moduleResolution,
        moduleResolution,
        types: [],
        strict: true,
        skipLibCheck: false,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        noEmit: true,
      };
      writeFileSync(join(home, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }));
      const { code, said } = await runQuietly('typescript/bin/tsc', ['-p', home]);
      expect(code, said).toBe(0);
    }
  });
});
