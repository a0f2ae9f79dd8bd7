/** The room of every check, with all it may say. */
import { plural } from '../numbers.ts';
import type { Said } from '../said.ts';
import { section } from '../speaking.ts';

/** Categories and the places in sentences have names of English words: other languages say them here. */
const categories: Said = {};
const places: Said = {};
/** And so is what can not be seen, which stands beside the checks. */
const unseen: Said = {};

export const reference = section('reference', {
  title: 'What is checked',
  lead: 'Every check with all it may say. Words between ‹ and › are filled with what was seen.',
  checks: (count: number) => plural(count, 'check', 'checks'),
  found: (count: number, all: string) => `${count} of ${all}`,
  showAll: 'Show all',
  unknown: (name: string) => `No check is called “${name}” in this version.`,
  searchName: 'Search by words or by the name of a check',
  searchHint: 'Words, or the name of a check',
  clear: 'Clear the search',
  about: 'About',
  aboutEverything: 'About everything',
  severity: 'Severity',
  anySeverity: 'Any severity',
  severities: { error: 'Problems', warning: 'Warnings', info: 'Remarks' },
  kinds: {
    breakage: 'Why a login fails',
    leak: 'A credential in the wrong place',
    weakness: 'What could be stolen: told about working logins in the auditor’s profile only',
    remark: 'Worth knowing before it hurts',
  },
  core: 'Part of the core set.',
  source: 'Source',
  earlierNames: 'Earlier names',
  forUser: 'For the user',
  seen: 'What was seen',
  toDo: 'What to do',
  notSeen: 'What can not be seen',
  notSeenLead: 'No check stands for these, and no green verdict speaks of them.',
  categories,
  places,
  unseen,
});
