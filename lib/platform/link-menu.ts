/** One entry in the menu of a link. Both browsers keep it, and the language it was made in, until the extension is replaced. */
import type { Menus } from 'webextension-polyfill';
import { browser } from './browser.ts';
import { said } from './said.ts';

const id = 'analyze-link';
const pages = ['http://*/*', 'https://*/*'];

/** `chosen` gets the address of the link. Must be called in the background's first turn. */
export function offerForLinks(chosen: (address: string) => void): void {
  const { contextMenus, runtime } = browser;
  runtime.onInstalled.addListener(async () => {
    await contextMenus.removeAll();
    contextMenus.create({ id, title: said('menuAnalyzeLink'), contexts: ['link'], targetUrlPatterns: pages });
  });
  contextMenus.onClicked.addListener(({ menuItemId, linkUrl }: Menus.OnClickData) => {
    if (menuItemId === id && linkUrl !== undefined) chosen(linkUrl);
  });
}
