import { type IconName, icons } from './icons.ts';

export interface IconProps {
  readonly name: IconName;
  readonly size?: number;
  readonly class?: string;
}

/** Always beside words or inside something that has a name, so it has none of its own. */
export function Icon({ name, size = 16, class: own = '' }: IconProps) {
  return (
    <svg class={`icon ${own}`} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={icons[name]} />
    </svg>
  );
}
