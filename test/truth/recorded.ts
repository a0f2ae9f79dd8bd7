/** The recordings of the lab, labeled by their scenarios as those are today. */
import type { BrowserName } from '../drivers/driver.ts';
import { inBrowser, type Scenario } from '../lab/model.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { type Label, type Labeled, nothingKnown } from './labeled.ts';
import { browsers, readRecording } from './recordings.ts';

export interface Recorded {
  readonly captures: readonly Labeled[];
  /** `browser: scenario` without a recording. */
  readonly unrecorded: readonly string[];
}

export function recordedCaptures(): Recorded {
  const captures: Labeled[] = [];
  const unrecorded: string[] = [];
  for (const browser of browsers)
    for (const scenario of scenarios) {
      const capture = readRecording(browser, scenario.id);
      if (capture === null) unrecorded.push(`${browser}: ${scenario.id}`);
      else
        captures.push({
          name: `recordings/${browser}/${scenario.id}`,
          origin: 'recorded',
          label: labelOf(scenario, browser),
          profile: scenario.profile ?? 'default',
          open: () => capture,
        });
    }
  return { captures, unrecorded };
}

function labelOf(scenario: Scenario, browser: BrowserName): Label {
  const headline = inBrowser(scenario.headline, browser);
  return { ...nothingKnown, headline, also: scenario.also ?? [], healthy: headline === null };
}
