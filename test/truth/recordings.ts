/** Logins of the lab as the built extension recorded them, in each browser: redacted captures, one file a scenario. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Capture } from '../../lib/model/capture.ts';
import type { CaptureEvent } from '../../lib/model/event.ts';
import { fromWebRequest } from '../../lib/normalize/from-web-request.ts';
import { prepare } from '../../lib/transfer/leave.ts';
import { openFile } from '../../lib/transfer/open-file.ts';
import type { BrowserName } from '../drivers/driver.ts';
import { root } from '../run/tools.ts';

export const browsers: readonly BrowserName[] = ['chromium', 'firefox'];

/** Packed: they are read by programs, and there are hundreds. */
const fileOf = (browser: BrowserName, scenario: string) => join(root, 'test', 'recordings', browser, `${scenario}.json.gz`);

/** Null where the scenario was not recorded in this browser. */
export function readRecording(browser: BrowserName, scenario: string): Capture | null {
  const file = fileOf(browser, scenario);
  if (!existsSync(file)) return null;
  const opened = openFile(gunzipSync(readFileSync(file)).toString());
  if (opened.kind === 'unreadable') throw new Error(`${file}: ${opened.because}`);
  return opened.recording.capture;
}

/** What was stored, as the person would have saved it. Gives the size of the file. */
export function writeRecording(browser: BrowserName, scenario: string, events: readonly CaptureEvent[], version: string): number {
  const capture = fromWebRequest(events, { live: true, asOf: Date.now() });
  const prepared = prepare({ capture, story: null, second: null }, 'capture', { version, createdAt: new Date() });
  if (prepared.kind === 'refused') throw new Error(`${prepared.leaks} secrets would still stand in the file`);
  const packed = gzipSync(prepared.text, { level: 9 });
  const file = fileOf(browser, scenario);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, packed);
  return packed.length;
}
