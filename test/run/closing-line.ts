/** The last line of every run: `N passed, N failed`. */
import type { Reporter, TestModule } from 'vitest/node';

export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    let passed = 0;
    let failed = unhandled.length;
    for (const module of modules) {
      let own = 0;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        own++;
        if (state === 'passed') passed++;
        else if (state === 'failed') failed++;
      }
      // A file that could not even be loaded counts as one failure.
      if (own === 0 && module.errors().length > 0) failed++;
    }
    // After vitest's own summary, which is written in the same turn.
    setImmediate(() => process.stdout.write(`${passed} passed, ${failed} failed\n`));
  }
}
