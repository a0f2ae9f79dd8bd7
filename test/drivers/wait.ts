/** Waiting that always ends: every wait says what it waited for. */

/** Milliseconds a wait may take unless it says otherwise. */
export const patienceMs = 15_000;

const pauseMs = 40;

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Asks again and again until the probe gives something other than null, false or undefined. A probe that throws has
 * not answered yet: documents go away while they are asked.
 */
export async function until<T>(
  what: string,
  probe: () => Promise<T | null | undefined | false>,
  timeoutMs: number = patienceMs,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  let last: unknown = null;
  for (;;) {
    try {
      const found = await within(`an answer while waiting for ${what}`, probe(), Math.max(2_000, end - Date.now()));
      if (found !== null && found !== undefined && found !== false) return found;
      last = null;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) {
      const reason = last instanceof Error ? ` (${last.message})` : '';
      throw new Error(`Waited ${timeoutMs} ms for ${what}${reason}`);
    }
    await sleep(pauseMs);
  }
}

/** The promise, or an error that says what did not happen in time. */
export async function within<T>(what: string, work: Promise<T>, timeoutMs: number = patienceMs): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Waited ${timeoutMs} ms for ${what}`)), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
