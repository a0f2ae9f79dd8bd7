/**
 * The full page, and the worker that opens files for it: the page starts this same file, so that both share the engine's chunk and the
 * package holds it once.
 */
import type { ToReader } from '../../lib/session/reading.ts';

/** The bundler writes the page's own address where this module's is asked for. */
const ownAddress = () => document.querySelector<HTMLScriptElement>('script[type="module"]')?.src ?? '';

if (typeof document === 'undefined') {
  const loaded = import('../../lib/reader.ts').then(({ createReader }) => createReader((message) => self.postMessage(message)));
  // At once, or what was sent meanwhile is lost.
  self.onmessage = async ({ data }: MessageEvent<ToReader>) => (await loaded)(data);
} else {
  void import('./show.tsx').then(({ show }) => show(() => new Worker(ownAddress(), { type: 'module' })));
}
