/**
 * What a screen reader is given: names, roles and states in reading order, from the browser's own accessibility tree, a line each.
 * Print what docs/accessibility.md writes down: node test/gallery/spoken.ts
 */
import puppeteer, { type Page, type SerializedAXNode } from 'puppeteer-core';
import { findBrowser } from '../drivers/find-browser.ts';
import { serveGallery } from './serve.ts';

/** Said with its name at once; what is inside has been said with it. */
const whole: ReadonlySet<string> = new Set(['heading', 'button', 'image', 'searchbox', 'link', 'tab', 'status']);
/** Said when it is entered. */
const around: ReadonlySet<string> = new Set(['region', 'list', 'tablist', 'tabpanel']);
/** Goes on where the sentence stands. */
const inline: ReadonlySet<string> = new Set(['code', 'strong', 'emphasis']);
/** Between two of these is a pause. */
const blocks: ReadonlySet<string> = new Set(['paragraph', 'listitem', 'term', 'definition']);

function statesOf({ level, expanded, pressed, selected, haspopup, keyshortcuts, focused }: SerializedAXNode): readonly string[] {
  return [
    ...(level === undefined ? [] : [`level ${level}`]),
    ...(haspopup === undefined ? [] : [`opens a ${haspopup}`]),
    ...(expanded === undefined ? [] : [expanded ? 'open' : 'closed']),
    ...(pressed === undefined ? [] : [pressed === true ? 'pressed' : 'not pressed']),
    ...(selected === true ? ['chosen'] : []),
    ...(keyshortcuts === undefined ? [] : [`key ${keyshortcuts}`]),
    ...(focused ? ['has the focus'] : []),
  ];
}

function lineOf(node: SerializedAXNode): string {
  const states = node.role === 'listitem' ? [] : statesOf(node);
  return `${[node.role, ...states].join(', ')}: ${node.name ?? ''}`.replace(/: $/, '');
}

function linesOf(tree: SerializedAXNode): readonly string[] {
  const lines: string[] = [];
  let text = '';
  const pause = () => {
    if (text.trim() !== '') lines.push(`text: ${text.replace(/\s+/g, ' ').trim()}`);
    text = '';
  };
  const visit = (node: SerializedAXNode) => {
    if (node.role === 'StaticText') {
      text += node.name ?? '';
      return;
    }
    // What has the focus is said with its name, whatever it is. The page itself has it where nothing else does.
    const atOnce = whole.has(node.role) || (node.focused === true && node.role !== 'RootWebArea');
    const stands = atOnce || around.has(node.role);
    if (stands || blocks.has(node.role)) pause();
    // A status that says nothing is not said.
    if (stands && (node.role !== 'status' || node.name)) lines.push(lineOf(node));
    if (!atOnce) for (const child of node.children ?? []) visit(child);
    if (stands || blocks.has(node.role)) pause();
    else if (!inline.has(node.role)) text += ' ';
  };
  visit(tree);
  pause();
  return lines;
}

async function treeOf(page: Page): Promise<SerializedAXNode> {
  const tree = await page.accessibility.snapshot({ interestingOnly: false });
  if (!tree) throw new Error('the browser gives no accessibility tree');
  return tree;
}

export interface Walk {
  /** From the top of the popup to its end. */
  readonly read: readonly string[];
  /** After “Show where”: the hop that was opened, with all in it. */
  readonly led: readonly string[];
}

/** The broken login of the gallery, as the popup shows it. */
export async function walkOf(page: Page, url: string): Promise<Walk> {
  await page.emulateTimezone('UTC');
  await page.setViewport({ width: 420, height: 600 });
  await page.goto(`${url}?state=cookie-lost&layout=popup`);
  await page.waitForSelector('.next-step .button');
  const read = linesOf(await treeOf(page));
  await page.click('.next-step .button');
  await page.waitForFunction(() => document.activeElement?.closest('.detail') != null);
  const after = linesOf(await treeOf(page));
  return { read, led: after.slice(after.findLastIndex((line) => /^button, open: \d/.test(line))) };
}

if (import.meta.main) {
  const browser = await puppeteer.launch({ executablePath: await findBrowser('chromium'), args: ['--no-sandbox'] });
  const gallery = await serveGallery();
  try {
    const { read, led } = await walkOf(await browser.newPage(), gallery.url);
    console.log([...read, '', ...led].join('\n'));
  } finally {
    await browser.close();
    await gallery.close();
  }
}
