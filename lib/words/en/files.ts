/** Files from outside. */
import { plural } from '../numbers.ts';
import { section } from '../speaking.ts';

export const files = section('files', {
  opened: 'Opened files',
  lead: 'Drop HAR files, Roundtrip captures or SAML-tracer exports anywhere on this page, or paste the address of a login.',
  choose: 'Choose files',
  paste: 'Paste text or link',
  toOpen: 'Files to open',
  pasteHere: 'A login link, or the text of a HAR or capture',
  open: 'Open',
  staysHere: 'Nothing is uploaded: files are read here, in this page, and forgotten when you close it.',

  close: (name: string) => `Close ${name}`,
  hideMessage: (name: string) => `Hide the message about ${name}`,
  noLogin: 'no login',
  flows: (count: number) => plural(count, 'flow', 'flows'),
  requests: (count: number) => plural(count, 'request', 'requests'),
  twoAttempts: 'two attempts',

  waiting: 'Waiting for the file before it',
  reading: (read: string, of: string) => `${read} of ${of} MB read`,
  judging: 'Judging its logins',
  opening: (name: string) => `Opening ${name}`,
  stop: (name: string) => `Stop reading ${name}`,

  goal: 'Goal',
  did: 'Did',
  saw: 'Saw',
  notSeen: (gaps: string) => `Not seen: ${gaps}.`,
  toGetHeaders:
    'To get them: in the Network panel choose “Export HAR (with sensitive data)”; if it is not there, allow it in the settings of the developer tools. Then save it redacted here before you pass it on.',
  skipped: (count: number) => `${plural(count, 'entry', 'entries')} could not be read:`,

  attempts: 'Attempts',
  first: 'First try',
  second: 'Second try',
  private: 'In a private window',
  compareBoth: 'Compare both',
  saveRedacted: 'Save redacted…',
  noLoginInside:
    'No OAuth 2.0 or OpenID Connect login is in this file. If there should be one: was it recorded from the press of the sign-in button on, with redirects kept (“Preserve log”)?',
});
