/** What is in the pictures: each scene plays a login as a user would and takes the views it is about. */
import type { Language } from '../../lib/model/settings.ts';
import type { DrivenPage } from '../drivers/driver.ts';
import { closePages, play } from '../e2e/play.ts';
import type { Scenario } from '../lab/model.ts';
import { apps, popupSize, type Studio, storeSize } from './studio.ts';

export interface Scene {
  readonly name: string;
  readonly take: (studio: Studio) => Promise<void>;
}

const sharpPopup = { ...popupSize, scale: 2 };

const toTop = (page: DrivenPage) =>
  page.evaluate(() => {
    for (const scroller of document.querySelectorAll('.stage, .timeline')) scroller.scrollTo(0, 0);
  });

async function inTheDark(studio: Studio, take: () => Promise<void>): Promise<void> {
  await studio.choose('theme', 'dark');
  await take();
  await studio.choose('theme', 'light');
}

async function welcome(studio: Studio): Promise<void> {
  const page = await studio.open('page.html', null, 'welcome');
  await page.waitFor('.welcome-step');
  await studio.document(page, 'page-welcome', storeSize);
}

async function failedLogin(studio: Studio): Promise<void> {
  await play(studio.bench, apps.broken);
  const popup = await studio.open('popup.html', apps.broken);
  await studio.document(popup, 'popup-failed-login', sharpPopup);
  await inTheDark(studio, () => studio.document(popup, 'popup-failed-login-dark', sharpPopup));
  await over(studio, apps.broken, popup, '1-failed-login');
}

async function healthyLogin(studio: Studio): Promise<void> {
  await play(studio.bench, apps.healthy);
  const popup = await studio.open('popup.html', apps.healthy);
  await studio.document(popup, 'popup-healthy-login', sharpPopup);
}

/** The hop at which it broke, with what is known about it. */
async function openedHop(studio: Studio): Promise<void> {
  await play(studio.bench, apps.broken);
  const page = await studio.open('page.html', apps.broken, 'live');
  await page.setViewport(storeSize);
  await page.click('[data-row="hop"][data-role="callback"] [data-row-head]');
  await page.waitFor('[data-row="hop"][data-open="true"]');
  await page.evaluate(() => document.querySelector('.hop[data-open="true"]')?.scrollIntoView({ block: 'start' }));
  await studio.document(page, 'page-opened-hop', storeSize);
  await studio.store(page, '2-opened-hop');
}

async function looks(studio: Studio): Promise<void> {
  await play(studio.bench, apps.broken);
  const page = await studio.open('page.html', apps.broken, 'live');
  await page.setViewport(storeSize);
  for (const look of ['timeline', 'diagram', 'waterfall'] as const) {
    await page.click(`#look-${look}`);
    await page.waitFor(`#look-${look}[aria-pressed="true"]`);
    await toTop(page);
    await studio.document(page, `page-${look}`, storeSize);
    if (look !== 'diagram') continue;
    await studio.store(page, '3-sequence-diagram');
    await inTheDark(studio, () => studio.document(page, 'page-diagram-dark', storeSize));
  }
  await page.click('#look-timeline');
}

/** The pictures for riddles that numbers solve: what was too large, and where a cookie was lost. */
async function numbers(studio: Studio): Promise<void> {
  for (const [app, look] of [
    [apps.large, 'sizes'],
    [apps.broken, 'cookies'],
  ] as const) {
    await play(studio.bench, app);
    const page = await studio.open('page.html', app, 'live');
    await page.setViewport(storeSize);
    await page.click(`#look-${look}`);
    await page.waitFor(`#look-${look}[aria-pressed="true"]`);
    await toTop(page);
    await studio.document(page, `page-${look}`, storeSize);
    await page.click('#look-timeline');
    await page.close();
    await closePages(studio.bench);
  }
}

/** One that works beside one that does not. */
async function compared(studio: Studio): Promise<void> {
  await play(studio.bench, apps.broken);
  await logInAgain(studio, apps.healthy);
  const page = await studio.open('page.html', null, 'compare');
  await page.waitFor('[data-summary]');
  await studio.document(page, 'page-compare', storeSize);
}

/** Beside what is recorded already. */
async function logInAgain({ bench: { driver, lab } }: Studio, app: Scenario): Promise<DrivenPage> {
  // Or the provider remembers who signed in, and asks nothing.
  await driver.clearCookies();
  const page = await driver.newPage(app.start(lab));
  await app.drive(page, lab);
  await page.waitFor('main[data-outcome]');
  return page;
}

const told: Readonly<Record<Language, readonly [did: string, saw: string]>> = {
  en: ['I signed in with my usual account.', 'The shop said that something went wrong.'],
  de: ['Ich habe mich mit meinem üblichen Konto angemeldet.', 'Der Shop sagte, etwas sei schiefgelaufen.'],
};

/** The link that a support team sends, and what it shows to who opens it. */
async function asked(studio: Studio): Promise<void> {
  const { driver, lab } = studio.bench;
  const maker = await studio.open('page.html', null, 'record');
  await maker.click('.make-link summary');
  await maker.type('#link-site', apps.broken.start(lab));
  await maker.type('#link-goal', 'The error after you press “Sign in”');
  await maker.waitFor('#made-link');
  await maker.evaluate(() => document.querySelector('.make-link')?.scrollIntoView({ block: 'end' }));
  await studio.document(maker, 'record-make-link', storeSize);
  const link = await maker.evaluate(() => document.querySelector('#made-link')?.textContent ?? '');
  await maker.close();
  const guide = await driver.extensionPage(`page.html?tab=all&invitation=${encodeURIComponent(link)}#record`);
  await guide.waitFor('.asked');
  await toTop(guide);
  await studio.document(guide, 'record-asked', storeSize);
  await guide.close();
}

async function recording(studio: Studio): Promise<void> {
  const { driver, lab } = studio.bench;
  lab.reset();
  await driver.clearCookies();
  const guide = await studio.open('page.html', null, 'record');
  await guide.type('#guide-site', apps.broken.start(lab));
  await studio.document(guide, 'record-start', storeSize);
  await guide.click('#start-recording');
  await guide.waitFor('[data-recording]');
  await logInAgain(studio, apps.broken);
  await guide.waitFor('.guide-seen[data-seen="true"]');
  await studio.document(guide, 'record-running', storeSize);
  await guide.click('#stop-recording');
  await guide.waitFor('.noted[data-outcome="failed"]');
  const [did, saw] = told[studio.language];
  await guide.type('#guide-did', did);
  await guide.type('#guide-saw', saw);
  await guide.waitFor('[data-proof]');
  await toTop(guide);
  await studio.document(guide, 'record-review', storeSize);
  await studio.store(guide, '4-record-for-support');
  await guide.click('#discard');
}

async function leaving(studio: Studio): Promise<void> {
  await play(studio.bench, apps.broken);
  const page = await studio.open('page.html', apps.broken, 'save');
  await page.waitFor('[data-proof]');
  await studio.document(page, 'page-save', storeSize);
  await studio.store(page, '5-nothing-secret-leaves');
}

async function reference(studio: Studio): Promise<void> {
  const page = await studio.open('page.html', null, 'reference');
  await page.waitFor('#reference-words');
  await studio.document(page, 'page-reference', storeSize);
}

async function playground(studio: Studio): Promise<void> {
  const { driver, lab } = studio.bench;
  await studio.document(await driver.newPage(lab.playground), 'playground', storeSize);
}

async function inAnotherBrowser(studio: Studio): Promise<void> {
  await play(studio.bench, apps.broken);
  const popup = await studio.open('popup.html', apps.broken);
  await studio.document(popup, 'popup-failed-login', popupSize);
  const page = await studio.open('page.html', apps.broken, 'live');
  await page.setViewport(storeSize);
  await page.click('#look-diagram');
  await page.waitFor('#look-diagram[aria-pressed="true"]');
  await toTop(page);
  await studio.store(page, 'sequence-diagram');
}

/** The popup at its place over the app's page, as the browser shows it. */
async function over(studio: Studio, app: Scenario, popup: DrivenPage, name: string): Promise<void> {
  const margin = 24;
  // As wide as what the popup leaves free, so that it covers no word.
  const below = await studio.passing(await studio.appPage(app), { ...storeSize, width: storeSize.width - popupSize.width - margin });
  const above = await studio.passing(popup, popupSize);
  const page = await studio.bench.driver.newPage('about:blank');
  await page.evaluate(
    (belowAddress: string, aboveAddress: string, right: number) => {
      document.body.innerHTML = `<style>
        body { margin: 0; height: 800px; background: white url(${belowAddress}) no-repeat }
        img { position: absolute; top: 12px; right: ${right}px; border-radius: 8px; box-shadow: 0 0 0 1px #0002, 0 8px 40px #0006 }
      </style><img src="${aboveAddress}" alt="">`;
      return document.querySelector('img')?.decode();
    },
    below,
    above,
    margin,
  );
  await studio.store(page, name);
  await page.close();
}

/** `documents`: nothing of it goes to a store. */
export const inChromium: readonly (Scene & { readonly documents?: true })[] = [
  { name: 'welcome', take: welcome, documents: true },
  { name: 'failed-login', take: failedLogin },
  { name: 'healthy-login', take: healthyLogin, documents: true },
  { name: 'opened-hop', take: openedHop },
  { name: 'looks', take: looks },
  { name: 'numbers', take: numbers, documents: true },
  { name: 'compare', take: compared, documents: true },
  { name: 'asked', take: asked, documents: true },
  { name: 'record', take: recording },
  { name: 'save', take: leaving },
  { name: 'reference', take: reference, documents: true },
  { name: 'playground', take: playground, documents: true },
];

export const inFirefox: readonly Scene[] = [{ name: 'firefox', take: inAnotherBrowser }];
