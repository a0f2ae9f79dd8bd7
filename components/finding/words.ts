/** A pointer in words: what and where, never the value. */
import { ownerWords } from '../../lib/explain/words.ts';
import type { Confidence, Finding, FindingRole, Owner, Severity } from '../../lib/model/finding.ts';
import type { Evidence, Place } from '../../lib/model/place.ts';
import { finding as words } from '../../lib/words/en/finding.ts';
import type { IconName } from '../kit/icons.ts';
import type { Tone } from '../kit/tag.tsx';

type Words = ReturnType<typeof words>;

const parts: readonly (readonly [prefix: string, words: (say: Words, name: string, whole: boolean) => string])[] = [
  ['request.query.', (say, name) => say.inQuery(name)],
  ['request.fragment.', (say, name) => say.inFragment(name)],
  ['request.form.', (say, name) => say.inForm(name)],
  ['request.header.', (say, name, whole) => (whole ? say.headers : say.header(name))],
  ['request.cookie.', (say, name) => say.cookie(name)],
  ['response.header.', (say, name, whole) => (whole ? say.answerHeaders : say.answerHeader(name))],
  ['response.body.', (say, name) => say.inAnswer(name)],
  ['response.location.query.', (say, name) => say.inRedirect(name)],
  ['response.location.fragment.', (say, name) => say.inRedirectFragment(name)],
];
const setCookie = 'response.cookie.';

function placeWords(place: Place): string {
  const say = words();
  const wholes: Readonly<Record<string, string>> = say.wholes;
  const whole = wholes[place];
  if (whole !== undefined) return whole;
  const bare = (prefix: string) => place.slice(prefix.length).replaceAll('`', "'");
  if (place.startsWith(setCookie)) return `\`Set-Cookie: ${bare(setCookie)}\``;
  const part = parts.find(([prefix]) => place.startsWith(prefix));
  return part ? part[1](say, `\`${bare(part[0])}\``, bare(part[0]) === '*') : place;
}

export function evidenceWords({ place, absent }: Evidence): string {
  return absent ? words().missing(placeWords(place)) : placeWords(place);
}

/** How sure a finding is; null where it is certain. */
export function confidenceWords(confidence: Confidence): string | null {
  return confidence === 'certain' ? null : words()[confidence];
}

export interface FindingLook {
  readonly tone: Tone;
  readonly icon: IconName;
  /** For screen readers. */
  readonly words: string;
}

export function findingLook({ severity, role }: { readonly severity: Severity; readonly role: FindingRole }): FindingLook {
  const say = words();
  // A consequence is not a second fault.
  if (role === 'symptom' && severity === 'error') return { tone: 'warn', icon: 'cross', words: say.consequence };
  switch (severity) {
    case 'error':
      return { tone: 'bad', icon: 'cross', words: say.problem };
    case 'warning':
      return { tone: 'warn', icon: 'alert', words: say.warning };
    case 'info':
      return { tone: 'calm', icon: 'info', words: say.remark };
  }
}

/** Causes first, then by gravity. */
export function byGravity(findings: readonly Finding[]): Finding[] {
  const roles: readonly FindingRole[] = ['cause', 'symptom', 'hygiene'];
  return [...findings].sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role));
}

/** Whose job it is; browsers and networks have no job, they have rules. */
export const whoWords = (owner: Owner): string => ownerWords(owner);
