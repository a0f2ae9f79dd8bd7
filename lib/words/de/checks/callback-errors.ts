/** German of `lib/checks/callback`: the app answered the callback with an error. */
import type { CheckWords } from '../../check-words.ts';
import type { Said } from '../../said.ts';

const time: Said = { 'the time of this login': 'dieser Anmeldung' };

const slow = ' Manche Plattformen (Kontoverknüpfung bei Alexa) geben nach 4,5 s auf.';

const timing: Said = {
  ' That took {ms} ms, too quickly for a token exchange: it failed before.':
    ' Das dauerte {ms} ms, zu kurz für einen Token-Tausch: Es scheiterte schon davor.',
  ' That took {s} s: most likely it talked to the token endpoint, and failed there.':
    ' Das dauerte {s} s: Höchstwahrscheinlich hat sie mit dem Token-Endpunkt gesprochen und ist dort gescheitert.',
  ' That took {s} s: most likely it talked to the token endpoint, and failed there. Some platforms (Alexa account linking) give up after 4.5 s.': ` Das dauerte {s} s: Höchstwahrscheinlich hat sie mit dem Token-Endpunkt gesprochen und ist dort gescheitert.${slow}`,
};

const cause: Said = {
  'the app stopped or hung up, or it took the login and answered with larger header lines than a proxy takes, as large session cookies do':
    'Die App ist ausgefallen oder hat die Verbindung beendet, oder sie hat die Anmeldung angenommen und mit größeren Headerzeilen geantwortet, als ein Proxy annimmt, etwa wegen großer Sitzungscookies',
  'the app did not answer in time, most likely because it waits for the token endpoint':
    'Die App hat nicht rechtzeitig geantwortet, höchstwahrscheinlich weil sie auf den Token-Endpunkt wartet',
  'the app can not be reached': 'Die App ist nicht erreichbar',
};

const advice: Said = {
  'Restart the app if it does not run. “upstream sent too big header” in the proxy’s log: keep the session on the server, or raise the limit (nginx: `proxy_buffer_size` and `proxy_buffers`, or their `fastcgi_` kin). “connection refused” or “prematurely closed”: the app’s own log says why.':
    'Die App neu starten, wenn sie nicht läuft. „upstream sent too big header“ im Log des Proxys: die Sitzung auf dem Server halten oder die Grenze anheben (nginx: `proxy_buffer_size` und `proxy_buffers` oder ihre Verwandten mit `fastcgi_`). „connection refused“ oder „prematurely closed“: Das Log der App selbst sagt, warum.',
  'Check the app’s way to the token endpoint (outbound network, proxy, DNS) and give that call a time limit.':
    'Den Weg der App zum Token-Endpunkt prüfen (ausgehendes Netz, Proxy, DNS) und diesem Aufruf ein Zeitlimit geben.',
  'Check that the app runs and that the proxy knows its address.': 'Prüfen, ob die App läuft und der Proxy ihre Adresse kennt.',
};

export const callbackErrors: CheckWords = {
  'callback-http-error': {
    title: 'Der Callback der App antwortete mit einem Fehler',
    messages: {
      missing: {
        title: 'Unter der Adresse des Callbacks gibt es nichts (HTTP 404)',
        plain:
          'Der Anmeldedienst hat seinen Teil getan, aber unter der Adresse, die die App als Rücksprungadresse angegeben hat, hat sie keine Seite.',
        text: 'Der Callback antwortete mit HTTP 404. Die Route gibt es auf diesem Host nicht, oder einem statischen Host fehlt die Regel, die jeden Pfad zur App führt.',
        fix: 'Die Route ergänzen oder, bei einer Single-Page-App, die Umschreibung auf index.html. Basispfad und redirect_uri prüfen.',
      },
      method: {
        title: 'Der Callback nimmt kein {method} an (HTTP 405)',
        plain: 'Der Anmeldedienst hat seinen Teil getan, aber die App nimmt die Antwort in der Form, in der sie kam, nicht an.',
        text: 'Die Antwort kam per {method}, und die App antwortete mit HTTP 405: Die Route gibt es, sie nimmt aber nur andere Methoden an.',
        fix: 'Die Route des Callbacks {method} annehmen lassen oder die andere Form verlangen: `response_mode=query` kommt per GET, `form_post` per POST.',
      },
      filter: {
        title: 'Die App hat die per Formular gesendete Antwort abgelehnt (HTTP {status})',
        plain:
          'Der Anmeldedienst hat seinen Teil getan, aber eine Schutzfunktion der App hat das Formular abgelehnt, das er geschickt hat.',
        text: 'Die Antwort kam per POST{origin}, und die App antwortete mit HTTP {status}. Das tut ein CSRF-Filter, eine Origin-Prüfung oder eine fehlende POST-Route, bevor Anmeldecode überhaupt läuft.',
        fix: 'Die Route des Callbacks von CSRF- und Origin-Prüfung ausnehmen und POST annehmen lassen. Reicht sie das Formular mit einer Weiterleitung weiter, 303 verwenden.',
      },
      exchange: {
        title: 'Die App ist nach {seconds} s gescheitert (HTTP {status}), höchstwahrscheinlich beim Token-Tausch',
        plain:
          'Der Anmeldedienst hat seinen Teil getan: Die Antwort hat die App erreicht, und die App ist nach {seconds} Sekunden gescheitert.',
        text: 'Die Antwort kam an; die App antwortete nach {seconds} s mit HTTP {status}. So lange hat sie höchstwahrscheinlich mit dem Token-Endpunkt gesprochen.{slow}',
        fix: 'Im Log der App zum Zeitpunkt {time} nachsehen: Client-Secret, redirect_uri in der Token-Anfrage, zweimal benutzter Code, Uhr, ausgehendes Netz.',
      },
      quick: {
        title: 'Die App ist sofort gescheitert (HTTP {status}), vor dem Token-Tausch',
        plain: 'Der Anmeldedienst hat seinen Teil getan: Die Antwort hat die App erreicht, und die App ist sofort gescheitert.',
        text: 'Die App antwortete nach {ms} ms mit HTTP {status}, zu schnell für einen Token-Tausch: Höchstwahrscheinlich ist sie an ihrem eigenen State, ihrer Sitzung oder ihrer Konfiguration gescheitert.',
        fix: 'Im Log der App zum Zeitpunkt {time} nach einer Ausnahme im Callback suchen.',
      },
      gateway: {
        title: '{server} bekam von der App keine brauchbare Antwort (HTTP {status})',
        plain:
          'Der Anmeldedienst hat seinen Teil getan: Die Antwort hat die Website erreicht, aber die App dahinter hat nicht richtig geantwortet.',
        text: 'Der Callback wurde mit HTTP {status}{after} von {by} beantwortet, anstelle der App. {cause}{limit}.{others} Browser und Provider haben ihren Teil getan.',
        fix: '{advice} Die Logs von {by} und von der App zum Zeitpunkt {time} ansehen.',
      },
      forgotten: {
        title: 'Die App ist gescheitert, obwohl ihr Anmelde-Cookie zurückkam (HTTP {status})',
        plain:
          'Browser und Anmeldedienst haben ihren Teil getan: Alles, was die App braucht, kam zurück, und die App ist trotzdem gescheitert.',
        text: 'Der State kam unverändert zurück, `{cookie}` wurde mit dem Callback so gesendet, wie die App es gesetzt hatte, und die App antwortete mit HTTP {status}.{timing} Ihr Server hat die offene Anmeldung verloren (ein Neustart, mehrere Instanzen ohne gemeinsame Sitzungen oder Schlüssel, Ablauf dort), oder sein nächster Schritt ist gescheitert.{balancer}',
        fix: 'Im Log der App zum Zeitpunkt {time} nachsehen. Sitzungsspeicher und Schlüssel zwischen allen Instanzen teilen oder Besucher immer zur selben führen.',
      },
      replaced: {
        title: 'Die App hat die Antwort abgelehnt, und ihr Anmelde-Cookie hatte einen anderen Wert (HTTP {status})',
        plain:
          'Etwas hat den Merkzettel ersetzt, den die Website für diese Anmeldung in Ihrem Browser hinterlassen hat, und sie hat die Antwort abgelehnt.',
        text: 'Die App hat `{cookie}` zu Beginn der Anmeldung gesetzt; der Callback brachte es mit einem anderen Wert mit, und die App antwortete mit HTTP {status}.{timing} Das kommt von einer Sitzung, die zwischendurch erneuert wird, von einem anderen Tab oder einer anderen App auf demselben Host (Cookies kennen keine Ports).',
        fix: 'Im Log der App zum Zeitpunkt {time} nachsehen: Ist die offene Anmeldung in der Sitzung, die kam? Sie in einem eigenen Cookie aufbewahren oder die Sitzung vor der Weiterleitung schreiben.',
      },
      'no-memory': {
        title: 'Die App hat kein Cookie gesetzt, um sich diese Anmeldung zu merken, und die Antwort abgelehnt (HTTP {status})',
        plain:
          'Die Website hat für diese Anmeldung keinen Merkzettel in Ihrem Browser hinterlassen; deshalb kann sie die Antwort vielleicht nicht zuordnen.',
        text: 'Der Start der App führte zum Provider, ohne ein Cookie zu setzen, mit dem Callback kam kein Cookie, das die Anmeldung festhalten könnte, und die App antwortete mit HTTP {status}.{timing} Frameworks lassen ein Secure-Cookie weg, wenn sie die Verbindung für http halten, und eine Sitzung, die vor der Weiterleitung nicht gespeichert wird, wird nie gesendet. Eine andere Erweiterung, die Cookies aus Antworten nimmt, sieht genauso aus.',
        fix: 'Hinter einem TLS-Proxy die App so einrichten, dass sie dessen Forwarded-Headern vertraut. Die Sitzung vor der Weiterleitung speichern. Im Log der App zum Zeitpunkt {time} nachsehen.',
      },
      unbegun: {
        title: 'Diese Anmeldung hat nicht bei der App begonnen (HTTP {status})',
        plain:
          'Die Seite des Anmeldedienstes wurde aus einem Lesezeichen, dem Verlauf oder einem anderen Programm geöffnet; deshalb weiß die Website nichts von dieser Anmeldung. Beginnen Sie bei der Website.',
        text: 'Der Authorization Request wurde für sich geöffnet: Keine Seite und keine Weiterleitung der App führte zu ihm. Von einer offenen Anmeldung der App ist in diesem Browser nichts bekannt; die Antwort kam mit einem `state` von einem anderen Mal oder Ort, und die App antwortete mit HTTP {status}.',
        fix: 'Die Anmeldung bei der App neu beginnen und die App als Lesezeichen speichern statt der Anmeldeseite. In der App: auf einen unbekannten `state` mit einer neuen Anmeldung antworten.',
      },
      refused: {
        title: 'Die App hat die Antwort abgelehnt (HTTP {status})',
        plain: 'Der Anmeldedienst hat seinen Teil getan: Die Antwort hat die App erreicht, und die App hat sie abgelehnt.',
        text: 'Die App antwortete auf die Antwort mit HTTP {status}.{timing} Wenn kein anderer Befund sagt, warum, liegt der Grund bei der App: Sie hat die offene Anmeldung verloren (Neustart, mehrere Instanzen, Ablauf), oder ihr Token-Tausch ist gescheitert.{size}',
        fix: 'Im Log der App zum Zeitpunkt {time} nachsehen: offene Anmeldung nicht gefunden, Token-Tausch abgelehnt, eine Firewall-Regel auf dem Pfad des Callbacks.',
      },
      'refused-unseen': {
        title: 'Die App hat die Antwort abgelehnt (HTTP {status})',
        plain: 'Der Anmeldedienst hat seinen Teil getan: Die Antwort hat die App erreicht, und die App hat sie abgelehnt.',
        text: 'Die App antwortete mit HTTP {status}.{timing} Cookies sind nicht in dieser Aufzeichnung, deshalb lässt sich nicht sagen, ob das Anmelde-Cookie zurückkam; ein verlorenes ist der häufigste Grund, zu viele sind ein anderer. Weitere: Die offene Anmeldung wurde vergessen (Neustart, mehrere Instanzen, Ablauf), oder der Token-Tausch ist gescheitert.',
        fix: 'Ein privates Fenster versuchen: Klappt die Anmeldung dort, liegt es an veralteten oder zu vielen Cookies. Noch einmal mit Cookies aufzeichnen (Chrome: „Export HAR (with sensitive data)“) und im Log der App zum Zeitpunkt {time} nachsehen.',
      },
      'refused-fragment': {
        title: 'Der Server der App hat die Antwort nie gesehen (HTTP {status})',
        plain:
          'Die Antwort kam in einem Teil der Adresse zurück, den Browser nicht an den Server senden; deshalb hat die App keine gefunden.',
        text: 'Die Antwort stand hinter dem `#`, wo nur das Skript einer Seite sie lesen kann. Den Callback bedient ein Server; er sah eine Adresse ohne Antwort und antwortete mit HTTP {status}.',
        fix: 'Die Antwort in der Query oder per form_post verlangen (`response_mode`), oder unter dieser Adresse eine Seite sie lesen lassen.',
      },
      firewall: {
        title: 'Eine Firewall vor der App hat den Callback abgelehnt (HTTP {status})',
        plain:
          'Der Anmeldedienst hat seinen Teil getan; eine Schutzfunktion vor der Website hat die Antwort angehalten, bevor die App sie sah.',
        text: 'Der Callback wurde mit HTTP {status} und der Seite einer Firewall oder eines Proxys beantwortet ({who}), nicht von der App: Etwas in der Adresse oder den Cookies der Antwort sieht für sie wie ein Angriff aus.',
        fix: 'Die Regel im Log der Firewall suchen (über den Zeitpunkt {time} oder die Kennung auf ihrer Seite) und `code`, `state`, `scope` und `iss` des Callbacks davon ausnehmen.',
      },
      server: {
        title: 'Die App ist gescheitert (HTTP {status})',
        plain: 'Der Anmeldedienst hat seinen Teil getan: Die Antwort hat die App erreicht, und die App hat mit einem Fehler geantwortet.',
        text: 'Die App antwortete auf den Callback mit HTTP {status}. Der Browser hat seinen Teil getan; der Grund liegt in der App.',
        fix: 'Im Log der App zum Zeitpunkt {time} nachsehen: erst den Token-Tausch (Client-Secret, redirect_uri, zweimal benutzter Code, Uhr, ausgehendes Netz), dann den Sitzungsspeicher.',
      },
      landing: {
        title: 'Die Seite nach dem Callback antwortete mit HTTP {status}',
        plain:
          'Der Anmeldedienst hat seinen Teil getan, und die App hat die Antwort angenommen; die Seite, die sie dann geöffnet hat, ist gescheitert.',
        text: 'Der Callback hat die Antwort angenommen und weitergeführt; die Seite, zu der er führte, antwortete mit HTTP {status}.',
        fix: 'Die Adresse prüfen, zu der die App nach einer Anmeldung zurückkehrt, und im Log der App zum Zeitpunkt {time} nachsehen.',
      },
      relay: {
        title: 'Der Server der App hat den Code abgelehnt, den die Seite weitergegeben hat (HTTP {status})',
        plain:
          'Der Anmeldedienst hat seinen Teil getan: Die Antwort hat die App erreicht, und der eigene Server der App hat sie abgelehnt.',
        text: 'Die Callback-Seite hat den Code an {host} gesendet, und der Server dort antwortete mit HTTP {status}. Dort wird der Code eingetauscht: Übliche Gründe sind das Client-Secret, die redirect_uri oder der code_verifier in der Token-Anfrage oder ein zweimal gesendeter Code.',
        fix: 'Im Log dieses Servers zum Zeitpunkt {time} nachsehen.',
      },
      'relay-token': {
        title: 'Der Server der App hat den ID-Token abgelehnt, den die Seite weitergegeben hat (HTTP {status})',
        plain:
          'Der Anmeldedienst hat seinen Teil getan: Die Antwort hat die App erreicht, und der eigene Server der App hat sie abgelehnt.',
        text: 'Die Callback-Seite hat den ID-Token an {host} gesendet, und der Server dort antwortete mit HTTP {status}. Dort wird der Token geprüft: Signatur, `iss`, `aud`, `exp` und `nonce` sowie das Anmelde-Cookie, das mitkommen muss.',
        fix: 'Im Log dieses Servers zum Zeitpunkt {time} nachsehen: Es sagt, was davon nicht gepasst hat.',
      },
      'error-text': {
        title: 'Die App sagt, dass die Anmeldung gescheitert ist',
        plain:
          'Der Anmeldedienst hat seinen Teil getan: Die Antwort hat die App erreicht, und die App sagt, dass etwas schiefgegangen ist.',
        text: 'Der Callback wurde mit HTTP {status} beantwortet, und die Seite sagt in wenigen Worten, dass die Anmeldung gescheitert ist.',
        fix: 'Im Log der App zum Zeitpunkt {time} nachsehen. Fehler mit einem Fehlerstatus beantworten, damit man sie sieht.',
      },
      'error-page': {
        title: 'Die App hat den Browser auf ihre eigene Fehlerseite geschickt',
        plain:
          'Der Anmeldedienst hat seinen Teil getan: Die Antwort hat die App erreicht, und die App sagt, dass etwas schiefgegangen ist.',
        text: 'Der Callback hat die Antwort angenommen und zu einer Adresse weitergeleitet, die einen Fehler meldet. Der Browser hat seinen Teil getan; der Grund liegt in der App.',
        fix: 'Im Log der App zum Zeitpunkt {time} nachsehen.',
      },
    },
    said: {
      time,
      timing,
      cause,
      advice,
      seconds: { '{n}': '{n}' },
      origin: { ' with `Origin: null`': ' mit `Origin: null`' },
      slow: { ' Some platforms (Alexa account linking) give up after 4.5 s.': slow },
      server: { 'What stands in front of the app': 'Was vor der App steht,' },
      by: { 'the proxy in front of it': 'dem Proxy davor' },
      after: { ' after {n} s': ' nach {n} s' },
      limit: {
        ' ({n} bytes unless it is configured otherwise)': ' ({n} Byte, wenn nichts anderes eingestellt ist)',
        ' ({n} bytes)': ' ({n} Byte)',
      },
      others: {
        ' Other pages of the app came through in this recording.': ' Andere Seiten der App kamen in dieser Aufzeichnung durch.',
      },
      balancer: {
        ' The load balancer’s own cookie did not come back as it was set, so another instance may have taken the answer.':
          ' Das eigene Cookie des Load-Balancers kam nicht so zurück, wie es gesetzt wurde; vielleicht hat also eine andere Instanz die Antwort angenommen.',
      },
      size: {
        ' The request is large ({n} bytes of address and headers): if it works in a private window, its size or a stale cookie is the reason.':
          ' Die Anfrage ist groß ({n} Byte Adresse und Header): Klappt es in einem privaten Fenster, liegt es an ihrer Größe oder einem veralteten Cookie.',
      },
      who: { 'a web application firewall': 'eine Web Application Firewall' },
    },
  },
};
