import type { ComponentChildren } from 'preact';
import { welcome } from '../../lib/words/en/welcome.ts';
import { Icon } from '../kit/icon.tsx';

export interface WelcomeStepProps {
  readonly number: number;
  readonly title: string;
  readonly done: boolean;
  /** The one to be done now. */
  readonly now: boolean;
  readonly children: ComponentChildren;
}

/** One thing to do, and whether it is done. */
export function WelcomeStep({ number, title, done, now, children }: WelcomeStepProps) {
  return (
    <li class="welcome-step" data-done={done} aria-current={now ? 'step' : undefined}>
      <span class="welcome-number" aria-hidden="true">
        {done ? <Icon name="check" size={14} /> : number}
      </span>
      <div>
        <h3>
          {title}
          {done && <span class="sr-only"> ({welcome().done})</span>}
        </h3>
        {children}
      </div>
    </li>
  );
}
