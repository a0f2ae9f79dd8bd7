import type { JudgedFlow } from '../../lib/model/finding.ts';
import { flow as words } from '../../lib/words/en/flow.ts';

/** What the reader can do where no finding says it. */
export function nextStepWords({ flow, outcome, headline }: JudgedFlow): string | null {
  if (headline !== null) return null;
  const say = words();
  switch (outcome) {
    case 'in-progress':
      return flow.kind === 'logout' ? say.goOnLogout : say.goOn;
    case 'unknown':
      if (flow.gaps.includes('not-sent')) return say.openLink;
      if (flow.orphan) return say.startAgain;
      return flow.kind === 'logout' ? say.runLogoutAgain : say.runAgain;
    case 'failed':
      return say.lookBelow;
    default:
      return null;
  }
}
