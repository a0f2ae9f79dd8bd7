/** German of `lib/checks/logout`. */
import type { CheckWords } from '../../check-words.ts';
import { logoutReturnBroken } from './logout-return.ts';

export const logout: CheckWords = {
  ...logoutReturnBroken,
  'frontchannel-logout-broken': {
    title: 'App wurde durch den Frame des Providers nicht abgemeldet',
    messages: {
      framed: {
        title: '{host} verweigert den Frame, in dem der Provider die Abmeldung mitteilt',
        plain: 'Der Anmeldedienst konnte Sie bei {host} nicht vollständig abmelden.',
        text: 'Die Seite des Providers hat die Abmeldeadresse von {host} in einem Frame geöffnet, und diese Adresse verbietet Frames ({rule}). Die Anfrage hat den Server trotzdem erreicht; was der Server allein tut, ist also geschehen. Skripte dieser Seite liefen nicht.',
        fix: 'Für die `frontchannel_logout_uri` den Header weglassen oder den Provider in `frame-ancestors` nennen. Back-Channel-Abmeldung braucht keinen Frame.',
      },
      failed: {
        title: 'Die Abmeldeadresse von {host} ist im Frame des Providers gescheitert ({result})',
        plain: 'Der Anmeldedienst konnte Sie bei {host} nicht abmelden; vielleicht sind Sie dort noch angemeldet.',
        text: 'Die Seite des Providers hat die Abmeldeadresse von {host} in einem Frame geöffnet, mit diesem Ergebnis: {result}. Wer dort angemeldet war, ist es noch.',
        fix: 'Die `frontchannel_logout_uri` für sich allein öffnen: Sie muss jedem mit Status 200 antworten. Prüfen, ob die registrierte Adresse noch stimmt.',
      },
      'third-party': {
        title: 'Der Browser hat dem Abmelde-Frame des Providers die Cookies von {host} vorenthalten',
        plain:
          'Ihr Browser trennt Websites innerhalb anderer Websites voneinander; deshalb konnte der Anmeldedienst Sie bei {host} nicht abmelden.',
        text: 'Die Seite des Providers hat die Abmeldeadresse von {host} in einem Frame geöffnet, und dort sendet der Browser ihr Sitzungscookie `{cookie}` nicht. Aus dieser Anfrage kann die App nicht erkennen, wessen Sitzung enden soll.',
        fix: 'Die App die Sitzung über `sid` finden und auf dem Server beenden lassen, oder Back-Channel-Abmeldung verwenden, die keinen Browser braucht.',
      },
      'same-site': {
        title: 'Das Sitzungscookie von {host} reist nicht in den Abmelde-Frame des Providers mit',
        plain: 'Der Anmeldedienst konnte Sie bei {host} nicht abmelden: Das Anmelde-Cookie bleibt in Frames anderer Websites zurück.',
        text: 'Die Seite des Providers hat die Abmeldeadresse von {host} in einem Frame einer anderen Site geöffnet. Das Sitzungscookie `{cookie}` ist SameSite=Lax oder Strict und wird dort nie gesendet. Aus dieser Anfrage kann die App nicht erkennen, wessen Sitzung enden soll.',
        fix: 'Die App die Sitzung über `sid` finden und auf dem Server beenden lassen, oder Back-Channel-Abmeldung verwenden. SameSite=None würde nur helfen, wo Drittanbieter-Cookies erlaubt sind.',
      },
      identifiers: {
        title: 'Der Abmelde-Frame des Providers nennt {present} und nicht {missing}',
        plain: 'Der Anmeldedienst hat {host} gesagt, dass Sie abgemeldet werden sollen, aber nicht genau, welche Sitzung gemeint ist.',
        text: 'Die Anfrage an die Abmeldeadresse von {host} enthält `{present}` und kein `{missing}`. Wo eines gesendet wird, muss auch das andere dabei sein.',
        fix: 'Dem Provider melden; siehe `frontchannel_logout_session_required` in der Registrierung.',
      },
    },
    said: { rule: { 'the browser says {code}': 'der Browser meldet {code}' }, result: { 'no answer came': 'keine Antwort' } },
  },
  'logout-not-effective': {
    title: 'Gleich nach der Abmeldung ohne Rückfrage wieder angemeldet',
    messages: {
      survived: {
        title: 'Die Sitzung beim Provider hat die Abmeldung überlebt',
        plain: 'Sie haben sich abgemeldet, und {seconds} s später waren Sie wieder angemeldet, ohne nach einem Passwort gefragt zu werden.',
        text: 'Die Abmeldeanfrage an den Provider wurde angenommen. {seconds} s danach wurde eine Anmeldung derselben App allein mit Weiterleitungen beantwortet: Der Provider kannte den Benutzer noch. An einem gemeinsam benutzten Computer kommt so der Nächste hinein.{asked}',
        fix: 'Die eigene Sitzung des Providers an seinem `end_session_endpoint` beenden, nicht nur seinen Eintrag zu dieser App. Bis dahin fragt er mit `prompt=login` wieder nach.',
      },
      upstream: {
        title: 'Die Abmeldung hat eine Sitzung beendet, und ein anderer Provider dahinter hat den Benutzer wieder angemeldet',
        plain:
          'Sie haben sich abgemeldet und wurden ohne Rückfrage wieder angemeldet, weil ein anderer Dienst, den Sie nutzen, Sie noch kennt.',
        text: 'Die Abmeldeanfrage an den Provider wurde angenommen. {seconds} s danach wurde eine Anmeldung allein mit Weiterleitungen beantwortet, auf dem Weg über einen anderen Anmeldedienst, bei dem die Sitzung weitergeht. Das kann gewollt sein: Er dient auch anderen Apps.',
        fix: 'Soll Abmelden überall Abmelden heißen, den Provider die Abmeldung an den Dienst dahinter weitergeben lassen oder diesen mit `prompt=login` fragen.',
      },
      local: {
        title: 'Die Abmeldung hat nur die eigene Sitzung der App beendet',
        plain:
          'Sie haben sich in der App abgemeldet, aber nicht beim Anmeldedienst; deshalb hat die App Sie ohne Rückfrage wieder hereingelassen.',
        text: 'Die Abmeldung der App hat ihre eigene Sitzung beendet und keine Anfrage an den Provider gesendet. {seconds} s danach wurde eine Anmeldung allein mit Weiterleitungen beantwortet, wie es bei Single Sign-on vorgesehen ist. Das kann gewollt sein: Andere Apps laufen weiter.',
        fix: 'Soll Abmelden wirklich Abmelden heißen, den Benutzer zum `end_session_endpoint` des Providers schicken oder die nächste Anmeldung mit `prompt=login` beginnen.',
      },
    },
    said: {
      asked: {
        ' (Unless the user chose to stay signed in when the provider asked.)':
          ' (Es sei denn, der Benutzer wollte angemeldet bleiben, als der Provider danach fragte.)',
      },
    },
  },
  'logout-request-incomplete': {
    title: 'Der Abmeldeanfrage fehlt, woran sich der Provider hält',
    messages: {
      refused: {
        title: 'Der Provider hat eine Abmeldung abgelehnt, die nicht sagt, von welcher App sie kommt',
        plain:
          'Die Abmeldung blieb auf einer Fehlerseite stehen, weil die App dem Anmeldedienst nicht gesagt hat, welche App und welche Sitzung gemeint ist.',
        text: 'Die Anfrage will zur App zurückkehren und hat weder `id_token_hint` noch `client_id`. Ohne eines davon kann der Provider nicht nachschlagen, zu welchen Adressen dieser Client zurückkehren darf. Er antwortete mit HTTP {status}.',
        fix: 'Den ID-Token der Sitzung als `id_token_hint` senden; wo die App ihn nicht aufbewahrt, `client_id` senden.',
      },
      unidentified: {
        title: 'Die Abmeldung sagt nicht, von welcher App sie kommt',
        plain: 'Der Abmeldelink sagt dem Anmeldedienst nicht, zu welcher App er gehört.',
        text: 'Die Anfrage will zur App zurückkehren und hat weder `id_token_hint` noch `client_id`. Viele Provider fragen dann erst den Benutzer, übergehen die Rücksprungadresse oder lehnen ab.',
        fix: 'Den ID-Token der Sitzung als `id_token_hint` senden; wo die App ihn nicht aufbewahrt, `client_id` senden.',
      },
      hint: {
        title: 'Der `id_token_hint` der Abmeldung ist kein ID-Token',
        plain: 'Die App hat dem Anmeldedienst auf die falsche Weise gesagt, wessen Sitzung enden soll.',
        text: 'Der Wert von `id_token_hint` ist {what}. {result}',
        fix: 'Den `id_token` der Anmeldung aufbewahren und diesen senden; gibt es keinen, den Parameter weglassen und stattdessen `client_id` senden.',
      },
      client: {
        title: 'Die Abmeldung nennt einen anderen Client als ihr ID-Token',
        plain: 'Die App hat dem Anmeldedienst zwei verschiedene Angaben dazu gemacht, zu welcher App die Sitzung gehört.',
        text: '`client_id` ist nicht der Client, für den der ID-Token in `id_token_hint` ausgestellt wurde. Der Provider muss beide vergleichen. {result}',
        fix: 'Den ID-Token senden, den dieser Client bekommen hat. Mehrere Clients in einer App brauchen jeder einen eigenen.',
      },
      address: {
        title: 'Die Rücksprungadresse der Abmeldung ist keine vollständige Adresse',
        plain: 'Die Adresse, zu der diese App Sie nach dem Abmelden zurückschicken lassen will, ist keine vollständige Webadresse.',
        text: 'Der Wert von `{name}` ist keine absolute Adresse. {result}',
        fix: 'Die ganze Adresse mit Schema und Host senden, so wie sie für diesen Client registriert ist. Nachsehen, woher die App sie nimmt: Eine fehlende Einstellung endet als einzelnes Wort oder bloßer Pfad.',
      },
      personal: {
        title: 'Der ID-Token in der Adresse der Abmeldung enthält {claims}',
        plain: 'Der Abmeldelink trägt persönliche Daten in seiner Adresse, wo Logs und der Verlauf des Browsers sie aufbewahren.',
        text: 'Die Anfrage trägt den ID-Token als `id_token_hint` in der Query; wer die Adresse sieht, liest darin {claims}.',
        fix: 'Die Abmeldeanfrage als gesendetes Formular schicken oder stattdessen mit `client_id` und `logout_hint`. Einen ID-Token ohne diese Claims anfordern und sie von UserInfo lesen.',
      },
    },
    said: {
      what: { empty: 'leer', 'a word that stands for nothing': 'ein Wort, das für nichts steht', 'an access token': 'ein Access-Token' },
      result: {
        'The provider answered HTTP {status}.': 'Der Provider antwortete mit HTTP {status}.',
        'The provider went on all the same; others refuse.': 'Der Provider hat trotzdem weitergemacht; andere lehnen ab.',
        'Providers ignore such a request, ask the user, or refuse.':
          'Provider übergehen eine solche Anfrage, fragen den Benutzer oder lehnen ab.',
      },
      claims: {
        'a mail address': 'eine E-Mail-Adresse',
        'a name': 'einen Namen',
        'a phone number': 'eine Telefonnummer',
        'a postal address': 'eine Postadresse',
        'a date of birth': 'ein Geburtsdatum',
        '{a}, {b}': '{a}, {b}',
      },
    },
  },
};
