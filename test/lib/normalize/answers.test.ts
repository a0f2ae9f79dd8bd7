/** What a live capture knows of answers: part of the exchange, in any order, and nothing of it leaves. */
import { describe, expect, it } from 'vitest';
import type { AnswerEvent, CaptureEvent } from '../../../lib/model/event.ts';
import type { Header } from '../../../lib/model/exchange.ts';
import { fromWebRequest } from '../../../lib/normalize/from-web-request.ts';
import { type LeavingFormat, prepare } from '../../../lib/transfer/leave.ts';
import { begun } from '../../build/events.ts';

const url = 'https://idp.example/token';
const common = { request: '1', url };
const json: Header = { name: 'Content-Type', value: 'application/json' };
const call = (headers: readonly Header[] = [json], status = 200): CaptureEvent[] => [
  begun({
    ...common,
    at: 10,
    method: 'POST',
    type: 'xmlhttprequest',
    initiator: 'https://app.example',
    body: { kind: 'form', fields: [{ name: 'grant_type', value: 'refresh_token' }], bytes: null },
  }),
  { kind: 'send', ...common, at: 11, headers: [] },
  { kind: 'receive', ...common, at: 20, status, statusLine: 'HTTP/1.1 200 OK', headers },
  { kind: 'complete', ...common, at: 22, status, statusLine: 'HTTP/1.1 200 OK', fromCache: false },
];
const answer = (change: Partial<AnswerEvent> = {}): AnswerEvent => ({
  kind: 'answer',
  ...common,
  at: 10,
  text: '{"access_token":"CANARY-access-token-0123456789"}',
  bytes: 49,
  ...change,
});
const read = (events: readonly CaptureEvent[]) => fromWebRequest(events, { live: false, asOf: 1_000 });
const bodyOf = (events: readonly CaptureEvent[]) => {
  const { exchanges } = read(events);
  expect(exchanges).toHaveLength(1);
  const [exchange] = exchanges;
  return exchange?.outcome.kind === 'answered' ? exchange.outcome.body : null;
};

describe('an answer that was read', () => {
  it('is the body of the exchange that was seen, whatever the order and however often it is told', () => {
    const events = [...call(), answer()];
    const expected = { seen: true, value: { kind: 'text', mime: 'application/json', text: answer().text, bytes: 49 } };
    expect(bodyOf(events)).toEqual(expected);
    expect(bodyOf([...events].reverse())).toEqual(expected);
    expect(bodyOf([answer(), ...events, answer()])).toEqual(expected);
    // Listeners tell times that differ a little.
    expect(bodyOf([...call(), answer({ at: 11 })])).toEqual(expected);
  });

  it('is no exchange by itself', () => {
    expect(read([answer()]).exchanges).toEqual([]);
  });

  it('that was too large says so', () => {
    expect(bodyOf([...call(), answer({ text: null, bytes: 300_000 })])).toEqual({ seen: false, why: 'body-too-large' });
  });

  it('without a byte is empty only where the server says that it is', () => {
    const nothing = answer({ text: '', bytes: 0 });
    expect(bodyOf([...call(), nothing])).toEqual({ seen: false, why: 'body-not-exposed' });
    expect(bodyOf([...call([{ name: 'Content-Length', value: '0' }]), nothing])).toEqual({ seen: true, value: { kind: 'empty' } });
    expect(bodyOf([...call([], 204), nothing])).toEqual({ seen: true, value: { kind: 'empty' } });
  });

  for (const format of ['capture', 'har', 'markdown', 'html'] satisfies LeavingFormat[])
    it(`leaves no secret behind in what leaves as ${format}`, () => {
      const text = JSON.stringify({
        access_token: 'CANARY-access-token-0123456789',
        refresh_token: 'CANARY-refresh-token-0123456789',
        id_token: `${btoa('{"alg":"RS256"}')}.${btoa('{"iss":"https://idp.example","sub":"CANARY-subject","email":"CANARY@users.example"}')}.CANARYsignature`,
        home_made: 'CANARY-of-a-member-nobody-knows',
        expires_in: 3600,
      });
      const capture = read([...call(), answer({ text, bytes: text.length })]);
      const prepared = prepare({ capture, story: null, second: null }, format, { version: '0', createdAt: new Date(0) });
      expect(prepared.kind).toBe('ready');
      expect(prepared.kind === 'ready' && prepared.text).not.toMatch(/CANARY|Q0FOQVJZ/);
    });
});
