/** The pages of the lab: plain, readable, in light and dark. */

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Text in which `backticks` mark what is code, as HTML. */
export const words = (text: string): string => escapeHtml(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');

/** The same without marks, where there is no HTML. */
export const plain = (text: string): string => text.replaceAll('`', '');

/** What a page says about the login, for people and for tests: `data-outcome` of its main element. */
export type PageOutcome = 'signed-in' | 'signed-out' | 'error' | 'denied' | 'working' | 'stopped';

const style = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 20%, transparent); --soft: color-mix(in srgb, currentColor 65%, transparent); --accent: #2457c5; }
@media (prefers-color-scheme: dark) { :root { --accent: #8fb2ff; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 34rem; margin: 12vh auto 4rem; padding: 0 1.25rem; }
main.wide { max-width: 62rem; margin-top: 3rem; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .75rem; }
p { margin: 0 0 1rem; }
.site, .soft { color: var(--soft); }
.site { font-size: .875rem; margin-bottom: 1.5rem; }
a { color: var(--accent); }
form { display: grid; gap: .9rem; margin: 1rem 0; }
label { display: grid; gap: .25rem; font-size: .9rem; }
input { font: inherit; padding: .5rem .6rem; border: 1px solid var(--line); border-radius: 6px; background: transparent; color: inherit; }
.row { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; }
button, a.button { font: inherit; padding: .5rem 1rem; border-radius: 6px; border: 1px solid var(--accent); background: transparent; color: var(--accent); cursor: pointer; text-decoration: none; display: inline-block; }
button.first, a.button.first { background: var(--accent); color: Canvas; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
code { font-size: .9em; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .55rem .75rem .55rem 0; border-top: 1px solid var(--line); }
th { font-weight: 600; font-size: .85rem; color: var(--soft); border-top: 0; }
td:first-child { width: 30%; }
td:last-child { width: 24%; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1.5rem 0 0; }
.tag { font-size: .8rem; border: 1px solid var(--line); border-radius: 4px; padding: .05rem .4rem; white-space: nowrap; }
`;

export interface PageOptions {
  /** `Backticks` mark code here, too. */
  readonly title: string;
  /** Stands above the title: whose page this is. */
  readonly site: string;
  readonly body: string;
  readonly outcome?: PageOutcome;
  readonly wide?: boolean;
  /** Goes into the head, for scripts and meta elements. */
  readonly head?: string;
}

/** A whole document. `body` and `head` are HTML, the rest is text. */
export function page({ title, site, body, outcome, wide, head = '' }: PageOptions): string {
  const mark = outcome ? ` data-outcome="${outcome}"` : '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(plain(title))}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
${head}
</head>
<body>
<main${wide ? ' class="wide"' : ''}${mark}>
<p class="site">${escapeHtml(site)}</p>
<h1>${words(title)}</h1>
${body}
</main>
</body>
</html>
`;
}
