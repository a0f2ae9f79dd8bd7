/** The hops of a login: the switch between the list and its pictures, what stands on a row, what is folded. */
import { section } from '../speaking.ts';

const hops = (count: number) => `${count.toLocaleString('en-US')} ${count === 1 ? 'hop' : 'hops'}`;

export const timeline = section('timeline', {
  title: 'Timeline',
  showAs: 'Show hops as',
  looks: { timeline: 'Timeline', diagram: 'Diagram', waterfall: 'Waterfall', sizes: 'Sizes', cookies: 'Cookies' },
  hops,
  shownOf: (shown: number, total: number) => `${shown} of ${hops(total)}`,
  list: (count: number) => `${hops(count)}, in the order of time`,
  save: 'Save the diagram as a picture (SVG), secrets left out',
  filterLabel: 'Filter the timeline',
  filter: 'Filter',
  clearFilter: 'Clear the filter',
  noMatch: (text: string) => `No hop matches “${text}”.`,
  showAll: (count: number) => `Show all ${hops(count)}`,
  foldNested: (count: number) => `${hops(count)} of a login inside this one`,
  fold: {
    client: (count: number) => `${hops(count)} in the app`,
    provider: (count: number) => `${hops(count)} at the provider`,
    other: (count: number) => `${hops(count)} elsewhere`,
  },
  hosts: (count: number) => `${count} hosts`,
  showFlow: (flow: string) => `Show ${flow}`,
  party: { client: 'at the app', provider: 'at the provider', other: 'elsewhere' },
  status: { notSent: 'not sent', waiting: 'waiting', left: 'left', noAnswer: 'no answer', internal: 'internal', none: '–' },
});
