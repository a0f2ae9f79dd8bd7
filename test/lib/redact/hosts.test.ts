/** Hosts are shown; a label that is a token is hidden, however the address is written and wherever it stands. */
import { describe, expect, it } from 'vitest';
import { redactRecording } from '../../../lib/redact/file/capture.ts';
import { redactHar } from '../../../lib/redact/file/har.ts';
import { Redactor } from '../../../lib/redact/redactor.ts';
import { buildReport } from '../../../lib/transfer/report.ts';
import { entry, harOf, header, readHar } from '../../build/har-file.ts';

const token = 'CANARYxowYEenuzIhDdyyelAXHh';
const shown = (text: string) => expect(decodeURIComponent(text).toLowerCase());

const redirects: Readonly<Record<string, string>> = {
  'as usual': `https://${token}.tenant.example/x`,
  'without a scheme': `//${token}.tenant.example/x`,
  'with three slashes': `///${token}.tenant.example/x`,
  'with backslashes': ` \\\\${token}.tenant.example/x`,
  'with a scheme and one slash': `https:/${token}.tenant.example/x`,
  'in other letters': `https://ü${token}.tenant.example/x`,
  'percent-encoded': `https://%43${token.slice(1)}.tenant.example/x`,
  'with a tab in a parameter': `https://app.example/cb?code=${token.slice(0, 9)}\t${token.slice(9)}`,
};

describe('a capture says where a redirect went in the words of its header', () => {
  for (const [name, location] of Object.entries(redirects))
    it(name, () => {
      const capture = readHar([
        entry({ url: 'https://app.example/go', response: { status: 302, headers: [header('Location', location)] } }),
      ]);
      const { recording } = redactRecording({ capture, story: null, second: null });
      shown(JSON.stringify(recording)).not.toContain('canary');
      const [exchange] = recording.capture.exchanges;
      const { outcome } = exchange ?? {};
      if (outcome?.kind !== 'redirected') throw new Error('no redirect');
      expect(outcome.to).toBe(new URL(outcome.headers.fields[0]?.value ?? '', exchange?.request.url).href);
    });

  it('where only the recorder tells the address', () => {
    const redirectURL = 'https://zc3canaryenuzihddyyelaxhh.tenant.example/';
    const capture = readHar([entry({ response: { status: 302, redirectURL } })]);
    expect(JSON.stringify(redactRecording({ capture, story: null, second: null }).recording)).not.toContain('canary');
  });
});

it('shows a host without a scheme only where it is known', () => {
  const go = (location: string) =>
    entry({ url: 'https://app.example/go', response: { status: 302, headers: [header('Location', location)] } });
  const taken = (...entries: unknown[]) =>
    JSON.stringify(redactRecording({ capture: readHar(entries), story: null, second: null }).recording.capture.exchanges[0]?.outcome);
  expect(taken(go('//canaryanna.app.example/x'))).not.toContain('canary');
  const known = taken(go('//login.idp.example/x'), entry({ url: 'https://login.idp.example/x' }));
  expect(known).toContain('"//login.idp.example/x"');
  expect(known).toContain('"https://login.idp.example/x"');
});

describe('a token that stands for a host', () => {
  it('is hidden behind xn--, and the same in both ways to write it', () => {
    const { text } = redactHar(
      harOf([
        entry({ url: 'https://xn--zc3canaryenuzihddyyelaxhh-kva.tenant.example/' }),
        entry({ url: `https://ü${token}.tenant.example/` }),
        entry({ url: `${new URL(`https://ü${token}.tenant.example/`).origin}/` }),
      ]),
    );
    expect(text.toLowerCase()).not.toContain('canary');
    const [, first, second] = [...text.matchAll(/"url": "https:\/\/([^/]+)/g)].map(([, host]) => host);
    expect(first).toBe(second);
  });

  it('is known in lower case when some address shows it as it was made', () => {
    const letters = 'CanaRyQwErTzUiOp';
    const { text } = redactHar(
      harOf([
        entry({ url: `https://${letters.toLowerCase()}.tenant.example/` }),
        entry({ url: `https://app.example/?to=https%3A%2F%2F${letters}.tenant.example` }),
      ]),
    );
    expect(text.toLowerCase()).not.toContain('canary');
  });

  it('is hidden where only a header names it, and words before a known domain stay', () => {
    const { text } = redactHar(
      harOf([
        entry({
          url: 'https://app.example/',
          request: { headers: [header('Origin', 'https://canaryanna.app.example'), header('Referer', 'http://localhost:3000/')] },
          response: {
            headers: [
              header('Access-Control-Allow-Origin', 'https://canaryanna.app.example'),
              header('Content-Security-Policy', 'default-src https://canarykarl.app.example; form-action https://login.app.example'),
            ],
          },
          entry: { _initiator: { type: 'script', url: 'https://canarycdn.app.example/x.js' } },
        }),
      ]),
    );
    expect(text).not.toContain('canary');
    expect(text).toMatch(/https:\/\/([a-z]{10})\.app\.example[\s\S]*https:\/\/\1\.app\.example/);
    expect(text).toContain('form-action https://login.app.example');
    expect(text).toContain('http://localhost:3000/');
  });
});

describe('a report', () => {
  const report = (parts: Parameters<typeof entry>[0], log = {}) =>
    JSON.stringify(buildReport(readHar([entry(parts)], log), { profile: 'auditor', policy: 'share-safe', version: '0' })).toLowerCase();
  const authorize = 'https://idp.example/oauth2/authorize?client_id=web&response_type=code&state=s12345678&redirect_uri=';

  it('hides it in addresses, in parties and in sentences', () => {
    for (const made of [token, 'CanaRyQwErTzUiOp']) {
      const site = encodeURIComponent(`https://${made}.tenant.example/`);
      for (const url of [
        `${authorize}${site}cb`,
        `https://app.example/callback?code=c12345678&state=s12345678&iss=${site}`,
        `https://idp.example/oauth2/logout?post_logout_redirect_uri=${site}`,
        `https://idp.example/oauth2/logout?post_logout_redirect_uri=${encodeURIComponent(`https://app.example\\${made}`)}`,
        `https://${made}.tenant.example/callback?code=c12345678&state=s12345678`,
      ])
        expect(report({ url })).not.toContain('canary');
    }
  });

  it('shows programs by the names that are known', () => {
    const of = (name: string) => report({ url: `${authorize}https%3A%2F%2Fapp.example%2Fcb` }, { creator: { name, version: '1.2' } });
    expect(of('canaryanna@app.example')).not.toContain('canary');
    expect(of('WebInspector')).toContain('"creator":"webinspector 1.2"');
  });

  it('shows everything where the user wants it', () => {
    const redactor = new Redactor('nothing');
    expect(redactor.url(`https://${token}.tenant.example/`)).toContain(token);
    expect(redactor.agent('anna')).toBe('anna');
  });
});
