import type { Exchange } from '../../model/exchange.ts';
import { redemptions } from '../../observe/redemption.ts';
import type { Scene } from '../../observe/scene.ts';
import { nextOf } from '../../observe/tables.ts';
import { isCustomScheme } from '../../read/redirect.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const appSchemeNotHandled = defineCheck({
  id: 'app-scheme-not-handled',
  category: 'redirect-uri',
  kind: 'breakage',
  tier: 'std',
  title: 'Answer went to an app that nothing opened',
  severity: 'error',
  rank: 86,
  owner: 'app',
  cites: [{ spec: 'RFC8252', section: '7.1' }],
  needs: ['response', 'answered'],
  messages: {
    unopened: {
      title: 'Nothing on this computer opens the app’s address',
      plain:
        'The provider sent you back to an app, and nothing on this computer takes such addresses: the app is not installed, or not set up.',
      text: 'The answer was sent to a scheme of the app’s own, and the browser has no program for that scheme. The provider has done its part; the answer reached nobody.{claim}',
      fix: 'Install or repair the app on this computer: installing it has to register the scheme with the system. Where people may not have the app, give it a redirect_uri on the web or on a loopback address (RFC 8252 section 7.3).',
    },
    'handed-over': {
      title: 'The answer was handed to an app outside the browser',
      plain: 'The browser passed the answer on to an app. If nothing happened after that, no app took it.',
      text: 'The answer was sent to a scheme of the app’s own. This recording can not show whether a program took it: the browser ends the page load either way.{claim}',
      fix: 'If the app did not come up: check that it is installed and registered for this scheme. Firefox says so when nothing is.',
      severity: 'info',
      kind: 'remark',
    },
  },
  // 302 com.example.app:/cb?code=c  → the browser knows no program for it
  inspect({ response, answered }, scene) {
    if (response.seenIn !== 'location' || answered.outcome.kind !== 'redirected' || !leavesBrowser(answered.outcome.to))
      return inapplicable;
    // An app's program used it, in this very capture.
    if (redemptions(scene).length > 0) return pass;
    const { to } = answered.outcome;
    const claim = /^[^:]*\./.test(to) ? '' : ' The scheme has no dot in it: any other program may claim the same one, and get the answer.';
    const location = at(answered, 'response.header.location');
    const next = nextOf(scene.stage, answered.id);
    if (next?.outcome.kind === 'failed' && unknownScheme.test(next.outcome.reason))
      return fail('unopened', [at(next, 'outcome.reason'), location], { data: { claim } });
    if (tellsWhenNothingOpens(answered, scene)) return isRecent(answered, scene) ? inconclusive('never-finished') : pass;
    return fail('handed-over', [location], { data: { claim }, confidence: 'possible' });
  },
});

/** Chromium has its name for pages it shows on phones and in other programs; Firefox for every page. */
const unknownScheme = /ERR_UNKNOWN_URL_SCHEME|NS_ERROR_UNKNOWN_PROTOCOL/;

/** Pages of extensions stay in the browser, though their addresses look alike. */
const leavesBrowser = (url: string) => isCustomScheme(url) && !/^[a-z-]*extension:/i.test(url);

/** Firefox, watched live (measured, ESR 153); its developer tools write nothing of it into a file. */
function tellsWhenNothingOpens({ source, where }: Exchange, { stage }: Scene): boolean {
  return source === 'web-request' && stage.capture.source.browser === 'firefox' && where.kind === 'page';
}

/** What the browser finds out comes a moment later. */
const soonMs = 5_000;

function isRecent({ startedAt, durationMs }: Exchange, { stage: { capture } }: Scene): boolean {
  return capture.live && capture.asOf - startedAt - (durationMs ?? 0) < soonMs;
}
