/** German of `lib/checks/callback`: answers that nobody used, nobody asked for, or something else took. */
import type { CheckWords } from '../../check-words.ts';

export const callbackAnswers: CheckWords = {
  'answer-unused': {
    title: 'Die Seite bekam die Antwort und hat nie nach Token gefragt',
    messages: {
      known: {
        title: 'Die Seite bekam die Antwort und hat sie diesmal nicht eingelöst',
        plain:
          'Der Anmeldedienst hat seinen Teil getan: Die Antwort hat die Seite der App erreicht, und die Seite hat nichts damit gemacht.',
        text: 'Die Callback-Seite bei {host} wurde mit einem Code geladen, und keine Token-Anfrage folgte. In einer anderen Anmeldung dieser Aufzeichnung hat dieselbe App von ihrer Seite aus eine gesendet.',
        fix: 'Die Konsole der Seite öffnen: Ein Fehler, bevor die Bibliothek läuft, ein Router, der vorher die Adresse ändert, oder eine Rücksprungseite ohne das Skript der Bibliothek lassen den Code alle ungelesen.',
      },
      expected: {
        title: 'Die Seite bekam die Antwort, und keine Token-Anfrage folgte',
        plain: 'Die Antwort des Anmeldedienstes hat die Seite der App erreicht; was die Seite damit gemacht hat, ist nicht zu sehen.',
        text: 'Eine Seite der App hatte nach den Metadaten des Providers gefragt, wie es Apps tun, die Codes selbst einlösen. Die Callback-Seite bei {host} wurde mit einem Code geladen, und keine Token-Anfrage folgte. Apps, deren Server den Code auf anderem Weg bekommt, sehen genauso aus.',
        fix: 'Wenn die App allein im Browser läuft: Enthält die Callback-Seite das Skript der Bibliothek, und läuft es, bevor ein Router die Adresse ändert?',
      },
    },
  },
  'bot-challenge': {
    title: 'Bot-Prüfung hat die Anmeldung unterbrochen',
    messages: {
      stopped: {
        title: 'Eine Bot-Prüfung vor {host} hat die Anmeldung aufgehalten (HTTP {status})',
        plain: 'Eine Sicherheitsprüfung vor {host} wollte wissen, ob Sie ein Mensch sind, und die Anmeldung kam nicht daran vorbei.',
        text: 'Anstelle {what} antwortete {host} mit HTTP {status} und einer Bot-Prüfung ({who}), und nichts kam daran vorbei. Vielleicht wird sie nicht angezeigt, ist in diesem Browser oder Netz nicht zu lösen oder verwirft, was als Formular gesendet wurde.',
        fix: 'Die Adressen der Anmeldung (Authorization-Endpunkt, Callback, Token-Endpunkt) von interaktiven Prüfungen ausnehmen. Wer sie sieht, kann es in einem anderen Netz versuchen, ohne VPN und mit erlaubten Skripten und Cookies.',
      },
      call: {
        title: 'Eine Bot-Prüfung vor {host} hat auf einen Aufruf geantwortet, den kein Mensch beantworten kann (HTTP {status})',
        plain:
          'Eine Sicherheitsprüfung vor {host} hat einen Teil der Anmeldung blockiert, der hinter der Seite läuft; deshalb konnte sie nicht beendet werden.',
        text: 'Der Aufruf {what} durch das Skript wurde mit HTTP {status} und einer Bot-Prüfung beantwortet ({who}). Sie ist für Seiten gemacht, die ein Mensch ansieht; ein Skript kann sie nicht lösen.',
        fix: 'Diese Adresse von der Prüfung ausnehmen oder stattdessen mit Ratenbegrenzung schützen.',
      },
      asked: {
        title: 'Eine Bot-Prüfung vor {host} wartet auf eine Antwort',
        plain: 'Eine Sicherheitsprüfung vor {host} will wissen, ob Sie ein Mensch sind.',
        text: 'Anstelle {what} antwortete {host} mit HTTP {status} und einer Bot-Prüfung ({who}). Dort endet die Aufzeichnung.',
        fix: 'Sie lösen, oder länger aufzeichnen, wenn sie von selbst weitergeht.',
      },
      passed: {
        title: 'Eine Bot-Prüfung vor {host} wurde bestanden',
        plain: 'Eine Sicherheitsprüfung vor {host} hat sich diese Anmeldung angesehen und sie durchgelassen.',
        text: 'Anstelle {what} antwortete {host} zuerst mit HTTP {status} und einer Bot-Prüfung ({who}); danach ging die Anmeldung weiter.',
        fix: 'Wo sich Benutzer darüber beschweren, die Adressen der Anmeldung ausnehmen.',
      },
    },
    said: {
      who: { 'a bot check': 'unbekannter Anbieter' },
      what: {
        'the app’s callback': 'des Callbacks der App',
        'the app’s page': 'der Seite der App',
        'the token endpoint': 'des Token-Endpunkts',
        'the provider’s settings': 'der Einstellungen des Providers',
        'the provider’s endpoint': 'des Endpunkts des Providers',
        'the provider’s page': 'der Seite des Providers',
      },
    },
  },
  'callback-service-worker': {
    title: 'Ein Service Worker oder eine gespeicherte App-Shell hat den Callback beantwortet',
    messages: {
      restarted: {
        title: 'Der Service Worker der App hat den Callback beantwortet, und die Anmeldung begann von vorn',
        plain: 'Ein Helfer der App in Ihrem Browser hat anstelle ihres Servers geantwortet; deshalb wurde die Anmeldung nie beendet.',
        text: 'Die Antwort kam zurück, und die Anfrage an den Callback hat den Server der App nicht erreicht: Der Service Worker der App (oder eine gespeicherte Seite) hat sie beantwortet. Kein Aufruf der Seite hat den Code weitergetragen, und dann wurde die Anmeldung noch einmal gestartet.',
        fix: 'Den Pfad des Callbacks aus dem Navigation-Fallback des Service Workers nehmen (Workbox: `navigateFallbackDenylist`; Angular: `navigationUrls` mit `!/callback`) und einen Worker veröffentlichen, der sofort übernimmt. Der Benutzer kann die Daten der Website löschen.',
      },
      answered: {
        title: 'Der Service Worker der App hat den Callback beantwortet, und nichts hat den Code genommen',
        plain: 'Ein Helfer der App in Ihrem Browser hat anstelle ihres Servers geantwortet; vielleicht ist die Anmeldung nicht beendet.',
        text: 'Die Antwort kam zurück, und die Anfrage an den Callback hat den Server der App nicht erreicht: Der Service Worker der App (oder eine gespeicherte Seite) hat sie beantwortet. Ein Aufruf der Seite mit dem Code war nicht zu sehen. Vielleicht hat eine Seite ihn auf eine Weise weitergegeben, die diese Aufzeichnung nicht zeigt.',
        fix: 'Wenn der Server der App Anmeldungen abschließt, den Pfad des Callbacks aus dem Navigation-Fallback des Service Workers nehmen.',
      },
    },
  },
  'callback-without-request': {
    title: 'Antwort auf eine Anmeldung, die dieser Browser nicht verlangt hat',
    messages: {
      accepted: {
        title: 'Die App hat eine Anmeldeantwort angenommen, die hier niemand verlangt hat',
        plain:
          'Die App hat eine Anmeldeantwort angenommen, zu der es in diesem Browser keine Anmeldung gibt. Vielleicht ist hier jetzt das Konto von jemand anderem angemeldet.',
        text: 'Von {from} kam eine Antwort ohne `state`, keine Anmeldung in dieser Aufzeichnung hat sie verlangt, und die App hat trotzdem `{cookie}` gesetzt. So wird einem Browser das Konto eines Fremden untergeschoben (Login-CSRF).',
        fix: '`state` senden (oder PKCE oder nonce verwenden), an die Sitzung des Browsers binden und jede Antwort ablehnen, die zu keiner offenen Anmeldung passt.',
      },
      foreign: {
        title: 'Von einer anderen Site kam eine Anmeldeantwort, ohne dass hier eine Anmeldung lief',
        plain:
          'Die App hat eine Anmeldeantwort bekommen, die zu keiner hier begonnenen Anmeldung gehört: Sie wurde von anderswo geöffnet oder untergeschoben.',
        text: 'Von {from} kam eine Antwort; keine Anmeldung in dieser Aufzeichnung hat sie verlangt.',
        fix: 'Antworten ohne passende offene Anmeldung ablehnen und die Anmeldung im selben Browser neu starten.',
      },
      late: {
        title: 'Die Aufzeichnung begann später als die Anmeldung',
        plain: 'Die Aufzeichnung begann mitten in einer Anmeldung; deshalb fehlt deren Anfang.',
        text: 'Eine Antwort wurde aufgezeichnet, die zugehörige Anfrage nicht. Was hinausging, lässt sich nicht mit dem vergleichen, was zurückkam.',
        fix: 'Die Aufzeichnung vor der Anmeldung starten und es noch einmal versuchen.',
      },
    },
  },
};
