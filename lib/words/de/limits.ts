/** German of size limits: `lib/checks/size/words.ts`. The first that fits counts: whole sentences stand before their parts. */
import type { Said } from '../said.ts';

const settings: Said = {
  'the limits compiled into its parser': 'die in seinen Parser kompilierten Grenzen',
  '`MaxFieldLength` and `MaxRequestBytes` in the registry': '`MaxFieldLength` und `MaxRequestBytes` in der Registry',
  '`maxUrl` and `maxQueryString` in requestFiltering': '`maxUrl` und `maxQueryString` in requestFiltering',
  '`max-header-size`, `max-headers` and `max-cookies` of the listener': '`max-header-size`, `max-headers` und `max-cookies` des Listeners',
  '{one} and {other}': '{one} und {other}',
};

const quantities: Said = {
  '{n} bytes of request line': '{n} Byte Anfragezeile',
  '{n} bytes of path and query': '{n} Byte Pfad und Query',
  '{n} bytes of query': '{n} Byte Query',
  '{n} bytes for one step of the path': '{n} Byte für einen Abschnitt des Pfads',
  '{n} bytes for one header': '{n} Byte für einen Header',
  '{n} bytes for one compressed header': '{n} Byte für einen komprimierten Header',
  '{n} bytes of headers': '{n} Byte Header',
  '{n} bytes of address and headers together': '{n} Byte Adresse und Header zusammen',
  '{n} headers': '{n} Header',
  '{n} headers and cookies together': '{n} Header und Cookies zusammen',
  '{n} cookies': '{n} Cookies',
};

export const against: Said = {
  ' {sentences}': ' {sentences}',
  'Servers in wide use take {n} bytes by default; this request has {has}.':
    'Verbreitete Server nehmen in der Voreinstellung {n} Byte; diese Anfrage hat {has}.',
  'Defaults that this request passes and that are answered {answer}: {list}.':
    'Diese Anfrage überschreitet Voreinstellungen, deren Überschreitung {answer} zur Folge hat: {list}.',
  'by ending the connection': 'den Abbruch der Verbindung',
  'Over {protocol} it would be within the defaults, and this capture does not tell which was spoken.':
    'Über {protocol} läge sie innerhalb der Voreinstellung, und diese Aufzeichnung sagt nicht, was gesprochen wurde.',
  '{sentence}; this request has {has}. {rest}': '{sentence}; diese Anfrage hat {has}. {rest}',
  '{sentence}; this request has {has}.': '{sentence}; diese Anfrage hat {has}.',
  'It takes {limit} by default over {protocol}': 'Über {protocol} nimmt er in der Voreinstellung {limit}',
  '{server} takes {limit} by default over {protocol}': '{server} nimmt über {protocol} in der Voreinstellung {limit}',
  '{server} takes {limit} by default': '{server} nimmt in der Voreinstellung {limit}',
  '{list} or {last}': '{list} oder {last}',
  '{one}, {more}': '{one}, {more}',
  '{server} over {protocol} ({limit})': '{server} über {protocol} ({limit})',
  '{server}) ({limit})': '{server}) ({limit})',
  '{server} ({limit})': '{server} ({limit})',
  ...quantities,
};

export const remedy: Said = {
  '; the limits of {server} itself are fixed': '; die Grenzen von {server} selbst stehen fest',
  ' The limits of {server} can not be raised.': ' Die Grenzen von {server} lassen sich nicht anheben.',
  ' Or raise the limit ({server}: {setting}).': ' Oder die Grenze anheben ({server}: {setting}).',
  ' ({server}: {setting})': ' ({server}: {setting})',
  ...settings,
};

export const familyCount: Said = { 'one cookie': 'ein Cookie', '{n} cookies': '{n} Cookies' };
