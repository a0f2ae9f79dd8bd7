import type { Catalog } from '../catalog.ts';

export const welcome: Catalog['welcome'] = {
  title: 'In einer Minute die erste Anmeldung sehen',
  lead: 'Eine Anmeldung führt von einer App zu einem Provider und zurück. Roundtrip sieht auf diesem Weg zu und sagt in klaren Worten, was kaputtging, wo, und wer es beheben kann.',
  steps: 'Drei Schritte',
  done: 'erledigt',
  allowTitle: 'Roundtrip zusehen lassen',
  allowText:
    'Ohne das sieht es gar nichts. Der Browser fragt noch einmal nach. Nichts verlässt den Browser, nichts wird verändert, und es lässt sich jederzeit zurücknehmen.',
  allow: 'Auf allen Websites erlauben',
  allowSome: 'Nur auf einigen',
  sites: 'Websites: die App und ihr Provider',
  allowThese: 'Diese erlauben',
  allowed: 'Roundtrip darf auf den erlaubten Websites zusehen.',
  resume: 'Im Augenblick wird nicht zugesehen.',
  resumeAction: 'Zusehen',
  loginTitle: 'Irgendwo anmelden',
  loginText:
    'In einem anderen Tab, bei irgendeiner App mit Anmelden-Knopf, so wie immer: „Anmelden mit …“, die Anmeldung der Firma oder die App, an der gerade gebaut wird. Diese Seite wartet darauf.',
  seen: 'Eine Anmeldung wurde gesehen:',
  readTitle: 'Lesen, was gefunden wurde',
  readText:
    'Zuerst steht das Ergebnis, dann jeder Schritt. Grün heißt: Die Anmeldung hat geklappt, und nichts verlangt nach Aufmerksamkeit.',
  readAction: 'Diese Anmeldung zeigen',
  pin: 'Von jetzt an zeigt sie der Knopf in der Symbolleiste. Vielleicht steckt er hinter dem Puzzleteil: dort lässt er sich anheften.',
  examplesTitle: 'Keine Anmeldung zur Hand? Eine von diesen öffnen',
  examplesText: 'Echte Anmeldungen, aufgezeichnet an einem Provider auf einem Rechner. Sie öffnen sich wie jede Datei.',
  examples: {
    works: {
      title: 'Eine Anmeldung, die klappt',
      text: 'Von der App zum Provider und zurück, und aus dem Code werden Tokens. So sieht gesund aus.',
    },
    'cookie-lost': {
      title: 'Das Anmelde-Cookie kommt nicht zurück',
      text: 'Man meldet sich an, und die App hat vergessen, dass sie gefragt hat. Das häufigste Rätsel, und eine Zeile löst es.',
    },
    'address-refused': {
      title: 'Der Provider lehnt die Rückkehradresse ab',
      text: 'Ein Schrägstrich zu viel, und niemand kommt weiter.',
    },
  },
  exampleName: (title) => `Beispiel: ${title}`,
  harTitle: 'Eine HAR-Datei aufzeichnen, die alles zeigt',
  harWays: [
    {
      browser: 'Chrome, Edge',
      way: 'F12, Netzwerk, „Protokoll beibehalten“ ankreuzen, anmelden, dann beim Pfeil nach unten „HAR exportieren (mit vertraulichen Daten)“. Fehlt das, lässt es sich in den Einstellungen der Entwicklertools unter Netzwerk erlauben. Der einfache Export hat keine Cookies, und dann lässt sich ein verlorenes Cookie nicht erkennen.',
    },
    { browser: 'Firefox', way: 'F12, Netzwerkanalyse, im Zahnrad „Logs nicht leeren“, anmelden, dann dort „Alles als HAR speichern“.' },
    { browser: 'Safari', way: 'Entwickler, Webinformationen einblenden, Netzwerk, „Protokoll beibehalten“, anmelden, dann „Exportieren“.' },
  ],
  harFine:
    'So eine Datei enthält Passwörter und Schlüssel. Bevor sie an irgendwen weitergeht: hier öffnen und neu speichern, dann sind sie ersetzt.',
  playgroundTitle: 'Selbst Anmeldungen kaputtmachen',
  playgroundText:
    'Zu den Quellen gehört ein Spielplatz: ein echter Provider und hundert kleine Apps auf dem eigenen Rechner, in jeder ist eine Sache kaputt. In einer Kopie des Repositorys öffnet ein Befehl einen Browser mit allen:',
  moreTitle: 'Und dann',
  files: 'Eine HAR-Datei öffnen, die jemand geschickt hat',
  record: 'Jemand anderen eine Anmeldung aufzeichnen lassen',
  reference: 'Nachlesen, was geprüft wird und warum',
};
