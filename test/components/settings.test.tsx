// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SettingsRoom } from '../../components/settings/settings-room.tsx';
import { noAccess } from '../../lib/model/access.ts';
import { defaultSettings } from '../../lib/model/settings.ts';
import type { SessionState } from '../../lib/session/state.ts';
import { type FakeHost, fakeHost } from '../gallery/fake-host.ts';

function open(state: Partial<SessionState> = {}, more: Partial<FakeHost> = {}) {
  const host: FakeHost = { ...fakeHost(state), ...more };
  const root = document.createElement('div');
  document.body.append(root);
  onTestFinished(() => {
    act(() => render(null, root));
    root.remove();
  });
  act(() => render(<SettingsRoom host={host} />, root));
  const one = (selector: string): HTMLElement => {
    const element = root.querySelector<HTMLElement>(selector);
    if (!element) throw new Error(`nothing fits ${selector}`);
    return element;
  };
  const click = (selector: string) =>
    act(async () => {
      one(selector).click();
      await new Promise((done) => setTimeout(done, 10));
    });
  return { host, root, one, click, isOn: (name: string) => one(`#setting-${name}`).getAttribute('aria-checked') === 'true' };
}

describe('the room of settings', () => {
  it.each([
    ['watch', 'recording', { watch: 'recording' }],
    ['quietMs', '10000', { quietMs: 10_000 }],
    ['keepMs', '900000', { keepMs: 900_000 }],
    ['theme', 'dark', { theme: 'dark' }],
    ['language', 'de', { language: 'de' }],
  ])('%s can be chosen, and shows what was', async (name, value, change) => {
    const { host, click, one } = open();
    await click(`#setting-${name} input[value="${value}"]`);
    expect(host.calls).toEqual([`changeSettings ${JSON.stringify(change)}`]);
    expect(one(`#setting-${name} [data-chosen="true"] input`).getAttribute('value')).toBe(value);
  });

  it.each([
    ['bodies', 'allowBodies'],
    ['notify', 'allowNotifications'],
  ])('%s asks the browser first, in the same turn as the press', async (name, asked) => {
    const { host, one, click, isOn } = open();
    act(() => one(`#setting-${name}`).click());
    expect(host.calls).toEqual([asked]);
    await act(() => new Promise((done) => setTimeout(done, 10)));
    expect(isOn(name)).toBe(true);
    await click(`#setting-${name}`);
    expect(host.calls.at(-1)).toBe(`changeSettings {"${name}":false}`);
    expect(isOn(name)).toBe(false);
  });

  it.each(['bodies', 'notify'])('%s stays off where the browser says no, and says so', async (name) => {
    const no = async () => false;
    const { host, root, click, isOn } = open({}, { allowBodies: no, allowNotifications: no });
    await click(`#setting-${name}`);
    expect(host.calls).toEqual([]);
    expect(isOn(name)).toBe(false);
    expect(root.textContent).toContain('The browser did not allow it');
  });

  it('answers of other sites are only asked about where answers are read', async () => {
    const { root, click } = open();
    expect(root.querySelector('#setting-thirdPartyBodies')).toBeNull();
    await click('#setting-bodies');
    expect(root.querySelector('#setting-thirdPartyBodies')?.getAttribute('aria-checked')).toBe('true');
  });

  it('where the developer tools read answers, it says so, and there is no switch without effect', async () => {
    const { root, click } = open({}, { bodies: 'with-devtools' });
    expect(root.textContent).toContain('while the developer tools are open');
    await click('#setting-bodies');
    expect(root.querySelector('#setting-bodies')?.getAttribute('aria-checked')).toBe('true');
    // That panel is opened by hand for one tab.
    expect(root.querySelector('#setting-thirdPartyBodies')).toBeNull();
  });

  it('pages marked as no login come back one by one', async () => {
    const { host, click, root } = open({ ignored: ['https://a.example/x', 'https://b.example/y'] });
    await click('[data-ignored="https://b.example/y"] button');
    expect(host.calls).toEqual(['unignore https://b.example/y']);
    expect(root.textContent).toContain('https://a.example/x');
    expect(root.textContent).not.toContain('https://b.example/y');
  });

  it('sites are named, taken back one by one, and all at once', async () => {
    const { host, root, click, one } = open({ access: { sites: ['*://*.shop.example/*', '*://*.idp.example/*'], cookies: true } });
    await click('[data-site="idp.example"] button');
    const field = one('#site') as HTMLInputElement;
    await act(async () => {
      field.value = 'https://login.idp.example/x other.example';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await act(async () => one('#add-site').click());
    expect([...root.querySelectorAll('[data-site]')].map((line) => line.getAttribute('data-site'))).toEqual([
      'login.idp.example',
      'other.example',
      'shop.example',
    ]);
    await click('#take-back-all');
    expect(host.calls).toEqual(['giveUpAccess idp.example', 'grantAccess login.idp.example other.example', 'giveUpAccess null']);
    expect(one('[data-sites]').getAttribute('data-sites')).toBe('none');
  });

  it('what is no site is said in a sentence, and the browser is not asked', async () => {
    const { host, one } = open({ access: noAccess, watching: 'no-access' });
    const field = one('#site') as HTMLInputElement;
    await act(async () => {
      field.value = 'co.uk';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await act(async () => one('#add-site').click());
    expect(host.calls).toEqual([]);
    expect(one('.field-wrong').textContent).toMatch(/an ending that many sites share/);
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });

  it('shows what is chosen', () => {
    const { root } = open({ settings: { ...defaultSettings, watch: 'recording', keepMs: 3_600_000, theme: 'light' } });
    expect([...root.querySelectorAll('[data-chosen="true"]')].map((label) => label.textContent)).toEqual([
      'Only when I start it',
      '30 seconds',
      'One hour',
      'Light',
      'As the browser',
    ]);
  });
});
