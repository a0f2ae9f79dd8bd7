/** What a file of ours says about a capture as a whole. */
import type { Browser, Capture, Machine, Skipped } from '../../model/capture.ts';
import type { Gap } from '../../model/exchange.ts';
import { isZoneOffset, productCalled } from '../../read/agent.ts';
import { isObject, type JsonObject } from '../../read/json.ts';
import { child, list, member, moment, number, text } from '../../read/loose.ts';
import { gapOf, policyOf } from './words.ts';

/** `entries`: how many the file itself holds. Members that later releases added may be missing. */
export function readCaptureFacts(value: JsonObject, entries: number): Omit<Capture, 'exchanges'> {
  return {
    source: sourceOf(value, entries),
    machine: machineOf(child(value, 'machine')),
    gaps: list(member(value, 'gaps'))
      .map(gapOf)
      .filter((gap): gap is Gap => gap !== null),
    restartedAt: list(member(value, 'restartedAt'))
      .map(moment)
      .filter((at): at is number => at !== null),
    skipped: skippedOf(value),
    settings: { thirdPartyCookies: policyOf(member(child(value, 'settings') ?? {}, 'thirdPartyCookies')) },
    // What had not happened when it was saved will not happen any more; what was still running then is judged as of then.
    live: member(value, 'live') === true,
    asOf: moment(member(value, 'asOf')) ?? 0,
  };
}

function sourceOf(value: JsonObject, entries: number): Capture['source'] {
  const source = child(value, 'source') ?? {};
  const browser = text(member(source, 'browser'));
  const product = child(source, 'product');
  const creator = text(member(source, 'creator')).slice(0, 120) || null;
  const browsers: readonly Browser[] = ['chrome', 'firefox', 'safari'];
  return {
    kind: 'file',
    creator,
    browser: browsers.find((name) => name === browser) ?? null,
    // Files written before there was such a member name the browser as their creator.
    product: productCalled(product ? `${text(member(product, 'name'))} ${text(member(product, 'version'))}` : (creator ?? '')),
    entries: number(member(source, 'entries')) ?? entries,
  };
}

function machineOf(value: JsonObject | null): Machine {
  const offset = number(member(value ?? {}, 'zoneOffsetMinutes'));
  return {
    platform: text(member(value ?? {}, 'platform')).slice(0, 80) || null,
    zoneOffsetMinutes: offset !== null && isZoneOffset(offset) ? offset : null,
  };
}

function skippedOf(value: JsonObject): Skipped[] {
  return list(member(value, 'skipped'))
    .filter(isObject)
    .map((one) => ({ entry: number(member(one, 'entry')) ?? 0, because: text(member(one, 'because')).slice(0, 200) }));
}
