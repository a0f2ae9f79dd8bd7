import type { CheckWords } from '../../check-words.ts';
import type { Said } from '../../said.ts';

const kind: Said = { 'access token': 'Access-Token', 'refresh token': 'Refresh-Token', 'ID token': 'ID-Token', code: 'Code' };

export const tokenPlacement: CheckWords = {
  'callback-third-party-content': {
    title: 'Callback-Seite lädt fremde Inhalte, während die Antwort in ihrer Adresse steht',
    messages: {
      script: {
        title: 'Skripte von {hosts} laufen auf der Callback-Seite',
        plain: 'Während die Antwort auf Ihre Anmeldung in der Adressleiste steht, führt die Seite schon Programme anderer Websites aus.',
        text: 'Der Callback antwortete mit einer eigenen Seite, und diese lädt Skripte von {hosts}. Ein Skript auf einer Seite liest deren Adresse: Es kann `{name}` nehmen, bevor die App den Wert dort herausgenommen hat. Ist dieser Host die App selbst unter anderem Namen, geht nichts verloren.',
        fix: 'Den Callback mit einer Weiterleitung auf eine saubere Adresse beantworten. Bei einer Single-Page-App: eine Callback-Seite, die nur das eigene Skript der App lädt, mit `history.replaceState` als Erstem.',
      },
      content: {
        title: 'Die Callback-Seite lädt Inhalte von {hosts}',
        plain: 'Während die Antwort auf Ihre Anmeldung in der Adressleiste steht, ruft die Seite schon Inhalte von anderen Websites ab.',
        text: 'Der Callback antwortete mit einer eigenen Seite statt mit einer Weiterleitung, und diese Seite lädt Inhalte von {hosts}. In der Voreinstellung verschweigen Browser ihnen die Adresse; eine Referrer-Policy der Seite, ein älterer Browser oder ein Skript, das eines Tages dazukommt, gibt ihnen `{name}`.',
        fix: 'Den Callback mit einer Weiterleitung auf eine saubere Adresse beantworten, oder dort nichts von anderen Websites laden und `Referrer-Policy: no-referrer` senden.',
      },
    },
    said: { hosts: { '{hosts} and {n} more': '{hosts} und {n} weiteren' } },
  },
  'credential-in-referer': {
    title: 'Code oder Token über den Referer-Header nach außen gelangt',
    messages: {
      leaked: {
        title: 'Eine andere Website hat im Referer-Header ein Geheimnis erhalten: {kind}',
        plain: 'Eine andere Website ({host}) hat Ihren Anmeldecode erhalten, weil die Seite ihr gesagt hat, woher Sie kommen.',
        text: 'Eine Anfrage an {host} trägt im Referer-Header die Adresse der Callback-Seite{policy}, und darin steht ein Geheimnis: {kind}.',
        fix: 'Den Callback mit einer Weiterleitung auf eine saubere Adresse beantworten, bevor irgendetwas anderes lädt, und auf Anmelde- und Callback-Seiten `Referrer-Policy: no-referrer` senden.',
      },
      state: {
        title: 'Eine andere Website hat im Referer-Header den State erhalten',
        plain: 'Eine andere Website ({host}) hat die Vorgangsnummer Ihrer Anmeldung erhalten.',
        text: 'Eine Anfrage an {host} trägt im Referer-Header die Adresse einer Anmeldeseite samt `state`{policy}.',
        fix: 'Auf Anmelde- und Callback-Seiten `Referrer-Policy: no-referrer` senden.',
      },
    },
    said: {
      kind: { code: 'der Code', token: 'ein Token' },
      policy: { ' (the page’s Referrer-Policy is `{policy}`)': ' (die Referrer-Policy der Seite ist `{policy}`)' },
    },
  },
  'credential-to-third-party': {
    title: 'Code oder Token an eine unbeteiligte Website gesendet',
    messages: {
      code: {
        title: '{host} hat den Code dieser Anmeldung erhalten',
        plain: 'Eine andere Website ({host}) hat von der Seite der App den Einmalcode Ihrer Anmeldung erhalten.',
        text: 'Eine Anfrage an {host}, weder die App noch der Provider, trägt den Code {how}. Wer ihn dort liest, kann versuchen, ihn einzulösen.',
        fix: 'Auf der Callback-Seite keine Zähler, keine Werbung und keine Fehlermelder laden; die Antwort aus der Adresse nehmen (`history.replaceState` oder eine Weiterleitung), bevor so etwas startet, und bei gemeldeten Adressen die Query abschneiden.',
      },
      'used-code': {
        title: '{host} hat den Code dieser Anmeldung erhalten, als er schon eingelöst war',
        plain: 'Eine andere Website ({host}) hat den Einmalcode Ihrer Anmeldung erhalten; er war schon aufgebraucht.',
        text: 'Eine Anfrage an {host}, weder die App noch der Provider, trägt den Code {how}. Der Code war vorher eingelöst worden; ein Provider, der sich an den Standard hält, lehnt ihn jetzt ab.',
        fix: 'Die Antwort aus der Adresse nehmen, bevor Zähler und Fehlermelder starten, und bei gemeldeten Adressen die Query abschneiden.',
      },
      token: {
        title: '{host} hat einen Token dieser Anmeldung erhalten',
        plain: 'Eine andere Website ({host}) hat von der Seite der App einen Schlüssel zu Ihrem Konto erhalten.',
        text: 'Eine Anfrage an {host}, weder die App noch der Provider noch eine API, die den Token annahm, trägt einen Token ({kind}) {how}. Wer ihn dort liest, kann ihn benutzen, bis er abläuft.',
        fix: 'Den Code-Flow verwenden, damit kein Token in einer Adresse steht. Auf der Callback-Seite keine Zähler und keine Fehlermelder laden, und bei gemeldeten Adressen Query und Fragment abschneiden. Den Token widerrufen.',
      },
    },
    said: {
      kind,
      how: {
        'as part of the address of the page that sent it': 'als Teil der Adresse der Seite, von der sie kam',
        'as a value of its own': 'als eigenen Wert',
      },
    },
  },
  'fragment-carried-over': {
    title: 'Token im Fragment durch Weiterleitungen an eine andere Adresse mitgenommen',
    messages: {
      'other-origin': {
        title: 'Eine Weiterleitung des Callbacks hat den Token nach {to} mitgenommen',
        plain: 'Der Schlüssel zu Ihrem Konto wurde in der Adresse zu einer anderen Website mitgenommen.',
        text: 'Die Antwort stand hinter dem `#`. Auf den Callback folgte eine Weiterleitung, deren Location kein Fragment hat; der Browser hat deshalb das alte angehängt: {to} bekam `{name}`.',
        fix: 'Von einem Callback, der seine Antwort im Fragment bekommt, nicht weiterleiten. Muss es sein, die Location mit `#` enden lassen, und nie zu einer Adresse gehen, die aus einem Parameter stammt.',
      },
      'same-origin': {
        title: 'Eine Weiterleitung des Callbacks hat den Token auf eine andere Seite mitgenommen',
        plain: 'Der Schlüssel zu Ihrem Konto wurde in der Adresse auf eine andere Seite der Website mitgenommen.',
        text: 'Die Antwort stand hinter dem `#`. Auf den Callback folgte eine Weiterleitung ohne eigenes Fragment; der Browser hat deshalb das alte an die nächste Seite angehängt.',
        fix: 'Die Callback-Seite selbst ausliefern, oder die Location mit `#` enden lassen.',
      },
    },
  },
  'implicit-flow': {
    title: 'Access-Token durch den Browser ausgegeben (Implicit Flow)',
    messages: {
      token: {
        title: 'Der Access-Token kommt durch die Adressleiste (Implicit Flow)',
        plain: 'Die App bekommt den Schlüssel zum Konto direkt in der Webadresse. Dieses Verfahren wird nicht mehr empfohlen.',
        text: 'Der Authorization-Endpunkt gibt den Access-Token selbst aus ({types}). Er steht in der Adresse der Callback-Seite, wo Skripte, Erweiterungen und der Verlauf ihn erreichen; er lässt sich erneut einspielen und ist an niemanden gebunden.',
        fix: '`response_type=code` mit PKCE verwenden. Auch Single-Page-Apps können das: Der Token kommt dann vom Token-Endpunkt.',
      },
      'as-proof': {
        title: 'Die App meldet Menschen allein anhand eines Access-Tokens an',
        plain:
          'Die App nimmt einen Schlüssel zum Konto als Beweis dafür, wer jemand ist. Eine andere App, die so einen Schlüssel hat, könnte sich als diese Person anmelden.',
        text: 'Die Seite hat den Access-Token aus der Adresse an {host} gesendet, ohne Code oder ID-Token daneben, und die Antwort setzte ein Cookie. Ein Access-Token sagt nicht, für welche App er ausgegeben wurde: Fragt der Server nicht den Provider danach, meldet der Token einer anderen App dessen Inhaber hier an.',
        fix: 'Den Server selbst einen Code einlösen lassen, oder einen ID-Token samt Audience und Nonce prüfen. Nie jemanden anhand eines Access-Tokens anmelden.',
      },
    },
    said: { types: { 'an `access_token` is in its answer': 'in seiner Antwort steht ein `access_token`' } },
  },
  'token-exposed-to-script': {
    title: 'Tokens liegen dort, wo Skripte sie lesen können',
    messages: {
      cookie: {
        title: 'Das Cookie `{cookie}` enthält einen Token, und Skripte können ihn lesen',
        plain: 'Der Schlüssel zu Ihrem Konto liegt dort, wo jedes Skript auf der Seite ihn nehmen könnte.',
        text: 'Das Cookie `{cookie}` der App enthält einen Token dieser Anmeldung ({kind}) und wurde ohne HttpOnly gesetzt. Jedes Skript, das in die Seite gelangt, kann ihn kopieren, und der Token gilt überall, bis er abläuft.',
        fix: 'Tokens auf dem Server aufbewahren und dem Browser ein Sitzungscookie mit `HttpOnly; Secure; SameSite=Lax` geben (ein Backend for Frontend). Kurze Gültigkeiten begrenzen den Schaden.',
      },
      'refresh-token': {
        title: 'Das Skript der Seite bekommt einen Refresh-Token',
        plain: 'Die Seite hält einen langlebigen Schlüssel zu Ihrem Konto, den ein Skript auf ihr nehmen könnte.',
        text: 'Der Token-Endpunkt hat den eigenen Aufruf der Seite mit einem Refresh-Token beantwortet. Die Anfrage ist an keinen Schlüssel gebunden (DPoP), und nichts in dieser Aufzeichnung zeigt, dass Refresh-Tokens hier rotieren. Wo sie das tun, fällt ein gestohlener bei der nächsten Verwendung auf.',
        fix: 'Für diesen Client die Rotation der Refresh-Tokens einschalten und ihnen eine absolute Gültigkeitsdauer geben, oder sie mit DPoP an einen Schlüssel binden, oder sie einen Server der App halten lassen.',
      },
    },
    said: { kind },
  },
  'token-in-query': {
    title: 'Token in der Query einer URL',
    messages: {
      answer: {
        title: 'Der Provider hat einen Token in die Query der Rücksprungadresse geschrieben',
        plain: 'Ein Schlüssel zu Ihrem Konto steht in der Webadresse, wo Verläufe, Protokolle und andere Websites ihn sehen können.',
        text: 'Die Antwort trägt `{name}` in der Query. Server, Proxys und Browserverläufe bewahren Querys auf, und der Referer-Header kann sie weitergeben. Eine Seite, die hinter dem `#` darauf wartet, findet ihn nicht einmal.',
        fix: 'Den Authorization Code Flow mit PKCE verwenden. In Implicit und Hybrid Flows gehören Tokens in das Fragment (`response_mode=fragment`) oder in ein per POST gesendetes Formular.',
      },
      call: {
        title: 'Die App sendet einen Token in der Query einer URL',
        plain: 'Die App schreibt einen Schlüssel zu Ihrem Konto in eine Webadresse, wo Protokolle und andere Websites ihn sehen können.',
        text: 'Nach der Anmeldung hat die App {host} mit einem Token dieser Anmeldung in der Query aufgerufen.',
        fix: 'Den Token im Authorization-Header senden.',
      },
    },
  },
};
