/**
 * Logins to look at before one has met a login of one's own: recorded in a real browser at the provider of the lab, redacted like every
 * capture, and opened like any file. The same ones as in test/recordings, where a test compares them.
 */

/** By name: the scenario of the lab it is. */
export const examples = {
  works: 'server-code',
  'cookie-lost': 'form-post-lax',
  'address-refused': 'redirect-slash',
} as const;

export type ExampleName = keyof typeof examples;

export const exampleNames = Object.keys(examples) as readonly ExampleName[];

const loaders: Readonly<Record<ExampleName, () => Promise<{ readonly default: unknown }>>> = {
  works: () => import('./works.json', { with: { type: 'json' } }),
  'cookie-lost': () => import('./cookie-lost.json', { with: { type: 'json' } }),
  'address-refused': () => import('./address-refused.json', { with: { type: 'json' } }),
};

/** The text of a capture file. */
export async function loadExample(name: ExampleName): Promise<string> {
  return JSON.stringify((await loaders[name]()).default);
}
