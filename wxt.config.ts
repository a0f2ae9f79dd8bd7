import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/** The address bar of a test build must be known; the id in the stores comes from the store. */
const geckoId = 'roundtrip@roundtrip.example';

/** The first that asks about data collection everywhere. Those before it get no security updates any more. */
const oldestFirefox = '142.0';

export default defineConfig({
  imports: false,
  vite: () => ({
    plugins: [preact()],
    build: {
      // The oldest browsers that the manifests admit.
      target: ['chrome123', 'firefox142'],
      // The polyfill for old browsers would bring a `fetch(` into pages that never use the network.
      // What is loaded later is loaded by itself: the engine's worker has no document to announce it in.
      modulePreload: { polyfill: false, resolveDependencies: (_, deps, { hostType }) => (hostType === 'html' ? deps : []) },
      // Otherwise the public suffix list, one long string, is written into the bundle twice.
      rolldownOptions: { optimization: { inlineConst: false } },
    },
  }),
  manifest: ({ browser }) => ({
    // What the browser itself shows stands in public/_locales.
    default_locale: 'en',
    name: '__MSG_extensionName__',
    short_name: 'Roundtrip',
    description: '__MSG_extensionDescription__',
    // docs/permissions.md says of each one what it is for and what happens without it.
    permissions: [
      'webRequest',
      'storage',
      'alarms',
      'activeTab',
      'contextMenus',
      // Names of containers; it can not be optional. A page for the engine, beside a background that has none.
      ...(browser === 'firefox' ? ['contextualIdentities'] : ['webNavigation', 'offscreen']),
    ],
    optional_permissions: [
      'cookies',
      'scripting',
      'notifications',
      ...(browser === 'firefox' ? ['webNavigation', 'webRequestBlocking', 'webRequestFilterResponse', 'devtools'] : []),
    ],
    optional_host_permissions: ['*://*/*'],
    action: { default_title: 'Roundtrip' },
    // Neither browser has these for itself, and pages' own keys (Alt+Shift in Firefox) give way to an extension's.
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+O' } },
      'toggle-watching': { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_commandToggleWatching__' },
    },
    content_security_policy: {
      // The engine runs in a frame of Firefox's background page, and in a worker of its own. The last two are not covered by the first.
      extension_pages:
        "default-src 'none'; script-src 'self'; worker-src 'self'; frame-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: geckoId, strict_min_version: oldestFirefox, data_collection_permissions: { required: ['none'] } },
          },
        }
      : { minimum_chrome_version: '123' }),
  }),
  targetBrowsers: ['chrome', 'firefox'],
});
