import { useState } from 'preact/hooks';
import type { Language } from '../../lib/model/settings.ts';
import { presetLink, siteOf } from '../../lib/session/preset.ts';
import { guide } from '../../lib/words/en/guide.ts';
import { languageNames } from '../../lib/words/languages.ts';
import { CopyButton } from '../kit/copy-button.tsx';
import { Icon } from '../kit/icon.tsx';

/** For the other side: the link that asks a user for a recording. */
export function MakeLink() {
  const [site, setSite] = useState('');
  const [goal, setGoal] = useState('');
  const [language, setLanguage] = useState<Language | ''>('');
  const words = guide().makeLink;
  const link = presetLink({ site: siteOf(site), goal: goal.trim() || null, language: language || null });
  return (
    <details class="guide-card make-link">
      <summary>
        <Icon name="chevron" size={12} class="turn" />
        {words.title}
      </summary>
      <p class="guide-text">{words.text}</p>
      <label class="field">
        <span>{words.site}</span>
        <input type="url" id="link-site" value={site} autocomplete="off" onInput={(event) => setSite(event.currentTarget.value)} />
      </label>
      <label class="field">
        <span>{words.goal}</span>
        <input
          type="text"
          id="link-goal"
          value={goal}
          maxLength={300}
          autocomplete="off"
          onInput={(event) => setGoal(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        <span>{words.language}</span>
        <select id="link-language" value={language} onChange={(event) => setLanguage(event.currentTarget.value as Language | '')}>
          <option value="">{words.ownLanguage}</option>
          {languageNames.map(([tag, name]) => (
            <option key={tag} value={tag} lang={tag}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {link === null ? (
        <p class="guide-fine">{site.trim() === '' ? words.nothingYet : words.wrong}</p>
      ) : (
        <p class="made-link">
          <bdi class="mono" id="made-link">
            {link}
          </bdi>
          <CopyButton text={link} label={words.theLink} />
        </p>
      )}
    </details>
  );
}
