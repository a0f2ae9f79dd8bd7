/** Who talked to whom, in which browser, and how it was set. Said only where both sides know. */
import type { Setting, Shown } from './comparison.ts';
import { type Found, nowhere } from './found.ts';
import { both, mainHop, type Prepared } from './scene.ts';

const value = (text: string | null): Shown | null => (text === null || text === '' ? null : { kind: 'value', text });

const origin = ({ redactor }: Prepared, text: string | null) => value(text && redactor.url(text));

function readers(a: Prepared, b: Prepared): Readonly<Record<Setting, (side: Prepared) => Shown | null>> {
  // A file names its writer where a recording names its browser: versions are compared among equals.
  const comparable = a.capture.source.browser === b.capture.source.browser && a.capture.source.kind === b.capture.source.kind;
  return {
    kind: ({ judged: { flow } }) => ({ kind: 'flow', flow: flow.kind }),
    client: (side) => origin(side, side.judged.flow.parties.client),
    provider: (side) => origin(side, side.judged.flow.parties.provider),
    browser: ({ capture }) => value(capture.source.browser),
    version: ({ capture }) => (comparable ? value(capture.source.creator) : null),
    // Files of other programs do not say.
    private: (side) => {
      const { kind } = side.capture.source;
      if (kind !== 'live' && kind !== 'file') return null;
      return value(side.hops.some(({ exchange }) => exchange.where.incognito) ? 'yes' : 'no');
    },
    window: (side) => {
      const where = mainHop(side, 'authorization-request')?.where.kind;
      return where === 'page' || where === 'frame' || where === 'fetch' ? value(where) : null;
    },
    'third-party-cookies': ({ capture }) => value(capture.settings.thirdPartyCookies),
    platform: ({ capture }) => value(capture.machine.platform),
  };
}

export function compareSettings(a: Prepared, b: Prepared): Found[] {
  return (Object.entries(readers(a, b)) as [Setting, (side: Prepared) => Shown | null][]).flatMap(([of, read]): Found[] => {
    const shown = both(a, b, read);
    if (!shown.a || !shown.b || JSON.stringify(shown.a) === JSON.stringify(shown.b)) return [];
    return [{ subject: { kind: 'setting', of }, a: shown.a, b: shown.b, at: nowhere }];
  });
}
