import { describe, expect, it } from 'vitest';
import type { HiddenKind } from '../../../lib/redact/file/kinds.ts';
import { findLeaks } from '../../../lib/redact/file/scan.ts';

const secret = 'CANARY+7/d8 f9&"g0"';
const none = new Set<string>();
/** As a redactor hands them over. */
const hidden = (value: string, kind: HiddenKind = 'value') => [{ value, kind, madeUp: false }];

describe('the scan of what leaves', () => {
  it.each([
    ['as it was', `{"x":"${secret}"}`],
    ['percent-encoded', `?a=${encodeURIComponent(secret)}`],
    ['percent-encoded twice', `?a=${encodeURIComponent(encodeURIComponent(secret))}`],
    ['in JSON', JSON.stringify({ a: secret })],
    ['in JSON in JSON', JSON.stringify({ a: JSON.stringify({ b: secret }) })],
    ['in HTML', 'value="CANARY+7/d8 f9&amp;&quot;g0&quot;"'],
    ['in base64', btoa(`user:${secret}`)],
    ['in base64, one further', btoa(`user1:${secret}`)],
    ['in base64, two further', btoa(`user12:${secret}!`)],
  ])('finds a secret %s', (_, text) => expect(findLeaks(`before ${text} after`, hidden(secret), none)).toEqual([secret]));

  it('finds nothing where nothing is, and nothing that is shown on purpose', () => {
    expect(findLeaks('a text about something else', hidden(secret), none)).toEqual([]);
    expect(findLeaks('https://login.idp.example/authorize', hidden('login.idp.example'), new Set(['login.idp.example']))).toEqual([]);
    expect(findLeaks('sign in to the application', hidden('the application'), none)).toEqual([]);
  });

  it('finds a password made of words, where it stands alone', () => {
    expect(findLeaks('"q":"hunterkestrel"', hidden('hunterkestrel', 'credential'), none)).toEqual(['hunterkestrel']);
    expect(findLeaks('the kestrels', hidden('kestrel', 'credential'), none)).toEqual([]);
    expect(findLeaks('?q=%22hunter2%22', hidden('hunter2', 'credential'), none)).toEqual(['hunter2']);
    expect(findLeaks('"q":"anna schmidt"', hidden('anna schmidt', 'person'), none)).toEqual(['anna schmidt']);
  });

  it('looks for no number that any other may hold, and for no stand-in', () => {
    expect(findLeaks('"time":123456', hidden('123456', 'credential'), none)).toEqual([]);
    expect(findLeaks('CANARYx9y8z7w6', [{ value: 'CANARYx9y8z7w6', kind: 'token', madeUp: true }], none)).toEqual([]);
  });
});
