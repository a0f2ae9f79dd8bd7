/** What can not be seen, by the English of `lib/checks/unseen.ts`. */
import type { Said } from '../said.ts';

export const unseen: Said = {
  'A token request from the app’s server that fails: wrong secret, other `redirect_uri`, other verifier, code used twice':
    'Eine Token-Anfrage des App-Servers, die scheitert: falsches Secret, andere `redirect_uri`, anderer Verifier, Code zweimal verwendet',
  'The app’s server talks to the provider behind the browser’s back.': 'Der Server der App spricht am Browser vorbei mit dem Provider.',
  'The finding on the callback gives its status, its duration and the time in UTC: the app’s log holds the token request of that moment.':
    'Der Befund zum Callback nennt dessen Status, Dauer und die Zeit in UTC: Im Log der App steht die Token-Anfrage dieses Moments.',
  'A token endpoint that is slow, or that the app’s server can not reach (name, network, certificate)':
    'Ein Token-Endpunkt, der langsam ist oder den der Server der App nicht erreicht (Name, Netz, Zertifikat)',
  'The same: only the callback’s duration is seen.': 'Dasselbe: Zu sehen ist nur die Dauer des Callbacks.',
  'A callback that takes seconds waits for somebody; 502 and 504 come from a proxy in front of the app.':
    'Ein Callback, der Sekunden dauert, wartet auf jemanden; 502 und 504 kommen von einem Proxy vor der App.',
  'Account linking that a partner’s server never finishes after the browser’s part':
    'Eine Kontoverknüpfung, die der Server eines Partners nach dem Teil des Browsers nie abschließt',
  'The last step goes from server to server.': 'Der letzte Schritt geht von Server zu Server.',
  'A completed login says when the browser’s part ended; what is missing after that moment happened, or did not, at the servers.':
    'Eine abgeschlossene Anmeldung sagt, wann der Teil des Browsers endete; was nach diesem Moment fehlt, geschah bei den Servern, oder eben nicht.',
  'Rules in a provider’s console: suspended clients, testers’ lists, licenses, regions':
    'Regeln in der Verwaltungsoberfläche eines Providers: gesperrte Clients, Testerlisten, Lizenzen, Regionen',
  'They show as an error of the provider, or not at all.': 'Sie zeigen sich als Fehler des Providers oder gar nicht.',
  'The provider’s own error code and correlation id are in the finding; they are what its support asks for.':
    'Der eigene Fehlercode des Providers und die Correlation-ID stehen im Befund; danach fragt dessen Support.',
  'Consent that was taken back, or a refresh that fails in a nightly job':
    'Eine zurückgenommene Zustimmung oder ein Refresh, der in einem nächtlichen Job scheitert',
  'No browser is there.': 'Kein Browser ist dabei.',
  'Whether the login asked for long-term access at all is to be seen in its scopes and parameters.':
    'Ob die Anmeldung überhaupt um dauerhaften Zugriff bat, ist an ihren Scopes und Parametern zu sehen.',
  'App links that a phone’s operating system does not hand to the app':
    'App-Links, die das Betriebssystem eines Telefons nicht an die App übergibt',
  'The decision falls in the device, by association files that the browser does not load.':
    'Die Entscheidung fällt im Gerät, anhand von Zuordnungsdateien, die der Browser nicht lädt.',
  'A callback address of an app that loads as a web page is shown as what it is.':
    'Eine Callback-Adresse einer App, die als Webseite geladen wird, wird als das gezeigt, was sie ist.',
  'An API on a server that judges a token wrongly': 'Eine API auf einem Server, die einen Token falsch beurteilt',
  'Calls between servers are not seen.': 'Aufrufe zwischen Servern sind nicht zu sehen.',
  'Where the page calls the API itself, its refusal and its reason are shown.':
    'Wo die Seite die API selbst aufruft, werden deren Ablehnung und der Grund gezeigt.',
  'Whether an app compares `state` and `nonce`, where nothing went wrong':
    'Ob eine App `state` und `nonce` vergleicht, wenn nichts schiefging',
  'Only an answer that should have been refused would show it, and Roundtrip sends none.':
    'Nur eine Antwort, die hätte abgelehnt werden müssen, würde es zeigen, und Roundtrip sendet keine.',
  'An answer that was altered, unasked or of another login, and was accepted, is named.':
    'Eine Antwort, die verändert oder unverlangt war oder zu einer anderen Anmeldung gehört und trotzdem angenommen wurde, wird genannt.',
  'How secrets and tokens are kept on a server: storage, logs, source code, rotation':
    'Wie Secrets und Token auf einem Server aufbewahrt werden: Speicher, Logs, Quellcode, Erneuerung',
  'It leaves no trace in a browser.': 'Das hinterlässt im Browser keine Spur.',
  'Each secret or token that does pass through the browser where it should not is named.':
    'Jedes Secret und jeder Token, der dort durch den Browser geht, wo er nicht sollte, wird genannt.',
  'A login result that a window posts to any other window (`postMessage` with the target `*`)':
    'Ein Anmeldeergebnis, das ein Fenster an jedes andere Fenster schickt (`postMessage` mit dem Ziel `*`)',
  'Messages between windows are no network traffic; hearing them would need code of ours inside every page, which Roundtrip does not put there.':
    'Nachrichten zwischen Fenstern sind kein Netzwerkverkehr; um sie zu hören, bräuchte jede Seite Code von uns, und den setzt Roundtrip dort nicht ein.',
  'Windows that are cut off from each other, and answers that never arrive, are named.':
    'Fenster, die voneinander getrennt sind, und Antworten, die nie ankommen, werden genannt.',
  'A library that will not begin a login because it believes that another one is open (MSAL: `interaction_in_progress`)':
    'Eine Bibliothek, die keine Anmeldung beginnt, weil sie eine andere für offen hält (MSAL: `interaction_in_progress`)',
  'It stops before any request.': 'Sie bricht vor jeder Anfrage ab.',
  'When a press on “Sign in” leads to nothing, look at the page’s console; a login that was left half done in this tab is in the list.':
    'Wenn ein Druck auf „Anmelden“ zu nichts führt: in die Konsole der Seite sehen; eine Anmeldung, die in diesem Tab halb liegen blieb, steht in der Liste.',
  'Popups that the browser blocks before they exist': 'Pop-ups, die der Browser blockiert, bevor es sie gibt',
  'No window, no request, and no word to extensions.': 'Kein Fenster, keine Anfrage, und kein Wort an Erweiterungen.',
  'When a press on “Sign in” leads to nothing at all, look for the browser’s own sign in the address bar.':
    'Wenn ein Druck auf „Anmelden“ zu gar nichts führt: in der Adresszeile nach dem Zeichen des Browsers suchen.',
};
