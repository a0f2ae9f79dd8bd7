/** What is in the pictures: each scene plays a login as a user would and takes the views it is about. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DrivenPage } from '../drivers/driver.ts';
import { closePages, play } from '../e2e/play.ts';
import type { Scenario } from '../lab/model.ts';
import { root } from '../run/tools.ts';
import { apps, popupSize, type Studio, storeSize } from './studio.ts';

export const documents = 'docs/pictures';
export const store = 'store/screenshots';

export interface Scene {
  /** Names its pictures, too. */
  readonly name: string;
  readonly take: (studio: Studio) => Promise<void>;
}

const sharpPopup = { ...popupSize, scale: 2 };

async function failedLogin(studio: Studio): Promise<void> {
  await play(studio.bench, apps.broken);
  const popup = await studio.open('popup.html', apps.broken);
  await studio.take(popup, `${documents}/popup-failed-login.png`, sharpPopup);
  await studio.choose('theme', 'dark');
  await studio.take(popup, `${documents}/popup-failed-login-dark.png`, sharpPopup);
  await studio.choose('theme', 'light');
  await over(studio, apps.broken, popup, '1-failed-login');
}

async function healthyLogin(studio: Studio): Promise<void> {
  await play(studio.bench, apps.healthy);
  const popup = await studio.open('popup.html', apps.healthy);
  await studio.take(popup, `${documents}/popup-healthy-login.png`, sharpPopup);
}

/** The hop at which it broke, opened as it is from the verdict. */
async function openedHop(studio: Studio): Promise<void> {
  await play(studio.bench, apps.broken);
  const page = await studio.open('page.html', apps.broken, 'live');
  await page.setViewport(storeSize);
  await page.click('[data-row="hop"][data-role="callback"] [data-row-head]');
  await page.waitFor('[data-row="hop"][data-open="true"]');
  await page.evaluate(() => document.querySelector('.hop[data-open="true"]')?.scrollIntoView({ block: 'start' }));
  await studio.take(page, `${documents}/page-opened-hop.png`, storeSize);
  await studio.take(page, `${store}/2-opened-hop.png`, storeSize);
}

async function pictures(studio: Studio): Promise<void> {
  await play(studio.bench, apps.broken);
  const page = await studio.open('page.html', apps.broken, 'live');
  await page.setViewport(storeSize);
  for (const look of ['timeline', 'diagram', 'waterfall'] as const) {
    await page.click(`#look-${look}`);
    await page.waitFor(`#look-${look}[aria-pressed="true"]`);
    await page.evaluate(() => document.querySelector('.stage')?.scrollTo(0, 0));
    await studio.take(page, `${documents}/page-${look}.png`, storeSize);
    if (look !== 'diagram') continue;
    await studio.take(page, `${store}/3-sequence-diagram.png`, storeSize);
    await studio.choose('theme', 'dark');
    await studio.take(page, `${documents}/page-${look}-dark.png`, storeSize);
    await studio.choose('theme', 'light');
  }
  await page.click('#look-timeline');
}

async function recording(studio: Studio): Promise<void> {
  const { driver, lab } = studio.bench;
  lab.reset();
  await driver.clearCookies();
  const guide = await studio.open('page.html', null, 'record');
  await guide.type('#guide-site', apps.broken.start(lab));
  await studio.take(guide, `${documents}/record-start.png`, storeSize);
  await guide.click('#start-recording');
  await guide.waitFor('[data-recording]');
  const page = await driver.newPage(apps.broken.start(lab));
  await apps.broken.drive(page, lab);
  await page.waitFor('main[data-outcome]');
  await guide.waitFor('.guide-seen[data-seen="true"]');
  await studio.take(guide, `${documents}/record-running.png`, storeSize);
  await guide.click('#stop-recording');
  await guide.waitFor('.noted[data-outcome="failed"]');
  await guide.type('#guide-did', 'I signed in with my usual account.');
  await guide.type('#guide-saw', 'The shop said that something went wrong.');
  await guide.waitFor('[data-proof]');
  await guide.evaluate(() => document.querySelector('.stage')?.scrollTo(0, 0));
  await studio.take(guide, `${documents}/record-review.png`, storeSize);
  await studio.take(guide, `${store}/4-record-for-support.png`, storeSize);
  await guide.click('#discard');
}

async function leaving(studio: Studio): Promise<void> {
  await play(studio.bench, apps.broken);
  const page = await studio.open('page.html', apps.broken, 'save');
  await page.waitFor('[data-proof]');
  await studio.take(page, `${documents}/page-save.png`, storeSize);
  await studio.take(page, `${store}/5-nothing-secret-leaves.png`, storeSize);
}

async function firefox(studio: Studio): Promise<void> {
  await play(studio.bench, apps.broken);
  const popup = await studio.open('popup.html', apps.broken);
  await studio.take(popup, `${documents}/firefox-popup-failed-login.png`, popupSize);
  const page = await studio.open('page.html', apps.broken, 'live');
  await page.setViewport(storeSize);
  await page.click('#look-diagram');
  await page.waitFor('#look-diagram[aria-pressed="true"]');
  await studio.take(page, `${store}/firefox-sequence-diagram.png`, storeSize);
}

/** The popup at its place over the app's page, as the browser shows it. */
async function over(studio: Studio, app: Scenario, popup: DrivenPage, name: string): Promise<void> {
  const { driver } = studio.bench;
  const parts = { below: '.output/pictures/below.png', above: '.output/pictures/above.png' };
  // As wide as what the popup leaves free, so that it covers no word.
  await studio.take(await studio.appPage(app), parts.below, { ...storeSize, width: storeSize.width - popupSize.width - 24 });
  await studio.take(popup, parts.above, popupSize);
  const asAddress = (path: string) => `data:image/png;base64,${readFileSync(join(root, path)).toString('base64')}`;
  const page = await driver.newPage('about:blank');
  await page.evaluate(
    (below: string, above: string) => {
      document.body.innerHTML = `<style>
        body { margin: 0; height: 800px; background: white url(${below}) no-repeat }
        img { position: absolute; top: 12px; right: 24px; border-radius: 8px; box-shadow: 0 0 0 1px #0002, 0 8px 40px #0006 }
      </style><img src="${above}" alt="">`;
      return document.querySelector('img')?.decode();
    },
    asAddress(parts.below),
    asAddress(parts.above),
  );
  await studio.take(page, `${store}/${name}.png`, storeSize);
  await page.close();
  rmSync(join(root, '.output', 'pictures'), { recursive: true });
}

export const inChromium: readonly Scene[] = [
  { name: 'failed-login', take: failedLogin },
  { name: 'healthy-login', take: healthyLogin },
  { name: 'opened-hop', take: openedHop },
  { name: 'looks', take: pictures },
  { name: 'record', take: recording },
  { name: 'save', take: leaving },
];

export const inFirefox: readonly Scene[] = [{ name: 'firefox', take: firefox }];

/** One scene must not stand in the next one's pictures. */
export const clearAway = (studio: Studio): Promise<void> => closePages(studio.bench);
