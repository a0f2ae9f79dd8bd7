import { answerLimits } from '../../field/limits/browsers.ts';
import type { Exchange, Headers } from '../../model/exchange.ts';
import { callbackRun } from '../../observe/run.ts';
import { header } from '../../read/headers.ts';
import { bytesOf } from '../../read/size.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const responseHeadersTooLarge = defineCheck({
  id: 'response-headers-too-large',
  category: 'size',
  kind: 'remark',
  tier: 'ext',
  title: 'Callback answer may exceed the proxy’s buffer',
  severity: 'warning',
  rank: 34,
  owner: 'app',
  cites: [
    { spec: 'RFC9110', section: '5.4' },
    { spec: 'RFC9110', section: '15.6.3' },
  ],
  needs: ['response'],
  messages: {
    over: {
      title: 'The app answers the login with {bytes} bytes of header lines',
      plain: 'The app’s reply to your login is so large that some servers in front of it would drop it.',
      text: 'The answer has {bytes} bytes of header lines, {share} of them in {largest}. It came through here; nginx in front of an app takes 4,096 or 8,192 unless it is configured otherwise, and answers 502 in its place (“upstream sent too big header”).',
      fix: 'Keep the session on the server and only a key in the cookie. Or give the proxy room (nginx: `proxy_buffer_size` and `proxy_buffers`) before it is put in front.',
    },
    large: {
      title: 'The app answers the login with {bytes} bytes of header lines',
      plain: 'The app’s reply to your login is rather large.',
      text: 'The answer has {bytes} bytes of header lines, {share} of them in {largest}. nginx in front of an app takes 4,096 on some platforms and answers 502 in its place; users with more roles or groups get there first.',
      fix: 'Keep the session on the server, or know the proxy’s limit (nginx: `proxy_buffer_size`).',
      severity: 'info',
    },
  },
  // GET /cb?code=c → 302, Set-Cookie: <4 KB>, Set-Cookie: <4 KB>
  inspect(_, scene) {
    const run = callbackRun(scene);
    if (!run) return inapplicable;
    let worst: { readonly exchange: Exchange; readonly headers: Headers; readonly bytes: number } | null = null;
    let hidden = false;
    for (const exchange of run.chain) {
      const { outcome } = exchange;
      if (outcome.kind !== 'answered' && outcome.kind !== 'redirected') continue;
      if (header(outcome.headers, 'set-cookie').kind === 'hidden') hidden = true;
      const bytes = sizeOf(outcome.headers);
      if (!worst || bytes > worst.bytes) worst = { exchange, headers: outcome.headers, bytes };
    }
    if (!worst) return inapplicable;
    if (worst.bytes < answerLimits.remark) return hidden ? inconclusive('header-hidden') : pass;
    const largest = largestOf(worst.headers);
    const data = { bytes: worst.bytes, share: largest.bytes, largest: largest.name === 'set-cookie' ? '`Set-Cookie`' : 'one header' };
    return fail(worst.bytes >= answerLimits.warn ? 'over' : 'large', [at(worst.exchange, `response.header.${largest.name}`)], { data });
  },
});

const lineBytes = (name: string, value: string) => bytesOf(name) + 2 + bytesOf(value) + 2;

/** Status line and header lines as HTTP/1.1 writes them: a proxy asks the app that way. */
function sizeOf({ fields }: Headers): number {
  return fields.reduce((sum, { name, value }) => sum + (name.startsWith(':') ? 0 : lineBytes(name, value)), 17);
}

/** Repeated ones count together. */
function largestOf({ fields }: Headers): { readonly name: string; readonly bytes: number } {
  const sums = new Map<string, number>();
  for (const { name, value } of fields)
    if (!name.startsWith(':')) sums.set(name.toLowerCase(), (sums.get(name.toLowerCase()) ?? 0) + lineBytes(name, value));
  return [...sums].reduce((most, [name, bytes]) => (bytes > most.bytes ? { name, bytes } : most), { name: '', bytes: 0 });
}
