/** The values of a login that are to be used once, and what they hold. */
import type { CheckWords } from '../../check-words.ts';
import type { Said } from '../../said.ts';

const strongValue =
  'Für jede Anmeldung mit einem kryptografischen Zufallsgenerator neu erzeugen, mit mindestens 128 Bit (22 Zeichen in base64url). Was die App sich merken will, gehört in ihre eigene Sitzung, abgelegt unter diesem Wert.';

const but: Said = {
  ' PKCE protects this login even so, where the provider enforces it.':
    ' Trotzdem schützt PKCE diese Anmeldung, wo der Provider es erzwingt.',
  ' The `nonce` protects this login even so, where the app compares it.':
    ' Trotzdem schützt die `nonce` diese Anmeldung, wo die App sie vergleicht.',
};

export const stateValues: CheckWords = {
  'browser-binding-missing': {
    title: 'Der Start der Anmeldung hinterlässt in diesem Browser keine Spur',
    messages: {
      unbound: {
        title: 'Die Anmeldung wurde gestartet, ohne etwas in diesem Browser zu hinterlassen',
        plain:
          'Die App hat die Anmeldung gestartet, ohne in diesem Browser ein Kennzeichen zu hinterlassen. Deshalb kann sie möglicherweise nicht erkennen, ob die Antwort zu Ihnen gehört.',
        text: 'Der Server auf {host} hat den Browser zum Provider geschickt. Die Anfrage an ihn enthielt kein Cookie der App, seine Antwort setzte keines{callback}. Was auch immer der Server sich zu dieser Anmeldung merkt: Die Antwort kann jeder andere Browser bringen.',
        fix: 'Vor der Weiterleitung `state`, Nonce und Verifier in einer Sitzung ablegen, zu der ein Cookie dieses Browsers führt, und sie beim Callback vergleichen. Manche Frameworks lassen `Secure`-Cookies stillschweigend weg, wenn sie glauben, über unverschlüsseltes http zu laufen.',
      },
    },
    said: { callback: { ', and the callback came without one': ', und der Callback kam ohne eines an' } },
  },
  'one-time-value-reused': {
    title: 'Einmalwert für mehr als eine Anmeldung verwendet',
    messages: {
      reused: {
        title: 'Derselbe Wert von {name} wurde für eine andere Anmeldung verwendet',
        plain: 'Die App verwendet dieselbe „einmalige“ Nummer für mehrere Anmeldungen und nimmt ihr damit die Schutzwirkung.',
        text: '`{name}` hat in {count} getrennten Authorization Requests dieser App denselben Wert.',
        fix: 'Für jeden Versuch einen neuen Wert erzeugen und ihn nach Gebrauch löschen.',
      },
      cached: {
        title: 'Der Browser hat eine alte Weiterleitung zur Anmeldung aus seinem Cache wiederholt',
        plain:
          'Ihr Browser hat einen alten Anmeldelink aus seinem Zwischenspeicher wiederholt. Die App bekam dadurch eine Vorgangsnummer, die nicht mehr gilt.',
        text: 'Die Weiterleitung, mit der diese Anmeldung begann, kam aus dem Cache des Browsers. Den Wert von `{name}` darin hatte schon eine frühere Anmeldung verwendet.',
        fix: 'Jede Weiterleitung zur Anmeldung mit `Cache-Control: no-store` ausliefern und nie mit 301 oder 308.',
      },
      'stale-link': {
        title: 'Ein Anmeldelink aus einer älteren Seite wurde noch einmal verwendet',
        plain: 'Die Anmeldung wurde von einer Seite aus gestartet, auf der noch ein alter Link stand.',
        text: 'Dieselbe Authorization-URL mit demselben Wert von `{name}` wurde noch einmal geöffnet, ohne dass die App eine neue erzeugt hat.',
        fix: 'Den Link erst beim Klick erzeugen, nicht schon beim Aufbau der Seite.',
      },
    },
  },
  'one-time-value-weak': {
    title: 'Einmalwert, der sich erraten lässt',
    messages: {
      words: {
        title: '`{name}` ist ein festes Wort',
        plain:
          'Die App kennzeichnet ihre Anmeldungen mit einem Wort, das jeder erraten kann. Deshalb kann sie eine echte Antwort nicht von einer gefälschten unterscheiden.',
        text: '`{name}` besteht aus Wörtern, wie sie in Beispielen stehen, etwa „state“ oder „test“. Jeder kann eine Antwort schicken, die diesen Wert trägt.{but}',
        fix: strongValue,
      },
      short: {
        title: '`{name}` ist zu kurz, um nicht erraten zu werden',
        plain: 'Die App kennzeichnet diese Anmeldung mit einer Nummer, die so kurz ist, dass sie sich erraten ließe.',
        text: '`{name}` hat {length} Zeichen; abgesehen von dem, was die Uhr verrät, stecken in Zeichen dieser Art höchstens {bits} Bit.{but}',
        fix: strongValue,
      },
      readable: {
        title: '`{name}` enthält Daten und so gut wie nichts Zufälliges',
        plain:
          'Die App kennzeichnet diese Anmeldung mit Angaben, die jeder so aufschreiben könnte. Deshalb kann sie eine echte Antwort nicht von einer gefälschten unterscheiden.',
        text: 'Inhalt von `{name}`: {shape}. Was darin neben Namen, Adressen und Zeiten steht, enthält höchstens {bits} Bit.{but}',
        fix: strongValue,
      },
      clock: {
        title: '`{name}` wird aus der Uhrzeit gebildet',
        plain: 'Die App kennzeichnet diese Anmeldung mit der Uhrzeit, die auch andere kennen.',
        text: '`{name}` ist eine UUID der Version 1 oder 6: Sie entsteht aus der Zeit und der Kennung des Rechners. Wer eine gesehen hat, kann die nächste ausrechnen.{but}',
        fix: 'Eine UUID der Version 4 nehmen oder 128 Bit aus einem kryptografischen Zufallsgenerator.',
      },
      issued: {
        title: '`{name}` des Providers ist zu kurz, um nicht erraten zu werden',
        plain: 'Der Anmeldedienst gibt Anmeldecodes aus, die so kurz sind, dass sie sich erraten ließen.',
        text: 'In `{name}` dieser Antwort stecken höchstens {bits} Bit.{but}',
        fix: 'Werte mit mindestens 128 Bit aus einem kryptografischen Zufallsgenerator ausgeben.',
      },
    },
    said: {
      but,
      shape: {
        'an address': 'eine Adresse',
        'readable JSON': 'lesbares JSON',
        'a list of parameters': 'eine Liste von Parametern',
        text: 'Text',
      },
    },
  },
  'sensitive-data-in-url': {
    title: 'Geheimnisse, Personen oder Ziele in den Parametern der Anmeldung',
    messages: {
      verifier: {
        title: 'Der Schlüssel zum Anmeldecode steht in der Adresse, direkt neben dem Schloss',
        plain:
          'Die App verschließt ihren Anmeldecode und schreibt den Schlüssel dazu in die Webadresse, wo Verläufe und Protokolle ihn aufbewahren.',
        text: 'Der `code_verifier` steht in einer Anfrage, die durch den Browser geht ({where}). Wer die Adresse sieht, kann den Code einlösen, als gäbe es kein PKCE.',
        fix: 'Den Verifier in der Sitzung der App aufbewahren (bei einer Single-Page-App in `sessionStorage`) und nur an den Token-Endpunkt senden.',
      },
      secret: {
        title: 'Ein Geheimnis steht in der Adresse: {name}',
        plain:
          'Die Webadresse dieser Anmeldung enthält ein Passwort oder einen Schlüssel. Browserverläufe und Protokolle bewahren beides auf.',
        text: 'Auf {host} steht in der Adresse ein Wert mit dem Namen `{name}` ({where}). Browserverläufe, Proxys, Serverprotokolle und der Referer-Header bewahren Adressen auf.',
        fix: 'Den Wert im Body einer POST-Anfrage über https senden oder in der Sitzung des Servers aufbewahren. Diesen hier außer Betrieb nehmen: Er wurde gesehen.',
      },
      target: {
        title: 'Der `state` enthält eine Adresse, die niemand signiert hat',
        plain: 'Die App notiert an einer Stelle, die andere ändern können, wohin es nach der Anmeldung geht.',
        text: 'In `state` steht lesbar eine Adresse auf {host}, ohne erkennbare Signatur, und kein Cookie des Callbacks enthält denselben Wert. Eine App, die ihr ungeprüft folgt, lässt sich dazu benutzen, Menschen woandershin zu führen.',
        fix: 'Die Adresse in der Sitzung aufbewahren und in `state` nur einen Zufallswert; oder den State signieren und nur eigenen Adressen folgen.',
      },
      person: {
        title: 'In `{name}` steht lesbar eine E-Mail-Adresse',
        plain: 'Die Webadresse dieser Anmeldung enthält die E-Mail-Adresse einer Person. Browserverläufe und Protokolle bewahren sie auf.',
        text: '`{name}` enthält eine E-Mail-Adresse im Klartext. Sie geht durch den Provider und bleibt in Verläufen und Protokollen stehen.',
        fix: 'Personenbezogene Daten in der Sitzung aufbewahren und in `state` nur einen Zufallswert. Um den Namen beim Provider vorzubelegen, gibt es `login_hint`.',
      },
    },
    said: { where: { 'the query': 'in der Query', 'The query': 'in der Query', 'The `state`': 'in `state`', '`state`': 'in `state`' } },
  },
};
