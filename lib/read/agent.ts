/** What a browser says of itself and of the computer it runs on. Only what is on a list comes out: programs may write anything there. */
import type { Product, ProductName } from '../model/capture.ts';
import type { Exchange, Headers } from '../model/exchange.ts';

/** The names programs use for a browser, and the one people know it by. */
const called: Readonly<Record<string, ProductName>> = {
  chrome: 'Chrome',
  'google chrome': 'Chrome',
  headlesschrome: 'Chrome',
  crios: 'Chrome',
  chromium: 'Chromium',
  edge: 'Edge',
  'microsoft edge': 'Edge',
  edg: 'Edge',
  edga: 'Edge',
  edgios: 'Edge',
  brave: 'Brave',
  opera: 'Opera',
  opr: 'Opera',
  samsungbrowser: 'Samsung Internet',
  'samsung internet': 'Samsung Internet',
  firefox: 'Firefox',
  fxios: 'Firefox',
  safari: 'Safari',
};

function product(name: string, version: string): Product | null {
  const lower = name.toLowerCase();
  const known = Object.hasOwn(called, lower) ? called[lower] : undefined;
  return known ? { name: known, version: /^\d{1,6}(?:\.\d{1,6}){0,3}$/.test(version) ? version : null } : null;
}

/** `Firefox 153.0`; null for every other program. */
export function productCalled(text: string): Product | null {
  const [, name = '', version = ''] = /^([A-Za-z ]+?)(?: ([\d.]+))?$/.exec(text.trim()) ?? [];
  return product(name, version);
}

/** What every browser of a family writes into its `User-Agent`; the one that names the browser stands beside it. */
const common = /^(?:Mozilla|AppleWebKit|KHTML|Gecko|Version|Mobile)$/;
/** These stand in the strings of others, too: they count where nothing else does. */
const weak: readonly string[] = ['Safari', 'Chrome'];

function productOf(agent: string): Product | null {
  const tokens = [...agent.replace(/\([^()]*\)/g, ' ').matchAll(/(?<![A-Za-z])([A-Za-z]+)\/([\w.+-]+)/g)].map(
    ([, name = '', version = '']) => ({
      name,
      version,
    }),
  );
  const own = tokens.filter(({ name }) => !common.test(name));
  const telling = own.find(({ name }) => !weak.includes(name)) ?? own.find(({ name }) => name === 'Chrome') ?? own[0];
  if (!telling) return null;
  // Safari's own number is that of its engine.
  const version = telling.name === 'Safari' ? (tokens.find(({ name }) => name === 'Version')?.version ?? '') : telling.version;
  return product(telling.name, version);
}

/** Systems and processors; the model of a phone is nobody's business. */
const system =
  /^(?:Windows NT [\d.]{1,8}|Win64|WOW64|x64|ARM64|Macintosh|(?:Intel|PPC) Mac OS X(?: [\d._]{1,12})?|X11|Ubuntu|Fedora|Linux(?: [a-z][a-z0-9_]{2,9})?|CrOS [a-z0-9_]{3,10} [\d.]{1,14}|Android(?: [\d.]{1,8})?|iPhone|iPad|CPU (?:iPhone )?OS [\d_]{1,10} like Mac OS X)$/;

function platformOf(agent: string): string | null {
  const words = (/^Mozilla\/5\.0 \(([^()]*)\)/.exec(agent)?.[1] ?? '').split(';').map((word) => word.trim());
  return words.filter((word) => system.test(word)).join('; ') || null;
}

/** `Sec-CH-UA`: some browsers name themselves only there. */
function brandOf(hints: string): ProductName | null {
  const names = [...hints.matchAll(/"([^"]{1,60})";\s*v=/g)].flatMap(([, name = '']) => product(name, '')?.name ?? []);
  return names.find((name) => name !== 'Chromium') ?? names[0] ?? null;
}

export interface Agent {
  readonly product: Product | null;
  readonly platform: string | null;
}

const unknownAgent: Agent = { product: null, platform: null };

function readAgent(agent: string, hints: string): Agent {
  if (!/^Mozilla\/5\.0 \(/.test(agent) || agent.length > 400) return unknownAgent;
  const named = productOf(agent);
  const brand = brandOf(hints);
  return { product: named && brand ? { name: brand, version: named.version } : named, platform: platformOf(agent) };
}

const headerOf = ({ fields }: Headers, name: string) => fields.find((field) => field.name.toLowerCase() === name)?.value ?? '';

/** Which browser sent all of this; null where requests of several stand side by side. */
export function agentOf(exchanges: readonly Exchange[]): Agent {
  const agents = new Map<string, Agent>();
  for (const { request } of exchanges) {
    const agent = headerOf(request.headers, 'user-agent');
    const hints = headerOf(request.headers, 'sec-ch-ua');
    if (agent !== '' && !agents.has(agent + hints)) agents.set(agent + hints, readAgent(agent, hints));
  }
  const told = [...agents.values()].filter(({ product: one }) => one !== null);
  const only = (text: (agent: Agent) => string): boolean => new Set(told.map(text)).size === 1;
  return {
    product: only((agent) => JSON.stringify(agent.product)) ? (told[0]?.product ?? null) : null,
    platform: only((agent) => agent.platform ?? '') ? (told[0]?.platform ?? null) : null,
  };
}

/** The earth's zones reach from -12 to +14 hours. */
export function isZoneOffset(minutes: number): boolean {
  return Number.isInteger(minutes) && Math.abs(minutes) <= 14 * 60;
}
