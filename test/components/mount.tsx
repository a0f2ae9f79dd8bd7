/** The app in a document without a screen, and what a hand does to it. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { onTestFinished } from 'vitest';
import { App, type Layout } from '../../components/app/app.tsx';
import type { FakeHost } from '../gallery/fake-host.ts';

export interface Mounted {
  readonly root: HTMLElement;
  /** The first element that fits; fails when there is none. */
  one(selector: string): HTMLElement;
  all(selector: string): HTMLElement[];
  /** A button or link by what it says or is called. */
  button(words: string | RegExp): HTMLElement;
  click(element: HTMLElement): Promise<void>;
  press(key: string): Promise<void>;
  type(element: HTMLElement, text: string): Promise<void>;
  /** After something was changed from outside. */
  settle(change?: () => void): Promise<void>;
}

const nameOf = (element: HTMLElement) => (element.getAttribute('aria-label') ?? element.textContent ?? '').trim();

export function mount(host: FakeHost, layout: Layout = 'popup'): Mounted {
  const root = document.createElement('div');
  document.body.append(root);
  onTestFinished(() => {
    act(() => render(null, root));
    root.remove();
  });
  act(() => render(<App host={host} layout={layout} />, root));
  const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
  const settle = async (change?: () => void) => {
    await act(async () => {
      change?.();
      await new Promise((done) => setTimeout(done, 30));
    });
  };
  return {
    root,
    all,
    settle,
    one: (selector) => {
      const [element] = all(selector);
      if (!element) throw new Error(`nothing fits ${selector}`);
      return element;
    },
    button: (words) => {
      const fits = (name: string) => (typeof words === 'string' ? name === words : words.test(name));
      const element = all('button, a').find((one) => fits(nameOf(one)));
      if (!element) throw new Error(`no button ${words}; there are: ${all('button, a').map(nameOf).join(' | ')}`);
      return element;
    },
    click: (element) =>
      settle(() => {
        element.focus();
        element.click();
      }),
    press: (key) =>
      settle(() => {
        const target = document.activeElement ?? document.body;
        const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
        // What a browser does by itself when nobody takes the key.
        if (target.dispatchEvent(event) && key === 'Enter' && target instanceof HTMLButtonElement) target.click();
      }),
    type: (element, text) =>
      settle(() => {
        if (!(element instanceof HTMLInputElement)) throw new Error('not a field');
        element.value = text;
        element.dispatchEvent(new Event('input', { bubbles: true }));
      }),
  };
}

/** The hop that has the keyboard. */
export function focusedHop(): string | null {
  return document.activeElement?.closest('[data-row]')?.getAttribute('data-role') ?? null;
}
