import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

export interface ButtonProps {
  readonly children: ComponentChildren;
  /** Left out where the form it stands in says what happens. */
  readonly onClick?: () => void;
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly icon?: IconName;
  readonly id?: string;
  /** Enter in its form presses it. */
  readonly submits?: boolean;
  /** When it appears, the keyboard is on it. */
  readonly takesFocus?: boolean;
}

export function Button({ children, onClick, look = 'plain', icon, id, submits = false, takesFocus = false }: ButtonProps) {
  const element = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) element.current?.focus();
  }, [takesFocus]);
  return (
    <button type={submits ? 'submit' : 'button'} id={id} class="button" data-look={look} onClick={onClick} ref={element}>
      {icon && <Icon name={icon} size={14} />}
      <span>{children}</span>
    </button>
  );
}

export interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly id?: string;
  readonly small?: boolean;
}

export function IconButton({ icon, label, onClick, pressed, expanded, id, small = false }: IconButtonProps) {
  return (
    <button
      type="button"
      id={id}
      class="icon-button"
      data-small={small}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      onClick={onClick}
    >
      <Icon name={icon} size={small ? 14 : 16} />
    </button>
  );
}
