/**
 * What watching costs a page: a thousand requests with and without it, in one browser, in rounds in which every arm comes once and in
 * another order. Nothing is attached to the page; it times itself.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from '../drivers/driver.ts';
import { sleep } from '../drivers/wait.ts';
import { buildExtension } from '../run/tools.ts';
import { type Bench, type Measured, ratioOf } from './measured.ts';
import { copyProduct, writeCheapest } from './stage/extensions.ts';
import { browsers, openStage, rounds } from './stage/open.ts';
import { type Load, type Pages, servePages } from './stage/pages.ts';
import type { Installed, Stage } from './stage/stage.ts';

type Kind = 'images' | 'fetches' | 'at 20 ms';
type Times = Partial<Record<Kind, number>>;

interface Arm {
  readonly name: string;
  /** Null: no extension at all. */
  readonly extension: Installed | null;
  readonly kinds: readonly Kind[];
}

const requests = 1_000;
/** After an extension was switched on: it has registered its listeners, and the browser is done with it. */
const settlesMs = 800;

const loads: Readonly<Record<Kind, Load>> = {
  images: { kinds: ['images'], requests, latencyMs: 0 },
  fetches: { kinds: ['fetches'], requests, latencyMs: 0 },
  'at 20 ms': { kinds: ['mixed'], requests, latencyMs: 20 },
};

async function install(stage: Stage, folder: string): Promise<Arm[]> {
  const all: readonly Kind[] = ['images', 'fetches', 'at 20 ms'];
  const product = (name: string) => stage.install(copyProduct(stage.name, folder, name));
  const watching = await product('watching');
  await stage.grant(watching);
  const paused = await product('paused');
  await stage.grant(paused);
  await stage.inPage(paused, 'popup.html?tab=all', async () => {
    for (let i = 0; i < 200 && !document.querySelector('main[data-watching="paused"]'); i++) {
      if (i === 0) document.querySelector<HTMLElement>('#pause')?.click();
      await new Promise((done) => setTimeout(done, 50));
    }
    if (!document.querySelector('main[data-watching="paused"]')) throw new Error('It did not pause.');
  });
  const blind = await product('no-access');
  const cheapest = await stage.install(writeCheapest(stage.name, folder));
  const arms: Arm[] = [
    { name: 'nothing', extension: null, kinds: all },
    { name: 'nothing again', extension: null, kinds: all },
    { name: 'cheapest', extension: cheapest, kinds: ['images', 'fetches'] },
    { name: 'watching', extension: watching, kinds: all },
    { name: 'paused', extension: paused, kinds: ['fetches'] },
    { name: 'no access', extension: blind, kinds: ['fetches'] },
  ];
  for (const { extension } of arms) if (extension) await stage.switch(extension, false);
  return arms;
}

/** Every arm once; the order turns by one each round, and runs backwards every other. */
function orderOf(arms: readonly Arm[], round: number): readonly Arm[] {
  const turned = [...arms.slice(round % arms.length), ...arms.slice(0, round % arms.length)];
  return round % 2 === 0 ? turned : turned.toReversed();
}

async function visit(stage: Stage, pages: Pages, { extension, kinds }: Arm): Promise<Times> {
  if (extension) await stage.switch(extension, true);
  await sleep(settlesMs);
  const times: Times = {};
  for (const kind of kinds) [times[kind]] = (await pages.run(loads[kind])) as [number];
  if (extension) await stage.switch(extension, false);
  return times;
}

/** It heard of the page that was just measured: what costs nothing because it does not listen is no result. */
async function isHeard(stage: Stage, watching: Installed, pages: Pages): Promise<boolean> {
  await stage.switch(watching, true);
  await sleep(settlesMs);
  await pages.run({ ...loads.fetches, requests: 1 });
  await sleep(settlesMs);
  return stage.inPage(
    watching,
    'popup.html?tab=all',
    async (origin: string) => {
      const { chrome } = globalThis as unknown as { chrome: { storage: { session: { get(keys: null): Promise<object> } } } };
      return JSON.stringify(await chrome.storage.session.get(null)).includes(`${origin}/page?`);
    },
    pages.origin,
  );
}

async function inBrowser(name: BrowserName): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'roundtrip-browsing-'));
  const pages = await servePages();
  const stage = await openStage(name);
  try {
    const arms = await install(stage, folder);
    await stage.openTab(pages.start);
    for (const kind of Object.values(loads)) await pages.run(kind);
    const seen: Readonly<Record<string, Times>>[] = [];
    for (let round = 0; round < rounds; round++) {
      const times: Record<string, Times> = {};
      for (const arm of orderOf(arms, round)) times[arm.name] = await visit(stage, pages, arm);
      seen.push(times);
      if (process.env['ROUNDTRIP_BENCH_ROUNDS']) process.stderr.write(`${name} ${JSON.stringify(times)}\n`);
    }
    const watching = arms.find((arm) => arm.name === 'watching')?.extension;
    if (!watching || !(await isHeard(stage, watching, pages))) throw new Error(`${name}: the extension heard nothing of the pages.`);
    const against = (arm: string, base: string, kind: Kind, budget: number | null, note: string): Measured => ({
      what: `${name}: 1,000 ${kind === 'at 20 ms' ? 'requests at 20 ms' : kind}, ${arm} / ${base}`,
      unit: 'ratio',
      ...ratioOf(seen.map((times) => [times[arm]?.[kind] ?? Number.NaN, times[base]?.[kind] ?? Number.NaN])),
      budget,
      note,
    });
    const version = `${name} ${stage.version}, ${rounds} rounds`;
    return [
      against('nothing again', 'nothing', 'images', null, `A/A; ${version}`),
      against('cheapest', 'nothing', 'images', null, 'one listener that does nothing'),
      against('watching', 'nothing', 'images', 1.12, ''),
      against('nothing again', 'nothing', 'fetches', null, 'A/A'),
      against('cheapest', 'nothing', 'fetches', null, 'one listener that does nothing'),
      against('watching', 'nothing', 'fetches', 1.25, ''),
      against('nothing again', 'nothing', 'at 20 ms', null, 'A/A; images and fetches'),
      against('watching', 'nothing', 'at 20 ms', 1.05, 'images and fetches'),
      against('paused', 'nothing', 'fetches', 1.05, '1.00 within what an A/A run scatters'),
      against('no access', 'nothing', 'fetches', 1.05, '1.00 within what an A/A run scatters'),
    ];
  } finally {
    await stage.close();
    await pages.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const browsing: Bench = async () => {
  await buildExtension();
  const rows: Measured[] = [];
  for (const name of browsers) rows.push(...(await inBrowser(name)));
  return rows;
};
