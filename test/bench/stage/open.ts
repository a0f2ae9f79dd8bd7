import type { BrowserName } from '../../drivers/driver.ts';
import { chromiumStage } from './chromium.ts';
import { firefoxStage } from './firefox.ts';
import type { Stage } from './stage.ts';

export const openStage = (name: BrowserName): Promise<Stage> => (name === 'firefox' ? firefoxStage() : chromiumStage());

/** For developing a bench: fewer rounds, one browser. A full run has all of both. */
export const rounds = Number(process.env['ROUNDTRIP_BENCH_ROUNDS'] ?? 15);
export const browsers = (['chromium', 'firefox'] as const).filter((name) => (process.env['ROUNDTRIP_BENCH_BROWSER'] ?? name) === name);
