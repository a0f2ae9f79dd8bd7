import type { Catalog } from '../catalog.ts';
import { numberWords, plural } from '../numbers.ts';

const due = { pending: 'der Callback', session: 'die nächste Seite' } as const;
/** After „mit“, „bei“. */
const dueDative = { pending: 'dem Callback', session: 'der nächsten Seite' } as const;
/** After „als“ of „zu einem anderen Host als“ and „deckt … nicht ab“. */
const dueAccusative = { pending: 'den Callback', session: 'die nächste Seite' } as const;
const came = { pending: 'die Antwort ist', session: 'die Seite kam durch' } as const;
const numbers = (list: readonly number[]) => (list.length === 0 ? 'keines' : `Nummer ${list.join(', ')}`);

export const cookieTale: Catalog['cookieTale'] = {
  refusals: {
    'too-large': 'Name und Wert sind zusammen größer als 4.096 Byte',
    'control-character': 'es enthält ein Steuerzeichen',
    'host-prefix': '__Host- verlangt Secure, Path=/ und kein Domain',
    'secure-prefix': '__Secure- verlangt Secure',
    'http-prefix': '__Http- verlangt HttpOnly',
    'secure-on-http': 'Secure auf einer http://-Adresse',
    'none-without-secure': 'SameSite=None verlangt Secure',
    'partitioned-without-secure': 'Partitioned verlangt Secure',
    'domain-mismatch': 'sein Domain-Attribut gehört nicht zu diesem Host',
    'public-suffix': 'sein Domain-Attribut ist eine Endung, die sich viele teilen (Public Suffix)',
  },
  anyRule: 'es verletzt eine Regel des Browsers',
  noSameSite: 'kein SameSite, was nach zwei Minuten wie Lax gilt',
  underASecond: 'weniger als eine Sekunde',
  later: (age) => `${age} später`,

  set: (host, clock) => `gesetzt von ${host}${clock === null ? '' : ` um ${clock}`}`,
  kept: (set) => `${set}, behalten`,
  refused: (set, why) => `${set}, abgelehnt: ${why}`,
  notKept: (set) => `${set}, vom Browser nicht behalten`,

  sent: (set, keeps) => `${set}; mit ${dueDative[keeps]} gesendet`,
  notDue: (set, keeps) => `${set}; ${due[keeps]} wurde nicht aufgezeichnet`,
  otherValue: (set, keeps, why) => `${set}; kam bei ${dueDative[keeps]} mit einem anderen Wert${why === null ? '' : `: ${why}`}`,
  notSent: (set, keeps, why) => `${set}; mit ${dueDative[keeps]} nicht gesendet: ${why}`,
  didNotCome: (set, keeps) => `${set}; daher kam es mit ${dueDative[keeps]} nicht an`,

  wasRefused: 'der Browser hatte es abgelehnt',
  wasNotKept: 'der Browser hatte es nicht behalten',
  overwritten: (hop) => `überschrieben von ${hop}`,
  deleted: (hop) => `gelöscht von ${hop}`,
  expired: (keeps, later) =>
    `es war abgelaufen${later === null ? '' : `; ${keeps === 'pending' ? 'die Antwort' : 'die Seite'} kam ${later}`}`,
  container: (keeps) => `${due[keeps]} kam in einem anderen Container oder Fenster`,
  host: (keeps) => `es gehört zu einem anderen Host als ${due[keeps]}`,
  path: (keeps) => `sein Pfad schließt ${dueAccusative[keeps]} nicht ein`,
  pathCase: (keeps) => `sein Pfad unterscheidet sich in der Groß- und Kleinschreibung von dem, unter dem ${due[keeps]} kam`,
  scheme: (keeps) => `es ist Secure, und ${due[keeps]} kam über http`,
  strict: (keeps) => `SameSite=Strict, und ${came[keeps]} eine Anfrage von einer anderen Website`,
  laxPost: (sameSite, keeps, later) =>
    `${sameSite}, und ${came[keeps]} ${keeps === 'pending' ? 'ein' : 'einen'} POST von einer anderen Website${later === null ? '' : `, ${later}`}`,
  laxFrame: (sameSite, keeps) => `${sameSite}, und ${due[keeps]} steht in einem Frame auf einer anderen Website`,
  thirdParty: (keeps) => `${due[keeps]} steht in einem Frame auf einer anderen Website, wo der Browser Cookies zurückhält`,
  unexplained:
    'keine Regel des Browsers erklärt es; vielleicht hat eine Erweiterung, eine Datenschutzeinstellung oder ein Proxy es entfernt',

  torn: (name, hop, have, missing) =>
    `${name}…: auf mehrere Cookies aufgeteilt; bei ${hop} ist ${have.length === 0 ? 'keines' : numbers(have)} da, und ${numbers(missing)} fehlt`,
  pile: (count, bytes) => `${count} (${numberWords(bytes)} Byte)`,
  growing: (stem, attempts, piles) =>
    `${stem}*: Jede Anmeldung hinterlässt ein eigenes; ${attempts === 1 ? 'bei diesem Versuch' : `über ${attempts} Versuche`}: ${piles}`,

  none: 'keine Cookies',
  notRecorded: 'Cookies nicht aufgezeichnet',
  count: (count) => plural(count, 'Cookie', 'Cookies'),
  countNotTaken: (count) => `${count} nicht angenommen`,
  countNotSent: (count) => `${count} nicht gesendet`,
  countOtherValue: (count) => `${count} mit anderem Wert`,
  piecesMissing: 'Teile fehlen',
};
