/** What a reader's own settings make of a page. */
import type { Page } from 'puppeteer-core';

export interface Circumstances {
  readonly scheme: 'light' | 'dark';
  /** `forced`: the system's own few colors, as Windows' contrast themes. */
  readonly contrast?: 'more' | 'forced';
}

const session = new WeakMap<Page, ReturnType<Page['createCDPSession']>>();

/** Motion is always reduced, so that pictures do not depend on the moment. */
export async function emulate(page: Page, { scheme, contrast }: Circumstances): Promise<void> {
  const asked = session.get(page) ?? page.createCDPSession();
  session.set(page, asked);
  await (await asked).send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
      { name: 'prefers-contrast', value: contrast === 'more' ? 'more' : contrast === 'forced' ? 'custom' : 'no-preference' },
      { name: 'forced-colors', value: contrast === 'forced' ? 'active' : 'none' },
    ],
  });
}
