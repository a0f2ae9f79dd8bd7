/** One login on the page: what broke, what a ticket asks for, the timeline, what could not be told. */
import { flowTitle, gapWords, outcomeWords, ownerWords, roleWords } from '../../explain/words.ts';
import type { Severity } from '../../model/finding.ts';
import { grouped } from '../../read/grouped.ts';
import { addressOf } from '../../read/url.ts';
import type { ReportCookies } from '../cookies.ts';
import type { Report, ReportFinding, ReportFlow, ReportStep } from '../report.ts';
import { type Fact, flowFacts, placeFacts } from '../ticket.ts';
import { withName } from '../words.ts';
import { html, type Markup } from './markup.ts';

type Tone = 'good' | 'bad' | 'warn' | 'calm';

const toneOf: Readonly<Record<Severity, Tone>> = { error: 'bad', warning: 'warn', info: 'calm' };
const severityWords: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Remark' };

function standing({ headline, outcome }: ReportFlow): { readonly mark: string; readonly tone: Tone } {
  if (headline !== null || outcome === 'failed') return { mark: '✕', tone: 'bad' };
  return outcome === 'completed' ? { mark: '✓', tone: 'good' } : { mark: '·', tone: 'calm' };
}

/** Our own sentences keep their code marks. */
export function prose(text: string): Markup {
  return html`${text.split('`').map((part, index) => (index % 2 === 0 ? part : html`<code>${part}</code>`))}`;
}

const host = (origin: string | null) => addressOf(origin ?? '')?.host ?? origin;

function parties({ client, provider, providerName }: ReportFlow): string {
  return [host(client), withName(host(provider), providerName)].filter((party) => party !== null).join(' → ');
}

/** What a reader wants to know first, and nothing else. */
export function verdict(flow: ReportFlow, first: boolean): Markup {
  const { mark, tone } = standing(flow);
  const cause = flow.findings.find(({ check, role }) => role === 'cause' && check === flow.headline);
  const about = [`${flow.id}: ${flowTitle(flow.kind, flow.grant)}`, outcomeWords(flow.outcome), parties(flow)].filter(
    (word) => word !== '',
  );
  return html`<section class="card verdict${first ? '' : ' more'}" data-tone="${tone}">
<span class="mark" aria-hidden="true">${mark}</span>
<p class="says">${prose(flow.verdict)}</p>
<p class="about">${about.join(' · ')}</p>
${cause ? html`<p class="next"><strong>${ownerWords(cause.owner)}:</strong> ${prose(cause.fix)}</p>` : null}
</section>`;
}

export function flowCard(flow: ReportFlow, report: Report): Markup {
  const { tone } = standing(flow);
  return html`<section class="card flow">
<div class="head"><h3>${flow.id}: ${flowTitle(flow.kind, flow.grant)}</h3><span class="chip" data-tone="${tone}">${outcomeWords(flow.outcome)}</span><span class="quiet">${parties(flow)}</span></div>
${flow.findings.length > 0 ? html`<h4 class="label">What was found</h4>${flow.findings.map(finding)}` : null}
<h4 class="label">For the ticket</h4>
${factList([...flowFacts(flow), ...placeFacts(report)])}
${flow.cookies ? html`<h4 class="label">Cookies of this login</h4>${cookieList(flow.cookies)}` : null}
<h4 class="label">Timeline</h4>
${timeline(flow)}
${untold(flow)}
</section>`;
}

export function factList(facts: readonly Fact[]): Markup {
  return html`<dl class="facts">${facts.map(
    ({ label, values }) =>
      html`<dt>${label}</dt><dd>${values.length === 1 ? code(values[0] ?? '') : html`<ul>${values.map((value) => html`<li>${code(value)}</li>`)}</ul>`}</dd>`,
  )}</dl>`;
}

const code = (text: string) => html`<code dir="ltr">${text}</code>`;

export function finding(found: ReportFinding): Markup {
  if (found.role === 'symptom')
    return html`<article class="finding follows" data-tone="calm"><p>${prose(found.title)} (<code>${found.check}</code>) follows from <code>${found.under ?? ''}</code>.</p></article>`;
  return html`<article class="finding" data-tone="${toneOf[found.severity]}">
<div class="title"><span class="chip">${severityWords[found.severity]}</span><h4>${prose(found.title)}</h4></div>
<p>${prose(found.text)}</p>
<p class="fix"><strong>${ownerWords(found.owner)}:</strong> ${prose(found.fix)}</p>
<ul class="evidence">${found.evidence.map((e) => html`<li>${code(`${e.exchange} ${e.place}`)}: ${code(e.shown)}</li>`)}</ul>
<p class="small">Check <code>${found.check}</code>, ${found.confidence}. ${found.cites.map((cite, index) => html`${index > 0 ? ', ' : ''}<a href="${cite.url}" rel="noreferrer noopener">${cite.spec}${cite.section === '' ? '' : ` ${cite.section}`}</a>`)}</p>
</article>`;
}

function cookieList({ cookies, notes, hidden }: ReportCookies): Markup {
  if (hidden !== null) return html`<p class="small">Not known: ${gapWords(hidden)}.</p>`;
  return html`<ul class="evidence">${cookies.map(
    ({ name, text, culprit }) => html`<li>${culprit ? '✕ ' : ''}${code(name)} – ${text}</li>`,
  )}${notes.map((note) => html`<li>${note}</li>`)}</ul>`;
}

function timeline(flow: ReportFlow): Markup {
  const marked = new Set(flow.findings.filter((f) => f.role !== 'hygiene' && f.severity === 'error').map((f) => f.exchange));
  return html`<table>
<thead><tr><th scope="col" class="number">s</th><th scope="col">Step</th><th scope="col" class="number">Status</th><th scope="col" class="number">ms</th><th scope="col">Request</th></tr></thead>
<tbody>${flow.steps.map((step) => row(step, marked.has(step.exchange)))}</tbody>
</table>`;
}

function row({ offsetMs, role, status, durationMs, method, url }: ReportStep, isMarked: boolean): Markup {
  const cells = html`<td class="number at">${(offsetMs / 1000).toFixed(2)}</td><td class="role">${isMarked ? '✕ ' : ''}${roleWords(role)}</td><td class="number status">${status ?? '–'}</td><td class="number${durationMs === null ? '' : ' took'}">${durationMs ?? '–'}</td><td class="url" dir="ltr">${method === 'GET' ? null : html`<b>${method}</b> `}${url}</td>`;
  return isMarked ? html`<tr data-tone="bad">${cells}</tr>` : html`<tr>${cells}</tr>`;
}

function untold({ inconclusive, crashed }: ReportFlow): Markup | null {
  if (inconclusive.length === 0 && crashed.length === 0) return null;
  const byWhy = [...grouped(inconclusive, ({ why }) => why)];
  return html`<h4 class="label">What could not be told, and why</h4>
<ul class="told">${byWhy.map(([why, list]) => html`<li><span class="why">Because ${gapWords(why)}:</span> ${list.map(({ title }) => title).join('; ')}</li>`)}
${crashed.map(({ check }) => html`<li>The check <code>${check}</code> crashed. This is a bug in Roundtrip; the other checks are not affected.</li>`)}</ul>`;
}
