/** What only a browser with a layout can show: long lists, growing lists, jumps, and the keyboard's way through. */
import type { Page } from 'puppeteer-core';

/** Rows in the document however long the list is. */
const mostRows = 120;

type Say = (problem: string) => void;
type Walk = (page: Page, say: Say) => Promise<void>;

const settle = (page: Page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60))));
const rows = (page: Page) => page.$$eval('[data-row]', (all) => all.length);
const active = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-exchange]')?.getAttribute('data-exchange') ?? null);
const topOf = (page: Page, selector: string) => page.$eval(selector, (element) => element.getBoundingClientRect().top);

async function longList(page: Page, say: Say): Promise<void> {
  await page.click('.fold-head');
  await settle(page);
  if ((await rows(page)) > mostRows) say(`${await rows(page)} rows in the document after unfolding`);
  // How fast that is, `npm run bench -- views` measures.
  await page.evaluate(async () => {
    const stage = document.querySelector('.stage');
    for (let i = 0; i < 60 && stage; i++) {
      stage.scrollTop += 700;
      await new Promise(requestAnimationFrame);
    }
  });
  await settle(page);
  if ((await rows(page)) > mostRows) say(`${await rows(page)} rows in the document after scrolling`);
  const blank = await page.evaluate(() => document.elementFromPoint(200, 400)?.closest('[data-row]') === null);
  if (blank) say('scrolling leaves the window blank');
  await page.keyboard.press('End');
  if ((await page.$$('.app-header')).length === 0) say('the header is gone');
}

async function growing(page: Page, say: Say): Promise<void> {
  await page.click('.fold-head');
  await settle(page);
  await page.evaluate(() => document.querySelector('.stage')?.scrollBy(0, 4_000));
  await settle(page);
  const middle = await page.evaluate(() => document.elementFromPoint(200, 300)?.closest('[data-exchange]')?.getAttribute('data-exchange'));
  const head = `[data-exchange="${middle}"] [data-row-head]`;
  await page.click(head);
  await settle(page);
  const before = await topOf(page, head);
  await page.evaluate(() => window.gallery.grow());
  await settle(page);
  const after = await topOf(page, head);
  if (Math.abs(after - before) > 1) say(`the open row moved by ${after - before} pixels as events arrived`);
  if (!(await page.$(`[data-exchange="${middle}"][data-open="true"]`))) say('the open row closed as events arrived');
}

/** Hops arrive above the one that is read; nothing of it is open and nothing has the keyboard. */
async function filling(page: Page, say: Say): Promise<void> {
  await page.click('.fold-head');
  await settle(page);
  await page.evaluate(() => {
    for (const scroller of document.querySelectorAll('.stage, .timeline')) scroller.scrollBy(0, 6_000);
  });
  await settle(page);
  const middle = await page.evaluate(() => {
    const list = document.querySelector('.window-list')?.getBoundingClientRect();
    return document
      .elementFromPoint((list?.left ?? 0) + 120, 300)
      ?.closest('[data-exchange]')
      ?.getAttribute('data-exchange');
  });
  const row = `[data-exchange="${middle}"]`;
  const before = await topOf(page, row);
  const size = await page.$eval('[data-item]', (element) => element.getAttribute('aria-setsize'));
  await page.evaluate(() => window.gallery.grow());
  await settle(page);
  if ((await page.$eval('[data-item]', (element) => element.getAttribute('aria-setsize'))) === size) say('nothing arrived');
  const after = await topOf(page, row);
  if (Math.abs(after - before) > 1) say(`the row that was read moved by ${after - before} pixels as earlier hops arrived`);
}

async function jump(page: Page, say: Say): Promise<void> {
  await page.click('.next-step .button');
  await settle(page);
  await settle(page);
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('data-place') ?? null);
  if (!focused?.includes('state')) say(`a jump to the state ends at ${focused}`);
  const seen = await page.evaluate(() => {
    const box = document.activeElement?.getBoundingClientRect();
    return box !== undefined && box.top >= 88 && box.bottom <= window.innerHeight;
  });
  if (!seen) say('a jump ends outside the window');
  if ((await topOf(page, '.app-header')) !== 0) say('a jump scrolls the header away');
}

async function keyboard(page: Page, say: Say): Promise<void> {
  await page.keyboard.press('j');
  const first = await active(page);
  await page.keyboard.press('j');
  const second = await active(page);
  if (first === null || second === null || first === second) say(`j goes from ${first} to ${second}`);
  await page.keyboard.press('k');
  if ((await active(page)) !== first) say('k does not go back');
  await page.keyboard.press('Enter');
  await settle(page);
  if (!(await page.$(`[data-exchange="${first}"][data-open="true"]`))) say('Enter does not open the row');
  await page.keyboard.press('Escape');
  await settle(page);
  if (await page.$('[data-open="true"] .detail')) say('Escape does not close the row');
  if ((await active(page)) !== first) say('Escape loses the row');
  await page.keyboard.press('/');
  if (!(await page.evaluate(() => document.activeElement instanceof HTMLInputElement))) say('/ does not lead to the filter');
}

/** Tab from the top: every stop shows its focus, and everything that can be pressed is a stop or in a group with one. */
async function everyStopIsVisible(page: Page, say: Say): Promise<void> {
  const stops = new Set<string>();
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const style = getComputedStyle(element);
      const ringed = style.outlineStyle !== 'none' || element.closest('.filter') !== null;
      return { name: element.getAttribute('aria-label') ?? element.textContent?.slice(0, 40) ?? '', ringed };
    });
    if (stop === null) break;
    stops.add(stop.name);
    if (!stop.ringed) say(`focus can not be seen on “${stop.name}”`);
  }
  if (stops.size < 6) say(`only ${stops.size} stops for Tab: ${[...stops].join(' | ')}`);
}

const walks: readonly (readonly [state: string, walk: Walk, layout?: 'page'])[] = [
  ['thousand', longList],
  ['growing', growing],
  ['filling', filling],
  ['filling', filling, 'page'],
  ['state-mangled', jump],
  ['healthy', keyboard],
  ['nested', everyStopIsVisible],
  ['many', everyStopIsVisible],
];

export async function walkThrough(page: Page, url: string): Promise<string[]> {
  const problems: string[] = [];
  for (const [state, walk, layout = 'popup'] of walks) {
    await page.setViewport(layout === 'popup' ? { width: 420, height: 600 } : { width: 1_200, height: 900 });
    await page.goto(`${url}?state=${state}&layout=${layout}`);
    await page.waitForSelector('main');
    await walk(page, (problem) => problems.push(`${state}: ${problem}`));
  }
  return problems;
}
