/** German of `lib/checks/token-endpoint`: what the endpoint, the browser or an API refuses. */
import type { CheckWords } from '../../check-words.ts';
import type { Said } from '../../said.ts';
import { errorFixes, errorReasons } from '../errors.ts';

const code: Said = { ' with {code}': ' mit {code}' };

const register =
  'In der Verwaltungsoberfläche des Providers die App als Single-Page-App registrieren und {origin} in die erlaubten Origins aufnehmen. Wo der Provider nichts dergleichen anbietet, den Aufruf von einem Server aus machen.';

const grantHint: Said = {
  ' The same code had been sent once before: it works only once.': ' Derselbe Code war schon einmal gesendet worden: Er gilt nur einmal.',
  ' The redirect_uri of the token request is not the one of the authorization request; they must be identical.':
    ' Die redirect_uri der Token-Anfrage ist nicht die des Authorization Requests; beide müssen identisch sein.',
  ' The authorization request had a code_challenge, the token request has no code_verifier.':
    ' Der Authorization Request hatte eine code_challenge, die Token-Anfrage hat keinen code_verifier.',
  ' The code was {age} s old; many servers accept it for a minute only.':
    ' Der Code war {age} s alt; viele Server nehmen ihn nur eine Minute lang an.',
  ' The code was {age} s old; {provider} accepts it for {life} s.': ' Der Code war {age} s alt; {provider} nimmt ihn {life} s lang an.',
  ' Usual reasons: the code was used before, it expired, or the code_verifier belongs to another attempt.':
    ' Übliche Gründe: Der Code wurde schon benutzt, er ist abgelaufen, oder der code_verifier gehört zu einem anderen Versuch.',
};

export const tokenErrors: CheckWords = {
  'resource-request-rejected': {
    title: 'API lehnt den gerade ausgestellten Token ab',
    messages: {
      refused: {
        title: 'Die API akzeptiert den gerade ausgestellten Token nicht',
        plain: 'Sie sind angemeldet, aber der Dienst hinter der App akzeptiert den Schlüssel nicht, den die App bekommen hat.',
        text: 'Der Token wurde {age} s zuvor ausgestellt. {host} antwortete darauf mit HTTP {status}{code} und nahm ihn auch sonst nirgends an.{hint}',
        fix: 'Einen Token anfordern, der für diese API bestimmt ist (Scope, und Audience oder Resource, wo der Provider sie hat), und ihn als `Authorization: Bearer …` senden. Im Log der API steht, was ihr nicht gefallen hat.',
      },
      forbidden: {
        title: 'Die API akzeptiert den Token, erlaubt aber diesen Aufruf nicht',
        plain: 'Sie sind angemeldet, aber der Dienst hinter der App erlaubt nicht, was die App tun will.',
        text: '{host} antwortete auf den gerade ausgestellten Token mit HTTP {status}{code}.{hint}',
        fix: 'Die Berechtigung (Scope) anfordern, die dieser Aufruf braucht, oder dem Benutzer die nötige Rolle geben.',
      },
      partly: {
        title: 'Eine der APIs akzeptiert den Token nicht',
        plain: 'Ein Teil der App bleibt vielleicht leer: Ein Dienst akzeptiert den Schlüssel nicht, den die App bekommen hat.',
        text: '{host} antwortete auf den gerade ausgestellten Token mit HTTP {status}{code}; eine andere API hat ihn angenommen.{hint}',
        fix: 'Ein Token ist für eine Audience: für diese API einen eigenen holen.',
      },
    },
    said: {
      code,
      hint: {
        ' What was sent is the ID token, which is for the app itself; an API wants the access token.':
          ' Gesendet wurde der ID-Token, der für die App selbst ist; eine API will den Access-Token.',
        ' The word before the token is not spelled `Bearer`, and some APIs insist on it.':
          ' Das Wort vor dem Token ist nicht `Bearer` geschrieben, und manche APIs bestehen darauf.',
        ' By the clock of this computer the token had expired already.': ' Nach der Uhr dieses Computers war der Token schon abgelaufen.',
        ' By the clock of this computer the token is not valid yet: the clocks may disagree.':
          ' Nach der Uhr dieses Computers ist der Token noch nicht gültig: Vielleicht gehen die Uhren verschieden.',
        ' The token’s audience (`aud`) is at another site than this API.':
          ' Die Audience des Tokens (`aud`) liegt auf einer anderen Site als diese API.',
        ' The request named no audience or resource, and the token is no JWT: some providers give such tokens for their own UserInfo only.':
          ' Die Anfrage hat weder Audience noch Resource genannt, und der Token ist kein JWT: Manche Provider geben solche Token nur für ihr eigenes UserInfo aus.',
      },
    },
  },
  'token-cors-blocked': {
    title: 'Aufruf von Token, Discovery oder UserInfo aus dem Browser durch CORS blockiert',
    messages: {
      preflight: {
        title: 'Der Provider hat den Preflight des Browsers abgelehnt: {what}',
        plain: 'Der Anmeldedienst erlaubt dieser Website nicht, vom Browser aus mit ihm zu sprechen.',
        text: 'Die Seite auf {origin} wollte {host} aufrufen. Der Browser hat zuerst gefragt (OPTIONS) und das bekommen: {answer}. Deshalb hat er den Aufruf selbst nie gesendet.',
        fix: register,
      },
      response: {
        title: 'Der Browser hat der Seite die Antwort vorenthalten: {what}',
        plain: 'Der Anmeldedienst erlaubt dieser Website nicht, seine Antwort im Browser zu lesen.',
        text: 'Die Seite auf {origin} hat {host} aufgerufen. In der Antwort fehlt `Access-Control-Allow-Origin` für diesen Origin, deshalb ließ der Browser die Seite sie nicht lesen{hidden}.',
        fix: register,
      },
      credentials: {
        title: 'Credentials und ein Platzhalter vertragen sich nicht',
        plain: 'Diese Website darf die Antwort des Anmeldedienstes nicht lesen.',
        text: 'Die Seite auf {origin} hat {host} mit Credentials aufgerufen, und die Antwort erlaubt `*`. Diese Kombination lehnen Browser ab.',
        fix: 'Den Aufruf ohne Credentials senden (`credentials: "omit"`) oder den Origin in `Access-Control-Allow-Origin` nennen.',
      },
    },
    said: {
      what: {
        'the provider’s metadata': 'Metadaten des Providers',
        'the provider’s keys': 'Schlüssel des Providers',
        'the UserInfo call': 'UserInfo-Aufruf',
        'the registration': 'Registrierung',
        'the revocation': 'Widerruf',
        'the pushed request': 'vorab übergebene Anfrage (PAR)',
        'the token request': 'Token-Anfrage',
      },
      answer: {
        'a redirect (HTTP {status}), which is not allowed there': 'eine Weiterleitung (HTTP {status}), die dort nicht erlaubt ist',
        'no usable answer': 'keine brauchbare Antwort',
        'an answer that does not allow this origin': 'eine Antwort, die diesen Origin nicht erlaubt',
        'an answer that does not allow the header {name}': 'eine Antwort, die den Header {name} nicht erlaubt',
      },
      hidden: { '. Behind it is an error of its own: HTTP {status}': '. Dahinter steckt ein eigener Fehler: HTTP {status}' },
    },
  },
  'token-error-response': {
    title: 'Token-Endpunkt hat mit einem Fehler geantwortet',
    messages: {
      refused: {
        title: 'Der Provider hat die Token-Anfrage abgelehnt: {reason}',
        plain: 'Der Anmeldedienst hat die Anmeldung nicht abgeschlossen: {reason}.',
        text: 'Der Token-Endpunkt antwortete mit HTTP {status} und `{code}`: {reason}.',
        fix: '{advice}',
      },
      refresh: {
        title: 'Der Provider hat den Refresh-Token nicht angenommen',
        plain: 'Der Anmeldedienst hat die Sitzung nicht verlängert: Sie ist zu Ende oder wurde beendet. Melden Sie sich neu an.',
        text: 'Der Token-Endpunkt antwortete auf einen Refresh-Token mit HTTP {status} und `{code}`: Er ist abgelaufen, widerrufen, durch Rotation verbraucht oder gehört zu einem anderen Client.',
        fix: 'Das als Ende der Sitzung nehmen und eine Anmeldung starten. Kommt es zu früh: die Lebensdauer der Refresh-Token ansehen und, wo sie rotieren, immer nur einen Tab erneuern lassen.',
      },
      pushed: {
        title: 'Der Provider hat die vorab übergebene Anfrage abgelehnt: {reason}',
        plain: 'Die App hat die Anmeldung beim Anmeldedienst angekündigt, und er hat sie abgelehnt: {reason}.',
        text: 'Die Seite hat ihren Authorization Request vorab übergeben (RFC 9126), und der Provider antwortete mit HTTP {status}{code}: {reason}.',
        fix: '{advice}',
      },
      grant: {
        title: 'Der Provider hat den Anmeldecode nicht angenommen',
        plain:
          'Der Anmeldedienst hat den Anmeldecode nicht gegen einen Schlüssel getauscht: Er ist abgelaufen, schon benutzt oder gehört zu einer anderen Anfrage.',
        text: 'Der Token-Endpunkt antwortete mit HTTP {status} und `{code}`.{hint}',
        fix: 'Jeden Code einmal und sofort einlösen, mit derselben redirect_uri und mit dem code_verifier desselben Versuchs.',
      },
      status: {
        title: 'Der Token-Endpunkt antwortete mit HTTP {status}',
        plain: 'Der Anmeldedienst hat den Anmeldecode nicht gegen einen Schlüssel getauscht (Fehler {status}).',
        text: 'Der Token-Endpunkt antwortete mit HTTP {status}; der Body ist nicht in dieser Aufzeichnung, deshalb ist der Fehlercode nicht bekannt.',
        fix: 'Den Body dieser Antwort in den DevTools ansehen: Er nennt den Fehler.',
      },
      unsaid: {
        title: 'Der Token-Endpunkt antwortete mit HTTP {status} ohne OAuth-Fehler',
        plain: 'Der Anmeldedienst hat den Anmeldecode nicht gegen einen Schlüssel getauscht (Fehler {status}).',
        text: 'Der Token-Endpunkt antwortete mit HTTP {status} und etwas, das kein OAuth-Fehler ist: Vielleicht hat ein Proxy, eine Firewall oder ein anderes Programm geantwortet.',
        fix: 'Den Body dieser Antwort lesen und die Adresse mit dem token_endpoint in den Metadaten des Providers vergleichen.',
      },
      renewal: {
        title: 'Die Sitzung ließ sich nicht erneuern, und eine neue Anmeldung folgte',
        plain: 'Die alte Sitzung war zu Ende; deshalb war eine neue Anmeldung nötig. Das ist normal.',
        text: 'Ein Refresh-Token wurde abgelehnt (HTTP {status}); danach hat die App eine Anmeldung gestartet.',
        fix: 'Es muss sich nichts ändern, außer es geschieht zu oft: dann Lebensdauer und Rotation der Refresh-Token ansehen.',
      },
    },
    said: {
      code,
      hint: grantHint,
      reason: { ...errorReasons, 'it gives no reason that this capture shows': 'Einen Grund dafür zeigt diese Aufzeichnung nicht' },
      advice: { ...errorFixes, 'Look at the body of this answer.': 'Den Body dieser Antwort ansehen.' },
    },
  },
};
