import type { CheckWords } from '../../check-words.ts';
import type { Said } from '../../said.ts';

const why: Said = {
  'it is the verifier itself, with {n} characters where 43 to 128 unreserved ones are due':
    'Sie ist der Verifier selbst, mit {n} Zeichen, wo 43 bis 128 nicht reservierte verlangt sind',
  'it has 64 characters, as many as the digest has in hexadecimal': 'Sie hat 64 Zeichen, so viele wie der Hashwert in hexadezimaler Form',
  'it has {n} characters, as if the digest’s hexadecimal text had been encoded instead of its bytes':
    'Sie hat {n} Zeichen, als wäre der hexadezimale Text des Hashwerts kodiert worden statt seiner Bytes',
  'it ends in padding (`=`)': 'Sie endet mit Padding (`=`)',
  'it has characters that base64url has not, such as `+` and `/`': 'Sie hat Zeichen, die es in base64url nicht gibt, etwa `+` und `/`',
  'it has {n} characters instead of 43': 'Sie hat {n} Zeichen statt 43',
};

export const pkce: CheckWords = {
  'pkce-malformed': {
    title: 'PKCE-Parameter haben nicht die vorgeschriebene Form',
    messages: {
      challenge: {
        title: 'Die code_challenge hat nicht die vorgeschriebene Form',
        plain: 'Die App hat das Schloss dieser Anmeldung so gebaut, dass Anmeldedienste es nicht lesen können.',
        text: 'Die `code_challenge` sieht nicht so aus, wie ihre Methode es verlangt: {why}.',
        fix: 'Die 32 Byte des SHA-256-Hashwerts in base64url ohne Padding senden: 43 Zeichen. Nicht seinen hexadezimalen Text und nicht gewöhnliches base64.',
      },
      method: {
        title: 'Die code_challenge_method ist keine bekannte',
        plain: 'Die App hat diese Anmeldung auf eine Weise verschlossen, die Anmeldedienste nicht kennen.',
        text: 'Die `code_challenge_method` ist weder `S256` noch `plain`. Die Namen werden Buchstabe für Buchstabe verglichen, auch Groß- und Kleinschreibung.',
        fix: '`code_challenge_method=S256` senden, genau so geschrieben.',
      },
      verifier: {
        title: 'Der code_verifier hat nicht die vorgeschriebene Form',
        plain: 'Der Schlüssel, den die App für diese Anmeldung gemacht hat, hat eine Form, die Anmeldedienste nicht annehmen.',
        text: 'Der `code_verifier` hat {length} Zeichen; es müssen 43 bis 128 sein, und zwar nur Buchstaben, Ziffern, `-`, `.`, `_` oder `~`.',
        fix: 'Den Verifier aus 32 zufälligen Bytes in base64url ohne Padding bilden: 43 Zeichen.',
      },
    },
    said: { why },
  },
  'pkce-missing': {
    title: 'Authorization Code Flow ohne PKCE',
    messages: {
      demanded: {
        title: 'Der Provider besteht auf PKCE, und die Anfrage hat keines',
        plain: 'Der Anmeldedienst nimmt nur Anmeldungen mit einem zusätzlichen Schloss (PKCE) an, und die App hat keines gesendet.',
        text: 'Die Anfrage hat keine `code_challenge`, und der Fehler des Providers sagt, dass sie nötig ist.',
        fix: '`code_challenge` mit `code_challenge_method=S256` senden und den passenden `code_verifier` zusammen mit dem Code.',
      },
      public: {
        title: 'Ein öffentlicher Client verlangt einen Code ohne PKCE',
        plain: 'Der Anmeldecode ist nicht an diese App gebunden. Wer ihn abfängt, könnte ihn benutzen.',
        text: 'Der Client ist öffentlich ({why}), und der Authorization Request hat keine `code_challenge`: Wer den Code abfängt, kann ihn einlösen.',
        fix: '`code_challenge` mit `code_challenge_method=S256` senden, und `code_verifier` in der Token-Anfrage.',
      },
      confidential: {
        title: 'Code-Flow ohne PKCE',
        plain: 'Der Anmeldecode ist nicht an diesen Anmeldeversuch gebunden.',
        text: 'Der Authorization Request hat keine `code_challenge`. Bei einem vertraulichen Client hilft das keinem Dieb, der das Secret nicht hat; das Einschleusen eines fremden Codes bleibt aber möglich.',
        fix: '`code_challenge` mit `code_challenge_method=S256` senden; Server, die das nicht kennen, ignorieren es.',
      },
      'nonce-only': {
        title: 'Code-Flow ohne PKCE, durch eine Nonce geschützt',
        plain: 'Der Anmeldecode ist auf andere Weise geschützt.',
        text: 'Der Authorization Request hat keine `code_challenge`; seine `nonce` schützt vor einem eingeschleusten Code, wenn der Client sie prüft.',
        fix: 'Mit PKCE wäre der Code schon geschützt, bevor der ID-Token geprüft wird.',
      },
    },
    said: {
      why: {
        'its redirect_uri has a scheme of its own': 'seine redirect_uri hat ein eigenes Schema',
        'its redirect_uri is a loopback address': 'seine redirect_uri ist eine Loopback-Adresse',
        'the page redeems the code itself, without a secret': 'die Seite löst den Code selbst ein, ohne Secret',
      },
    },
  },
  'pkce-plain': {
    title: 'PKCE mit der Methode plain',
    messages: {
      refused: {
        title: 'Der Provider nimmt PKCE mit der Methode plain nicht an',
        plain: 'Der Anmeldedienst nimmt nur Anmeldungen mit einem stärkeren Schloss (PKCE) an als dem, das die App benutzt hat.',
        text: 'Die `code_challenge_method` ist `plain` oder fehlt, was dasselbe bedeutet, und der Fehler des Providers betrifft PKCE.',
        fix: 'Den SHA-256-Hashwert des Verifiers als `code_challenge` senden, mit `code_challenge_method=S256`.',
      },
      plain: {
        title: 'Das Schloss des Anmeldecodes wird zusammen mit seinem Schlüssel gesendet',
        plain: 'Der Anmeldecode ist verschlossen, und der Schlüssel liegt daneben.',
        text: 'Mit der `code_challenge_method` `plain` ist die `code_challenge` der Verifier selbst: Wer die Anfrage sieht, kann den Code einlösen.',
        fix: 'Den SHA-256-Hashwert des Verifiers als `code_challenge` senden, mit `code_challenge_method=S256`.',
      },
      unnamed: {
        title: 'Die code_challenge kommt ohne ihre Methode',
        plain: 'Die App hat nicht gesagt, wie sie diese Anmeldung verschlossen hat. Ein Anmeldedienst kann das falsch verstehen.',
        text: 'Die `code_challenge` sieht aus wie ein SHA-256-Hashwert, gilt aber ohne `code_challenge_method` als `plain`: Ein Server, der sich an den Standard hält, lehnt den Code später ab.',
        fix: 'Zur Challenge `code_challenge_method=S256` mitsenden.',
      },
    },
  },
  'pkce-verifier-mismatch': {
    title: 'Der code_verifier öffnet die code_challenge nicht',
    messages: {
      different: {
        title: 'Der code_verifier gehört zu einer anderen code_challenge',
        plain: 'Die App hat diese Anmeldung mit einem Schlüssel verschlossen und wollte sie mit einem anderen öffnen.',
        text: 'Der `code_verifier` der Token-Anfrage ergibt nicht die `code_challenge` aus dem Authorization Request dieser Anmeldung, und auch nicht die einer anderen Anmeldung in dieser Aufzeichnung.',
        fix: 'Je `state` einen Verifier aufbewahren, ihn vor der Weiterleitung speichern und beim erneuten Laden der Seite keinen neuen erzeugen. Wird der Speicher unterwegs geleert oder geteilt, den Verifier im sessionStorage des Tabs aufbewahren, in dem es begann.',
      },
      'other-login': {
        title: 'Der code_verifier gehört zu einer anderen Anmeldung',
        plain: 'Die App wollte diese Anmeldung mit dem Schlüssel eines anderen Versuchs öffnen.',
        text: 'Der `code_verifier` der Token-Anfrage öffnet die `code_challenge` einer anderen Anmeldung, {flow}, nicht die von dieser.',
        fix: 'Je `state` einen Verifier aufbewahren, nicht einen Platz für alle Anmeldungen: Ein zweiter Start überschreibt ihn.',
      },
      missing: {
        title: 'Die Token-Anfrage hat keinen code_verifier',
        plain: 'Die App hat diese Anmeldung verschlossen und den Schlüssel unterwegs verloren.',
        text: 'Der Authorization Request hatte eine `code_challenge`, die Token-Anfrage hat keinen `code_verifier`.',
        fix: 'Den Verifier mit dem Code senden. Hat die App ihn verloren: ihn dort aufbewahren, wo er die Weiterleitung übersteht und wo die Seite, die die Antwort entgegennimmt, ihn lesen kann (gleicher Origin, gleicher Tab).',
      },
      unasked: {
        title: 'Ein code_verifier wurde für eine Anmeldung ohne code_challenge gesendet',
        plain: 'Die App wollte diese Anmeldung mit einem Schlüssel öffnen, obwohl sie sie nicht verschlossen hatte.',
        text: 'Die Token-Anfrage hat einen `code_verifier`, der Authorization Request hatte keine `code_challenge`. Das muss ein Server ablehnen.',
        fix: 'Im Authorization Request `code_challenge` mit `code_challenge_method=S256` senden. Tut die App das: nach der Stelle suchen, die beides entfernt.',
      },
      'not-hashed': {
        title: 'Die code_challenge ist der code_verifier selbst',
        plain: 'Die App hat diese Anmeldung anders verschlossen, als sie gesagt hat.',
        text: 'Die Anfrage sagt `code_challenge_method=S256`, aber ihre `code_challenge` ist der Verifier selbst, nicht dessen SHA-256-Hashwert.',
        fix: 'Den SHA-256-Hashwert des Verifiers in base64url als `code_challenge` senden und den Verifier selbst mit dem Code.',
      },
      'method-missing': {
        title: 'Die Anfrage sagt nicht, dass ihre code_challenge ein Hashwert ist',
        plain: 'Die App hat diese Anmeldung verschlossen, ohne zu sagen wie. Der Anmeldedienst konnte sie deshalb nicht öffnen.',
        text: 'Die `code_challenge` ist der SHA-256-Hashwert des Verifiers, aber die `code_challenge_method` ist `plain` oder fehlt, was dasselbe bedeutet: Der Server vergleicht den Verifier selbst.',
        fix: 'Zur Challenge `code_challenge_method=S256` mitsenden.',
      },
      unchecked: {
        title: 'Der Provider hat einen Code angenommen, dessen PKCE nicht passt',
        plain: 'Der Anmeldedienst hat das Schloss nicht geprüft, das diese Anmeldung schützt.',
        text: 'Die Token-Anfrage wurde angenommen, obwohl etwas nicht stimmt: {what}. Bei einem Provider, der es nicht prüft, schützt PKCE nichts.',
        fix: 'Der Provider muss einen Code ablehnen, wenn `code_verifier` und `code_challenge` nicht zusammenpassen (RFC 7636, Abschnitt 4.6) oder wenn eines davon fehlt.',
      },
    },
    said: {
      what: {
        'the authorization request had no `code_challenge`': 'Der Authorization Request hatte keine `code_challenge`',
        'it has no `code_verifier`': 'Sie hat keinen `code_verifier`',
        'the `code_challenge` is the verifier itself': 'Die `code_challenge` ist der Verifier selbst',
        'its `code_verifier` does not give the `code_challenge`': 'Ihr `code_verifier` ergibt nicht die `code_challenge`',
      },
    },
  },
};
