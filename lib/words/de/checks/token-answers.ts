/** German of `lib/checks/token-endpoint`: what is wrong with the answer. */
import type { CheckWords } from '../../check-words.ts';

export const tokenAnswers: CheckWords = {
  'sensitive-response-cacheable': {
    title: 'Antworten mit Codes oder Token dürfen zwischengespeichert werden',
    messages: {
      token: {
        title: 'Die Token-Antwort von {host} verbietet nicht, sie aufzubewahren',
        plain: 'Eine Kopie des Schlüssels zu Ihrem Konto kann auf diesem Computer oder auf dem Weg zu ihm zurückbleiben.',
        text: 'Der Token-Endpunkt bei {host} hat mit Token und ohne `Cache-Control: no-store` geantwortet. Was immer zwischen den beiden steht, darf eine Kopie behalten.',
        fix: 'Mit jeder Antwort des Token-Endpunkts `Cache-Control: no-store` senden.',
      },
      form: {
        title: 'Die Seite, die die Antwort als Formular sendet, verbietet nicht, sie aufzubewahren',
        plain: 'Eine Kopie der Antwort auf Ihre Anmeldung kann auf diesem Computer zurückbleiben.',
        text: 'Die Seite des Providers bei {host} enthält die Antwort in einem Formular, das der Browser an die App sendet, und kam ohne `Cache-Control: no-store`. Die Antwort ist für einmaligen Gebrauch bestimmt; eine aufbewahrte Seite würde sie noch einmal senden.',
        fix: 'Mit der Seite, die die Antwort sendet, `Cache-Control: no-store` senden.',
      },
      callback: {
        title: 'Der Browser darf die Callback-Seite samt der Antwort in ihrer Adresse aufbewahren',
        plain: 'Der Browser darf die Seite aufbewahren, auf der Ihre Anmeldung endete, mit der Antwort in ihrer Adresse.',
        text: 'Der Callback hat mit einer Seite geantwortet, die ohne Nachfrage noch einmal benutzt werden darf. Der Cache bewahrt sie unter ihrer Adresse auf, und darin steht `{name}`.',
        fix: 'Mit dem Callback `Cache-Control: no-store` senden oder ihn mit einer Weiterleitung (302 oder 303) zu einer sauberen Adresse beantworten.',
      },
      redirect: {
        title: 'Der Callback antwortet mit einer Weiterleitung, die Browser aufbewahren (HTTP {status})',
        plain: 'Der Browser merkt sich vielleicht den letzten Schritt Ihrer Anmeldung, statt die Website wieder zu fragen.',
        text: 'Der Callback antwortete mit HTTP {status}, einer dauerhaften Weiterleitung, und hat nicht verboten, sie aufzubewahren. Noch einmal geöffnet, führt die Adresse mit `{name}` weiter, ohne dass die App gefragt wird.',
        fix: 'Den Callback mit 302 oder 303 beantworten.',
      },
    },
  },
  'token-response-malformed': {
    title: 'Token-Antwort ist nicht, was ein Client lesen kann',
    messages: {
      page: {
        title: 'Der Token-Endpunkt antwortete mit einer Webseite',
        plain: 'Die App hat den Anmeldedienst nach ihrem Schlüssel gefragt und stattdessen eine Webseite bekommen.',
        text: 'Der Token-Endpunkt antwortete mit HTTP {status} und HTML, wo JSON hingehört. Unter dieser Adresse antwortet etwas anderes: ein Proxy, eine Anmeldeseite oder die Startseite einer Website.',
        fix: 'Die Adresse mit dem token_endpoint in den Metadaten des Providers vergleichen und ansehen, was dazwischensteht: ein Proxy oder Webserver, der jeden unbekannten Pfad mit einer Seite beantwortet.',
      },
      'no-token': {
        title: 'Die Token-Antwort enthält keinen Access-Token',
        plain: 'In der Antwort des Anmeldedienstes fehlte der Schlüssel, den die App braucht.',
        text: 'Der Token-Endpunkt antwortete mit HTTP {status}, und in seiner Antwort steht kein `access_token` und kein `error`.',
        fix: 'Den Body dieser Antwort lesen. Eine Ablehnung muss als HTTP 400 mit `error` kommen; eine Zusage muss `access_token` und `token_type` haben.',
      },
      form: {
        title: 'Die Token-Antwort ist ein Formular statt JSON',
        plain: 'Der Anmeldedienst antwortet in einem alten Format, das nicht jede App lesen kann.',
        text: 'Der Token-Endpunkt antwortete mit `access_token=…` als Formular. RFC 6749 verlangt JSON, und Bibliotheken, die sich daran halten, hören hier auf.',
        fix: 'Mit `Accept: application/json` JSON verlangen oder eine Bibliothek verwenden, die diesen Provider kennt.',
      },
      'no-type': {
        title: 'Die Token-Antwort nennt den Typ des Tokens nicht',
        plain: 'In der Antwort des Anmeldedienstes fehlt etwas, das manche Apps brauchen.',
        text: 'In der Token-Antwort fehlt `token_type`, eine Pflichtangabe. Bibliotheken, die das prüfen, hören hier auf.',
        fix: 'Die Antwort um `"token_type": "Bearer"` ergänzen oder eine Bibliothek verwenden, die ohne auskommt.',
      },
    },
  },
};
