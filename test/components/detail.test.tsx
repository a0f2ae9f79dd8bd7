// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { capture } from '../build/trace.ts';
import { fakeHost } from '../gallery/fake-host.ts';
import { hostile } from '../gallery/more-traces.ts';
import { cookieLost, healthy, stateMangled } from '../gallery/traces.ts';
import { mount } from './mount.tsx';

const drawn = (trace: string) => fakeHost({}, capture(trace, 'web-request').capture);

const shown = (root: HTMLElement) => root.innerHTML.match(/CANARY[\w-]*/g) ?? [];

describe('secrets', () => {
  it('no secret stands in the document before it is asked for, on any tab of any hop', async () => {
    const { root, all, click } = mount(drawn(healthy));
    for (const fold of all('.fold-head')) await click(fold);
    for (let i = 0; i < all('.hop-head').length; i++) {
      const head = all('.hop-head')[i];
      if (!head) continue;
      await click(head);
      for (let tab = 0; tab < 4; tab++) {
        const button = all('[role="tab"]')[tab];
        if (button) await click(button);
        expect(shown(root)).toEqual([]);
      }
    }
  });

  it('one press shows one value, another covers it again', async () => {
    const { root, one, button, click } = mount(drawn(healthy));
    await click(one('[data-role="callback"] .hop-head'));
    await click(button('Show the value of code'));
    expect(root.textContent).toContain('CANARY-Splx');
    expect(shown(root).filter((secret) => secret.startsWith('CANARY-Qm9v'))).toEqual([]);
    await click(button('Hide the value of code'));
    expect(shown(root)).toEqual([]);
  });

  it('what is covered can be copied', async () => {
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text: string) => copied.push(text) } });
    const { one, button, click } = mount(drawn(healthy));
    await click(one('[data-role="callback"] .hop-head'));
    await click(button('Copy the value of code'));
    await click(button('Copy the address'));
    expect(copied[0]).toBe('CANARY-SplxlOBeZQQYbYS6WxSbIA-0123456789');
    expect(copied[1]).toContain('/signin-oidc?code=CANARY');
    expect(button('Copied')).toBeDefined();
  });
});

describe('the state, sent and returned', () => {
  it('is compared in words while covered, and letter by letter when shown', async () => {
    const { root, one, button, click } = mount(drawn(stateMangled));
    await click(one('[data-role="callback"] .hop-head'));
    expect(one('.state-compare').textContent).toContain('every + became a space');
    expect(shown(root)).toEqual([]);
    await click(button('Show both values'));
    expect(root.querySelectorAll('mark')).toHaveLength(2);
  });
});

describe('pointers', () => {
  it('lead from the verdict to the place, marked with what it proves', async () => {
    const host = drawn(cookieLost);
    const { one, button, click, settle } = mount(host);
    await click(button('Show where'));
    await settle();
    expect(host.calls).toContain('openExchange x3.0');
    expect(one('[role="tab"][aria-selected="true"]').textContent).toContain('Cookies');
    const place = one('[data-target]');
    expect(place.textContent).toContain('expected here, not sent');
    expect(place.textContent).toContain('The login cookie is not sent with a form from another site');
  });

  it('empty the filter that would hide their hop', async () => {
    const host = drawn(cookieLost);
    const { one, type, button, click } = mount(host);
    await type(one('.filter input'), 'authorize');
    await click(button('Show where'));
    expect(host.session.getState().filter).toBe('');
    expect(one('[data-role="callback"]').dataset['open']).toBe('true');
  });

  it('a finding says what was seen, whose job it is, what to do, and where the standard says so', async () => {
    const { one, button, click } = mount(drawn(cookieLost));
    await click(button('2 consequences'));
    await click(one('.note-panel:not([hidden]) .finding-head'));
    const card = one('.note-panel:not([hidden]) .finding');
    for (const words of ['What was seen', 'Where', 'What to do', 'Source', 'For the app’s developer'])
      expect(card.textContent).toContain(words);
    const link = card.querySelector('a');
    expect(link?.target).toBe('_blank');
    expect(link?.rel).toBe('noreferrer');
  });
});

describe('hostile values', () => {
  it('stay text: no element comes from a capture, and what turns lines around is written out', async () => {
    const { root, all, click } = mount(drawn(hostile));
    for (let i = 0; i < all('.hop-head').length; i++) {
      const head = all('.hop-head')[i];
      if (head) await click(head);
      for (const tab of all('[role="tab"]')) await click(tab);
    }
    expect(root.querySelectorAll('script, img, b, iframe')).toHaveLength(0);
    expect(root.textContent).not.toContain('\u202e');
  });

  it('a long list of parameters is cut, with the rest one press away', async () => {
    const many = Array.from({ length: 500 }, (_, i) => `p${i}=${i}`).join('&');
    const { one, all, button, click } = mount(
      drawn(healthy.replaceAll('https://shop.example/account', `https://shop.example/account?${many}`)),
    );
    const app = one('[data-role="app"] .hop-head');
    await click(app);
    expect(all('.line-name').length).toBeLessThan(100);
    await click(button(/^Show 4\d\d more$/));
    expect(all('.line-name').length).toBeGreaterThan(490);
  });
});
