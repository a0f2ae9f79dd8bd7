import type { Catalog } from '../catalog.ts';

export const shell: Catalog['shell'] = {
  notLoaded: 'Ihre Sprache ließ sich nicht laden, darum bleibt es bei dieser',
  panelAdded: 'Roundtrip ist jetzt ein Panel der Entwicklerwerkzeuge (F12)',
  forgotten: 'Alles Aufgezeichnete wurde vergessen',
  copied: 'Bericht kopiert, ohne Geheimnisse',
  notCopied: 'Nicht kopiert: Im Bericht stünde noch ein Geheimnis. Bitte melden Sie uns das.',
  diagramSaved: 'Diagramm gespeichert, ohne Geheimnisse',
  diagramNotSaved: 'Nicht gespeichert: Im Diagramm stünde noch ein Geheimnis. Bitte melden Sie uns das.',
  pasted: 'Eingefügter Text',
  linkTo: (host) => `Link zu ${host}`,
};
