/** How an outcome looks and what it is called at a glance. Red is for what is broken, nothing else. */

import { kindWords } from '../../lib/explain/words.ts';
import type { JudgedFlow } from '../../lib/model/finding.ts';
import type { IconName } from '../kit/icons.ts';
import type { Tone } from '../kit/tag.tsx';

export interface OutcomeLook {
  readonly tone: Tone;
  readonly icon: IconName;
  /** "Login failed" */
  readonly words: string;
  readonly running: boolean;
}

/** What a silent request was answered with, by the message of its finding. */
const silentAnswers: Readonly<Record<string, string>> = {
  'no-session': 'nobody is signed in',
  withheld: 'the provider did not get its cookie',
  interaction: 'the user has to be asked',
};

const silentAnswer = ({ findings }: JudgedFlow) =>
  silentAnswers[findings.find((f) => f.check === 'silent-auth-failed')?.message ?? ''] ?? null;

export function outcomeLook(judged: JudgedFlow): OutcomeLook {
  const kind = kindWords(judged.flow.kind);
  const look = (tone: Tone, icon: IconName, words: string, running = false): OutcomeLook => ({ tone, icon, words, running });
  switch (judged.outcome) {
    case 'failed':
      return look('bad', 'cross', `${kind} failed`);
    case 'completed':
      if (judged.headline !== null) return look('warn', 'alert', `${kind} completed, with a problem`);
      return silentAnswer(judged) !== null
        ? look('calm', 'info', `${kind} answered: ${silentAnswer(judged)}`)
        : look('good', 'check', `${kind} completed`);
    case 'denied':
      return look('calm', 'ban', `${kind} cancelled`);
    case 'abandoned':
      return look('calm', 'dots', `${kind} left unfinished`);
    case 'in-progress':
      return look('accent', 'dots', `${kind} running`, true);
    case 'unknown': {
      if (judged.flow.gaps.includes('not-sent')) {
        const begun = judged.flow.response !== null ? `${kind}: one address of it` : `${kind}: not begun`;
        return judged.headline === null ? look('calm', 'question', begun) : look('warn', 'alert', `${begun}, with a problem`);
      }
      return judged.headline === null
        ? look('calm', 'question', `${kind}: end not seen`)
        : look('warn', 'alert', `${kind}: end not seen, with a problem`);
    }
  }
}
