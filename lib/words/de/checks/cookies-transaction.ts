/** German of `lib/checks/cookies`: the cookies that keep a pending login. */
import type { CheckWords } from '../../check-words.ts';
import type { Said } from '../../said.ts';

const age: Said = { 'less than a second': 'weniger als eine Sekunde', '{n} s': '{n} s', '{n} min': '{n} min' };

const container: Said = {
  'an ordinary tab': 'einem gewöhnlichen Tab',
  'a container': 'einem Container',
  'another container': 'einem anderen Container',
};

const trigger: Said = {
  ', a prefetch by the browser': ', ein Prefetch des Browsers',
  ', a prerender by the browser': ', ein Prerender des Browsers',
  ', a background call': ', ein Aufruf im Hintergrund',
  ', an image, icon or script': ', ein Bild, Icon oder Skript',
  ', in another tab': ', in einem anderen Tab',
};

const why: Said = {
  'The browser had refused to store it': 'Der Browser hatte sich geweigert, es zu speichern',
  'The browser did not store it': 'Der Browser hat es nicht gespeichert',
  'Another answer overwrote it': 'Eine andere Antwort hat es überschrieben',
  'Another answer deleted it in between': 'Eine andere Antwort hat es zwischendurch gelöscht',
  'It had expired by then': 'Es war bis dahin abgelaufen',
  'It had expired by then: it was good for {life}, and the answer came {time} after it was set':
    'Es war bis dahin abgelaufen: Es galt {life}, und die Antwort kam {time} nach dem Setzen',
  '{n} s': '{n} s',
  '{n} minutes': '{n} Minuten',
  'The callback came in another browser container or private window':
    'Der Callback kam in einem anderen Container des Browsers oder in einem privaten Fenster',
  'It belongs to another host': 'Es gehört zu einem anderen Host',
  'Its path does not cover the callback': 'Sein Pfad deckt den Callback nicht ab',
  'Its path is written in another case than the callback': 'Sein Pfad ist anders groß- und kleingeschrieben als der des Callbacks',
  'It is marked Secure and the callback came over plain http':
    'Es ist als Secure markiert, und der Callback kam über unverschlüsseltes http',
  'It is marked SameSite=Strict and the answer came from another site':
    'Es ist als SameSite=Strict markiert, und die Antwort kam von einer anderen Site',
  'Its SameSite rule keeps it off a POST from another site':
    'Seine SameSite-Regel verhindert, dass es mit einem POST von einer anderen Site gesendet wird',
  'Its SameSite rule keeps it out of frames on other sites': 'Seine SameSite-Regel hält es aus Frames auf anderen Sites heraus',
  'The browser keeps third-party cookies out of frames': 'Der Browser hält Drittanbieter-Cookies aus Frames heraus',
  'No rule of the browser explains it: an extension, a privacy setting or a proxy may have removed it':
    'Keine Regel des Browsers erklärt es: Eine Erweiterung, eine Datenschutzeinstellung oder ein Proxy kann es entfernt haben',
};

const advice: Said = {
  'Give the cookie 10 to 15 minutes, and send users who come too late to a fresh login.':
    'Dem Cookie 10 bis 15 Minuten geben und Benutzer, die zu spät kommen, zu einer neuen Anmeldung schicken.',
  'Keep one entry per login (the state in the cookie’s name), and delete only that one at its callback.':
    'Für jede Anmeldung einen eigenen Eintrag führen (mit dem State im Namen des Cookies) und bei ihrem Callback nur diesen löschen.',
  'Use an https redirect_uri.': 'Eine redirect_uri mit https verwenden.',
  'Let app and provider open in the same container or window.': 'App und Provider im selben Container oder Fenster öffnen lassen.',
  'Log in as a full page instead of a frame.': 'Die Anmeldung als ganze Seite statt in einem Frame öffnen.',
  'Try again in a profile without extensions; check what stands between browser and app.':
    'Es in einem Profil ohne Erweiterungen noch einmal versuchen; prüfen, was zwischen Browser und App steht.',
  'Change the cookie so that it is sent with the callback: same host, a path that covers it, SameSite=Lax for GET, SameSite=None and Secure for POST.':
    'Das Cookie so ändern, dass es mit dem Callback gesendet wird: derselbe Host, ein Pfad, der ihn abdeckt, SameSite=Lax für GET, SameSite=None und Secure für POST.',
};

export const transactionCookies: CheckWords = {
  'container-switch': {
    title: 'Anmeldung begann und endete in verschiedenen Containern',
    messages: {
      switched: {
        title: 'Die Anmeldung begann in {here}, ihre Antwort kam in {there} an',
        plain: 'Sie haben die Anmeldung in {here} begonnen und sind in {there} zurückgekommen, wo die Website nichts davon weiß.',
        text: 'Die Anmeldung wurde in {here} begonnen; die Antwort darauf, mit genau ihrem `state`, wurde in {there} geöffnet. Cookies werden dort getrennt aufbewahrt: Die App konnte die Anmeldung, die sie begonnen hatte, nicht finden und scheiterte.',
        fix: 'Am selben Ort beginnen und aufhören. App und Provider demselben Container zuweisen oder beim Provider die Regel „immer in diesem Container öffnen“ entfernen. Die App kann statt eines Fehlers einen neuen Anfang anbieten.',
      },
      'switched-unharmed': {
        title: 'Die Anmeldung begann in {here}, ihre Antwort kam in {there} an',
        plain: 'Sie haben die Anmeldung in {here} begonnen und sind in {there} zurückgekommen. Es hat trotzdem geklappt.',
        text: 'Die Anmeldung wurde in {here} begonnen; die Antwort darauf, mit genau ihrem `state`, wurde in {there} geöffnet, wo es eigene Cookies gibt. Die App hat sie angenommen: Sie bindet eine Anmeldung nicht an den Browser, der sie begonnen hat, oder findet sie allein über `state`. Dann funktioniert auch eine Antwort, die jemand anderes begonnen hat.',
        fix: 'Für diese Anmeldung nichts. In der App: `state` mit einem Cookie an den Browser binden, der die Anmeldung begonnen hat.',
      },
    },
    said: { here: container, there: container },
  },
  'cookie-scope-mismatch': {
    title: 'Anmelde-Cookie passt nicht zu Host oder Pfad des Callbacks',
    messages: {
      path: {
        title: 'Der Pfad des Anmelde-Cookies deckt den Callback nicht ab',
        plain: 'Das Anmelde-Cookie wurde für einen anderen Teil der Website gespeichert und deshalb nicht zurückgesendet.',
        text: '`{cookie}` wurde für den Pfad `{path}` gesetzt; der Callback liegt unter `{callback}`.',
        fix: 'Das Cookie mit `Path=/` oder mit dem Pfad des Callbacks setzen.',
      },
      'path-case': {
        title: 'Der Pfad des Anmelde-Cookies ist anders groß- und kleingeschrieben als der Callback',
        plain:
          'Das Anmelde-Cookie wurde für eine Adresse in anderer Groß- und Kleinschreibung gespeichert und deshalb nicht zurückgesendet.',
        text: '`{cookie}` wurde für den Pfad `{path}` gesetzt; der Callback liegt unter `{callback}`. Bei Cookie-Pfaden zählt Groß- und Kleinschreibung.',
        fix: 'Den Pfad überall gleich schreiben: im Cookie, in der redirect_uri und in Links zur App.',
      },
      host: {
        title: 'Das Anmelde-Cookie gehört zu einem anderen Host',
        plain: 'Das Anmelde-Cookie wurde für eine andere Webadresse gespeichert und deshalb nicht zurückgesendet.',
        text: '`{cookie}` wurde auf {from} gesetzt; der Callback liegt auf {to}.',
        fix: 'Die Anmeldung auf demselben Host beginnen und beenden.',
      },
    },
  },
  'parallel-flow-overwrite': {
    title: 'Ein zweiter Anmeldestart hat das Cookie des ersten überschrieben',
    messages: {
      overwritten: {
        title: 'Eine andere Anmeldung hat das Cookie dieser überschrieben',
        plain: 'Zwei Anmeldungen liefen gleichzeitig, und die zweite hat den Merkzettel der ersten gelöscht.',
        text: 'Diese Anmeldung hat `{cookie}` gespeichert. Bevor ihre Antwort kam, hat ein anderer Start derselben App ({flow}{trigger}) dasselbe Cookie auf einen anderen Wert gesetzt; der Callback brachte diesen mit, und danach scheiterte die App.',
        fix: 'Jeder offenen Anmeldung ein eigenes Cookie geben (mit dem State im Namen und einer Obergrenze) und für Hintergrundanfragen, Icons oder Prefetches keine Anmeldung starten.',
      },
      'overwritten-by-call': {
        title: 'Ein zweiter Start der Anmeldung hat das Cookie dieser überschrieben',
        plain: 'Etwas auf der Seite hat im Hintergrund eine zweite Anmeldung gestartet, und die hat den Merkzettel der ersten gelöscht.',
        text: 'Diese Anmeldung hat `{cookie}` gespeichert. Bevor ihre Antwort kam, wurde {what} derselben App auf eine eigene Anmeldung geschickt und setzte dasselbe Cookie auf einen anderen Wert; der Callback brachte diesen mit, und danach scheiterte die App.',
        fix: 'Hintergrundaufrufe von Besuchern, die nicht angemeldet sind, mit 401 beantworten statt mit einer Weiterleitung zur Anmeldung, und jeder offenen Anmeldung ein eigenes Cookie geben.',
      },
      deleted: {
        title: 'Eine andere Anmeldung hat das Cookie dieser gelöscht',
        plain: 'Zwei Anmeldungen liefen gleichzeitig, und das Ende der einen hat den Merkzettel der anderen gelöscht.',
        text: 'Diese Anmeldung hat `{cookie}` gespeichert. Bevor ihre Antwort kam, hat eine andere Anmeldung derselben App ({flow}) es gelöscht; der Callback kam ohne das Cookie, und danach scheiterte die App.',
        fix: 'Jeder offenen Anmeldung ein eigenes Cookie geben und bei ihrem Callback nur dieses löschen.',
      },
      'one-slot': {
        title: 'Zwei Anmeldungen dieser App haben sich überschnitten, und die App merkt sich vielleicht nur eine',
        plain: 'Zwei Anmeldungen liefen gleichzeitig; die App hat sich vielleicht nur die neuere gemerkt.',
        text: 'Eine andere Anmeldung derselben App ({flow}{trigger}) begann, bevor diese beantwortet war. Der State kam unverändert zurück, und die App scheiterte trotzdem: Vielleicht merkt sie sich je Sitzung nur eine offene Anmeldung, und die neuere hat diese ersetzt.',
        fix: 'In der Sitzung für jeden `state` einen eigenen Eintrag führen.',
      },
      'overwritten-unharmed': {
        title: 'Eine andere Anmeldung hat ein Cookie dieser überschrieben',
        plain: 'Zwei Anmeldungen liefen gleichzeitig und benutzten denselben Merkzettel; diesmal ging es gut.',
        text: 'Diese Anmeldung hat `{cookie}` gespeichert; ein anderer Start derselben App ({flow}{trigger}) hat es auf einen anderen Wert gesetzt, bevor die Antwort kam.',
        fix: 'Jeder offenen Anmeldung ein eigenes Cookie geben.',
      },
    },
    said: {
      trigger,
      what: {
        'a background call': 'ein Hintergrundaufruf',
        'an image, icon or script': 'ein Bild, Icon oder Skript',
        'another page': 'eine andere Seite',
      },
    },
  },
  'samesite-form-post': {
    title: 'Cookie nicht gesendet, weil die Antwort ein POST von einer anderen Site ist',
    messages: {
      withheld: {
        title: 'Das Anmelde-Cookie wird nicht mit einem Formular von einer anderen Site gesendet',
        plain:
          'Der Anmeldedienst hat die Antwort mit einem Formular zurückgeschickt, und dieses Anmelde-Cookie legt der Browser Formularen von anderen Websites nicht bei.',
        text: 'Die Antwort kam per POST von der Site des Providers. `{cookie}` wurde mit {attribute} gesetzt, {age} zuvor; der Browser lässt es bei solchen Anfragen weg.',
        fix: 'Das Cookie der offenen Anmeldung mit `SameSite=None; Secure` setzen (nur dieses) oder die Antwort per GET anfordern (`response_mode=query`).',
      },
      'too-old': {
        title: 'Das Anmelde-Cookie war zu alt für ein Formular von einer anderen Site',
        plain:
          'Die Anmeldung hat länger als zwei Minuten gedauert; danach sendet der Browser dieses Anmelde-Cookie nicht mehr mit dem Formular des Anmeldedienstes. Ein zweiter, schneller Versuch klappt.',
        text: 'Die Antwort kam per POST von der Site des Providers. `{cookie}` sagt nichts über SameSite und war {age} alt; Chrome sendet ein solches Cookie mit einem POST von einer anderen Site nur zwei Minuten lang. Firefox hätte es gesendet.',
        fix: 'Das Cookie der offenen Anmeldung mit `SameSite=None; Secure` setzen (nur dieses) oder die Antwort per GET anfordern (`response_mode=query`).',
      },
      'works-while-young': {
        title: 'Das Anmelde-Cookie kam nur an, weil die Anmeldung schnell ging',
        plain: 'Diese Anmeldung hat geklappt, weil sie weniger als zwei Minuten gedauert hat. Eine langsamere wird scheitern.',
        text: 'Die Antwort kam per POST von der Site des Providers. `{cookie}` sagt nichts über SameSite; Chrome sendet ein solches Cookie mit einem POST von einer anderen Site nur zwei Minuten lang, und es war {age} alt.',
        fix: 'Das Cookie der offenen Anmeldung mit `SameSite=None; Secure` setzen, bevor Benutzer mit einem zweiten Faktor daran scheitern.',
      },
    },
    said: { age, attribute: { 'no SameSite attribute': 'keinem SameSite-Attribut' } },
  },
  'samesite-strict-callback': {
    title: 'Cookie mit SameSite=Strict kann die Rückkehr vom Provider nicht überstehen',
    messages: {
      transaction: {
        title: 'Das Anmelde-Cookie ist SameSite=Strict',
        plain:
          'Das Anmelde-Cookie ist mit „nie senden, wenn man von einer anderen Website kommt“ markiert, und von einer Anmeldung kommt man immer von einer anderen Website zurück.',
        text: 'Die App hat `{cookie}` mit SameSite=Strict gesetzt. Die Antwort kommt von der Site des Providers, deshalb lässt der Browser das Cookie beim Callback weg.',
        fix: 'Für das Cookie, das die offene Anmeldung festhält, SameSite=Lax verwenden.',
      },
      session: {
        title: 'Das Sitzungscookie ist SameSite=Strict und fehlt auf der ersten Seite',
        plain:
          'Sie waren angemeldet, aber die erste Seite weiß es noch nicht: Das Sitzungscookie wird nicht gesendet, wenn man von einer anderen Website kommt.',
        text: 'Der Callback hat `{cookie}` mit SameSite=Strict gesetzt. Der nächste Schritt gehört noch zu der Kette, die beim Provider begann, deshalb hat der Browser das Cookie weggelassen.',
        fix: 'Für das Sitzungscookie SameSite=Lax verwenden oder die Kette beenden: den Callback mit einer kleinen Seite beantworten, die von selbst weiterführt.',
      },
    },
  },
  'transaction-cookie-lost': {
    title: 'Das Cookie, das sich diese Anmeldung merkt, kam nicht zurück',
    messages: {
      lost: {
        title: 'Die App hat ihr Anmelde-Cookie verloren',
        plain:
          'Der Merkzettel, den die Website für diese Anmeldung in Ihrem Browser hinterlassen hat, wurde nicht zurückgesendet; deshalb lehnt sie die Antwort ab.',
        text: 'Die App hat `{cookie}` zu Beginn der Anmeldung gesetzt; der Callback kam ohne das Cookie, und danach scheiterte die App. {why}.',
        fix: '{advice}',
      },
      replaced: {
        title: 'Eine andere App auf diesem Host hat das Anmelde-Cookie überschrieben',
        plain:
          'Ein anderes Programm unter derselben Webadresse hat den Merkzettel ersetzt, den die Website für diese Anmeldung in Ihrem Browser hinterlassen hat.',
        text: 'Die App hat `{cookie}` zu Beginn der Anmeldung gesetzt. Dann hat {by} für denselben Host ein Cookie mit demselben Namen gesetzt, und der Callback brachte dieses mit. Cookies gehören zu einem Host und kennen keine Ports.',
        fix: 'Den beiden Apps eigene Hostnamen geben (localhost der einen, 127.0.0.1 der anderen) oder einem der Cookies einen anderen Namen.',
      },
      'lost-unharmed': {
        title: 'Ein Anmelde-Cookie kam nicht zurück',
        plain:
          'Ein Merkzettel, den die Website für diese Anmeldung in Ihrem Browser hinterlassen hat, wurde nicht zurückgesendet; die Anmeldung hat trotzdem geklappt.',
        text: 'Die App hat `{cookie}` zu Beginn der Anmeldung gesetzt; der Callback kam ohne das Cookie. {why}.',
        fix: '{advice}',
      },
    },
    said: { why, advice },
  },
};
