import { useId, useState } from 'preact/hooks';
import { type NoSite, readNamedSites } from '../../lib/read/named-sites.ts';
import { access as words } from '../../lib/words/en/access.ts';
import { Button } from '../kit/button.tsx';

export interface SiteFieldProps {
  readonly label: string;
  readonly action: string;
  readonly look?: 'primary' | 'plain';
  readonly onSites: (hosts: readonly string[]) => void;
}

/** Names of sites, typed or pasted. What is not one is said in a sentence, and nothing is asked of the browser. */
export function SiteField({ label, action, look = 'plain', onSites }: SiteFieldProps) {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<NoSite | null>(null);
  const wrongId = useId();
  return (
    <form
      class="site-field"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const read = readNamedSites(text);
        setWrong(read.kind === 'refused' ? read.because : null);
        if (read.kind === 'refused') return;
        // Straight from the press: browsers refuse to ask otherwise.
        onSites(read.hosts);
        setText('');
      }}
    >
      <label class="field">
        <span>{label}</span>
        <input
          type="text"
          id="site"
          inputMode="url"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          placeholder="shop.example"
          value={text}
          aria-invalid={wrong !== null}
          aria-describedby={wrong === null ? undefined : wrongId}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setWrong(null);
          }}
        />
      </label>
      <Button look={look} id="add-site" submits>
        {action}
      </Button>
      <p class="field-wrong" id={wrongId} role="alert">
        {wrong && sentence(wrong)}
      </p>
    </form>
  );
}

/** For the person who wrote it. */
function sentence(wrong: NoSite): string {
  const say = words().refused;
  switch (wrong.kind) {
    case 'nothing':
      return say.nothing;
    case 'no-site':
      return say['no-site'](wrong.word);
    case 'shared-ending':
      return say['shared-ending'](wrong.word, wrong.host);
  }
}
