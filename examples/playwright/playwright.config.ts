import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  use: {
    baseURL: process.env['LOGIN_URL'] ?? 'https://app.example',
    // A page that is kept by a service worker would hide what really went over the network.
    serviceWorkers: 'block',
  },
});
