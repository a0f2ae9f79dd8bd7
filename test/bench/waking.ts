/** How soon the background listens, when an event wakes it and at its start, and what it costs to keep what it hears. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from '../drivers/driver.ts';
import { sleep } from '../drivers/wait.ts';
import { buildExtension } from '../run/tools.ts';
import { type Bench, type Measured, spreadOf } from './measured.ts';
import { copyProduct } from './stage/extensions.ts';
import { browsers, openStage, rounds } from './stage/open.ts';
import { type Pages, servePages } from './stage/pages.ts';
import type { Installed, Stage } from './stage/stage.ts';

/** Longer than the background takes to write down what woke it. */
const settlesMs = 1_000;
const heldMegabytes = [1, 4, 8] as const;

interface StorageGlobals {
  readonly chrome: {
    readonly storage: {
      readonly session: {
        get(keys: null): Promise<Readonly<Record<string, unknown>>>;
        set(items: object): Promise<void>;
        remove(keys: readonly string[]): Promise<void>;
      };
    };
  };
}

/** A navigation wakes it: milliseconds from the worker's beginning, and from the navigation, until it listens. */
async function wake(stage: Stage, product: Installed, pages: Pages) {
  await stage.killBackground(product);
  await pages.run({ kinds: ['fetches'], requests: 1, latencyMs: 0 });
  await sleep(settlesMs);
  const { madeAt, listeningMs } = await stage.beginningOf(product);
  const navigatedAt = await stage.inPage(
    product,
    'popup.html?tab=all',
    async (origin: string) => {
      const { chrome } = globalThis as unknown as StorageGlobals;
      const texts = Object.values(await chrome.storage.session.get(null)).filter((value) => typeof value === 'string');
      const events = texts.map((text) => JSON.parse(text) as { readonly kind?: string; readonly url?: string; readonly at?: number });
      return Math.max(0, ...events.map(({ kind, url, at }) => (kind === 'begin' && url?.startsWith(`${origin}/page?`) ? (at ?? 0) : 0)));
    },
    pages.origin,
  );
  return { startMs: listeningMs, wakeMs: madeAt + listeningMs - navigatedAt };
}

/** Milliseconds one write takes, of an event of usual size, while so much is held already. */
function writes(stage: Stage, product: Installed, megabytes: number): Promise<readonly number[]> {
  return stage.inPage(
    product,
    'popup.html?tab=all',
    async (held: number) => {
      const { session } = (globalThis as unknown as StorageGlobals).chrome.storage;
      const text = 'x'.repeat(2_000);
      const keys = Array.from({ length: held * 480 }, (_, n) => `bench/${n}`);
      for (let n = 0; n < keys.length; n += 100) await session.set(Object.fromEntries(keys.slice(n, n + 100).map((key) => [key, text])));
      const times: number[] = [];
      for (let n = 0; n < 200; n++) {
        const startedAt = performance.now();
        await session.set({ 'bench/0': `${n} ${text}` });
        times.push(performance.now() - startedAt);
      }
      await session.remove(keys);
      return times;
    },
    megabytes,
  );
}

async function inBrowser(name: BrowserName): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'roundtrip-waking-'));
  const pages = await servePages();
  const stage = await openStage(name);
  try {
    const product = await stage.install(copyProduct(name, folder, 'watching'));
    await stage.grant(product);
    await stage.openTab(pages.start);
    const seen: Awaited<ReturnType<typeof wake>>[] = [];
    for (let round = 0; round < rounds; round++) seen.push(await wake(stage, product, pages));
    const row = (what: string, values: readonly number[], budget: number | null, note: string): Measured => ({
      what: `${name}: ${what}`,
      unit: 'ms',
      ...spreadOf(values),
      budget,
      note,
    });
    const rows = [
      row(
        'background made to all listeners registered',
        seen.map(({ startMs }) => startMs),
        50,
        `${rounds} starts; a mark in the background itself`,
      ),
      row(
        'navigation to listening, asleep before',
        seen.map(({ wakeMs }) => wakeMs),
        null,
        'with the browser’s own time to make it',
      ),
    ];
    for (const megabytes of heldMegabytes)
      rows.push(
        row(
          `one event written, ${megabytes} MB held`,
          await writes(stage, product, megabytes),
          null,
          'storage.session, 2 kB, until acknowledged',
        ),
      );
    return rows;
  } finally {
    await stage.close();
    await pages.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const waking: Bench = async () => {
  await buildExtension();
  const rows: Measured[] = [];
  for (const name of browsers) rows.push(...(await inBrowser(name)));
  return rows;
};
