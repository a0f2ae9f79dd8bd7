/** The rooms of the full page. */
import { noAccess } from '../../lib/model/access.ts';
import { defaultSettings } from '../../lib/model/settings.ts';
import type { PageRoom } from '../../lib/session/host.ts';
import { readPreset } from '../../lib/session/preset.ts';
import { openFile } from '../../lib/transfer/open-file.ts';
import { capture, type DrawOptions } from '../build/trace.ts';
import { attemptOf, type DeskParts, documentOf, fakeDesk, guideOf, judged } from './fake-desk.ts';
import { hostile, many, nested, pending, thirtyHops, thousand, tooLarge, unreachable } from './more-traces.ts';
import type { PageState } from './states.ts';
import { cookieLost, healthy, spa, stateMangled } from './traces.ts';

function page(name: string, room: PageRoom, parts: () => DeskParts = () => ({}), languages: readonly string[] = ['en']): PageState {
  return { name: `page-${name}`, room, languages, desk: () => fakeDesk(parts()) };
}

const drawn = (trace: string, options: DrawOptions = {}) => capture(trace, 'web-request', options).capture;
const alone = (trace: string) => ({ capture: drawn(trace), story: null, second: null });
const link = 'https://shop.example/login#roundtrip-record=1&goal=What+happens+after+%E2%80%9CSign+in+with+ACME%E2%80%9D&language=';

function recorded(trace: string, by: 'user' | 'settled' | 'limit', again: string | null = null): DeskParts {
  const first = drawn(trace);
  const second = again === null ? null : drawn(again);
  const one = attemptOf(first, { stoppedAt: first.asOf, stoppedBy: by });
  const other = second && attemptOf(second, { how: 'private-window', stoppedAt: second.asOf, stoppedBy: 'user' });
  return {
    desk: {
      guide: {
        guide: guideOf(other ? [one, other] : [one]),
        running: false,
        first: judged(first),
        second: second && { how: 'private-window', ...judged(second) },
      },
    },
  };
}

function running(trace: string): DeskParts {
  const first = drawn(trace, { live: true });
  return {
    session: { recording: true },
    desk: { guide: { guide: guideOf([attemptOf(first)]), running: true, first: judged(first), second: null } },
  };
}

const twoAttempts = {
  capture: drawn(cookieLost),
  story: { site: 'https://shop.example/login', goal: 'The error after the password', did: 'I signed in.\nTwice.', saw: 'An empty page.' },
  second: { how: 'private-window' as const, capture: drawn(healthy) },
};

const requestTo = (parameters: string) =>
  `https://idp.example/authorize?${parameters}&redirect_uri=https%3A%2F%2Fshop.example%2Fcallback&scope=openid%20profile`;

/** From three hops to a thousand, healthy and broken. */
const logins = {
  three: stateMangled,
  broken: cookieLost,
  healthy,
  nested,
  pending,
  unreachable,
  thirty: thirtyHops,
  thousand,
  hostile,
  large: tooLarge,
};

function linkTo(parameters: string) {
  const opened = openFile(requestTo(parameters));
  if (opened.kind === 'unreadable') throw new Error(opened.because);
  return documentOf(1, 'Link to idp.example', opened.recording);
}

function refusalOf(text: string): string {
  const opened = openFile(text);
  return opened.kind === 'unreadable' ? opened.because : '';
}

export const pageStates: readonly PageState[] = [
  page('guide-start', 'record'),
  page('guide-start-de', 'record', () => ({}), ['de-AT']),
  page('guide-invited', 'record', () => ({ invitation: readPreset(`${link}en`) })),
  page('guide-running', 'record', () => running(healthy)),
  page('guide-running-nothing', 'record', () => running('GET https://shop.example/\n→ 200')),
  page('guide-review', 'record', () => recorded(cookieLost, 'settled')),
  page('guide-review-de', 'record', () => recorded(cookieLost, 'limit'), ['de']),
  page('guide-review-second', 'record', () => recorded(cookieLost, 'user', healthy)),
  page('guide-review-nothing', 'record', () => recorded('GET https://shop.example/\n→ 200', 'user')),
  page('guide-not-allowed', 'record', () => {
    const parts = recorded(cookieLost, 'user');
    return { ...parts, desk: { ...parts.desk, privateAllowed: false } };
  }),
  page('guide-refused', 'record', () => ({ ...recorded(cookieLost, 'user'), refuses: true })),
  page('welcome', 'welcome', () => ({ session: { watching: 'no-access', access: noAccess } })),
  page('welcome-allowed', 'welcome'),
  page('welcome-off', 'welcome', () => ({ session: { watching: 'off' } })),
  page('welcome-seen', 'welcome', () => ({ live: drawn(cookieLost) })),
  page('files-empty', 'files'),
  page('files', 'files', () => ({
    desk: {
      documents: [
        documentOf(1, 'works-on-my-machine.har', alone(healthy)),
        documentOf(2, 'customer-4711-a-rather-long-name-of-a-file-that-somebody-sent.har', alone(stateMangled)),
        documentOf(3, 'recording.roundtrip.json', twoAttempts),
      ],
      refused: [{ id: 9, name: 'holiday.har', because: 'it is not JSON (line 1, column 1)' }],
      opening: [{ id: 4, name: 'support-case.har', phase: 'reading', read: 1_400_000, bytes: 3_100_000 }],
    },
  })),
  page('files-opening', 'files', () => ({
    desk: {
      opening: [
        {
          id: 4,
          name: 'a-morning-at-the-office-with-everything-that-was-open.har',
          phase: 'judging',
          read: 212_000_000,
          bytes: 212_000_000,
        },
        { id: 5, name: 'reading.har', phase: 'reading', read: 61_000_000, bytes: 148_000_000 },
        { id: 6, name: '\u202egnp.har', phase: 'waiting', read: 0, bytes: 9_000 },
      ],
    },
  })),
  page('files-link', 'files', () => ({ desk: { documents: [linkTo('client_id=%7B%7BCLIENT_ID%7D%7D&response_type=code')] } })),
  page('files-link-sound', 'files', () => ({
    desk: {
      documents: [linkTo('client_id=web&response_type=code&state=CANARY-x8Kq2mP5vR7tY9wB3nD6&nonce=CANARY-f4Gh7Jk0Lz3Xc6Vb9Nm2')],
      refused: [{ id: 9, name: 'Link to news.example', because: refusalOf('https://news.example/') }],
    },
  })),
  page('files-thousand', 'files', () => ({ desk: { documents: [documentOf(1, 'thousand.har', alone(thousand))] } })),
  page('files-hostile', 'files', () => ({ desk: { documents: [documentOf(1, '<script>\u202egnp.har', alone(hostile))] } })),
  page('files-no-login', 'files', () => ({ desk: { documents: [documentOf(1, 'news.har', alone('GET https://news.example/\n→ 200'))] } })),
  page('save', 'save', () => ({ live: drawn(spa) })),
  page('save-many', 'save', () => ({ live: drawn(many) })),
  page('save-nothing', 'save'),
  page('guide-preparing', 'record', () => ({ ...recorded(cookieLost, 'user'), prepares: 'never' })),
  page('guide-not-prepared', 'record', () => ({ ...recorded(cookieLost, 'user'), prepares: 'broken' })),
  page('compare', 'compare', () => ({
    desk: {
      documents: [documentOf(1, 'before.har', alone(stateMangled)), documentOf(2, 'recording.roundtrip.json', twoAttempts)],
    },
  })),
  page('compare-nothing', 'compare', () => ({ live: drawn(healthy) })),
  page('live', 'live', () => ({ live: drawn(many) })),
  ...(['diagram', 'waterfall', 'sizes', 'cookies'] as const).flatMap((look) =>
    Object.entries(logins).map(([name, trace]) =>
      page(`${look}-${name}`, 'live', () => ({ live: drawn(trace, { live: true }), session: { look } })),
    ),
  ),
  page('diagram-file', 'files', () => ({
    desk: { documents: [documentOf(1, 'recording.roundtrip.json', twoAttempts)] },
    session: { look: 'diagram' },
  })),
  page('settings', 'settings'),
  page('settings-light', 'settings', () => ({ session: { settings: { ...defaultSettings, theme: 'light' } } })),
  page('settings-chosen', 'settings', () => ({
    session: {
      access: { sites: ['*://*.shop.example/*', '*://*.login.idp.example/*', '*://127.0.0.1/*'], cookies: true },
      settings: { ...defaultSettings, watch: 'recording', bodies: true, notify: true, keepMs: 900_000, theme: 'dark' },
      watching: 'off',
      ignored: ['https://shop.example/search', `https://a-rather-long-name-of-a-host.shop.example/${'folder/'.repeat(12)}authorize`],
    },
  })),
  {
    ...page('settings-none', 'settings'),
    desk: () => ({ ...fakeDesk({ session: { watching: 'no-access', access: noAccess, cookieAccess: false } }), bodies: 'with-devtools' }),
  },
  page('reference', 'reference'),
  { ...page('reference-check', 'reference'), address: 'check=samesite-form-post' },
  { ...page('reference-unknown', 'reference'), address: 'check=of-another-version' },
];
