import type { Catalog } from '../catalog.ts';
import { numberWords } from '../numbers.ts';

export const leave: Catalog['leave'] = {
  leavesTitle: 'Was Ihren Browser verlässt',
  leavesText: 'Das ist alles, was in der Datei steht, und was vorher ersetzt wurde.',
  leaves: 'In der Datei',
  replaced: 'Ersetzt, sodass es niemand lesen kann',
  requests: (n) => `${numberWords(n)} ${n === 1 ? 'Anfrage' : 'Anfragen'}: Adressen, Ergebnisse, Größen und Zeiten`,
  hosts: (n) => `${numberWords(n)} Server`,
  cookieNames: (n) => `Namen von ${numberWords(n)} ${n === 1 ? 'Cookie' : 'Cookies'}, ohne Inhalt`,
  pagesLeftOut: (n) => `der Text von ${numberWords(n)} ${n === 1 ? 'Seite' : 'Seiten'}`,
  story: 'die Beschreibung, was geschehen ist',
  machine: (text) => `Browser und System: ${text}`,
  kinds: {
    credential: (n) => `${numberWords(n)} ${n === 1 ? 'Passwort oder Schlüssel' : 'Passwörter und Schlüssel'}`,
    token: (n) => `${numberWords(n)} Token`,
    'one-time': (n) => `${numberWords(n)} ${n === 1 ? 'Einmalcode' : 'Einmalcodes'}`,
    cookie: (n) => `${numberWords(n)} ${n === 1 ? 'Cookie' : 'Cookies'}`,
    person: (n) => `${numberWords(n)} ${n === 1 ? 'Name oder E-Mail-Adresse' : 'Namen und E-Mail-Adressen'}`,
    id: (n) => `${numberWords(n)} ${n === 1 ? 'Nummer oder Name in einer Adresse' : 'Nummern und Namen in Adressen'}`,
    value: (n) => `${numberWords(n)} ${n === 1 ? 'anderer Wert' : 'andere Werte'}`,
  },
  check: (found, of) => `${numberWords(found)} von ${numberWords(of)} Geheimnissen in dieser Datei gefunden.`,
  leak: 'In dieser Datei stünde noch ein Geheimnis, darum kann sie nicht gespeichert werden. Das ist ein Fehler von Roundtrip, nicht Ihr Fehler.',
  preparing: 'Was niemand sonst sehen darf, wird herausgenommen …',
  notPrepared:
    'Diese Datei kann nicht so gespeichert werden, dass sie sicher ist: Ein Teil von Roundtrip läuft nicht. Schließen Sie diese Seite, öffnen Sie sie wieder und versuchen Sie es noch einmal.',
  save: 'Datei speichern',
  copy: 'Stattdessen als Text kopieren',
  saved: (name) => `Unter Downloads gespeichert als ${name}. Senden Sie diese eine Datei an den Support.`,
  copied: 'Kopiert. Fügen Sie es in Ihre Nachricht an den Support ein.',

  nothing: 'Noch keine Anmeldung da, die sich speichern ließe. Melden Sie sich einmal an und kommen Sie dann hierher zurück.',
  title: 'Eine Datei speichern, die weitergegeben werden darf',
  more: (n) => `${numberWords(n)} weitere`,
  kind: 'Art der Datei',
  formats: {
    capture: { name: 'Roundtrip-Aufzeichnung', what: 'Öffnet sich in Roundtrip mit demselben Ablauf und denselben Befunden.' },
    har: { name: 'HAR', what: 'Öffnet sich in den Entwicklerwerkzeugen jedes Browsers und in Roundtrip.' },
    html: { name: 'Bericht zum Drucken', what: 'Eine Seite zum Lesen oder für ein PDF; auf Englisch.' },
    markdown: { name: 'Bericht für ein Ticket', what: 'Markdown, zum Einfügen oder Anhängen; auf Englisch.' },
  },
};
