/** The command line as a caller meets it: a process, its two outputs and its exit code. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { entry, harOf, header } from '../../build/har-file.ts';
import { toSamlTracer } from '../../build/saml-tracer.ts';
import { broken as brokenStories } from '../../build/stories.ts';
import { draw } from '../../build/trace.ts';
import { root } from '../../run/tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'roundtrip-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(args: readonly string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'lib', 'cli', 'roundtrip.mjs'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    input: input ?? '',
    env: { ...process.env, INIT_CWD: folder },
  });
  return { status, stdout, stderr };
}

function file(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  return name;
}

const authorize =
  'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-state&nonce=CANARY-nonce';
const hop = (url: string, status: number, to?: string) =>
  entry({ request: { url }, response: { status, headers: to ? [header('Location', to)] : [], redirectURL: to ?? '' } });
const login = (state: string, status: number, request = authorize) => {
  const callback = `https://app.example/cb?code=CANARY-code&state=${state}`;
  return JSON.stringify(harOf([hop(request, 302, callback), hop(callback, status)]));
};
const healthy = file('healthy.har', login('CANARY-state', 200));
const broken = file('broken.har', login('CANARY-other', 400));
const traced = file('traced.json', JSON.stringify(toSamlTracer(draw(brokenStories['a changed state'] ?? ''))));

describe('analyze, with an address', () => {
  const placeholder = authorize.replace('client_id=web', 'client_id=%7B%7BCLIENT_ID%7D%7D');

  it('on standard input is judged like a file, and its values are redacted', () => {
    const { status, stdout, stderr } = run(['analyze', '-', '--fail-on', 'error'], `${placeholder}\n`);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toMatch(/an address alone[\s\S]*client_id still contains a template/);
    expect(stdout).not.toContain('CANARY');
  });

  it('says in JSON what it is', () => {
    const report = JSON.parse(run(['analyze', '-', '--format', 'json'], authorize).stdout);
    expect(report.source).toMatchObject({ kind: 'link', creator: null, entries: 1, gaps: ['not-sent', 'times-missing'] });
    expect(report.flows).toMatchObject([{ outcome: 'unknown', headline: null, startedAt: null }]);
  });

  it('is redacted into a capture that says the same', () => {
    const { status } = run(['redact', '-', '--out', 'link.roundtrip.json'], placeholder);
    expect(status).toBe(0);
    expect(readFileSync(join(folder, 'link.roundtrip.json'), 'utf8')).not.toContain('CANARY');
    const report = JSON.parse(run(['analyze', 'link.roundtrip.json', '--format', 'json']).stdout);
    expect(report.flows).toMatchObject([{ outcome: 'unknown', headline: 'authz-placeholder' }]);
  });

  it('of no login is refused in one line that quotes nothing of it', () => {
    const { status, stdout, stderr } = run(['analyze', '-'], 'https://news.example/?token=CANARY');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^roundtrip: standard input: this address neither asks .* addresses of logins are accepted\.\n$/);
    expect(stderr).not.toContain('CANARY');
  });
});

describe('analyze, with input it can not use', () => {
  const unusable: Readonly<Record<string, [content: string | Buffer, says: RegExp]>> = {
    'no JSON': ['<html>', /not JSON/],
    nothing: ['', /empty/],
    'a file that was cut off': [login('CANARY-state', 200).slice(0, -80), /cut off/],
    'JSON of another kind': ['[1, 2]', /not a HAR/],
    'a HAR without entries': [JSON.stringify(harOf([])), /no entries/],
    'entries that are no list': ['{"log":{"entries":5}}', /entries/],
    '50 MB of noise': [randomBytes(50 * 1024 * 1024), /not JSON/],
  };
  for (const [name, [content, says]] of Object.entries(unusable))
    it(`${name}: exit code 2 and one line that says so`, () => {
      const { status, stdout, stderr } = run(['analyze', file('unusable.har', content)]);
      expect(status).toBe(2);
      expect(stdout).toBe('');
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(stderr).toMatch(/^roundtrip: .*unusable\.har/);
      expect(stderr).toMatch(says);
    });

  it.each([[[]], [['missing.har']], [['--bogus', healthy]], [['--format', 'xml', healthy]]])('%j: exit code 2 and one line', (args) => {
    const { status, stdout, stderr } = run(['analyze', ...args]);
    expect({ status, stdout, lines: stderr.trim().split('\n').length }).toEqual({ status: 2, stdout: '', lines: 1 });
  });

  it('leaves broken entries out and says how many and why', () => {
    const whole = JSON.parse(login('CANARY-state', 200)) as { log: { entries: unknown[] } };
    whole.log.entries.push(7, {}, { request: { url: 5 } }, { request: { method: 'GET' } });
    const { status, stdout } = run(['analyze', file('some.har', JSON.stringify(whole)), '--format', 'json']);
    const report = JSON.parse(stdout) as { source: { skipped: number; skippedBecause: string[] }; flows: unknown[] };
    expect(status).toBe(0);
    expect(report.source.skipped).toBe(4);
    expect(report.source.skippedBecause).toHaveLength(4);
    expect(report.flows).toHaveLength(1);
  });
});

describe('analyze', () => {
  it('ends with 0 whatever it found, unless told otherwise', () => {
    expect(run(['analyze', broken]).status).toBe(0);
    expect(run(['analyze', broken, '--fail-on', 'error']).status).toBe(1);
    expect(run(['analyze', healthy, '--fail-on', 'warning']).status).toBe(0);
  });

  it('prints nothing but the report', () => {
    const { stdout, stderr } = run(['analyze', broken, '--format', 'json']);
    const report = JSON.parse(stdout) as { schema: string; flows: { headline: string; outcome: string }[] };
    expect(stderr).toBe('');
    expect(report.schema).toBe('roundtrip.report/1');
    expect(report.flows.map(({ headline, outcome }) => ({ headline, outcome }))).toEqual([
      { headline: 'state-mismatch', outcome: 'failed' },
    ]);
  });

  it('reads standard input', () => {
    expect(run(['analyze', '-'], login('CANARY-other', 400)).stdout).toContain('state-mismatch');
  });

  it('reads several files and folders, in JSON one line each', () => {
    mkdirSync(join(folder, 'more'));
    file('more/a.har', login('CANARY-state', 200));
    file('more/b.har', login('CANARY-other', 400));
    const { status, stdout } = run(['analyze', healthy, 'more', '--format', 'json']);
    const reports = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { flows: { headline: string | null }[] });
    expect(status).toBe(0);
    expect(reports.map((report) => report.flows[0]?.headline)).toEqual([null, null, 'state-mismatch']);
  });

  it('reads an export of SAML-tracer', () => {
    const { status, stdout, stderr } = run(['analyze', traced]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('SAML-tracer');
    expect(stdout).toContain('state-mismatch');
  });

  it('goes on with the other files when one is unusable', () => {
    const { status, stdout } = run(['analyze', file('bad.har', '{'), broken]);
    expect(status).toBe(2);
    expect(stdout).toContain('state-mismatch');
  });

  it('prints the story and the second attempt of a capture file, and counts both', () => {
    run(['redact', healthy, '--out', 'first.roundtrip.json', '--format', 'capture']);
    run(['redact', broken, '--out', 'other.roundtrip.json', '--format', 'capture']);
    const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>;
    const story = { site: null, goal: null, did: 'I pressed the button', saw: 'nothing' };
    const two = file(
      'two.roundtrip.json',
      JSON.stringify({ ...read('first.roundtrip.json'), story, second: { ...read('other.roundtrip.json'), how: 'private-window' } }),
    );
    const report = JSON.parse(run(['analyze', two, '--format', 'json']).stdout) as Record<string, unknown>;
    expect(report).toMatchObject({ story, summary: { errors: 0 }, second: { how: 'private-window', summary: { errors: 1 } } });
    expect(JSON.parse(run(['analyze', healthy, '--format', 'json']).stdout)).toMatchObject({ story: null, second: null });
    for (const format of ['text', 'markdown', 'html']) {
      const { stdout } = run(['analyze', two, '--format', format]);
      expect(stdout).toContain('I pressed the button');
      expect(stdout).toContain('Second attempt, in a private window');
    }
    expect(run(['analyze', two, '--fail-on', 'error']).status).toBe(1);
  });

  it('prints a page', () => {
    const { status, stdout } = run(['analyze', broken, '--format', 'html']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
  });

  it.each(['text', 'markdown', 'html', 'json'])('hides values in %s, and shows them when asked to', (format) => {
    expect(run(['analyze', broken, '--format', format]).stdout).not.toContain('CANARY');
    expect(run(['analyze', broken, '--format', format, '--show-secrets']).stdout).toContain('CANARY');
  });

  it('knows the auditor’s profile', () => {
    const plain = file('plain.har', login('CANARY-state', 200, authorize.replace('&nonce=CANARY-nonce', '')));
    const loud = (profile: string) =>
      (
        JSON.parse(run(['analyze', plain, '--profile', profile, '--format', 'json']).stdout) as {
          summary: { warnings: number; errors: number };
        }
      ).summary;
    expect(loud('default')).toMatchObject({ errors: 0, warnings: 0 });
    expect(loud('auditor').warnings + loud('auditor').errors).toBeGreaterThan(0);
  });
});

describe('checks', () => {
  it('prints the catalogue', () => {
    const list = JSON.parse(run(['checks', '--format', 'json']).stdout) as Record<string, unknown>[];
    expect(list.length).toBeGreaterThan(40);
    for (const check of list)
      expect(check).toMatchObject({
        id: expect.any(String),
        title: expect.any(String),
        category: expect.any(String),
        severity: expect.any(String),
        tier: expect.any(String),
      });
    expect(run(['checks']).stdout).toContain('state-mismatch');
  });
});

// Each call starts a program.
describe('redact', { timeout: 60_000 }, () => {
  it('writes a file that says the same without its secrets, and nothing over its input', () => {
    const { status, stdout } = run(['redact', broken, '--out', 'safe.har']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^safe\.har: 2 requests, \d+ different values replaced, 0 of them found in the file\.$/m);
    expect(readFileSync(join(folder, 'safe.har'), 'utf8')).not.toContain('CANARY');
    expect(run(['analyze', 'safe.har']).stdout).toContain('state-mismatch');
    expect(run(['redact', broken, '--out', 'safe.roundtrip.json', '--format', 'capture']).status).toBe(0);
    expect(readFileSync(join(folder, 'safe.roundtrip.json'), 'utf8')).not.toContain('CANARY');
    expect(run(['analyze', 'safe.roundtrip.json']).stdout).toContain('state-mismatch');
    expect(run(['redact', 'safe.roundtrip.json', '--out', 'again.roundtrip.json']).status).toBe(0);
    expect(run(['analyze', 'again.roundtrip.json']).stdout).toContain('state-mismatch');
    const back = run(['redact', 'safe.roundtrip.json', '--out', 'back.har', '--format', 'har']);
    expect(back.stdout).toMatch(/^back\.har: 2 requests, \d+ different values replaced, 0 of them found in the file\.$/m);
    expect(run(['analyze', 'back.har']).stdout).toContain('state-mismatch');
    expect(run(['redact', 'back.har', '--out', 'again.har']).status).toBe(0);
    expect(readFileSync(join(folder, 'again.har'), 'utf8')).toContain('"_roundtrip"');
    const one = JSON.parse(readFileSync(join(folder, 'safe.roundtrip.json'), 'utf8')) as Record<string, unknown>;
    const second = { ...one, how: 'private-window' };
    const told = file('told.roundtrip.json', JSON.stringify({ ...one, second, story: { did: 'I logged in', saw: '' } }));
    expect(run(['redact', told, '--out', 'told.har', '--format', 'har']).stdout).toMatch(/: 2 requests, .*: they were left out\.$/m);
    expect(run(['redact', told, '--out', 'told-again.roundtrip.json']).stdout).toMatch(/: 4 requests, .* found in the file\.$/m);
    const over = run(['redact', broken, '--out', `./${broken}`]);
    expect(over.status).toBe(2);
    expect(over.stderr).toContain('is the file to be read');
  });

  it('makes a capture of an export of SAML-tracer, or a HAR', () => {
    expect(run(['redact', traced, '--out', 'traced.roundtrip.json']).status).toBe(0);
    expect(readFileSync(join(folder, 'traced.roundtrip.json'), 'utf8')).toMatch(/^\{"format":"roundtrip\.capture"(?!.*CANARY)/);
    expect(run(['analyze', 'traced.roundtrip.json']).stdout).toContain('state-mismatch');
    expect(run(['redact', traced, '--out', 'traced.har', '--format', 'har']).status).toBe(0);
    expect(readFileSync(join(folder, 'traced.har'), 'utf8')).not.toContain('CANARY');
    expect(run(['analyze', 'traced.har']).stdout).toContain('state-mismatch');
  });

  it.each([
    [[]],
    [[broken]],
    [['missing.har', '--out', 'x.har']],
    [[broken, '--out', join('no', 'such', 'folder', 'x.har')]],
    [[broken, healthy, '--out', 'x.har']],
    [[broken, '--out', 'x.har', '--format', 'text']],
  ])('%j: exit code 2 and one line', (args) => {
    const { status, stdout, stderr } = run(['redact', ...args]);
    expect({ status, stdout, lines: stderr.trim().split('\n').length }).toEqual({ status: 2, stdout: '', lines: 1 });
  });
});
