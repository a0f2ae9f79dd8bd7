/** German of `lib/checks/transport`: what fails in the network. */
import type { CheckWords } from '../../check-words.ts';
import type { Said } from '../../said.ts';

const reason: Said = {
  'there is no address for this name': 'Zu diesem Namen gibt es keine Adresse',
  'this computer is offline': 'Dieser Computer ist offline',
  'the connection of this computer changed or went to sleep': 'Die Verbindung dieses Computers hat gewechselt oder sich schlafen gelegt',
  'the proxy this computer is set to can not be reached': 'Der auf diesem Computer eingestellte Proxy ist nicht erreichbar',
  'the proxy did not let it through': 'Der Proxy hat die Anfrage nicht durchgelassen',
  'its certificate or encryption is not accepted': 'Zertifikat oder Verschlüsselung werden nicht akzeptiert',
  'it did not answer in time': 'Die Antwort blieb zu lange aus',
  'nothing accepts connections there': 'Dort nimmt niemand Verbindungen an',
  'it can not be reached': 'Dorthin gibt es keinen Weg',
  'it hung up without an answer': 'Die Verbindung wurde ohne Antwort beendet',
  'its answer is damaged': 'Die Antwort ist beschädigt',
};

const phase: Said = {
  'the start of the login': 'Beginn der Anmeldung',
  'the way back to the app': 'Weg zurück zur App',
  'the app, after the answer': 'App, nach der Antwort',
  'the token request': 'Token-Anfrage',
  'reading the provider’s settings': 'Lesen der Einstellungen des Providers',
  'the provider': 'Provider',
};

const advice: Said = {
  'Check the host name in the app’s settings. If it is right, it is only known inside a network or VPN that this computer is not in.':
    'Den Hostnamen in den Einstellungen der App prüfen. Stimmt er, ist er nur in einem Netz oder VPN bekannt, in dem dieser Computer nicht ist.',
  'Install a certificate for this name with its full chain, from an authority that browsers know. On a development machine, trust the local one.':
    'Für diesen Namen ein Zertifikat mit vollständiger Kette installieren, von einer Stelle, die Browser kennen. Auf einem Entwicklungsrechner dem lokalen vertrauen.',
  'Check the proxy in this computer’s network settings, or the VPN that brings it.':
    'Den Proxy in den Netzwerkeinstellungen dieses Computers prüfen oder das VPN, das ihn mitbringt.',
  'Ask the administrator of the proxy to allow this host.': 'Den Administrator des Proxys bitten, diesen Host zu erlauben.',
  'Check the connection and try again.': 'Die Verbindung prüfen und es noch einmal versuchen.',
  'Try again; if it stays, a firewall may drop the connection. Try another network.':
    'Es noch einmal versuchen; bleibt es dabei, verwirft vielleicht eine Firewall die Verbindung. Ein anderes Netz versuchen.',
  'Check that the server runs and that no firewall stands in between. Try another network.':
    'Prüfen, ob der Server läuft und keine Firewall dazwischensteht. Ein anderes Netz versuchen.',
};

export const networkFailure: CheckWords = {
  'network-failure': {
    title: 'Netz-, DNS- oder Zertifikatsfehler während der Anmeldung',
    messages: {
      unreachable: {
        title: '{host} war nicht zu erreichen: {reason}',
        plain: 'Der Browser konnte {host} nicht erreichen: {reason}.',
        text: 'Die Anfrage an {host} ({phase}) ist im Netz gescheitert: {reason} ({code}).',
        fix: '{advice}',
      },
      leftover: {
        title: 'Die Antwort ging an diesen Computer ({host}) statt an {app}',
        plain:
          'Die Anmeldung wurde an eine Adresse auf diesem Computer zurückgeschickt statt an die Website; deshalb konnte sie nicht beendet werden.',
        text: 'Die Anmeldung begann bei {app}, aber ihre redirect_uri führt zu {host} auf dem Computer des Besuchers, wo niemand Verbindungen annimmt ({code}). Das ist eine Einstellung von einem Entwicklungsrechner.',
        fix: 'In der App die redirect_uri dieser Umgebung eintragen und sie beim Provider registrieren.',
      },
      upgraded: {
        title: 'Der Browser besteht bei {host} auf https, wo nur http gesprochen wird',
        plain:
          'Der Browser hat die Adresse, zu der die Anmeldung zurückkehrt, in eine sichere umgewandelt, und das Programm dort versteht das nicht.',
        text: 'Die Antwort war für eine `http://`-Adresse bestimmt. Der Browser hat von selbst `https://` daraus gemacht, weil {host} das einmal verlangt hat oder alle Adressen hochgestuft werden, und dort ist die Verbindung gescheitert ({code}).',
        fix: 'Den Browser das vergessen lassen: in Chrome {host} unter `chrome://net-internals/#hsts` löschen, in Firefox „Gesamte Website vergessen“ wählen. Ein Programm auf diesem Computer sollte `http://127.0.0.1` verwenden, das Browser nicht hochstufen, und kein anderes auf localhost sollte Strict-Transport-Security senden.',
      },
      listener: {
        title: 'Am Callback auf diesem Computer lauscht niemand',
        plain: 'Die Anmeldung hat geklappt, aber das Programm auf diesem Computer, das die Antwort annehmen soll, läuft nicht mehr.',
        text: 'Die Antwort ging an {host}, wo niemand Verbindungen annimmt ({code}). Das Programm, das darauf wartet, ist beendet, lauscht auf der anderen von 127.0.0.1 und [::1] oder läuft auf einem anderen Rechner (Container, WSL, entfernte Sitzung).',
        fix: 'Das Programm neu starten und die Anmeldung wiederholen. Im Programm: auf 127.0.0.1 und [::1] lauschen, bis die Antwort da ist oder der Benutzer aufgibt.',
      },
    },
    said: { reason, phase, advice, code: { 'certificate refused': 'Zertifikat abgelehnt' } },
  },
};
