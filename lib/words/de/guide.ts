import type { Catalog } from '../catalog.ts';

export const guide: Catalog['guide'] = {
  title: 'Eine Anmeldung für den Support aufzeichnen',
  steps: ['Beginnen', 'Anmelden', 'Senden'],
  step: (now, of) => `Schritt ${now} von ${of}`,

  askedTitle: 'Ein Support-Team bittet um Ihre Hilfe',
  askedText: 'Bitte melden Sie sich einmal an, während Roundtrip mitschreibt. Es beginnt erst, wenn Sie auf den Knopf drücken.',
  askedSite: 'Wo Sie sich anmelden',
  askedGoal: 'Worum es geht',
  decline: 'Nein, danke',
  startTitle: 'Zeigen Sie dem Support, was nicht geht',
  startText: 'Roundtrip schreibt mit, während Sie sich anmelden. Danach sehen Sie, was notiert wurde, und entscheiden, ob Sie es senden.',
  siteLabel: 'Wo melden Sie sich an? (Darf leer bleiben.)',
  siteHint: 'Zum Beispiel shop.example',
  siteWrong: 'Das ist keine Adresse einer Website. Schreiben Sie sie so, wie sie in der Adresszeile steht.',
  linkSummary: 'Ich habe einen Link bekommen',
  linkLabel: 'Link hier einfügen',
  linkWrong: 'Dieser Link bittet um keine Aufzeichnung. Bitte noch einmal ganz kopieren.',
  accessTitle: 'Ihr Browser fragt Sie zuerst',
  accessText:
    'Er fragt, ob Roundtrip die besuchten Seiten und ihre Cookies sehen darf. Das ist nötig, weil eine Anmeldung über mehrere Websites läuft. Am Ende können Sie es mit einem Klick zurücknehmen.',
  promises: [
    'Passwörter, Codes und die Inhalte von Cookies kommen nie in die Datei.',
    'Nichts wird von selbst gesendet. Sie bekommen eine Datei und senden sie selbst.',
    'Die Aufzeichnung endet von selbst, wenn die Anmeldung vorbei ist, spätestens nach zehn Minuten.',
  ],
  start: 'Aufzeichnung beginnen',
  refused: 'Ohne diese Erlaubnis kann nichts aufgezeichnet werden. Drücken Sie noch einmal, wenn Sie es sich anders überlegen.',

  runningTitle: 'Aufzeichnung läuft',
  runningAgain: 'Der zweite Versuch wird aufgezeichnet',
  runningText: 'Melden Sie sich jetzt an wie immer. Wenn es klappt oder schiefgeht, kommen Sie zu diesem Tab zurück.',
  runningPrivate: 'Ein privates Fenster ist offen. Melden Sie sich dort an wie immer und kommen Sie dann zu diesem Tab zurück.',
  openSite: (host) => `Zu ${host} gehen`,
  nothingYet: 'Noch keine Anmeldung gesehen.',
  seen: (from, to) => `Eine Anmeldung wurde gesehen: von ${from} zu ${to}.`,
  left: (minutes) => (minutes <= 1 ? 'Endet spätestens in einer Minute von selbst.' : `Endet spätestens in ${minutes} Minuten von selbst.`),
  stop: 'Ich bin fertig',

  reviewTitle: 'Danke. Das wurde notiert',
  stoppedBy: {
    user: '',
    settled: 'Die Anmeldung ist vorbei, darum endete die Aufzeichnung von selbst.',
    limit: 'Die zehn Minuten waren um, darum endete die Aufzeichnung von selbst.',
  },
  outcome: {
    completed: 'Die Anmeldung hat geklappt.',
    failed: 'Die Anmeldung ist gescheitert.',
    denied: 'Die Anmeldung wurde abgebrochen.',
    abandoned: 'Die Anmeldung wurde nicht beendet.',
    'in-progress': 'Die Anmeldung lief noch, als die Aufzeichnung endete.',
    unknown: 'Wie die Anmeldung ausging, war nicht zu sehen.',
  },
  noLogin:
    'Es wurde keine Anmeldung gesehen. Vielleicht läuft sie auf eine Art, der Roundtrip nicht folgen kann. Sie können es noch einmal versuchen oder senden, was zu sehen war.',
  details: 'Was Roundtrip gefunden hat (für den Support)',
  didLabel: 'Was haben Sie getan?',
  didHint: 'Zum Beispiel: auf „Anmelden“ gedrückt, meine Firma gewählt, Passwort eingegeben.',
  sawLabel: 'Was haben Sie gesehen?',
  sawHint: 'Zum Beispiel: „Etwas ist schiefgegangen“, dann wieder die Anmeldeseite.',
  noSecrets: 'Bitte keine Passwörter hineinschreiben.',

  againTitle: 'Ein zweiter Versuch hilft sehr',
  againText:
    'In einem privaten Fenster beginnt der Browser ohne alte Cookies. Klappt die Anmeldung dort, weiß der Support, wo er suchen muss.',
  again: 'Noch einmal in einem privaten Fenster',
  againSame: 'Noch einmal hier',
  notAllowed:
    'Roundtrip darf noch nicht in private Fenster sehen. Sie können es erlauben, aber dabei startet Roundtrip neu und löscht diese Aufzeichnung: Speichern Sie zuerst die Datei und beginnen Sie dann von vorn.',
  allowChromium: [
    'Klicken Sie mit der rechten Maustaste auf das Roundtrip-Symbol und wählen Sie „Erweiterung verwalten“.',
    'Schalten Sie „Im Inkognitomodus zulassen“ ein.',
  ],
  allowFirefox: [
    'Klicken Sie mit der rechten Maustaste auf das Roundtrip-Symbol und wählen Sie „Erweiterung verwalten“.',
    'Wählen Sie bei „In privaten Fenstern ausführen“ „Erlauben“.',
  ],
  secondDone: 'Ein zweiter Versuch ist Teil der Datei:',
  compared: 'Wie sich die beiden Versuche unterscheiden (für den Support)',
  how: { 'private-window': 'in einem privaten Fenster', 'same-window': 'im selben Browser' },

  after: 'Wenn Sie fertig sind',
  discard: 'Aufzeichnung löschen',
  takeBack: 'Erlaubnis zurücknehmen',
  takenBack: 'Die Erlaubnis wurde zurückgenommen.',
  language: 'Sprache',
  firstTry: 'Erster Versuch',
  secondTry: 'Zweiter Versuch',

  makeLink: {
    title: 'Für Support-Teams: einen Link machen, der um eine Aufzeichnung bittet',
    text: 'Senden Sie ihn jemandem, der Roundtrip hat. Wer ihn öffnet und das Roundtrip-Symbol drückt, sieht Ihre Wünsche; ohne ein Ja beginnt nichts.',
    site: 'Seite, auf der die Anmeldung beginnt',
    goal: 'Was Sie sehen möchten',
    language: 'Sprache',
    ownLanguage: 'Die eigene des Benutzers',
    nothingYet: 'Der Link erscheint hier.',
    wrong: 'Das ist keine Adresse einer Website.',
    theLink: 'den Link',
  },
};
