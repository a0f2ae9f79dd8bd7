/** A tab or window in Firefox, through Marionette. The browser has one current window, so every step first chooses its own. */
import { writeFileSync } from 'node:fs';
import type { DrivenPage, PageFunction, Viewport } from './driver.ts';
import { inPanel, narrowSelectedBrowser, openInContainer, paintWindow, showPanel } from './firefox-chrome.ts';
import type { Marionette } from './marionette.ts';
import { statusIn, textIn, waitForIn, waitForUrlIn } from './shared-page.ts';
import { patienceMs, until } from './wait.ts';

/** Name under which WebDriver answers an element, by its standard. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
const controlKey = '\uE009';

/** Pages that can not be reached are what many scenarios are about. True when the browser's own page came instead. */
async function unreachable(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return false;
  } catch (error) {
    if (error instanceof Error && /Reached error page|^insecure certificate/.test(error.message)) return true;
    throw error;
  }
}

/** Several pages share the connection: what belongs together must not be interrupted. */
export interface FirefoxWindows {
  readonly marionette: Marionette;
  /** Runs the work alone. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Windows that were handed out. */
  readonly claimed: Set<string>;
}

type Answer = { readonly value: unknown };

/** Opens an empty tab in front. */
export async function newTab(windows: FirefoxWindows): Promise<DrivenPage> {
  const handle = await windows.alone(async () => {
    // The window that was used last may be closed, and only an open one can open another.
    const [open = ''] = await handlesOf(windows);
    await windows.marionette.send('WebDriver:SwitchToWindow', { handle: open, focus: false });
    const made = (await windows.marionette.send('WebDriver:NewWindow', { type: 'tab', focus: true })) as { readonly handle: string };
    windows.claimed.add(made.handle);
    return made.handle;
  });
  return firefoxPage(windows, handle);
}

export async function handlesOf(windows: FirefoxWindows): Promise<string[]> {
  // Asked with the browser's rights, it names whole windows instead of tabs.
  await windows.marionette.send('Marionette:SetContext', { value: 'content' });
  return (await windows.marionette.send('WebDriver:GetWindowHandles')) as string[];
}

export function firefoxPage(windows: FirefoxWindows, handle: string): DrivenPage {
  const { marionette, alone, claimed } = windows;
  claimed.add(handle);
  const here = <T>(work: () => Promise<T>, focus = false): Promise<T> =>
    alone(async () => {
      await marionette.send('WebDriver:SwitchToWindow', { handle, focus });
      await marionette.send('Marionette:SetContext', { value: 'content' });
      return work();
    });
  const evaluate = <A extends readonly unknown[], T>(script: PageFunction<A, T>, ...args: A): Promise<T> =>
    here(() => marionette.content(script, args));
  const url = () => here(async () => String(((await marionette.send('WebDriver:GetCurrentURL')) as Answer).value));
  const asks = { evaluate, url };
  const find = async (selector: string): Promise<string> => {
    const found = (await marionette.send('WebDriver:FindElement', { using: 'css selector', value: selector })) as {
      readonly value: Readonly<Record<string, string>>;
    };
    return found.value[elementKey] ?? '';
  };
  /** Every document has its own time origin: that is how a new one is told from the old one. */
  const documentTime = () => evaluate(() => performance.timeOrigin).catch(() => 0);
  const settle = async (what: string, go: () => Promise<unknown>): Promise<void> => {
    const before = await documentTime();
    if (await here(() => unreachable(go()))) return;
    await until(
      what,
      async () => {
        const [time, ready] = await evaluate(() => {
          // An error page of the browser itself never finishes loading (measured).
          const own = document.documentURI.startsWith('about:') && document.readyState !== 'loading';
          return [performance.timeOrigin, own || document.readyState === 'complete'] as const;
        });
        return time !== before && ready;
      },
      patienceMs + 2_000,
    );
  };
  const opened = async (what: string, timeoutMs: number): Promise<DrivenPage> => {
    const fresh = await until(
      what,
      () => alone(async () => (await handlesOf(windows)).find((other) => !claimed.has(other)) ?? null),
      timeoutMs,
    );
    return firefoxPage(windows, fresh);
  };
  const setViewport = async (size: Viewport): Promise<void> => {
    await here(() => marionette.chrome(narrowSelectedBrowser, [null]), true);
    const [left, top] = await evaluate(() => [window.outerWidth - window.innerWidth, window.outerHeight - window.innerHeight] as const);
    await here(() => marionette.send('WebDriver:SetWindowRect', { width: size.width + left, height: size.height + top }));
    // Windows have a smallest width (500 px measured); what is narrower is made so inside the window.
    if ((await evaluate(() => window.innerWidth)) <= size.width) return;
    await here(() => marionette.chrome(narrowSelectedBrowser, [size.width]), true);
    await until('the narrow page', () => evaluate((width: number) => window.innerWidth === width, size.width));
  };
  return {
    browser: 'firefox',
    goto: (target) => settle(`${target} to load`, () => marionette.send('WebDriver:Navigate', { url: target })),
    click: async (selector) => {
      await waitForIn(asks, selector);
      await here(async () => unreachable(marionette.send('WebDriver:ElementClick', { id: await find(selector) })), true);
    },
    rightClick: async (selector) => {
      await waitForIn(asks, selector);
      await here(async () => {
        const origin = { [elementKey]: await find(selector) };
        const actions = [
          {
            type: 'pointer',
            id: 'mouse',
            actions: [
              { type: 'pointerMove', x: 0, y: 0, origin },
              { type: 'pointerDown', button: 2 },
              { type: 'pointerUp', button: 2 },
            ],
          },
        ];
        await marionette.send('WebDriver:PerformActions', { actions });
        await marionette.send('WebDriver:ReleaseActions');
      }, true);
    },
    type: async (selector, text) => {
      await waitForIn(asks, selector);
      await here(async () => {
        const id = await find(selector);
        await marionette.send('WebDriver:ElementClear', { id });
        await marionette.send('WebDriver:ElementSendKeys', { id, text });
      }, true);
    },
    chooseFiles: async (selector, paths) => {
      await waitForIn(asks, selector);
      await here(async () => marionette.send('WebDriver:ElementSendKeys', { id: await find(selector), text: paths.join('\n') }), true);
    },
    waitFor: (what, timeoutMs) => waitForIn(asks, what, timeoutMs),
    waitForUrl: (pattern, timeoutMs) => waitForUrlIn(asks, pattern, timeoutMs),
    evaluate,
    url,
    text: () => textIn(asks),
    status: () => statusIn(asks),
    reload: () => settle('the page to reload', () => marionette.send('WebDriver:Refresh')),
    back: () => settle('the page before', () => marionette.send('WebDriver:Back')),
    screenshot: async (path, size) => {
      if (size) await setViewport(size);
      const taken = (await here(() => marionette.send('WebDriver:TakeScreenshot', { full: false }))) as Answer;
      writeFileSync(path, Buffer.from(String(taken.value), 'base64'));
    },
    setViewport,
    openLinkInNewTab: async (selector) => {
      await waitForIn(asks, selector);
      await here(async () => {
        const origin = { [elementKey]: await find(selector) };
        const actions = [
          { type: 'key', id: 'keys', actions: [{ type: 'keyDown', value: controlKey }] },
          {
            type: 'pointer',
            id: 'mouse',
            actions: [
              { type: 'pointerMove', x: 0, y: 0, origin },
              { type: 'pointerDown', button: 0 },
              { type: 'pointerUp', button: 0 },
            ],
          },
        ];
        await marionette.send('WebDriver:PerformActions', { actions });
        await marionette.send('WebDriver:ReleaseActions');
      }, true);
      return opened(`the new tab of ${selector}`, patienceMs);
    },
    newTab: async (address) => {
      const fresh = await newTab(windows);
      await fresh.goto(address);
      return fresh;
    },
    openInContainer: async (address) => {
      await alone(() => marionette.chrome(openInContainer, [address]));
      return opened('the tab in a container', patienceMs);
    },
    popup: (timeoutMs = patienceMs) => opened('a window opened by the page', timeoutMs),
    openDevToolsPanel: async () => {
      const panel = async (script: string) => here(() => marionette.chrome(inPanel, [script]), true);
      await until('the panel', () => here(() => marionette.chrome(showPanel, []), true));
      await until('the panel’s page', () => panel('document.body.textContent !== ""'));
      return {
        text: async () => String(await panel('document.body.textContent')),
        click: async (selector) => {
          const wanted = `document.querySelector(${JSON.stringify(selector)})`;
          await until(`${selector} in the panel`, () => panel(`${wanted} !== null`));
          await panel(`${wanted}.click()`);
        },
        screenshot: async (path) => {
          const picture = await here(() => marionette.chrome(paintWindow, []), true);
          writeFileSync(path, Buffer.from(picture.split(',')[1] ?? '', 'base64'));
        },
      };
    },
    noteCookies: async () => null,
    isClosed: () => alone(async () => !(await handlesOf(windows)).includes(handle)),
    close: async () => {
      await here(() => marionette.send('WebDriver:CloseWindow'));
    },
    bringToFront: async () => {
      await here(async () => undefined, true);
    },
  };
}
