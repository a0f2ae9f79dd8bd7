/** Files that somebody cleaned before sending them: what was taken out may not become an accusation. */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import { fromHar } from '../../../lib/normalize/from-har.ts';
import { broken, healthy } from '../../build/stories.ts';
import { draw, toHar } from '../../build/trace.ts';

interface Pair {
  name: string;
  value: string;
}

interface Part {
  url?: string;
  redirectURL?: string;
  headers: Pair[];
  cookies?: unknown;
  postData?: { mimeType: string; text: string };
  content?: { size: number; mimeType: string; text?: string };
}

interface File {
  log: { entries: { request: Part; response: Part }[] };
}

const secret = /([?&#](?:code|state|nonce|code_challenge|access_token|id_token)=)[^&#\s]*/g;
const inForm = /((?:^|&)(?:code|state|code_verifier|refresh_token|client_secret)=)[^&]*/g;
const cookieHeader = /^(?:set-)?cookie$/i;

function eachPart(file: File, change: (part: Part) => void): File {
  for (const { request, response } of file.log.entries) {
    change(request);
    change(response);
  }
  return file;
}

/** Chrome's default export since late 2024. */
const withoutCookieHeaders = (file: File) =>
  eachPart(file, (part) => {
    part.headers = part.headers.filter((h) => !/^(?:cookie|set-cookie|authorization)$/i.test(h.name));
  });

const withPlaceholders = (placeholder: string) => (file: File) =>
  eachPart(file, (part) => {
    const clean = (text: string) => text.replace(secret, `$1${placeholder}`);
    if (part.url) part.url = clean(part.url);
    if (part.redirectURL) part.redirectURL = clean(part.redirectURL);
    if (part.postData) part.postData.text = part.postData.text.replace(inForm, `$1${placeholder}`);
    for (const h of part.headers)
      h.value = cookieHeader.test(h.name) ? h.value.replace(/^([^=]*)=[^;]*/, `$1=${placeholder}`) : clean(h.value);
  });

const withoutBodies = (file: File) =>
  eachPart(file, (part) => {
    delete part.postData;
    if (part.content) part.content = { size: part.content.text?.length ?? 0, mimeType: part.content.mimeType };
  });

/** Cleaners that replace each value by one of their own, equal for equal values. */
function withPseudonyms(file: File): File {
  const known = new Map<string, string>();
  const pseudonym = (value: string) => {
    const name = known.get(value) ?? `hash-${(known.size + 1).toString(16).padStart(16, '0')}`;
    known.set(value, name);
    return name;
  };
  const clean = (text: string) => text.replace(secret, (whole: string, name: string) => name + pseudonym(whole.slice(name.length)));
  return eachPart(file, (part) => {
    if (part.url) part.url = clean(part.url);
    if (part.redirectURL) part.redirectURL = clean(part.redirectURL);
    if (part.postData)
      part.postData.text = part.postData.text.replace(inForm, (whole: string, name: string) => name + pseudonym(whole.slice(name.length)));
    for (const h of part.headers) h.value = cookieHeader.test(h.name) ? h.value : clean(h.value);
  });
}

const cleaners: Readonly<Record<string, (file: File) => File>> = {
  'without cookie headers': withoutCookieHeaders,
  'with [redacted] for every secret': withPlaceholders('[redacted]'),
  'with stars for every secret': withPlaceholders('********'),
  'with words for every secret': withPlaceholders('state_REDACTED_by_tool'),
  'without bodies': withoutBodies,
  'with other values for every secret': withPseudonyms,
  'with nothing but addresses and status codes': (file) => withoutBodies(withoutCookieHeaders(withPlaceholders('xxxxxxxx')(file))),
};

function errorsOf(trace: string, clean: (file: File) => File = (file) => file): string[] {
  const read = fromHar(clean(toHar(draw(trace)) as File));
  if (read.kind !== 'read') throw new Error(read.because);
  return analyze(read.capture)
    .flows.flatMap((flow) => flow.findings)
    .filter((f) => f.severity === 'error')
    .map((f) => f.check);
}

/** What is still plain to see when the reason was taken out. */
const instead: Readonly<Record<string, readonly string[]>> = {
  'a lost cookie': ['callback-http-error'],
  'a changed state': ['callback-http-error'],
  'a refused address': ['authz-http-error'],
};

for (const [how, clean] of Object.entries(cleaners))
  describe(`a file ${how}`, () => {
    for (const [name, trace] of Object.entries(healthy))
      it(`is as calm as before: ${name}`, () => {
        expect(errorsOf(trace, clean)).toEqual([]);
      });

    for (const [name, trace] of Object.entries(broken))
      it(`accuses nobody else: ${name}`, () => {
        const before = new Set(errorsOf(trace));
        expect(errorsOf(trace, clean).filter((check) => !before.has(check) && !instead[name]?.includes(check))).toEqual([]);
      });
  });
