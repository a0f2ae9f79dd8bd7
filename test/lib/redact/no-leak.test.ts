/** Whatever is planted in a login, no report gives it away. */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import { buildRecordingReport } from '../../../lib/transfer/recording-report.ts';
import { toHtml } from '../../../lib/transfer/to-html.ts';
import { toMarkdown } from '../../../lib/transfer/to-markdown.ts';
import { toText } from '../../../lib/transfer/to-text.ts';
import { broken, healthy } from '../../build/stories.ts';
import { capture } from '../../build/trace.ts';

const stranger = 'CANARYuser77';

/** One login with a secret in every place a login has. */
const planted = `
    GET https://app.example/u/${stranger}/start?session_id=CANARY-sid&email=CANARY%40mail.example
    Cookie: sid=CANARY-cookie; CANARY-name=1
    Referer: https://other.example/CANARY77path?token=CANARY-referer
    → 302 https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https%3A%2F%2Fapp.example%2Fcb%3Ft%3DCANARY-own&state=CANARY-state&nonce=CANARY-nonce&login_hint=CANARY%40mail.example&code_challenge=CANARY-challenge&code_challenge_method=S256&id_token_hint=CANARY-hint&x-CANARY77=1
    Set-Cookie: login_CANARY0123456789abcdef=CANARY-transaction; Path=/; HttpOnly
    GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https%3A%2F%2Fapp.example%2Fcb%3Ft%3DCANARY-own&state=CANARY-state&nonce=CANARY-nonce&login_hint=CANARY%40mail.example&code_challenge=CANARY-challenge&code_challenge_method=S256&id_token_hint=CANARY-hint&x-CANARY77=1
    Authorization: Bearer CANARY-bearer
    X-Custom: CANARY-header
    → 302 https://app.example/cb?t=CANARY-own&code=CANARY-code&state=CANARY-other&iss=https%3A%2F%2Fidp.example#access_token=CANARY-token&id_token=CANARY-id
    GET https://app.example/cb?t=CANARY-own&code=CANARY-code&state=CANARY-other&iss=https%3A%2F%2Fidp.example#access_token=CANARY-token&id_token=CANARY-id
    Cookie: sid=CANARY-cookie
    → 400
    Set-Cookie: session=CANARY-session; Domain=app.example`;

describe('a report', () => {
  for (const [name, trace] of Object.entries({ planted, ...healthy, ...broken }))
    for (const source of ['web-request', 'har'] as const)
      it(`gives no secret away: ${name} (${source})`, () => {
        const { capture: taken } = capture(trace, source);
        for (const profile of ['default', 'auditor'] as const) {
          const { flows, findings } = analyze(taken, profile);
          expect(flows.length).toBeGreaterThan(0);
          const report = buildRecordingReport(
            { capture: taken, story: null, second: null },
            { profile, policy: 'share-safe', version: '0' },
            { flows, findings },
          );
          for (const text of [
            JSON.stringify(report),
            toText(report, 'a capture'),
            toMarkdown(report, 'a capture'),
            toHtml(report, 'a capture'),
          ])
            expect(text.match(/.{0,80}CANARY.{0,40}/)?.[0] ?? null).toBeNull();
        }
      });
});
