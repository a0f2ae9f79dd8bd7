/** German of `lib/checks/callback`: answers that came late, twice or slowly. */
import type { CheckWords } from '../../check-words.ts';
import type { Said } from '../../said.ts';

const seconds: Said = { '{n}': '{n}' };

export const callbackTiming: CheckWords = {
  'callback-late': {
    title: 'Antwort kam lange nach dem Start an oder wurde spät benutzt',
    messages: {
      late: {
        title: 'Die Antwort kam {minutes} Minuten nach Beginn der Anmeldung',
        plain:
          'Die Anmeldeseite war {minutes} Minuten lang offen; bis dahin hat die App diese Anmeldung vielleicht vergessen. Starten Sie sie neu.',
        text: 'Zwischen dem Authorization Request und dem Callback liegen {minutes} Minuten, und die App hat die Antwort nicht angenommen. Apps bewahren eine offene Anmeldung fünf bis fünfzehn Minuten auf; diese ist dort vielleicht abgelaufen.',
        fix: 'Offene Anmeldungen so lange aufbewahren, wie die Anmeldeseite des Providers lebt, und auf eine verspätete mit einer neuen Anmeldung statt mit einem Fehler antworten.',
      },
      held: {
        title: 'Der Code wurde {seconds} s nach seiner Ausstellung benutzt',
        plain: 'Die Antwort des Anmeldedienstes lag {seconds} Sekunden herum, bevor sie benutzt wurde, und ist vielleicht abgelaufen.',
        text: 'Zwischen der Ausstellung des Codes und dem Moment, in dem er {step} wurde, lagen {seconds} s, und er wurde nicht angenommen. Codes leben eine bis zehn Minuten, bei strengen Providern kürzer.',
        fix: 'Nachsehen, was dazwischenliegt: eine Seite, die auf einen Klick wartet, ein Tab, der schlief, ein Wechsel der App. Codes sofort einlösen.',
      },
    },
    said: {
      step: { 'sent to the token endpoint': 'an den Token-Endpunkt gesendet', 'brought to the app': 'zur App gebracht' },
    },
  },
  'callback-replayed': {
    title: 'Die Adresse des Callbacks wurde mehr als einmal geöffnet',
    messages: {
      failed: {
        title: 'Der Callback wurde noch einmal geöffnet ({how}) und ist gescheitert',
        plain: 'Der einmalige Rückkehrlink wurde ein zweites Mal geöffnet ({how}); da galt er nicht mehr. Starten Sie die Anmeldung neu.',
        text: 'Dieselbe Antwort wurde {count}-mal geladen. Der erste Aufruf wurde angenommen; der weitere ({how}) wurde abgelehnt, weil ein Code nur einmal gilt.',
        fix: 'Die Anmeldung über die Schaltfläche der App selbst neu starten. Der Entwickler der App kann das den Leuten ersparen: vom Callback sofort weiterleiten, damit seine Adresse nie im Verlauf bleibt, und Besucher, die schon angemeldet sind, in die App schicken statt auf eine Fehlerseite.',
      },
      consumed: {
        title: 'Der Browser hat den Callback im Voraus geöffnet und den Code verbraucht',
        plain: 'Der Browser hat den einmaligen Rückkehrlink im Voraus geladen; deshalb galt er nicht mehr, als Sie dort ankamen.',
        text: 'Der erste Aufruf des Callbacks war ein {how} (`Sec-Purpose`); der eigentliche kam danach und wurde abgelehnt.',
        fix: 'Anfragen mit `Sec-Purpose: prefetch` am Callback mit 503 und `Cache-Control: no-store` beantworten, ohne den Code zu benutzen.',
      },
      again: {
        title: 'Der Callback wurde noch einmal geöffnet ({how})',
        plain: 'Der Rückkehrlink wurde noch einmal geöffnet; nichts ging dabei kaputt.',
        text: 'Dieselbe Antwort wurde {count}-mal geladen ({how}); {result}.',
        fix: 'Es muss sich nichts ändern. Vom Callback weiterzuleiten hält seine Adresse aus dem Verlauf heraus.',
      },
    },
    said: {
      how: {
        'by reloading the page': 'durch Neuladen der Seite',
        'with the Back button': 'mit der Zurück-Schaltfläche',
        'in another tab': 'in einem anderen Tab',
        'twice within a second': 'zweimal innerhalb einer Sekunde',
        '{n} s later': '{n} s später',
        '{n} minutes later': '{n} Minuten später',
        prefetch: 'Prefetch',
        prerender: 'Prerender',
      },
      result: {
        'the first load failed and a later one went through': 'der erste Aufruf scheiterte, ein späterer gelang',
        'no load failed': 'keiner scheiterte',
        'the first load had failed already': 'schon der erste Aufruf war gescheitert',
      },
    },
  },
  'callback-slow': {
    title: 'Callback braucht lange für die Antwort',
    messages: {
      slow: {
        title: 'Der Callback brauchte {seconds} s für die Antwort',
        plain: 'Die App brauchte {seconds} Sekunden, um die Anmeldung hinter den Kulissen abzuschließen.',
        text: 'Der Callback antwortete nach {seconds} s. In dieser Zeit spricht die App mit dem Token-Endpunkt und oft mit UserInfo und ihrer eigenen Datenbank; Plattformen, die Konten verknüpfen, geben nach 4,5 s auf.',
        fix: 'Den Token-Tausch für sich messen. Verbindungen offen halten, Metadaten und Schlüssel des Providers zwischenspeichern, Zeitlimits setzen und Profile erst nach der Anmeldung holen.',
      },
      hung: {
        title: 'Der Callback antwortete innerhalb von {seconds} s nicht, und die Seite wurde verlassen',
        plain: 'Der Anmeldedienst hat seinen Teil getan; die App antwortete {seconds} Sekunden lang nicht, bis die Seite verlassen wurde.',
        text: 'Die Antwort wurde der App übergeben, und {seconds} s lang kam nichts zurück. Dann hat der Browser die Seite aufgegeben. Höchstwahrscheinlich wartet die App ohne Zeitlimit auf den Token-Endpunkt.',
        fix: 'Im Log der App zu dieser Zeit den Token-Tausch ansehen: ausgehendes Netz, Proxy, DNS. Ein Zeitlimit von ein paar Sekunden setzen und einen Fehler zeigen.',
      },
      token: {
        title: 'Der Token-Endpunkt brauchte {seconds} s für die Antwort',
        plain: 'Der Anmeldedienst brauchte {seconds} Sekunden, um die Anmeldung abzuschließen.',
        text: 'Die Token-Anfrage an {host} wurde nach {seconds} s beantwortet.',
        fix: 'Den Provider nach dem Zeitpunkt dieser Anfrage fragen; nach Hooks oder Regeln suchen, die laufen, während er Token ausstellt.',
      },
    },
    said: { seconds },
  },
};
