/** German of `lib/checks/loop`. */
import type { CheckWords } from '../../check-words.ts';

export const loop: CheckWords = {
  'login-loop': {
    title: 'App startet gleich nach jeder Anmeldung wieder eine neue',
    messages: {
      loop: {
        title: '{count} Anmeldungen in {seconds} s: Die App dreht sich im Kreis',
        plain: 'Sie werden immer wieder zur Anmeldung geschickt, weil die App sie sofort wieder vergisst.',
        text: 'Die App hat innerhalb von {seconds} s {count} Anmeldungen gestartet, jede gleich nachdem die vorige beantwortet war.',
        fix: 'Herausfinden, warum die App das Ergebnis nicht behält (siehe die Befunde der einzelnen Anmeldungen), und nach ein paar Versuchen mit einer Fehlerseite aufhören.',
      },
      silent: {
        title: '{count} stille Anfragen in {seconds} s',
        plain: 'Die App fragt immer wieder nach, ob Sie angemeldet sind.',
        text: 'Die App hat innerhalb von {seconds} s {count} Anfragen mit `prompt=none` gesendet. Jede wurde beantwortet; die App nimmt die Antwort zum Anlass, noch einmal zu fragen.',
        fix: '`login_required` als die Antwort nehmen, die es ist: Niemand ist angemeldet. Deswegen weder neu laden noch noch einmal fragen.',
      },
    },
  },
  'redirect-loop': {
    title: 'Weiterleitungen hören nicht auf',
    messages: {
      circle: {
        title: 'Die Weiterleitungen drehen sich im Kreis',
        plain: 'Zwei Seiten schicken den Browser immer wieder zueinander; deshalb hat er aufgegeben.',
        text: 'Nach {count} Weiterleitungen hörte der Browser auf: Dieselbe Adresse auf {host} kam {times}-mal vor, und jeder Besuch führte zu ihr zurück.',
        fix: 'Den Schritt suchen, dessen Cookie gesetzt wird und nicht zurückkommt, oder zwei Regeln (http und https, mit und ohne Schrägstrich), die sich gegenseitig aufheben.',
      },
      unending: {
        title: 'Die Weiterleitungen nehmen kein Ende',
        plain: 'Die Seiten dieser Anmeldung haben den Browser immer weitergeschickt, bis er aufgegeben hat.',
        text: 'Bei {host} folgte der Browser keiner Weiterleitung mehr, nach {count}, die in dieser Aufzeichnung sind.',
        fix: 'Den Schritt suchen, dessen Cookie gesetzt wird und nicht zurückkommt, oder zwei Regeln (http und https, mit und ohne Schrägstrich), die sich gegenseitig aufheben.',
      },
    },
  },
};
