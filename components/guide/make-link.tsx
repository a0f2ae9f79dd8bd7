import { useState } from 'preact/hooks';
import { presetLink, siteOf } from '../../lib/session/preset.ts';
import { CopyButton } from '../kit/copy-button.tsx';
import { Icon } from '../kit/icon.tsx';
import { type Language, languages } from './words/index.ts';

/** For the other side: the link that asks a user for a recording. */
export function MakeLink() {
  const [site, setSite] = useState('');
  const [goal, setGoal] = useState('');
  const [language, setLanguage] = useState<Language | ''>('');
  const link = presetLink({ site: siteOf(site), goal: goal.trim() || null, language: language || null });
  return (
    <details class="guide-card make-link" lang="en">
      <summary>
        <Icon name="chevron" size={12} class="turn" />
        For support teams: make a link that asks for a recording
      </summary>
      <p class="guide-text">
        Send it to somebody who has Roundtrip. They open it and press the Roundtrip symbol; your wishes are shown to them, and nothing
        starts before they agree.
      </p>
      <label class="field">
        <span>Page where the login begins</span>
        <input type="url" id="link-site" value={site} autocomplete="off" onInput={(event) => setSite(event.currentTarget.value)} />
      </label>
      <label class="field">
        <span>What you want to see</span>
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
        <span>Language</span>
        <select id="link-language" value={language} onChange={(event) => setLanguage(event.currentTarget.value as Language | '')}>
          <option value="">The user’s own</option>
          {Object.entries(languages).map(([tag, { name }]) => (
            <option key={tag} value={tag} lang={tag}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {link === null ? (
        <p class="guide-fine">{site.trim() === '' ? 'The link appears here.' : 'This is not the address of a website.'}</p>
      ) : (
        <p class="made-link">
          <bdi class="mono" id="made-link">
            {link}
          </bdi>
          <CopyButton text={link} label="the link" />
        </p>
      )}
    </details>
  );
}
