import type { CheckWords } from '../../check-words.ts';
import { change, difference, hint, landed, page, providerRules, whereToRegister } from '../registered.ts';

export const redirectUri: CheckWords = {
  'app-scheme-not-handled': {
    title: 'Antwort ging an eine App, die nichts geöffnet hat',
    messages: {
      unopened: {
        title: 'Nichts auf diesem Computer öffnet die Adresse der App',
        plain:
          'Der Anmeldedienst hat Sie zu einer App zurückgeschickt, aber nichts auf diesem Computer nimmt solche Adressen entgegen: Die App ist nicht installiert oder nicht eingerichtet.',
        text: 'Die Antwort ging an ein eigenes Schema der App, und der Browser kennt für dieses Schema kein Programm. Der Provider hat seinen Teil getan; die Antwort hat niemanden erreicht.{claim}',
        fix: 'Die App auf diesem Computer installieren oder reparieren: Die Installation muss das Schema im System registrieren. Wo nicht jeder die App hat, ihr eine redirect_uri im Web oder auf einer Loopback-Adresse geben (RFC 8252, Abschnitt 7.3).',
      },
      'handed-over': {
        title: 'Die Antwort wurde an eine App außerhalb des Browsers übergeben',
        plain: 'Der Browser hat die Antwort an eine App weitergegeben. Ist danach nichts passiert, hat keine App sie entgegengenommen.',
        text: 'Die Antwort ging an ein eigenes Schema der App. Ob ein Programm sie entgegengenommen hat, kann diese Aufzeichnung nicht zeigen: Der Browser beendet das Laden der Seite in beiden Fällen.{claim}',
        fix: 'Ist die App nicht aufgegangen: prüfen, ob sie installiert und für dieses Schema registriert ist. Firefox sagt es, wenn nichts registriert ist.',
      },
    },
    said: {
      claim: {
        ' The scheme has no dot in it: any other program may claim the same one, and get the answer.':
          ' Das Schema enthält keinen Punkt: Jedes andere Programm kann dasselbe beanspruchen und die Antwort bekommen.',
      },
    },
  },
  'callback-params-lost': {
    title: 'Callback noch einmal weitergeleitet, bevor die App ihn lesen konnte',
    messages: {
      'query-lost': {
        title: 'Die eigene Weiterleitung der App hat die Antwort weggeworfen',
        plain: 'Die Website hat Sie auf eine aufgeräumtere Adresse weitergeleitet und die Antwort auf die Anmeldung dabei verloren.',
        text: 'Auf den Callback folgte mit {status} eine Weiterleitung auf {change}, und in der neuen Adresse fehlen die Parameter der Antwort.',
        fix: 'Die Adresse registrieren, die die Website wirklich benutzt, und den Pfad des Callbacks von Weiterleitungen für Schrägstriche, Groß- und Kleinschreibung, Sprache, www oder https ausnehmen.',
      },
      'body-lost': {
        title: 'Die eigene Weiterleitung der App hat die per POST gesendete Antwort weggeworfen',
        plain: 'Die Website hat Sie auf eine andere Adresse weitergeleitet und die Antwort auf die Anmeldung dabei verloren.',
        text: 'Die Antwort kam per POST zum Callback, und der leitete mit {status} weiter auf {change}. Bei 301, 302 und 303 wiederholen Browser die Anfrage als GET, ohne Body.',
        fix: 'Die Adresse registrieren, die die Website wirklich benutzt, oder den Callback selbst beantworten, statt ihn weiterzuleiten.',
      },
      'fragment-lost': {
        title: 'Die eigene Weiterleitung der App hat das Fragment der Antwort ersetzt',
        plain: 'Die Website hat Sie auf eine andere Adresse weitergeleitet und die Antwort auf die Anmeldung dabei verloren.',
        text: 'Die Antwort stand hinter dem `#`. Der Callback antwortete mit {status} und einer Location, die ein eigenes Fragment hat; der Browser hat die Antwort deshalb fallen lassen.',
        fix: 'Die Callback-Seite selbst ausliefern oder ohne `#` weiterleiten.',
      },
      exposed: {
        title: 'Der Callback hat die Antwort über unverschlüsseltes http weitergegeben',
        plain: 'Die Website hat die Antwort auf die Anmeldung über eine unverschlüsselte Verbindung weitergeleitet.',
        text: 'Der Callback antwortete mit {status} und einer http-Adresse, die noch die Parameter der Antwort trägt.',
        fix: 'Nur auf https-Adressen weiterleiten, und erst, nachdem die Antwort verwendet wurde.',
      },
    },
    said: { change },
  },
  'redirect-uri-environment-mixup': {
    title: 'Anmeldung beginnt in einer Umgebung und kehrt in eine andere zurück',
    messages: {
      refused: {
        title: 'Die Rücksprungadresse gehört zu einer anderen Umgebung als die App ({to} statt {from})',
        plain:
          'Sie haben auf {from} begonnen, aber die App wollte Sie zu {to} zurückschicken lassen, und das hat der Anmeldedienst abgelehnt.',
        text: 'Die Anmeldung begann auf {from}; ihre redirect_uri nennt {to}, was nach einer anderen Umgebung der App aussieht. Der Provider hat sie abgelehnt.',
        fix: 'Für diese Umgebung die eigene Adresse der App einstellen und beim Provider die redirect_uri jeder Umgebung registrieren.',
      },
      broke: {
        title: 'Die Anmeldung begann auf {from} und kam auf {to} zurück, in einer anderen Umgebung',
        plain:
          'Sie haben in einer Fassung der Website begonnen und wurden zu einer anderen zurückgeschickt ({from} und {to}), die Ihre Anmeldung nicht kennt.',
        text: 'Die Anmeldung begann auf {from}, die Antwort ging an {to}, was nach einer anderen Umgebung der App aussieht, und dort ist die Anmeldung gescheitert. Was {from} zu der Anmeldung gespeichert hatte, ist dort nicht vorhanden. Die Cookies selbst sind nicht in dieser Aufzeichnung.',
        fix: 'Für diese Umgebung die eigene Adresse der App einstellen und beim Provider die redirect_uri jeder Umgebung registrieren.',
      },
      landed: {
        title: 'Die Anmeldung begann auf {from} und kam auf {to} zurück, in einer anderen Umgebung',
        plain: 'Sie haben in einer Fassung der Website begonnen und wurden zu einer anderen zurückgeschickt ({from} und {to}).',
        text: 'Die Anmeldung begann auf {from}, und ihre redirect_uri nennt {to}, was nach einer anderen Umgebung der App aussieht.',
        fix: 'Ist das nicht gewollt: für diese Umgebung die eigene Adresse der App einstellen und beim Provider die redirect_uri jeder Umgebung registrieren.',
      },
    },
  },
  'redirect-uri-host-drift': {
    title: 'Anmeldung beginnt auf einem Host und kehrt zu einem anderen zurück',
    messages: {
      lost: {
        title: 'Die Anmeldung begann auf {from} und kam auf {to} zurück',
        plain:
          'Sie haben unter einer Adresse begonnen und sind unter einer anderen zurückgekommen ({from} und {to}). Deshalb erkennt die App Sie nicht wieder.',
        text: 'Die App hat `{cookie}` auf {from} gesetzt. Die Antwort ging an {to}, wohin der Browser es nicht sendet: Ohne das Attribut Domain gehört ein Cookie genau einem Host.',
        fix: 'Für Start und Rückkehr denselben Host verwenden: Besucher schon vor Beginn der Anmeldung dorthin leiten und ihn in der redirect_uri nennen. Auf Entwicklungsrechnern die App unter dem Namen öffnen, der in der redirect_uri steht (localhost oder 127.0.0.1).',
      },
      elsewhere: {
        title: 'Die Anmeldung begann auf {from} und kam auf {to} zurück',
        plain:
          'Sie haben unter einer Adresse begonnen und sind unter einer anderen zurückgekommen ({from} und {to}). Deshalb erkennt die App Sie nicht wieder.',
        text: 'Die Anmeldung begann auf {from} mit `{cookie}`. Die Antwort ging an {to}, wo der Browser kein Cookie von {from} hat, und danach ist die App gescheitert.',
        fix: 'In der redirect_uri den Host nennen, auf dem die Anmeldung begonnen wird, oder Besucher schon vor Beginn der Anmeldung zum Host der redirect_uri leiten. Der übliche Grund ist eine Einstellung aus einer anderen Umgebung.',
      },
      unseen: {
        title: 'Die Anmeldung begann auf {from} und kam auf {to} zurück',
        plain:
          'Sie haben unter einer Adresse begonnen und sind unter einer anderen zurückgekommen ({from} und {to}); danach ist die App gescheitert.',
        text: 'Die Anmeldung begann auf {from}, die Antwort ging an {to}, und danach ist die App gescheitert. Was sie unter dem ersten Namen gespeichert hatte (Cookies, Browserspeicher), ist unter dem zweiten nicht vorhanden. Die Cookies selbst sind nicht in dieser Aufzeichnung.',
        fix: 'Für Start und Rückkehr denselben Host verwenden: Besucher schon vor Beginn der Anmeldung dorthin leiten und ihn in der redirect_uri nennen.',
      },
    },
  },
  'redirect-uri-malformed': {
    title: '`redirect_uri` ist keine saubere absolute URI',
    messages: {
      'double-encoded': {
        title: 'Die Rücksprungadresse wurde doppelt kodiert',
        plain: 'Die App hat ihre Rücksprungadresse in einer Form geschrieben, mit der der Anmeldedienst nichts anfangen kann.',
        text: 'Nach einmaligem Dekodieren, wie der Provider es tut, ist die `redirect_uri` noch immer prozentkodiert (`%3A%2F%2F`, wo `://` hingehört).',
        fix: 'Den Wert genau einmal kodieren: dem URL-Builder die unkodierte URL übergeben.',
      },
      relative: {
        title: 'Die Rücksprungadresse ist keine absolute URL',
        plain: 'Die App hat eine unvollständige Rücksprungadresse gesendet. Der Anmeldedienst weiß nicht, wohin er Sie schicken soll.',
        text: 'Der `redirect_uri` fehlen Schema und Host.',
        fix: 'Die vollständige Adresse senden, mit Schema und Host.',
      },
      fragment: {
        title: 'Die Rücksprungadresse enthält ein #',
        plain: 'Die Rücksprungadresse der App hat einen Teil, den Anmeldedienste nicht annehmen.',
        text: 'Die `redirect_uri` enthält ein Fragment. RFC 6749 verbietet das, und mit dem Fragment der Antwort selbst würde es kollidieren.',
        fix: 'Die Adresse ohne `#` registrieren und senden; den Router der App erst arbeiten lassen, wenn die Antwort gelesen ist.',
      },
      characters: {
        title: 'Die Rücksprungadresse enthält Leer- oder Steuerzeichen',
        plain: 'Die Rücksprungadresse der App enthält Zeichen, die dort nicht hingehören.',
        text: 'Die `redirect_uri` enthält Leerraum oder Steuerzeichen, oft durch einen Zeilenumbruch in einer Konfigurationsdatei.',
        fix: 'Leerraum um den eingestellten Wert entfernen.',
      },
      spilled: {
        title: 'Ein Teil der Rücksprungadresse ist in die Anfrage gerutscht',
        plain: 'Die App hat ihre Rücksprungadresse unkodiert geschrieben. Der Anmeldedienst hat deshalb nur den ersten Teil davon gelesen.',
        text: 'Die `redirect_uri` wurde unkodiert geschrieben. Ihre Query wurde am ersten `&` abgeschnitten, und `{name}` ist als Parameter der Anfrage gelandet.',
        fix: 'Die gesamte redirect_uri prozentkodieren.',
      },
    },
  },
  'redirect-uri-mismatch': {
    title: 'Antwort an eine andere Adresse zugestellt als verlangt',
    messages: {
      elsewhere: {
        title: 'Die Antwort ging an eine andere Adresse, als die App verlangt hat',
        plain: 'Der Anmeldedienst hat Sie an eine andere Adresse zurückgeschickt, als die App verlangt hat.',
        text: 'Die Anfrage verlangte eine redirect_uri, zugestellt wurde die Antwort an eine andere. Der erste Unterschied: {difference}.',
        fix: 'Die redirect_uri im Code der App und die in der Verwaltungsoberfläche des Providers Zeichen für Zeichen gleich machen. Auch ein Proxy vor einem der beiden kann sie umschreiben.{where}',
      },
      gateway: {
        title: 'Ein Gateway hat seinen eigenen Namen hinter den der App gesetzt ({to})',
        plain:
          'Zwischen Ihnen und der App steht ein Sicherheits-Gateway, höchstwahrscheinlich das Ihrer Firma, und die Anmeldung passt nicht hindurch.',
        text: 'Die Antwort wurde an {to} zugestellt: der Host, den die App verlangt hat, mit einem anderen Namen dahinter. So schreiben Gateways, die Sitzungen überwachen, Hosts um. Was die App auf {from} aufbewahrt (Cookies, Speicher), gibt es dort nicht.',
        fix: 'Die Administration bitten, diese App und ihren Provider aus der Sitzungskontrolle des Gateways herauszunehmen oder beide hindurchzuführen, mit der umgeschriebenen Adresse als registrierter.',
      },
      tolerated: {
        title: 'Die Antwort ging an eine leicht andere Adresse, und die App hat sie angenommen',
        plain: 'Der Anmeldedienst hat Sie an eine leicht andere Adresse zurückgeschickt; diese App hat sich daran nicht gestört.',
        text: 'Verlangte und erreichte redirect_uri unterscheiden sich: {difference}. Die Anmeldung lief trotzdem weiter.',
        fix: 'Beide Zeichen für Zeichen gleich machen, bevor ein strengerer Provider oder Client sie ablehnt.{where}',
      },
    },
    said: { difference, where: whereToRegister },
  },
  'redirect-uri-rejected': {
    title: 'Provider hat die redirect_uri abgelehnt',
    messages: {
      refused: {
        title: 'Der Provider nimmt diese Rücksprungadresse nicht an',
        plain:
          'Der Anmeldedienst kennt die Adresse nicht, zu der diese App Sie zurückschicken lassen will. Er hat die Anmeldung deshalb angehalten.',
        text: 'Der Provider hat die `redirect_uri` der Anfrage abgelehnt. Auf eine Adresse, die er nicht kennt, darf er nicht weiterleiten{landed}.{hint}',
        fix: 'Beim Provider für diesen Client genau die hier gezeigte redirect_uri registrieren, oder die App die registrierte senden lassen. {rule}{where}',
      },
      differs: {
        title: 'Der Provider hat diese Rücksprungadresse abgelehnt; eine andere dieser App hat er angenommen',
        plain: 'Der Anmeldedienst nimmt die Adresse nicht an, zu der diese App Sie zurückschicken lassen will.',
        text: 'Der Provider hat die Anmeldung auf seiner eigenen Seite angehalten. Eine andere Anmeldung desselben Clients in dieser Aufzeichnung ging mit einer anderen redirect_uri durch. Der Unterschied: {difference}.',
        fix: 'Auch diese redirect_uri registrieren, oder die App die senden lassen, die funktioniert.{where}',
      },
      maybe: {
        title: 'Der Provider hat die Anmeldung angehalten, höchstwahrscheinlich wegen der Rücksprungadresse',
        plain:
          'Der Anmeldedienst hat die Anmeldung noch vor seiner Anmeldeseite angehalten. Höchstwahrscheinlich kennt er die Adresse nicht, zu der diese App Sie zurückschicken lassen will.',
        text: 'Der Provider hat den Authorization Request mit HTTP {status} beantwortet und nicht weitergeleitet. Das tut ein Server, wenn er die `redirect_uri` oder die `client_id` nicht annimmt; seine Seite {page}, es kann also beides sein.{hint}',
        fix: 'Die Seite des Providers lesen. redirect_uri und client_id Zeichen für Zeichen mit dem vergleichen, was registriert ist.{where}',
      },
    },
    said: { difference, where: whereToRegister, rule: providerRules, landed, hint, page },
  },
  'redirect-uri-scheme-downgrade': {
    title: '`redirect_uri` nennt http, obwohl die Website über https läuft',
    messages: {
      broke: {
        title: 'Die App verlangt eine http-Rücksprungadresse, obwohl sie über https läuft',
        plain:
          'Die App hat den Anmeldedienst angewiesen, Sie an ihre ungesicherte Adresse zurückzuschicken. Höchstwahrscheinlich weiß sie nicht, dass sie hinter einem gesicherten Proxy steht.',
        text: 'Die Anmeldung begann auf {start}, aber die redirect_uri nennt für dieselbe Website `http://`{port}. Hinter einem Proxy, an dem TLS endet, glaubt eine App, die den weitergereichten Headern nicht vertraut, sie laufe über http.',
        fix: 'Das Framework so einstellen, dass es `X-Forwarded-Proto` und `X-Forwarded-Host` (oder `Forwarded`) vom Proxy vertraut, oder die öffentliche Basis-URL der App ausdrücklich setzen.',
      },
      went: {
        title: 'Die Rücksprungadresse nennt http, obwohl die Website über https läuft',
        plain: 'Die App hat verlangt, dass die Antwort an ihre ungesicherte Adresse geht. Bisher hat das hier nicht geschadet.',
        text: 'Die Anmeldung begann auf {start}, aber die redirect_uri nennt für dieselbe Website `http://`{port}.',
        fix: 'Das Framework so einstellen, dass es den weitergereichten Headern des Proxys vertraut, oder die öffentliche Basis-URL der App ausdrücklich setzen.',
      },
    },
    said: { port: { ', port {port}': ', Port {port}' } },
  },
  'redirect-uri-suspicious': {
    title: '`redirect_uri` enthält Pfadtricks oder reservierte Parameter',
    messages: {
      path: {
        title: 'Der Pfad der Rücksprungadresse führt nach oben oder zur Seite',
        plain: 'Die Rücksprungadresse enthält ungewöhnliche Teile, die die Antwort auf eine andere Seite führen können als gedacht.',
        text: 'Der Pfad der `redirect_uri` enthält `..`, einen Backslash oder eines davon prozentkodiert. Server, die nur den Anfang vergleichen, lassen sich so auf eine andere Seite führen.',
        fix: 'Beim Provider die ganze Adresse mit der registrierten vergleichen. In der App die registrierte Adresse unverändert senden.',
      },
      userinfo: {
        title: 'In der Rücksprungadresse steht ein Benutzername vor dem Host',
        plain: 'Die Rücksprungadresse ist so geschrieben, dass sie verbirgt, wohin sie wirklich führt.',
        text: 'In der `redirect_uri` steht ein `@` vor dem Host: Was dort wie ein Host aussieht, ist ein Benutzername.',
        fix: 'Die registrierte Adresse ohne ihn senden; der Provider muss solche Adressen ablehnen.',
      },
      reserved: {
        title: 'Die Rücksprungadresse bringt ein eigenes `{name}` mit',
        plain:
          'Die Rücksprungadresse enthält schon einen Teil, der zur Antwort auf die Anmeldung gehört. Das kann die App durcheinanderbringen.',
        text: 'Die Query der `redirect_uri` enthält `{name}`, das auch die Antwort mitbringt. Die App bekommt dann zwei, und welches sie liest, hängt von ihrem Framework ab.',
        fix: 'Den Parameter umbenennen oder das, was er sagt, in der Sitzung unter dem Wert von `state` aufbewahren.',
      },
      onward: {
        title: 'Die Rücksprungadresse nennt eine weitere Website als Ziel',
        plain: 'Die Rücksprungadresse sagt, zu welcher anderen Website es nach der Anmeldung weitergeht.',
        text: 'Die Query der `redirect_uri` enthält eine Adresse einer anderen Website (`{name}`). Geht die App ungeprüft dorthin, kann jeder die Benutzer und das, was in der Adresse steht, auf seine eigene Website weiterschicken.',
        fix: 'Das Ziel nach der Anmeldung in der Sitzung aufbewahren, oder die App nur eigene Adressen annehmen lassen.',
      },
    },
  },
};
