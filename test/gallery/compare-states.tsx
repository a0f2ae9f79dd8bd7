/** Two logins side by side. */
import { CompareView } from '../../components/compare/compare-view.tsx';
import { Button } from '../../components/kit/button.tsx';
import { analyze } from '../../lib/analyze.ts';
import type { Side } from '../../lib/compare/comparison.ts';
import { capture, type DrawnSource, type DrawOptions } from '../build/trace.ts';
import { silentFrame, thousand, tooLarge } from './more-traces.ts';
import type { ViewState } from './states.ts';
import { cancelled, cookieLost, healthy, refused, spa, stateMangled } from './traces.ts';

export function sideOf(label: string, trace: string, source: DrawnSource = 'web-request', options: DrawOptions = {}): Side {
  const { capture: taken } = capture(trace, source, options);
  const [judged] = analyze(taken).flows;
  if (!judged) throw new Error('the trace holds a flow');
  return { label, capture: taken, judged };
}

const nothing = () => undefined;

function compared(name: string, a: Side, b: Side): ViewState {
  return {
    name: `compare-${name}`,
    render: () => (
      <CompareView
        a={a}
        b={b}
        onOpenHop={nothing}
        actions={
          <Button icon="copy" onClick={nothing}>
            Copy comparison
          </Button>
        }
      />
    ),
  };
}

const cookieSent = cookieLost
  .replaceAll('SameSite=Lax', 'SameSite=None')
  .replace(
    'Sec-Fetch-Site: cross-site',
    'Sec-Fetch-Site: cross-site\n    Cookie: .AspNetCore.Correlation.CANARYab12=N; .AspNetCore.OpenIdConnect.Nonce.CANARYcd34=N',
  )
  .replace(
    /→ 500[\s\S]*$/,
    `→ 302 https://shop.example/account
    Server: Kestrel
    Set-Cookie: .AspNetCore.Cookies=CANARY-session-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
  GET https://shop.example/account
    Cookie: .AspNetCore.Cookies=CANARY-session-0123456789
  → 200`,
  );

const stateKept = stateMangled
  .replaceAll('state=CANARY+eyJyIjoiL2FjY291bnQifQ+/77aa==', 'state=CANARY%2BeyJyIjoiL2FjY291bnQifQ%2B%2F77aa%3D%3D')
  .replace(/→ 400[\s\S]*$/, '→ 200');

const frameAllowed = silentFrame
  .replace('Sec-Fetch-Storage-Access: none', 'Cookie: idp_session=CANARY-session-8f3c9d2e')
  .replace('HttpOnly\n  → 302', 'HttpOnly; sent\n  → 302')
  .replaceAll('silent?error=login_required', 'silent?code=CANARY-code-0123456789');

const longer = thousand.replace('GET https://login.idp.example/step/505?', 'GET https://login.idp.example/terms\n  → 200\n  $&');

export const compareStates: readonly ViewState[] = [
  compared('cookie-lost', sideOf('First try', cookieLost), sideOf('Second try', cookieSent)),
  compared('state', sideOf('Before the release', stateMangled), sideOf('After the release', stateKept)),
  compared('other-app', sideOf('Shop', cookieLost), sideOf('Single-page app', spa)),
  compared('same', sideOf('First try', healthy), sideOf('Second try', healthy)),
  compared('same-failure', sideOf('First try', refused), sideOf('Second try', refused)),
  compared('denied', sideOf('Anna', cancelled), sideOf('Ben', healthy)),
  compared('too-large', sideOf('works-on-my-machine.har', healthy, 'har'), sideOf('customer-4711-chrome-windows.har', tooLarge, 'har')),
  compared(
    'frame',
    sideOf('Blocked', silentFrame, 'web-request', { thirdPartyCookies: 'blocked' }),
    sideOf('Allowed', frameAllowed, 'web-request', { thirdPartyCookies: 'allowed' }),
  ),
  compared('thousand', sideOf('Monday', thousand), sideOf('Tuesday', longer)),
  compared(
    'unseen',
    sideOf('Recorded', healthy),
    sideOf('A file without cookies', healthy.replace(/.*Set-Cookie:.*\n/g, '').replace(/.*Cookie:.*\n/g, ''), 'har'),
  ),
];
