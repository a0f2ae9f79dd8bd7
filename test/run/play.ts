/** A window with Roundtrip loaded, the lab beside it, and a page that lists what to try. */
import type { BrowserName } from '../drivers/driver.ts';
import { builds, launch } from '../e2e/bench.ts';
import { startLab } from '../lab/lab.ts';

const where: Readonly<Record<BrowserName, string>> = {
  chromium: 'Click the puzzle piece beside the address bar, then Roundtrip. The pin next to its name keeps it in the bar.',
  firefox: 'Click the puzzle piece beside the address bar, then Roundtrip. The gear next to its name pins it to the bar.',
};

/** Runs until the browser is closed or Ctrl+C is pressed. Resolves with the exit code. */
export async function play(browser: BrowserName): Promise<number> {
  const lab = await startLab();
  try {
    const driver = await launch(browser, { hosts: lab.hosts, certificate: lab.certificate, headless: false });
    const stopped = new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    });
    try {
      await driver.installExtension(builds[browser]);
      await driver.newPage(lab.playground);
      process.stdout.write(`
Roundtrip runs in ${driver.name} ${driver.version}, with logins to try at ${lab.playground}

  1. ${where[browser]}
  2. In the popup, press the button that gives it access to sites, and approve.
  3. Pick a login from the playground: any user name and any password will do.
  4. Open the popup again: the verdict comes first, then every hop.

Close the browser or press Ctrl+C to end.
`);
      await Promise.race([driver.ended, stopped]);
    } finally {
      await driver.close();
    }
  } finally {
    await lab.close();
  }
  return 0;
}
