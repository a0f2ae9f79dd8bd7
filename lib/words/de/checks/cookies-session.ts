/** German of `lib/checks/cookies`: the cookies that keep a session, and those that browsers refuse or hold back. */
import type { CheckWords } from '../../check-words.ts';
import type { Said } from '../../said.ts';

const did: Said = {
  'started another login': 'eine weitere Anmeldung begonnen',
  'sent the user to its own sign-in page': 'den Benutzer auf ihre eigene Anmeldeseite geschickt',
  'answered HTTP {status}': 'mit HTTP {status} geantwortet',
};

const script = 'Jedes Skript, das in die Seite gelangt, kann es lesen und die Sitzung übernehmen.';
const line = 'Eine einzige Anfrage über unverschlüsseltes http zeigt es allen auf dem Weg.';

const why: Said = {
  'name and value together have {bytes} bytes; browsers drop a cookie over 4,096 without a word':
    'Name und Wert haben zusammen {bytes} Byte; ein Cookie mit mehr als 4.096 lassen Browser stillschweigend fallen',
  'it contains a control character': 'Es enthält ein Steuerzeichen',
  'a name that begins with `__Host-` needs Secure, Path=/ and no Domain':
    'Ein Name, der mit `__Host-` beginnt, verlangt Secure, Path=/ und keine Domain',
  'a name that begins with `__Http-` or `__Host-Http-` needs HttpOnly':
    'Ein Name, der mit `__Http-` oder `__Host-Http-` beginnt, verlangt HttpOnly',
  'a name that begins with `__Secure-` needs the Secure attribute': 'Ein Name, der mit `__Secure-` beginnt, verlangt das Attribut Secure',
  'it is marked Secure but was set over plain http': 'Es ist als Secure markiert, wurde aber über unverschlüsseltes http gesetzt',
  'SameSite=None is only accepted together with Secure': 'SameSite=None wird nur zusammen mit Secure angenommen',
  'Partitioned is only accepted together with Secure': 'Partitioned wird nur zusammen mit Secure angenommen',
  'its Domain does not cover the host that set it': 'Seine Domain umfasst den Host nicht, der es gesetzt hat',
  'its Domain is a public suffix, which browsers refuse': 'Seine Domain ist ein öffentliches Suffix, und das lehnen Browser ab',
};

const fix: Said = {
  'Keep the data on the server and only a key in the cookie, or split it into several cookies.':
    'Die Daten auf dem Server halten und im Cookie nur einen Schlüssel, oder sie auf mehrere Cookies aufteilen.',
  'Encode the value.': 'Den Wert codieren.',
  'Set Secure and Path=/ and leave Domain out, or drop the prefix.':
    'Secure und Path=/ setzen und Domain weglassen, oder auf das Präfix verzichten.',
  'Set HttpOnly, or drop the prefix.': 'HttpOnly setzen oder auf das Präfix verzichten.',
  'Set Secure, or drop the prefix.': 'Secure setzen oder auf das Präfix verzichten.',
  'Serve the site over https; behind a TLS proxy, make the app trust its forwarded headers. On a development machine use localhost.':
    'Die Site über https ausliefern; hinter einem TLS-Proxy die App so einrichten, dass sie dessen Forwarded-Headern vertraut. Auf einem Entwicklungsrechner localhost verwenden.',
  'Add Secure, over https; or use SameSite=Lax where the answer comes by GET.':
    'Secure ergänzen, über https; oder SameSite=Lax verwenden, wo die Antwort per GET kommt.',
  'Add Secure.': 'Secure ergänzen.',
  'Leave Domain out, or use the site’s own domain.': 'Domain weglassen oder die eigene Domain der Site verwenden.',
  'Leave Domain out.': 'Domain weglassen.',
};

export const sessionCookies: CheckWords = {
  'session-cookie-flags': {
    title: 'Dem Sitzungscookie aus dem Callback fehlen Schutzattribute',
    messages: {
      unprotected: {
        title: 'Das Sitzungscookie `{cookie}` wird ohne {missing} gesetzt',
        plain: 'Das Cookie, mit dem Sie angemeldet bleiben, ist nicht vollständig gegen Diebstahl geschützt.',
        text: 'Am Ende der Anmeldung hat die App `{cookie}` ohne {missing} gesetzt. {harm}',
        fix: 'Das Cookie mit `Secure; HttpOnly; SameSite=Lax` setzen und mit einem Namen, der mit `__Host-` beginnt, wo kein anderer Host es braucht.',
      },
      'no-samesite': {
        title: 'Das Sitzungscookie `{cookie}` überlässt SameSite dem Browser',
        plain: 'Das Cookie, mit dem Sie angemeldet bleiben, ist in manchen Browsern geschützt und in anderen nicht.',
        text: 'Am Ende der Anmeldung hat die App `{cookie}` ohne SameSite gesetzt. Chrome behandelt das wie Lax; Firefox und Safari senden das Cookie mit, wenn andere Sites Formulare an die App schicken.',
        fix: '`SameSite=Lax` angeben oder `SameSite=None; Secure`, wo die App in Frames anderer Sites läuft.',
      },
    },
    said: {
      missing: { '{a} and {b}': '{a} und {b}' },
      harm: {
        'Any script that gets into the page can read it and take the session over.': script,
        'A single request over plain http shows it to everybody on the way.': line,
        'Any script that gets into the page can read it and take the session over. A single request over plain http shows it to everybody on the way.': `${script} ${line}`,
      },
    },
  },
  'session-not-established': {
    title: 'Anmeldung beendet, aber die nächste Seite kennt den Benutzer nicht',
    messages: {
      'cookie-missing': {
        title: 'Das Sitzungscookie, das der Callback gesetzt hat, kam nicht zurück',
        plain: 'Sie waren einen Moment lang angemeldet, aber die Website hat es sofort wieder vergessen.',
        text: 'Der Callback hat `{cookie}` gesetzt, und die nächste Anfrage an die App kam ohne dieses Cookie; danach hat die App {did}.',
        fix: 'Domain, Path, Secure und SameSite des Cookies mit der Adresse der nächsten Seite vergleichen.',
      },
      forgotten: {
        title: 'Die App hat ihre eigene Sitzung nicht erkannt',
        plain: 'Sie waren einen Moment lang angemeldet, aber die Website hat es sofort wieder vergessen.',
        text: 'Der Callback hat die Antwort angenommen, und das Sitzungscookie wurde mit der nächsten Anfrage gesendet; trotzdem hat die App {did}.',
        fix: 'Die Sitzung geht auf dem Server verloren: nach mehreren Instanzen ohne gemeinsamen Sitzungsspeicher oder Sticky Sessions suchen, nach einem Neustart, verschiedenen Verschlüsselungsschlüsseln oder Uhren, die voneinander abweichen.',
      },
      'pieces-missing': {
        title: 'Ein Teil des Sitzungscookies fehlt',
        plain: 'Sie waren einen Moment lang angemeldet, aber ein Teil der Sitzung dieser Website hat Ihren Browser nicht erreicht.',
        text: 'Die Sitzung ist auf mehrere Cookies aufgeteilt (`{family}…`). Die Anfrage nach dem Callback brachte {have} von mindestens {count} mit; danach hat die App {did}. Der Rest hat den Browser nie erreicht oder wurde nicht behalten.',
        fix: 'Jede Set-Cookie-Zeile weiterreichen: Ein Proxy, der die App zu jeder Anfrage befragt (nginx mit `auth_request`), behält nur die erste, wenn ihm nichts anderes gesagt wird. Oder die Sitzung auf dem Server halten, damit ihr Cookie klein ist.',
      },
      'no-cookie': {
        title: 'Der Callback hat kein Sitzungscookie gesetzt',
        plain: 'Sie sind vom Anmeldedienst zurückgekommen, aber die Website hat sich nicht gemerkt, dass Sie angemeldet sind.',
        text: 'Der Callback hat die Antwort angenommen und kein Sitzungscookie gesetzt; danach hat die App {did}.',
        fix: 'Herausfinden, warum der Callback keine Sitzung speichert: eine Ausnahme, die zurück zur Anmeldung führt, oder ein Cookie, das das Framework weglässt, weil es die Verbindung für http hält.',
      },
      restarted: {
        title: 'Die App kennt den Benutzer direkt nach der Anmeldung nicht',
        plain: 'Sie waren einen Moment lang angemeldet, aber die Website hat es sofort wieder vergessen.',
        text: 'Der Callback hat die Antwort angenommen, und danach hat die App {did}. Ihre Cookies sind nicht in dieser Aufzeichnung, deshalb lässt sich der Grund nicht sagen.',
        fix: 'Noch einmal mit Cookies aufzeichnen. Dann vergleichen, was der Callback setzt und was die nächste Anfrage sendet.',
      },
      forbidden: {
        title: 'Die erste Seite nach der Anmeldung antwortete mit HTTP {status}',
        plain: 'Sie sind angemeldet, aber dieses Konto darf die Seite nicht öffnen.',
        text: 'Der Callback hat die Antwort angenommen; die Seite danach antwortete mit HTTP {status}, obwohl ein Sitzungscookie gesendet wurde.',
        fix: 'Rollen und Gruppen prüfen, die dieser Benutzer in der App hat.',
      },
    },
    said: { did },
  },
  'set-cookie-rejected': {
    title: 'Der Browser lehnt ein Cookie ab, das die Anmeldung braucht',
    messages: {
      transaction: {
        title: 'Der Browser hat das Anmelde-Cookie abgelehnt',
        plain: 'Die Website wollte sich Ihre Anmeldung merken, aber ihr Cookie verletzt eine Regel des Browsers und wurde verworfen.',
        text: 'Die App hat `{cookie}` zu Beginn der Anmeldung gesetzt; der Browser hat es nicht gespeichert: {why}.',
        fix: '{fix}',
      },
      session: {
        title: 'Der Browser hat das Sitzungscookie abgelehnt',
        plain: 'Die Website wollte Sie angemeldet halten, aber ihr Cookie verletzt eine Regel des Browsers und wurde verworfen.',
        text: 'Nach der Antwort hat die App `{cookie}` gesetzt; der Browser hat es nicht gespeichert: {why}. Die nächste Anfrage kommt ohne das Cookie, deshalb kennt die App den Benutzer nicht.',
        fix: '{fix}',
      },
      'not-kept': {
        title: 'Der Browser hat ein Cookie dieser Anmeldung nicht behalten',
        plain: 'Der Browser hat das Anmelde-Cookie der Website nicht behalten. Versuchen Sie es in einem Fenster ohne Add-ons noch einmal.',
        text: 'Die App hat `{cookie}` gesetzt, und keine Regel des Browsers spricht dagegen, aber gleich danach war es nicht im Cookie-Speicher. Eine andere Erweiterung, eine Datenschutzeinstellung oder mehr als {most} Cookies einer Site können dazu führen.',
        fix: 'Es in einem frischen Profil ohne Erweiterungen versuchen. Geht das Cookie auch dort verloren, die Cookies der Site zählen.',
      },
      unharmed: {
        title: 'Der Browser hat ein Cookie dieser Anmeldung abgelehnt',
        plain: 'Eines der Cookies der Website verletzt eine Regel des Browsers und wurde verworfen; die Anmeldung hat trotzdem geklappt.',
        text: 'Die App hat `{cookie}` gesetzt; der Browser hat es nicht gespeichert: {why}.',
        fix: '{fix}',
      },
    },
    said: { why, fix },
  },
  'third-party-cookie-blocked': {
    title: 'Cookies des Providers sind innerhalb der Seite blockiert',
    messages: {
      blocked: {
        title: 'Der Browser hat das Sitzungscookie des Providers im Frame zurückgehalten',
        plain:
          'Ihr Browser lässt den Anmeldedienst seine Cookies innerhalb einer anderen Website nicht sehen; eine stille Anmeldung kann hier deshalb nicht funktionieren.',
        text: 'Die stille Anfrage lief in einem Frame auf einer anderen Site. Der Browser hat für {host} das Cookie `{cookie}`, das in Frames mitreisen darf (SameSite=None; Secure), und hat es nicht gesendet{word}. Deshalb hat der Provider geantwortet, als wäre niemand angemeldet.',
        fix: 'Nicht über einen versteckten Frame erneuern: Refresh-Token mit Rotation verwenden oder eine Weiterleitung der ganzen Seite mit `prompt=none`. Auch eine Adresse des Providers auf der eigenen Site der App (Custom Domain) hilft.',
      },
      'same-site': {
        title: 'Das Sitzungscookie des Providers reist nie in Frames mit',
        plain:
          'Das Cookie des Anmeldedienstes wird innerhalb anderer Websites nicht gesendet; eine stille Anmeldung kann hier deshalb nicht funktionieren.',
        text: 'Die stille Anfrage lief in einem Frame auf einer anderen Site. Die einzigen Sitzungscookies von {host} (`{cookie}`) sind SameSite=Lax, Strict oder ohne Angabe; die lassen Browser in Frames auf anderen Sites weg, ganz gleich, wie der Datenschutz eingestellt ist{word}.',
        fix: 'Beim Provider: `SameSite=None; Secure` für das Sitzungscookie, soweit Browser solche noch senden. Besser: Refresh-Token mit Rotation oder eine Weiterleitung der ganzen Seite mit `prompt=none`.',
      },
      'not-kept': {
        title: 'Der Browser hat das Cookie des Providers im Frame nicht behalten',
        plain:
          'Ihr Browser lässt den Anmeldedienst innerhalb einer anderen Website keine Cookies behalten; die Anmeldung kann dort deshalb nicht beendet werden.',
        text: 'Der Provider hat `{cookie}` in einem Frame auf einer anderen Site gesetzt, und die nächste Anfrage in diesem Frame kam ohne das Cookie{word}.',
        fix: 'Die Anmeldung als ganze Seite oder in einem Pop-up öffnen. Muss sie in einem Frame laufen, kann der Provider partitionierte Cookies setzen (`Partitioned`).',
      },
      'worked-around': {
        title: 'Der stille Versuch wurde blockiert, der sichtbare hat geklappt',
        plain: 'Ihr Browser blockiert die stille Anmeldung innerhalb anderer Websites; die App hat Sie danach offen gefragt.',
        text: 'Der Browser hat `{cookie}` im Frame zurückgehalten{word}. Danach folgte eine Anmeldung in einer ganzen Seite und gelang.',
        fix: 'In Browsern, die Drittanbieter-Cookies blockieren, auf den versteckten Frame verzichten: Refresh-Token verwenden oder eine Weiterleitung der ganzen Seite.',
      },
    },
    said: {
      word: {
        ' (it says so itself: Sec-Fetch-Storage-Access: {policy})': ' (der Browser sagt es selbst: Sec-Fetch-Storage-Access: {policy})',
      },
    },
  },
};
