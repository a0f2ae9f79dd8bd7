/** German of `lib/checks/callback`: pages of the login that others can read, or that lead elsewhere. */
import type { CheckWords } from '../../check-words.ts';

export const callbackExposure: CheckWords = {
  'cors-on-front-channel': {
    title: 'Authorization-Endpunkt oder Callback erlaubt Lesen über Origins hinweg',
    messages: {
      authorize: {
        title: 'Der Authorization-Endpunkt von {host} lässt Skripte anderer Sites seine Antworten lesen',
        plain: 'Skripte anderer Websites dürfen eine Seite lesen, die nur für Ihre Augen bestimmt ist.',
        text: 'Der Authorization-Endpunkt hat eine Navigation mit `Access-Control-Allow-Origin` beantwortet (zugunsten von {whom}). Er ist allein für Navigationen da; Skripte haben dort nichts zu suchen.',
        fix: 'CORS den Endpunkten für Token, UserInfo und Discovery überlassen und am Authorization-Endpunkt abschalten.',
      },
      credentials: {
        title: '{host} lässt Skripte von {whom} eine Seite der Anmeldung im Namen des angemeldeten Benutzers lesen',
        plain: 'Skripte anderer Websites dürfen eine Seite Ihrer Anmeldung lesen, als wären sie Sie.',
        text: 'Eine Seite der Anmeldung bei {host} kam mit `Access-Control-Allow-Origin` zugunsten von {whom} und mit `Access-Control-Allow-Credentials: true`. Skripte dort können sie mit den Cookies des Benutzers abrufen, samt allem, was darin steht: Formulare, Token gegen Fälschung, Antworten.',
        fix: 'CORS für die Seiten und den Callback der Anmeldung abschalten. Aus einem Filter, der jeden Origin zurückgibt, den er bekommt, muss eine Liste werden.',
      },
      everybody: {
        title: '{host} lässt jede Seite in einer Sandbox eine Seite der Anmeldung im Namen des angemeldeten Benutzers lesen',
        plain: 'Jede Website darf eine Seite Ihrer Anmeldung lesen, als wäre sie Sie.',
        text: 'Eine Seite der Anmeldung bei {host} kam mit `Access-Control-Allow-Origin: null` und `Access-Control-Allow-Credentials: true`. Jede Site kann einen Frame mit Sandbox anlegen, und dessen Origin ist `null`.',
        fix: 'Nie `null` erlauben. CORS für die Seiten und den Callback der Anmeldung abschalten.',
      },
    },
    said: { whom: { everybody: 'allen', 'one site': 'einer Site' } },
  },
  'post-login-open-redirect': {
    title: 'Nach der Anmeldung leitet die App zu einer Adresse aus der URL weiter',
    messages: {
      forwards: {
        title: 'Nach der Anmeldung schickt die App den Browser weiter zu {host}, wie es in {where} stand',
        plain: 'Nach der Anmeldung hat die App Sie auf eine andere Website geschickt, deren Adresse im Anmeldelink stand.',
        text: 'Die Weiterleitung der App nach der Anmeldung führt zu {host}, das mit dieser Anmeldung nichts zu tun hat. Dieselbe Adresse steht in {where}, und dort kann sie jeder hineinschreiben, der einen Anmeldelink baut. Ob die App sie mit einer Liste vergleicht, ist an einer Anmeldung nicht zu sehen; nimmt sie jede Adresse, führt die Anmeldung einer vertrauten Site deren Benutzer auf die Seite eines Fremden.',
        fix: 'Nur Pfade der App annehmen oder die Adresse mit einer Liste von Hosts vergleichen. Sie in der Sitzung unter dem Wert von `state` aufbewahren, nicht in `state` selbst, oder signieren.',
      },
      'with-credential': {
        title: 'Nach der Anmeldung schickt die App den Browser mit dem {kind} weiter zu {host}, wie es in {where} stand',
        plain:
          'Nach der Anmeldung hat die App Sie und einen Schlüssel zu Ihrem Konto auf eine andere Website geschickt, deren Adresse im Anmeldelink stand.',
        text: 'Die Weiterleitung der App nach der Anmeldung führt zu {host}, das mit dieser Anmeldung nichts zu tun hat, und trägt den {kind} dieser Anmeldung. Dieselbe Adresse steht in {where}, und dort kann sie jeder hineinschreiben, der einen Anmeldelink baut. Nimmt die App jede Adresse, übergibt dieser Link die Anmeldung dem, der ihn gebaut hat.',
        fix: 'Codes und Token nur an Adressen aus einer Liste geben. Wo eine andere App erfahren muss, wer sich angemeldet hat, sie eine eigene Anmeldung starten lassen.',
      },
    },
    said: {
      where: {
        'the address the login began with': 'der Startadresse der Anmeldung',
        'the query of `redirect_uri`': 'der Query von `redirect_uri`',
      },
      kind: { code: 'Code', token: 'Token' },
    },
  },
};
