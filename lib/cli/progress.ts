/** A bar on the terminal while large files are read. Nothing at all where nobody looks: in a pipe, in a log. */
import { basename } from 'node:path';
import { printable } from '../read/printable.ts';
import type { Watcher } from './crew.ts';

export interface Progress extends Watcher {
  /** Before something is printed. */
  clear(): void;
  end(): void;
}

/** What is over sooner needs no bar. */
const patienceMs = 300;
const everyMs = 100;
const cells = 24;
const eraseLine = '\r\u001b[K';

/** `█████░░░ 42 %  login.har` in at most so many columns. */
export function barOf(
  { read, of, name, done, files }: { read: number; of: number; name: string; done: number; files: number },
  columns: number,
): string {
  const share = of === 0 ? 0 : Math.min(1, read / of);
  const full = Math.round(share * cells);
  // Reading is over before the answer is there.
  const how = share < 1 ? `${String(Math.floor(share * 100)).padStart(3)} %` : 'judging';
  const count = files > 1 ? `  ${done} of ${files} files` : '';
  const bar = `${'█'.repeat(full)}${'░'.repeat(cells - full)} ${how}${count}  ${printable(basename(name))}`;
  return bar.length < columns ? bar : `${bar.slice(0, Math.max(0, columns - 2))}…`;
}

export function showProgress(files: number, terminal: NodeJS.WriteStream = process.stderr): Progress {
  if (!terminal.isTTY) return { read: () => {}, done: () => {}, clear: () => {}, end: () => {} };
  const begunAt = Date.now();
  let shownAt = 0;
  let shown = false;
  let done = 0;
  const clear = () => {
    if (shown) terminal.write(eraseLine);
    shown = false;
  };
  const interrupt = () => {
    clear();
    // As the shell expects of what was interrupted.
    process.exit(130);
  };
  process.once('SIGINT', interrupt);
  return {
    read: (_, name, read, of) => {
      const now = Date.now();
      if (now - begunAt < patienceMs || (now - shownAt < everyMs && read < of)) return;
      shownAt = now;
      shown = true;
      terminal.write(`${eraseLine}${barOf({ read, of, name, done, files }, terminal.columns || 80)}`);
    },
    done: () => {
      done++;
    },
    clear,
    end: () => {
      clear();
      process.removeListener('SIGINT', interrupt);
    },
  };
}
