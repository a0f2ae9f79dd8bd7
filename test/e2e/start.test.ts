/** `npm start` where there is no display: what a newcomer sees first. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../run/tools.ts';

describe('npm start -- --headless', () => {
  it('drives a healthy and a broken login and prints what the popup says of them', { timeout: 180_000 }, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'test', 'run', 'start.ts'), '--headless'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('The login went through');
    expect(stdout).toContain('The state was damaged on the way');
    expect(stdout).toMatch(/Callback .*\/callback/);
    for (const id of ['server-code', 'state-plus'])
      expect(existsSync(join(root, '.output', 'screenshots', `chromium-${id}.png`))).toBe(true);
  });

  it('says in one line what an unknown option is', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'test', 'run', 'start.ts'), '--firefx'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr.trim()).toMatch(/^roundtrip: there is no option "--firefx"/);
  });
});
