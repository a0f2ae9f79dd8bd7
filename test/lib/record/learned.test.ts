import { describe, expect, it } from 'vitest';
import type { CaptureEvent } from '../../../lib/model/event.ts';
import { Learned } from '../../../lib/record/learned.ts';
import { begun } from '../../build/events.ts';

const metadata = (issuer: string, document: object): CaptureEvent => {
  const text = JSON.stringify(document);
  return { kind: 'answer', request: '1', at: 1, url: `${issuer}/.well-known/openid-configuration`, text, bytes: text.length };
};
const posted = (url: string, name: string) =>
  begun({
    request: '2',
    at: 2,
    url,
    method: 'POST',
    type: 'xmlhttprequest',
    body: { kind: 'form', fields: [{ name, value: 'x' }], bytes: null },
  });

describe('learned endpoints', () => {
  it('are kept by the issuer whose metadata names them, and two providers never mix', () => {
    const learned = new Learned();
    expect(learned.see(metadata('https://a.example', { token_endpoint: 'https://a.example/x?v=1', jwks_uri: 'https://a.example/j' }))).toBe(
      true,
    );
    // What it calls itself does not count: it stands at b.
    expect(learned.see(metadata('https://b.example', { issuer: 'https://a.example', token_endpoint: 'https://b.example/y' }))).toBe(true);
    expect(learned.all).toEqual({
      'https://a.example': { calls: ['https://a.example/x'], others: ['https://a.example/j'] },
      'https://b.example': { calls: ['https://b.example/y'], others: [] },
    });
    expect(learned.calls).toEqual(['https://a.example/x', 'https://b.example/y']);
    expect(learned.knows('https://a.example/j?t=1')).toBe(true);
    expect(learned.knows('https://a.example/y')).toBe(false);
  });

  it('teach nothing twice, and nothing that is no address', () => {
    const learned = new Learned();
    const event = metadata('https://a.example', { token_endpoint: 'https://a.example/x' });
    expect([learned.see(event), learned.see(event)]).toEqual([true, false]);
    for (const token_endpoint of ['javascript:alert(1)', '/token', 7, null])
      expect(learned.see(metadata('https://c.example', { token_endpoint }))).toBe(false);
  });

  it('are shown by a token request, told by its form', () => {
    const learned = new Learned();
    expect(learned.see(posted('https://a.example/v2/exchange?x=1', 'grant_type'))).toBe(true);
    expect(learned.see(posted('https://a.example/v2/exchange', 'grant_type'))).toBe(false);
    expect(learned.see(posted('https://a.example/search', 'q'))).toBe(false);
    expect(learned.all).toEqual({ 'https://a.example': { calls: ['https://a.example/v2/exchange'], others: [] } });
  });

  it('are bounded: the oldest issuers go', () => {
    const learned = new Learned();
    for (let i = 0; i < 40; i++) learned.see(metadata(`https://p${i}.example`, { token_endpoint: `https://p${i}.example/t` }));
    expect(Object.keys(learned.all)).toHaveLength(24);
    expect(learned.knows('https://p0.example/t')).toBe(false);
    expect(learned.knows('https://p39.example/t')).toBe(true);
  });

  it('outlive the worker', () => {
    const learned = new Learned();
    learned.see(metadata('https://a.example', { token_endpoint: 'https://a.example/x' }));
    const next = new Learned();
    next.load(learned.all);
    expect(next.calls).toEqual(['https://a.example/x']);
  });
});
