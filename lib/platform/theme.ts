/** The colors the user chose, on the root of the page. */
import type { Settings } from '../model/settings.ts';

/** Where public/theme.js finds it, before the first paint. */
const mirror = 'theme';

export function applyTheme(theme: Settings['theme']): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  try {
    if (theme === 'system') localStorage.removeItem(mirror);
    else localStorage.setItem(mirror, theme);
  } catch {
    // Somebody switched off what pages may store: then the colors come a moment later.
  }
}
