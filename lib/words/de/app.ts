import type { Catalog } from '../catalog.ts';

export const app: Catalog['app'] = {
  states: { starting: 'Startet', 'no-access': 'Kein Zugriff', paused: 'Angehalten', off: 'Aus', watching: 'Sieht zu' },
  recording: 'Zeichnet auf',
  stateAnd: (state, action) => `${state}. ${action}`,
  pauseRecording: 'Aufzeichnen anhalten',
  // What the button shows, „Start“ or „Stopp“, is said first.
  startWatching: 'Start: ab jetzt zusehen',
  stopWatching: 'Stopp: nicht weiter zusehen',
  resumeWatching: 'Weiter zusehen',
  pauseWatching: 'Zusehen anhalten',
  start: 'Start',
  stop: 'Stopp',

  copyReport: 'Kopieren',
  copyReportAbout: 'Markdown für ein Ticket oder einen Chat. Geheimnisse bleiben draußen. Auf Englisch.',
  forgetAll: 'Alles Aufgezeichnete vergessen',
  forgetAsk: 'Alles Aufgezeichnete vergessen?',
  forgetAbout: 'Alles Aufgezeichnete vergessen, in allen Tabs? Das lässt sich nicht rückgängig machen.',
  keep: 'Behalten',
  forget: 'Vergessen',

  more: 'Mehr',
  save: 'Datei zum Weitergeben speichern …',
  record: 'Anmeldung für den Support aufzeichnen …',
  files: 'HAR-Datei oder Aufzeichnung öffnen …',
  compare: 'Zwei Anmeldungen vergleichen …',
  beside: 'Neben der Seite offen halten',
  sites: 'Sichtbare Websites',
  settings: 'Einstellungen …',
  inTab: 'In einem Tab zeigen',
  firstSteps: 'Erste Schritte und Beispiele…',
  addPanel: 'Panel in den Entwicklerwerkzeugen einrichten',

  invited: 'Dieser Link bittet Sie, eine Anmeldung für den Support aufzuzeichnen. Nichts wird aufgezeichnet, bevor Sie zustimmen.',
  seeInvitation: 'Ansehen, worum es geht',
  noAccess: 'Roundtrip hat keinen Zugriff mehr auf Websites, daher wird nichts Neues aufgezeichnet.',
  allowEverywhere: 'Auf allen Websites erlauben',
  paused: 'Angehalten: Es wird nichts Neues aufgezeichnet.',
  resume: 'Fortsetzen',
  off: 'Aus: Es wird nichts Neues aufgezeichnet, bis Sie starten.',
  noCookies: 'Roundtrip darf Cookies nicht ansehen und kann daher nicht immer sagen, warum ein Anmelde-Cookie verloren ging.',
  allowCookies: 'Cookies erlauben',
  hidden: (count) =>
    count === 1 ? 'Eine weitere ist als „keine Anmeldung“ ausgeblendet.' : `${count} weitere sind als „keine Anmeldung“ ausgeblendet.`,
  showAgain: 'Wieder zeigen',
  bodies:
    'Roundtrip liest nicht, was der Provider auf die eigenen Aufrufe der App antwortet: Tokens, Fehler, Einstellungen. Manche Prüfungen brauchen das. Solange dieses Panel offen ist, geht es. Nichts verlässt den Browser.',
  readBodies: 'Antworten lesen',

  crashed: 'Roundtrip konnte diese Seite nicht darstellen',
  crashedAbout:
    'Das ist ein Fehler in Roundtrip, nicht in Ihrer Anmeldung. Das Aufgezeichnete ist noch da; vielleicht hilft es, dieses Fenster zu schließen und wieder zu öffnen.',
  copyForReport: 'Diesen Text für eine Fehlermeldung kopieren:',
  theError: 'Fehlertext',
};
