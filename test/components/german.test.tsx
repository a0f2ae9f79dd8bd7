// @vitest-environment happy-dom
/** Every state of every view in German: nothing in it is left in English. */
import { type ComponentChildren, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { App } from '../../components/app/app.tsx';
import { Page } from '../../components/page/page.tsx';
import { catalogue } from '../../lib/checks/catalogue.ts';
import { de } from '../../lib/words/de/index.ts';
import * as english from '../../lib/words/en/index.ts';
import { speakLanguage } from '../../lib/words/load.ts';
import { speak } from '../../lib/words/speaking.ts';
import { type GalleryState, states } from '../gallery/states.ts';

/** Shorter ones are also words of German, or parts of names. */
const telling = 12;

const textsIn = (node: unknown): string[] =>
  typeof node === 'string' ? [node] : typeof node === 'object' && node !== null ? Object.values(node).flatMap(textsIn) : [];

/** Functions are left out: what of them is English shows in the sentences beside them, and in the catalog's own test. */
const germanTexts = new Set(textsIn(de));
const englishTexts = [
  ...Object.values(english).flatMap((section) => textsIn(section())),
  ...catalogue.flatMap(({ title, messages }) => [title, ...Object.values(messages).flatMap(textsIn)]),
].filter((text) => text.length > telling && !text.includes('{') && !germanTexts.has(text));

/** What is read of a view: its text, and what attributes say. Code and what a fake host says itself are left out. */
function readOf(root: HTMLElement): string {
  for (const quiet of root.querySelectorAll('.notice, .file-preview')) quiet.remove();
  const names = [...root.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) =>
    ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
  );
  return [root.textContent ?? '', ...names].join('\n');
}

function viewOf(state: GalleryState): ComponentChildren {
  if ('host' in state) return <App host={state.host()} layout="popup" />;
  if ('render' in state) return <main>{state.render()}</main>;
  const address = { read: () => state.address ?? state.room, write: () => undefined, onChange: () => () => undefined };
  return <Page host={state.desk()} address={address} />;
}

/** In a language, everything closed opened by its buttons once. */
async function shown(state: GalleryState): Promise<string> {
  const root = document.createElement('div');
  document.body.append(root);
  try {
    await act(async () => {
      render(viewOf(state), root);
      await new Promise((done) => setTimeout(done, 5));
    });
    const closed = [...root.querySelectorAll<HTMLElement>('button[aria-expanded="false"]')].slice(0, 12);
    await act(async () => {
      for (const button of closed) button.click();
      await new Promise((done) => setTimeout(done, 5));
    });
    return readOf(root);
  } finally {
    act(() => render(null, root));
    root.remove();
  }
}

/** A thousand hops say the same as ten. What can not be prepared is refused before anybody listens, which here counts as a failure. */
const drawn = states.filter(({ name }) => !/thousand|growing|filling|^many$|not-prepared/.test(name));

describe('in German', () => {
  beforeAll(() => speakLanguage('de'));
  afterAll(() => speak('en', {}));

  it.each(drawn.map((state) => [state.name, state] as const))('nothing is left in English: %s', async (_, state) => {
    const read = await shown(state);
    expect(englishTexts.filter((text) => read.includes(text.replaceAll('`', '')))).toEqual([]);
  });

  it('would be noticed if it were', async () => {
    speak('en', {});
    const state = drawn.find(({ name }) => name === 'cookie-lost');
    const read = state ? await shown(state) : '';
    expect(englishTexts.filter((text) => read.includes(text.replaceAll('`', ''))).length).toBeGreaterThan(5);
    await speakLanguage('de');
  });

  it('an empty popup and a broken login read as they were written', async () => {
    const named = async (name: string) => {
      const state = states.find((one) => one.name === name);
      return state ? shown(state) : '';
    };
    expect(await named('empty')).toContain('In diesem Tab noch keine Anmeldung gesehen');
    const lost = await named('cookie-lost');
    for (const words of ['Anmeldung gescheitert', 'Nächster Schritt', 'Für die Entwickler der App', 'merkt sich diese Anmeldung'])
      expect(lost).toContain(words);
  });

  it.each(['off', 'on-demand', 'paused', 'healthy'])('what a button shows is in the name it is called by: %s', (name) => {
    const state = states.find((one) => one.name === name);
    const root = document.createElement('div');
    if (state) act(() => render(viewOf(state), root));
    const named = [...root.querySelectorAll('button[aria-label]')]
      .map((button) => [button.getAttribute('aria-label') ?? '', (button.textContent ?? '').trim()] as const)
      .filter(([, text]) => text !== '');
    act(() => render(null, root));
    expect(named.length).toBeGreaterThan(0);
    for (const [label, text] of named) expect(label).toContain(text);
  });
});
