import type { Case, Tallies } from '../../lib/model/tally.ts';
import { askForCase, sendTallies } from '../../lib/platform/judge.ts';

/** One case, one answer; the background closes the page then. `engine`: address of the worker. */
export async function ask(engine: string): Promise<void> {
  const question = await askForCase();
  if (question) await sendTallies(question.question, await judged(new Worker(engine, { type: 'module' }), question.of));
}

function judged(worker: Worker, of: Case): Promise<Tallies | null> {
  return new Promise((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<Tallies>) => resolve(data);
    worker.onerror = () => resolve(null);
    worker.postMessage(of);
  });
}
