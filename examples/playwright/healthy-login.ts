/** A `test` whose browser context is recorded, and which fails when a login in it was not healthy. Copy this file into your project. */
import { rm } from 'node:fs/promises';
import { test as base } from '@playwright/test';
import { expectHealthyLogin, redactFile, UnhealthyLoginError } from 'roundtrip';

export const test = base.extend({
  contextOptions: async ({ contextOptions }, use, testInfo) => {
    const har = testInfo.outputPath('login.har');
    await use({ ...contextOptions, recordHar: { path: har, content: 'embed' } });
    // The test is over, the context closed, and with that the HAR is written.
    try {
      await expectHealthyLogin(har, { failOn: 'warning' });
    } catch (error) {
      if (error instanceof UnhealthyLoginError) {
        const { text } = await redactFile(har);
        await testInfo.attach('login.redacted.har', { body: text, contentType: 'application/json' });
      }
      throw error;
    } finally {
      // Passwords, codes and tokens stand in it: it must not end up among the files that a build keeps.
      await rm(har, { force: true });
    }
  },
});
