/** What a support desk asks a reporter for, drawn from the report: the same facts for every format. */
import { zoneWords } from '../explain/words.ts';
import type { Gap } from '../model/exchange.ts';
import type { Grant } from '../model/flow.ts';
import { addressOf } from '../read/url.ts';
import type { Report, ReportFlow } from './report.ts';
import { withName } from './words.ts';

/** As a ticket asks for it; null where there is none. */
const grantNames: Readonly<Record<Grant, string | null>> = {
  code: 'authorization code',
  implicit: 'implicit',
  hybrid: 'hybrid (code and tokens)',
  device: 'device code',
  refresh: 'refresh token',
  'client-credentials': 'client credentials',
  fedcm: 'none: the browser’s own sign-in (FedCM)',
  other: 'another one',
  none: null,
};

export interface Fact {
  readonly label: string;
  /** One value, or several in the order in which they came. Text from a capture, not made safe for any format. */
  readonly values: readonly string[];
}

export function browserWords({ source }: Report): string | null {
  return source.browser && [source.browser.name, source.browser.version].filter((word) => word !== null).join(' ');
}

/** Hosts of the flow's requests, each where it first came. */
function hostsOf(flow: ReportFlow): readonly string[] {
  return [...new Set(flow.steps.flatMap(({ url }) => addressOf(url)?.host ?? []))];
}

/** Facts about the place: the same for every login of a capture. */
export function placeFacts(report: Report): readonly Fact[] {
  const { platform, zoneOffsetMinutes } = report.machine;
  return facts([
    ['Browser', browserWords(report)],
    ['System', platform],
    ['Time zone', zoneOffsetMinutes === null ? null : zoneWords(zoneOffsetMinutes)],
  ]);
}

/** Facts about one login, in the order in which tickets ask for them. */
export function flowFacts(flow: ReportFlow): readonly Fact[] {
  const authorization = flow.steps.find(({ role }) => role === 'authorization-request');
  const refused = flow.outcome === 'completed' ? undefined : flow.steps.findLast(({ status }) => status !== null && status >= 400);
  return facts([
    ['Time (UTC)', flow.startedAt],
    ['App', flow.client],
    ['Login provider', withName(flow.provider, flow.providerName)],
    ['Client ID', flow.clientId],
    ['Grant type', grantNames[flow.grant]],
    ['Inside of', flow.parent],
    ['Error code', flow.error?.code ?? null],
    ['Error text', flow.error?.text ?? null],
    ['Refused with', refused ? `HTTP ${refused.status} from ${addressOf(refused.url)?.host ?? 'a server'}` : null],
    ['Main finding', flow.headline],
    ['Authorization URL', authorization?.url ?? null],
    ['Domains, in order', hostsOf(flow)],
  ]);
}

/** A file that cuts addresses at `#` hides nothing of a login that came back in the query. */
export function gapsToName({ source, flows }: Report): readonly Gap[] {
  const matters = (gap: Gap) =>
    gap !== 'fragment-not-recorded' ||
    flows.some(({ inconclusive, outcome }) => inconclusive.some(({ why }) => why === gap) || outcome === 'unknown');
  return source.gaps.filter(matters);
}

function facts(pairs: readonly (readonly [string, string | readonly string[] | null])[]): readonly Fact[] {
  return pairs.flatMap(([label, value]) => {
    const values = value === null ? [] : typeof value === 'string' ? [value] : value;
    return values.length === 0 ? [] : [{ label, values }];
  });
}
