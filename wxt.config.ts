import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/** The address bar of a test build must be known; the id in the stores comes from the store. */
const geckoId = 'roundtrip@roundtrip.example';

export default defineConfig({
  imports: false,
  vite: () => ({
    plugins: [preact()],
    build: {
      // The polyfill for old browsers would bring a `fetch(` into pages that never use the network.
      modulePreload: { polyfill: false },
      // Otherwise the public suffix list, one long string, is written into the bundle twice.
      rolldownOptions: { optimization: { inlineConst: false } },
    },
  }),
  manifest: ({ browser }) => ({
    name: 'Roundtrip',
    description:
      'Watches OAuth and OpenID Connect logins, shows every redirect, and says what broke, where, whose job it is and how to fix it.',
    // docs/permissions.md says of each one what it is for and what happens without it.
    permissions: [
      'webRequest',
      'storage',
      'alarms',
      'activeTab',
      // Names of containers; it can not be optional.
      ...(browser === 'firefox' ? ['contextualIdentities'] : ['webNavigation']),
    ],
    optional_permissions: [
      'cookies',
      'scripting',
      'notifications',
      ...(browser === 'firefox' ? ['webNavigation', 'webRequestBlocking', 'webRequestFilterResponse', 'devtools'] : []),
    ],
    optional_host_permissions: ['*://*/*'],
    action: { default_title: 'Roundtrip' },
    content_security_policy: {
      extension_pages: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: geckoId, strict_min_version: '128.0', data_collection_permissions: { required: ['none'] } },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
  targetBrowsers: ['chrome', 'firefox'],
});
