/**
 * A HAR that Roundtrip wrote: `_roundtrip` says what a HAR has no field for. It counts only while it stands in every
 * entry and fits it: after another program added, cut or changed entries, the file is a HAR like any other.
 */
import type { Capture } from '../../model/capture.ts';
import type { Exchange } from '../../model/exchange.ts';
import { isObject, type JsonObject } from '../../read/json.ts';
import { child, member, number, text } from '../../read/loose.ts';
import { readPairs } from '../../read/url.ts';
import { readStoredExchange } from '../capture-file/exchange.ts';
import { readCaptureFacts } from '../capture-file/facts.ts';
import { kindOf } from '../capture-file/words.ts';
import { protocolOf } from '../quirks.ts';
import { readHeaders } from './headers.ts';

const newestVersion = 1;

/** Null when it has to be read as a HAR like any other. */
export function readOwnHar(log: JsonObject, entries: readonly unknown[]): Capture | null {
  const facts = child(log, '_roundtrip');
  const version = number(member(facts ?? {}, 'version'));
  if (!facts || version === null || version < 1 || version > newestVersion) return null;
  const exchanges: Exchange[] = [];
  const ids = new Set<string>();
  for (const entry of entries) {
    const exchange = isObject(entry) ? readOwnEntry(entry) : null;
    if (!exchange || ids.has(exchange.id)) return null;
    ids.add(exchange.id);
    exchanges.push(exchange);
  }
  const capture = readCaptureFacts(facts, entries.length);
  return { ...capture, source: { ...capture.source, kind: 'har' }, exchanges: exchanges.sort((a, b) => a.startedAt - b.startedAt) };
}

function readOwnEntry(entry: JsonObject): Exchange | null {
  const own = child(entry, '_roundtrip');
  const request = child(entry, 'request');
  const response = child(entry, 'response');
  const asked = child(own ?? {}, 'request');
  const came = child(own ?? {}, 'outcome');
  if (!own || !request || !response || !asked || !came || kindOf(member(child(own, 'where') ?? {}, 'kind')) === null) return null;
  const requestFields = readHeaders(member(request, 'headers'));
  const responseFields = readHeaders(member(response, 'headers'));
  // Somebody took headers out: that nothing is hidden is not true any more.
  if (requestFields.length !== number(member(asked, 'fields')) || responseFields.length !== number(member(came, 'fields'))) return null;
  const timings = child(entry, 'timings') ?? {};
  const exchange = readStoredExchange({
    ...own,
    startedAt: number(member(own, 'startedAt')) ?? Date.parse(text(member(entry, 'startedDateTime'))),
    waitMs: Object.hasOwn(own, 'waitMs') ? own['waitMs'] : member(timings, 'wait'),
    durationMs: Object.hasOwn(own, 'durationMs') ? own['durationMs'] : member(entry, 'time'),
    protocol: protocolOf(text(member(request, 'httpVersion'))),
    fromCache: text(member(entry, '_fromCache')) !== '',
    request: {
      method: member(request, 'method'),
      url: member(request, 'url'),
      headers: { fields: requestFields, hidden: member(asked, 'hidden') },
      body: bodyOf(asked, request, child(request, 'postData')),
      initiator: member(child(entry, '_initiator') ?? {}, 'url'),
    },
    outcome: {
      kind: member(came, 'kind'),
      by: member(came, 'by'),
      status: member(came, 'kind') === 'failed' ? number(member(response, 'status')) || null : member(response, 'status'),
      reason: member(response, '_error'),
      to: member(response, 'redirectURL'),
      headers: { fields: responseFields, hidden: member(came, 'hidden') },
      body: bodyOf(came, response, child(response, 'content')),
    },
  });
  return typeof exchange === 'string' ? null : exchange;
}

/** As it stands in a capture file; its content and size come from the plain entry. */
function bodyOf(own: JsonObject, message: JsonObject, content: JsonObject | null): unknown {
  const body = child(own, 'body');
  if (!body) return { seen: true, value: { kind: 'empty' } };
  const value = child(body, 'value');
  if (!value) return body;
  const written = text(member(content ?? {}, 'text'));
  const bytes = number(member(message, 'bodySize'));
  return {
    ...body,
    value: {
      ...value,
      mime: member(content ?? {}, 'mimeType'),
      text: written,
      fields: written === '' ? [] : readPairs(written),
      bytes: bytes !== null && bytes >= 0 ? bytes : null,
    },
  };
}
