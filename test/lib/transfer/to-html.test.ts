import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../lib/checks/catalogue.ts';
import type { Recording } from '../../../lib/model/recording.ts';
import type { Redacted } from '../../../lib/model/redacted.ts';
import type { PolicyName } from '../../../lib/redact/redactor.ts';
import { urlOfCite } from '../../../lib/spec/specs.ts';
import { html, textOf as textOfMarkup } from '../../../lib/transfer/html/markup.ts';
import { style } from '../../../lib/transfer/html/style.ts';
import { buildRecordingReport, type RecordingReport } from '../../../lib/transfer/recording-report.ts';
import { toHtml } from '../../../lib/transfer/to-html.ts';
import { allHostile, hostileTexts, planted, recorded, telling } from '../../build/hostile.ts';
import { stories } from '../../build/stories.ts';
import { root } from '../../run/tools.ts';

const reportOf = (recording: Recording, policy: PolicyName = 'nothing') =>
  buildRecordingReport(recording, { profile: 'auditor', policy, version: '0.1.0' });

const elements = new Set(
  'HTML HEAD META TITLE STYLE BODY MAIN HEADER FOOTER SECTION ARTICLE DIV H1 H2 H3 H4 P SPAN STRONG B CODE UL LI DL DT DD TABLE THEAD TBODY TR TH TD A'.split(
    ' ',
  ),
);
const attributes = new Set('lang charset http-equiv content name class data-tone dir scope href rel aria-hidden'.split(' '));
const cites = new Set(catalogue.flatMap((check) => check.cites.map(urlOfCite)));

const parser = new new Window().DOMParser();

/** Everything that is markup in a page, and none of the text. */
function examine(page: string): string[] {
  const parsed = parser.parseFromString(page, 'text/html');
  const problems: string[] = [];
  for (const element of parsed.querySelectorAll('*')) {
    if (!elements.has(element.tagName)) problems.push(`<${element.tagName}>`);
    for (const { name, value } of element.attributes) {
      if (!attributes.has(name)) problems.push(`${element.tagName} ${name}`);
      if (name === 'href' && !cites.has(value ?? '')) problems.push(`href ${value}`);
    }
  }
  if (parsed.querySelectorAll('style').length !== 1 || parsed.querySelectorAll('title').length !== 1)
    problems.push('a second style or title');
  // A parser in a test is not a browser: what looks like a tag is looked at, too.
  for (const [tag, name = ''] of page.matchAll(/<\/?([^\s>]*)/g))
    if (!/^!doctype$/i.test(name) && !elements.has(name.toUpperCase())) problems.push(`raw ${tag}`);
  return [...new Set(problems)];
}

const textOf = (page: string) => parser.parseFromString(page, 'text/html').body.textContent ?? '';

describe('the template', () => {
  it('escapes every text, in attributes, too, and nothing twice', () => {
    const inner = html`<b>${'<&">'}</b>`;
    expect(textOfMarkup(html`<p title="${'" onclick="x'}">${inner}${[inner, 7, null]}${"it's"}</p>`)).toBe(
      `<p title="&quot; onclick=&quot;x"><b>&lt;&amp;&quot;&gt;</b><b>&lt;&amp;&quot;&gt;</b>7it's</p>`,
    );
  });
});

describe('the page', () => {
  for (const [name, trace] of Object.entries(stories))
    it(`holds no element, attribute or address but those of a list: ${name}`, () => {
      for (const source of ['web-request', 'har'] as const) expect(examine(toHtml(reportOf(recorded(trace, source)), name))).toEqual([]);
    });

  for (const [name, text] of Object.entries(hostileTexts)) {
    it(`keeps ${name} as text, wherever a report holds a string`, () => {
      for (const trace of telling) {
        const page = toHtml(planted(reportOf(recorded(trace)), text) as Redacted<RecordingReport>, text);
        expect(examine(page)).toEqual([]);
        expect(textOf(page)).toContain('PLANTED');
      }
    });

    it(`keeps ${name} as text, wherever a capture holds a string`, () => {
      for (const trace of telling)
        for (const policy of ['nothing', 'share-safe'] as const)
          expect(examine(toHtml(reportOf(planted(recorded(trace), text), policy), text))).toEqual([]);
    });
  }

  it('keeps all of it as text in every login', () => {
    for (const trace of Object.values(stories))
      expect(examine(toHtml(planted(reportOf(recorded(trace)), allHostile) as Redacted<RecordingReport>, 'x'))).toEqual([]);
  });

  it('writes out what turns a line around', () => {
    const [trace = ''] = Object.values(stories);
    const page = toHtml(planted(reportOf(recorded(trace)), 'PLANTED\u202e\u200b') as Redacted<RecordingReport>, 'x');
    expect(page).not.toMatch(/[\u202e\u200b]/);
    expect(page).toContain('PLANTED⟨202E⟩⟨200B⟩');
  });

  it('forbids itself everything but its own style', () => {
    const page = toHtml(reportOf(recorded(stories['a lost cookie'] ?? '')), 'x');
    expect(page).toContain(
      '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">\n<meta name="referrer" content="no-referrer">',
    );
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(style).not.toMatch(/url\(|@import|</);
  });

  it('says first what came of it, then everything else', () => {
    const report = reportOf(recorded(stories['a lost cookie'] ?? ''), 'share-safe');
    const text = textOf(toHtml(report, 'app.example'));
    const order = [
      report.flows[0]?.verdict ?? '-',
      'In the user’s words',
      'For the ticket',
      'Timeline',
      'Second attempt, in a private window',
      'were replaced',
    ];
    const places = order.map((words) => text.indexOf(words.replaceAll('`', '')));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(text).toContain('UTC+01:00');
    expect(text).toContain('I pressed the button.');
  });

  it('warns where values were not replaced', () => {
    expect(textOf(toHtml(reportOf(recorded(stories['a loop'] ?? '')), 'x'))).toContain('It holds secrets');
  });

  it('says what could not be told and why, and what the capture does not show', () => {
    const { capture, ...others } = recorded(stories['a blocked token request'] ?? '', 'har');
    const text = textOf(toHtml(reportOf({ ...others, capture: { ...capture, gaps: ['evicted'] } }), 'x'));
    expect(text).toContain('What could not be told, and why');
    expect(text).toContain('Older requests were dropped');
  });

  it('says so when there is no login', () => {
    expect(textOf(toHtml(reportOf(recorded('GET https://app.example/\n→ 200')), 'x'))).toContain('No OAuth 2.0 or OpenID Connect login');
  });

  it('looks like the rest: every value of its style is one of the popup', () => {
    const tokens = readFileSync(join(root, 'components', 'style', 'tokens.css'), 'utf8');
    const valuesIn = (css: string) =>
      [...css.matchAll(/(--[\w-]+):\s*([^;]+);/g)]
        .map(([, name, value]) => `${name}: ${value?.trim()}`)
        .filter((v) => !v.startsWith('--tone'));
    const drawn = (which: '$1' | '$2') => new Set(valuesIn(tokens.replace(/light-dark\((#\w+), (#\w+)\)/g, which)));
    const [light = '', dark = ''] = style.slice(0, style.indexOf('@media print')).split('@media screen and (prefers-color-scheme: dark)');
    expect([valuesIn(light).length, valuesIn(dark).length]).toEqual([23, 21]);
    expect(valuesIn(light).filter((value) => !drawn('$1').has(value))).toEqual([]);
    expect(valuesIn(dark).filter((value) => !drawn('$2').has(value))).toEqual([]);
  });
});
