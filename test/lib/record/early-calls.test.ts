import { expect, it } from 'vitest';
import type { WebRequestEvent } from '../../../lib/model/event.ts';
import { EarlyCalls } from '../../../lib/record/early-calls.ts';
import { begun } from '../../build/events.ts';

const begin = (request: string, tab: number) =>
  begun({ request, at: 1, url: 'https://app.example/verify', method: 'POST', type: 'xmlhttprequest', tab });
const end = (request: string): WebRequestEvent => ({
  kind: 'fail',
  request,
  at: 2,
  url: 'https://app.example/verify',
  error: 'net::ERR_FAILED',
});

it('of what came before the tabs were known, only that of watched tabs is taken, whole and in order', () => {
  const calls = new EarlyCalls();
  const all = [begin('1', 7), begin('2', 8), end('1'), end('2'), end('3')];
  for (const event of all) calls.hold(event);
  expect(calls.take((tab) => tab === 7)).toEqual([all[0], all[2]]);
  calls.hold(begin('4', 7));
  expect(calls.take(() => true)).toEqual([]);
});
