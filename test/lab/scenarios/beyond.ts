/** Checks that no scenario reaches, why none can, and where they are proven instead. One line each. */
export interface BeyondTheLab {
  readonly check: string;
  readonly because: string;
  /** A file of the tests that names the check. */
  readonly provenIn: string;
}

const drawn = (category: string, check: string) => `test/lib/checks/${category}/${check}.test.ts`;

const hidden = 'What it reads stands in the body of an answer, which browsers do not show to extensions; files hold it.';
const slow = 'It speaks of minutes, and a scenario has seconds.';

export const beyondTheLab: readonly BeyondTheLab[] = [
  { check: 'metadata-unsupported', because: hidden, provenIn: drawn('request', 'metadata-unsupported') },
  { check: 'device-flow-problem', because: hidden, provenIn: drawn('token-endpoint', 'device-flow-problem') },
  {
    check: 'fedcm-failed',
    because: 'The browser itself makes these requests, behind the back of extensions; files hold them.',
    provenIn: drawn('provider-quirk', 'fedcm-failed'),
  },
  { check: 'callback-late', because: slow, provenIn: drawn('callback', 'callback-late') },
  { check: 'extension-interference', because: 'No server can do that; it takes a second extension.', provenIn: 'test/e2e/beside.ts' },
];
