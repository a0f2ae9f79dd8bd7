/** A page in Chromium, through Puppeteer. */
import type { Browser, CDPSession, ElementHandle, Page, Target } from 'puppeteer-core';
import { noteCookies } from './cookie-notes.ts';
import type { DevToolsPanel, DrivenPage, PageFunction, Viewport } from './driver.ts';
import { statusIn, textIn, waitForIn, waitForUrlIn } from './shared-page.ts';
import { patienceMs, until, within } from './wait.ts';

/** Windows that were handed out, so that `popup` gives each one once. */
const claimed = new WeakSet<Target>();

export function chromiumPage(browser: Browser, page: Page): DrivenPage {
  claimed.add(page.target());
  const adopt = async (what: string, timeoutMs: number, isIt: (target: Target) => boolean): Promise<DrivenPage> => {
    const target = await until(
      what,
      async () => browser.targets().find((t) => t.type() === 'page' && !claimed.has(t) && isIt(t)),
      timeoutMs,
    );
    claimed.add(target);
    const made = await within('the new window to answer', target.asPage());
    return chromiumPage(browser, made);
  };
  let session: Promise<CDPSession> | null = null;
  // Puppeteer's own `evaluate` gives the page a user gesture: what a script does then looks as if the user had done
  // it (Sec-Fetch-User, popups), and these questions are asked all the time.
  const ask = async <A extends readonly unknown[], T>(script: PageFunction<A, T>, args: A): Promise<T> => {
    session ??= page.createCDPSession();
    const { result, exceptionDetails } = await (await session).send('Runtime.evaluate', {
      expression: `(${script})(...${JSON.stringify(args)})`,
      awaitPromise: true,
      returnByValue: true,
      userGesture: false,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  };
  const evaluate = <A extends readonly unknown[], T>(script: PageFunction<A, T>, ...args: A): Promise<T> =>
    within('a script in the page', ask(script, args));
  // On its own error pages the frame has an address of its own; the window keeps the one that failed.
  const url = async () => (page.url().startsWith('chrome-error:') ? page.target().url() : page.url());
  const asks = { evaluate, url };
  const element = async (selector: string) => {
    await waitForIn(asks, selector);
    // A hidden page never answers a click (measured): popups take the focus.
    await within('the page to come to the front', page.bringToFront());
  };
  const settle = async (work: Promise<unknown>, what: string): Promise<void> => {
    try {
      await within(what, work, patienceMs + 2_000);
    } catch (error) {
      // Pages that can not be reached are what many scenarios are about. The browser's own page comes a little later.
      if (error instanceof Error && error.message.startsWith('Waited')) throw error;
      await until('the browser’s own page', () => evaluate(() => document.readyState === 'complete'));
    }
  };
  const newTab = async (address: string) => {
    const fresh = chromiumPage(browser, await within('a new tab', browser.newPage()));
    await fresh.goto(address);
    return fresh;
  };
  return {
    browser: 'chromium',
    goto: (url) => settle(page.goto(url, { waitUntil: 'load', timeout: patienceMs }), `${url} to load`),
    click: async (selector) => {
      await element(selector);
      await within(`a click on ${selector}`, page.click(selector));
    },
    rightClick: async (selector) => {
      await element(selector);
      await within(`a right click on ${selector}`, page.click(selector, { button: 'right' }));
    },
    type: async (selector, text) => {
      await element(selector);
      await within(
        `typing into ${selector}`,
        (async () => {
          await page.$eval(selector, (field) => {
            if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = '';
          });
          await page.type(selector, text);
        })(),
      );
    },
    chooseFiles: async (selector, paths) => {
      await element(selector);
      const field = (await page.$(selector)) as ElementHandle<HTMLInputElement> | null;
      await within(`choosing files in ${selector}`, field?.uploadFile(...paths) ?? Promise.resolve());
    },
    waitFor: (what, timeoutMs) => waitForIn(asks, what, timeoutMs),
    waitForUrl: (pattern, timeoutMs) => waitForUrlIn(asks, pattern, timeoutMs),
    evaluate,
    url,
    text: () => textIn(asks),
    status: () => statusIn(asks),
    reload: () => settle(page.reload({ waitUntil: 'load', timeout: patienceMs }), 'the page to reload'),
    back: () => settle(page.goBack({ waitUntil: 'load', timeout: patienceMs }), 'the page before'),
    screenshot: async (path, size) => {
      if (size) await setViewport(page, size);
      await within('a screenshot', page.screenshot({ path: path as `${string}.png` }));
    },
    setViewport: (size) => setViewport(page, size),
    openLinkInNewTab: async (selector) => {
      await element(selector);
      const before = new Set(browser.targets());
      await page.keyboard.down('Control');
      await within(`a click on ${selector}`, page.click(selector));
      await page.keyboard.up('Control');
      // Such a tab has no opener as far as the protocol is concerned.
      return adopt(`the new tab of ${selector}`, patienceMs, (target) => !before.has(target));
    },
    newTab,
    openInContainer: newTab,
    popup: (timeoutMs = patienceMs) =>
      adopt('a window opened by the page', timeoutMs, (target) => {
        const opener = target.opener();
        // One without an opener is told from the browser's first empty tab by its address.
        return opener === undefined ? /^https?:/.test(target.url()) : opener === page.target();
      }),
    openDevToolsPanel: () => within('the developer tools', openPanel(page)),
    noteCookies: () => within('the browser’s cookie reports', noteCookies(page)),
    isClosed: async () => page.isClosed(),
    close: () => within('the page to close', page.close()),
    bringToFront: () => within('the page to come to the front', page.bringToFront()),
  };
}

function setViewport(page: Page, { width, height, scale = 1 }: Viewport): Promise<void> {
  return within('the new window size', page.setViewport({ width, height, deviceScaleFactor: scale }));
}

/** Runs in the window of the developer tools, with their own modules (Chromium 156). A text, because test runners rewrite `import`. */
const showPanel = `(async () => {
  const ui = await import('./ui/legacy/legacy.js');
  const tab = ui.InspectorView.InspectorView.instance().tabbedPane.tabIds().find((id) => id.startsWith('chrome-extension://'));
  if (tab === undefined) return false;
  await ui.ViewManager.ViewManager.instance().showView(tab);
  return true;
})()`;

async function openPanel(page: Page): Promise<DevToolsPanel> {
  const tools = await page.openDevTools();
  await until('the panel', () => tools.evaluate(showPanel));
  const frame = await until('the panel’s page', async () => tools.frames().find((one) => one.url().endsWith('/panel.html')) ?? null);
  return {
    text: () =>
      within(
        'the panel’s text',
        frame.evaluate(() => document.body.textContent),
      ),
    click: async (selector) => {
      await within(`${selector} in the panel`, frame.waitForSelector(selector));
      await within(
        `a click on ${selector} in the panel`,
        frame.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), selector),
      );
    },
    screenshot: async (path) => {
      await within('a screenshot', tools.screenshot({ path: path as `${string}.png` }));
    },
  };
}
