import type { CheckWords } from '../../check-words.ts';

const strongValue =
  'Für jede Anmeldung mit einem kryptografischen Zufallsgenerator neu erzeugen, mit mindestens 128 Bit (22 Zeichen in base64url). Was die App sich merken will, gehört in ihre eigene Sitzung, abgelegt unter diesem Wert.';

export const state: CheckWords = {
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
  },
  'state-mangled': {
    title: 'State unterwegs durch Kodierung verändert',
    messages: {
      altered: {
        title: 'Der State wurde unterwegs beschädigt',
        plain:
          'Die Vorgangsnummer dieser Anmeldung wurde auf dem Rückweg beschädigt. Die App hält sie deshalb für die einer anderen Anmeldung.',
        text: 'Zurück kam der gesendete `state`, mit einem Unterschied: {what} (gesendet: {sent} Zeichen, zurückgekommen: {returned}).{known}',
        fix: 'Die Stelle, die die Weiterleitung baut, muss `state` unverändert weitergeben und genau einmal kodieren: der Provider oder ein Proxy dazwischen. Die App kann sich selbst schützen: Ein `state`, der nur aus Buchstaben, Ziffern, `-` und `_` besteht (base64url ohne Padding), übersteht solche Stellen.',
      },
      survived: {
        title: 'Der State wurde unterwegs verändert, und die App hat ihn angenommen',
        plain: 'Die Vorgangsnummer dieser Anmeldung wurde unterwegs verändert; diese App hat sich daran nicht gestört.',
        text: 'Zurück kam der gesendete `state`, mit einem Unterschied: {what}. Die Anmeldung lief trotzdem weiter.',
        fix: 'Den `state` nur aus Buchstaben, Ziffern, `-` und `_` bilden, bevor ein strengerer Vergleich die Anmeldung scheitern lässt.',
      },
    },
  },
  'state-mismatch': {
    title: 'Zurückgekommener State weicht vom gesendeten ab',
    messages: {
      changed: {
        title: 'Der zurückgekommene State ist nicht der gesendete',
        plain:
          'Die Antwort des Anmeldedienstes trägt eine andere Vorgangsnummer als die, mit der diese Anmeldung begann. Die App muss sie deshalb ablehnen.',
        text: 'Die Anfrage hat einen `state` gesendet, die Antwort trägt einen anderen. Keine Anmeldung in dieser Aufzeichnung hat den zurückgekommenen Wert gesendet, und kein Kodierungsfehler macht aus dem einen den anderen.',
        fix: 'Die Stelle finden, die den anderen Wert eingesetzt hat: ein Proxy oder Skript, das die URL umschreibt, ein Callback aus einem Lesezeichen oder ein erneut geöffneter, ein Provider, der für mehrere Anmeldungen denselben `state` behält. Bis dahin die Antwort weiter ablehnen.',
      },
      accepted: {
        title: 'Die App hat eine Antwort mit einem anderen State angenommen',
        plain:
          'Die Antwort des Anmeldedienstes trug eine andere Vorgangsnummer als die, mit der diese Anmeldung begann, und die App hat sie trotzdem angenommen.',
        text: 'Die Anfrage hat einen `state` gesendet, die Antwort trägt einen anderen, und die App hat weitergemacht: Sie vergleicht die beiden nicht. Jeder kann dieser App eine eigene Antwort unterschieben.',
        fix: 'Den zurückgekommenen `state` mit dem gesendeten vergleichen und eine abweichende Antwort ablehnen. Danach die Stelle finden, die den anderen Wert eingesetzt hat.',
      },
      'other-login': {
        title: 'Die Antwort trägt den State einer anderen Anmeldung',
        plain: 'Die Antwort gehört zu einem anderen Anmeldeversuch in diesem Browser. Die App muss sie hier deshalb ablehnen.',
        text: 'Den `state` in der Antwort hat eine andere Anmeldung derselben App gesendet, {flow}, nicht diese.',
        fix: 'Offene Anmeldungen getrennt halten: ein gespeicherter Eintrag je `state`, nicht ein Platz für alle. Beim Provider je Authorization Request einen eigenen Anmeldevorgang führen.',
      },
      'other-tab': {
        title: 'Die Antwort kam in einem anderen Tab an als dem, in dem die Anmeldung begann',
        plain: 'Die Anmeldung begann in einem Tab und endete in einem anderen, der nichts von ihr weiß. Die App hat sie deshalb abgelehnt.',
        text: 'Der `state` ist der richtige, wurde aber in einem anderen Tab zugestellt als dem, aus dem die Anfrage kam, und danach ist die App gescheitert. Was die App je Tab speichert (sessionStorage), ist dort nicht vorhanden.',
        fix: 'Die offene Anmeldung dort ablegen, wo jeder Tab der App sie findet (ein Cookie oder localStorage, nach `state` geordnet), oder die Anmeldung neu starten, wenn sie fehlt.',
      },
      stale: {
        title: 'Die Antwort gehört zu einem früheren, aufgegebenen Versuch',
        plain:
          'Sie haben eine ältere Anmeldeseite abgeschlossen, nachdem schon ein neuerer Versuch begonnen hatte. Die App hat diese Antwort deshalb nicht mehr erwartet.',
        text: 'Den `state` hat ein früherer Versuch gesendet. Ein neuerer derselben App hat ihn ersetzt ({flow}), bevor diese Antwort kam, und danach ist die App gescheitert.',
        fix: 'Jeden offenen `state` annehmen, bis er abläuft, oder statt einer Fehlerseite eine neue Anmeldung beginnen.',
      },
      literal: {
        title: 'Wo der State stehen sollte, steht ein Wort',
        plain: 'Die Vorgangsnummer dieser Anmeldung ging unterwegs verloren. Zurück kam stattdessen ein Füllwort.',
        text: 'Der `state` der Antwort ist das Wort `{word}`, nicht der gesendete Wert: Irgendwo wurde ein fehlender Wert in Text verwandelt.',
        fix: 'Die Stelle prüfen, die die Weiterleitung baut: Sie liest `state` dort, wo er nicht gesetzt ist.',
      },
      unexpected: {
        title: 'Zurück kam ein State, der nie gesendet wurde',
        plain: 'Die Antwort trägt eine Vorgangsnummer, obwohl diese Anmeldung keine hatte.',
        text: 'Die Anfrage hat keinen `state` gesendet, die Antwort enthält trotzdem einen.',
        fix: 'Herausfinden, welche Stelle ihn hinzugefügt hat. Ein Client, der streng vergleicht, lehnt diese Antwort ab.',
      },
    },
  },
  'state-missing': {
    title: 'Authorization Request ohne Schutz vor CSRF',
    messages: {
      unprotected: {
        title: 'Die Anmeldeanfrage trägt überhaupt keinen Einmalwert',
        plain:
          'Die App hat dieser Anmeldung kein Einmal-Kennzeichen mitgegeben. Deshalb kann sie nicht erkennen, ob die Antwort wirklich zu Ihnen gehört.',
        text: 'Der Authorization Request hat weder `state` noch `nonce` noch `code_challenge`. Jeder kann einem Browser eine eigene Antwort unterschieben, und der Client hat nichts, womit er sie vergleichen könnte.',
        fix: 'Einen frischen, zufälligen `state` senden, der an die Sitzung des Browsers gebunden ist, und ihn bei der Rückkehr vergleichen. PKCE (S256) leistet dasselbe, wenn der Server es erzwingt.',
      },
      'other-protection': {
        title: 'Kein State, aber ein anderer Einmalwert',
        plain: 'Die App schützt sich anders als mit dem üblichen Einmal-Kennzeichen.',
        text: 'Der Authorization Request hat keinen `state`. Gegen gefälschte Antworten schützt {with}, solange der Provider das erzwingt.',
        fix: 'Erzwingt der Provider {with}, muss sich nichts ändern. Sonst `state` ergänzen.',
      },
    },
  },
  'state-not-returned': {
    title: 'State gesendet, aber nicht zurückgekommen',
    messages: {
      dropped: {
        title: 'Die Antwort kam ohne ihren State zurück',
        plain:
          'Die Antwort des Anmeldedienstes hat ihre Vorgangsnummer verloren. Die App kann deshalb nicht erkennen, zu welcher Anmeldung sie gehört.',
        text: 'Die Anfrage hat `state` gesendet, die Antwort enthält keinen. Ein Client, der ihn vergleicht, muss die Antwort ablehnen.',
        fix: 'Der Provider muss `state` unverändert zurückgeben, auch in Fehlerantworten. Tut er das, nach einem Proxy, einer Firewall oder einer Weiterleitungsregel dazwischen suchen, die Query-Parameter entfernt.',
      },
      accepted: {
        title: 'Die App hat eine Antwort ohne ihren State angenommen',
        plain: 'Die Antwort des Anmeldedienstes hat ihre Vorgangsnummer verloren, und die App hat sie trotzdem angenommen.',
        text: 'Die Anfrage hat `state` gesendet, die Antwort enthält keinen, und die App hat weitergemacht: Sie vergleicht die beiden nicht. Jeder kann dieser App eine eigene Antwort unterschieben.',
        fix: 'Antworten ablehnen, deren `state` fehlt oder abweicht. Der Provider muss ihn unverändert zurückgeben; nach einem Proxy oder einer Weiterleitungsregel suchen, die Query-Parameter entfernt.',
      },
    },
  },
};
