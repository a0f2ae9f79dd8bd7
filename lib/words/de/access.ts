import type { Catalog } from '../catalog.ts';

export const access: Catalog['access'] = {
  title: 'Websites, die Roundtrip sehen darf',
  close: 'Schließen',
  everywhere: 'Alle Websites. Um stattdessen einzelne zu nennen, nehmen Sie das zuerst zurück.',
  nowhere: 'Keine, daher wird nirgends zugesehen.',
  takeBack: (host) => `${host} zurücknehmen`,
  add: 'Websites hinzufügen, mit allem darunter',
  allow: 'Erlauben',
  allowHost: (host) => `${host} erlauben`,
  allowEverywhere: 'Auf allen Websites erlauben',
  takeItBack: 'Zurücknehmen',
  takeBackAll: 'Alle zurücknehmen',

  hosts: (named, more) => {
    const parts = more === 0 ? named : [...named, `${more} weitere`];
    return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} und ${parts.at(-1)}`;
  },
  notWatched: (count) =>
    `${count === 1 ? 'ist' : 'sind'} für Roundtrip nicht freigegeben, daher lässt sich nicht beurteilen, was dort geschieht. Erlauben Sie den Zugriff und melden Sie sich dann noch einmal an.`,
  allowThem: (count) => (count === 1 ? 'Erlauben' : 'Alle erlauben'),

  refused: {
    nothing: 'Schreiben Sie zuerst den Namen einer Website, etwa shop.example.',
    'no-site': (word) => `„${word}“ ist kein Name einer Website. Schreiben Sie ihn wie shop.example, oder fügen Sie die Adresse ein.`,
    'shared-ending': (word, host) =>
      `„${word}“ ist eine Endung, die sich viele Websites teilen. Schreiben Sie den ganzen Namen einer Website, etwa shop.${host}.`,
  },
};
