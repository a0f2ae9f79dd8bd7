import type { Catalog } from '../catalog.ts';

export const page: Catalog['page'] = {
  rooms: 'Bereiche',
  room: {
    live: 'Dieser Browser',
    files: 'Dateien',
    compare: 'Vergleichen',
    save: 'Speichern',
    record: 'Für den Support',
    reference: 'Prüfungen',
    settings: 'Einstellungen',
  },
  recording: 'Zeichnet auf',
  dropToOpen: 'Loslassen zum Öffnen',
};
