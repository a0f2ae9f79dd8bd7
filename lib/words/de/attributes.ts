import type { Catalog } from '../catalog.ts';

export const attributes: Catalog['attributes'] = {
  secure: { name: 'Secure', text: 'Wird nur über https gesendet. Eine Antwort über http kann es nicht setzen.' },
  httpOnly: { name: 'HttpOnly', text: 'Skripte der Seite können es nicht lesen.' },
  strict: {
    name: 'SameSite=Strict',
    text: 'Fehlt bei allem, was eine andere Website begonnen hat, auch bei einem Link: Der Weg zurück vom Provider ist meist so etwas.',
  },
  lax: {
    name: 'SameSite=Lax',
    text: 'Kommt mit, wenn eine andere Website per Link oder Weiterleitung (GET) hierher führt, nicht mit einem Formular, das sie sendet, und nicht in ihren Frames.',
  },
  none: {
    name: 'SameSite=None',
    text: 'Kommt auch von anderen Websites aus mit, wenn der Browser Drittanbieter-Cookies nicht blockiert. Braucht Secure.',
  },
  unspecified: {
    name: 'kein SameSite',
    text: 'Chrome behandelt es wie Lax und sendet es in den ersten zwei Minuten auch mit Formularen. Firefox behandelt es wie None.',
  },
  domain: { name: 'Domain', text: 'Geht an diesen Host und an alle darunter.' },
  hostOnly: { name: 'kein Domain', text: 'Geht an genau den Host zurück, der es gesetzt hat.' },
  path: { name: 'Path', text: 'Geht nur an Adressen, die mit diesem Pfad beginnen; Groß- und Kleinschreibung zählt.' },
  expires: { name: 'Expires, Max-Age', text: 'Dann vergisst es der Browser. Max-Age geht vor Expires.' },
  session: { name: 'kein Expires, kein Max-Age', text: 'Bleibt, bis der Browser schließt; manche stellen es mit ihren Tabs wieder her.' },
  partitioned: {
    name: 'Partitioned',
    text: 'Für jede einbettende Website getrennt aufbewahrt. In einem Frame gesetzt, fehlt es, wenn die Website für sich geöffnet wird.',
  },
  hostPrefix: {
    name: '__Host-',
    text: 'Dem Namen nach muss es Secure sein, mit Path=/ und ohne Domain; sonst lehnt der Browser es ab.',
  },
  securePrefix: { name: '__Secure-', text: 'Dem Namen nach muss es Secure sein; sonst lehnt der Browser es ab.' },
  httpPrefix: { name: '__Http-', text: 'Dem Namen nach muss es Secure und HttpOnly sein: Kein Skript kann es gemacht haben.' },
  hostHttpPrefix: { name: '__Host-Http-', text: 'Dem Namen nach muss es alles sein, was __Host- und __Http- verlangen.' },
};
