// @vitest-environment happy-dom
/** Views of the page in German: their words, and no English ones left between them. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { ReferenceRoom } from '../../components/reference/reference-room.tsx';
import { catalogue } from '../../lib/checks/catalogue.ts';
import { checkWords } from '../../lib/words/checks.ts';
import { speakLanguage } from '../../lib/words/load.ts';
import { speak } from '../../lib/words/speaking.ts';

beforeEach(() => speakLanguage('de'));
afterEach(() => speak('en', {}));

function reference(check: string | null = null) {
  const root = document.createElement('div');
  document.body.append(root);
  onTestFinished(() => {
    act(() => render(null, root));
    root.remove();
  });
  act(() => render(<ReferenceRoom check={check} />, root));
  const shown = () => [...root.querySelectorAll<HTMLElement>('[data-check]')].map((entry) => entry.dataset['check']);
  const search = (words: string) =>
    act(() => {
      const field = root.querySelector<HTMLInputElement>('#reference-words');
      if (!field) throw new Error('there is no search');
      field.value = words;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  return { root, shown, search };
}

describe('the reference in German', () => {
  it('shows every check by its German title', () => {
    const { root } = reference();
    for (const { id } of catalogue)
      expect(root.querySelector(`[data-check="${id}"] .check-title`)?.textContent).toBe(checkWords()[id]?.title.replaceAll('`', ''));
    expect(root.textContent).toContain(`${catalogue.length} Prüfungen`);
  });

  it('opens a check with German cases and places', () => {
    const named = reference('cookie-header-too-large').root.querySelector('[data-check="cookie-header-too-large"]');
    for (const { plain } of Object.values(checkWords()['cookie-header-too-large']?.messages ?? {}))
      expect(named?.textContent).toContain(plain);
    expect(named?.textContent).not.toMatch(/‹(?:bytes|against|remedy|server)›|What was seen|For the user|Source/);
  });

  it('finds by German words and by the name of a check', async () => {
    speak('en', {});
    const english = reference();
    english.search('round in circles');
    expect(english.shown()).toContain('login-loop');
    await speakLanguage('de');
    const { shown, search } = reference();
    search('schleife');
    expect(shown()).toContain('login-loop');
    search('pkce-missing');
    expect(shown()[0]).toBe('pkce-missing');
    search('round in circles');
    expect(shown()).toEqual([]);
  });
});
