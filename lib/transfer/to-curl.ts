/** One request of a redacted recording as a command for a POSIX shell. What a reader has to fill in stands in angle brackets or as a variable. */
import { analyze } from '../analyze.ts';
import type { Exchange, ExchangeId } from '../model/exchange.ts';
import type { Recording } from '../model/recording.ts';
import type { Redacted } from '../model/redacted.ts';
import { formOf } from '../read/body.ts';
import { addressHeaders, isOpenHeader } from '../redact/headers.ts';
import { Redactor } from '../redact/redactor.ts';
import { buildReport, type Report } from './report.ts';

export interface Command {
  readonly text: string;
  /** What was left. */
  readonly report: Redacted<Report>;
}

/** curl makes these itself, or they hold nothing but for the browser that sent them. */
const ownHeaders =
  /^(?::|host$|content-length$|connection$|accept-encoding$|cookie$|authorization$|proxy-|sec-|upgrade-insecure-requests$|priority$|te$)/i;

/** Whatever stands between the quotes means itself; what a terminal would act on is gone. */
export function quoted(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a pasted line must hold none of these.
  const safe = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (letter) => encodeURIComponent(letter));
  return `'${safe.replaceAll("'", "'\\''")}'`;
}

/** `code~1` is how the redactor numbers stand-ins; to be filled in, it is `<code>`. */
const toFillIn = (text: string) => text.replace(/(?<![\w.-])([A-Za-z_][\w.-]*)~\d+/g, '<$1>');

function headersOf({ request }: Exchange, redactor: Redactor): string[] {
  const lines = request.headers.fields.flatMap(({ name, value }) => {
    const key = name.toLowerCase();
    if (ownHeaders.test(key) || !/^[\w-]+$/.test(name)) return [];
    if (addressHeaders.has(key)) return [`--header ${quoted(`${name}: ${toFillIn(redactor.url(value))}`)}`];
    return isOpenHeader(key, value) ? [`--header ${quoted(`${name}: ${value}`)}`] : [];
  });
  const has = (wanted: string) => request.headers.fields.some(({ name }) => name.toLowerCase() === wanted);
  const scheme = request.headers.fields
    .find(({ name }) => name.toLowerCase() === 'authorization')
    ?.value.match(/^(?:Bearer|Basic|DPoP)\b/i)?.[0];
  return [
    ...lines,
    ...(has('authorization') ? [`--header "Authorization: ${scheme ? `${scheme} ` : ''}$TOKEN"`] : []),
    ...(has('cookie') ? ['--header "Cookie: $COOKIE"'] : []),
  ];
}

function bodyOf({ request }: Exchange, redactor: Redactor): string[] {
  const fields = formOf(request.body);
  if (fields.length > 0)
    return fields.map(({ name, value }) => `--data-urlencode ${quoted(`${redactor.name(name)}=${toFillIn(redactor.value(name, value))}`)}`);
  return request.body.seen && request.body.value.kind === 'text' ? [`--data ${quoted('<body>')}`] : [];
}

function commandFor(exchange: Exchange): string {
  const redactor = new Redactor('share-safe');
  const { request } = exchange;
  const { method } = request;
  redactor.expect([request.url]);
  const [address = ''] = toFillIn(redactor.url(request.url)).split('#', 1);
  const body = bodyOf(exchange, redactor);
  const usual = body.length > 0 ? 'POST' : 'GET';
  const parts = [
    // Brackets in an address are no pattern.
    `curl --globoff ${quoted(address)}`,
    ...(method === usual || !/^[A-Z]{1,20}$/.test(method) ? [] : [method === 'HEAD' ? '--head' : `--request ${method}`]),
    ...headersOf(exchange, redactor),
    ...body,
  ];
  return ['# Secrets were left out: fill in what stands in <…>, and $COOKIE and $TOKEN where they are used.', parts.join(' \\\n  ')].join(
    '\n',
  );
}

/** Null where there is no such request, or none that curl can send. */
export function toCurl({ capture }: Redacted<Recording>, about: ExchangeId | null, version: string): Command | null {
  const exchange = capture.exchanges.find(({ id }) => id === about);
  if (!exchange || !/^https?:\/\//i.test(exchange.request.url)) return null;
  const report = buildReport(capture, { profile: 'default', policy: 'share-safe', version }, analyze(capture));
  return { text: `${commandFor(exchange)}\n`, report };
}
