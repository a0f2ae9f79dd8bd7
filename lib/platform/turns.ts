/** Whose turn it is on the thread of a page, and whether anybody looks at it. */

/** Milliseconds since some moment in the past. */
export const now = (): number => performance.now();

/** Fulfilled when everybody else had a turn. A message to oneself waits in the line of tasks; a timer would wait 4 ms longer, each time. */
export function pause(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}

/** False while this page is behind another one, or its window is. */
export const isVisible = (): boolean => document.visibilityState !== 'hidden';

export function onVisible(listener: () => void): void {
  document.addEventListener('visibilitychange', () => {
    if (isVisible()) listener();
  });
}
