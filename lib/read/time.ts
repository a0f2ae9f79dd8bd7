/** The last moment that ISO 8601 can write with a year of four digits. Files claim any. */
const latestAt = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** `at`: epoch milliseconds, whatever a file says; moments outside the calendar become its nearest one. */
export function isoOf(at: number): string {
  return new Date(Math.min(Math.max(at, 0), latestAt)).toISOString();
}
