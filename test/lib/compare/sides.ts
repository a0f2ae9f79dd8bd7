/** Drawn logins side by side, and what is said of them in words. */
import { analyze } from '../../../lib/analyze.ts';
import { compareFlows } from '../../../lib/compare/compare.ts';
import type { Comparison, Difference, Side } from '../../../lib/compare/comparison.ts';
import { shownWords, subjectWords } from '../../../lib/compare/words.ts';
import type { Capture } from '../../../lib/model/capture.ts';
import { capture, type DrawnSource, type DrawOptions } from '../../build/trace.ts';

export interface SideOptions extends DrawOptions {
  readonly source?: DrawnSource;
  readonly label?: string;
}

/** The first login of a capture, or what it holds instead. */
export function sideOf(taken: Capture, label: string): Side {
  const { flows } = analyze(taken);
  const judged = flows.find((one) => one.flow.kind === 'login' || one.flow.kind === 'silent') ?? flows[0];
  if (!judged) throw new Error('the trace holds a flow');
  return { label, capture: taken, judged };
}

export function side(trace: string, { source = 'web-request', label = 'First try', ...options }: SideOptions = {}): Side {
  return sideOf(capture(trace, source, options).capture, label);
}

export function compare(a: string, b: string, ofA: SideOptions = {}, ofB: SideOptions = ofA): Comparison {
  return compareFlows(side(a, ofA), side(b, { label: 'Second try', ...ofB }));
}

/** `what | a | b`, with a star in front where it explains the outcome. */
export function line(difference: Difference): string {
  const { subject, a, b, explains } = difference;
  return `${explains ? '* ' : ''}${subjectWords(subject)} | ${shownWords(a, subject)} | ${shownWords(b, subject)}`;
}

export function lines({ differences }: Comparison): string[] {
  return differences.map(line);
}

/** The same login once more: everything that is made up for one login is another. */
export function again(trace: string): string {
  return trace.replaceAll('CANARY', 'CANARYagain').replace(/\[\+(\d+)s\]/g, (_, seconds: string) => `[+${Number(seconds) + 1}s]`);
}

export interface LoginOptions {
  /** Attributes of the app's login cookie. */
  readonly attributes?: string;
  /** The callback's Cookie header; null for none. */
  readonly cookie?: string | null;
  readonly status?: string;
  readonly request?: string;
  readonly redirectUri?: string;
  /** What comes back. */
  readonly state?: string;
  readonly more?: string;
  readonly flags?: string;
}

const stateOf = 'CANARY-state-0123456789abcdef';

/** A login at a server-side app, with one thing changed. */
export function login({
  attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax',
  cookie = 'txn=CANARY-txn-0123456789abcdef',
  status = '302 /home',
  request = '',
  redirectUri = 'https://app.example/cb',
  state = stateOf,
  more = '',
  flags = '',
}: LoginOptions = {}): string {
  const authorize = `https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=${redirectUri}&scope=openid&state=${stateOf}${request}`;
  const answer = `${redirectUri}?code=CANARY-code-0123456789abcdef&state=${state}`;
  return `
    GET https://app.example/login ${flags}
    → 302 ${authorize}
      Set-Cookie: txn=CANARY-txn-0123456789abcdef; ${attributes}
    GET ${authorize} ${flags}
    → 302 https://idp.example/signin
    GET https://idp.example/signin ${flags}
    → 200
    POST https://idp.example/signin [from https://idp.example] [+3s] ${flags}
      = user=CANARY
    → 302 ${more === '' ? answer : more.trim().split(/\s+/)[1]}
    ${more.replaceAll('ANSWER', answer)}
    GET ${answer} ${flags}
      Sec-Fetch-Site: cross-site
      ${cookie === null ? '' : `Cookie: ${cookie}`}
    → ${status}
    ${
      status === '302 /home'
        ? `  Set-Cookie: session=CANARY-session-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
    GET https://app.example/home ${flags}
      Cookie: session=CANARY-session-0123456789
    → 200`
        : ''
    }`;
}
