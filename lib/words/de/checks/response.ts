import type { CheckWords } from '../../check-words.ts';
import type { Said } from '../../said.ts';
import { errorFixes, errorReasons } from '../errors.ts';

const advice: Said = {
  '`access_type=offline`, and after the first consent with `prompt=consent` as well':
    '`access_type=offline` und nach der ersten Zustimmung zusätzlich mit `prompt=consent`',
  'the scope `offline.access`': 'dem Scope `offline.access`',
  ...errorFixes,
};

const why: Said = {
  'The request is large; see the size findings.': 'Die Anfrage ist groß; siehe die Befunde zur Größe.',
  'There is nothing at this address: the authorization endpoint in the app’s settings is wrong.':
    'Unter dieser Adresse gibt es nichts: Der Authorization-Endpunkt in den Einstellungen der App ist falsch.',
  'It does that when it does not accept a parameter it must not answer by redirect, or when a rule blocks the request.':
    'Das tut er, wenn er einen Parameter nicht annimmt, auf den er nicht mit einer Weiterleitung antworten darf, oder wenn eine Regel die Anfrage blockiert.',
  '{why} The request is large ({n} bytes of address and headers): if it works in a private window, its size or a stale cookie is the reason.':
    '{why} Die Anfrage ist groß ({n} Byte Adresse und Header): Klappt es in einem privaten Fenster, ist ihre Größe oder ein veraltetes Cookie der Grund.',
};

const place: Said = {
  'the query': 'in der Query',
  'the fragment (behind the `#`)': 'im Fragment (hinter dem `#`)',
  'a posted form': 'in einem per POST gesendeten Formular',
};

const consequence: Said = {
  'Browsers do not send the part behind the `#` to the server, so a callback that runs on a server never sees it.':
    'Browser senden den Teil hinter dem `#` nicht an den Server; ein Callback, der auf einem Server läuft, sieht ihn also nie.',
  'A page that reads the part behind the `#` finds nothing there.': 'Eine Seite, die den Teil hinter dem `#` liest, findet dort nichts.',
  'A callback that only answers GET does not find it.': 'Ein Callback, der nur auf GET antwortet, findet sie nicht.',
  'A callback that reads a posted form finds none.': 'Ein Callback, der ein per POST gesendetes Formular liest, findet keines.',
};

export const response: CheckWords = {
  'authz-error-response': {
    title: 'Provider hat mit einem Fehler geantwortet',
    messages: {
      refused: {
        title: 'Der Provider hat abgelehnt: {reason}',
        plain: 'Der Anmeldedienst hat diese Anmeldung abgelehnt: {reason}.',
        text: 'Der Provider hat mit dem Fehler `{code}`{detail} geantwortet: {reason}.',
        fix: '{advice}',
      },
      handled: {
        title: 'Die App hat es noch einmal versucht, nachdem der Provider abgelehnt hatte: {reason}',
        plain: 'Der erste Versuch hat nicht geklappt; die App hat von selbst einen weiteren gestartet, und der ging gut.',
        text: 'Der Provider hat mit dem Fehler `{code}`{detail} geantwortet: {reason}. Die App nahm das zum Anlass, eine weitere Anmeldung zu starten, {flow}, und die wurde beantwortet.',
        fix: '{advice}',
      },
    },
    said: { reason: errorReasons, advice },
  },
  'authz-http-error': {
    title: 'Anmeldeadresse des Providers hat mit einem HTTP-Fehler geantwortet',
    messages: {
      client: {
        title: 'Der Provider kennt diese App nicht (HTTP {status})',
        plain: 'Der Anmeldedienst kennt diese App nicht oder nimmt sie nicht an.',
        text: 'Der Provider hat die Anmeldung mit HTTP {status} auf seiner eigenen Seite angehalten und nennt als Grund den Client{code}.',
        fix: '`client_id`, Mandant und Umgebung mit der Verwaltungsoberfläche des Providers vergleichen und prüfen, ob der Client für diese Art der Anmeldung freigeschaltet ist.',
      },
      said: {
        title: 'Der Provider hat die Anmeldung angehalten (HTTP {status})',
        plain: 'Der Anmeldedienst hat die Anmeldung auf seiner eigenen Seite angehalten: {reason}.',
        text: 'Der Provider hat mit HTTP {status} und dem Fehler{code} geantwortet: {reason}.',
        fix: '{advice}',
      },
      refused: {
        title: 'Der Provider hat es abgelehnt, seine Anmeldeseite zu öffnen (HTTP {status})',
        plain: 'Die Anmeldeseite des Anmeldedienstes ließ sich nicht öffnen (Fehler {status}).',
        text: 'Der Provider hat mit HTTP {status} geantwortet und nicht weitergemacht. {why}',
        fix: 'Die Seite des Providers lesen; client_id, redirect_uri und Scopes mit dem vergleichen, was registriert ist. Bei 403 nach Regeln zu Netz, Land oder Gerät suchen.',
      },
      broken: {
        title: 'Fehler auf dem Server des Providers (HTTP {status})',
        plain: 'Der Server des Anmeldedienstes hat ein Problem (Fehler {status}). Versuchen Sie es später noch einmal.',
        text: 'Der Provider hat mit HTTP {status} geantwortet. Die Anfrage der App hat ihren Teil getan.',
        fix: 'Auf der Statusseite des Providers nachsehen. Bleibt der Fehler, dem Provider die Uhrzeit und die Korrelations-ID aus den Headern der Antwort schicken.',
      },
      submitted: {
        title: 'Der Provider hat die laufende Anmeldung verloren (HTTP {status})',
        plain: 'Die Anmeldeseite war zu lange offen, oder ihre Cookies gingen verloren. Starten Sie die Anmeldung neu.',
        text: 'Die Anmeldeseite ging auf, und auf das, was von ihr abgeschickt wurde, kam HTTP {status} mit einer Seite, die von Cookies oder von einer beendeten Anmeldung spricht.',
        fix: 'Die Anmeldung neu starten, in einem einzigen Tab. Passiert es vielen: nachsehen, ob die Cookies des Providers zu ihm zurückkommen (blockierte Cookies, ein anderer Hostname, ein Frame) und wie lange seine Anmeldeseite gilt.',
      },
      busy: {
        title: 'Der Provider lehnt Anfragen gerade ab (HTTP 429)',
        plain:
          'Der Anmeldedienst bekommt zu viele Anfragen von Ihnen oder von dieser App. Warten Sie kurz, und versuchen Sie es noch einmal.',
        text: 'Der Provider hat mit HTTP 429 geantwortet{retry}.',
        fix: 'Warten und herausfinden, was so viele Anmeldungen startet.',
      },
    },
    said: {
      reason: errorReasons,
      advice: errorFixes,
      why,
      retry: { ', retry after {seconds} s': ' und verlangt, bis zum nächsten Versuch {seconds} s zu warten' },
    },
  },
  'callback-no-result': {
    title: 'Callback ohne Code, Token oder Fehler erreicht',
    messages: {
      empty: {
        title: 'Die App wurde ohne Antwort zurückgerufen',
        plain: 'Sie wurden zur App zurückgeschickt, aber ohne die Antwort auf die Anmeldung.',
        text: 'Der Browser kam vom Provider zur redirect_uri, und die Adresse trägt weder `code` noch Token noch `error`.',
        fix: 'Die letzte Weiterleitung des Providers ansehen: Ein Proxy oder eine Firewall zwischen ihm und der App entfernt vielleicht die Query oder schneidet die Adresse am `#` ab. Übergibt der Provider seine Antwort auf anderem Weg (web_message), muss die App dort darauf warten.',
      },
      'posted-empty': {
        title: 'Der Provider hat eine leere Antwort per POST gesendet',
        plain: 'Sie wurden zur App zurückgeschickt, aber das Formular mit der Antwort auf die Anmeldung war leer.',
        text: 'Der Callback wurde per POST aufgerufen, und der Body trägt weder `code` noch Token noch `error`.',
        fix: 'Prüfen, was zwischen Provider und App steht: eine Weiterleitung oder ein Proxy, der den Body einer POST-Anfrage fallen lässt.',
      },
      'left-by-link': {
        title: 'Die Seite des Providers führte ohne Antwort zur App zurück',
        plain: 'Sie sind zur App zurückgegangen, ohne die Anmeldung abzuschließen.',
        text: 'Eine Seite des Providers führte zur redirect_uri, ohne `code`, Token oder `error`, so wie es ein Link „Zurück zur App“ tut.',
        fix: 'Kommen Benutzer hierher, wenn sie auf „Abbrechen“ drücken, den Provider bitten, stattdessen mit `error=access_denied` zu antworten.',
      },
    },
  },
  'flow-stalled-at-idp': {
    title: 'Anmeldung kam nie vom Provider zurück',
    messages: {
      left: {
        title: 'Die Anmeldung blieb auf einer Seite von {host} liegen',
        plain: 'Die Anmeldeseite wurde geöffnet, und die Anmeldung kam nie von dort zurück.',
        text: 'Das Letzte, was von dieser Anmeldung zu sehen war, ist eine Seite von {host} (HTTP {status}){sent}. {minutes} Minuten lang kam bei der App nichts an.',
        fix: 'Hat der Benutzer nicht einfach aufgehört: diese Seite ansehen. Sie wartet vielleicht auf einen zweiten Faktor, auf Nutzungsbedingungen oder eine Zustimmung, ihre Schaltfläche tut vielleicht nichts (blockierte Skripte, eine Content-Security-Policy), oder das Passwort war falsch.',
      },
      elsewhere: {
        title: 'Die Anmeldung wurde auf einer Seite von {host} verlassen, für eine andere Seite',
        plain: 'Die Anmeldeseite wurde geöffnet und dann für eine andere Seite verlassen.',
        text: 'Das Letzte, was von dieser Anmeldung zu sehen war, ist eine Seite von {host} (HTTP {status}){sent}. Danach ging derselbe Tab woandershin.',
        fix: 'Nichts, wenn der Benutzer es sich anders überlegt hat. Sonst diese Seite ansehen: Sie wartet vielleicht auf etwas, oder ihre Schaltfläche tut nichts.',
      },
      popup: {
        title: 'Das Anmeldefenster wurde auf einer Seite von {host} geschlossen',
        plain: 'Das Anmeldefenster wurde geschlossen, bevor die Anmeldung fertig war.',
        text: 'Eine Seite der App hat die Anmeldung in einem eigenen Fenster geöffnet. Dieses Fenster wurde auf einer Seite von {host} geschlossen{sent}, {seconds} s nach dem Abruf der Seite und bevor eine Antwort kam. Die App muss das selbst bemerken: Niemand sagt es ihr.',
        fix: 'Nichts, wenn der Benutzer es sich anders überlegt hat. Die App nachsehen lassen, ob das Fenster noch da ist, und die Anmeldung erneut anbieten; für alle, deren Browser oder Gerät Fenster nicht auseinanderhält, im selben Fenster.',
      },
      tab: {
        title: 'Der Tab wurde auf einer Seite von {host} geschlossen',
        plain: 'Die Anmeldeseite wurde geschlossen, bevor die Anmeldung fertig war.',
        text: 'Der Tab wurde auf einer Seite von {host} geschlossen{sent}, {seconds} s nach dem Abruf der Seite und bevor eine Antwort kam.',
        fix: 'Nichts, wenn der Benutzer es sich anders überlegt hat. Sonst diese Seite ansehen: Sie wartet vielleicht auf etwas, oder ihre Schaltfläche tut nichts.',
      },
    },
    said: {
      sent: {
        ', after its form was sent once': ', nachdem ihr Formular einmal abgeschickt wurde',
        ', after its form was sent {n} times': ', nachdem ihr Formular {n}-mal abgeschickt wurde',
      },
    },
  },
  'response-mode-mismatch': {
    title: 'Antwort kam an der falschen Stelle oder mit der falschen Methode',
    messages: {
      misplaced: {
        title: 'Die Antwort kam {found}, die App wartet auf sie {expected}',
        plain: 'Der Anmeldedienst hat die Antwort durch eine andere Tür geliefert als die, an der die App wartet.',
        text: 'Die Anfrage verlangt die Antwort {expected}{asked}; gekommen ist sie {found}. {consequence}',
        fix: 'In der Anfrage `response_mode` auf das setzen, was der Callback liest, prüfen, ob der Provider es unterstützt, und die App unter dem richtigen Typ registrieren (Single-Page-App oder Webserver).',
      },
      'misplaced-harmless': {
        title: 'Die Antwort kam {found} statt {expected}; die App hat sie angenommen',
        plain: 'Der Anmeldedienst hat die Antwort durch eine andere Tür geliefert; diese App hat sie gefunden.',
        text: 'Die Anfrage verlangt die Antwort {expected}{asked}; gekommen ist sie {found}. Die App hat trotzdem weitergemacht.',
        fix: '`response_mode` auf das setzen, was der Provider wirklich verwendet.',
      },
      unasked: {
        title: 'Die Antwort enthält einen Access-Token, den niemand verlangt hat',
        plain: 'Der Anmeldedienst hat einen Schlüssel zum Konto über die Adressleiste geschickt, obwohl die App ihn nicht verlangt hat.',
        text: 'Der response_type ist `{types}`, die Antwort trägt trotzdem einen `access_token`.',
        fix: 'Die Einstellungen des Clients beim Provider prüfen, und was unterwegs den response_type umschreibt.',
      },
      incomplete: {
        title: 'In der Antwort fehlt {missing}',
        plain: 'Der Anmeldedienst hat nur einen Teil der Antwort geschickt, die die App verlangt hat.',
        text: 'Der response_type `{types}` verspricht {missing}; die Antwort enthält es nicht.',
        fix: 'Prüfen, welche Response Types der Client beim Provider verwenden darf.',
      },
    },
    said: {
      expected: place,
      found: place,
      asked: { ', the default for its response_type': ', wie es für ihren response_type voreingestellt ist' },
      consequence,
    },
  },
  'user-cancelled': {
    title: 'Ein Mensch oder eine Regel hat Nein gesagt',
    messages: {
      cancelled: {
        title: 'Die Anmeldung wurde abgebrochen',
        plain: 'Die Anmeldung wurde abgebrochen, bevor sie fertig war.',
        text: 'Die Antwort trägt `{code}`{detail}: {reason}. Das ist eine Entscheidung, kein Fehler.',
        fix: 'Freundlich einen neuen Versuch anbieten. Brechen Benutzer oft ab, weniger Berechtigungen verlangen.',
      },
      unattended: {
        title: 'Der Provider hat Nein gesagt, bevor jemand gefragt wurde',
        plain: 'Der Anmeldedienst hat diese Anmeldung nicht zugelassen und vorher nichts gefragt. Seine Administration kann sagen, warum.',
        text: 'Die Antwort trägt `{code}`{detail}, und der Provider hat sie sofort geschickt: Zwischen Anfrage und Antwort kam keine Seite, also hat in dieser Aufzeichnung niemand eine Schaltfläche gedrückt. Höchstwahrscheinlich lehnt eine Regel dieses Konto oder diese App ab, oder eine frühere Ablehnung wurde gemerkt.',
        fix: 'Im Anmeldeprotokoll des Providers zur Zeit dieser Anfrage nachsehen: Zuweisung zur App, Gruppen, bedingter Zugriff, ein Hook oder eine Action, die ablehnt.',
      },
    },
    said: { reason: errorReasons },
  },
};
