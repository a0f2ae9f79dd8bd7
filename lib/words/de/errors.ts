/** German of what error codes mean: `lib/spec/errors.ts`, `lib/spec/sub-codes.ts` and the codes of single providers. */
import type { Said } from '../said.ts';
import { refreshRecipes } from './providers.ts';

/** Whole sentences that stand behind a colon: „Der Provider hat abgelehnt: …“. „Er“ is the provider. */
export const errorReasons: Said = {
  'it sent an error code that no standard defines': 'Er hat einen Fehlercode gesendet, den kein Standard definiert',
  'it does not accept, or misses, the parameter {name}': 'Er akzeptiert den Parameter {name} nicht oder vermisst ihn',
  'a parameter of the request is missing, repeated or malformed': 'Ein Parameter der Anfrage fehlt, ist doppelt oder fehlerhaft',
  'this app may not use this kind of login': 'Diese App darf diese Art der Anmeldung nicht verwenden',
  'the user, or a rule, said no': 'Der Benutzer oder eine Regel hat Nein gesagt',
  'the user cancelled': 'Der Benutzer hat abgebrochen',
  'the user did not consent': 'Der Benutzer hat nicht zugestimmt',
  'it does not offer this response_type': 'Er bietet diesen response_type nicht an',
  'it does not offer this response_mode': 'Er bietet diesen response_mode nicht an',
  'a requested permission does not exist or is not allowed for this app':
    'Eine verlangte Berechtigung gibt es nicht, oder sie ist für diese App nicht erlaubt',
  'it had an internal problem': 'Er hatte ein internes Problem',
  'it is not available at the moment': 'Er ist im Moment nicht verfügbar',
  'the user has to do something on its page': 'Der Benutzer muss auf der Anmeldeseite etwas tun',
  'nobody is signed in there': 'Dort ist niemand angemeldet',
  'the user has to choose an account': 'Der Benutzer muss ein Konto wählen',
  'the user has to consent first': 'Der Benutzer muss erst zustimmen',
  'the session there has ended': 'Die Sitzung dort ist zu Ende',
  'the pushed or referenced request is unknown, used or expired':
    'Die vorab übergebene oder referenzierte Anfrage ist unbekannt, verbraucht oder abgelaufen',
  'the signed request object is not valid': 'Das signierte Request Object ist nicht gültig',
  'it takes no `request` parameter': 'Er nimmt keinen Parameter `request` an',
  'it takes no `request_uri` parameter': 'Er nimmt keinen Parameter `request_uri` an',
  'it takes no `registration` parameter': 'Er nimmt keinen Parameter `registration` an',
  'the requested level of assurance was not reached': 'Das verlangte Sicherheitsniveau wurde nicht erreicht',
  'the fine-grained permission request is wrong': 'Die feingliedrige Anforderung von Berechtigungen ist falsch',
  'the redirect_uri is not one that is registered': 'Die redirect_uri ist keine von denen, die registriert sind',
  'the redirect_uri is not valid': 'Die redirect_uri ist nicht gültig',
  'the page’s origin is not one that is registered': 'Der Origin der Seite ist keiner von denen, die registriert sind',
  'this app has been suspended': 'Diese App ist gesperrt',
  'this app was deleted': 'Diese App wurde gelöscht',
  'it does not accept logins in embedded browsers': 'Er akzeptiert keine Anmeldungen in eingebetteten Browsern',
  'only accounts of one organization may use this app': 'Nur Konten einer bestimmten Organisation dürfen diese App benutzen',
  'an administrator does not allow this app': 'Ein Administrator erlaubt diese App nicht',
  'an administrator has blocked this app': 'Ein Administrator hat diese App gesperrt',
  'the permission could not be given': 'Die Berechtigung konnte nicht erteilt werden',
  'the user’s account there is not active': 'Das Konto des Benutzers dort ist nicht aktiv',
  'the organization there is locked or closed': 'Die Organisation dort ist gesperrt oder geschlossen',
  'the cookie of its sign-in page did not come back': 'Das Cookie seiner Anmeldeseite kam nicht zurück',
  'the sign-in page was open for too long': 'Die Anmeldeseite war zu lange offen',
  'it does not know this app, or the app’s credentials are wrong': 'Er kennt diese App nicht, oder ihre Zugangsdaten sind falsch',
  'the code or refresh token is expired, used, or belongs to another request':
    'Der Code oder Refresh-Token ist abgelaufen, schon benutzt oder gehört zu einer anderen Anfrage',
  'it does not offer this grant': 'Er bietet diesen Grant nicht an',
  'the requested resource or audience is not known': 'Die verlangte Resource oder Audience ist nicht bekannt',
  'the DPoP proof does not fit the request': 'Der DPoP-Nachweis passt nicht zur Anfrage',
  'it wants its nonce in the DPoP proof': 'Er will seine Nonce im DPoP-Nachweis sehen',
  'the user has not finished yet': 'Der Benutzer ist noch nicht fertig',
  'it is asked too often': 'Er wird zu oft gefragt',
  'the device code has expired': 'Der Gerätecode ist abgelaufen',
  'the code is wrong or expired': 'Der Code ist falsch oder abgelaufen',
  'client_id or secret is wrong': 'client_id oder Client-Secret ist falsch',
  'the token is expired, revoked or malformed': 'Der Token ist abgelaufen, widerrufen oder fehlerhaft',
  'a value of the registration is not accepted': 'Ein Wert der Registrierung wird nicht akzeptiert',
  'the software statement is not approved': 'Das Software Statement ist nicht freigegeben',
  'the link was used before, or is too old': 'Der Link wurde schon benutzt oder ist zu alt',
  'the user is not assigned to this app': 'Der Benutzer ist dieser App nicht zugewiesen',
  'the account at the upstream provider came without an attribute that is required':
    'Das Konto beim vorgelagerten Anmeldedienst kam ohne ein Attribut, das Pflicht ist',
  'the redirect_uri is not registered for this app': 'Die redirect_uri ist für diese App nicht registriert',
  'this app does not exist in the tenant': 'Diese App gibt es in diesem Mandanten nicht',
  'it expects a client secret or assertion': 'Er erwartet ein Client-Secret oder eine Client-Assertion',
  'it insists on PKCE': 'Er besteht auf PKCE',
  'a required parameter is missing': 'Ein Pflichtparameter fehlt',
  'the app is registered for another platform (SPA or web) than it redeems its code from':
    'Die App ist für eine andere Plattform (SPA oder Web) registriert als die, von der sie ihren Code einlöst',
  'the code was already redeemed': 'Der Code wurde schon eingelöst',
  'the code or refresh token has expired': 'Der Code oder Refresh-Token ist abgelaufen',
  'the app sent the same request many times in a row': 'Die App hat dieselbe Anfrage viele Male hintereinander gesendet',
  'nobody is signed in there, or its cookies were withheld': 'Dort ist niemand angemeldet, oder seine Cookies wurden zurückgehalten',
  'the account belongs to another tenant': 'Das Konto gehört zu einem anderen Mandanten',
  'an administrator has to consent first': 'Erst muss ein Administrator zustimmen',
  'a conditional access rule blocks this sign-in': 'Eine Regel für bedingten Zugriff blockiert diese Anmeldung',
  'the company’s proxy restricts sign-in to other tenants': 'Der Proxy der Firma lässt nur Anmeldungen bei bestimmten Mandanten zu',
  'a second factor is required': 'Ein zweiter Faktor ist nötig',
  'the user chose "forgot password", which the app has to handle':
    'Der Benutzer hat „Passwort vergessen“ gewählt, und darum muss sich die App kümmern',
  'a rule of the provider does not let this user in': 'Eine Regel des Anmeldedienstes lässt diesen Benutzer nicht herein',
  'a rule or an action of the tenant does not let this user in': 'Eine Regel oder Action des Mandanten lässt diesen Benutzer nicht herein',
};

export const errorFixes: Said = {
  ...refreshRecipes,
  'Ask only for scopes that the client is registered for, separated by single spaces. {provider} has no scope {scope}: a refresh token is asked for with {how}.':
    'Nur Scopes verlangen, für die der Client registriert ist, getrennt durch einzelne Leerzeichen. {provider} hat keinen Scope {scope}: Einen Refresh-Token fordert man dort mit {how} an.',
  'Look the code up in the provider’s documentation.': 'Den Code in der Dokumentation des Providers nachschlagen.',
  '{fix} Enter {number} at {address} to read what Microsoft says of it.':
    '{fix} {number} unter {address} eingeben, um zu lesen, was Microsoft dazu sagt.',
  'Compare {name} with what the provider allows for this client.':
    '{name} mit dem vergleichen, was der Provider für diesen Client erlaubt.',
  'Compare the request’s parameters with the provider’s documentation; its error description names the one it means.':
    'Die Parameter der Anfrage mit der Dokumentation des Providers vergleichen; seine Fehlerbeschreibung nennt den, den er meint.',
  'Allow this grant or response type for the client in the provider’s console.':
    'Diesen Grant oder Response Type für den Client in der Verwaltungsoberfläche des Providers erlauben.',
  'Offer a way to try again.': 'Einen neuen Versuch anbieten.',
  'Ask for fewer permissions, or explain them.': 'Weniger Berechtigungen verlangen oder sie erklären.',
  'Use a response_type that the client is registered for; `code` is the one to use.':
    'Einen response_type verwenden, für den der Client registriert ist; der richtige ist `code`.',
  'Leave response_mode out or use one that the provider supports.':
    'response_mode weglassen oder einen verwenden, den der Provider unterstützt.',
  'Ask only for scopes that the client is registered for, separated by single spaces.':
    'Nur Scopes verlangen, für die der Client registriert ist, getrennt durch einzelne Leerzeichen.',
  'Try again; if it stays, send the provider the time and the correlation id.':
    'Es noch einmal versuchen; bleibt es dabei, dem Provider die Uhrzeit und die Korrelations-ID schicken.',
  'Try again later and look at the provider’s status page.': 'Es später noch einmal versuchen und auf die Statusseite des Providers sehen.',
  'Start a visible login.': 'Eine sichtbare Anmeldung starten.',
  'Push a new request for every attempt and open it at once.': 'Für jeden Versuch eine neue Anfrage vorab übergeben und sofort öffnen.',
  'Check its signature, audience, expiry and client_id.': 'Signatur, Audience, Ablaufzeit und client_id prüfen.',
  'Send plain parameters or push the request.': 'Einfache Parameter senden oder die Anfrage vorab übergeben.',
  'Send plain parameters.': 'Einfache Parameter senden.',
  'Register the client beforehand.': 'Den Client vorher registrieren.',
  'Check acr_values and the user’s second factors.': 'acr_values und die zweiten Faktoren des Benutzers prüfen.',
  'Check authorization_details against the types the provider knows.':
    'authorization_details mit den Typen vergleichen, die der Provider kennt.',
  'Register exactly the redirect_uri the app sends, or make the app send the registered one.':
    'Genau die redirect_uri registrieren, die die App sendet, oder die App die registrierte senden lassen.',
  'Register the origin the app runs on among the client’s JavaScript origins.':
    'Den Origin, auf dem die App läuft, bei den JavaScript-Origins des Clients registrieren.',
  'Ask the provider why the app was suspended.': 'Den Provider fragen, warum die App gesperrt wurde.',
  'Use the id of an app that exists.': 'Die ID einer App verwenden, die es gibt.',
  'Open the login in the system browser.': 'Die Anmeldung im Systembrowser öffnen.',
  'Use an account of that organization, or make the app external.':
    'Ein Konto dieser Organisation verwenden oder die App für externe Benutzer freigeben.',
  'Ask the administrator to allow it.': 'Den Administrator bitten, sie zu erlauben.',
  'Ask the administrator of the organization to unblock it.': 'Den Administrator der Organisation bitten, sie zu entsperren.',
  'Look at the policies of the connected app and at the login history of the user.':
    'Die Richtlinien der verbundenen App und den Anmeldeverlauf des Benutzers ansehen.',
  'Ask the administrator to activate the account.': 'Den Administrator bitten, das Konto zu aktivieren.',
  'Ask the administrator of the organization.': 'Den Administrator der Organisation fragen.',
  'Start the login again, in one tab and not from history. If it happens to many, see whether the provider’s cookies are blocked.':
    'Die Anmeldung neu starten, in einem Tab und nicht aus dem Verlauf. Geschieht es vielen, nachsehen, ob die Cookies des Providers blockiert sind.',
  'Start the login again.': 'Die Anmeldung neu starten.',
  'Check client_id, secret and the way they are sent.': 'client_id, Client-Secret und die Art prüfen, wie sie gesendet werden.',
  'Use each code once, at once, with the same redirect_uri and the code_verifier of the same attempt.':
    'Jeden Code einmal und sofort benutzen, mit derselben redirect_uri und dem code_verifier desselben Versuchs.',
  'Use a grant that the client is registered for.': 'Einen Grant verwenden, für den der Client registriert ist.',
  'Check `resource` and `audience`.': '`resource` und `audience` prüfen.',
  'Make a new proof for each request: right method, address, time and nonce.':
    'Für jede Anfrage einen neuen Nachweis machen: mit der richtigen Methode, Adresse, Zeit und Nonce.',
  'Repeat the request with the nonce it sent.': 'Die Anfrage mit der Nonce wiederholen, die er gesendet hat.',
  'Keep polling at the given interval.': 'Im vorgegebenen Abstand weiter nachfragen.',
  'Add five seconds to the polling interval.': 'Den Abstand der Nachfragen um fünf Sekunden vergrößern.',
  'Start again.': 'Neu beginnen.',
  'Use each code once and at once.': 'Jeden Code einmal und sofort benutzen.',
  'Check both against the provider’s console.': 'Beide mit der Verwaltungsoberfläche des Providers vergleichen.',
  'Get a new token.': 'Einen neuen Token holen.',
  'Check the registration against what the provider supports.': 'Die Registrierung mit dem vergleichen, was der Provider unterstützt.',
  'Ask the provider to approve it.': 'Den Provider um Freigabe bitten.',
  'Ask for a new link and open it yourself. Mail systems that check links open them first: let the link lead to a page with a button, or send a code to type in.':
    'Einen neuen Link anfordern und selbst öffnen. Mailsysteme, die Links prüfen, öffnen sie zuerst: den Link zu einer Seite mit einer Schaltfläche führen lassen oder einen Code zum Eintippen senden.',
  'Ask the administrator to assign the user, or a group of the user, to the app.':
    'Den Administrator bitten, den Benutzer oder eine seiner Gruppen der App zuzuweisen.',
  'Ask the upstream provider for the scope that holds it (such as `email`), and map the attribute.':
    'Beim vorgelagerten Provider den Scope verlangen, der es enthält (etwa `email`), und das Attribut zuordnen.',
  'Check client_id and tenant.': 'client_id und Mandant prüfen.',
  'Allow public client flows for the app, or send its credentials from a server.':
    'Öffentliche Clientflows für die App erlauben oder ihre Zugangsdaten von einem Server aus senden.',
  'Send `code_challenge` with method S256, and `code_verifier` with the code.':
    '`code_challenge` mit der Methode S256 senden und mit dem Code `code_verifier`.',
  'Send the parameter its description names.': 'Den Parameter senden, den die Fehlerbeschreibung nennt.',
  'Register the redirect_uri under the platform that redeems the code.':
    'Die redirect_uri unter der Plattform registrieren, die den Code einlöst.',
  'Redeem each code once.': 'Jeden Code einmal einlösen.',
  'Redeem codes at once.': 'Codes sofort einlösen.',
  'Find out why the app does not keep its session.': 'Herausfinden, warum die App ihre Sitzung nicht behält.',
  'Use another account or a private window.': 'Ein anderes Konto oder ein privates Fenster verwenden.',
  'Ask the administrator to assign the user.': 'Den Administrator bitten, den Benutzer zuzuweisen.',
  'Ask the administrator to grant consent.': 'Den Administrator bitten, die Zustimmung zu erteilen.',
  'Ask the administrator which rule it is.': 'Den Administrator fragen, welche Regel es ist.',
  'Ask the administrator.': 'Den Administrator fragen.',
  'Finish the second factor, or register one.': 'Den zweiten Faktor bestätigen oder einen einrichten.',
  'Start the password reset policy when this code arrives.':
    'Beim Eintreffen dieses Codes den Ablauf zum Zurücksetzen des Passworts starten.',
  'Ask the administrator of the provider.': 'Den Administrator des Providers fragen.',
  'Read its description: the rule or action of the tenant wrote it. The tenant’s log names the rule.':
    'Die Fehlerbeschreibung lesen: Die Regel oder Action des Mandanten hat sie geschrieben. Das Log des Mandanten nennt die Regel.',
};
