import { wasConsumed } from '../../observe/consumed.ts';
import { providerOf } from '../../observe/provider.ts';
import { brokeAfterAnswer } from '../../observe/run.ts';
import type { Alteration } from '../../read/compare.ts';
import { defineCheck } from '../define.ts';
import { atParameter, fail, inapplicable, inconclusive, pass } from '../verdict.ts';
import { compareStates } from './compare.ts';

const what: Readonly<Record<Alteration, string>> = {
  'plus-to-space': 'every plus sign became a space: it was decoded as a form once too often, or not encoded as `%2B`',
  'space-to-plus': 'every space became a plus sign',
  'decoded-once-more': 'it was percent-decoded once more than it was encoded',
  'encoded-once-more': 'it was percent-encoded once more than it is decoded',
  'entities-decoded': 'HTML entities in it were decoded',
  'entities-encoded': 'characters in it were written as HTML entities',
  'unicode-normalized': 'its Unicode characters were normalized',
  'charset-garbled': 'its UTF-8 bytes were read as Latin-1',
  'padding-lost': 'the trailing `=` of its base64 was lost',
  'base64-alphabet': 'its base64 was rewritten in the other alphabet (`+/` and `-_`)',
  'case-changed': 'its letters changed case',
  trimmed: 'spaces at its ends were removed',
  'markup-stripped': 'angle brackets, taken for HTML, were removed',
  quoted: 'quotation marks were put around it',
  cut: 'it was cut short',
  appended: 'something was added at its end',
};

export const stateMangled = defineCheck({
  id: 'state-mangled',
  category: 'state',
  kind: 'breakage',
  tier: 'core',
  title: 'State altered by encoding on its way',
  severity: 'error',
  rank: 91,
  owner: 'provider',
  cites: [
    { spec: 'RFC6749', section: '4.1.2', level: 'MUST' },
    { spec: 'RFC6749', section: 'B' },
  ],
  needs: ['request', 'response'],
  messages: {
    altered: {
      title: 'The state was damaged on the way',
      plain: 'The ticket number of this login was damaged on the way back, so the app takes it for another login.',
      text: 'The `state` that came back is the one that was sent, except that {what} ({sent} characters went out, {returned} came back).{known}',
      fix: 'The hop that builds the redirect must hand `state` on unchanged and encode it exactly once: the provider, or a proxy in between. The app can protect itself: a `state` of letters, digits, `-` and `_` only (base64url without padding) survives such hops.',
    },
    survived: {
      title: 'The state was altered on the way, and the app accepted it',
      plain: 'The ticket number of this login was altered on the way; this app did not mind.',
      text: 'The `state` that came back is the one that was sent, except that {what}. The login went on all the same.',
      fix: 'Make `state` from letters, digits, `-` and `_` only, before a stricter comparison breaks the login.',
      severity: 'warning',
    },
  },
  // GET /authorize?state=a%2Bb  → 302 /cb?state=a+b
  inspect({ request, response }, scene) {
    const compared = compareStates(request, response);
    if (compared.kind === 'unreadable') return inconclusive('redacted-input');
    if (compared.kind !== 'altered') return compared.kind === 'equal' ? pass : inapplicable;
    const { sent, returned, how } = compared;
    const evidence = [atParameter(returned), atParameter(sent)] as const;
    const profile = providerOf(scene);
    const known = profile?.altersState?.is.some((alteration) => alteration === how.how) ?? false;
    const data = {
      what: what[how.how],
      how: how.how,
      sent: sent.value.length,
      returned: returned.value.length,
      known: known ? ` ${profile?.name} is known to do this, so the app has to send a state that survives it.` : '',
    };
    const owner = known ? { owner: 'app' as const } : {};
    // Some frameworks repair it, some apps do not compare it. Without a sign of either, a client that compares has refused it.
    if (wasConsumed(scene)) return fail('survived', evidence, { data, ...owner });
    return fail('altered', evidence, { data, ...owner, confidence: brokeAfterAnswer(scene) ? 'certain' : 'likely' });
  },
});
