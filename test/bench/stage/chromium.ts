/** Chromium with no debugger on the pages that are measured. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flags } from '../../drivers/chromium.ts';
import type { PageFunction } from '../../drivers/driver.ts';
import { findBrowser } from '../../drivers/find-browser.ts';
import { until, within } from '../../drivers/wait.ts';
import { startWithPipe } from './pipe.ts';
import type { Installed, Stage } from './stage.ts';

interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
}

/** `chrome://extensions` has it; that page is the only one that stays attached. */
interface Management {
  readonly management: { setEnabled(id: string, on: boolean): Promise<void> };
}

const settings = 'chrome://extensions/';

export async function chromiumStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'roundtrip-bench-'));
  const { process: browser, send } = startWithPipe(await findBrowser('chromium'), [
    ...flags({ hosts: [] }),
    '--headless=new',
    '--no-first-run',
    '--enable-unsafe-extension-debugging',
    `--user-data-dir=${folder}`,
    'about:blank',
  ]);
  const attach = async (url: string) => {
    const { targetId } = await send<{ targetId: string }>('Target.createTarget', { url });
    const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
    return { targetId, sessionId };
  };
  const evaluate = async <A extends readonly unknown[], T>(session: string, script: PageFunction<A, T>, args: A): Promise<T> => {
    const expression = `(${script})(...${JSON.stringify(args)})`;
    const { result, exceptionDetails } = await send<Evaluated>(
      'Runtime.evaluate',
      { expression, awaitPromise: true, returnByValue: true, userGesture: true },
      session,
    );
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  };
  const loaded = (session: string, url: string) =>
    until(`${url} to load`, () =>
      evaluate(session, (start: string) => location.href.startsWith(start) && document.readyState === 'complete', [url]),
    );
  const { product } = await send<{ product: string }>('Browser.getVersion');
  const control = await attach(settings);
  await loaded(control.sessionId, settings);
  const inPage: Stage['inPage'] = async ({ base }, path, script, ...args) => {
    const page = await attach(base + path);
    try {
      await loaded(page.sessionId, base);
      return await evaluate(page.sessionId, script, args);
    } finally {
      await send('Target.closeTarget', { targetId: page.targetId });
    }
  };
  const worker = async ({ base }: Installed) => {
    const { targetInfos } = await send<{ targetInfos: readonly { type: string; url: string; targetId: string }[] }>('Target.getTargets', {
      filter: [{}],
    });
    return targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(base))?.targetId ?? null;
  };
  return {
    name: 'chromium',
    version: product.replace(/^[^/]*\//, ''),
    install: async (path): Promise<Installed> => {
      const { id } = await send<{ id: string }>('Extensions.loadUnpacked', { path });
      return { id, base: `chrome-extension://${id}/` };
    },
    inPage,
    grant: async (extension) => {
      await evaluate(
        control.sessionId,
        (id: string) => new Promise<void>((done) => chrome.developerPrivate.addHostPermission(id, '<all_urls>', done)),
        [extension.id],
      );
      await inPage(extension, 'popup.html?tab=all', grantInView);
    },
    beginningOf: async (extension) => {
      const targetId = await until('the service worker', () => worker(extension));
      const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
      try {
        return await until('its listeners', () => evaluate(sessionId, beginning, []));
      } finally {
        await send('Target.detachFromTarget', { sessionId });
      }
    },
    killBackground: async (extension) => {
      const targetId = await worker(extension);
      if (targetId === null) return;
      await send('Target.closeTarget', { targetId });
      await until('the service worker to be gone', async () => (await worker(extension)) !== targetId);
    },
    switch: async ({ id }, on) => {
      await evaluate(
        control.sessionId,
        (wanted: string, state: boolean) => (globalThis as unknown as { chrome: Management }).chrome.management.setEnabled(wanted, state),
        [id, on],
      );
    },
    openTab: async (url) => void (await send('Target.createTarget', { url })),
    close: async () => {
      const gone = new Promise<void>((done) => browser.once('exit', () => done()));
      await send('Browser.close').catch(() => undefined);
      await within('Chromium to end', gone, 20_000).catch(() => browser.kill('SIGKILL'));
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** Runs in the background. */
function beginning() {
  const mark = performance.getEntriesByName('listening')[0];
  return mark ? { madeAt: performance.timeOrigin, listeningMs: mark.startTime } : null;
}

/** Runs in the popup: presses the button that asks for access, and waits until it is there. */
export async function grantInView(): Promise<void> {
  const find = async (selector: string) => {
    for (let i = 0; i < 300; i++) {
      const found = document.querySelector<HTMLElement>(selector);
      if (found) return found;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`Waited for ${selector}`);
  };
  (await find('#grant')).click();
  await find('main[data-watching="watching"]');
}
