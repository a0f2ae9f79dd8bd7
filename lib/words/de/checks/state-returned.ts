/** Whether `state` was sent, and came back as it was. */
import type { CheckWords } from '../../check-words.ts';
import type { Said } from '../../said.ts';

const what: Said = {
  'every plus sign became a space: it was decoded as a form once too often, or not encoded as `%2B`':
    'Jedes Pluszeichen wurde zu einem Leerzeichen, weil er einmal zu oft als Formular dekodiert oder nicht als `%2B` kodiert wurde',
  'every space became a plus sign': 'Jedes Leerzeichen wurde zu einem Pluszeichen',
  'it was percent-decoded once more than it was encoded': 'Er wurde einmal öfter prozentdekodiert als kodiert',
  'it was percent-encoded once more than it is decoded': 'Er wurde einmal öfter prozentkodiert als dekodiert',
  'HTML entities in it were decoded': 'HTML-Entities darin wurden dekodiert',
  'characters in it were written as HTML entities': 'Zeichen darin wurden als HTML-Entities geschrieben',
  'its Unicode characters were normalized': 'Seine Unicode-Zeichen wurden normalisiert',
  'its UTF-8 bytes were read as Latin-1': 'Seine UTF-8-Bytes wurden als Latin-1 gelesen',
  'the trailing `=` of its base64 was lost': 'Das `=` am Ende seines base64 ging verloren',
  'its base64 was rewritten in the other alphabet (`+/` and `-_`)': 'Sein base64 wurde im anderen Alphabet geschrieben (`+/` und `-_`)',
  'its letters changed case': 'Groß- und Kleinbuchstaben wurden verändert',
  'spaces at its ends were removed': 'Leerzeichen an seinen Enden wurden entfernt',
  'angle brackets, taken for HTML, were removed': 'Spitze Klammern wurden entfernt, weil sie für HTML gehalten wurden',
  'quotation marks were put around it': 'Er wurde in Anführungszeichen gesetzt',
  'it was cut short': 'Er wurde abgeschnitten',
  'something was added at its end': 'An seinem Ende wurde etwas angehängt',
};

export const stateReturned: CheckWords = {
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
    said: {
      what,
      known: {
        ' {provider} is known to do this, so the app has to send a state that survives it.':
          ' Von {provider} ist das bekannt; die App muss deshalb einen State senden, der es übersteht.',
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
