/** How the request is written: its parameters, their names, values and separators. */
import type { CheckWords } from '../../check-words.ts';

const damaged = 'Der Link zum Anmeldedienst wurde beschädigt. Der Dienst las deshalb andere Einstellungen, als die App meinte.';
const misbuilt =
  'Der Link zum Anmeldedienst wurde falsch zusammengesetzt. Der Dienst las deshalb andere Einstellungen, als die App meinte.';
const sentOnce =
  '`{name}` nur einmal senden. Nach einer Einstellung suchen, die den Parameter ein zweites Mal hinzufügt: zusätzliche Parameter einer Bibliothek oder eine Query in der eingestellten Adresse des Providers.';
const setValue =
  'Den Wert für diese Umgebung setzen (Umgebungsvariable oder Konfiguration beim Bauen), und die App schon beim Start abbrechen lassen, wenn er fehlt.';
const unreadList = 'Die App hat die Liste der Berechtigungen so geschrieben, dass dieser Anmeldedienst sie nicht versteht.';

export const requestSpelling: CheckWords = {
  'authz-mangled': {
    title: 'Parameternamen oder Trennzeichen wurden beschädigt',
    messages: {
      entity: {
        title: 'Trennzeichen wurden als `&amp;` geschrieben',
        plain: damaged,
        text: 'In der Adresse steht `&amp;`, wo `&` hingehört: Der Provider sieht einen Parameter namens `amp;{name}` und kein `{name}`.',
        fix: 'Die Adresse wurde für HTML maskiert und dann außerhalb davon verwendet, oder doppelt maskiert. Genau einmal maskieren, dort, wo die Adresse in eine Seite geschrieben wird, und in Weiterleitungen und Skripten gar nicht.',
      },
      swallowed: {
        title: 'Eine HTML-Entity hat den Anfang von `{name}` verschluckt',
        plain: damaged,
        text: 'Das `&` vor `{name}` wurde mit den Buchstaben danach als HTML-Entity gelesen und zu einem einzigen Zeichen. Der Provider sieht kein `{name}`, und dessen Wert hängt am Ende des Parameters davor.',
        fix: 'Wo die Adresse in HTML steht, `&amp;` für `&` schreiben, und Entities nie doppelt dekodieren.',
      },
      'question-mark': {
        title: 'Vor `{name}` steht ein zweites ?',
        plain: misbuilt,
        text: 'Die Adresse des Providers hatte schon eine Query, als mit `?` eine weitere angehängt wurde. Der Provider sieht kein `{name}`, und dessen Wert hängt am Ende des Parameters davor.',
        fix: 'Parameter mit einer URL-Bibliothek anhängen; sie weiß, ob `?` oder `&` an der Reihe ist.',
      },
      glued: {
        title: '`{name}` ist Teil eines anderen Parameters',
        plain: misbuilt,
        text: 'Ein Trennzeichen wurde prozentkodiert (`%26`, `%3D`): Der Provider sieht kein `{name}`.',
        fix: 'Jeden Wert für sich kodieren, nie die ganze Query.',
      },
      'quoted-printable': {
        title: 'Die Adresse wurde aus dem Quelltext einer E-Mail kopiert',
        plain:
          'Der Link zum Anmeldedienst wurde beim Versand per E-Mail beschädigt. Öffnen Sie ihn direkt aus der E-Mail, oder lassen Sie sich einen neuen schicken.',
        text: 'Jeder Wert beginnt mit `3D`: E-Mails schreiben `=` als `=3D`, und die Adresse wurde kopiert, bevor das dekodiert war.',
        fix: 'Die Adresse so aus der E-Mail kopieren, wie sie angezeigt wird, oder zuerst quoted-printable dekodieren.',
      },
      spaced: {
        title: 'Um den Namen `{name}` steht Leerraum',
        plain: damaged,
        text: 'Ein Leerzeichen oder Zeilenumbruch gehört mit zum Namen des Parameters: Der Provider sieht kein `{name}`. In Adressen gerät so etwas, wo E-Mails, Vorlagen und Konfigurationsdateien lange Zeilen umbrechen.',
        fix: 'Die Adresse in eine Zeile schreiben oder mit einer URL-Bibliothek bauen.',
      },
      'double-encoded': {
        title: '`{name}` wurde doppelt kodiert',
        plain: misbuilt,
        text: 'Nach einmaligem Dekodieren, wie der Provider es tut, ist `{name}` noch immer prozentkodiert.',
        fix: 'Der URL-Bibliothek den unkodierten Wert übergeben; sie kodiert ihn einmal.',
      },
      cut: {
        title: 'Nur der erste Parameter der Anfrage ist angekommen',
        plain:
          'Der Link zum Anmeldedienst wurde nach der ersten Einstellung abgeschnitten. Der Anmeldedienst konnte ihn deshalb nicht verstehen.',
        text: 'Die Adresse endet hinter `{name}`, der Provider antwortete mit HTTP {status}, und keine Seite führte dorthin: Ein anderes Programm hat den Browser geöffnet. Eine Kommandozeile schneidet eine Adresse am ersten `&` ab (`cmd /c start`), wenn es nicht maskiert ist.',
        fix: 'Den Browser ohne Kommandozeile öffnen: mit einer Bibliothek dafür, unter Windows mit `rundll32 url.dll,FileProtocolHandler`. Wo es nicht ohne geht, jedes `&` maskieren (`^&`).',
      },
      characters: {
        title: '`{name}` enthält Zeichen, die aus einem Dokument mitgekommen sind',
        plain: 'In der App ist eine Einstellung beschädigt. Der Anmeldedienst las deshalb eine andere, als gemeint war.',
        text: 'Um `{name}` stehen Anführungs- oder Leerzeichen, oder darin Zeichen, die man nicht sieht (Breite null, geschütztes Leerzeichen). Sie kommen mit, wenn ein Wert aus einem Dokument kopiert wird oder wenn eine Konfigurationsdatei ihre Anführungszeichen behält.',
        fix: 'Den Wert in den Einstellungen der App neu eintippen, ohne Anführungszeichen.',
      },
    },
  },
  'authz-param-problem': {
    title: 'Nötiger Parameter der Anfrage fehlt oder hat einen unmöglichen Wert',
    messages: {
      missing: {
        title: '`{name}` fehlt in der Anfrage',
        plain: 'Die App hat etwas weggelassen, als sie den Anmeldedienst um Ihre Anmeldung bat. Der hat deshalb abgelehnt.',
        text: 'Der Authorization Request hat kein `{name}`{near}, und der Provider hat ihn abgelehnt.',
        fix: '`{name}` senden. Setzt der Code der App es bereits, nach einer Einstellung suchen, die in dieser Umgebung nicht geladen wird.',
      },
      value: {
        title: '`{name}` hat einen Wert, den kein Standard kennt',
        plain: 'Die App hat den Anmeldedienst um etwas gebeten, das er nicht versteht. Er hat deshalb abgelehnt.',
        text: '`{name}` hat im Authorization Request einen Wert, den kein Standard definiert{near}, und der Provider hat ihn abgelehnt.',
        fix: 'Den Wert so schreiben wie der Standard: in Kleinbuchstaben, mehrere Wörter durch einzelne Leerzeichen getrennt.',
      },
      mode: {
        title: '`response_mode=query` passt nicht zu diesem `response_type`',
        plain:
          'Die App hat die Antwort auf einem Weg verlangt, den Anmeldedienste nicht erlauben. Der Anmeldedienst hat deshalb abgelehnt.',
        text: 'Die Anfrage verlangt einen Token in der Query der Rücksprungadresse. Der Standard verbietet das, weil Adressen in Protokollen und Verläufen landen, und der Provider hat sie abgelehnt.',
        fix: '`response_mode` weglassen oder `form_post` oder `fragment` verwenden; besser noch: einen Code verlangen.',
      },
      unsent: {
        title: '`{name}` im Link entspricht nicht den Standards',
        plain: 'Dieser Anmeldelink bittet den Anmeldedienst um etwas, das die meisten Anmeldedienste nicht verstehen.',
        text: 'Der Link wurde nicht geöffnet, also hat ihn auch niemand abgelehnt. `{name}` fehlt darin oder hat einen Wert, den kein Standard definiert{near}; Provider lehnen das meistens ab.',
        fix: '`{name}` mit dem vergleichen, was die Dokumentation des Providers verlangt: Kleinbuchstaben, mehrere Wörter durch einzelne Leerzeichen getrennt.',
      },
      prompt: {
        title: '`prompt=none` zusammen mit einem anderen Wert',
        plain: 'Die App hat den Anmeldedienst gebeten, nichts anzuzeigen und zugleich etwas anzuzeigen.',
        text: '`prompt` enthält `none` und einen weiteren Wert. `none` verbietet jede Seite, die anderen verlangen eine: Der Standard macht daraus einen Fehler.',
        fix: 'Für eine stille Anmeldung nur `none` senden, für eine sichtbare nur den anderen Wert.',
      },
      json: {
        title: '`{name}` lässt sich nicht als JSON lesen',
        plain: 'Ein Teil der Anfrage der App ist in einer Form geschrieben, die der Anmeldedienst nicht lesen kann.',
        text: 'Erwartet wird {what}, und das ist `{name}` nicht. Oft ist der Wert abgeschnitten, doppelt kodiert oder von Hand zusammengesetzt.',
        fix: 'Den Wert mit einer JSON-Bibliothek schreiben und einmal kodieren.',
      },
    },
    said: {
      near: {
        ', only a name that is spelled differently': ', nur einen anders geschriebenen Namen',
        ' (only upper and lower case differ from one it does)':
          ' (von einem definierten unterscheidet ihn nur die Groß- und Kleinschreibung)',
        ' (its words are not separated by single spaces)': ' (seine Wörter sind nicht durch einzelne Leerzeichen getrennt)',
      },
      what: {
        'a JSON list of objects that each name their type': 'eine JSON-Liste von Objekten, von denen jedes seinen Typ nennt',
        'a JSON object': 'ein JSON-Objekt',
      },
    },
  },
  'authz-placeholder': {
    title: 'Anfrage enthält noch einen Platzhalter oder einen nicht gesetzten Wert',
    messages: {
      empty: {
        title: '`{name}` ist leer',
        plain: 'In der App fehlt eine wichtige Einstellung. Der Anmeldedienst weiß deshalb nicht, welche App anfragt.',
        text: 'Der Authorization Request wurde mit leerem `{name}` gesendet.',
        fix: 'Den Wert für diese Umgebung setzen, und die App schon beim Start abbrechen lassen, wenn er fehlt.',
      },
      word: {
        title: '`{name}` wurde nie gesetzt',
        plain: 'In der App fehlt eine wichtige Einstellung. Der Anmeldedienst weiß deshalb nicht, was gemeint ist.',
        text: '`{name}` enthält das, was ein Programm schreibt, wenn eine Einstellung fehlt, oder einen Beispielwert aus der Dokumentation.',
        fix: setValue,
      },
      address: {
        title: 'Die Adresse des Providers wurde aus einem fehlenden Wert zusammengesetzt',
        plain: 'In der App fehlt eine wichtige Einstellung. Sie fragt deshalb unter einer Adresse an, die es nicht gibt.',
        text: 'Ein Ordner in der Adresse des Authorization-Endpunkts ist das, was ein Programm schreibt, wenn eine Einstellung fehlt (der Name eines Mandanten, Realms oder Servers).',
        fix: setValue,
      },
      template: {
        title: '`{name}` enthält noch eine Vorlage',
        plain: 'Die App wurde mit einer unfertigen Einstellung veröffentlicht.',
        text: '`{name}` enthält eine Variable, die beim Bauen oder Ausliefern der App nicht ersetzt wurde.',
        fix: 'Prüfen, ob der Schritt, der die Variablen ersetzt, für diese Umgebung gelaufen ist.',
      },
    },
  },
  'duplicate-parameter': {
    title: 'Parameter des Protokolls kommt doppelt vor',
    messages: {
      differs: {
        title: 'Die Anfrage hat zwei verschiedene Werte für `{name}`',
        plain: 'Die App hat dem Anmeldedienst dieselbe Einstellung zweimal gegeben, mit verschiedenen Werten.',
        text: '`{name}` steht {count}-mal im Authorization Request, mit verschiedenen Werten. Server lehnen das ab oder nehmen den ersten, den letzten oder alle.',
        fix: sentOnce,
      },
      same: {
        title: 'Die Anfrage enthält `{name}` zweimal',
        plain: 'Die App hat dem Anmeldedienst dieselbe Einstellung zweimal gegeben.',
        text: '`{name}` steht {count}-mal im Authorization Request, mit demselben Wert. Der Standard erlaubt jeden Parameter nur einmal, und manche Server lehnen den zweiten ab.',
        fix: sentOnce,
      },
      returned: {
        title: 'Die Anfrage hat zwei Werte für `state`, und zurück kam ein anderer, als die App kennt',
        plain:
          'Die App hat diese Anmeldung zweimal nummeriert, und der Anmeldedienst gab die andere Nummer zurück als die, auf die die App wartete.',
        text: '`state` steht {count}-mal im Authorization Request, mit verschiedenen Werten. Der Provider hat einen zurückgegeben, der nicht der erste ist, und danach ist die App gescheitert.',
        fix: '`state` nur einmal senden. Nach einer Einstellung suchen, die den Parameter ein zweites Mal hinzufügt: zusätzliche Parameter einer Bibliothek oder eine Query in der eingestellten Adresse des Providers.',
      },
      answer: {
        title: 'Die Antwort hat zwei verschiedene Werte für `{name}`',
        plain: 'Die Antwort des Anmeldedienstes kam mit zwei verschiedenen Werten für dieselbe Sache bei der App an.',
        text: '`{name}` steht zweimal in der Antwort, mit verschiedenen Werten{own}. Welchen eine App liest, hängt von ihrem Framework ab; zwei Codes können auch ein Angriff sein.',
        fix: '`{name}` aus der Query der redirect_uri herausnehmen, und den Callback Antworten ablehnen lassen, die einen Parameter wiederholen.',
      },
    },
    said: {
      own: { '; one of them stands in the query of the redirect_uri': '; einer davon steht in der Query der redirect_uri' },
    },
  },
  'scope-malformed': {
    title: 'Scope-Liste ist fehlerhaft oder widerspricht der Anfrage',
    messages: {
      empty: {
        title: '`scope` ist leer, und der Provider hat das abgelehnt',
        plain: 'Die App hat nicht gesagt, welche Berechtigungen sie braucht. Der Anmeldedienst hat deshalb abgelehnt.',
        text: 'Der Authorization Request wurde mit leerem `scope` gesendet, und der Provider hat den Scope abgelehnt.',
        fix: 'Die Scopes für diese Umgebung setzen, oder `scope` weglassen, wo der Provider eine Voreinstellung hat.',
      },
      separator: {
        title: 'Die Scopes sind nicht durch Leerzeichen getrennt',
        plain: unreadList,
        text: 'Die Einträge von `scope` sind durch {separator} getrennt. Der Provider hat den Scope abgelehnt. Der Standard verlangt ein Leerzeichen: Ein Server, der sich daran hält, liest einen einzigen langen Namen, den er nicht kennt.',
        fix: 'Die Scopes mit einzelnen Leerzeichen verbinden und den Wert danach einmal kodieren.',
      },
      characters: {
        title: '`scope` enthält Zeichen, die in keinem Scope vorkommen können',
        plain: unreadList,
        text: '`scope` enthält Anführungszeichen, Klammern oder andere Zeichen einer Liste, die in Text verwandelt wurde (`["openid","email"]`), oder Zeichen, die der Standard in einem Scope nicht erlaubt.',
        fix: 'Die Scopes mit einzelnen Leerzeichen verbinden, ohne Anführungszeichen und Klammern.',
      },
      spaces: {
        title: '`scope` enthält Leerraum, der dort nicht hingehört',
        plain: unreadList,
        text: '`scope` beginnt oder endet mit einem Leerzeichen, oder zwischen den Einträgen stehen zwei hintereinander, ein Tabulator oder ein Zeilenumbruch. Der Provider hat den Scope abgelehnt: Strenge Server lesen dort einen leeren Namen.',
        fix: 'Die Scopes mit einzelnen Leerzeichen verbinden und Leerraum um den eingestellten Wert entfernen.',
      },
      openid: {
        title: 'Ein ID-Token wird ohne den Scope `openid` verlangt',
        plain: 'Die App fragt, wer Sie sind, lässt aber die Berechtigung dafür weg.',
        text: '`response_type` enthält `id_token`, und `scope` enthält kein `openid`. Ohne das ist die Anfrage keine Anfrage nach OpenID Connect.',
        fix: '`openid` zu den Scopes hinzufügen.',
      },
    },
    said: {
      separator: {
        commas: 'Kommas',
        semicolons: 'Semikolons',
        'vertical bars': 'senkrechte Striche',
        'plus signs that were encoded': 'kodierte Pluszeichen',
        'something else': 'etwas anderes',
      },
    },
  },
};
