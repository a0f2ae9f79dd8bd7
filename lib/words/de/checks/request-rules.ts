/** How the request goes out and what it asks for: by which way, under which rules, with whose secrets. */
import type { CheckWords } from '../../check-words.ts';
import { providerFixes, providerSays } from '../providers.ts';

const date = { '{year}-{month}-{day}': '{day}.{month}.{year}' };

const revoke =
  'Dieses Secret jetzt widerrufen. Die App als öffentlichen Client registrieren (PKCE, kein Secret), oder einen Server den Code einlösen lassen.';

export const requestRules: CheckWords = {
  'authz-via-xhr': {
    title: 'Authorization-Endpunkt von einem Skript oder als Teil einer Seite aufgerufen',
    messages: {
      redirected: {
        title: 'Eine Anfrage im Hintergrund wurde zur Anmeldeseite weitergeleitet',
        plain:
          'Die Seite wollte Sie im Hintergrund anmelden, aber Anmeldeseiten funktionieren nur als ganze Seite. Laden Sie die Seite neu, um sich wieder anzumelden.',
        text: 'Die Anfrage eines Skripts an die eigene API der App wurde zum Authorization-Endpunkt einer anderen Website weitergeleitet. Der Browser blockiert das (CORS): Die Anmeldeseite antwortet ohne `Access-Control-Allow-Origin`, und das ist richtig so.',
        fix: 'API-Aufrufe mit 401 beantworten statt mit einer Weiterleitung zur Anmeldung, und die Seite selbst zur Anmelderoute navigieren lassen.',
      },
      script: {
        title: 'Ein Skript hat den Authorization-Endpunkt aufgerufen',
        plain: 'Die Seite wollte Sie im Hintergrund anmelden, aber Anmeldeseiten funktionieren nur als ganze Seite.',
        text: 'Der Authorization Request wurde mit fetch oder XMLHttpRequest gesendet. Der Authorization-Endpunkt ist für Navigationen da: Lesen von einem anderen Origin aus erlaubt er nicht.',
        fix: 'Zur Authorization-URL navigieren (location.assign), statt sie per fetch abzurufen.',
      },
      resource: {
        title: 'Ein Bild, Skript oder Icon hat eine Anmeldung gestartet',
        plain: 'Ein Teil der Seite, der nur geladen werden sollte, hat im Hintergrund eine weitere Anmeldung gestartet.',
        text: 'Eine Ressource der Seite wurde zum Authorization-Endpunkt weitergeleitet. Eine solche Anfrage kann die Anmeldung überschreiben, die gerade läuft.',
        fix: 'Statische Dateien, Icons und Prefetches von der Weiterleitung zur Anmeldung ausnehmen.',
      },
    },
  },
  'client-secret-exposed': {
    title: 'Client-Secret geht durch den Browser',
    messages: {
      url: {
        title: 'Das Client-Secret steht in einer Webadresse',
        plain: 'Das eigene Passwort der App ist in der Adressleiste zu sehen. Jeder kann sich als diese App ausgeben.',
        text: '`{name}` ist Parameter einer URL, die durch den Browser geht. Der Wert steht jetzt in Verläufen, Protokollen und Referer-Headern.',
        fix: 'Dieses Secret jetzt widerrufen. Es aus dem Front-Channel herausnehmen: Eine App im Browser ist ein öffentlicher Client und verwendet PKCE ohne Secret; ein Server sendet es von Server zu Server.',
      },
      page: {
        title: 'Die Seite selbst sendet das Client-Secret',
        plain: 'Das eigene Passwort der App ist Teil der Webseite. Jeder kann sich als diese App ausgeben.',
        text: 'Ein Skript im Browser sendet `{name}` an den Provider. Wer die Seite öffnet, kann den Wert lesen.',
        fix: revoke,
      },
      basic: {
        title: 'Die Seite selbst sendet die Zugangsdaten des Clients',
        plain: 'Das eigene Passwort der App ist Teil der Webseite. Jeder kann sich als diese App ausgeben.',
        text: 'Ein Skript im Browser weist sich mit HTTP Basic als der Client aus. Wer die Seite öffnet, kann das Secret lesen.',
        fix: revoke,
      },
    },
  },
  'login-page-external-hosts': {
    title: 'Ein Teil der Anmeldeseite kam von einem anderen Host nicht an',
    messages: {
      failed: {
        title: 'Die Anmeldeseite von {page} bekam eine Datei von {host} nicht, und dort endete die Anmeldung',
        plain:
          'Die Anmeldeseite braucht eine Datei von einer anderen Adresse und hat sie nicht bekommen. Die Seite kann leer sein, oder ihre Schaltfläche tut nichts.',
        text: 'Die Seite von {page} lädt ein Skript oder ein Stylesheet von {host}, mit diesem Ergebnis: {reason}. Sie ist die letzte Seite dieser Anmeldung; von ihr kam nichts zurück.',
        fix: '{host} von diesem Computer und aus diesem Netz öffnen. Steht ein Filter, ein Blocker, ein Proxy oder die Freigabeliste einer einbettenden App dazwischen, genau diesen Host freigeben; die Domain darüber freizugeben reicht möglicherweise nicht. Der Provider kann die Datei von seinem eigenen Host ausliefern.',
      },
    },
    said: {
      reason: {
        'it answered HTTP {status}': 'Er antwortete mit HTTP {status}',
        'it failed ({reason})': 'Die Anfrage schlug fehl ({reason})',
        'no reason given': 'ohne Angabe von Gründen',
      },
    },
  },
  'metadata-unsupported': {
    title: 'Anfrage verlangt etwas, das der Server laut seinen Metadaten nicht anbietet',
    messages: {
      value: {
        title: 'Der Provider bietet dieses `{name}` nicht an',
        plain: 'Die App verlangt eine Art der Anmeldung, die dieser Anmeldedienst nicht anbietet.',
        text: 'Der Wert von `{name}` steht im Metadaten-Dokument des Providers in dieser Aufzeichnung nicht unter `{member}`.',
        fix: 'Einen Wert aus `{member}` verwenden oder ihn beim Provider einschalten.',
      },
      pushed: {
        title: 'Der Provider nimmt nur vorab übergebene Anfragen an',
        plain: 'Die App fragt den Anmeldedienst auf eine Weise, die er nicht annimmt.',
        text: 'In den Metadaten des Providers steht `require_pushed_authorization_requests`, und die Anfrage wurde mit ihren Parametern in der Adresse gesendet.',
        fix: 'Die Anfrage zuerst vorab übergeben (RFC 9126) und durch den Browser nur `client_id` und `request_uri` senden.',
      },
    },
  },
  'par-request-uri-stale': {
    title: 'Verweis auf eine vorab übergebene Anfrage abgelaufen oder noch einmal verwendet',
    messages: {
      used: {
        title: 'Die vorab übergebene Anfrage wurde ein zweites Mal geöffnet',
        plain:
          'Der vorbereitete Anmeldelink funktioniert nur einmal und wurde noch einmal geöffnet. Starten Sie die Anmeldung in der App neu.',
        text: 'Dieselbe `request_uri` wurde {count}-mal geöffnet, zuletzt im Abstand von {seconds} s. Server lassen sie nur einmal verwenden. Das passiert beim Neuladen, mit der Zurück-Taste, mit einem Lesezeichen oder wenn eine App sie für den nächsten Versuch aufhebt.',
        fix: 'Für jeden Versuch eine neue Anfrage vorab übergeben, und die Schaltfläche, die die Anmeldung startet, zur App führen lassen, nicht zur gespeicherten Adresse.',
      },
      expired: {
        title: 'Die vorab übergebene Anfrage wurde geöffnet, als sie schon abgelaufen war',
        plain: 'Der vorbereitete Anmeldelink wurde zu spät geöffnet. Starten Sie die Anmeldung in der App neu.',
        text: 'Der Provider gab der `request_uri` {lifetime} s Gültigkeit; geöffnet wurde sie {age} s nach dieser Antwort.',
        fix: 'Die Anfrage erst vorab übergeben, wenn die Anmeldung gestartet wird, nicht beim Laden der Seite, und sofort zum Provider gehen.',
      },
      client: {
        title: 'Die Anfrage wurde von einem anderen Client vorab übergeben',
        plain: 'Die App hat diese Anmeldung unter einem anderen Namen vorbereitet als dem, den sie dann verwendet hat.',
        text: 'Die Anfrage wurde mit einer `client_id` vorab übergeben und mit einer anderen geöffnet. Eine `request_uri` gehört dem Client, der sie vorab übergeben hat.',
        fix: 'In beiden Anfragen dieselbe `client_id` verwenden; nach Einstellungen aus zwei Umgebungen suchen.',
      },
    },
  },
  'provider-profile-rule': {
    title: 'Bekannte Anforderung dieses Providers ist nicht erfüllt',
    messages: {
      refused: {
        title: 'Der Provider hat die Anfrage abgelehnt, und eine seiner eigenen Regeln ist nicht erfüllt',
        plain: 'Dieser Anmeldedienst hat eine eigene Regel für Anmeldungen, und die App hält sie nicht ein.',
        text: '{says} Die Anfrage hält sich nicht daran, und der Provider hat sie abgelehnt{how}. Gelesen in „{source}“ am {readOn}.',
        fix: '{fix}',
      },
      unmet: {
        title: 'Die Anfrage hält eine Regel nicht ein, für die dieser Provider bekannt ist',
        plain: 'Von diesem Anmeldedienst ist eine eigene Regel für Anmeldungen bekannt, und die App hält sie nicht ein.',
        text: '{says} Die Anfrage hält sich nicht daran. Gelesen in „{source}“ am {readOn}; das kann sich geändert haben.',
        fix: '{fix}',
      },
    },
    said: {
      says: providerSays,
      fix: providerFixes,
      readOn: date,
      how: { ', naming `{name}`': ' und nennt dabei `{name}`', ' without saying what it means': ', ohne zu sagen, was er meint' },
    },
  },
  'request-object-conflict': {
    title: 'Parameter innerhalb und außerhalb des Request Objects widersprechen sich',
    messages: {
      both: {
        title: '`request` und `request_uri` stehen in einer Anfrage',
        plain: 'Die App hat die versiegelte Anmeldeanfrage zweimal gesendet, auf zwei Wegen. Der Anmeldedienst hat deshalb abgelehnt.',
        text: 'Der Authorization Request hat sowohl `request` als auch `request_uri`. Nur eines davon ist erlaubt, und der Provider hat ihn abgelehnt.',
        fix: 'Das Request Object entweder als Wert oder als Verweis senden.',
      },
      client: {
        title: 'Das Request Object nennt einen anderen Client als die Anfrage',
        plain: 'Die versiegelte Anmeldeanfrage und die sichtbare nennen verschiedene Apps. Der Anmeldedienst hat deshalb abgelehnt.',
        text: 'Die `client_id` im Request Object ist nicht die außerhalb. Beide müssen gleich sein, und der Provider hat die Anfrage abgelehnt.',
        fix: 'In beiden dieselbe `client_id` verwenden; nach Einstellungen aus zwei Umgebungen suchen.',
      },
      expired: {
        title: 'Das Request Object war abgelaufen',
        plain: 'Die versiegelte Anmeldeanfrage war zu alt, als sie geöffnet wurde. Starten Sie die Anmeldung in der App neu.',
        text: 'Das Request Object galt nach der Uhr dieser Aufzeichnung nur bis {age} s vor dem Senden, und der Provider hat die Anfrage abgelehnt.',
        fix: 'Das Request Object erst signieren, wenn die Anmeldung gestartet wird, und die Uhr des Servers prüfen, der signiert.',
      },
      differs: {
        title: '`{name}` hat im Request Object einen anderen Wert als außerhalb',
        plain: 'Die versiegelte Anmeldeanfrage und die sichtbare sagen nicht dasselbe.',
        text: 'Server nehmen das `{name}` aus dem Request Object, und der Provider hat die Anfrage abgelehnt.',
        fix: 'Jeden Parameter in das Request Object schreiben und außerhalb nur wiederholen, was der Provider verlangt, mit denselben Werten.',
      },
      'state-outside': {
        title: '`state` steht nur außerhalb des Request Objects',
        plain:
          'Die App hat die Nummer dieser Anmeldung an einer Stelle notiert, an der der Anmeldedienst nicht nachsieht. Die Antwort konnte sie deshalb nicht zuordnen.',
        text: '`state` steht nur außerhalb des Request Objects, wo Server, die sich an RFC 9101 halten, ihn nicht beachten. Die Antwort kam ohne ihn zurück, und danach ist die App gescheitert.',
        fix: '`state` in das Request Object schreiben.',
      },
    },
  },
  'retired-feature': {
    title: 'Eine abgeschaffte Art der Anmeldung wird verwendet',
    messages: {
      password: {
        title: 'Die App nimmt das Passwort selbst entgegen (Password Grant)',
        plain:
          'Die App fragt nach Ihrem Passwort und gibt es weiter. Ein Passwort gehört auf die Anmeldeseite des Dienstes, für den es bestimmt ist.',
        text: 'Die Token-Anfrage hat `grant_type=password`: Das Passwort des Benutzers geht durch die Hände des Clients. Das umgeht zweite Faktoren und Single Sign-on und ist inzwischen verboten.',
        fix: 'Den Authorization Code Flow mit PKCE verwenden: Das Passwort wird dann nur auf der Seite des Providers eingegeben.',
      },
      'by-provider': {
        title: 'Der Provider hat abgeschafft, was diese Anmeldung verwendet',
        plain: 'Die App meldet sich auf eine Weise an, die dieser Anmeldedienst nicht mehr anbietet.',
        text: '{says} Das gilt seit dem {since}; gelesen in „{source}“ am {readOn}.',
        fix: '{fix}',
      },
      'copied-code': {
        title: 'Der Code wird angezeigt, um von Hand kopiert zu werden',
        plain: 'Nach der Anmeldung muss ein Code von Hand kopiert werden. Nach einem solchen Code können auch Betrüger fragen.',
        text: 'Die `redirect_uri` steht für eine Seite, die den Code anzeigt (`urn:ietf:wg:oauth:2.0:oob`). Das war nie Teil eines Standards; große Provider haben es aufgegeben, weil sich Menschen überreden lassen, so einen Code herauszugeben.',
        fix: 'Ein Programm auf demselben Computer lauscht auf einer Loopback-Adresse (`http://127.0.0.1` mit beliebigem Port); eines ohne Browser verwendet den Device Flow.',
      },
    },
    said: { says: providerSays, fix: providerFixes, since: date, readOn: date },
  },
};
