/** German of `lib/checks/session`. */
import type { CheckWords } from '../../check-words.ts';
import { errorReasons } from '../errors.ts';

export const session: CheckWords = {
  'authz-frame-blocked': {
    title: 'Die Seite des Providers lässt sich nicht in einem Frame zeigen',
    messages: {
      blocked: {
        title: 'Die Seite von {host} lässt sich nicht innerhalb einer anderen Seite zeigen',
        plain:
          'Die Anmeldeseite darf nicht innerhalb einer anderen Seite gezeigt werden; deshalb sehen Sie statt ihrer einen leeren Kasten.',
        text: 'Die Anmeldung wurde in einem Frame von {embedder} geöffnet. Die Seite von {host} verbietet das ({rule}), und Browser halten sich daran.',
        fix: 'Die Anmeldung als ganze Seite oder in einem Pop-up öffnen. Provider verbieten Frames, damit niemand etwas über ihre Schaltflächen legt; nur einer, der Einbettung anbietet, kann sie für diese Site erlauben.',
      },
      silent: {
        title: 'Die stille Anfrage endete auf einer Seite, die keinen Frame zulässt',
        plain:
          'Die App hat still nachgefragt, ob Sie angemeldet sind; der Anmeldedienst wollte stattdessen eine Seite zeigen, und das darf er dort nicht.',
        text: 'Eine Anfrage mit `prompt=none` in einem Frame von {embedder} endete auf einer Seite von {host}, die Frames verbietet ({rule}). Ihr Skript kann nicht laufen, deshalb bekommt die App keine Antwort und wartet vergeblich.',
        fix: 'Stille Anfragen nach ein paar Sekunden aufgeben und eine sichtbare Anmeldung starten. Nachsehen, warum der Provider eine Seite zeigt, wo ein Fehler zurückkommen müsste.',
      },
      'worked-around': {
        title: 'Der Frame wurde verweigert, die Anmeldung in einem eigenen Fenster gelang',
        plain: 'Die Anmeldeseite darf nicht innerhalb einer anderen Seite gezeigt werden; die App hat sie danach für sich allein geöffnet.',
        text: 'Die Seite von {host} verbietet Frames ({rule}). Danach folgte eine Anmeldung außerhalb des Frames und wurde beantwortet.',
        fix: 'Auf den Frame verzichten.',
      },
    },
    said: { embedder: { 'another page': 'einer anderen Seite' }, rule: { 'the browser says {code}': 'der Browser meldet {code}' } },
  },
  'clickjacking-unprotected': {
    title: 'Anmelde- oder Zustimmungsseite lässt sich von jedem einbetten',
    messages: {
      unprotected: {
        title: 'Jeder kann die Anmeldeseite von {host} in seiner eigenen zeigen',
        plain:
          'Eine andere Website könnte diese Anmeldeseite unter ihren eigenen Schaltflächen verstecken und Sie dazu bringen, darauf zu klicken.',
        text: 'Die Seite bei {host}, auf der man sich anmeldet oder zustimmt, kam ohne `X-Frame-Options` und ohne `frame-ancestors` in ihrer Content-Security-Policy. Jede Site kann sie in einen unsichtbaren Frame legen und Klicks auf ihre Schaltflächen lenken.',
        fix: "Mit jeder Seite des Authorization Servers `Content-Security-Policy: frame-ancestors 'none'` senden oder eine Liste der Sites, die sie einbetten dürfen. Eine Richtlinie in einem `<meta>`-Element zählt nicht.",
      },
      everybody: {
        title: 'Die Anmeldeseite von {host} erlaubt jeder Site, sie einzubetten',
        plain:
          'Eine andere Website könnte diese Anmeldeseite unter ihren eigenen Schaltflächen verstecken und Sie dazu bringen, darauf zu klicken.',
        text: 'Die Seite bei {host}, auf der man sich anmeldet oder zustimmt, nennt in `frame-ancestors` alle. Jede Site kann sie in einen unsichtbaren Frame legen und Klicks auf ihre Schaltflächen lenken.',
        fix: "Die Sites nennen, die sie einbetten dürfen, oder `'none'`.",
      },
    },
  },
  'coop-severs-popup': {
    title: 'Das Anmeldefenster ist von der Seite abgeschnitten, die es geöffnet hat',
    messages: {
      severed: {
        title: 'Ein Header von {host} hat das Anmeldefenster von der Seite abgeschnitten, die es geöffnet hat',
        plain: 'Das Anmeldefenster war fertig, aber eine Sicherheitseinstellung hat verhindert, dass es der Seite dahinter Bescheid gibt.',
        text: 'Die Anmeldung lief in einem Fenster, das eine Seite der App geöffnet hatte. {where} sendet `Cross-Origin-Opener-Policy: {value}`, und das trennt die beiden: `window.opener` ist null, Nachrichten kommen nicht an, und für die Seite sieht das Fenster geschlossen aus. In dieser Aufzeichnung machte die Seite nach der Antwort nicht weiter; Aufrufe an ihren eigenen Server werden nicht aufgezeichnet.',
        fix: 'Auf den Seiten der App: `Cross-Origin-Opener-Policy: same-origin-allow-popups` dort, wo die Anmeldung geöffnet wird, und auf der Callback-Seite gar keine. Ist es der Header des Providers: die Antwort über BroadcastChannel oder den Server übergeben oder die Anmeldung als ganze Seite öffnen.',
      },
    },
    said: {
      where: {
        'The page that opened it': 'Die Seite, die es geöffnet hat,',
        'The callback page': 'Die Callback-Seite',
        'The provider’s page': 'Die Seite des Providers',
      },
    },
  },
  'silent-auth-failed': {
    title: 'Stille Anmeldung kam ohne Sitzung zurück',
    messages: {
      'no-session': {
        title: 'Beim Provider ist niemand angemeldet',
        plain: 'Die App hat still nachgefragt, ob Sie angemeldet sind; der Anmeldedienst hat verneint. Das ist normal.',
        text: 'Eine stille Anfrage wurde mit `{code}` beantwortet: {reason}. Das ist die erwartete Antwort, wenn es keine Sitzung gibt.',
        fix: 'Eine sichtbare Anmeldung starten, wenn der Benutzer es will.',
      },
      withheld: {
        title: 'Der Provider konnte nicht sehen, ob jemand angemeldet ist',
        plain:
          'Die App hat still nachgefragt, ob Sie angemeldet sind; der Anmeldedienst bekam sein Cookie nicht zu sehen und hat deshalb verneint.',
        text: 'Eine stille Anfrage wurde mit `{code}` beantwortet: {reason}. Das Sitzungscookie des Providers ist nicht in den Frame mitgereist, deshalb sagt diese Antwort nichts über den Benutzer.',
        fix: 'Siehe den Befund zum Cookie. In einer ganzen Seite nachfragen oder mit Refresh-Token erneuern.',
      },
      interaction: {
        title: 'Der Provider will den Benutzer erst etwas fragen',
        plain: 'Die App hat still nachgefragt, ob Sie angemeldet sind; der Anmeldedienst will Sie erst etwas fragen. Das ist normal.',
        text: 'Eine stille Anfrage wurde mit `{code}` beantwortet: {reason}. Auf eine stille Anfrage darf der Provider keine Seite zeigen, deshalb antwortet er so.',
        fix: 'Eine sichtbare Anmeldung starten. Kommt das bei allen Benutzern: nachsehen, welche Zustimmung oder welchen zweiten Schritt der Provider verlangt, und einmal erledigen.',
      },
      'no-answer': {
        title: 'Auf die stille Anfrage kam eine Seite statt einer Antwort',
        plain: 'Die App hat still nachgefragt, ob Sie angemeldet sind, und keine Antwort bekommen, die sie lesen kann.',
        text: 'Eine Anfrage mit `prompt=none` endete auf einer Seite von {host} (HTTP {status}), und innerhalb von {seconds} s kam nichts zur App zurück. Der Provider muss sie mit einer Weiterleitung beantworten, notfalls mit einem Fehler.',
        fix: 'Nachsehen, was diese Seite zeigt: eine Zustimmung, eine Kontoauswahl oder ein Skript, das in einem Frame nicht laufen konnte. Solche Anfragen nach ein paar Sekunden aufgeben und eine sichtbare Anmeldung starten.',
      },
    },
    said: { reason: errorReasons },
  },
};
