import type { JudgedFlow } from '../../lib/model/finding.ts';

/** What the reader can do where no finding says it. */
export function nextStepWords({ flow, outcome, headline }: JudgedFlow): string | null {
  if (headline !== null) return null;
  switch (outcome) {
    case 'in-progress':
      return `Go on with the ${flow.kind === 'logout' ? 'logout' : 'login'}. This page keeps up with it.`;
    case 'unknown':
      if (flow.gaps.includes('not-sent')) return 'To see what comes of it, open the link while Roundtrip is watching.';
      return flow.orphan
        ? 'Start the login again from the app’s sign-in button, so that all of it is recorded.'
        : `Run the ${flow.kind === 'logout' ? 'logout' : 'login'} once more and let it come to its end.`;
    case 'failed':
      return 'Look at the last hops below: the break is after what can be seen there.';
    default:
      return null;
  }
}
