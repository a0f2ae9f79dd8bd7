import { describe, expect, it } from 'vitest';
import { compareFlows } from '../../../lib/compare/compare.ts';
import { comparisonMarkdown } from '../../../lib/transfer/compare-markdown.ts';
import { login, side } from '../compare/sides.ts';

const lost = login({ cookie: null, status: '500' });

describe('comparisonMarkdown', () => {
  it('says the summary, then what differs, then the hops of one side', () => {
    const text = comparisonMarkdown(compareFlows(side(lost), side(login(), { label: 'Private window' })));
    expect(text).toEqual([
      '## “First try” and “Private window” compared',
      '',
      '**“First try” failed, likely for this reason: The app lost its login cookie. In “Private window” the cookie `txn` was sent, and the login went through.**',
      '',
      '| What differs | First try | Private window |',
      '|---|---|---|',
      '| Outcome | failed: The app lost its login cookie | completed |',
      '| **Cookie `txn` on the callback** | not sent | sent |',
      '| Answer to the callback | 500 | 302 |',
      '| Cookie `session`, set by the app after the answer | not set | set |',
      '| Hop (app): `GET app.example/home` | not there | there |',
      '',
      'In bold: where the finding about the login that failed points at.',
      '',
      'Hops only in “Private window”:',
      '',
      '- app: `GET app.example/home` → 200',
    ]);
  });

  it('nothing in it turns into markup or ends a cell', () => {
    const strange = login({ status: '200' }).replaceAll('txn=', 'a|b<i>*c*=');
    const text = comparisonMarkdown(compareFlows(side(strange, { label: 'a | [b](c) *d*\n# e' }), side(login({ status: '200' })))).join(
      '\n',
    );
    expect(text).not.toContain('CANARY');
    expect(text).toContain('| Cookie with a made-up name on the callback | sent | not sent |');
    expect(text).not.toMatch(/<i>|(?<!\\)\]\(c\)|^# /m);
    for (const row of text.split('\n').filter((line) => line.startsWith('|'))) expect(row.match(/(?<!\\)\|/g)).toHaveLength(4);
  });

  it('a long chain is cut', () => {
    const hops = Array.from(
      { length: 60 },
      (_, i) => `GET https://idp.example/${'x'.repeat(i + 1)}\n → 302 ${i < 59 ? `https://idp.example/${'x'.repeat(i + 2)}` : 'ANSWER'}`,
    );
    const text = comparisonMarkdown(compareFlows(side(login({ more: hops.join('\n') })), side(login())));
    expect(text).toContain('- and 20 more');
  });
});
