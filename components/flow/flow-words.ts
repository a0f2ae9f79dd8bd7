/** Numbers and addresses the way a reader says them. */
import { plural as counted, decimalWords } from '../../lib/words/numbers.ts';

/** `https://app.example:8443` → `app.example:8443`; http stays visible, as it matters. */
export function shortOrigin(origin: string | null, fallback: string): string {
  return origin === null ? fallback : origin.replace(/^https:\/\//, '');
}

export function offsetWords(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 100) return decimalWords(seconds, 2);
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}

export function durationWords(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${decimalWords(ms / 1000, ms < 10_000 ? 1 : 0)} s`;
  if (ms < 3_600_000) return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
  return `${Math.floor(ms / 3_600_000)} h ${Math.round((ms % 3_600_000) / 60_000)} min`;
}

/** The same digits in every language that there is. */
const clock = new Intl.DateTimeFormat('en-US', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });

export function clockWords(at: number): string {
  return clock.format(at);
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return counted(count, one, many);
}
