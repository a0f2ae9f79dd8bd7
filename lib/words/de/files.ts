import type { Catalog } from '../catalog.ts';
import { plural } from '../numbers.ts';

export const files: Catalog['files'] = {
  opened: 'Geöffnete Dateien',
  lead: 'Ziehen Sie HAR-Dateien, Aufzeichnungen von Roundtrip oder Exporte von SAML-tracer irgendwo auf diese Seite, oder fügen Sie die Adresse einer Anmeldung ein.',
  choose: 'Dateien wählen',
  paste: 'Text oder Link einfügen',
  toOpen: 'Zu öffnende Dateien',
  pasteHere: 'Link zu einer Anmeldung oder Text einer HAR-Datei oder Aufzeichnung',
  open: 'Öffnen',
  staysHere: 'Nichts wird hochgeladen: Dateien werden hier gelesen, in dieser Seite, und vergessen, wenn Sie sie schließen.',

  close: (name) => `${name} schließen`,
  hideMessage: (name) => `Meldung zu ${name} ausblenden`,
  noLogin: 'keine Anmeldung',
  flows: (count) => plural(count, 'Ablauf', 'Abläufe'),
  requests: (count) => plural(count, 'Anfrage', 'Anfragen'),
  twoAttempts: 'zwei Versuche',

  waiting: 'Wartet auf die Datei davor',
  reading: (read, of) => `${read} von ${of} MB gelesen`,
  judging: 'Beurteilt die Anmeldungen darin',
  opening: (name) => `${name} wird geöffnet`,
  stop: (name) => `${name} nicht weiter lesen`,

  goal: 'Ziel',
  did: 'Getan',
  saw: 'Gesehen',
  notSeen: (gaps) => `Nicht zu sehen: ${gaps}.`,
  toGetHeaders:
    'So bekommen Sie sie: Wählen Sie im Bereich „Netzwerk“ den HAR-Export mit vertraulichen Daten; fehlt er, lässt er sich in den Einstellungen der Entwicklerwerkzeuge erlauben. Speichern Sie die Datei dann hier ohne Geheimnisse, bevor Sie sie weitergeben.',
  skipped: (count) => `${plural(count, 'Eintrag war', 'Einträge waren')} nicht lesbar:`,

  attempts: 'Versuche',
  first: 'Erster Versuch',
  second: 'Zweiter Versuch',
  private: 'In einem privaten Fenster',
  compareBoth: 'Beide vergleichen',
  saveRedacted: 'Ohne Geheimnisse speichern …',
  noLoginInside:
    'In dieser Datei ist keine Anmeldung über OAuth 2.0 oder OpenID Connect. Sollte eine darin sein: Wurde vom Druck auf die Anmelde-Schaltfläche an aufgezeichnet, und blieben Weiterleitungen erhalten („Protokoll beibehalten“)?',
};
