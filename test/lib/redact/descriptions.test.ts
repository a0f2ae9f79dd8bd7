/** Error descriptions are said again in other words: the same to a check, as long as before, and as different from each other. */
import { expect, it } from 'vitest';
import { redactHar } from '../../../lib/redact/file/har.ts';
import { tellingDescription, tellingWords } from '../../../lib/redact/file/telling.ts';
import { entry, harOf } from '../../build/har-file.ts';

const descriptions = [
  'CANARY was here',
  'CANARY was there',
  'AADSTS50011: The redirect URI https://app.example/CANARY does not match the ones of "CANARY GmbH" (größer).',
  'Sorry CANARY, your session has expired: please log in again. '.repeat(300),
];

function urls(encode: (text: string) => string): readonly { readonly before: string; readonly after: string }[] {
  const before = descriptions.map((text) => `https://app.example/callback?error=access_denied&error_description=${encode(text)}`);
  const har = JSON.parse(redactHar(harOf(before.map((url) => entry({ url })))).text) as {
    log: { entries: { request: { url: string } }[] };
  };
  return before.map((url, index) => ({ before: url, after: har.log.entries[index]?.request.url ?? '' }));
}

const said = (url: string) => new URL(url).searchParams.get('error_description') ?? '';

const encodings = {
  'percent-encoded': encodeURIComponent,
  'as a form': (text: string) => new URLSearchParams([['', text]]).toString().slice(1),
};

for (const [name, encode] of Object.entries(encodings))
  it(`are as long as they were, ${name}`, () => {
    for (const { before, after } of urls(encode)) {
      expect(after).toHaveLength(before.length);
      expect(after).not.toContain('CANARY');
      expect(tellingWords(said(after))).toEqual(tellingWords(said(before)));
    }
  });

it('stay different', () => {
  expect(new Set(urls(encodeURIComponent).map(({ after }) => after)).size).toBe(descriptions.length);
});

it('are longer where the codes of a text are longer than it', () => {
  expect(tellingDescription('token', 'qwxyz')).toBe('token');
  expect(tellingDescription('PKCE missing', 'QWER tzuiopa')).toBe('PKCE is required');
});

it('keep which part of PKCE was refused', () => {
  expect(tellingWords('not supported value of code_challenge_method')).toContain('unsupported code_challenge_method');
  expect(tellingWords('you sent code_challenge_method=plain and the client is not allowed')).toContain('code_challenge');
});
