/** The report as one page that can be mailed, printed and read anywhere: no script, nothing loaded from elsewhere. */
import { againWords, gapWords, sourceWords } from '../explain/words.ts';
import type { Story } from '../model/recording.ts';
import type { Redacted } from '../model/redacted.ts';
import { comparisonCard } from './html/comparison.ts';
import { factList, finding, flowCard, verdict } from './html/flow.ts';
import { html, type Markup, textOf, verbatim } from './html/markup.ts';
import { style } from './html/style.ts';
import type { RecordingReport } from './recording-report.ts';
import type { Report } from './report.ts';
import { gapsToName, placeFacts } from './ticket.ts';
import { counted, redactionWords, summaryWords } from './words.ts';

const policy = "default-src 'none'; style-src 'unsafe-inline'";

export function toHtml(report: Redacted<RecordingReport>, name: string): string {
  const { story, second, comparison, flows } = report;
  const place = placeFacts(report).map(({ values }) => values.join(' '));
  return textOf(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Login report: ${name}</title>
<style>${verbatim(style)}</style>
</head>
<body>
<main>
<header class="top">
<h1>Login report: ${name}</h1>
<p class="quiet">${[summaryWords(report), ...place].join(' · ')}</p>
</header>
${verdicts(report)}
${story ? storyCard(story) : null}
${flows.length > 0 ? html`<h2>In detail</h2>` : null}
${details(report)}
${comparison ? comparisonCard(comparison) : null}
${second ? html`<h2>Second attempt, ${againWords(second.how)}</h2>${verdicts(second)}<div class="detail">${details(second)}</div>` : null}
<footer>
<p>${redactionWords[report.redaction]}</p>
<p>Made by Roundtrip ${report.tool.version} from ${sourceWords(report.source.kind, report.source.creator)}, ${counted(report.source.entries, 'entry', 'entries')}. This page runs no script and loads nothing.</p>
</footer>
</main>
</body>
</html>
`);
}

function verdicts({ flows }: Report): Markup {
  if (flows.length === 0)
    return html`<section class="card verdict" data-tone="calm"><span class="mark" aria-hidden="true">·</span><p class="says">No OAuth 2.0 or OpenID Connect login in this capture.</p></section>`;
  return html`${flows.map((flow, index) => verdict(flow, index === 0))}`;
}

function details(report: Report): Markup {
  const { flows, findings } = report;
  return html`${flows.map((flow) => flowCard(flow, report))}
${flows.length === 0 && placeFacts(report).length > 0 ? html`<section class="card">${factList(placeFacts(report))}</section>` : null}
${findings.length > 0 ? html`<h2>About the capture as a whole</h2><section class="card">${findings.map(finding)}</section>` : null}
${unseen(report)}`;
}

function unseen(report: Report): Markup | null {
  const { skipped, skippedBecause } = report.source;
  const gaps = gapsToName(report);
  if (gaps.length === 0 && skipped === 0) return null;
  return html`<h2>What this capture does not show</h2>
<section class="card"><ul class="told">${gaps.map((gap) => html`<li>${sentenceOf(gapWords(gap))}</li>`)}
${skipped > 0 ? html`<li>${counted(skipped, 'entry', 'entries')} could not be read: ${skippedBecause.join('; ')}</li>` : null}</ul></section>`;
}

const sentenceOf = (words: string) => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;

function storyCard({ site, goal, did, saw }: Story): Markup {
  const told: readonly [string, string | null][] = [
    ['Where it was to be tried', site],
    ['What support wanted to see', goal],
    ['What the user did', did],
    ['What the user saw', saw],
  ];
  return html`<h2>In the user’s words</h2>
<section class="card">${told.map(([label, words]) =>
    words
      ? html`<h3 class="label">${label}</h3><div class="words" dir="auto">${words.split(/\r\n|\r|\n/).map((line) => html`<p>${line}</p>`)}</div>`
      : null,
  )}</section>`;
}
