/** The only door to the browser's extension API. */
import api from 'webextension-polyfill';
import { isConfined, withRelays } from './confined.ts';

export const browser = isConfined(api) ? withRelays(api) : api;

export const isFirefox = browser.runtime.getURL('').startsWith('moz-extension:');
