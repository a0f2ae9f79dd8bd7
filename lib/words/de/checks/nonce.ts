import type { CheckWords } from '../../check-words.ts';

export const nonce: CheckWords = {
  'id-token-invalid': {
    title: 'ID-Token oder signierte Antwort, die ein Client ablehnen muss',
    messages: {
      audience: {
        title: 'Der {what} ist auf einen anderen Client ausgestellt',
        plain: 'Der Identitätsnachweis, der zurückkam, wurde für eine andere App ausgestellt. Diese hier muss ihn deshalb ablehnen.',
        text: 'Im {what} nennt `aud` die `client_id` der Anfrage nicht, und `azp` auch nicht.',
        fix: 'Die client_id, die die App sendet, mit dem Client vergleichen, den der Provider kennt: eine andere Umgebung, eine andere Registrierung oder ein Provider, der immer dieselbe Audience einträgt.',
      },
      party: {
        title: 'Der {what} wurde für einen anderen Client ausgegeben',
        plain: 'Der Identitätsnachweis, der zurückkam, wurde für eine andere App ausgegeben als die, die Sie benutzen.',
        text: 'Im {what} nennt `aud` den Client, `azp` aber einen anderen. Manche Clients lehnen das ab.',
        fix: 'Der Provider sollte `azp` weglassen oder dort die `client_id` der Anfrage eintragen.',
      },
      issuer: {
        title: 'Der {what} nennt einen anderen Issuer als der Provider',
        plain:
          'Der Identitätsnachweis, der zurückkam, nennt einen anderen Anmeldedienst als den, bei dem Sie sich angemeldet haben. Eine sorgfältige App lehnt ihn deshalb ab.',
        text: 'Der {what} nennt in `iss` nicht denselben Issuer wie {source}. Beide müssen Buchstabe für Buchstabe übereinstimmen.',
        fix: 'Beim Provider eine einzige öffentliche Issuer-Adresse einstellen (hinter einem Proxy: die äußere) und in der App das Discovery-Dokument genau dieses Issuers verwenden.',
      },
      expired: {
        title: 'Der {what} war schon vor der Übergabe abgelaufen',
        plain: 'Der Identitätsnachweis, der zurückkam, war schon zu alt. Die App muss ihn deshalb ablehnen.',
        text: 'Nach der eigenen Uhr des Providers (`Date`) war der {what} {minutes} Minuten vor der Übergabe abgelaufen.',
        fix: 'Nach einem Cache suchen, der an Stelle des Providers antwortet, nach Servern des Providers, deren Uhren voneinander abweichen, oder nach einer zu kurz eingestellten Gültigkeit.',
      },
      future: {
        title: 'Der {what} ist auf die Zukunft datiert',
        plain: 'Der Identitätsnachweis, der zurückkam, gilt noch nicht. Die App muss ihn deshalb ablehnen.',
        text: 'Nach der eigenen Uhr des Providers (`Date`) liegt `iat` oder `nbf` im {what} {minutes} Minuten in der Zukunft.',
        fix: 'Alle Server des Providers müssen ihre Zeit aus derselben Quelle beziehen (NTP).',
      },
      clock: {
        title: 'Eine Uhr geht {minutes} Minuten {way}: {who}',
        plain:
          'Eine Uhr geht falsch ({who}). Gemessen an ihr scheint der Identitätsnachweis aus einer anderen Zeit zu stammen, deshalb lehnt die App ihn ab.',
        text: 'Gemessen an den Zeiten im {what} geht eine Uhr {minutes} Minuten {way}: {who}. Clients lassen höchstens fünf Minuten Abweichung zu.',
        fix: 'Die Uhr richtig stellen (automatisch, über NTP): {who}.',
      },
      unsigned: {
        title: 'Der {what} ist nicht signiert',
        plain: 'Der Identitätsnachweis, der zurückkam, ist nicht versiegelt. Jeder könnte ihn geschrieben haben.',
        text: 'Der {what} kam mit `alg` `none` durch den Browser: Wer ihn in Händen hält, könnte ihn verändert haben. Das darf kein Client annehmen.',
        fix: 'Der Provider muss ihn signieren (RS256, ES256 oder PS256), und die App muss `none` ablehnen.',
      },
      algorithm: {
        title: 'Der {what} ist mit einem Verfahren signiert, das der Provider nicht ankündigt',
        plain: 'Der Identitätsnachweis ist anders versiegelt, als der Anmeldedienst es ankündigt.',
        text: '`alg` im {what} steht nicht unter `id_token_signing_alg_values_supported` in den Metadaten des Providers.',
        fix: 'In den Metadaten jedes Verfahren aufführen, das verwendet wird.',
      },
      'hash-missing': {
        title: 'Der ID-Token bürgt nicht für das, was mit ihm kam',
        plain:
          'Der Identitätsnachweis sagt nicht, was sonst noch zu dieser Anmeldung gehört. Teile der Antwort könnten also ausgetauscht werden.',
        text: 'Der ID-Token kam zusammen mit {beside} durch den Browser und hat kein `{name}`. Der Client kann nicht erkennen, ob beides zusammengehört.',
        fix: 'Der Provider muss in ID-Tokens vom Authorization-Endpunkt `{name}` eintragen.',
      },
    },
    said: {
      what: { 'ID token': 'ID-Token', 'signed answer': 'Antwort-JWT' },
      source: { 'the answer itself': 'die Antwort selbst', 'the provider’s metadata': 'die Metadaten des Providers' },
      who: { 'this computer': 'dieser Computer', 'the app’s server': 'der Server der App' },
      way: { behind: 'nach', ahead: 'vor' },
      beside: { 'a code': 'einem Code', 'an access token': 'einem Access-Token' },
    },
  },
  'nonce-mismatch': {
    title: 'Nonce im ID-Token weicht von der gesendeten ab',
    messages: {
      changed: {
        title: 'Der ID-Token trägt eine andere Nonce als die gesendete',
        plain:
          'Der Identitätsnachweis, der zurückkam, wurde für einen anderen Anmeldeversuch ausgestellt. Die App muss ihn deshalb ablehnen.',
        text: 'Der Authorization Request hat eine `nonce` gesendet, der zurückgekommene ID-Token trägt eine andere. Keine Anmeldung in dieser Aufzeichnung hat sie gesendet.',
        fix: 'Herausfinden, woher der ID-Token kommt: ein Provider, Proxy oder Cache, der mit einem älteren Token antwortet, oder ein Provider, der für mehrere Anmeldungen dieselbe `nonce` behält. Bis dahin den Token weiter ablehnen.',
      },
      'other-login': {
        title: 'Der ID-Token gehört zu einer anderen Anmeldung dieser App',
        plain:
          'Der Identitätsnachweis, der zurückkam, gehört zu einem anderen Anmeldeversuch in diesem Browser. Die App muss ihn hier deshalb ablehnen.',
        text: 'Die `nonce` im ID-Token hat eine andere Anmeldung dieses Browsers gesendet, {flow}, nicht diese.',
        fix: 'Beim Provider je Authorization Request einen eigenen Anmeldevorgang führen. In der App offene Anmeldungen getrennt halten: ein gespeicherter Eintrag je `state`, nicht ein Platz für alle.',
      },
      missing: {
        title: 'Der ID-Token kam ohne seine Nonce zurück',
        plain:
          'Dem Identitätsnachweis, der zurückkam, fehlt das Kennzeichen, das ihn an diese Anmeldung bindet. Eine sorgfältige App muss ihn deshalb ablehnen.',
        text: 'Der Authorization Request hat eine `nonce` gesendet; der zurückgekommene ID-Token enthält keine. Ein Client, der sie prüft, muss den Token ablehnen.',
        fix: 'Der Provider muss die `nonce` der Anfrage unverändert in den ID-Token übernehmen.',
      },
      accepted: {
        title: 'Die App hat einen ID-Token mit einer anderen Nonce angenommen',
        plain:
          'Der Identitätsnachweis, der zurückkam, wurde für einen anderen Anmeldeversuch ausgestellt, und die App hat ihn trotzdem angenommen.',
        text: 'Die `nonce` im ID-Token ist nicht die, die diese Anmeldung gesendet hat, und die App hat weitergemacht: Sie vergleicht die beiden nicht. Ein gestohlener oder älterer Token könnte als neuer ausgegeben werden.',
        fix: 'Die `nonce` im ID-Token mit der gesendeten vergleichen und einen abweichenden Token ablehnen. Danach herausfinden, woher der andere Token kommt.',
      },
    },
  },
  'nonce-missing': {
    title: 'Anfrage nach einem ID-Token über den Browser ohne Nonce',
    messages: {
      demanded: {
        title: 'Der Provider besteht auf einer Nonce, und die Anfrage hat keine',
        plain:
          'Der Anmeldedienst nimmt nur Anmeldungen mit einem Einmal-Kennzeichen für den Identitätsnachweis an, und die App hat keines gesendet.',
        text: 'Die Anfrage verlangt einen ID-Token vom Authorization-Endpunkt und hat keine `nonce`; der Fehler des Providers nennt sie.',
        fix: 'Mit jeder Anfrage eine frische, zufällige `nonce` senden und sie mit der im ID-Token vergleichen.',
      },
      unprotected: {
        title: 'Ein ID-Token kommt ohne Nonce durch den Browser',
        plain: 'Der Identitätsnachweis trägt kein Einmal-Kennzeichen. Ein alter könnte deshalb als Ihrer ausgegeben werden.',
        text: 'Der `response_type` verlangt einen ID-Token vom Authorization-Endpunkt, und die Anfrage hat keine `nonce`: Ein Token aus einer anderen Anmeldung lässt sich erneut einspielen.',
        fix: 'Mit jeder Anfrage eine frische, zufällige `nonce` senden und sie mit der im ID-Token vergleichen. Noch besser: `response_type=code` mit PKCE verwenden.',
      },
    },
  },
};
