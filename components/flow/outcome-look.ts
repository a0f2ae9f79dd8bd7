/** How an outcome looks and what it is called at a glance. Red is for what is broken, nothing else. */

import { kindWords } from '../../lib/explain/words.ts';
import type { JudgedFlow } from '../../lib/model/finding.ts';
import { flow as words } from '../../lib/words/en/flow.ts';
import type { IconName } from '../kit/icons.ts';
import type { Tone } from '../kit/tag.tsx';

export interface OutcomeLook {
  readonly tone: Tone;
  readonly icon: IconName;
  /** "Login failed" */
  readonly words: string;
  readonly running: boolean;
}

/** What a silent request was answered with; null where its finding says none of these. */
function silentAnswer({ findings }: JudgedFlow): string | null {
  const message = findings.find((f) => f.check === 'silent-auth-failed')?.message ?? '';
  const answers: Readonly<Record<string, string>> = words().silent;
  return Object.hasOwn(answers, message) ? (answers[message] ?? null) : null;
}

export function outcomeLook(judged: JudgedFlow): OutcomeLook {
  const say = words();
  const kind = kindWords(judged.flow.kind);
  const look = (tone: Tone, icon: IconName, what: string, running = false): OutcomeLook => ({ tone, icon, words: what, running });
  const healthy = judged.headline === null;
  switch (judged.outcome) {
    case 'failed':
      return look('bad', 'cross', say.failed(kind));
    case 'completed': {
      if (!healthy) return look('warn', 'alert', say.withProblem(say.completed(kind)));
      const answer = silentAnswer(judged);
      return answer === null ? look('good', 'check', say.completed(kind)) : look('calm', 'info', say.answered(kind, answer));
    }
    case 'denied':
      return look('calm', 'ban', say.denied(kind));
    case 'abandoned':
      return look('calm', 'dots', say.abandoned(kind));
    case 'in-progress':
      return look('accent', 'dots', say.running(kind), true);
    case 'unknown': {
      const end = !judged.flow.gaps.includes('not-sent') ? say.notSeen : judged.flow.response === null ? say.notBegun : say.oneAddress;
      return healthy ? look('calm', 'question', end(kind)) : look('warn', 'alert', say.withProblem(end(kind)));
    }
  }
}
