import type { CheckWords } from '../../check-words.ts';

export const issuer: CheckWords = {
  'iss-mismatch': {
    title: 'Antwort nennt einen anderen Issuer',
    messages: {
      other: {
        title: 'Die Antwort nennt einen anderen Issuer als die Metadaten des Providers',
        plain:
          'Der Anmeldedienst hat seine Antwort mit einem anderen Namen unterschrieben als dem, unter dem die App ihn kennt. Die App hat ihr deshalb nicht vertraut.',
        text: '`iss` in der Antwort und `issuer` in den Metadaten desselben Providers unterscheiden sich: {how}. Clients vergleichen beide als reinen Text und lehnen die Antwort ab, wenn sie sich unterscheiden.',
        fix: 'Der Provider muss überall denselben Issuer nennen: Die Einstellung seiner öffentlichen Adresse, der Proxy davor und die Metadaten müssen bis auf das letzte Zeichen übereinstimmen.',
      },
      accepted: {
        title: 'Die App hat eine Antwort angenommen, die einen anderen Issuer nennt',
        plain: 'Die Antwort des Anmeldedienstes nennt jemand anderen als Absender, und die App hat sie trotzdem angenommen.',
        text: '`iss` in der Antwort und `issuer` in den Metadaten desselben Providers unterscheiden sich: {how}. Die App hat weitergemacht, vergleicht sie also nicht; gerade dieser Vergleich schützt Apps mit mehreren Providern vor vertauschten Antworten.',
        fix: '`iss` als reinen Text mit dem eingestellten Issuer vergleichen, bevor der Code verwendet wird. Der Provider muss überall denselben Issuer nennen.',
      },
      missing: {
        title: 'Die Antwort nennt keinen Issuer, obwohl der Provider es verspricht',
        plain: 'Die Antwort des Anmeldedienstes sagt nicht, wer sie geschickt hat. Darauf kann die App bestehen.',
        text: 'Laut den Metadaten des Providers tragen seine Antworten `iss` (`authorization_response_iss_parameter_supported`); in dieser fehlt es. Clients, die das wissen, müssen sie ablehnen.',
        fix: 'Nach einem Proxy, einer Firewall oder einer Weiterleitungsregel suchen, die den Parameter entfernt; sonst muss der Provider ihn senden, auch in Fehlerantworten.',
      },
      elsewhere: {
        title: 'Die Antwort nennt einen Issuer auf einer anderen Website ({host})',
        plain: 'Der Anmeldedienst nennt als seine Adresse eine andere als die, unter der Sie sich angemeldet haben.',
        text: '`iss` in der Antwort liegt auf {host}, wo kein Schritt dieser Anmeldung war. Das ist üblich, wenn der Provider unter einer eigenen Adresse des Kunden läuft; andernfalls kommt die Antwort von jemand anderem. Die Metadaten des Providers sind nicht in dieser Aufzeichnung, deshalb lässt es sich nicht sagen.',
        fix: '`iss` mit dem `issuer` in den Metadaten des Providers vergleichen, auf den die App eingestellt ist.',
      },
    },
    said: {
      how: {
        'one ends with a slash, the other does not': 'Einer endet mit einem Schrägstrich, der andere nicht',
        'one of them is no address': 'Einer von beiden ist keine Adresse',
        'the answer says {here}, the metadata {there}': 'Die Antwort nennt {here}, die Metadaten {there}',
        'the path is another one': 'Der Pfad ist ein anderer',
        'the port is another one': 'Der Port ist ein anderer',
      },
    },
  },
  'mixup-suspected': {
    title: 'Anmeldung ist von einem Provider zu einem anderen gewechselt',
    messages: {
      crossed: {
        title: '{first} hat die Anmeldung mit der Rücksprungadresse der App an {second} weitergereicht',
        plain:
          'Der Anmeldedienst, den Sie gewählt haben, hat Sie an einen anderen weitergereicht, als wäre er selbst die App. Die App kann deshalb den einen für den anderen halten.',
        text: 'Die App hat diese Anmeldung bei {first} begonnen, und eine Weiterleitung von dort machte daraus einen anderen Authorization Request: bei {second}, für eine andere `client_id`, mit der `redirect_uri` der App{state}. Was {second} antwortet, kommt bei der App als Antwort von {first} an; eine App, die nicht prüft, wer geantwortet hat, übergibt den Code von {second} an {first}. Das ist der Mix-up-Angriff, es sei denn, {first} reicht seine Anfragen im Auftrag ein und desselben Betreibers an {second} weiter.',
        fix: 'In der App: `iss` in der Antwort mit dem Provider vergleichen, bei dem die Anmeldung begann (RFC 9207), oder für jeden Provider eine andere `redirect_uri` verwenden und sie prüfen. Dann herausfinden, warum {first} Anfragen weiterreicht, die nicht seine eigenen sind: Ein Provider, der einen anderen feststellen lässt, wer der Benutzer ist, hat dort eine eigene `redirect_uri`.',
      },
      refused: {
        title: '{first} hat die Anmeldung an {second} weitergereicht, und die App konnte mit dessen Antwort nichts anfangen',
        plain:
          'Der Anmeldedienst, den Sie gewählt haben, hat Sie an einen anderen weitergereicht, und die App konnte mit der Antwort von dort nichts anfangen.',
        text: 'Die App hat diese Anmeldung bei {first} begonnen. Eine Weiterleitung von dort machte daraus einen anderen Authorization Request: bei {second}, für eine andere `client_id`, mit der `redirect_uri` der App{state}. So hat {second} der App geantwortet, die auf {first} wartete: Issuer, Schlüssel und Codes sind nicht die, auf die die App eingestellt ist.',
        fix: 'Die App auf den Provider einstellen, der wirklich antwortet. Soll {first} von {second} feststellen lassen, wer der Benutzer ist, muss es dort mit einer eigenen `redirect_uri` anfragen und der App selbst antworten. Weiß niemand von dieser Weiterleitung, {first} als kompromittiert ansehen: So sieht ein Mix-up-Angriff aus.',
      },
      callback: {
        title: '{first} hat unter der Adresse geantwortet, die die App für {second} vorhält',
        plain:
          'Ein Anmeldedienst hat an der Tür geantwortet, die die App für einen anderen vorhält. Die App kann deshalb den einen für den anderen halten.',
        text: 'Die Anfrage an {first} nennt eine `redirect_uri` der App; die Antwort ging an eine andere, die die App für Anmeldungen bei {second} verwendet. Eine App, die ihre Provider an dieser Adresse unterscheidet, hält diese Antwort für eine von {second} und übergibt ihren Code dorthin.',
        fix: 'In der App: jede Anmeldung an den Provider binden, bei dem sie begann, und `iss` in der Antwort prüfen (RFC 9207). Bei {first}: nur die `redirect_uri` der Anfrage annehmen, Zeichen für Zeichen verglichen.',
      },
    },
    said: { state: { ' and its `state`': ' und ihrem `state`' } },
  },
};
