import type { ComponentChildren } from 'preact';
import { Picture } from './picture.tsx';

export interface EmptyFrameProps {
  readonly mood: 'asking' | 'paused' | 'waiting';
  readonly title: string;
  readonly children: ComponentChildren;
}

export function EmptyFrame({ mood, title, children }: EmptyFrameProps) {
  return (
    <section class="empty" data-mood={mood}>
      <Picture />
      <h2>{title}</h2>
      {children}
    </section>
  );
}
