import type { Catalog } from '../catalog.ts';
import { type Said, saidAs } from '../said.ts';
import { spokenTag } from '../speaking.ts';

/** Each follows a name and a colon: `login.har: ist leer`. */
const phrases: Said = {
  'it is empty': 'ist leer',
  'it ends in the middle of the JSON, as if it had been cut off': 'endet mitten im JSON, als wäre das Ende abgeschnitten',
  'it is not JSON (line {line}, column {column})': 'ist kein JSON (Zeile {line}, Spalte {column})',
  'it is not JSON': 'ist kein JSON',
  'it has no "log" object, so it is not a HAR file': 'hat kein Objekt „log“ und ist darum keine HAR-Datei',
  'its "log" has no "entries" list': 'hat in „log“ keine Liste „entries“',
  'it holds no entries; nothing was recorded': 'enthält keine Einträge; es wurde nichts aufgezeichnet',
  'none of its {n} entries can be read (the first: {why})': 'keiner der {n} Einträge ist lesbar (der erste: {why})',
  unknown: 'unbekannt',
  'it is more than one line or address; one at a time is read': 'enthält mehr als eine Zeile oder Adresse; gelesen wird eine auf einmal',
  'it is too long for an address': 'ist zu lang für eine Adresse',
  'it begins like an address, and names no host': 'beginnt wie eine Adresse, nennt aber keinen Host',
  'this address neither asks a provider for a login (client_id, response_type, redirect_uri) nor brings an answer back (code, state, error)':
    'diese Adresse bittet weder einen Provider um eine Anmeldung (client_id, response_type, redirect_uri), noch bringt sie eine Antwort zurück (code, state, error)',
  'it is a Roundtrip capture without a version': 'ist eine Roundtrip-Aufzeichnung ohne Version',
  'it is a Roundtrip capture of version {version}; this Roundtrip reads up to version {newest}, so update it':
    'ist eine Roundtrip-Aufzeichnung der Version {version}; dieses Roundtrip liest bis Version {newest}, bitte aktualisieren',
  'it is a Roundtrip capture without its list of exchanges': 'ist eine Roundtrip-Aufzeichnung ohne ihre Liste der Anfragen',
  'at {n} MB it is larger than can be read in one piece, {why}': 'ist mit {n} MB größer, als sich in einem Stück lesen lässt, {why}',
  'and it is no HAR file that is sound to its end, which could be read in several':
    'und keine bis zum Ende heile HAR-Datei, die sich in mehreren lesen ließe',
  'it can not be read: perhaps it was moved, or is a folder': 'ist nicht lesbar: vielleicht verschoben, oder ein Ordner',
  'it is larger than this browser can hold': 'ist größer, als dieser Browser fassen kann',
  'it can not be read because of a mistake in Roundtrip; please report it, without the file':
    'ist wegen eines Fehlers in Roundtrip nicht lesbar; bitte melden Sie ihn, ohne die Datei',
  'it can not be read: the part of Roundtrip that reads files does not run. Close this page and open it again':
    'ist nicht lesbar: Der Teil von Roundtrip, der Dateien liest, läuft nicht. Schließen Sie diese Seite und öffnen Sie sie wieder',
  // Single entries of a file.
  'it was given up before it was sent': 'wurde aufgegeben, bevor er gesendet war',
  'it is not an object': 'ist kein Objekt',
  'it has no request': 'hat keine Anfrage',
  'it has no id': 'hat keine Kennung',
  'it has no time': 'hat keine Zeit',
  'its request has no URL': 'die Anfrage hat keine URL',
  'its request has a URL that is not absolute': 'die URL der Anfrage ist nicht absolut',
  'its outcome is none that exists': 'hat einen Ausgang, den es nicht gibt',
};

export const opening: Catalog['opening'] = {
  because: (phrase) => saidAs(phrases, phrase, spokenTag()),
  accepted:
    'Geöffnet werden HAR-Dateien (1.1 und 1.2), Roundtrip-Aufzeichnungen, JSON-Exporte von SAML-tracer und Adressen von Anmeldungen.',
};
