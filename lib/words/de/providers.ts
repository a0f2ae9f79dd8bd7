/** German of what is known about single providers: `lib/field/providers`. */
import type { Said } from '../said.ts';

export const providerSays: Said = {
  'Google no longer shows codes to be copied by hand (the out-of-band flow).':
    'Google zeigt keine Codes mehr an, die von Hand kopiert werden (Out-of-band-Flow).',
  'Google does not take `approval_prompt` together with `prompt`, which has replaced it.':
    'Google nimmt `approval_prompt` nicht zusammen mit `prompt` an, das an seine Stelle getreten ist.',
  'Apple answers requests for the name or the e-mail address by a posted form only.':
    'Apple beantwortet Anfragen nach dem Namen oder der E-Mail-Adresse nur mit einem per POST gesendeten Formular.',
  'Spotify takes http addresses on `127.0.0.1` and `[::1]` only.': 'Spotify nimmt http-Adressen nur auf `127.0.0.1` und `[::1]` an.',
  'Spotify has given up the implicit flow.': 'Spotify hat den Implicit Flow abgeschafft.',
  'Amazon Cognito takes http addresses on `http://localhost` only.': 'Amazon Cognito nimmt http-Adressen nur auf `http://localhost` an.',
  'Microsoft Entra takes http addresses on the own computer only.': 'Microsoft Entra nimmt http-Adressen nur auf dem eigenen Computer an.',
  'Microsoft Entra registers addresses of 256 characters at most.': 'Microsoft Entra registriert Adressen mit höchstens 256 Zeichen.',
};

export const providerFixes: Said = {
  'Use a loopback address (`http://127.0.0.1` with any port) for a program on this computer, an https address for a web app, or the device flow.':
    'Für ein Programm auf diesem Computer eine Loopback-Adresse verwenden (`http://127.0.0.1` mit beliebigem Port), für eine Web-App eine https-Adresse, oder den Device Flow.',
  'Leave `approval_prompt` out; `prompt=consent` does what `approval_prompt=force` did.':
    '`approval_prompt` weglassen; `prompt=consent` leistet, was `approval_prompt=force` leistete.',
  'Send `response_mode=form_post` and let the callback take a POST from another site (its login cookie needs `SameSite=None; Secure`), or leave these scopes out.':
    '`response_mode=form_post` senden und den Callback ein POST von einer anderen Website annehmen lassen (sein Anmelde-Cookie braucht `SameSite=None; Secure`), oder diese Scopes weglassen.',
  'Use an https address; on your own computer, write `127.0.0.1` instead of a name.':
    'Eine https-Adresse verwenden; auf dem eigenen Computer `127.0.0.1` statt eines Namens schreiben.',
  'Use `response_type=code` with PKCE.': '`response_type=code` mit PKCE verwenden.',
  'Use an https address; on your own computer, write `localhost`.':
    'Eine https-Adresse verwenden; auf dem eigenen Computer `localhost` schreiben.',
  'Use an https address, and register it.': 'Eine https-Adresse verwenden und sie registrieren.',
  'Use one short address, and keep what differs in the session or in `state`.':
    'Eine einzige kurze Adresse verwenden und, was sich unterscheidet, in der Sitzung oder in `state` aufbewahren.',
};

/** How redirect_uris are compared there. */
export const providerRules: Said = {
  'Scheme, host, port, path, case and final slash all count.':
    'Schema, Host, Port, Pfad, Groß- und Kleinschreibung und der Schrägstrich am Ende zählen alle.',
  'The whole address counts: scheme, upper and lower case, and the final slash.':
    'Die ganze Adresse zählt: Schema, Groß- und Kleinschreibung und der Schrägstrich am Ende.',
  'The whole address counts (strict mode).': 'Die ganze Adresse zählt (Strict Mode).',
  'The address counts without its query; one with a `#` is refused.': 'Die Adresse zählt ohne ihre Query; eine mit `#` wird abgelehnt.',
  'The whole address counts.': 'Die ganze Adresse zählt.',
  'The whole address counts; one with a `#` is refused.': 'Die ganze Adresse zählt; eine mit `#` wird abgelehnt.',
  'The whole address counts; only on `127.0.0.1` and `[::1]` the port may differ.':
    'Die ganze Adresse zählt; nur auf `127.0.0.1` und `[::1]` darf der Port abweichen.',
  'The whole address counts; a `*` may stand for a subdomain.': 'Die ganze Adresse zählt; ein `*` darf für eine Subdomain stehen.',
  'The whole address counts: scheme, port, upper and lower case, final slash and query.':
    'Die ganze Adresse zählt: Schema, Port, Groß- und Kleinschreibung, der Schrägstrich am Ende und die Query.',
  'The whole address counts, the final slash included; http only on `http://localhost`.':
    'Die ganze Adresse zählt, auch der Schrägstrich am Ende; http nur auf `http://localhost`.',
  'The whole address counts; a registered one may have one `*` in its path or query, and on loopback addresses the port is free.':
    'Die ganze Adresse zählt; eine registrierte darf ein `*` in Pfad oder Query haben, und auf Loopback-Adressen ist der Port frei.',
  'The whole address counts, upper and lower case of the path included; only on localhost the port is ignored.':
    'Die ganze Adresse zählt, auch Groß- und Kleinschreibung im Pfad; nur auf localhost wird der Port nicht beachtet.',
  'A registered address may end in `*`; otherwise the whole address counts, without its query.':
    'Eine registrierte Adresse darf mit `*` enden; sonst zählt die ganze Adresse, ohne ihre Query.',
  'Each one is compared as a whole (strict) or as a regular expression.':
    'Jede wird als Ganzes verglichen (strict) oder als regulärer Ausdruck.',
  'Host and port count, and the path has to be the registered one or one below it; on loopback addresses the port is free.':
    'Host und Port zählen, und der Pfad muss der registrierte sein oder darunter liegen; auf Loopback-Adressen ist der Port frei.',
  'The whole address counts; several are registered one a line.': 'Die ganze Adresse zählt; mehrere werden zeilenweise registriert.',
  'The whole address counts, localhost has to be listed as well.': 'Die ganze Adresse zählt; auch localhost muss in der Liste stehen.',
  'In strict mode the whole address counts; on `127.0.0.1` the port is free.':
    'Im Strict Mode zählt die ganze Adresse; auf `127.0.0.1` ist der Port frei.',
  'The address has to be on the host of the app URL, and be listed.':
    'Die Adresse muss auf dem Host der App-URL liegen und in der Liste stehen.',
  'The whole address counts; it has to be https on a domain name.': 'Die ganze Adresse zählt; sie muss https auf einem Domainnamen sein.',
  'The whole address counts, upper and lower case included.': 'Die ganze Adresse zählt, auch Groß- und Kleinschreibung.',
  'An address below a registered one is accepted, too.': 'Auch eine Adresse unterhalb einer registrierten wird angenommen.',
  'The whole address counts; in production it has to be https.': 'Die ganze Adresse zählt; im Produktivbetrieb muss sie https sein.',
  'The whole address counts; test mode and live mode have lists of their own.':
    'Die ganze Adresse zählt; Testmodus und Livemodus haben eigene Listen.',
};

/** How a refresh token is asked for there: “mit …”. */
export const refreshRecipes: Said = {
  '`access_type=offline`, and after the first consent with `prompt=consent` as well':
    '`access_type=offline` und nach der ersten Zustimmung zusätzlich mit `prompt=consent`',
  'the scope {scope}': 'dem Scope {scope}',
};
