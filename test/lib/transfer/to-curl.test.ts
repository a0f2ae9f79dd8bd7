import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import { prepare } from '../../../lib/transfer/leave.ts';
import { quoted } from '../../../lib/transfer/to-curl.ts';
import { capture } from '../../build/trace.ts';
import { hostile } from '../../gallery/more-traces.ts';
import { cookieLost, healthy, spa, tokens } from '../../gallery/traces.ts';

const options = { version: '0.1.0', createdAt: new Date(0) };

function command(trace: string, row: number): string {
  const { capture: taken, idOf } = capture(trace, 'web-request');
  const prepared = prepare({ capture: taken, story: null, second: null }, 'curl', { ...options, about: idOf(row) });
  if (prepared.kind !== 'ready') throw new Error(`${prepared.leaks} leaks`);
  return prepared.text;
}

/** What a real shell makes of it: every argument on a line of its own. */
function argumentsOf(text: string): string[] {
  const script = `curl() { for one in "$@"; do printf '%s\\n' "$one"; done; }\n${text}`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8', env: { COOKIE: 'sid=1', TOKEN: 't' } })
    .trimEnd()
    .split('\n');
}

describe('a hop as curl', () => {
  it('has the address with what is to be filled in, and says that secrets were left out', () => {
    const text = command(healthy, 6);
    expect(text.split('\n')[0]).toContain('Secrets were left out');
    expect(argumentsOf(text)).toContain('https://shop.example/signin-oidc?code=<code>&state=<state>');
    expect(argumentsOf(text)).toContain('Cookie: sid=1');
    expect(text).not.toContain('CANARY');
  });

  it('has the form field by field, the method where it is not the usual one, and no header of the browser’s own', () => {
    const given = argumentsOf(command(cookieLost, 4));
    expect(given).toContain('code=<code>');
    expect(given).not.toContain('--request');
    expect(given).toContain('Origin: https://login.idp.example');
    expect(given.join('\n')).not.toMatch(/sec-fetch/i);
  });

  it('leaves the token to be filled in', () => {
    expect(argumentsOf(command(spa, 5))).toContain('Authorization: Bearer t');
  });

  it.each([...Array(3).keys()])('holds nothing that a shell would run: row %s of a hostile capture', (row) => {
    const text = command(hostile, row + 1);
    expect(text).not.toContain('CANARY');
    expect(argumentsOf(text)[0]).toBe('--globoff');
    expect(text.split('\n').every((line) => !/\p{Cc}/u.test(line))).toBe(true);
  });

  it('quotes so that a shell gives every character back', () => {
    const text = `a'b"c$(id)\`id\`\\ !*?[x]{y} #~;&|<>`;
    expect(execFileSync('sh', ['-c', `printf %s ${quoted(text)}`], { encoding: 'utf8' })).toBe(text);
    expect(quoted('a\nb\u001bc\u202e')).toBe("'a%0Ab%1Bc%E2%80%AE'");
  });
});

describe('a finding as Markdown', () => {
  it('says what, whose and where, of the login it belongs to, without a secret', () => {
    const { capture: taken } = capture(cookieLost, 'web-request');
    const finding = analyze(taken).flows[0]?.findings.find(({ role }) => role === 'cause');
    if (!finding) throw new Error('there is a cause');
    const prepared = prepare({ capture: taken, story: null, second: null }, 'finding', {
      ...options,
      about: finding.evidence[0].exchange,
      check: finding.check,
    });
    if (prepared.kind !== 'ready') throw new Error('it leaves');
    expect(prepared.text).toMatch(/^## ✕ The login cookie is not sent with a form from another site\n/);
    expect(prepared.text).toContain('`samesite-form-post`');
    expect(prepared.text).toContain('shop.example');
    expect(prepared.text).not.toContain('CANARY');
  });

  it('leaves nothing where there is no such finding', () => {
    const { capture: taken } = capture(tokens, 'web-request');
    expect(() => prepare({ capture: taken, story: null, second: null }, 'finding', { ...options, check: 'login-loop' })).toThrow();
  });
});
