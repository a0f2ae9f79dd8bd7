/** What a picture does not show: accessibility rules, and content that is wider than its window. */
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** The reader would have to scroll sideways. */
export const isWide = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

/** Controls and headings that end beyond the window, where nothing scrolls sideways to reach them. */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      ((/auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth) ||
        scrolls(element.parentElement));
    return [...document.querySelectorAll('button, a[href], input, select, textarea, summary, h1, h2, h3, h4')]
      .filter((element) => {
        const { width, left, right } = element.getBoundingClientRect();
        return width > 0 && (right > window.innerWidth + 1 || left < -1) && !scrolls(element) && element.closest('.sr-only') === null;
      })
      .map((element) => element.getAttribute('aria-label') ?? element.textContent?.slice(0, 40) ?? element.tagName);
  });

export async function examine(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations: readonly Violation[] = await page.evaluate(async () => {
    // Declared by the source above.
    const { axe: engine } = window as unknown as { axe: typeof axe };
    const found = await engine.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    // An engine that found nothing to judge would be green as well.
    if (found.passes.length < 10) throw new Error(`axe judged only ${found.passes.length} rules`);
    return found.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.slice(0, 3).map(({ html, failureSummary = '' }) => ({ html: html.slice(0, 200), failureSummary })),
    }));
  });
  return [
    ...violations.map(
      ({ id, help, nodes }) =>
        `axe ${id}: ${help}\n${nodes.map((n) => `    ${n.html}\n    ${n.failureSummary?.replace(/\s+/g, ' ')}`).join('\n')}`,
    ),
    ...((await isWide(page)) ? ['the page scrolls sideways'] : []),
  ];
}
