import type { CheckWords } from '../../check-words.ts';
import { against, familyCount, remedy } from '../limits.ts';

export const size: CheckWords = {
  'cookie-header-too-large': {
    title: 'Cookie-Header nahe an üblichen Grenzen von Servern oder darüber',
    messages: {
      refused: {
        title: 'Ein Cookie-Header von {bytes} Byte wurde abgelehnt',
        plain:
          'Ihr Browser hebt für diese Website so viele Cookies auf, dass der Server seine Anfragen ablehnt. Die Cookies dieser Website zu löschen hilft sofort.',
        text: 'Der Cookie-Header umfasst {bytes} Byte in {count} Cookies. Die größte Gruppe ist `{family}`: {familyCount}, {familyBytes} Byte.',
        fix: 'Für den Benutzer: die Cookies dieser Website löschen oder es in einem privaten Fenster versuchen. Auf Dauer: weniger und kleinere Cookies, Sitzungsdaten auf dem Server, Domain und Path eng fassen.',
      },
      over: {
        title: 'Ein Cookie-Header von {bytes} Byte, über der Voreinstellung von {server}',
        plain: 'Ihr Browser hebt für diese Website so viele Cookies auf, dass ihr Server Sie bald ablehnen könnte.',
        text: 'Der Cookie-Header umfasst {bytes} Byte in {count} Cookies. {against} Die größte Gruppe ist `{family}`: {familyCount}, {familyBytes} Byte.',
        fix: 'Weniger und kleinere Cookies, Sitzungsdaten auf dem Server, Domain und Path eng fassen.{remedy}',
      },
      large: {
        title: 'Ein Cookie-Header von {bytes} Byte',
        plain: 'Ihr Browser hebt für diese Website ziemlich viele Cookies auf.',
        text: 'Der Cookie-Header umfasst {bytes} Byte in {count} Cookies; übliche Voreinstellungen liegen zwischen 4.096 und 8.190 Byte. Die größte Gruppe ist `{family}`: {familyCount}, {familyBytes} Byte.',
        fix: 'Im Auge behalten: Cookies beendeter Anmeldungen entfernen, Sitzungsdaten auf dem Server aufbewahren.',
      },
    },
    said: { familyCount, against, remedy },
  },
  'header-limit-rejected': {
    title: 'Server hat die Anfrage wegen ihrer Größe abgelehnt',
    messages: {
      url: {
        title: 'Die Webadresse war für den Server zu lang (HTTP {status})',
        plain: 'Die Webadresse dieser Anmeldung war für den Server auf {host} zu lang.',
        text: '{host} hat auf eine Anfragezeile von {line} Byte mit HTTP {status} geantwortet.{against}',
        fix: 'Die Adresse kürzen: die Daten hinter `state` auf dem Server aufbewahren, lange Anfragen vorab übergeben (PAR), lange Antworten per `form_post` entgegennehmen. Oder die Grenze auf dem Server anheben{remedy}.',
      },
      query: {
        title: 'Die Query war für den Server zu lang (HTTP {status})',
        plain: 'Die Webadresse dieser Anmeldung war für den Server auf {host} zu lang. Er sagt „nicht gefunden“, meint aber „zu lang“.',
        text: '{host} hat auf eine Query von {query} Byte mit HTTP {status} geantwortet.{against} IIS antwortet mit 404 (Unterstatus 14 oder 15), wenn seine Anforderungsfilterung eine Adresse zu lang findet.',
        fix: '`maxQueryString` und `maxUrl` in requestFiltering anheben, oder die Antwort per `form_post` entgegennehmen.',
      },
      cookies: {
        title: 'Der Cookie-Header war für den Server zu groß (HTTP {status})',
        plain:
          'Ihr Browser sendet so viele Cookies an {host}, dass der Server die Anfrage ablehnt. Löschen Sie die Cookies dieser Website; aus demselben Grund klappt es in einem privaten Fenster.',
        text: '{host} hat auf einen Cookie-Header von {cookie} Byte ({count} Cookies) mit HTTP {status} geantwortet.{against} Gewachsen ist die Gruppe `{family}`: {familyCount}, {familyBytes} Byte.',
        fix: 'Sofort: es in einem privaten Fenster versuchen, das ohne Cookies beginnt, und die Cookies dieser Website löschen. Auf Dauer: Cookies einzelner Anmeldungen nach Minuten ablaufen lassen und beim Callback löschen, Sitzungsdaten auf dem Server aufbewahren; oder die Grenze auf dem Server anheben{remedy}.',
      },
      headers: {
        title: 'Die Header der Anfrage waren für den Server zu groß (HTTP {status})',
        plain: 'Die Anfrage war für den Server auf {host} zu groß. Oft hilft es, die Cookies dieser Website zu löschen.',
        text: '{host} hat mit HTTP {status} geantwortet. Die Header umfassen {headers} Byte in {fields} Zeilen, die ganze Anfrage {total} Byte; der größte Header ist `{largest}` mit {largestBytes} Byte.{unseen}{against}',
        fix: 'Es in einem privaten Fenster versuchen: Klappt es dort, sind die Cookies der Grund. Cookies und Adressen verkleinern, oder die Grenze auf dem Server anheben{remedy}.',
      },
      connection: {
        title: 'Der Server hat die Verbindung bei einer großen Anfrage abgebrochen',
        plain: 'Der Server auf {host} hat aufgelegt, weil die Anfrage zu groß war. Oft hilft es, die Cookies dieser Website zu löschen.',
        text: 'Die Verbindung zu {host} endete ohne Antwort, und die Anfrage umfasst {total} Byte (davon {cookie} Byte Cookies und {line} Byte Adresse). Über HTTP/2 beenden manche Server die Verbindung, statt mit 400 oder 414 zu antworten.{against}',
        fix: 'Es in einem privaten Fenster versuchen: Klappt es dort, sind die Cookies der Grund, und die dieser Website gehören gelöscht. Auf Dauer: Cookies und Adressen verkleinern, oder die Header-Grenzen auf dem Server anheben.',
      },
    },
    said: {
      familyCount,
      against,
      remedy,
      unseen: {
        ' Cookies are not in this capture and not counted; they are the usual reason.':
          ' Cookies sind nicht in dieser Aufzeichnung und nicht mitgezählt; sie sind der übliche Grund.',
      },
    },
  },
  'response-headers-too-large': {
    title: 'Antwort des Callbacks passt möglicherweise nicht in den Puffer des Proxys',
    messages: {
      over: {
        title: 'Die App beantwortet die Anmeldung mit {bytes} Byte an Headerzeilen',
        plain: 'Was die App auf Ihre Anmeldung antwortet, ist so groß, dass manche Server vor ihr es verwerfen würden.',
        text: 'Die Antwort umfasst {bytes} Byte an Headerzeilen; {share} davon entfallen auf {largest}. Hier kam sie durch; nginx vor einer App nimmt 4.096 oder 8.192, wenn es nicht anders eingestellt ist, und antwortet an ihrer Stelle mit 502 („upstream sent too big header“).',
        fix: 'Die Sitzung auf dem Server aufbewahren und im Cookie nur einen Schlüssel dazu. Oder dem Proxy Platz geben (nginx: `proxy_buffer_size` und `proxy_buffers`), bevor er davorgestellt wird.',
      },
      large: {
        title: 'Die App beantwortet die Anmeldung mit {bytes} Byte an Headerzeilen',
        plain: 'Was die App auf Ihre Anmeldung antwortet, ist ziemlich groß.',
        text: 'Die Antwort umfasst {bytes} Byte an Headerzeilen; {share} davon entfallen auf {largest}. nginx vor einer App nimmt auf manchen Plattformen 4.096 und antwortet an ihrer Stelle mit 502; Benutzer mit mehr Rollen oder Gruppen erreichen das zuerst.',
        fix: 'Die Sitzung auf dem Server aufbewahren, oder die Grenze des Proxys kennen (nginx: `proxy_buffer_size`).',
      },
    },
    said: { largest: { 'one header': 'einen einzigen Header' } },
  },
  'transaction-cookie-pileup': {
    title: 'Cookies einzelner Anmeldungen häufen sich an',
    messages: {
      refused: {
        title: 'Cookies unvollendeter Anmeldungen füllen die Anfrage: {count} aus `{family}`',
        plain:
          'Unvollendete Anmeldungen haben viele kleine Cookies hinterlassen; zusammen machen sie die Anfrage zu groß. Löschen Sie die Cookies dieser Website.',
        text: 'Die Anfrage trägt {count} Cookies der Familie `{family}`, {bytes} Byte: eines für jede Anmeldung, die begonnen und nicht beendet wurde.',
        fix: 'Diese Cookies nach 5 bis 15 Minuten ablaufen lassen, beim Callback löschen (auch nach Fehlern) und ihre Zahl begrenzen. Herausfinden, was so viele Anmeldungen startet: Prefetches, Aufrufe im Hintergrund, eine Schleife.',
      },
      growing: {
        title: 'Cookies unvollendeter Anmeldungen häufen sich an: {count} aus `{family}`',
        plain: 'Unvollendete Anmeldungen hinterlassen kleine Cookies; sind es viele, lehnt der Server Sie ab.',
        text: 'Die Anfrage trägt {count} Cookies der Familie `{family}`, {bytes} Byte: eines für jede Anmeldung, die begonnen und nicht beendet wurde.',
        fix: 'Diese Cookies nach 5 bis 15 Minuten ablaufen lassen, beim Callback löschen (auch nach Fehlern) und ihre Zahl begrenzen.',
      },
    },
  },
  'url-too-long': {
    title: 'Anfragezeile nahe an üblichen Grenzen von Servern oder darüber',
    messages: {
      refused: {
        title: 'Eine Webadresse von {bytes} Byte wurde abgelehnt',
        plain: 'Die Webadresse dieser Anmeldung ist so lang, dass der Server sie abgelehnt hat.',
        text: 'Die Anfragezeile umfasst {line} Byte; der größte Teil ist {largest} ({share} Byte).',
        fix: 'Die Daten hinter `state` auf dem Server aufbewahren, lange Anfragen vorab übergeben (PAR), lange Antworten per `form_post` entgegennehmen, und `id_token_hint` weglassen, wo `client_id` genügt.',
      },
      over: {
        title: 'Eine Webadresse von {bytes} Byte, über der Voreinstellung von {server}',
        plain: 'Die Webadresse dieser Anmeldung ist so lang, dass manche Server sie ablehnen würden.',
        text: 'Die Anfragezeile umfasst {line} Byte. {against} Der größte Teil ist {largest} ({share} Byte).',
        fix: 'Die Daten hinter `state` auf dem Server aufbewahren, lange Anfragen vorab übergeben (PAR) und lange Antworten per `form_post` entgegennehmen.{remedy}',
      },
      long: {
        title: 'Eine Webadresse von {bytes} Byte',
        plain: 'Die Webadresse dieser Anmeldung ist ziemlich lang.',
        text: 'Die Anfragezeile umfasst {line} Byte; übliche Voreinstellungen liegen zwischen 2.000 und 8.190. Der größte Teil ist {largest} ({share} Byte).',
        fix: 'Im Auge behalten: kurzer `state`, PAR für lange Anfragen, `form_post` für lange Antworten.',
      },
    },
    said: { largest: { 'one parameter': 'ein einzelner Parameter', 'the path': 'der Pfad' }, against, remedy },
  },
};
