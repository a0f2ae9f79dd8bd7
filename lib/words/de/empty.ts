import type { Catalog } from '../catalog.ts';

export const empty: Catalog['empty'] = {
  paused: 'Angehalten',
  pausedAbout:
    'Solange Roundtrip angehalten ist, wird nichts aufgezeichnet. Setzen Sie es fort und beginnen Sie die Anmeldung dann noch einmal über die Anmelde-Schaltfläche der App.',
  resume: 'Weiter zusehen',
  off: 'Aus, bis Sie starten',
  offAbout:
    'Sie haben gewählt, dass Roundtrip nur auf Ihren Wunsch zusieht. Drücken Sie auf „Zusehen starten“ und beginnen Sie dann die Anmeldung über die Anmelde-Schaltfläche der App.',
  start: 'Zusehen starten',
  offNote: 'Es endet, wenn Sie oben auf „Sieht zu“ drücken oder der Browser geschlossen wird.',
  hidden: 'Als „keine Anmeldung“ ausgeblendet',
  hiddenAbout:
    'Was in diesem Tab zu sehen war, geht an eine Adresse, die Sie als „keine Anmeldung“ markiert haben. Es wird weiter aufgezeichnet, nur nicht gezeigt.',
  showAgain: 'Wieder zeigen',
  pausedAsWell: 'Außerdem ist das Zusehen angehalten.',

  noAccess: 'Roundtrip bei Anmeldungen zusehen lassen',
  noAccessAbout:
    'Eine Anmeldung schickt Ihren Browser von der App zu einem Anmeldedienst und zurück, über Websites, die niemand vorher aufzählen kann, und sie scheitert oft an einem verlorenen Cookie. Deshalb bittet Roundtrip darum, die Anfragen aller Websites und ihre Cookies zu sehen.',
  allowEverywhere: 'Auf allen Websites erlauben',
  someSites: 'Nur auf Websites, die ich nenne',
  someSitesAbout:
    'Nennen Sie die App und ihren Anmeldedienst. Zu einer Website gehört alles darunter. Führt eine Anmeldung anderswohin, sagt Roundtrip das.',
  onlyHere: (host) => `Nur ${host}`,
  sites: 'Websites',
  allowThese: 'Diese erlauben',
  promises: [
    'Nichts verlässt Ihren Browser. Roundtrip stellt selbst nie eine Netzwerkanfrage.',
    'Es sieht nur zu. Keine Seite und keine Anfrage wird verändert.',
    'Was es sieht, bleibt im Arbeitsspeicher und ist weg, sobald der Browser schließt.',
  ],
  asksOnceMore: 'Ihr Browser fragt Sie noch einmal. Sie können den Zugriff hier jederzeit zurücknehmen.',

  noLogin: 'Noch keine Anmeldung gesehen',
  noLoginHere: 'In diesem Tab noch keine Anmeldung gesehen',
  noLoginAbout:
    'Beginnen Sie die Anmeldung jetzt oder noch einmal: Drücken Sie auf die Anmelde-Schaltfläche der App, und öffnen Sie danach dieses Fenster wieder. Inzwischen geht nichts verloren.',
  elsewhere: (count) =>
    `${count === 1 ? 'In einem anderen Tab wurde eine Anmeldung gesehen.' : `In anderen Tabs wurden ${count} Anmeldungen gesehen.`} Öffnen Sie Roundtrip dort.`,
  whatCounts: 'Was als Anmeldung zählt',
  counts:
    'Die App schickt Sie auf eine eigene oder fremde Anmeldeseite („Anmelden mit\u00a0…“, Firmenanmeldung) und bekommt Sie zurück. Die Standards dahinter sind OAuth 2.0 und OpenID Connect.',
  countsNot: 'Name und Passwort, die die Seite der App selbst prüft, oder eine Anmeldung über SAML: Dafür wird nichts gezeigt.',
  noCookies: 'Roundtrip darf Cookies nicht ansehen und kann daher nicht immer sagen, warum ein Anmelde-Cookie verloren ging.',
  allow: 'Erlauben',
  firstSteps: 'Erste Schritte und Beispiele',
  private:
    'Das ist ein privates Fenster. Was hier zu sehen ist, wird nie mit anderen Fenstern vermischt und ist weg, sobald der Browser schließt.',
};
