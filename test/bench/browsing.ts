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
import { type Bench, type Measured, ratioOf, spreadOf } from './measured.ts';
import { browserCpuMs } from './stage/cpu.ts';
import { copyProduct, writeCheapest, writeSilent } from './stage/extensions.ts';
import { browsers, openStage, rounds } from './stage/open.ts';
import { type Load, type Pages, servePages } from './stage/pages.ts';
import type { Installed, Stage } from './stage/stage.ts';

type Kind = 'images' | 'fetches' | 'at 20 ms';
/** `cpu`: of the browser's own process, during the fetches. */
type Times = Partial<Record<Kind | 'cpu', number>>;

interface Arm {
  readonly name: string;
  /** Null: no extension at all. */
  readonly extension: Installed | null;
  readonly kinds: readonly Kind[];
  /** Of these only every other round has one: they take long, and each is held against both visits with nothing. */
  readonly rare: readonly Kind[];
}

const requests = 1_000;
/** After an extension was switched on: it has registered its listeners, and the browser is done with it. */
const settlesMs = 600;

const loads: Readonly<Record<Kind, Load>> = {
  images: { kinds: ['images'], requests, latencyMs: 0 },
  fetches: { kinds: ['fetches'], requests, latencyMs: 0 },
  'at 20 ms': { kinds: ['mixed'], requests, latencyMs: 20 },
};

async function install(stage: Stage, folder: string): Promise<Arm[]> {
  const always: readonly Kind[] = ['images', 'fetches'];
  const product = (name: string) => stage.install(copyProduct(stage.name, folder, name));
  const watching = await product('watching');
  await stage.grant(watching);
  const paused = await product('paused');
  await stage.grant(paused);
  await stage.inPage(paused, 'popup.html?tab=all', async () => {
    const find = async (selector: string) => {
      for (let i = 0; i < 300; i++) {
        const found = document.querySelector<HTMLElement>(selector);
        if (found) return found;
        await new Promise((done) => setTimeout(done, 50));
      }
      throw new Error(`Waited for ${selector}`);
    };
    await find('main[data-watching="watching"]');
    (await find('#pause')).click();
    await find('main[data-watching="paused"]');
  });
  const blind = await product('no-access');
  const cheapest = await stage.install(writeCheapest(stage.name, folder));
  const silent = await stage.install(writeSilent(stage.name, folder));
  const arms: Arm[] = [
    { name: 'nothing', extension: null, kinds: always, rare: ['at 20 ms'] },
    { name: 'nothing again', extension: null, kinds: always, rare: ['at 20 ms'] },
    { name: 'cheapest', extension: cheapest, kinds: always, rare: [] },
    { name: 'watching', extension: watching, kinds: always, rare: ['at 20 ms'] },
    { name: 'the permission alone', extension: silent, kinds: [], rare: ['fetches'] },
    { name: 'paused', extension: paused, kinds: [], rare: ['fetches'] },
    { name: 'no access', extension: blind, kinds: [], rare: ['fetches'] },
  ];
  for (const { extension } of arms) if (extension) await stage.switch(extension, false);
  return arms;
}

/** Every arm once; the order turns by one each round, and runs backwards every other. */
function orderOf(arms: readonly Arm[], round: number): readonly Arm[] {
  const turned = [...arms.slice(round % arms.length), ...arms.slice(0, round % arms.length)];
  return round % 2 === 0 ? turned : turned.toReversed();
}

async function visit(stage: Stage, pages: Pages, { extension, ...arm }: Arm, round: number): Promise<Times> {
  const kinds = round % 2 === 0 ? [...arm.kinds, ...arm.rare] : arm.kinds;
  if (kinds.length === 0) return {};
  if (extension) await stage.switch(extension, true);
  await sleep(settlesMs);
  const times: Times = {};
  for (const kind of kinds) {
    const before = browserCpuMs();
    [times[kind]] = (await pages.run(loads[kind])) as [number];
    const after = browserCpuMs();
    if (kind === 'fetches' && before !== null && after !== null) times.cpu = after - before;
  }
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
      for (const arm of orderOf(arms, round)) times[arm.name] = await visit(stage, pages, arm, round);
      seen.push(times);
      if (process.env['ROUNDTRIP_BENCH_ROUNDS']) process.stderr.write(`${name} ${JSON.stringify(times)}\n`);
    }
    const watching = arms.find((arm) => arm.name === 'watching')?.extension;
    if (!watching || !(await isHeard(stage, watching, pages))) throw new Error(`${name}: the extension heard nothing of the pages.`);
    const pairs = (arm: string, kind: Kind, bases: readonly string[]) =>
      seen.flatMap((times) =>
        bases.flatMap((base) => {
          const [measured, without] = [times[arm]?.[kind], times[base]?.[kind]];
          return measured === undefined || without === undefined ? [] : [[measured, without] as const];
        }),
      );
    const against = (arm: string, kind: Kind, budget: number | null, note: string): Measured => {
      const rare = arms.find(({ name: one }) => one === arm)?.rare.includes(kind);
      const all = pairs(arm, kind, rare && arm !== 'nothing again' ? ['nothing', 'nothing again'] : ['nothing']);
      return {
        what: `${name}: 1,000 ${kind === 'at 20 ms' ? 'requests at 20 ms' : kind}, ${arm} / nothing`,
        unit: 'ratio',
        ...ratioOf(all),
        budget,
        note: [`${all.length} pairs`, note].filter((part) => part !== '').join('; '),
      };
    };
    const cpu = (arm: string): Measured[] => {
      const values = seen.flatMap((times) => times[arm]?.cpu ?? []);
      const what = `${name}: processor time of the browser’s own process for 1,000 fetches, ${arm}`;
      return values.length > 0 ? [{ what, unit: 'ms', ...spreadOf(values), budget: null, note: 'where filters are judged' }] : [];
    };
    return [
      ...arms.flatMap(({ name: arm }) => (arm === 'nothing again' ? [] : cpu(arm))),
      against('nothing again', 'images', null, `A/A; ${name} ${stage.version}`),
      against('cheapest', 'images', null, 'one listener that does nothing'),
      against('watching', 'images', 1.12, ''),
      against('nothing again', 'fetches', null, 'A/A'),
      against('cheapest', 'fetches', null, 'one listener that does nothing'),
      against('watching', 'fetches', 1.25, ''),
      against('nothing again', 'at 20 ms', null, 'A/A; images and fetches'),
      against('watching', 'at 20 ms', 1.05, 'images and fetches'),
      against('the permission alone', 'fetches', null, 'an extension that may listen and does not'),
      against('paused', 'fetches', 1.05, '1.00 within what an A/A run scatters'),
      against('no access', 'fetches', 1.05, '1.00 within what an A/A run scatters'),
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
