/** The comparison in one or two sentences. It names what differs; a reason only as the finding itself does. */
import { compare as words } from '../words/en/compare.ts';
import type { Comparison, Difference, Shown, SideName, SideSummary } from './comparison.ts';
import { shownWords } from './words.ts';

const worked = ({ outcome, headline }: SideSummary) => outcome === 'completed' && headline === null;
const name = ({ label }: SideSummary) => words().side(label);

function ending({ outcome, headline }: SideSummary): string {
  return outcome === 'completed' && headline ? words().withProblem : words().endings[outcome];
}

function withReason(side: SideSummary): string {
  const { headline } = side;
  if (!headline) return `${name(side)} ${ending(side)}.`;
  return `${name(side)} ${ending(side)}${words().reasons[headline.confidence]}: ${headline.title}.`;
}

/** What the side that worked had instead; null where the words would say too much. */
function instead({ subject, ...sides }: Difference, side: SideName): string | null {
  const shown: Shown = sides[side];
  const its = shownWords(shown, subject);
  const say = words();
  switch (subject.kind) {
    case 'cookie-sent':
      return shown.kind === 'cookie' && shown.fate === 'sent' ? say.cookieWasSent(subject.name) : null;
    case 'state':
      return shown.kind === 'state' && shown.fate === 'same' ? say.stateUnchanged : null;
    case 'parameter':
      if (shown.kind === 'value') return say.parameterWas(subject.name, its);
      return shown.kind === 'absent' ? say.parameterWasMissing(subject.name) : say.parameterWasThere(subject.name);
    case 'size':
      return say.sizeWas[subject.of](its);
    case 'cookie-attributes':
      return say.cookieWasSet(subject.name, its);
    case 'status':
      return shown.kind === 'status' ? say.answeredWith(shown.status) : null;
    case 'setting':
      return subject.of === 'third-party-cookies' ? say.thirdPartyWere(its) : null;
    default:
      return null;
  }
}

export function summaryOf({ a, b, alike, differences, unseen }: Comparison): string {
  const say = words();
  if (alike) {
    const together = say.together[a.outcome];
    const way = a.headline ? say.sameWay(together, a.headline.title) : `${together}.`;
    if (differences.length === 0) return `${way} ${unseen.length > 0 ? say.nothingSeenDiffers : say.nothingDiffers}`;
    return `${way} ${say.differAllTheSame(differences.length)}`;
  }
  const good: SideName | null = worked(a) === worked(b) ? null : worked(a) ? 'a' : 'b';
  if (good === null) return `${withReason(a)} ${withReason(b)}`;
  const [well, ill] = good === 'a' ? [a, b] : [b, a];
  const [what = null] = differences.flatMap((one) => (one.explains ? (instead(one, good) ?? []) : []));
  const end = what === null ? `${name(well)} ${say.endings.completed}.` : say.instead(name(well), what);
  return `${withReason(ill)} ${end}`;
}
