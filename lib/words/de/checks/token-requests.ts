/** German of `lib/checks/token-endpoint`: what is wrong with the request. */
import type { CheckWords } from '../../check-words.ts';
import type { Said } from '../../said.ts';

const code: Said = { ' with {code}': ' mit {code}' };

const how: Said = {
  'again from another tab': 'noch einmal aus einem anderen Tab',
  'again {n} ms later, before the answer was there': '{n} ms später noch einmal, bevor die Antwort da war,',
  'again after the callback had been opened once more': 'noch einmal, nachdem der Callback ein weiteres Mal geöffnet worden war,',
  'again {n} ms later': '{n} ms später noch einmal',
  'again {n} s later': '{n} s später noch einmal',
};

const difference: Said = {
  'the scheme (https became http)': 'dem Schema (aus https wurde http)',
  'the scheme (http became https)': 'dem Schema (aus http wurde https)',
  'the `www.` in front of the host': 'dem `www.` vor dem Host',
  'the loopback name (localhost against 127.0.0.1 or [::1])': 'dem Loopback-Namen (localhost gegenüber 127.0.0.1 oder [::1])',
  'the host': 'dem Host',
  'the port': 'dem Port',
  'the slash at the end of the path': 'dem Schrägstrich am Ende des Pfads',
  'upper and lower case in the path': 'der Groß- und Kleinschreibung im Pfad',
  'the percent-encoding of the path': 'der Prozentcodierung des Pfads',
  'the path': 'dem Pfad',
  'the query': 'der Query',
};

export const tokenRequests: CheckWords = {
  'code-reused': {
    title: 'Derselbe Code wurde zweimal an den Token-Endpunkt gesendet',
    messages: {
      refused: {
        title: 'Der Anmeldecode wurde zweimal gesendet und beim zweiten Mal abgelehnt',
        plain: 'Die App hat den Einmalcode der Anmeldung zweimal benutzt; beim zweiten Mal war er schon wertlos.',
        text: 'Der Token-Endpunkt hat für diesen Code Token ausgegeben. Derselbe Code wurde {how} gesendet und bekam HTTP {status}{code}.',
        fix: 'Jeden Code einmal einlösen: verhindern, dass eine zweimal eingehängte Komponente, ein Neuladen oder ein zweiter Tab es noch einmal tut, und den Code aus der Adresse nehmen, bevor er gesendet wird. Zu verwenden sind die Token der ersten Antwort; manche Server widerrufen sie, wenn sie einen Code noch einmal sehen.',
      },
      harmless: {
        title: 'Der Anmeldecode wurde zweimal gesendet; die Token der ersten Antwort sind in Gebrauch',
        plain: 'Die App hat den Einmalcode der Anmeldung zweimal benutzt. Diesmal hat es nicht geschadet.',
        text: 'Der Token-Endpunkt hat für diesen Code Token ausgegeben, und die Seite verwendet sie. Derselbe Code wurde {how} gesendet und bekam HTTP {status}{code}.',
        fix: 'Jeden Code einmal einlösen: Ein strenger Server widerruft die Token, wenn er einen Code noch einmal sieht.',
      },
      accepted: {
        title: 'Der Provider hat denselben Anmeldecode zweimal angenommen',
        plain: 'Der Anmeldedienst nimmt seinen Einmalcode mehr als einmal an. Auch wer einen Code kopiert, könnte ihn verwenden.',
        text: 'Derselbe Code wurde {how} gesendet, und der Token-Endpunkt gab jedes Mal andere Token dafür aus.',
        fix: 'Einen Code, der schon eingelöst ist, ablehnen und die Token widerrufen, für die er eingelöst wurde.',
      },
    },
    said: { how, code },
  },
  'device-flow-problem': {
    title: 'Geräteanmeldung: zu oft gefragt oder abgelehnt',
    messages: {
      declined: {
        title: 'Der Benutzer hat auf dem anderen Gerät abgelehnt',
        plain: 'Die Anmeldung wurde auf dem anderen Gerät abgelehnt.',
        text: 'Der Token-Endpunkt hat auf die Nachfrage mit `access_denied` geantwortet: Der Benutzer oder eine Regel hat Nein gesagt.',
        fix: 'Einen neuen Versuch anbieten.',
      },
      ignored: {
        title: 'Das Gerät wird nicht langsamer, wenn man es ihm sagt',
        plain: 'Das Gerät fragt den Anmeldedienst zu oft, ob die Anmeldung fertig ist.',
        text: 'Nach `slow_down` kam die nächste Nachfrage {gap} s später. Der Abstand davor war {interval} s, und fünf weitere müssen dazukommen.',
        fix: 'Den Abstand bei jedem `slow_down` um fünf Sekunden vergrößern und dabei bleiben.',
      },
      hurried: {
        title: 'Das Gerät fragt schneller nach, als es darf',
        plain: 'Das Gerät fragt den Anmeldedienst zu oft, ob die Anmeldung fertig ist.',
        text: '{count} Nachfragen kamen früher als nach dem Abstand von {interval} s, den der Provider vorgegeben hat; die schnellste nach {gap} s.',
        fix: 'Zwischen den Nachfragen `interval` Sekunden warten, fünf, wo der Provider nichts vorgibt.',
      },
    },
  },
  'dpop-misuse': {
    title: 'DPoP-Nachweis fehlt oder wurde abgelehnt',
    messages: {
      nonce: {
        title: 'Die Nonce des Providers kommt nie im DPoP-Nachweis an',
        plain: 'App und Anmeldedienst konnten sich nicht auf eine einmalige Nummer einigen; deshalb wurde die Anmeldung nicht beendet.',
        text: 'Der Token-Endpunkt hat {count}-mal nach seiner Nonce im DPoP-Nachweis verlangt, und danach gelang keine Anfrage mehr.{hint}',
        fix: 'Den Header `DPoP-Nonce` der Antwort in einen neuen Nachweis übernehmen und die Anfrage einmal wiederholen. Für Apps im Browser muss der Server ihn in `Access-Control-Expose-Headers` aufführen.',
      },
      proof: {
        title: 'Der DPoP-Nachweis wurde für eine andere Anfrage gemacht',
        plain:
          'Die App hat ihren Schlüssel für eine andere Anfrage nachgewiesen als die, die sie gesendet hat; deshalb hat der Anmeldedienst sie abgelehnt.',
        text: 'Der Server hat den DPoP-Nachweis abgelehnt (HTTP {status}). Der Nachweis nennt eine andere {part} als die Anfrage.',
        fix: 'Für jede Anfrage einen neuen Nachweis machen: `htm` ist ihre Methode, `htu` ihre Adresse ohne Query und Fragment, so wie der Server sie sieht. Einem Proxy, der Host oder Schema ändert, muss das gesagt werden.',
      },
      bearer: {
        title: 'Ein an einen Schlüssel gebundener Token wurde als Bearer-Token gesendet',
        plain: 'Sie sind angemeldet, aber der Dienst hinter der App akzeptiert nicht, wie die App ihren Schlüssel vorzeigt.',
        text: 'Die Token-Antwort nennt als `token_type` DPoP. Der Aufruf an {host} hat den Token als `Bearer` gesendet und bekam HTTP {status}.',
        fix: '`Authorization: DPoP …` zusammen mit einem Nachweis im Header `DPoP` senden.',
      },
    },
    said: {
      hint: {
        ' The page can not read that nonce: the answer does not expose the header to scripts of other sites.':
          ' Die Seite kann diese Nonce nicht lesen: Die Antwort gibt den Header nicht für Skripte anderer Sites frei.',
      },
      part: { method: 'Methode', address: 'Adresse' },
    },
  },
  'token-request-malformed': {
    title: 'Token-Anfrage ist fehlerhaft oder widerspricht dem Authorization Request',
    messages: {
      format: {
        title: 'Die Token-Anfrage wurde als {format} statt als Formular gesendet',
        plain: 'Die App hat den Anmeldedienst in einem Format gefragt, das er nicht liest; deshalb wurde die Anmeldung nicht beendet.',
        text: 'Der Content-Type der Token-Anfrage sagt {format}. Der Token-Endpunkt liest `application/x-www-form-urlencoded`; er antwortete mit HTTP {status}{code}, als wären die Parameter nicht da.',
        fix: 'Die Parameter als Formular mit `Content-Type: application/x-www-form-urlencoded` senden: im Browser `fetch` ein `URLSearchParams` als Body geben, keinen String und kein `JSON.stringify`.',
      },
      address: {
        title: 'Die Parameter der Token-Anfrage stehen in ihrer Adresse',
        plain: 'Die App hat den Anmeldedienst auf eine Weise gefragt, die er nicht liest; deshalb wurde die Anmeldung nicht beendet.',
        text: 'Die Token-Anfrage ist ein {method} mit den Parametern in der Adresse und keinen im Body. Der Token-Endpunkt antwortete mit HTTP {status}{code}. Adressen landen in Logs; Codes und Secrets gehören deshalb nicht hinein.',
        fix: 'Einen POST mit den Parametern als Formular im Body senden.',
      },
      missing: {
        title: 'Der Token-Anfrage fehlt `{name}`',
        plain: 'Die App hat etwas weggelassen, als sie den Anmeldedienst bat, die Anmeldung abzuschließen.',
        text: 'Die Token-Anfrage hat kein `{name}`{because}. Der Token-Endpunkt antwortete mit HTTP {status}{code}.',
        fix: '`{name}` senden; eine Bibliothek, die es zwischen den beiden Anfragen aufbewahrt, verliert es, wenn ihr Speicher geleert wird oder die Anmeldung in einem anderen Tab oder auf einem anderen Host zurückkommt.',
      },
      'redirect-uri': {
        title: 'Die Token-Anfrage nennt eine andere redirect_uri als der Authorization Request',
        plain:
          'Die App hat dem Anmeldedienst für eine Anmeldung zwei verschiedene Rücksprungadressen genannt; deshalb hat er sie nicht abgeschlossen.',
        text: 'Beide Anfragen einer Anmeldung müssen dieselbe redirect_uri nennen, Zeichen für Zeichen. Hier unterscheiden sie sich in {difference}. Der Token-Endpunkt antwortete mit HTTP {status}{code}.',
        fix: 'Für beide Anfragen denselben eingestellten Wert verwenden; den zweiten nicht aus der Adresse der aktuellen Seite bilden.',
      },
      authentication: {
        title: 'Die App hat sich auf zwei Arten zugleich ausgewiesen',
        plain: 'Die App hat dem Anmeldedienst ihre Zugangsdaten in einer Anfrage zweimal gezeigt, und das akzeptiert er nicht.',
        text: 'Die Token-Anfrage enthält die Zugangsdaten des Clients als {ways}. Erlaubt ist nur eine Art, und der Token-Endpunkt antwortete mit HTTP {status}{code}.',
        fix: 'Die eine Methode verwenden, für die der Client registriert ist (`client_secret_basic`, `client_secret_post` oder `private_key_jwt`), und die andere weglassen.',
      },
    },
    said: {
      code,
      difference,
      format: { 'plain text': 'reiner Text' },
      because: {
        ', although the authorization request had a code_challenge': ', obwohl der Authorization Request eine code_challenge hatte',
        ', although the authorization request had one': ', obwohl der Authorization Request eine hatte',
        ' and no other sign of which app is asking': ', und auch sonst zeigt nichts, welche App fragt',
      },
      ways: { '{a} and {b}': '{a} und {b}' },
    },
  },
};
