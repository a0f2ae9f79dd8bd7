/** Two attempts side by side, on the page to print. */
import type { Comparison } from '../../compare/comparison.ts';
import { summaryOf } from '../../compare/summary.ts';
import { shownWords, subjectWords, unseenSentence } from '../../compare/words.ts';
import { prose } from './flow.ts';
import { html, type Markup } from './markup.ts';

export function comparisonCard(comparison: Comparison): Markup {
  const { a, b, differences, unseen } = comparison;
  return html`<h2>Both attempts compared</h2>
<section class="card"><p class="says">${prose(summaryOf(comparison))}</p>
${
  differences.length > 0
    ? html`<table class="compared"><thead><tr><th>What differs</th><th>${a.label}</th><th>${b.label}</th></tr></thead><tbody>${differences.map(
        ({ subject, a: inA, b: inB, explains }) =>
          html`<tr><td>${explains ? html`<strong>${prose(subjectWords(subject))}</strong>` : prose(subjectWords(subject))}</td><td>${prose(shownWords(inA, subject))}</td><td>${prose(shownWords(inB, subject))}</td></tr>`,
      )}</tbody></table>`
    : null
}
${unseen.length > 0 ? html`<ul class="told">${unseen.map((one) => html`<li>${prose(unseenSentence(one, { a: a.label, b: b.label }))}</li>`)}</ul>` : null}</section>`;
}
