/** What every login of the lab must stand: it can be saved in every format, says the same when it is opened again, and gives nothing away. */
import { analyze } from '../../lib/analyze.ts';
import type { Capture } from '../../lib/model/capture.ts';
import type { CaptureEvent } from '../../lib/model/event.ts';
import { fromWebRequest } from '../../lib/normalize/from-web-request.ts';
import { type LeavingFormat, prepare } from '../../lib/transfer/leave.ts';
import { openFile } from '../../lib/transfer/open-file.ts';

const formats: readonly LeavingFormat[] = ['capture', 'har', 'markdown', 'html'];
/** Shorter ones stand anywhere by chance. */
const shortest = 12;
const names = 'code|state|nonce|code_challenge|code_verifier|access_token|id_token|refresh_token|password|client_secret|request_uri';

const verdicts = (capture: Capture) =>
  analyze(capture, 'auditor').flows.map(({ flow, outcome, headline, findings }) =>
    [flow.kind, outcome, headline, ...findings.map((f) => `${f.severity} ${f.check}/${f.message}`).sort()].join(' '),
  );

/** Found without the readers of the product: by name in the text of the events, and cookie by cookie. */
function secretsOf(events: readonly CaptureEvent[]): ReadonlySet<string> {
  const text = JSON.stringify(events);
  const pairs = [...text.matchAll(new RegExp(`[?&#"](?:${names})=([^&#"\\\\\\s]+)`, 'g'))].flatMap(([, value = '']) => [
    value,
    decoded(value),
  ]);
  const fields = [...text.matchAll(new RegExp(`"name":"(?:${names})","value":"([^"]+)"`, 'g'))].map(([, value = '']) => value);
  const cookies = [...text.matchAll(/"name":"(?:set-)?cookie","value":"([^"]*)"/gi)].flatMap(([, line = '']) =>
    line.split(/;|\\n/).map((pair) => pair.slice(pair.indexOf('=') + 1).trim()),
  );
  const made = (value: string) => value.length >= shortest && /\d/.test(value) && !/[/ ,]/.test(value) && !/^https?:/.test(value);
  return new Set([...pairs, ...fields, ...cookies].filter(made));
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Empty when all is well. */
export function problemsOfLeaving(events: readonly CaptureEvent[]): readonly string[] {
  const capture = fromWebRequest(events, { live: true, asOf: Date.now() });
  const secrets = secretsOf(events);
  const said = verdicts(capture);
  return formats.flatMap((format) => {
    const prepared = prepare({ capture, story: null, second: null }, format, { version: '0', createdAt: new Date(0) });
    if (prepared.kind === 'refused') return [`${format}: refused, ${prepared.leaks} left`];
    const left = [...secrets].filter((secret) => prepared.text.includes(secret)).map((secret) => `${format}: holds ${secret}`);
    if (format === 'markdown' || format === 'html') return left;
    const opened = openFile(prepared.text);
    const again = opened.kind === 'read' ? verdicts(opened.recording.capture) : [opened.because];
    return JSON.stringify(again) === JSON.stringify(said) ? left : [...left, `${format}: ${said.join(' | ')} became ${again.join(' | ')}`];
  });
}
