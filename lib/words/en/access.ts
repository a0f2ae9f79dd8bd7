/** Which sites may be looked at. */
import { section } from '../speaking.ts';

export const access = section('access', {
  title: 'Sites Roundtrip may see',
  close: 'Close',
  everywhere: 'All sites. To name some instead, take this back first.',
  nowhere: 'None, so nothing is watched.',
  takeBack: (host: string) => `Take back ${host}`,
  add: 'Add sites, with all below them',
  allow: 'Allow',
  allowHost: (host: string) => `Allow ${host}`,
  allowEverywhere: 'Allow on all sites',
  takeItBack: 'Take it back',
  takeBackAll: 'Take back all',

  /** Hosts that are named, and how many are not. */
  hosts: (named: readonly string[], more: number) => {
    const parts = more === 0 ? named : [...named, `${more} more`];
    return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
  },
  /** After their names. */
  notWatched: (count: number): string =>
    count === 1
      ? 'is not watched, so what happens there can not be judged. Allow it, then log in again.'
      : 'are not watched, so what happens there can not be judged. Allow them, then log in again.',
  allowThem: (count: number): string => (count === 1 ? 'Allow it' : 'Allow them'),

  refused: {
    nothing: 'Write the name of a site first, like shop.example.',
    'no-site': (word: string) => `“${word}” is not the name of a site. Write it like shop.example, or paste its address.`,
    'shared-ending': (word: string, host: string) =>
      `“${word}” is an ending that many sites share. Write the whole name of one site, like shop.${host}.`,
  },
});
