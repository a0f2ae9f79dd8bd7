// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../lib/model/settings.ts';
import { capture } from '../build/trace.ts';
import { fakeHost } from '../gallery/fake-host.ts';
import { thousand } from '../gallery/more-traces.ts';
import { cookieLost, healthy, stateMangled } from '../gallery/traces.ts';
import { focusedHop, mount } from './mount.tsx';

const drawn = (trace: string) => fakeHost({}, capture(trace, 'web-request').capture);
const rolesOf = (elements: readonly HTMLElement[]) => elements.map(({ dataset }) => dataset['role'] ?? 'fold');

describe('the keyboard', () => {
  it('walks the rows with j and k, begins at the hop of the verdict, and stops at both ends', async () => {
    const { press } = mount(drawn(cookieLost));
    await press('j');
    expect(focusedHop()).toBe('callback');
    await press('j');
    expect(focusedHop()).toBe('callback');
    await press('k');
    await press('ArrowUp');
    await press('ArrowUp');
    expect(focusedHop()).toBe('start');
    await press('k');
    expect(focusedHop()).toBe('start');
    await press('End');
    expect(focusedHop()).toBe('callback');
    await press('Home');
    expect(focusedHop()).toBe('start');
  });

  it('single keys do nothing once the settings switched them off; arrows and Tab still walk', async () => {
    const host = fakeHost({ settings: { ...defaultSettings, singleKeys: false } }, capture(cookieLost, 'web-request').capture);
    const { press, one } = mount(host);
    await press('j');
    await press('/');
    expect(focusedHop()).toBe(null);
    expect(one('.filter input').hasAttribute('aria-keyshortcuts')).toBe(false);
    one('[data-row-head][tabindex="0"]').focus();
    await press('ArrowUp');
    await press('ArrowUp');
    expect(focusedHop()).toBe('authorization-request');
  });

  it('one row at a time is a stop for Tab', async () => {
    const { all, press } = mount(drawn(cookieLost));
    const stops = () => all('[data-row-head][tabindex="0"]').map((e) => e.closest<HTMLElement>('[data-row]')?.dataset['role']);
    expect(stops()).toEqual(['callback']);
    await press('k');
    await press('k');
    expect(stops()).toEqual(['provider']);
  });

  it('Enter opens and closes, Escape closes and stays on the row', async () => {
    const host = drawn(cookieLost);
    const { all, press } = mount(host);
    await press('j');
    await press('Enter');
    expect(all('.detail')).toHaveLength(1);
    await press('Enter');
    expect(all('.detail')).toHaveLength(0);
    await press('Enter');
    await press('Escape');
    expect(all('.detail')).toHaveLength(0);
    expect(focusedHop()).toBe('callback');
  });

  it('/ leads to the filter, Escape empties it, and its letters are no commands', async () => {
    const host = drawn(healthy);
    const { press, one, type, all } = mount(host);
    await press('/');
    expect(document.activeElement).toBe(one('.filter input'));
    await press('j');
    expect(document.activeElement).toBe(one('.filter input'));
    await type(one('.filter input'), 'account');
    expect(rolesOf(all('[data-row]'))).toEqual(['app']);
    await press('Escape');
    expect(host.session.getState().filter).toBe('');
    expect(rolesOf(all('[data-row]'))).toContain('fold');
  });
});

describe('the filter', () => {
  it('finds hops inside folds, by address, role, status or method', async () => {
    const { one, type, all, root } = mount(drawn(healthy));
    await type(one('.filter input'), 'post');
    expect(rolesOf(all('[data-row]'))).toEqual(['provider']);
    expect(root.textContent).toContain('1 of 7 hops');
    await type(one('.filter input'), '302 shop');
    expect(rolesOf(all('[data-row]'))).toEqual(['start', 'authorization-request', 'callback']);
  });

  it('says so when nothing fits, with a way back', async () => {
    const { one, type, all, button, click } = mount(drawn(healthy));
    await type(one('.filter input'), 'zebra');
    expect(all('[data-row]')).toEqual([]);
    await click(button('Show all 7 hops'));
    expect(all('[data-row]').length).toBeGreaterThan(0);
  });
});

describe('folds', () => {
  it('hold the quiet hops of one party and open in place', async () => {
    const { all, one, click } = mount(drawn(healthy));
    expect(rolesOf(all('[data-row]'))).toEqual(['start', 'authorization-request', 'fold', 'callback', 'app']);
    expect(one('[data-row="fold"]').textContent).toContain('3 hops at the provider');
    await click(one('.fold-head'));
    expect(rolesOf(all('[data-row]'))).toEqual([
      'start',
      'authorization-request',
      'fold',
      'provider',
      'provider',
      'provider',
      'callback',
      'app',
    ]);
    await click(one('.fold-head'));
    expect(all('[data-row]')).toHaveLength(5);
  });

  it('a thousand rows: the document holds only those near the window', async () => {
    const { all, one, click } = mount(drawn(thousand));
    await click(one('.fold-head'));
    expect(all('[data-row]').length).toBeGreaterThan(10);
    expect(all('[data-row]').length).toBeLessThan(120);
  });
});

describe('a list longer than its window', () => {
  const scrolled = () => document.dispatchEvent(new Event('scroll'));
  const placeOf = () => document.activeElement?.closest('[data-item]')?.getAttribute('aria-posinset') ?? null;

  it('goes with the keyboard over the border of the window, to both ends and back', async () => {
    const { all, one, press, click } = mount(drawn(thousand));
    await click(one('.fold-head'));
    const size = one('[data-item]').getAttribute('aria-setsize');
    await press('End');
    expect(placeOf()).toBe(size);
    expect(focusedHop()).toBe('app');
    for (let i = 0; i < 40; i++) await press('ArrowUp');
    expect(placeOf()).toBe(String(Number(size) - 40));
    await press('Home');
    expect(placeOf()).toBe('1');
    for (let i = 0; i < 40; i++) await press('j');
    expect(placeOf()).toBe('41');
    expect(all('[data-row]').length).toBeLessThan(120);
  });

  it('keeps the keyboard where it is when its row leaves the window', async () => {
    const { one, press, click, settle } = mount(drawn(thousand));
    await click(one('.fold-head'));
    await press('End');
    const row = document.activeElement;
    // Without a layout the list always stands at its top.
    await settle(scrolled);
    expect(one('[aria-posinset="2"]')).toBeDefined();
    expect(document.activeElement).toBe(row);
    expect(row?.isConnected).toBe(true);
  });

  it('is whole on paper, and in a window again after', async () => {
    const { all, one, click, settle } = mount(drawn(thousand));
    await click(one('.fold-head'));
    const size = Number(one('[data-item]').getAttribute('aria-setsize'));
    window.dispatchEvent(new Event('beforeprint'));
    expect(all('[data-row]')).toHaveLength(size);
    await settle(() => window.dispatchEvent(new Event('afterprint')));
    expect(all('[data-row]').length).toBeLessThan(120);
  });
});

describe('events that arrive while one reads', () => {
  it('leave the open row open, its tab chosen and the keyboard where it was', async () => {
    const requests = healthy.split(/\n(?=\s*(?:GET|POST) )/);
    const early = capture(requests.slice(0, 6).join('\n'), 'web-request', { live: true }).capture;
    const host = fakeHost({}, early);
    const { one, all, click, button, settle } = mount(host);
    await click(one('[data-role="authorization-request"] .hop-head'));
    await click(button(/^Headers/));
    const before = one('[data-role="authorization-request"]');
    await settle(() => host.show(capture(healthy, 'web-request', { live: true }).capture));
    expect(one('[data-role="authorization-request"]')).toBe(before);
    expect(one('[role="tab"][aria-selected="true"]').textContent).toContain('Headers');
    expect(all('[data-role="callback"]')).toHaveLength(1);
    expect(one('article').dataset['outcome']).toBe('completed');
  });

  it('a newer login does not take away the one being read', async () => {
    const host = drawn(stateMangled);
    const { one, click, settle } = mount(host);
    await click(one('[data-role="callback"] .hop-head'));
    const later = healthy.replaceAll('shop.example', 'other.example').replace('GET', 'GET').trim();
    await settle(() => host.show(capture(`${stateMangled}\n${later}`, 'web-request').capture));
    expect(one('article').dataset['headline']).toBe('state-mangled');
  });
});
