/** The sequence diagram as a picture of its own: no script, nothing loaded, every address redacted before it gets here. */
import { flowTitle, outcomeWords, ownerWords, roleWords } from '../../explain/words.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Flow } from '../../model/flow.ts';
import { grouped } from '../../read/grouped.ts';
import { type Party, partyOf } from '../../read/party.ts';
import { hostOf } from '../../read/url.ts';
import { html, type Markup, textOf, verbatim } from '../html/markup.ts';
import type { ReportFinding, ReportFlow, ReportStep } from '../report.ts';
import { style } from './style.ts';

export interface Drawn {
  readonly flow: Flow;
  readonly report: ReportFlow;
  readonly exchanges: readonly Exchange[];
  readonly version: string;
}

interface Lane {
  readonly id: Party | 'browser';
  readonly name: string;
  readonly host: string;
  readonly x: number;
}

const width = 960;
const lanesFrom = 96;
const lanesTo = 872;
/** Pixels, of the title above the lanes, of a hop, and of a line below it. */
const headHeight = 118;
const hopHeight = 58;
const lineHeight = 19;
const arrowY = 22;
const backY = 45;
/** Of the font, at its usual width. */
const pixelsPerLetter = 6.3;

const cut = (text: string, pixels: number) => {
  const letters = Math.max(8, Math.floor(pixels / pixelsPerLetter));
  return text.length <= letters ? text : `${text.slice(0, letters - 1)}…`;
};

function lanesOf({ flow, report }: Drawn, parties: ReadonlySet<Party>): Lane[] {
  const named: readonly (readonly [Lane['id'], string, string | null])[] = [
    ['browser', 'Browser', null],
    ['client', 'App', report.client],
    ['provider', 'Provider', report.provider],
    ...(parties.has('other') ? [['other', 'Others', null] as const] : []),
  ];
  const step = (lanesTo - lanesFrom) / (named.length - 1);
  return named.map(([id, name, origin], index) => ({
    id,
    name: id === 'provider' && flow.parties.provider === null ? 'Provider (not seen)' : name,
    host: hostOf(origin ?? ''),
    x: lanesFrom + index * step,
  }));
}

function answerWords({ outcome }: Exchange): string {
  switch (outcome.kind) {
    case 'pending':
      return 'no answer yet';
    case 'failed':
      return 'no answer';
    case 'redirected':
      return `${outcome.status === 0 ? '' : `${outcome.status} `}to ${hostOf(outcome.to)}`;
    case 'answered':
      return outcome.status === 0 ? 'answered' : String(outcome.status);
  }
}

/** Names only: what they carry is hidden anyway. */
function parameterNames(url: string): string {
  const query = url.split('#', 1)[0]?.split('?')[1] ?? '';
  const names = query
    .split('&')
    .map((pair) => pair.split('=', 1)[0] ?? '')
    .filter((name) => name !== '');
  return names.length === 0 ? '' : `with ${names.slice(0, 8).join(', ')}${names.length > 8 ? ' …' : ''}`;
}

interface HopPicture {
  readonly step: ReportStep;
  readonly exchange: Exchange;
  readonly lane: Lane;
  readonly browser: Lane;
  readonly findings: readonly ReportFinding[];
  readonly top: number;
}

function hop({ step, exchange, lane, browser, findings, top }: HopPicture): Markup {
  const place = step.url.replace(/^https:\/\//, '').split(/[?#]/, 1)[0] ?? '';
  const { outcome } = exchange;
  const broken = findings.some(({ role, severity }) => role === 'cause' && severity === 'error');
  const arrived = outcome.kind !== 'failed' && outcome.kind !== 'pending';
  const carried = step.role === 'authorization-request' || step.role === 'callback' ? parameterNames(step.url) : '';
  const span = Math.max(lane.x - browser.x, 420);
  return html`<g transform="translate(0 ${top})" data-party="${lane.id}">
<text class="time" x="64" y="${arrowY + 4}">${(step.offsetMs / 1000).toFixed(2)}</text>
<text x="${browser.x + 14}" y="${arrowY - 7}"><tspan class="role">${roleWords(step.role)}</tspan><tspan class="place" dx="7">${cut(`${step.method === 'GET' ? '' : `${step.method} `}${place}${carried === '' ? '' : `  ${carried}`}`, span - roleWords(step.role).length * 7 - 30)}</tspan></text>
<path class="${arrived ? 'ask' : 'ask open'}" d="M${browser.x} ${arrowY}H${lane.x - 9}"/>
<path class="head" d="M${lane.x - 9} ${arrowY - 4.5}l9 4.5-9 4.5Z"/>
${arrived ? html`<path class="answer" d="M${lane.x} ${backY}H${browser.x + 9}"/><path class="head" d="M${browser.x + 9} ${backY - 4.5}l-9 4.5 9 4.5Z"/>` : null}
<text class="said" x="${browser.x + 14}" y="${backY - 6}">${cut(answerWords(exchange), span)}</text>
${broken ? html`<circle class="broken" cx="${lane.x}" cy="${arrowY}" r="9"/><path class="cross" d="m${lane.x - 3.5} ${arrowY - 3.5} 7 7m0-7-7 7"/>` : null}
${findings.map((finding, index) => html`<text class="finding" data-severity="${finding.role === 'symptom' ? 'info' : finding.severity}" x="${browser.x + 14}" y="${hopHeight + 10 + index * lineHeight}">${cut(`${finding.role === 'symptom' ? '↳' : finding.severity === 'info' ? 'i' : '✕'}  ${finding.title.replaceAll('`', '')} (${ownerWords(finding.owner)})`, width - browser.x - 40)}</text>`)}
</g>`;
}

/** Lines of a sentence, broken at blanks. */
function lines(text: string, pixels: number): string[] {
  const most = Math.floor(pixels / 7);
  const broken: string[] = [''];
  for (const word of text.split(' ')) {
    const last = broken.at(-1) ?? '';
    if (last === '' || last.length + word.length < most) broken[broken.length - 1] = last === '' ? word : `${last} ${word}`;
    else broken.push(word);
  }
  return broken.slice(0, 2);
}

export function drawDiagram(drawn: Drawn): string {
  const { flow, report, exchanges, version } = drawn;
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
  const hops = report.steps.flatMap((step) => {
    const exchange = byId.get(step.exchange);
    return exchange ? [{ step, exchange, party: partyOf(flow, exchange, step.role) }] : [];
  });
  const lanes = lanesOf(drawn, new Set(hops.map(({ party }) => party)));
  const [browser] = lanes;
  if (!browser) throw new Error('there is always a browser');
  const findings = grouped(report.findings, ({ exchange }) => exchange);
  let top = headHeight;
  const pictures = hops.map(({ step, exchange, party }) => {
    const here = findings.get(step.exchange) ?? [];
    const picture = hop({ step, exchange, browser, lane: lanes.find(({ id }) => id === party) ?? browser, findings: here, top });
    top += hopHeight + here.length * lineHeight;
    return picture;
  });
  const height = top + 44;
  const title = `${flowTitle(report.kind, report.grant)}, ${outcomeWords(report.outcome)}`;
  return textOf(html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title about">
<title id="title">${title}</title>
<desc id="about">${report.verdict.replaceAll('`', '')}</desc>
<style>${verbatim(style)}</style>
<rect class="ground" width="${width}" height="${height}"/>
<text class="title" x="24" y="30">${title}</text>
${lines(report.verdict.replaceAll('`', ''), width - 48).map((line, index) => html`<text class="verdict" x="24" y="${50 + index * 17}">${line}</text>`)}
${lanes.map(({ id, name, host, x }) => html`<g data-party="${id}"><line class="lane" x1="${x}" y1="${headHeight - 6}" x2="${x}" y2="${height - 30}"/><text class="lane-name" x="${x}" y="${headHeight - 26}">${name}</text><text class="lane-host" x="${x}" y="${headHeight - 12}">${cut(host, 210)}</text></g>`)}
${pictures}
<text class="foot" x="24" y="${height - 12}">Made by Roundtrip ${version}. Values of parameters, cookies and tokens are left out.</text>
</svg>
`);
}

/** Of a capture without a login. */
export function drawNothing(): string {
  return textOf(html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="60" role="img" aria-label="No login">
<style>${verbatim(style)}</style><rect class="ground" width="${width}" height="60"/><text class="title" x="24" y="36">No login in this capture.</text></svg>
`);
}
