// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../lib/model/settings.ts';
import { capture } from '../build/trace.ts';
import { fakeHost } from '../gallery/fake-host.ts';
import { healthy } from '../gallery/traces.ts';
import { mount } from './mount.tsx';

describe('nothing to show', () => {
  it('without access: says why it is asked and what never happens; one press asks', async () => {
    const host = fakeHost({ watching: 'no-access', cookieAccess: false });
    const { root, one, click } = mount(host);
    expect(root.textContent).toContain('Nothing leaves your browser');
    expect(root.textContent).toContain('gone when the browser closes');
    await click(one('#grant'));
    expect(host.calls).toEqual(['grantAccess everywhere']);
  });

  it('access is asked in the same turn as the press, or browsers refuse', () => {
    const host = fakeHost({ watching: 'no-access' });
    const { one } = mount(host);
    one('#grant').click();
    expect(host.calls).toEqual(['grantAccess everywhere']);
  });

  it('or only some sites: named, or the one in view', async () => {
    const host = fakeHost({ watching: 'no-access', cookieAccess: false, here: 'shop.example' });
    const { one, click, type, button } = mount(host);
    await click(button('Only on sites I name'));
    await click(one('#grant-here'));
    expect(host.calls).toEqual(['grantAccess shop.example']);
    const other = fakeHost({ watching: 'no-access', cookieAccess: false });
    const second = mount(other);
    await second.click(second.button('Only on sites I name'));
    expect(second.all('#grant-here')).toHaveLength(0);
    await second.type(second.one('#site'), 'not a site!');
    await second.click(second.one('#add-site'));
    expect(other.calls).toEqual([]);
    expect(second.one('.field-wrong').textContent).toMatch(/is not the name of a site/);
    await type(second.one('#site'), 'https://shop.example/login');
    await second.click(second.one('#add-site'));
    expect(other.calls).toEqual(['grantAccess shop.example']);
  });

  it('what may not be looked at is named, with or without a login to show, and one press allows it', async () => {
    for (const seen of [null, capture(healthy, 'web-request').capture]) {
      const host = fakeHost({ notGranted: ['login.idp.example'], access: { sites: ['*://*.shop.example/*'], cookies: true } }, seen);
      const { root, all, one, click } = mount(host);
      expect(root.textContent).toContain('login.idp.example is not watched, so what happens there can not be judged.');
      await click(one('#allow-hosts'));
      expect(host.calls).toEqual(['grantAccess login.idp.example']);
      expect(all('[data-not-granted]')).toHaveLength(0);
    }
  });

  it('off until started: one button starts', async () => {
    const host = fakeHost({ watching: 'off', settings: { ...defaultSettings, watch: 'recording' } });
    const { button, click, one } = mount(host);
    expect(one('#pause').textContent).toBe('Off. Start');
    await click(button('Start watching'));
    expect(host.calls).toEqual(['setPaused false']);
  });

  it('paused: one button resumes', async () => {
    const host = fakeHost({ watching: 'paused' });
    const { button, click, root } = mount(host);
    expect(root.textContent).toContain('Nothing is recorded while Roundtrip is paused');
    await click(button('Resume watching'));
    expect(host.calls).toEqual(['setPaused false']);
  });

  it('watching: teaches what counts as a login', () => {
    const { root } = mount(fakeHost());
    expect(root.textContent).toContain('No login seen in this tab yet');
    expect(root.textContent).toContain('What counts as a login');
    expect(root.textContent).not.toContain('private window');
  });

  it('a private window says that it is kept apart', () => {
    expect(mount(fakeHost({ incognito: true })).root.textContent).toContain('This is a private window');
  });

  it('a login in another tab is mentioned', () => {
    const host = fakeHost({ tab: 7 }, capture(healthy, 'web-request').capture);
    expect(mount(host).root.textContent).toContain('A login was seen in another tab.');
  });

  it('before anything is known it shows no guess', () => {
    const { one } = mount(fakeHost({ watching: 'starting', analysis: null }));
    expect(one('.empty').textContent).toBe('');
    expect(one('.empty').getAttribute('aria-busy')).toBe('true');
  });

  it('access taken away while there is something to see: both are shown', () => {
    const { all } = mount(fakeHost({ watching: 'no-access' }, capture(healthy, 'web-request').capture));
    expect(all('#grant')).toHaveLength(1);
    expect(all('article')).toHaveLength(1);
  });
});
