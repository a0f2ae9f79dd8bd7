/** The comparison in one or two sentences. It names what differs; a reason only as the finding itself does. */
import type { Outcome } from '../model/flow.ts';
import type { Comparison, Difference, Shown, SideName, SideSummary } from './comparison.ts';
import { count, nothingDiffers, nothingSeenDiffers, shownWords } from './words.ts';

const endings: Readonly<Record<Outcome, string>> = {
  completed: 'went through',
  failed: 'failed',
  denied: 'was cancelled',
  abandoned: 'was left unfinished',
  'in-progress': 'is still running',
  unknown: 'ends before its outcome can be seen',
};

const together: Readonly<Record<Outcome, string>> = {
  completed: 'Both went through',
  failed: 'Both failed',
  denied: 'Both were cancelled',
  abandoned: 'Both were left unfinished',
  'in-progress': 'Both are still running',
  unknown: 'Both end before their outcome can be seen',
};

const worked = ({ outcome, headline }: SideSummary) => outcome === 'completed' && headline === null;
const name = ({ label }: SideSummary) => `“${label}”`;

function ending({ outcome, headline }: SideSummary): string {
  return outcome === 'completed' && headline ? 'went through with a problem' : endings[outcome];
}

function withReason(side: SideSummary): string {
  const { headline } = side;
  if (!headline) return `${name(side)} ${ending(side)}.`;
  const reason =
    headline.confidence === 'certain' ? '' : headline.confidence === 'likely' ? ', likely for this reason' : ', possibly for this reason';
  return `${name(side)} ${ending(side)}${reason}: ${headline.title}.`;
}

/** What the side that worked had instead; null where the words would say too much. */
function instead({ subject, ...sides }: Difference, side: SideName): string | null {
  const shown: Shown = sides[side];
  const words = shownWords(shown, subject);
  switch (subject.kind) {
    case 'cookie-sent':
      return shown.kind === 'cookie' && shown.fate === 'sent' ? `the cookie \`${subject.name}\` was sent` : null;
    case 'state':
      return shown.kind === 'state' && shown.fate === 'same' ? 'the state came back unchanged' : null;
    case 'parameter':
      return shown.kind === 'value'
        ? `\`${subject.name}\` was ${words}`
        : `\`${subject.name}\` was ${shown.kind === 'absent' ? 'not there' : 'there'}`;
    case 'size':
      return `${subject.of === 'cookies' ? 'the Cookie header' : 'the address'} had ${words}`;
    case 'cookie-attributes':
      return `the cookie \`${subject.name}\` was set with ${words}`;
    case 'status':
      return shown.kind === 'status' ? `the same hop was answered with ${shown.status}` : null;
    case 'setting':
      return subject.of === 'third-party-cookies' ? `third-party cookies were ${words}` : null;
    default:
      return null;
  }
}

export function summaryOf({ a, b, alike, differences, unseen }: Comparison): string {
  if (alike) {
    const way = a.headline ? `${together[a.outcome]} in the same way: ${a.headline.title}.` : null;
    if (differences.length === 0) return `${way ?? `${together[a.outcome]}.`} ${unseen.length > 0 ? nothingSeenDiffers : nothingDiffers}`;
    const rest = `${count(differences.length, 'thing')} ${differences.length === 1 ? 'differs' : 'differ'} all the same.`;
    return `${way ?? `${together[a.outcome]}.`} ${rest}`;
  }
  const good: SideName | null = worked(a) === worked(b) ? null : worked(a) ? 'a' : 'b';
  if (good === null) return `${withReason(a)} ${withReason(b)}`;
  const [well, ill] = good === 'a' ? [a, b] : [b, a];
  const [words = null] = differences.flatMap((one) => (one.explains ? (instead(one, good) ?? []) : []));
  const end = words === null ? `${name(well)} ${endings.completed}.` : `In ${name(well)} ${words}, and the login went through.`;
  return `${withReason(ill)} ${end}`;
}
