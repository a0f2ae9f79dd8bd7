/** The visible words of a page that answered with an error: there a provider says what it refused. */
import { browser } from './browser.ts';

/** An error page says what it has to say at its beginning. */
const mostChars = 2_000;

/** Null when the page can not be read: no site access, the browser's own error page, already gone. */
export async function readPageText(tab: number, frame: number): Promise<string | null> {
  try {
    const [result] = await browser.scripting.executeScript({
      target: { tabId: tab, frameIds: [frame] },
      func: (most: number) => `${document.title}\n${document.body?.innerText ?? ''}`.slice(0, most),
      args: [mostChars],
    });
    return typeof result?.result === 'string' && result.result.trim() !== '' ? result.result : null;
  } catch {
    return null;
  }
}
