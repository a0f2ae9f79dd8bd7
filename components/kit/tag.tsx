import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

export type Tone = 'good' | 'bad' | 'warn' | 'calm' | 'accent' | 'plain';

export interface TagProps {
  readonly children: ComponentChildren;
  readonly tone?: Tone;
  readonly icon?: IconName;
  readonly title?: string;
}

export function Tag({ children, tone = 'plain', icon, title }: TagProps) {
  return (
    <span class="tag" data-tone={tone} title={title}>
      {icon && <Icon name={icon} size={11} />}
      <span class="tag-text">{children}</span>
    </span>
  );
}
