import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CaptureEvent } from '../../../lib/model/event.ts';
import { keyOf } from '../../../lib/model/event.ts';
import { shelfOf } from '../../../lib/platform/stored-event.ts';
import { begun } from '../../build/events.ts';

type Hear = (changes: object, area: string) => void;

const event = (request: string): CaptureEvent => begun({ request, url: `https://app.example/${request}?state=CANARY`, at: 1 });
const change = (...events: readonly CaptureEvent[]) =>
  Object.fromEntries(Object.entries(shelfOf(events)).map(([key, newValue]) => [key, { newValue }]));

/** A browser with a shelf, whose listeners we call. */
function browserWith(session: () => Promise<object>) {
  const listeners = new Set<Hear>();
  const get = vi.fn(session);
  const onChanged = {
    addListener: (hear: Hear) => void listeners.add(hear),
    removeListener: (hear: Hear) => void listeners.delete(hear),
  };
  const api = { runtime: { id: 'roundtrip', getURL: () => 'chrome-extension://roundtrip/' }, storage: { onChanged, session: { get } } };
  const tell: Hear = (changes, area) => {
    for (const hear of [...listeners]) hear(changes, area);
  };
  return { api, get, tell, listeners };
}

const runScript = () => new Function(readFileSync(new URL('../../../public/stored.js', import.meta.url), 'utf8'))();

function install(api: object): void {
  vi.stubGlobal('browser', api);
  vi.stubGlobal('early', undefined);
  vi.doMock('webextension-polyfill', () => ({ default: api }));
}

describe('what is asked for before the view is there', () => {
  beforeEach(() => vi.resetModules());
  afterEach(() => vi.unstubAllGlobals());

  it('is read once, and what changes meanwhile is told in its order, none of it twice', async () => {
    const { api, get, tell, listeners } = browserWith(async () => shelfOf([event('1')]));
    install(api);
    runScript();
    expect(get).toHaveBeenCalledTimes(1);
    tell(change(event('2')), 'session');
    tell({ settings: { newValue: {} } }, 'local');
    tell(change(event('3')), 'session');

    const { loadEntries, loadEvents, onEventsChanged } = await import('../../../lib/platform/storage.ts');
    const heard: string[] = [];
    onEventsChanged(({ set }) => heard.push(...set.map(([key]) => key)));
    expect(heard).toEqual([keyOf(event('2')), keyOf(event('3'))]);
    expect(listeners.size).toBe(1);
    tell(change(event('4')), 'session');
    expect(heard).toHaveLength(3);

    expect([...(await loadEntries())]).toEqual([[keyOf(event('1')), event('1')]]);
    expect(get).toHaveBeenCalledTimes(1);
    // The first answer gets old.
    await loadEvents();
    expect(get).toHaveBeenCalledTimes(2);
  });

  it('a page that did not ask asks then', async () => {
    const { api, get } = browserWith(async () => shelfOf([event('1')]));
    install(api);
    const { loadEvents } = await import('../../../lib/platform/storage.ts');
    expect(await loadEvents()).toEqual([event('1')]);
    expect(get).toHaveBeenCalledTimes(1);
  });
});
