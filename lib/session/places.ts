/** In which windows and containers a flow ran, in words. Pure. */
import type { Capture } from '../model/capture.ts';
import type { Where } from '../model/exchange.ts';
import type { JudgedFlow } from '../model/finding.ts';
import { session as say } from '../words/en/session.ts';

const ofContainer = /^firefox-container-(\d+)$/;

/** Null: an ordinary tab. */
function placeOf({ container, incognito }: Where, names: Readonly<Record<string, string>>): string | null {
  if (incognito) return say().privateWindow;
  const number = ofContainer.exec(container ?? '')?.[1];
  if (container === null || number === undefined) return null;
  const name = names[container];
  return name === undefined ? say().container(number) : say().containerNamed(name);
}

/** The places of a flow in the order it went through them. Empty when all of it was in ordinary tabs. */
export function placesOf({ flow }: JudgedFlow, capture: Capture, names: Readonly<Record<string, string>>): readonly string[] {
  const steps = new Set(flow.steps.map((step) => step.exchange));
  const places = capture.exchanges.filter((e) => steps.has(e.id) && e.where.tab !== null).map((e) => placeOf(e.where, names));
  if (places.every((place) => place === null)) return [];
  return places.map((place) => place ?? say().ordinaryTab).filter((place, i, all) => place !== all[i - 1]);
}
