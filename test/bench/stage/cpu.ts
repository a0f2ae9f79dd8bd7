/** Processor time of the browser's own process, in which filters are judged: a busy machine disturbs it less than it does the clock. Linux only. */
import { readdirSync, readFileSync } from 'node:fs';

function childOf(parent: number): number | null {
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      // After the name, which may hold anything, come the state and the parent.
      const [, above] = readFileSync(`/proc/${entry}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      if (Number(above) === parent) return Number(entry);
    } catch {
      // Ended meanwhile.
    }
  }
  return null;
}

/** Milliseconds so far of the first process that was started here and still runs; null where the system does not tell. */
export function browserCpuMs(): number | null {
  if (process.platform !== 'linux') return null;
  const browser = childOf(process.pid);
  if (browser === null) return null;
  let nanoseconds = 0;
  for (const thread of readdirSync(`/proc/${browser}/task`)) {
    try {
      nanoseconds += Number(readFileSync(`/proc/${browser}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
    } catch {
      // A thread that ended meanwhile.
    }
  }
  return nanoseconds / 1e6;
}
