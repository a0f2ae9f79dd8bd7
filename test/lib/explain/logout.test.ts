import { expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import { explain } from '../../../lib/explain/finding.ts';
import { verdictOfFlow } from '../../../lib/explain/verdict.ts';
import { capture, type DrawnSource } from '../../build/trace.ts';

const logout = 'https://idp.example/end_session?client_id=web&post_logout_redirect_uri=https%3A%2F%2Fapp.example%2Fbye&state=CANARY-s';
const sources: readonly DrawnSource[] = ['web-request', 'har'];

function told(trace: string, source: DrawnSource, live = false): string[] {
  return analyze(capture(trace, source, { live }).capture)
    .flows.filter((judged) => judged.flow.kind === 'logout')
    .map((judged) => `${judged.outcome}: ${verdictOfFlow(judged, (finding) => explain(finding).plain)}`);
}

const back = 'completed: The provider took the logout and sent the browser back to the app.';

for (const source of sources) {
  it(`a logout and its way back (${source})`, () => {
    expect(
      told(
        `GET https://app.example/logout
         → 302 ${logout}
           Set-Cookie: session=; Path=/; Max-Age=0
         GET ${logout}
         → 302 https://app.example/bye?state=CANARY-s
         GET https://app.example/bye?state=CANARY-s
         → 200`,
        source,
      ),
    ).toEqual([back]);
  });

  it(`a logout that was asked about first (${source})`, () => {
    const asked = `GET ${logout}
         → 200`;
    expect(told(asked, source)).toEqual([
      'unknown: This recording does not show how the logout ended. The provider may have asked the user first.',
    ]);
    expect(
      told(
        `${asked}
         POST https://idp.example/end_session/confirm [from https://idp.example/end_session] [+4s]
           = logout=yes
         → 303 https://app.example/bye?state=CANARY-s
         GET https://app.example/bye?state=CANARY-s
         → 200`,
        source,
      ),
    ).toEqual([back]);
  });

  it(`a logout whose way back was not recorded (${source})`, () => {
    expect(told(`GET ${logout}\n→ 302 https://app.example/bye?state=CANARY-s`, source)).toEqual([
      'completed: The provider took the logout. The way back to the app is not in this recording.',
    ]);
  });

  it(`a logout that asks for no way back and ends the session (${source})`, () => {
    expect(
      told(
        `GET https://idp.example/logout?id_token_hint=CANARY
         → 200
           Set-Cookie: idp_session=; Path=/; Max-Age=0`,
        source,
      ),
    ).toEqual(['completed: The provider took the logout. The way back to the app is not in this recording.']);
  });
}

it('a logout that waits for the user', () => {
  expect(told(`GET ${logout}\n→ 200`, 'web-request', true)).toEqual([
    'in-progress: The logout is still running. The provider may be asking whether to sign out.',
  ]);
});

it('a logout that was left before the provider answered', () => {
  expect(told(`GET ${logout}\n→ failed net::ERR_ABORTED`, 'web-request')).toEqual([
    'abandoned: The logout was left before it was finished.',
  ]);
});
