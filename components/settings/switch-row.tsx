import { useId } from 'preact/hooks';

export interface SwitchRowProps {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly on: boolean;
  /** Called straight from the press, so that the browser may be asked. */
  readonly onTurn: (on: boolean) => void;
}

export function SwitchRow({ name, title, about, on, onTurn }: SwitchRowProps) {
  const aboutId = useId();
  return (
    <div class="setting">
      <label class="setting-title" for={`setting-${name}`}>
        {title}
      </label>
      <span class="setting-control">
        {/* It shows what is, not what was asked for: the browser may say no. */}
        <button
          type="button"
          role="switch"
          class="switch"
          id={`setting-${name}`}
          aria-checked={on}
          aria-describedby={aboutId}
          onClick={() => onTurn(!on)}
        />
      </span>
      <p class="setting-about" id={aboutId}>
        {about}
      </p>
    </div>
  );
}
