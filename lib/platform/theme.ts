/** The colors the user chose, on the root of the page. */
import type { Settings } from '../model/settings.ts';

/** Where public/theme.js finds it, before the first paint. */
const mirror = 'theme';

export function applyTheme(theme: Settings['theme']): void {
  const root = document.documentElement;
  if (theme === 'system') {
    delete root.dataset['theme'];
    localStorage.removeItem(mirror);
  } else {
    root.dataset['theme'] = theme;
    localStorage.setItem(mirror, theme);
  }
}
