/** What views ask of the background. Everything else they read from storage themselves, worker or no worker. */
export type Message = { readonly kind: 'clear' };

export function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'clear';
}
