/** German of `lib/checks/discovery`. */
import type { CheckWords } from '../../check-words.ts';
import type { Said } from '../../said.ts';
import { errorFixes, errorReasons } from '../errors.ts';

const hint: Said = {
  'The address has the well-known part twice: configure the issuer, not the address of its metadata.':
    'Der well-known-Teil steht zweimal in der Adresse: den Issuer eintragen, nicht die Adresse seiner Metadaten.',
  'The address has two slashes in a row: leave the slash at the end of the configured issuer out.':
    'In der Adresse stehen zwei Schrägstriche hintereinander: den Schrägstrich am Ende des eingetragenen Issuers weglassen.',
  'The address still holds a placeholder or an unset value.':
    'In der Adresse steht noch ein Platzhalter oder ein Wert, der nie gesetzt wurde.',
  'The address begins with one of the provider’s endpoints: configure the issuer, not an endpoint.':
    'Die Adresse beginnt mit einem der Endpunkte des Providers: den Issuer eintragen, keinen Endpunkt.',
  'The server itself failed: look at its log, or at the proxy in front of it.':
    'Der Server selbst ist gescheitert: in sein Log sehen oder in das des Proxys davor.',
  'Check the configured issuer: host, tenant and path.': 'Den eingetragenen Issuer prüfen: Host, Mandant und Pfad.',
};

const settings = 'Die App konnte die Einstellungen des Anmeldedienstes nicht lesen; deshalb konnte keine Anmeldung beginnen.';
const refused = 'Die App wollte sich beim Anmeldedienst vorstellen und wurde abgewiesen; deshalb konnte keine Anmeldung beginnen.';

export const discovery: CheckWords = {
  'discovery-problem': {
    title: 'Metadaten oder Schlüssel des Providers sind nicht zu gebrauchen',
    messages: {
      status: {
        title: 'Unter dieser Adresse liegen keine Metadaten des Providers (HTTP {status})',
        plain: settings,
        text: 'Die App hat {host} nach den Metadaten gefragt und HTTP {status} bekommen; eine Anmeldung folgte nicht.',
        fix: '{hint} Hat der Issuer einen Pfad, setzt OpenID Connect `/.well-known/openid-configuration` hinter den Pfad und RFC 8414 `/.well-known/oauth-authorization-server` davor.',
      },
      page: {
        title: 'Wo die Metadaten des Providers hingehören, steht eine Webseite',
        plain: settings,
        text: 'Die App hat {host} nach den Metadaten gefragt und HTML mit HTTP {status} bekommen; eine Anmeldung folgte nicht. So antwortet eine Website, die auf jeden unbekannten Pfad ihre Startseite schickt, und ebenso eine Anmeldeseite vor dem Server.',
        fix: '{hint}',
      },
      other: {
        title: 'Was kam, sind keine Metadaten eines Providers',
        plain: settings,
        text: 'Die App hat {host} nach den Metadaten gefragt und JSON ohne `issuer` bekommen; eine Anmeldung folgte nicht.',
        fix: '{hint}',
      },
      issuer: {
        title: 'Die Metadaten nennen einen anderen Issuer als den, nach dem gefragt wurde',
        plain: 'Die Einstellungen des Anmeldedienstes nennen einen anderen Anmeldedienst, als die App erwartet.',
        text: 'Der `issuer` in den Metadaten von {host} ist nicht der, für den ihre Adresse steht; eine Anmeldung folgte nicht. Bibliotheken, die das prüfen, hören hier auf.',
        fix: 'Den Issuer genau so eintragen, wie die Metadaten ihn nennen, mit Mandant, Pfad und Schrägstrich, oder den Namen beim Provider berichtigen.',
      },
      endpoint: {
        title: 'In den Metadaten fehlt `authorization_endpoint`',
        plain: 'Die Einstellungen des Anmeldedienstes sagen nicht, wo man sich anmeldet.',
        text: 'Die Metadaten von {host} nennen keinen `authorization_endpoint`, obwohl sie Anmeldungen anbieten; eine Anmeldung folgte nicht.',
        fix: 'Den Endpunkt in die Metadaten des Providers aufnehmen oder prüfen, ob das die Metadaten des richtigen Servers sind.',
      },
      keys: {
        title: 'Die Schlüssel des Providers sind nicht zu lesen',
        plain:
          'Die App konnte die Schlüssel des Anmeldedienstes nicht abrufen; deshalb kann sie nicht erkennen, ob die Anmeldung echt ist.',
        text: 'Die Metadaten nennen eine `jwks_uri` bei {host}; von dort kam: {answer}.',
        fix: 'Die `jwks_uri` der Metadaten öffnen: Sie muss mit HTTP 200 und einem JSON-Objekt mit `keys` antworten und, für Apps im Browser, mit `Access-Control-Allow-Origin`.',
      },
    },
    said: {
      hint,
      answer: { unknown: 'nichts Bekanntes', 'no usable answer': 'keine brauchbare Antwort', 'a web page': 'eine Webseite' },
    },
  },
  'registration-failed': {
    title: 'Dynamische Client-Registrierung wurde abgelehnt',
    messages: {
      refused: {
        title: 'Der Provider hat es abgelehnt, die App zu registrieren: {reason}',
        plain: refused,
        text: 'Der Registrierungsendpunkt antwortete mit HTTP {status} und `{code}`: {reason}.',
        fix: '{advice}',
      },
      protected: {
        title: 'Die Registrierung beim Provider ist nicht offen',
        plain: 'Die App wollte sich beim Anmeldedienst vorstellen, aber der lässt nur Apps herein, die er kennt.',
        text: 'Der Registrierungsendpunkt antwortete mit HTTP {status} und `{code}`: Er verlangt einen Initial Access Token, den die App nicht mitgeschickt hat.',
        fix: 'Den Client von Hand in der Verwaltungsoberfläche des Providers registrieren und seine client_id eintragen, oder beim Provider die dynamische Registrierung freigeben.',
      },
      status: {
        title: 'Der Provider hat es abgelehnt, die App zu registrieren (HTTP {status})',
        plain: refused,
        text: 'Der Registrierungsendpunkt antwortete mit HTTP {status}; der Body ist nicht in dieser Aufzeichnung.',
        fix: 'Den Body dieser Antwort ansehen. Bietet der Provider keine dynamische Registrierung an, den Client von Hand registrieren.',
      },
    },
    said: { reason: errorReasons, advice: errorFixes },
  },
};
