import { expect, it } from 'vitest';
import { cachingOf } from '../../../lib/read/caching.ts';

const saying = (fields: Readonly<Record<string, string>>) =>
  cachingOf({ fields: Object.entries(fields).map(([name, value]) => ({ name, value })), hidden: [] });

it('reads what may be kept', () => {
  expect(saying({})).toBe('allowed');
  expect(saying({ 'Cache-Control': 'private, No-Store' })).toBe('forbidden');
  expect(saying({ 'cache-control': 'public, max-age=600' })).toBe('fresh');
  expect(saying({ 'cache-control': 'max-age=600, no-cache' })).toBe('allowed');
  expect(saying({ 'cache-control': 'max-age=0', expires: 'Thu, 01 Jan 2037 00:00:00 GMT' })).toBe('allowed');
  const date = 'Thu, 01 Jan 2026 00:00:00 GMT';
  expect(saying({ date, expires: 'Fri, 02 Jan 2026 00:00:00 GMT' })).toBe('fresh');
  expect(saying({ date, expires: '0' })).toBe('allowed');
  expect(cachingOf({ fields: [], hidden: 'all' })).toBe('hidden');
});
