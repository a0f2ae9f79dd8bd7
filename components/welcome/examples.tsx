import { type ExampleName, exampleNames } from '../../lib/examples/examples.ts';
import { welcome } from '../../lib/words/en/welcome.ts';
import { Icon } from '../kit/icon.tsx';
import type { IconName } from '../kit/icons.ts';

const looks: Readonly<Record<ExampleName, { readonly tone: string; readonly icon: IconName }>> = {
  works: { tone: 'good', icon: 'check' },
  'cookie-lost': { tone: 'bad', icon: 'cross' },
  'address-refused': { tone: 'bad', icon: 'cross' },
};

/** Logins to open when there is none at hand. */
export function Examples({ onOpen }: { readonly onOpen: (name: ExampleName) => void }) {
  const say = welcome();
  return (
    <ul class="examples">
      {exampleNames.map((name) => (
        <li key={name}>
          <button type="button" class="example" id={`example-${name}`} data-tone={looks[name].tone} onClick={() => onOpen(name)}>
            <span class="example-mark" aria-hidden="true">
              <Icon name={looks[name].icon} size={12} />
            </span>
            <span class="example-words">
              <strong>{say.examples[name].title}</strong>
              <span>{say.examples[name].text}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
