/** German of `lib/checks/logout`: the way back to the app. */
import type { CheckWords } from '../../check-words.ts';
import type { Said } from '../../said.ts';

const difference: Said = {
  'its scheme': 'ihrem Schema',
  'the `www.` in its host': 'dem `www.` in ihrem Host',
  'localhost against 127.0.0.1': 'localhost statt 127.0.0.1 oder umgekehrt',
  'its host': 'ihrem Host',
  'its port': 'ihrem Port',
  'the slash at its end': 'dem Schrägstrich an ihrem Ende',
  'upper and lower case in its path': 'der Groß- und Kleinschreibung ihres Pfads',
  'the encoding of its path': 'der Codierung ihres Pfads',
  'its path': 'ihrem Pfad',
};

const why: Said = {
  'That was after its own question had been answered: the page was open for too long, or its cookie was lost.':
    'Das war, nachdem seine eigene Frage beantwortet war: Die Seite war zu lange offen, oder ihr Cookie ging verloren.',
  'The usual reasons are an `id_token_hint` it did not issue, or a return address that is not registered for this client.':
    'Die üblichen Gründe sind ein `id_token_hint`, den er nicht ausgestellt hat, oder eine Rücksprungadresse, die für diesen Client nicht registriert ist.',
};

export const logoutReturnBroken: CheckWords = {
  'logout-return-broken': {
    title: 'Abmeldung führte nicht zur App zurück',
    messages: {
      address: {
        title: 'Der Provider akzeptiert die Rücksprungadresse nach der Abmeldung nicht',
        plain:
          'Die Abmeldung blieb auf einer Fehlerseite stehen, weil der Anmeldedienst die Adresse nicht kennt, zu der diese App Sie zurückschicken lassen will.',
        text: 'Der Provider hat die Abmeldeanfrage mit einer Fehlerseite beantwortet (HTTP {status}), in der es um `{name}` geht. Zu einer Adresse, die für diesen Client nicht registriert ist, darf er nicht weiterleiten. Die Sitzung kann noch bestehen.',
        fix: 'Genau diese Adresse für Abmeldungen dieses Clients registrieren: Dafür führen Provider eine eigene Liste, neben der der redirect_uris. Verglichen wird Zeichen für Zeichen, auch der Schrägstrich am Ende.',
      },
      stopped: {
        title: 'Der Provider hat die Abmeldung abgelehnt (HTTP {status})',
        plain: 'Die Abmeldung blieb auf einer Fehlerseite des Anmeldedienstes stehen. Vielleicht sind Sie dort noch angemeldet.',
        text: 'Der Provider hat die Abmeldeanfrage mit HTTP {status} beantwortet und nicht weitergemacht. {why}',
        fix: 'Die Seite des Providers lesen. Den ID-Token genau dieser Sitzung als `id_token_hint` senden (oder die `client_id`) und die Rücksprungadresse mit den registrierten vergleichen.',
      },
      server: {
        title: 'Der Server des Providers ist während der Abmeldung gescheitert (HTTP {status})',
        plain:
          'Der Server des Anmeldedienstes hat ein Problem; deshalb kam die Abmeldung nicht zu Ende. Vielleicht sind Sie dort noch angemeldet.',
        text: 'Der Provider hat die Abmeldeanfrage mit HTTP {status} beantwortet. Die Anfrage der App hat ihren Teil getan.',
        fix: 'Es noch einmal versuchen und auf die Statusseite des Providers sehen. Bleibt es dabei, ihm die Uhrzeit und die Korrelations-ID aus den Headern der Antwort schicken.',
      },
      landing: {
        title: 'Die Seite der App nach der Abmeldung antwortet mit HTTP {status}',
        plain: 'Der Anmeldedienst hat Sie abgemeldet, aber die Seite der App, die danach kommen soll, zeigt einen Fehler.',
        text: 'Der Provider hat den Browser wie gewünscht zu {host} zurückgeschickt, und die App antwortete mit HTTP {status}.',
        fix: 'Die Adresse, die die App als `{name}` angibt, zu einer Seite machen, die auch Besucher öffnen können, die nicht angemeldet sind.',
      },
      elsewhere: {
        title: 'Die Abmeldung kehrte zu einer anderen Adresse zurück als der gewünschten',
        plain: 'Sie wurden abgemeldet und auf eine andere Seite der App geschickt, als sie verlangt hatte.',
        text: 'Die Anfrage will zu einer Adresse zurückkehren, die sich von der, zu der der Provider geführt hat, in {difference} unterscheidet.',
        fix: 'Nachsehen, ob der Provider für diesen Client eine feste Abmeldeadresse hat oder ob etwas dazwischen die Weiterleitung umschreibt.',
      },
      state: {
        title: 'Die Abmeldung kam {how} State zurück',
        plain: 'Sie wurden abgemeldet; die Vorgangsnummer, die die App mitgeschickt hatte, kam nicht so zurück, wie sie gesendet wurde.',
        text: 'Die Abmeldeanfrage hat `state` mitgeschickt, und die Rückkehr kam {how} State. Der Provider muss den Wert unverändert weitergeben. Eine App, die sich daran merkt, wohin es weitergehen soll, findet es nicht.',
        fix: 'Dem Provider melden und nach einer Regel dazwischen suchen, die Query-Parameter entfernt. Die App sollte damit zurechtkommen: Die Sitzung ist trotzdem beendet.',
      },
      stayed: {
        title: 'Die Abmeldung endete auf einer Seite des Providers',
        plain: 'Sie wurden beim Anmeldedienst abgemeldet, und er hat Sie nicht zur App zurückgebracht.',
        text: 'Die Anfrage will zur App zurückkehren. Der Provider hat die Sitzung beendet und blieb auf einer Seite von {host} (HTTP {status}); innerhalb von {seconds} s führte nichts zurück. Das tun Provider mit Absicht, um stattdessen einen Link zu zeigen, oder wenn sie die Rücksprungadresse nicht akzeptieren oder nicht erkennen, welcher Client fragt.',
        fix: 'Zeigt diese Seite keinen Link zurück: genau diese Rücksprungadresse für den Client registrieren und `id_token_hint` senden, ohne den viele Provider sie übergehen.',
      },
    },
    said: { difference, why, how: { without: 'ohne den', 'with a change in': 'mit verändertem' } },
  },
};
