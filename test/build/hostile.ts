/** Text that wants to be more than text, planted wherever a capture or a report holds a string. */
import type { Recording } from '../../lib/model/recording.ts';
import { stories } from './stories.ts';
import { capture } from './trace.ts';

/** Each holds the word PLANTED, so that a test can see that it was shown at all. */
export const hostileTexts: Readonly<Record<string, string>> = {
  'a script': `PLANTED<script>alert(1)</script>`,
  'an attribute': `PLANTED" onmouseover="alert(1)" x='`,
  'an image': 'PLANTED![x](http://evil.example/p.png)<img src=x onerror=alert(1)>',
  'a link': '[PLANTED](javascript:alert(1)) <javascript:alert(1)> <a href="javascript:alert(1)">x</a>',
  'a bare address': 'PLANTED http://evil.example www.evil.example evil.com someone@evil.example @someone',
  'the end of a link': 'PLANTED](javascript:alert(1))',
  'marks of code': 'PLANTED`<b>``<i>```</code><u>` ``',
  'one mark of code': 'PLANTED`',
  'cells of a table': 'PLANTED | a \\| b \\\\| c |',
  'lines that begin something': 'PLANTED\n# heading\n- list\n> quote\r\n```\n<b>\n~~~\n---\n|a|b|\n',
  'the end of the page': 'PLANTED</style></title></main></body></html><!-- --><script>',
  'text that turns around': 'PLANTED\u202egnp.exe\u200b\u2066\u0007\u001b[31m',
  entities: 'PLANTED&lt;script&gt;&#60;b&#62;&amp;',
};

/** Everything at once, for every trace; each by itself is tried on a few. */
export const allHostile = Object.values(hostileTexts).join(' ');

/** Closed lists that no capture can extend, addresses of the standards, and what links exchanges to each other. */
const kept = new Set(
  'schema redaction kind grant outcome role severity confidence owner under check id parent exchange why gaps how cites message headline source protocol by previousHop sameSite speculative browser product method startedAt'.split(
    ' ',
  ),
);

/** The same value with a text added to every string in it. */
export function planted<T>(value: T, text: string, name = ''): T {
  if (typeof value === 'string') return (kept.has(name) ? value : value + text) as T;
  if (Array.isArray(value)) return (kept.has(name) ? value : value.map((item) => planted(item, text, name))) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (kept.has(name) && name !== 'source') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, planted(item, text, key)])) as T;
}

/** What a drawn trace becomes in a file: two attempts and a story. */
export function recorded(trace: string, source: 'web-request' | 'har' = 'web-request'): Recording {
  const taken = capture(trace, source).capture;
  return {
    capture: taken,
    story: { site: 'https://app.example/', goal: 'Log in', did: 'I pressed the button.\nTwice.', saw: 'A white page' },
    second: { how: 'private-window', capture: taken },
  };
}

/** Traces whose reports use every part of a format: findings, symptoms, what could not be told, an error page. */
export const telling: readonly string[] = ['a lost cookie', 'a blocked token request', 'a refused address'].map(
  (name) => stories[name] ?? '',
);
