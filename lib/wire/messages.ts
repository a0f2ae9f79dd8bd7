/** What views ask of the background. Everything else they read from storage themselves, worker or no worker. */
import type { InspectedAnswer } from '../model/inspected.ts';

export type Message = { readonly kind: 'clear' } | { readonly kind: 'answer'; readonly answer: InspectedAnswer };

export function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'kind' in value && (value.kind === 'clear' || value.kind === 'answer');
}
