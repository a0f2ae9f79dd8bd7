/** German of `lib/checks/token-endpoint`: what renews a token, and how long tokens live. */
import type { CheckWords } from '../../check-words.ts';
import { refreshRecipes } from '../providers.ts';

export const tokenRenewal: CheckWords = {
  'refresh-not-rotated': {
    title: 'Refresh-Token noch einmal benutzt, oder die Erneuerung scheitert immer wieder',
    messages: {
      'used-up': {
        title: 'Ein Refresh-Token wurde noch einmal gesendet, nachdem er eingetauscht war',
        plain: 'Die App wollte die Sitzung mit einem Schlüssel verlängern, der schon verbraucht war. Melden Sie sich neu an.',
        text: 'Der Token-Endpunkt hat für diesen Refresh-Token neue Token ausgegeben. Derselbe wurde noch einmal gesendet und bekam HTTP {status}: Wo Refresh-Token rotieren, gilt jeder einmal.',
        fix: 'Den neuen Refresh-Token jeder Antwort aufbewahren, bevor wieder erneuert wird, und immer nur einen Tab erneuern lassen (Web Locks). Eine kurze Überlappung beim Provider hilft gegen Wettläufe.',
      },
      repeated: {
        title: 'Die App sendet immer wieder einen Refresh-Token, der abgelehnt wird',
        plain: 'Die App versucht immer wieder, eine Sitzung zu verlängern, die zu Ende ist. Melden Sie sich neu an.',
        text: 'Derselbe Refresh-Token wurde {count}-mal nacheinander abgelehnt.',
        fix: 'Die erste Ablehnung als Ende der Sitzung nehmen: den Token vergessen und eine Anmeldung starten.',
      },
      kept: {
        title: 'Der Refresh-Token bleibt nach Gebrauch derselbe',
        plain: 'Der Schlüssel, der die Sitzung verlängert, wird nie gewechselt. Wer ihn kopiert, könnte ihn lange benutzen.',
        text: 'Derselbe Refresh-Token wurde {count}-mal von einer App ohne eigene Zugangsdaten eingetauscht, und keine Antwort hat ihn ersetzt.',
        fix: 'Für diesen Client die Rotation von Refresh-Token einschalten oder sie an den Schlüssel der App binden (DPoP).',
      },
    },
  },
  'refresh-token-missing': {
    title: 'Dauerhafter Zugriff verlangt, und kein Refresh-Token kam',
    messages: {
      missing: {
        title: 'Dauerhafter Zugriff wurde verlangt, und kein Refresh-Token kam',
        plain:
          'Die Verbindung endet, wenn der erste Schlüssel abläuft, in etwa einer Stunde, weil kein Schlüssel zum Erneuern mitgekommen ist.',
        text: 'Die Anfrage verlangt Zugriff auch in Abwesenheit des Benutzers (`{asked}`), und die Token-Antwort hat keinen `refresh_token`.{granted}{recipe} Wenn der Access-Token abläuft, muss sich der Benutzer neu anmelden.',
        fix: 'Prüfen, ob der Client beim Provider den Grant `refresh_token` verwenden darf. {consent}Hatte der Benutzer schon früher Zugriff gegeben: Manche Provider geben nur bei der ersten Zustimmung einen Refresh-Token aus; der App im Konto den Zugriff einmal entziehen und neu verbinden.',
      },
      impossible: {
        title: 'Dauerhafter Zugriff wird so verlangt, dass nie ein Refresh-Token kommen kann',
        plain:
          'Die App verlangt dauerhaften Zugriff auf eine Weise, die der Anmeldedienst übergehen muss; die Verbindung wird deshalb bald enden.',
        text: 'Die Anfrage verlangt Zugriff auch in Abwesenheit des Benutzers (`{asked}`), ohne `code` in ihrem response_type (`{types}`). Einen Refresh-Token gibt nur der Token-Endpunkt aus, für einen Code: Der Provider muss den Wunsch übergehen.',
        fix: '`response_type=code` mit PKCE verwenden, oder den Wunsch aus der Anfrage nehmen und mit `prompt=none` still erneuern.',
      },
    },
    said: {
      granted: {
        ' The `scope` of the answer does not hold the wish: the provider did not grant it.':
          ' Der `scope` der Antwort enthält den Wunsch nicht: Der Provider hat ihn nicht erfüllt.',
      },
      recipe: {
        ' At this provider, a refresh token is asked for with {how}.': ' Bei diesem Provider fordert man einen Refresh-Token mit {how} an.',
        ...refreshRecipes,
      },
      consent: {
        'OpenID Connect grants `offline_access` to web apps with `prompt=consent` only, which this request does not have. ':
          'OpenID Connect gewährt Web-Apps `offline_access` nur mit `prompt=consent`, und das fehlt in dieser Anfrage. ',
      },
    },
  },
  'token-lifetime-anomaly': {
    title: 'Token gilt ungewöhnlich kurz oder lang oder sagt nicht, wie lange',
    messages: {
      short: {
        title: 'Der Access-Token gilt nur {seconds} Sekunden',
        plain: 'Der Schlüssel, den die App bekommen hat, läuft fast sofort ab.',
        text: 'Der Access-Token kam mit einer Lebensdauer von {seconds} Sekunden. Ein Teil davon ist um, bevor er benutzt wird; Clients, die eine Minute im Voraus erneuern, halten ihn von Anfang an für abgelaufen.',
        fix: 'Access-Token 5 bis 60 Minuten geben.',
      },
      brief: {
        title: 'Der Access-Token gilt {seconds} Sekunden, und nichts erneuert ihn',
        plain: 'Der Schlüssel, den die App bekommen hat, läuft nach ein paar Minuten ab, und dann müssen Sie sich neu anmelden.',
        text: 'Der Access-Token kam mit einer Lebensdauer von {seconds} Sekunden und ohne Refresh-Token. Plattformen, die Konten verknüpfen, verlangen mindestens sechs Minuten (Alexa), und eine Seite muss den Provider jedes Mal neu fragen.',
        fix: 'Access-Token 5 bis 60 Minuten geben oder einen Refresh-Token mitgeben.',
      },
      long: {
        title: 'Ein Access-Token im Browser gilt {hours} Stunden',
        plain:
          'Der Schlüssel, den die App im Browser hält, gilt sehr lange; wer ihn in die Hand bekommt, kann ihn die ganze Zeit benutzen.',
        text: 'Ein Access-Token, den eine Seite lesen kann, kam mit einer Lebensdauer von {hours} Stunden. Ein gestohlener gilt so lange: Access-Token lassen sich meist nicht zurücknehmen.',
        fix: 'Access-Token 5 bis 60 Minuten geben und sie mit rotierenden Refresh-Token erneuern, oder die Token auf dem Server der App halten.',
      },
      'open-ended': {
        title: 'Die Antwort sagt nicht, wie lange der Access-Token gilt',
        plain:
          'Der Anmeldedienst sagt nicht, wann der Schlüssel abläuft; deshalb merkt es die App vielleicht erst, wenn er abgelehnt wird.',
        text: 'Die Antwort mit dem Access-Token hat kein `expires_in`, und der Token selbst zeigt kein Ende. Die App kann ihn nicht rechtzeitig erneuern.',
        fix: '`expires_in` mit jedem Access-Token senden.',
      },
    },
  },
};
