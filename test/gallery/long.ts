/** A login of any number of hops, for what only shows then: `hops-20000`, and `hops-1000-page` in the full page. */
import { capture } from '../build/trace.ts';
import { fakeDesk } from './fake-desk.ts';
import { fakeHost } from './fake-host.ts';
import { traceOf } from './more-traces.ts';
import type { GalleryState } from './states.ts';

export function longState(name: string): GalleryState | null {
  const [, count, page] = /^hops-(\d{1,6})(-page)?$/.exec(name) ?? [];
  if (count === undefined) return null;
  const taken = () => capture(traceOf(Number(count)), 'web-request', { live: true }).capture;
  if (page) return { name, room: 'live', languages: ['en'], desk: () => fakeDesk({ live: taken() }) };
  return { name, host: () => fakeHost({}, taken()) };
}
