/** The visible words of a page that answered with an error: there a provider says what it refused. */
import { browser } from './browser.ts';

/** An error page says what it has to say at its beginning. */
const mostChars = 2_000;

/**
 * Null when the page can not be read: no site access, the browser's own error page, already gone. What stands there by now may be a
 * page of another site, one that a click on our button opened to us: `origin` is the one that may be read.
 */
export async function readPageText(tab: number, frame: number, origin: string): Promise<string | null> {
  try {
    const [result] = await browser.scripting.executeScript({
      target: { tabId: tab, frameIds: [frame] },
      func: (most: number, wanted: string) =>
        location.origin === wanted ? `${document.title}\n${document.body?.innerText ?? ''}`.slice(0, most) : null,
      args: [mostChars, origin],
    });
    return typeof result?.result === 'string' && result.result.trim() !== '' ? result.result : null;
  } catch {
    return null;
  }
}
