import type { ComponentChildren } from 'preact';

export interface Choice<T> {
  readonly value: T;
  readonly label: string;
  /** What follows from it, in one sentence. */
  readonly about?: string;
}

export interface ChoiceRowProps<T> {
  /** Of the radio buttons, and of the row. */
  readonly name: string;
  readonly title: string;
  readonly about?: ComponentChildren;
  readonly choices: readonly Choice<T>[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
}

/** One of several: what it is about on the left, the choices on the right. */
export function ChoiceRow<T extends string | number | null>({ name, title, about, choices, value, onChoose }: ChoiceRowProps<T>) {
  const chosen = choices.find((choice) => choice.value === value);
  return (
    <fieldset class="setting" id={`setting-${name}`}>
      <legend>{title}</legend>
      <div class="setting-control segments">
        {choices.map((choice) => (
          <label key={String(choice.value)} class="segment" data-chosen={choice.value === value}>
            <input
              type="radio"
              name={name}
              value={String(choice.value)}
              checked={choice.value === value}
              onChange={() => onChoose(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      <p class="setting-about">
        {about}
        {about && chosen?.about ? ' ' : ''}
        {chosen?.about}
      </p>
    </fieldset>
  );
}
