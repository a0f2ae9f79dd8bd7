/** One or two plain sentences on how a flow ended. */
import type { Finding, JudgedFlow } from '../model/finding.ts';

type Plain = (finding: Finding) => string;

const completed: Readonly<Record<JudgedFlow['flow']['kind'], string>> = {
  login: 'The login went through: the answer reached the app, and nothing after it says otherwise.',
  silent: 'The silent request was answered.',
  logout: 'The provider took the logout. The way back to the app is not in this recording.',
  tokens: 'The token request went through.',
  setup: 'The provider’s settings were read.',
  device: 'The device login went through.',
};

/** Logouts are told in words of their own; null where those of a login do. */
function verdictOfLogout({ flow, outcome, headline }: JudgedFlow): string | null {
  switch (outcome) {
    case 'completed':
      return headline === null && flow.steps.some((s) => s.role === 'logout-return')
        ? 'The provider took the logout and sent the browser back to the app.'
        : null;
    case 'abandoned':
      return 'The logout was left before it was finished.';
    case 'in-progress':
      return 'The logout is still running. The provider may be asking whether to sign out.';
    case 'unknown':
      return headline === null ? 'This recording does not show how the logout ended. The provider may have asked the user first.' : null;
    default:
      return null;
  }
}

function notSent({ flow, findings }: JudgedFlow): string {
  const what = flow.kind === 'logout' ? 'logout' : 'login';
  return flow.request || flow.kind === 'logout'
    ? `This ${what} was not begun: only its address was looked at${findings.length === 0 ? ', and no fault was found in it' : ''}.`
    : 'Only the address of this answer was looked at: the request it answers, and what the app made of it, are not known.';
}

export function verdictOfFlow(judged: JudgedFlow, plain: Plain): string {
  const cause =
    judged.findings.find((f) => f.role === 'cause' && f.check === judged.headline) ?? judged.findings.find((f) => f.role === 'cause');
  const logout = judged.flow.kind === 'logout' && !judged.flow.gaps.includes('not-sent') ? verdictOfLogout(judged) : null;
  if (logout !== null) return logout;
  switch (judged.outcome) {
    case 'failed':
      return cause ? plain(cause) : 'The login broke off; this capture does not show why.';
    case 'denied':
      return cause ? plain(cause) : 'The sign-in was cancelled.';
    case 'completed': {
      const quiet = judged.findings.find((f) => f.check === 'silent-auth-failed');
      if (quiet) return plain(quiet);
      if (judged.flow.grant === 'fedcm' && !judged.headline) return 'The browser’s own sign-in (FedCM) got its token from the provider.';
      return cause && judged.headline
        ? `${judged.flow.kind === 'login' ? 'The login went through, but: ' : ''}${plain(cause)}`
        : completed[judged.flow.kind];
    }
    case 'abandoned': {
      const handled = judged.findings.find((f) => f.check === 'authz-error-response' && f.message === 'handled');
      if (handled) return plain(handled);
      return judged.flow.supersededBy ? 'This attempt was given up for a newer one.' : 'The login was left before it was finished.';
    }
    case 'in-progress':
      return 'The login is still running.';
    case 'unknown':
      if (judged.flow.gaps.includes('not-sent') && !(cause && judged.headline)) return notSent(judged);
      return cause && judged.headline
        ? plain(cause)
        : judged.flow.grant === 'fedcm'
          ? 'The browser’s own sign-in (FedCM) was begun. This recording does not show that an account was chosen.'
          : judged.flow.orphan
            ? 'The recording began in the middle of this login, so it can not be judged as a whole.'
            : 'The recording ends before this login does, so its end can not be told.';
  }
}
