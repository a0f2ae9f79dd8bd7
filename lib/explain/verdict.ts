/** One or two plain sentences on how a flow ended. */
import type { Finding, JudgedFlow } from '../model/finding.ts';
import { explain as words } from '../words/en/explain.ts';

type Plain = (finding: Finding) => string;

/** Logouts are told in words of their own; null where those of a login do. */
function verdictOfLogout({ flow, outcome, headline }: JudgedFlow): string | null {
  switch (outcome) {
    case 'completed':
      return headline === null && flow.steps.some((s) => s.role === 'logout-return') ? words().logout.returned : null;
    case 'abandoned':
      return words().logout.abandoned;
    case 'in-progress':
      return words().logout.running;
    case 'unknown':
      return headline === null ? words().logout.unknown : null;
    default:
      return null;
  }
}

function notSent({ flow, findings }: JudgedFlow): string {
  const say = words().notBegun;
  if (flow.kind === 'logout') return findings.length === 0 ? say.logoutHealthy : say.logout;
  if (!flow.request) return say.answer;
  return findings.length === 0 ? say.loginHealthy : say.login;
}

export function verdictOfFlow(judged: JudgedFlow, plain: Plain): string {
  const cause =
    judged.findings.find((f) => f.role === 'cause' && f.check === judged.headline) ?? judged.findings.find((f) => f.role === 'cause');
  const logout = judged.flow.kind === 'logout' && !judged.flow.gaps.includes('not-sent') ? verdictOfLogout(judged) : null;
  if (logout !== null) return logout;
  switch (judged.outcome) {
    case 'failed':
      return cause ? plain(cause) : words().failed;
    case 'denied':
      return cause ? plain(cause) : words().denied;
    case 'completed': {
      const quiet = judged.findings.find((f) => f.check === 'silent-auth-failed');
      if (quiet) return plain(quiet);
      if (judged.flow.grant === 'fedcm' && !judged.headline) return words().fedcmCompleted;
      if (!cause || !judged.headline) return words().completed[judged.flow.kind];
      return judged.flow.kind === 'login' ? words().completedBut(plain(cause)) : plain(cause);
    }
    case 'abandoned': {
      const handled = judged.findings.find((f) => f.check === 'authz-error-response' && f.message === 'handled');
      if (handled) return plain(handled);
      return judged.flow.supersededBy ? words().superseded : words().abandoned;
    }
    case 'in-progress':
      return words().running;
    case 'unknown':
      if (judged.flow.gaps.includes('not-sent') && !(cause && judged.headline)) return notSent(judged);
      return cause && judged.headline
        ? plain(cause)
        : judged.flow.grant === 'fedcm'
          ? words().fedcmUnknown
          : judged.flow.orphan
            ? words().orphan
            : words().endsBefore;
  }
}
