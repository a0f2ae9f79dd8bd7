// Before anything is drawn. What was chosen is mirrored here by lib/platform/theme.ts: the settings can only be asked for, and that takes a moment.
const theme = localStorage.getItem('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
