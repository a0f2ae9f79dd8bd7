/** German of `lib/checks/provider-quirk`. */
import type { CheckWords } from '../../check-words.ts';

export const providerQuirk: CheckWords = {
  'fedcm-failed': {
    title: 'Anmeldung durch den Browser selbst (FedCM) ist gescheitert',
    messages: {
      'well-known': {
        title: 'Die Datei des Providers für die Anmeldung durch den Browser ist nicht zu gebrauchen',
        plain: 'Die Anmeldung durch den Browser selbst konnte nicht beginnen, weil eine Datei des Anmeldedienstes fehlt oder falsch ist.',
        text: 'Der Browser hat {host} nach `/.well-known/web-identity` gefragt, mit diesem Ergebnis: {result}. Ohne diese Datei macht der Browser nicht weiter und zeigt nichts.',
        fix: 'Die Datei auf der registrierbaren Domain des Providers ausliefern, ohne Weiterleitung, als JSON mit einer Liste `provider_urls`.',
      },
      unlisted: {
        title: 'Die Datei des Providers für die Anmeldung durch den Browser führt diese Konfiguration nicht auf',
        plain: 'Die Anmeldung durch den Browser selbst konnte nicht beginnen, weil eine Datei des Anmeldedienstes nicht passt.',
        text: 'Die Konfiguration bei {host} steht nicht unter den `provider_urls` von `/.well-known/web-identity`, und diese Datei nennt keinen Endpunkt für Konten. Der Browser macht nicht weiter und zeigt nichts.',
        fix: 'Genau die Adresse aufführen, die die App als `configURL` übergibt. Wo mehrere gebraucht werden, in der Datei `accounts_endpoint` und `login_url` nennen.',
      },
      config: {
        title: 'Die Konfiguration des Providers für die Anmeldung durch den Browser ist nicht zu gebrauchen',
        plain:
          'Die Anmeldung durch den Browser selbst konnte nicht beginnen, weil die Einstellungen des Anmeldedienstes nicht zu lesen waren.',
        text: 'Der Browser hat {host} nach der Konfiguration gefragt, mit diesem Ergebnis: {result}.',
        fix: 'Sie als JSON mit `accounts_endpoint`, `id_assertion_endpoint` und `login_url` ausliefern, ohne Weiterleitung.',
      },
      accounts: {
        title: 'Die Kontenliste des Providers war nicht zu lesen',
        plain: 'Die Anmeldung durch den Browser selbst konnte Ihre Konten nicht zeigen, weil der Anmeldedienst gescheitert ist.',
        text: 'Der Browser hat {host} nach den angemeldeten Konten gefragt, mit diesem Ergebnis: {result}. Er zeigt nichts oder bittet den Benutzer, sich dort anzumelden.',
        fix: 'Mit JSON und einer Liste `accounts` antworten, oder mit Status 401, wenn niemand angemeldet ist. Die Cookies müssen SameSite=None sein, damit sie dort ankommen.',
      },
      'signed-out': {
        title: 'Beim Provider ist niemand angemeldet, so hat es der Browser erfahren',
        plain: 'Die Anmeldung durch den Browser selbst hat kein Konto gefunden, das beim Anmeldedienst angemeldet ist. Das ist normal.',
        text: 'Der Browser hat {host} nach den angemeldeten Konten gefragt und erfahren, dass es keines gibt. Er zeigt nichts oder bittet den Benutzer, sich dort anzumelden.',
        fix: 'Auch eine Anmeldung mit Weiterleitung anbieten. Ist der Benutzer dort angemeldet: Das Sitzungscookie muss SameSite=None sein, damit es ankommt.',
      },
      assertion: {
        title: 'Der Provider hat das Konto abgelehnt, das im Browser gewählt wurde',
        plain: 'Sie haben bei der Anmeldung durch den Browser ein Konto gewählt, und der Anmeldedienst hat es abgelehnt.',
        text: 'Nachdem ein Konto gewählt war, hat der Browser {host} nach dem Token gefragt, mit diesem Ergebnis: {result}.',
        fix: 'Im Log des Providers diese Anfrage ansehen: `client_id`, den Origin der App gegenüber den registrierten und das Sitzungscookie, das SameSite=None sein muss.',
      },
      cors: {
        title: 'Der Token des Providers für die Anmeldung durch den Browser wird {app} vorenthalten',
        plain:
          'Sie haben bei der Anmeldung durch den Browser ein Konto gewählt, und der Browser durfte das Ergebnis nicht an die App weitergeben.',
        text: 'Die Antwort von {host} mit dem Token erlaubt den Origin der App nicht: `Access-Control-Allow-Origin` {says}. Dann hält der Browser sie zurück.',
        fix: 'Mit `Access-Control-Allow-Origin` antworten, gesetzt auf den `Origin` der Anfrage und nur für registrierte Apps, und mit `Access-Control-Allow-Credentials: true`.',
      },
    },
    said: {
      result: {
        'no answer came': 'keine Antwort',
        'a redirect, which the browser does not follow here': 'eine Weiterleitung, der der Browser hier nicht folgt',
        'a file without {name}': 'eine Datei ohne {name}',
        'a configuration without {name}': 'eine Konfiguration ohne {name}',
        'an answer without {name}': 'eine Antwort ohne {name}',
        'an error': 'ein Fehler',
        'the error {code}': 'der Fehler {code}',
      },
      app: { 'the app': 'der App' },
      says: { 'is missing': 'fehlt', 'names another origin': 'nennt einen anderen Origin' },
    },
  },
};
