/** The counting itself. What is counted is no test: `npm run truth`. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { stories } from '../build/stories.ts';
import { capture, draw, toHar } from '../build/trace.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { root } from '../run/tools.ts';
import { judge } from './judge.ts';
import { type Label, type Labeled, nothingKnown } from './labeled.ts';
import { scoreText } from './print.ts';
import { browsers, readRecording } from './recordings.ts';
import { score } from './score.ts';

const story = (name: string) => stories[name] ?? '';
const changed = story('a changed state');
const fine = story('a server-side app');

function labeled(trace: string, label: Partial<Label>): Labeled {
  const open = () => capture(trace, 'har').capture;
  return { name: 'one', origin: 'drawn', profile: 'default', label: { ...nothingKnown, ...label }, open };
}
const targetsMissed = (...captures: readonly Labeled[]) => {
  const result = score(captures.map(judge));
  return result.targets.filter((target) => !target.met).map((target) => target.name);
};

describe('a verdict that is', () => {
  it('right misses no target', () => {
    expect(
      targetsMissed(
        labeled(changed, { headline: 'state-mismatch', also: ['callback-http-error'] }),
        labeled(fine, { headline: null, healthy: true }),
        labeled(fine, { silent: ['state-mismatch'] }),
      ),
    ).toEqual([]);
  });

  it('another one misses the headline, and is a confusion', () => {
    const wrong = labeled(changed, { headline: 'login-loop' });
    expect(targetsMissed(wrong)).toEqual(['recall', 'right headline']);
    const result = score([judge(wrong)]);
    expect(result.confusions).toEqual([{ expected: 'login-loop', said: ['state-mismatch'], captures: ['one'] }]);
    expect(scoreText(result)).toContain('expected login-loop, said state-mismatch');
  });

  it('not asked for heads no other login of the capture', () => {
    expect(targetsMissed(labeled(`${fine}${changed}`, { headline: null }))).toEqual(['right headline']);
  });

  it('above a remark is a false alarm on a healthy capture', () => {
    expect(targetsMissed(labeled(changed, { headline: null, healthy: true }))).toEqual(['false alarms on healthy captures']);
  });

  it('of a check that has nothing to say there is out of turn', () => {
    const result = score([judge(labeled(changed, { silent: ['state-mismatch'] }))]);
    expect(result.targets.filter((target) => !target.met).map((target) => target.name)).toEqual(['checks that spoke out of turn']);
    expect(scoreText(result)).toContain('state-mismatch spoke');
  });

  it('none because the capture can not be opened is a crash', () => {
    const broken: Labeled = {
      ...labeled(fine, { headline: 'state-mismatch' }),
      open: () => {
        throw new Error('it is empty');
      },
    };
    expect(targetsMissed(broken)).toEqual(['recall', 'right headline', 'crashes']);
    expect(score([judge(broken)]).misses[0]?.crashed).toEqual(['it is empty']);
  });

  it('is counted by what is broken', () => {
    const result = score([judge(labeled(changed, { headline: 'state-mismatch' })), judge(labeled(changed, { headline: 'login-loop' }))]);
    expect(result.families.map(({ name, recall }) => `${name} ${recall.right}/${recall.of}`)).toEqual(['loop 0/1', 'state 1/1']);
  });
});

describe('recordings', () => {
  it('belong to scenarios, open, and hold nothing that was secret', () => {
    for (const browser of browsers)
      for (const { id } of scenarios) {
        const recorded = readRecording(browser, id);
        if (recorded === null) continue;
        expect(recorded.exchanges.length, id).toBeGreaterThan(0);
        expect(recorded.source.browser, id).toBe(browser === 'firefox' ? 'firefox' : 'chrome');
        expect(JSON.stringify(recorded), id).not.toContain('CANARY');
      }
  });
});

describe('npm run truth -- FOLDER', () => {
  const folder = mkdtempSync(join(tmpdir(), 'truth-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'inner'));
  const har = (trace: string) => JSON.stringify(toHar(draw(trace)));
  writeFileSync(join(folder, 'inner', 'changed.har'), har(changed));
  writeFileSync(join(folder, 'fine.har'), har(fine));
  writeFileSync(join(folder, 'plain.har'), har('GET https://shop.example/?code=SUMMER20\n→ 200'));
  writeFileSync(join(folder, 'cut.har'), '{"log":{"entries":[');
  const run = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'test', 'truth', 'main.ts'), ...args], {
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: folder },
    });
    return { status, stdout, stderr };
  };
  const label = (labels: unknown) => writeFileSync(join(folder, 'labels.json'), JSON.stringify(labels));

  it('says one line about each file, whatever it is', () => {
    rmSync(join(folder, 'labels.json'), { force: true });
    const { status, stdout } = run('.');
    expect(status).toBe(0);
    expect(stdout.split('\n').slice(0, 4)).toEqual([
      expect.stringMatching(/^cut\.har: it ends in the middle of the JSON, as if it had been cut off\. /),
      'fine.har: nothing wrong found: login completed',
      expect.stringMatching(/^inner\/changed\.har: state-mismatch.*: login failed$/),
      'plain.har: no login',
    ]);
    expect(stdout).toContain('4 files: 1 with something to say, 1 with nothing wrong found, 1 without a login, 1 that can not be used');
  });

  it('counts where labels say what is true', () => {
    label({ 'fine.har': { headline: null }, 'inner/changed.har': { headline: 'state-mismatch' }, 'gone.har': { headline: null } });
    const right = run('.', '--format', 'json');
    expect(right.status).toBe(0);
    expect(JSON.parse(right.stdout)).toMatchObject({ unused: ['gone.har'], score: { headline: { right: 1, of: 1 }, falseAlarms: 0 } });
    label({ 'inner/changed.har': { headline: 'login-loop', also: ['state-mismatch'] } });
    const wrong = run('.');
    expect(wrong.status).toBe(1);
    expect(wrong.stdout).toContain('expected login-loop, said state-mismatch');
  });

  it('says what is wrong with labels and folders', () => {
    label({ 'fine.har': { headline: 'no-such-check' } });
    expect(run('.')).toMatchObject({ status: 2, stderr: 'roundtrip: labels.json: fine.har: there is no check called "no-such-check".\n' });
    label({ 'fine.har': 'state-mismatch' });
    expect(run('.').stderr).toContain('a label is an object with a "headline"');
    expect(run('nowhere')).toMatchObject({ status: 2, stderr: 'roundtrip: nowhere: there is no such folder.\n' });
    expect(run('.', '--format', 'xml').status).toBe(2);
  });
});
