/** The example for Playwright as somebody would run it: its own files, the compiled package, a login that works and one that does not. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { flags } from '../drivers/chromium.ts';
import { findBrowser } from '../drivers/find-browser.ts';
import { runQuietly } from '../house/run-quietly.ts';
import { startLab } from '../lab/lab.ts';
import type { Lab } from '../lab/model.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { compilePackage } from '../run/package.ts';
import { root } from '../run/tools.ts';

/** Below the repository, so that all but the package itself is found in its `node_modules`. */
const folder = join(root, '.output', 'playwright');
const installed = join(folder, 'node_modules', 'roundtrip');

/** Of Playwright's JSON report. */
interface Ran {
  readonly status: string;
  readonly errors: readonly { readonly message: string }[];
  readonly attachments: readonly { readonly name: string; readonly body: string }[];
}
interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs?: readonly { readonly tests: readonly { readonly projectName: string; readonly results: readonly Ran[] }[] }[];
}

let lab: Lab;
let said = '';
const ran = new Map<string, Ran>();

function collect({ suites = [], specs = [] }: Suite): void {
  for (const { tests } of specs) for (const { projectName, results } of tests) if (results[0]) ran.set(projectName, results[0]);
  suites.forEach(collect);
}

function runPlaywright(config: string): Promise<string> {
  return new Promise((done, failed) => {
    const child = spawn(
      process.execPath,
      [join(root, 'node_modules', '@playwright', 'test', 'cli.js'), 'test', '--config', config, '--reporter', 'json'],
      {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, LOGIN_USER: 'alice', LOGIN_PASSWORD: 'CANARY-password', NO_COLOR: '1', FORCE_COLOR: '0' },
      },
    );
    const out: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.on('error', failed);
    child.on('close', () => done(Buffer.concat(out).toString()));
  });
}

describe('the example for Playwright', () => {
  beforeAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    cpSync(join(root, 'examples', 'playwright'), folder, { recursive: true });
    mkdirSync(installed, { recursive: true });
    await compilePackage(join(installed, 'dist'));
    cpSync(join(root, 'package.json'), join(installed, 'package.json'));
    const wanted = ['server-code', 'state-plus'];
    lab = await startLab({ scenarios: scenarios.filter(({ id }) => wanted.includes(id)) });
    const use = {
      launchOptions: {
        executablePath: await findBrowser('chromium'),
        args: flags({ hosts: lab.hosts, certificate: lab.certificate }),
      },
    };
    const projects = wanted.map((name) => ({ name, use: { baseURL: lab.site(name).origin } }));
    writeFileSync(
      join(folder, 'lab.config.ts'),
      `import config from './playwright.config.ts';
const lab = ${JSON.stringify({ use, projects })};
export default { ...config, workers: 1, expect: { timeout: 2_000 }, use: { ...config.use, ...lab.use }, projects: lab.projects };
`,
    );
    said = await runPlaywright('lab.config.ts');
    collect(JSON.parse(said) as Suite);
  });
  afterAll(() => lab?.close());

  it('passes when the login is healthy', () => {
    expect(ran.get('server-code')).toMatchObject({ status: 'passed', errors: [], attachments: [] });
  });

  it('fails when it is not, and says why where Playwright says that the page did not come', () => {
    const broken = ran.get('state-plus');
    expect(broken?.status).toBe('failed');
    const messages = (broken?.errors ?? []).map(({ message }) => message);
    expect(messages).toHaveLength(2);
    expect(messages[0]).toContain('Signed in as');
    expect(messages[1]).toMatch(/^UnhealthyLoginError: The login is not healthy: /);
    expect(messages[1]).toContain('The state was damaged on the way  [state-mangled]');
    expect(messages[1]).toContain('1 flow, 1 error');
  });

  it('leaves nothing that may not be seen by others', () => {
    const [kept] = ran.get('state-plus')?.attachments.filter(({ name }) => name === 'login.redacted.har') ?? [];
    const har = Buffer.from(kept?.body ?? '', 'base64').toString();
    expect(JSON.parse(har)).toMatchObject({ log: { comment: 'Redacted by Roundtrip.' } });
    const results = join(folder, 'test-results');
    const files = readdirSync(results, { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => file.endsWith('.har'))).toEqual([]);
    const texts = files.filter((file) => /\.\w+$/.test(file)).map((file) => readFileSync(join(results, file), 'utf8'));
    expect([said, har, ...texts].filter((text) => text.includes('CANARY'))).toEqual([]);
  });

  it('compiles as strictly as it says', async () => {
    const { code, said: complaints } = await runQuietly('typescript/bin/tsc', ['-p', folder]);
    expect(code, complaints).toBe(0);
  });
});
