import type { Catalog } from '../catalog.ts';

const hops = (count: number) => `${count.toLocaleString('de-DE')} ${count === 1 ? 'Schritt' : 'Schritte'}`;
const dativeHops = (count: number) => `${count.toLocaleString('de-DE')} ${count === 1 ? 'Schritt' : 'Schritten'}`;

export const timeline: Catalog['timeline'] = {
  title: 'Zeitleiste',
  showAs: 'Schritte zeigen als',
  looks: { timeline: 'Liste', diagram: 'Diagramm', waterfall: 'Zeiten', sizes: 'Größen', cookies: 'Cookies' },
  hops,
  shownOf: (shown, total) => `${shown} von ${dativeHops(total)}`,
  list: (count) => `${hops(count)}, der Zeit nach`,
  save: 'Diagramm als Bild speichern (SVG), ohne Geheimnisse',
  filterLabel: 'Zeitleiste filtern',
  filter: 'Filter',
  clearFilter: 'Filter leeren',
  noMatch: (text) => `Kein Schritt passt zu „${text}“.`,
  showAll: (count) => (count === 1 ? 'Den einen Schritt zeigen' : `Alle ${hops(count)} zeigen`),
  foldNested: (count) => `${hops(count)} einer Anmeldung innerhalb dieser`,
  fold: {
    client: (count) => `${hops(count)} in der App`,
    provider: (count) => `${hops(count)} beim Provider`,
    other: (count) => `${hops(count)} anderswo`,
  },
  hosts: (count) => `${count} Hosts`,
  showFlow: (flow) => `${flow} zeigen`,
  party: { client: 'bei der App', provider: 'beim Provider', other: 'anderswo' },
  status: {
    notSent: 'nicht gesendet',
    waiting: 'wartet',
    left: 'verlassen',
    noAnswer: 'keine Antwort',
    internal: 'intern',
    none: '–',
  },
};
