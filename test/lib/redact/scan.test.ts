import { describe, expect, it } from 'vitest';
import { findLeaks } from '../../../lib/redact/file/scan.ts';

const secret = 'CANARY+7/d8 f9&"g0"';
const none = new Set<string>();

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
  ])('finds a secret %s', (_, text) => expect(findLeaks(`before ${text} after`, [secret], none)).toEqual([secret]));

  it('finds nothing where nothing is, and nothing that is shown on purpose', () => {
    expect(findLeaks('a text about something else', [secret], none)).toEqual([]);
    expect(findLeaks('https://login.idp.example/authorize', ['login.idp.example'], new Set(['login.idp.example']))).toEqual([]);
    expect(findLeaks('sign in to the application', ['the application'], none)).toEqual([]);
  });
});
