// @vitest-environment happy-dom
import { beforeAll, describe, expect, it } from 'vitest';
import type { Look } from '../../lib/model/selection.ts';
import { capture } from '../build/trace.ts';
import { fakeHost } from '../gallery/fake-host.ts';
import { nested, thousand, tooLarge, unreachable } from '../gallery/more-traces.ts';
import { cookieLost, healthy } from '../gallery/traces.ts';
import { focusedHop, mount } from './mount.tsx';

const drawn = (trace: string, look: Look) => mount(fakeHost({ look }, capture(trace, 'web-request', { live: true }).capture), 'page');
const words = (elements: readonly HTMLElement[]) => elements.map(({ textContent }) => textContent?.trim() ?? '');
const rolesOf = (elements: readonly HTMLElement[]) => elements.map(({ dataset }) => dataset['role'] ?? 'fold');

// Loaded on demand; the first time takes its time.
beforeAll(async () => {
  await import('../../components/diagram/index.ts');
});

async function shown(trace: string, look: Look) {
  const view = drawn(trace, look);
  for (let i = 0; i < 100 && view.all(`[data-look="${look}"]`).length === 0; i++) await view.settle();
  return view;
}

describe('the switch', () => {
  it('is there where there is room, shows what is chosen, and is remembered', async () => {
    const host = fakeHost({}, capture(healthy, 'web-request').capture);
    const { one, click, all, settle } = mount(host, 'page');
    expect(words(all('.look'))).toEqual(['Timeline', 'Diagram', 'Waterfall', 'Sizes', 'Cookies']);
    expect(one('.look[aria-pressed="true"]').textContent).toBe('Timeline');
    await click(one('#look-diagram'));
    await settle();
    expect(host.session.getState().look).toBe('diagram');
    expect(one('.timeline').dataset['look']).toBe('diagram');
    await click(one('#look-timeline'));
    expect(all('.rail').length).toBeGreaterThan(0);
  });

  it('is not in the popup, which shows the list whatever was chosen elsewhere', () => {
    const { all, one } = mount(fakeHost({ look: 'diagram' }, capture(healthy, 'web-request').capture));
    expect(all('.look')).toEqual([]);
    expect(one('.timeline').dataset['look']).toBe('timeline');
  });
});

describe('the diagram', () => {
  it('has a lane for everybody who takes part, in order', async () => {
    expect(words((await shown(healthy, 'diagram')).all('.lane-name'))).toEqual([
      'Browser',
      'App' + 'shop.example',
      'Provider' + 'login.idp.example',
    ]);
    const { all, root } = await shown(nested, 'diagram');
    expect(words(all('.lane-name')).map((name) => name.slice(0, 6))).toEqual(['Browse', 'Appsho', 'Provid', 'Others']);
    expect(root.textContent).toContain('Sequence diagram. Lanes: Browser, App shop.example');
  });

  it('draws hops in order, each to its party and back, and folds what the provider does by itself', async () => {
    const { all } = await shown(healthy, 'diagram');
    expect(rolesOf(all('[data-row]'))).toEqual(['start', 'authorization-request', 'fold', 'callback', 'app']);
    const ends = all('[data-row="hop"]').map((row) => [...row.querySelectorAll('.lane-arrow')].map((line) => line.getAttribute('x2')));
    expect(ends).toEqual([
      ['47%', '47%'],
      ['90%', '90%'],
      ['47%', '47%'],
      ['47%', '47%'],
    ]);
  });

  it('marks the hop that broke, and says what is wrong', async () => {
    const { all, one } = await shown(cookieLost, 'diagram');
    expect(all('.rail-broken')).toHaveLength(1);
    expect(one('[data-role="callback"]').querySelector('.rail-broken')).not.toBeNull();
    expect(one('[data-role="callback"]').textContent).toContain('The login cookie is not sent with a form from another site');
    expect(one('[data-role="start"]').textContent).toContain('sets 2 cookies');
  });

  it('draws no answer where none came', async () => {
    const { one } = await shown(unreachable, 'diagram');
    expect(one('[data-role="authorization-request"]').querySelectorAll('.lane-arrow')).toHaveLength(1);
    expect(one('[data-role="authorization-request"]').textContent).toContain('no answer');
  });

  it('opens a hop in place, by click and by keyboard', async () => {
    const { all, one, click, press } = await shown(cookieLost, 'diagram');
    await click(one('[data-role="start"] .hop-head'));
    expect(one('[data-role="start"]').querySelectorAll('.detail')).toHaveLength(1);
    await press('Escape');
    await press('j');
    expect(focusedHop()).toBe('authorization-request');
    await press('Enter');
    expect(all('[data-role="authorization-request"] .detail')).toHaveLength(1);
  });

  it('is saved as a picture', async () => {
    const host = fakeHost({ look: 'diagram' }, capture(healthy, 'web-request').capture);
    const { click, one } = mount(host, 'page');
    await click(one('#save-diagram'));
    expect(host.calls).toEqual(['saveDiagram f1']);
  });
});

describe('the waterfall', () => {
  it('has a bar a hop, in time, and folds nothing', async () => {
    const { all, root } = await shown(healthy, 'waterfall');
    expect(rolesOf(all('[data-row]'))).toEqual(['start', 'authorization-request', 'provider', 'provider', 'provider', 'callback', 'app']);
    const starts = all('[data-row]').map((row) => Number.parseFloat(row.querySelector('.bar-rest')?.getAttribute('x') ?? ''));
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    expect(starts[0]).toBe(0);
    expect(root.textContent).toContain('1 pause, in which nothing was asked for, is squeezed');
    expect(words(all('.bar-pause'))).toEqual(['9.1 s']);
  });

  it('marks findings, for those who do not see it, too', async () => {
    const { one } = await shown(cookieLost, 'waterfall');
    expect(one('[data-role="callback"] .bar-mark').dataset['tone']).toBe('bad');
    expect(one('[data-role="callback"]').textContent).toContain('The login cookie is not sent with a form from another site');
  });

  it('says so where a file has no times', async () => {
    const taken = capture(healthy, 'web-request').capture;
    const host = fakeHost({ look: 'waterfall' }, { ...taken, gaps: [...taken.gaps, 'times-missing'] });
    const { root, settle } = mount(host, 'page');
    await settle();
    expect(root.textContent).toContain('no usable times');
  });
});

describe('the sizes', () => {
  it('have bars of address, cookies and all on every hop, and name the defaults that are passed', async () => {
    const { all, one, root } = await shown(tooLarge, 'sizes');
    expect(all('[data-row]')).toHaveLength(6);
    const callback = one('[data-role="callback"]');
    expect(words([...callback.querySelectorAll<HTMLElement>('.size-bytes')])[1]).toBe('10,300');
    expect(callback.textContent).toContain('the Cookie header over the default of nginx, Apache httpd');
    expect(one('[data-role="start"]').textContent).not.toContain('over the default');
    expect(root.textContent).toContain('Kestrel answered here');
  });

  it('stand as a table, too, with where each limit is known from', async () => {
    const { all, button, click } = await shown(tooLarge, 'sizes');
    await click(button('The limits, as a table'));
    const rows = words(all('.size-table tbody tr'));
    expect(rows.find((row) => row.startsWith('nginx'))).toMatch(/8,190.*observed, 2026-11-21: nginx/);
    expect(rows.find((row) => row.startsWith('nginx'))).toContain('1 hop');
    expect(rows.find((row) => row.startsWith('ngrok'))).toContain('no hop');
  });

  it('say where cookies were not seen, and draw no bar there', async () => {
    const taken = capture(tooLarge, 'web-request').capture;
    const exchanges = taken.exchanges.map((one) => ({
      ...one,
      request: {
        ...one.request,
        headers: { fields: one.request.headers.fields.filter(({ name }) => name !== 'Cookie'), hidden: ['cookie'] },
      },
    }));
    const host = fakeHost({ look: 'sizes' }, { ...taken, exchanges });
    const { all, settle } = mount(host, 'page');
    await settle();
    expect(words(all('[data-of="cookies"] .size-bytes'))).toEqual(Array.from({ length: 6 }, () => 'not seen'));
    expect(all('[data-of="cookies"] .size-bar')).toEqual([]);
    expect(all('[data-of="request"] .size-bytes')[0]?.textContent).toMatch(/^≥ /);
  });
});

describe('the cookies', () => {
  it('have a line each, and say why one was not sent on the hop it was missed on', async () => {
    const { all, one } = await shown(cookieLost, 'cookies');
    expect(words(all('.life-head .life-number'))).toEqual(['1', '2']);
    const [first] = all('.life-list li');
    expect(first?.textContent).toContain('not sent with the callback: SameSite=Lax');
    expect(one('[data-role="start"]').textContent).toContain('set: SameSite=Lax · Secure · HttpOnly');
    expect(words(all('[data-role="callback"] .life-event'))[0]).toContain(
      'not sent: SameSite=Lax, and the answer is a POST from another site',
    );
    expect(one('[data-role="callback"] .life-event').dataset['tone']).toBe('bad');
  });

  it('open a hop in place', async () => {
    const { one, click } = await shown(cookieLost, 'cookies');
    await click(one('[data-role="start"] .hop-head'));
    expect(one('[data-role="start"]').querySelectorAll('.detail')).toHaveLength(1);
  });

  it('say that none has to do with it, and draw no lane', async () => {
    const { all, root } = await shown(
      'GET https://shop.example/\n→ 302 https://idp.example/authorize?response_type=code&client_id=a&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=openid\nGET https://idp.example/authorize?response_type=code&client_id=a&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=openid\n→ 200',
      'cookies',
    );
    expect(root.textContent).toContain('No cookie of the app has to do with this login');
    expect(all('.life-lane')).toEqual([]);
  });
});

describe('a thousand hops', () => {
  it.each(['diagram', 'waterfall', 'sizes', 'cookies'] as const)(
    'the %s holds only those near the window, and says how many there are',
    async (look) => {
      const { all, one, click } = await shown(thousand, look);
      if (look === 'diagram' || look === 'cookies') await click(one('.fold-head'));
      expect(all('[data-row]').length).toBeGreaterThan(10);
      expect(all('[data-row]').length).toBeLessThan(120);
      expect(Number(one('[aria-setsize]').getAttribute('aria-setsize'))).toBeGreaterThan(200);
    },
  );
});
