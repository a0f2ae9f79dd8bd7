/** What both drivers do in the same way, in terms of the few things they do differently. */
import type { DrivenPage, PageFunction } from './driver.ts';
import { patienceMs, until } from './wait.ts';

type Asks = Pick<DrivenPage, 'evaluate' | 'url'>;

export async function waitForIn(page: Asks, what: string | PageFunction<[], boolean>, timeoutMs: number = patienceMs): Promise<void> {
  const name = typeof what === 'string' ? `the element ${what}` : `the condition ${String(what).slice(0, 120)}`;
  try {
    await until(
      name,
      () =>
        typeof what === 'string'
          ? page.evaluate((selector: string) => document.querySelector(selector) !== null, what)
          : page.evaluate(what),
      timeoutMs,
    );
  } catch (error) {
    throw await whereabouts(page, error);
  }
}

export async function waitForUrlIn(page: Asks, pattern: RegExp, timeoutMs: number = patienceMs): Promise<void> {
  try {
    await until(`an address like ${pattern}`, async () => pattern.test(await page.url()), timeoutMs);
  } catch (error) {
    throw await whereabouts(page, error);
  }
}

/** Asked again when the document changes under the question. */
const read = <T>(what: string, ask: () => Promise<T>): Promise<T> => until(what, async () => ({ value: await ask() })).then((a) => a.value);

export function textIn(page: Asks): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what the user can see is wanted, not what hidden elements hold.
  return read('the text of the page', () => page.evaluate(() => document.body?.innerText ?? ''));
}

/** Navigation Timing says the status in both browsers; on their own error pages there is none. */
export function statusIn(page: Asks): Promise<number> {
  return read('the status of the page', () =>
    page.evaluate(() => {
      const [entry] = performance.getEntriesByType('navigation') as (PerformanceNavigationTiming & { readonly responseStatus?: number })[];
      return entry?.responseStatus ?? 0;
    }),
  );
}

async function whereabouts(page: Asks, error: unknown): Promise<Error> {
  const url = await page.url().catch(() => 'an unknown address');
  const text = await textIn(page).catch(() => '');
  const seen = text.replaceAll(/\s+/g, ' ').slice(0, 160);
  return new Error(`${error instanceof Error ? error.message : String(error)}; the page is at ${url}${seen ? ` and says: ${seen}` : ''}`);
}
