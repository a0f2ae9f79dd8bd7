/**
 * Nobody sees this page: in it the engine runs for the background. The page starts this same file as its worker, so that both share
 * the engine's chunk with the views and the package holds it once.
 */
import type { Case } from '../../lib/model/tally.ts';

/** The bundler writes the page's own address where this module's is asked for. */
const ownAddress = () => document.querySelector<HTMLScriptElement>('script[type="module"]')?.src ?? '';

if (typeof document === 'undefined') {
  // At once, or what was sent meanwhile is lost.
  self.onmessage = async ({ data }: MessageEvent<Case>) => {
    const { judgeCase } = await import('../../lib/tally.ts');
    self.postMessage(await judgeCase(data));
  };
} else {
  void import('./ask.ts').then(({ ask }) => ask(ownAddress()));
}
