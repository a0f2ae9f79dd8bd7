/** What leaves the browser: what is in it, what was taken out, and the ways out. */
import { numberWords } from '../numbers.ts';
import { section } from '../speaking.ts';

export const leave = section('leave', {
  leavesTitle: 'What leaves your browser',
  leavesText: 'This is all there is in the file, and what was replaced before.',
  leaves: 'In the file',
  replaced: 'Replaced, so that nobody can read it',
  requests: (n: number) => `${numberWords(n)} ${n === 1 ? 'request' : 'requests'}: addresses, statuses, sizes and times`,
  hosts: (n: number) => `${numberWords(n)} ${n === 1 ? 'server' : 'servers'}`,
  cookieNames: (n: number) => `names of ${numberWords(n)} ${n === 1 ? 'cookie' : 'cookies'}, without their contents`,
  pagesLeftOut: (n: number) => `the text of ${numberWords(n)} ${n === 1 ? 'page' : 'pages'}`,
  story: 'the description of what happened',
  machine: (text: string) => `browser and system: ${text}`,
  kinds: {
    credential: (n: number) => `${numberWords(n)} ${n === 1 ? 'password or key' : 'passwords and keys'}`,
    token: (n: number) => `${numberWords(n)} ${n === 1 ? 'token' : 'tokens'}`,
    'one-time': (n: number) => `${numberWords(n)} one-time ${n === 1 ? 'code' : 'codes'}`,
    cookie: (n: number) => `${numberWords(n)} ${n === 1 ? 'cookie' : 'cookies'}`,
    person: (n: number) => `${numberWords(n)} ${n === 1 ? 'name or e-mail address' : 'names and e-mail addresses'}`,
    id: (n: number) => `${numberWords(n)} ${n === 1 ? 'number or name in an address' : 'numbers and names in addresses'}`,
    value: (n: number) => `${numberWords(n)} other ${n === 1 ? 'value' : 'values'}`,
  },
  check: (found: number, of: number) => `${numberWords(found)} of ${numberWords(of)} secrets found in this file.`,
  leak: 'A secret would still stand in this file, so it can not be saved. That is a mistake of Roundtrip, not yours.',
  preparing: 'Taking out what nobody else may see…',
  notPrepared:
    'This file can not be made safe to save: a part of Roundtrip does not run. Close this page, open it again and try once more.',
  save: 'Save the file',
  copy: 'Copy as text instead',
  saved: (name: string) => `Saved in your downloads as ${name}. Send this one file to support.`,
  copied: 'Copied. Paste it into your message to support.',

  /** The room in which a file is saved. */
  nothing: 'There is no login to save yet. Log in once, then come back here.',
  title: 'Save a file that can be shared',
  more: (n: number) => `${numberWords(n)} more`,
  kind: 'Kind of file',
  formats: {
    capture: { name: 'Roundtrip capture', what: 'Opens in Roundtrip with the same timeline and findings.' },
    har: { name: 'HAR', what: 'Opens in the developer tools of any browser, and in Roundtrip.' },
    html: { name: 'Report to print', what: 'One page to read or to make a PDF of.' },
    markdown: { name: 'Report for a ticket', what: 'Markdown, to be pasted or attached.' },
  },
});
