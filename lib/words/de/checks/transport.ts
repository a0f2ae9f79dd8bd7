/** German of `lib/checks/transport`. */
import type { CheckWords } from '../../check-words.ts';
import type { Said } from '../../said.ts';
import { networkFailure } from './transport-network.ts';

/** The sources of a Content-Security-Policy. */
const allowed: Said = { nowhere: 'keine', itself: 'sie selbst', '{a}, {b}': '{a}, {b}' };

const span: Said = { '{n} minute': '{n} Minute', '{n} minutes': '{n} Minuten', '{n} hours': '{n} Stunden' };

export const transport: CheckWords = {
  'cleartext-hop': {
    title: 'Ein Teil der Anmeldung lief über unverschlüsseltes http',
    messages: {
      exposed: {
        title: 'Über unverschlüsseltes http bei {host} gesendet: {what}',
        plain: 'Ein Teil der Anmeldung wurde unverschlüsselt gesendet: Jeder im selben Netz konnte mitlesen.',
        text: 'Ein Schritt dieser Anmeldung bei {host} lief über http, und das ging dabei mit: {what}.',
        fix: 'Bei jedem Schritt https verwenden: für die redirect_uri, für Links zur Anmeldung und für das, wohin die App weiterleitet. HSTS ergänzen. Hinter einem TLS-Proxy die App so einrichten, dass sie dessen Forwarded-Headern vertraut.',
      },
      asked: {
        title: 'Die Anmeldung verlangt ihre Antwort über unverschlüsseltes http bei {host}',
        plain:
          'Die App hat vom Anmeldedienst verlangt, Sie unverschlüsselt zu ihr zurückzuschicken; dabei können andere im selben Netz mitlesen.',
        text: 'Die `redirect_uri` ist eine http-Adresse bei {host}: Der Code oder Token, der dort zurückkommt, reist unverschlüsselt. In dieser Aufzeichnung ging keine Antwort diesen Weg.',
        fix: 'Eine https-Adresse verwenden und nur diese registrieren. Unverschlüsseltes http ist für native Apps auf einer Loopback-Adresse (`http://127.0.0.1`).',
      },
      plain: {
        title: 'Ein Schritt dieser Anmeldung lief über unverschlüsseltes http bei {host}',
        plain: 'Ein Teil der Anmeldung wurde unverschlüsselt gesendet.',
        text: 'Ein Schritt dieser Anmeldung bei {host} lief über http. Es ging kein Code, Token oder Anmelde-Cookie mit.',
        fix: 'Direkt auf https verlinken und HSTS ergänzen.',
      },
      upgraded: {
        title: 'Der Browser hat eine http-Adresse hochgestuft',
        plain: 'Der Browser hat von selbst aus einer unverschlüsselten Adresse eine verschlüsselte gemacht.',
        text: 'Ein Schritt begann als http bei {host}; der Browser hat ihn hochgestuft, bevor etwas gesendet wurde.',
        fix: 'Direkt auf https verlinken: Andere Browser stufen vielleicht nicht hoch.',
      },
    },
    said: { what: { 'a login cookie': 'ein Anmelde-Cookie' } },
  },
  'clock-skew': {
    title: 'Uhren gehen verschieden',
    messages: {
      servers: {
        title: 'Die Uhren von {app} und {provider} gehen {span} auseinander',
        plain:
          'Die Website und ihr Anmeldedienst sind sich nicht einig, wie spät es ist; deshalb sehen Nachweise einer Anmeldung abgelaufen oder noch nicht gültig aus.',
        text: 'Laut dem Header `Date` von {count} Antworten geht die Uhr von {app} gegenüber der von {provider} {span} {way}. ID-Token, Codes und Cookies einer Anmeldung gelten nur Minuten: Für die App sehen sie {looks} aus. Nach der Uhr dieser Aufzeichnung ist es {suspect}, dessen Uhr falsch geht.',
        fix: 'Die Uhr von {suspect} per NTP stellen und die Zeitzone prüfen: Eine Uhr, die um ganze Stunden falsch geht, zeigt meist Ortszeit als UTC. Eine Toleranz von ein bis fünf Minuten in der App ist üblich und hilft gegen mehr nicht.',
      },
      computer: {
        title: 'Die Uhr dieses Computers geht {span} {way}',
        plain:
          'Die Uhr dieses Computers geht um {span} falsch. Nachweise einer Anmeldung sehen für ihn abgelaufen oder noch nicht gültig aus.',
        text: 'Laut dem Header `Date` von {count} Antworten von {hosts}, die sich einig sind, geht die Uhr des Computers, der diese Aufzeichnung gemacht hat, {span} {way}. Seiten, die Token selbst prüfen, halten frische für {looks}, und Cookies mit einem Datum als Ende leben zu kurz oder zu lang.',
        fix: 'Den Computer seine Uhr selbst stellen lassen und die Zeitzone prüfen.',
      },
    },
    said: {
      span,
      way: { 'ahead of': 'vor', ahead: 'vor', behind: 'nach' },
      looks: { expired: 'abgelaufen', 'not valid yet': 'noch nicht gültig' },
      hosts: { '{a} and {b}': '{a} und {b}' },
    },
  },
  'credentials-307': {
    title: 'Provider reicht das Anmeldeformular an die App weiter',
    messages: {
      password: {
        title: 'Das Passwort ging mit einer Weiterleitung {status} an {target} weiter',
        plain:
          'Der Anmeldedienst hat den Browser dazu gebracht, Ihr Passwort auch an die App zu senden. Ändern Sie es, sobald das behoben ist.',
        text: 'Das Anmeldeformular wurde an {page} gesendet und mit einer Weiterleitung {status} zu {target} beantwortet. Bei {status} wiederholt der Browser den POST samt Body; so wurde dem Server der App das Passwort gesendet, das allein für den Provider bestimmt war.',
        fix: 'Ein gesendetes Formular mit 303 beantworten, das daraus ein GET macht; nie mit 307 oder 308. Passwörter, die diesen Weg gingen, als jeder App bekannt behandeln: Sie stehen in deren Logs.',
      },
      form: {
        title: 'Ein Formular des Providers ging mit einer Weiterleitung {status} an {target} weiter',
        plain: 'Der Anmeldedienst hat den Browser dazu gebracht, der App zu senden, was auf seiner eigenen Seite eingegeben wurde.',
        text: 'Ein Formular wurde an {page} gesendet und mit einer Weiterleitung {status} zu {target} beantwortet. Bei {status} wiederholt der Browser den POST samt Body. Dieses Formular enthielt kein Passwort; ein Anmeldeformular, das ebenso beantwortet wird, gibt das Passwort an die App.',
        fix: 'Gesendete Formulare mit 303 beantworten, das daraus ein GET macht; nie mit 307 oder 308.',
      },
    },
  },
  'csp-form-action-blocks': {
    title: 'Content-Security-Policy hält die Weiterleitung nach dem Anmeldeformular auf',
    messages: {
      redirect: {
        title: 'Die eigene Sicherheitsregel des Providers versperrt den Weg zurück zur App',
        plain:
          'Eine Sicherheitsregel der Anmeldeseite selbst versperrt den Weg zurück zur App: Der Klick auf die Schaltfläche bewirkt scheinbar nichts. In Firefox würde es klappen.',
        text: 'Die Anmeldeseite von {page} erlaubt für Formulare nur diese Ziele: {allowed} (CSP `form-action`). Ihr Formular wurde mit einer Weiterleitung zu {target} beantwortet; Chrome und Safari wenden die Regel auch auf Weiterleitungen an und haben dort angehalten.',
        fix: 'Auf dieser Seite den Origin der Rücksprungadresse des Clients in `form-action` aufnehmen, sobald die redirect_uri geprüft ist; oder das Formular mit einer Seite beantworten, die per Skript oder Meta-Refresh weiterführt.',
      },
      form: {
        title: 'Die eigene Sicherheitsregel des Providers versperrt das Formular mit der Antwort',
        plain: 'Eine Sicherheitsregel der Seite des Anmeldedienstes versperrt das Formular, das Sie zur App zurückbringen soll.',
        text: 'Die Seite, die die Antwort an {target} senden soll, erlaubt für Formulare nur diese Ziele: {allowed} (CSP `form-action`), und eine Anfrage an den Callback folgte nicht.',
        fix: 'Auf der Seite, die die Antwort sendet, den Origin der Rücksprungadresse des Clients in `form-action` aufnehmen.',
      },
      elsewhere: {
        title: 'Das klappt nur in Firefox',
        plain: 'Eine Sicherheitsregel der Anmeldeseite würde in Chrome und Safari den Weg zurück zur App versperren.',
        text: 'Die Anmeldeseite von {page} erlaubt für Formulare nur diese Ziele: {allowed} (CSP `form-action`), und ihr Formular wurde mit einer Weiterleitung zu {target} beantwortet. Firefox wendet die Regel nicht auf Weiterleitungen an; Chrome und Safari tun es.',
        fix: 'Auf dieser Seite den Origin der Rücksprungadresse des Clients in `form-action` aufnehmen.',
      },
    },
    said: { allowed },
  },
  'extension-interference': {
    title: 'Eine andere Erweiterung oder eine Richtlinie hat die Anmeldung blockiert oder verändert',
    messages: {
      blocked: {
        title: 'Der Browser selbst hat eine Anfrage dieser Anmeldung blockiert',
        plain:
          'Ein Browser-Add-on oder eine Firmenrichtlinie hat die Anmeldung unterbrochen. Versuchen Sie es in einem Fenster ohne Add-ons noch einmal.',
        text: 'Die Anfrage an {host} wurde im Browser angehalten ({reason}), bevor sie gesendet wurde. Das tut ein Werbeblocker, eine andere Erweiterung oder eine Richtlinie.',
        fix: '{host} im Blocker erlauben oder es in einem Profil ohne Erweiterungen versuchen. Blockiert eine Firmenrichtlinie, den Administrator fragen.',
      },
      'page-rule': {
        title: 'Eine Sicherheitsregel der Seite hat eine Anfrage dieser Anmeldung blockiert',
        plain: 'Eine Sicherheitsregel der Website hat einen Teil ihrer eigenen Anmeldung blockiert.',
        text: 'Die Anfrage an {host} wurde im Browser angehalten (ERR_BLOCKED_BY_CSP), bevor sie gesendet wurde: Die Content-Security-Policy der Seite, von der sie kam, erlaubt diese Adresse nicht.',
        fix: '{host} in die Richtlinie der Seite aufnehmen: `connect-src` für Aufrufe, `frame-src` für Frames, `form-action` für Formulare.',
      },
      parameters: {
        title: 'Eine andere Erweiterung hat die Parameter dieser Anmeldung verändert',
        plain: 'Ein Browser-Add-on hat die Anmeldung unterwegs verändert. Versuchen Sie es in einem Fenster ohne Add-ons noch einmal.',
        text: 'Bevor die Anfrage an {host} gesendet wurde, hat etwas im Browser {names} entfernt oder verändert. Kein Server war das; Erweiterungen, die Adressen säubern, tun es.',
        fix: 'Solche Erweiterungen für {host} ausschalten oder es in einem Profil ohne Erweiterungen versuchen.',
      },
      redirected: {
        title: 'Eine andere Erweiterung hat eine Anfrage dieser Anmeldung verändert',
        plain: 'Ein Browser-Add-on hat die Anmeldung unterwegs verändert.',
        text: 'Die Anfrage an {host} wurde im Browser umgeleitet, nicht von einem Server.',
        fix: 'Es in einem Profil ohne Erweiterungen noch einmal versuchen und vergleichen.',
      },
    },
    said: { reason: { blocked: 'blockiert' } },
  },
  ...networkFailure,
};
