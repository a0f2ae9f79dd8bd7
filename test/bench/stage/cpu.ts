/** Processor time of everything this process has started, which a busy machine disturbs less than it does the clock. Linux only. */
import { readdirSync, readFileSync } from 'node:fs';

/** The kernel counts in hundredths of a second. */
const tickMs = 10;

interface Process {
  readonly parent: number;
  readonly ms: number;
}

function processes(): ReadonlyMap<number, Process> {
  const all = new Map<number, Process>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      // After the name, which may hold anything: state, parent, ..., user and system time as the 12th and 13th.
      const fields = readFileSync(`/proc/${entry}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      all.set(Number(entry), { parent: Number(fields[1]), ms: (Number(fields[11]) + Number(fields[12])) * tickMs });
    } catch {
      // Ended meanwhile.
    }
  }
  return all;
}

/** Milliseconds so far, of the processes that are there; null where nobody tells. */
export function cpuMs(): number | null {
  if (process.platform !== 'linux') return null;
  const all = processes();
  const isOurs = (pid: number): boolean => {
    const parent = all.get(pid)?.parent;
    return parent !== undefined && (parent === process.pid || isOurs(parent));
  };
  return [...all].filter(([pid]) => isOurs(pid)).reduce((sum, [, { ms }]) => sum + ms, 0);
}
