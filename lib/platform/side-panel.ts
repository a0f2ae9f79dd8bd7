/** The side panel (Chrome) or sidebar (Firefox): a view that stays open beside the page while the login runs. */
import { browser, isFirefox } from './browser.ts';

/** Chrome's own; not in the common API. */
interface WithSidePanel {
  readonly sidePanel?: { open(options: { readonly windowId: number }): Promise<void> };
}

/** Null where the browser has none. What it gives must be called straight from a click. */
export function sidePanelOpener(): (() => void) | null {
  if (isFirefox) return () => void browser.sidebarAction.open();
  const { sidePanel } = browser as unknown as WithSidePanel;
  if (!sidePanel) return null;
  // The window must be known before the click: a gesture does not outlast a wait.
  let ownWindow: number | null = null;
  void browser.windows.getCurrent().then(({ id }) => {
    ownWindow = id ?? null;
  });
  return () => {
    if (ownWindow !== null) void sidePanel.open({ windowId: ownWindow });
  };
}
