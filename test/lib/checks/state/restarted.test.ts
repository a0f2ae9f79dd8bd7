/** A recorder that was cut off doubts the logins that ran just then, and no others, before a file was saved and after. */
import { expect, it } from 'vitest';
import { analyze } from '../../../../lib/analyze.ts';
import { fromCaptureFile } from '../../../../lib/normalize/from-capture-file.ts';
import { fromWebRequest } from '../../../../lib/normalize/from-web-request.ts';
import { redactRecording } from '../../../../lib/redact/file/capture.ts';
import { captureFile } from '../../../../lib/transfer/capture-file.ts';
import { draw, toEvents } from '../../../build/trace.ts';

const authorize = 'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb';
const events = toEvents(
  draw(`
    GET ${authorize}&state=CANARY-first-and-long
    → 200
    POST https://idp.example/password [+40s]
    → 302 https://app.example/cb?code=CANARY-code&state=CANARY-second-and-other
    GET https://app.example/cb?code=CANARY-code&state=CANARY-second-and-other
    → 400`),
);
const began = Math.min(...events.map(({ at }) => at));
const ended = Math.max(...events.map(({ at }) => at));

const cutOffAt = (at: number) =>
  fromWebRequest([...events, { kind: 'gap', at, why: 'worker-restarted' }], { live: true, asOf: ended + 60_000 });
const headline = (capture: Parameters<typeof analyze>[0]) => analyze(capture).flows[0]?.headline;

it.each([
  ['a minute before the login', began - 60_000, 'state-mismatch'],
  ['a minute after it', ended + 60_000, 'state-mismatch'],
  ['while the password was typed', began + 20_000, undefined],
])('cut off %s', (_, at, wanted) => {
  const capture = cutOffAt(at);
  const said = headline(capture);
  if (wanted === undefined) expect(said).not.toBe('state-mismatch');
  else expect(said).toBe(wanted);
  const { recording } = redactRecording({ capture, story: null, second: null });
  const file = fromCaptureFile(JSON.parse(JSON.stringify(captureFile(recording, { createdAt: new Date(0), version: '0' }))));
  expect(file.kind).toBe('read');
  if (file.kind === 'read') expect(headline(file.recording.capture)).toBe(said);
});
