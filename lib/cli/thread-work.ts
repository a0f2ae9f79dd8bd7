/** One of the threads that `analyze` reads many files with. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Input } from '../library/read-file.ts';
import { analyzeFile, type Task } from './analyze-file.ts';
import type { FromThread } from './crew.ts';

const task: Task = workerData;
const say = (message: FromThread) => parentPort?.postMessage(message);

parentPort?.on('message', async (input: Input) => {
  const result = await analyzeFile(input, task, (read, of) => say({ kind: 'read', read, of }));
  say({ kind: 'done', result });
});
