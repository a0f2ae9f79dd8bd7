// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CompareView, type CompareViewProps } from '../../components/compare/compare-view.tsx';
import { sideOf } from '../gallery/compare-states.tsx';
import { hostile, thousand } from '../gallery/more-traces.ts';
import { cookieLost, healthy } from '../gallery/traces.ts';

function mountView(props: Pick<CompareViewProps, 'a' | 'b'> & Partial<CompareViewProps>) {
  const root = document.createElement('div');
  document.body.append(root);
  onTestFinished(() => {
    act(() => render(null, root));
    root.remove();
  });
  act(() => render(<CompareView onOpenHop={null} {...props} />, root));
  const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
  const text = (selector: string) => all(selector).map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim());
  return { root, all, text, click: (element: HTMLElement | undefined) => act(() => element?.click()) };
}

const failed = sideOf('First try', cookieLost);
const worked = sideOf('Private window', healthy);

describe('comparison', () => {
  it('says how both ended, then what explains it, then the rest', () => {
    const { text } = mountView({ a: failed, b: worked });
    expect(text('.compare-side-label')).toEqual(['First try', 'Private window']);
    expect(text('.compare-side-outcome')).toEqual(['Login failed', 'Login completed']);
    expect(text('[data-summary]')[0]).toMatch(/^“First try” failed: /);
    expect(text('h3').map((title) => title.replace(/\d+/, '').trim())).toEqual([
      'Where the finding points',
      'Also different',
      'Hop by hop',
    ]);
    expect(text('[data-explaining="true"] .compare-what')[0]).toContain('Cookie .AspNetCore.Correlation.');
    // Once, in the head.
    expect(text('[data-difference="outcome"]')).toEqual([]);
  });

  it('every value says whose it is', () => {
    const { all } = mountView({ a: failed, b: worked });
    for (const row of all('.compare-row[data-difference]'))
      expect([...row.querySelectorAll('dt')].map((one) => one.textContent)).toEqual(['First try', 'Private window']);
  });

  it('a hop of one side stands beside a gap and leads to its own timeline', () => {
    const opened: string[] = [];
    const { all, click } = mountView({ a: failed, b: worked, onOpenHop: (side, exchange) => opened.push(`${side} ${exchange}`) });
    const [callback] = all('.compare-hops [data-role="callback"]');
    for (const button of callback?.querySelectorAll('button') ?? []) click(button);
    expect(opened.map((one) => one[0])).toEqual(['a', 'b']);
    const [account] = all('.compare-hops [data-role="app"]');
    expect(account?.textContent).toContain('not on this side');
    expect(account?.querySelectorAll('button')).toHaveLength(1);
  });

  it('a login beside itself says that nothing differs', () => {
    const { text } = mountView({ a: failed, b: { ...failed, label: 'Again' } });
    expect(text('[data-summary]')[0]).toMatch(/^Both failed in the same way: .* Nothing differs/);
    expect(text('[data-difference]')).toEqual([]);
  });

  it('a thousand equal hops are folded and unfold on a press', () => {
    const { all, text, click } = mountView({ a: sideOf('Monday', thousand), b: sideOf('Tuesday', thousand) });
    expect(all('.compare-hops .compare-row').length).toBeLessThan(10);
    expect(text('.compare-fold')[0]).toMatch(/^[\d,]+ hops are the same on both sides$/);
    click(all('.compare-fold button')[0]);
    expect(all('.compare-hops .compare-row')).toHaveLength(120);
    click(all('.compare-more')[0]);
    expect(all('.compare-hops .compare-row')).toHaveLength(600);
  });

  it('no secret stands in the document, whatever strangers wrote', () => {
    const { root } = mountView({ a: sideOf('Strange', hostile), b: worked });
    expect(root.innerHTML).not.toContain('CANARY');
    expect(root.querySelector('script, img')).toBeNull();
  });
});
