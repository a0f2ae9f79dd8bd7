/** A pointer in words: what and where, never the value. */
import { ownerWords } from '../../lib/explain/words.ts';
import type { Confidence, Finding, FindingRole, Owner, Severity } from '../../lib/model/finding.ts';
import type { Evidence, Place } from '../../lib/model/place.ts';
import type { IconName } from '../kit/icons.ts';
import type { Tone } from '../kit/tag.tsx';

const wholes: Readonly<Record<string, string>> = {
  'request.url': 'its address',
  'request.method': 'its method',
  'request.body': 'its body',
  'response.status': 'its status',
  'response.body': 'the text of its page',
  'outcome.reason': 'its network error',
  timing: 'its time',
};

const parts: readonly (readonly [prefix: string, words: (name: string) => string])[] = [
  ['request.query.', (name) => `\`${name}\` in the query`],
  ['request.fragment.', (name) => `\`${name}\` behind the #`],
  ['request.form.', (name) => `\`${name}\` in the form`],
  ['request.header.', (name) => (name === '*' ? 'its request headers' : `the header \`${name}\``)],
  ['request.cookie.', (name) => `the cookie \`${name}\``],
  ['response.header.', (name) => (name === '*' ? 'its answer’s headers' : `the answer’s header \`${name}\``)],
  ['response.cookie.', (name) => `\`Set-Cookie: ${name}\``],
  ['response.body.', (name) => `\`${name}\` in the answer`],
  ['response.location.query.', (name) => `\`${name}\` in the redirect`],
  ['response.location.fragment.', (name) => `\`${name}\` behind the redirect’s #`],
];

function placeWords(place: Place): string {
  const whole = wholes[place];
  if (whole !== undefined) return whole;
  const part = parts.find(([prefix]) => place.startsWith(prefix));
  return part ? part[1](place.slice(part[0].length).replaceAll('`', "'")) : place;
}

export function evidenceWords({ place, absent }: Evidence): string {
  return absent ? `${placeWords(place)} is missing` : placeWords(place);
}

export const confidenceWords: Readonly<Record<Confidence, string | null>> = {
  certain: null,
  likely: 'Likely: everything seen points to it, but it is not proven.',
  possible: 'Possible: it fits what was seen; other causes do as well.',
};

export interface FindingLook {
  readonly tone: Tone;
  readonly icon: IconName;
  /** For screen readers. */
  readonly words: string;
}

const looks: Readonly<Record<Severity, FindingLook>> = {
  error: { tone: 'bad', icon: 'cross', words: 'Problem' },
  warning: { tone: 'warn', icon: 'alert', words: 'Warning' },
  info: { tone: 'calm', icon: 'info', words: 'Remark' },
};

export function findingLook({ severity, role }: { readonly severity: Severity; readonly role: FindingRole }): FindingLook {
  // A consequence is not a second fault.
  return role === 'symptom' && severity === 'error' ? { ...looks.error, tone: 'warn', words: 'Consequence' } : looks[severity];
}

/** Causes first, then by gravity. */
export function byGravity(findings: readonly Finding[]): Finding[] {
  const roles: readonly FindingRole[] = ['cause', 'symptom', 'hygiene'];
  return [...findings].sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role));
}

/** Whose job it is; browsers and networks have no job, they have rules. */
export function whoWords(owner: Owner): string {
  return owner === 'browser' ? 'Caused by the browser’s rules' : owner === 'network' ? 'Between browser and server' : ownerWords(owner);
}
