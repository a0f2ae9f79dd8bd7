import { describe, expect, it } from 'vitest';
import type { Headers } from '../../../lib/model/exchange.ts';
import { header, headerValue, mediaType } from '../../../lib/read/headers.ts';

const headers = (hidden: Headers['hidden'], ...fields: readonly (readonly [string, string])[]): Headers => ({
  fields: fields.map(([name, value]) => ({ name, value })),
  hidden,
});

describe('header', () => {
  it('finds a header whatever the case of its name', () => {
    expect(header(headers([], ['Content-TYPE', 'text/html']), 'content-type')).toEqual({
      kind: 'present',
      value: 'text/html',
      all: ['text/html'],
    });
    expect(header(headers([], ['location', '/']), 'Location').kind).toBe('present');
  });

  it('keeps repeats in order and gives the first one as the value', () => {
    expect(header(headers([], ['Set-Cookie', 'a=1'], ['Vary', '*'], ['set-cookie', 'b=2']), 'set-cookie')).toEqual({
      kind: 'present',
      value: 'a=1',
      all: ['a=1', 'b=2'],
    });
  });

  it('tells absent from hidden', () => {
    expect(header(headers(['cookie']), 'Cookie').kind).toBe('hidden');
    expect(header(headers(['cookie']), 'Authorization').kind).toBe('absent');
    expect(header(headers('all'), 'Authorization').kind).toBe('hidden');
  });

  it('believes a header that stands there although the source is known to hide it', () => {
    expect(header(headers(['cookie'], ['Cookie', 'sid=CANARY']), 'cookie').kind).toBe('present');
    expect(header(headers('all', ['Cookie', 'sid=CANARY']), 'cookie').kind).toBe('present');
  });

  it('takes an empty value for a value', () => {
    expect(header(headers([], ['Cookie', '']), 'cookie')).toEqual({ kind: 'present', value: '', all: [''] });
  });

  it('does not mistake a name of the prototype for a header', () => {
    expect(header(headers([]), 'constructor').kind).toBe('absent');
  });
});

describe('headerValue', () => {
  it('is the first value, or null', () => {
    expect(headerValue(headers([], ['A', '1'], ['A', '2']), 'a')).toBe('1');
    expect(headerValue(headers([]), 'a')).toBeNull();
    expect(headerValue(headers('all'), 'a')).toBeNull();
  });
});

describe('mediaType', () => {
  it.each([
    ['text/html; charset=utf-8', 'text/html'],
    ['Application/JSON', 'application/json'],
    [' application/json ;x', 'application/json'],
    ['', ''],
  ])('reads %j as %j', (value, type) => {
    expect(mediaType(headers([], ['Content-Type', value]))).toBe(type);
  });

  it('is empty where there is none', () => {
    expect(mediaType(headers([]))).toBe('');
    expect(mediaType(headers('all'))).toBe('');
  });
});
