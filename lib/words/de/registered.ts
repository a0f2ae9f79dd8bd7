/** German of what is said about a redirect_uri: where it is registered, in what it differs, what may be wrong with it. */
import type { Said } from '../said.ts';
import { providerSays } from './providers.ts';

export { providerRules } from './providers.ts';

/** The first that fits counts, so what says most stands first. Names of settings stay as the provider's console has them. */
export const whereToRegister: Said = {
  ' At {provider} this is usually set in {setting}.': ' Bei {provider} steht das meist hier: {setting}.',
  ' At {provider} this is set in {setting}.': ' Bei {provider} steht das hier: {setting}.',
  'the callback URI of the app’s user authentication settings': 'die Callback-URI in den Einstellungen der App zur Benutzeranmeldung',
  'the redirect URIs of the application': 'die Redirect-URIs der Anwendung',
  'the redirect URIs of the Connect settings': 'die Redirect-URIs in den Connect-Einstellungen',
  '“OAuth Redirect URL” and “OAuth Allow Lists” of the app': '„OAuth Redirect URL“ und „OAuth Allow Lists“ der App',
  '“{name}” on the {page} page of {owner}': '„{name}“ auf der Seite „{page}“ {owner}',
  '“{name}” on the {tab} tab of {owner}': '„{name}“ auf dem Tab „{tab}“ {owner}',
  '“{name}” in the settings of the app on the developer dashboard': '„{name}“ in den Einstellungen der App im Entwickler-Dashboard',
  '“{name}” in the settings of {owner}': '„{name}“ in den Einstellungen {owner}',
  '“{name}” in the web settings of the security profile': '„{name}“ in den Web-Einstellungen des Sicherheitsprofils',
  '“{name}” in the configuration of {owner}': '„{name}“ in der Konfiguration {owner}',
  '“{name}” among the keys and credentials of {owner}': '„{name}“ bei den Schlüsseln und Zugangsdaten {owner}',
  '“{name}” under {path}, in the developer console': '„{name}“ unter „{path}“ in der Entwicklerkonsole',
  '“{name}” of the OAuth client in the Google Cloud console': '„{name}“ des OAuth-Clients in der Google Cloud Console',
  '“{name}” of the Services ID, under Identifiers in the developer account':
    '„{name}“ der Services ID, unter „Identifiers“ im Entwicklerkonto',
  '“{name}” of the app’s version in the developer console': '„{name}“ der App-Version in der Entwicklerkonsole',
  '“{name}” of the app in the App Console': '„{name}“ der App in der App Console',
  '“{name}” of the application in the developer console': '„{name}“ der Anwendung in der Entwicklerkonsole',
  '`{name}` of the application (`{command}`)': '`{name}` der Anwendung (`{command}`)',
  '`{name}` of the client in the configuration file': '`{name}` des Clients in der Konfigurationsdatei',
  '“{name}” of {owner}': '„{name}“ {owner}',
  '`{name}` of {owner}': '`{name}` {owner}',
  'the app': 'der App',
  'the app registration in the B2C tenant': 'der App-Registrierung im B2C-Mandanten',
  'the app registration': 'der App-Registrierung',
  'the app integration': 'der App-Integration',
  'the app client': 'des App-Clients',
  'the application': 'der Anwendung',
  'the client': 'des Clients',
  'the connected app': 'der verbundenen App',
  'the OAuth app': 'der OAuth-App',
  'the OAuth client': 'des OAuth-Clients',
  'the OAuth 2.0 client': 'des OAuth-2.0-Clients',
  'the OAuth2 provider': 'des OAuth2-Providers',
  'Facebook Login': 'von Facebook Login',
};

/** Behind a colon, as the subject. */
export const difference: Said = {
  'the scheme (https became http)': 'das Schema (aus https wurde http)',
  'the scheme (http became https)': 'das Schema (aus http wurde https)',
  'the `www.` in front of the host': 'das `www.` vor dem Host',
  'the loopback name (localhost against 127.0.0.1 or [::1])': 'der Loopback-Name (localhost gegenüber 127.0.0.1 oder [::1])',
  'the host': 'der Host',
  'the port': 'der Port',
  'the slash at the end of the path': 'der Schrägstrich am Ende des Pfads',
  'upper and lower case in the path': 'Groß- und Kleinschreibung im Pfad',
  'the percent-encoding of the path': 'die Prozentkodierung des Pfads',
  'the path': 'der Pfad',
  'the query': 'die Query',
  'its scheme': 'das Schema',
  'the `www.` in its host': 'das `www.` im Host',
  'localhost against 127.0.0.1': 'localhost gegenüber 127.0.0.1',
  'its host': 'der Host',
  'its port': 'der Port',
  'the slash at its end': 'der Schrägstrich am Ende',
  'upper and lower case in its path': 'Groß- und Kleinschreibung im Pfad',
  'the encoding of its path': 'die Kodierung des Pfads',
  'its path': 'der Pfad',
  'its query': 'die Query',
  'its text': 'der Wortlaut',
};

/** Behind “auf”. */
export const change: Said = {
  'another page': 'eine andere Seite',
  'the same path with another final slash': 'denselben Pfad mit anderem Schrägstrich am Ende',
  'the same path in another case': 'denselben Pfad in anderer Groß- und Kleinschreibung',
  'the same path with or without www': 'denselben Pfad mit oder ohne www',
  'the same path over another scheme': 'denselben Pfad über ein anderes Schema',
  'the same path on another port': 'denselben Pfad auf einem anderen Port',
  'the same path on another host of the site': 'denselben Pfad auf einem anderen Host der Website',
  'the same path under a language prefix': 'denselben Pfad unter einem Sprachpräfix',
};

export const landed: Said = {
  ', so the login ends on its own page': '; die Anmeldung endet deshalb auf seiner eigenen Seite',
  '; it reported the error to a registered one, at {place}': '; er hat den Fehler an eine registrierte gemeldet, auf {place}',
};

export const hint: Said = {
  ' It carries `{name}`, which belongs to the page the login began on and changes from visit to visit: build it from settings, not from the page’s address.':
    ' Diese redirect_uri enthält `{name}`, das zu der Seite gehört, auf der die Anmeldung begann, und sich von Besuch zu Besuch ändert: Die redirect_uri aus Einstellungen bilden, nicht aus der Adresse der Seite.',
  ' It says `http://`, which most providers refuse outside localhost.':
    ' Diese redirect_uri nennt `http://`, was die meisten Provider außerhalb von localhost ablehnen.',
  ' {provider} does not accept `localhost`.': ' {provider} nimmt `localhost` nicht an.',
  ' Some providers accept `http://127.0.0.1` and not `http://localhost`, others the reverse.':
    ' Manche Provider nehmen `http://127.0.0.1` an und `http://localhost` nicht, andere umgekehrt.',
  ...Object.fromEntries(Object.entries(providerSays).map(([english, german]) => [` ${english}`, ` ${german}`])),
};

export const page: Said = {
  'is not in this capture': 'ist nicht in dieser Aufzeichnung',
  'does not name what it means': 'sagt nicht, was sie meint',
};
