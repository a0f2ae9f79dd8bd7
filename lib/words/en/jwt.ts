/** A token that was opened: what stands in it, never its signature. */
import { section } from '../speaking.ts';

export const jwt = section('jwt', {
  open: 'Open this token',
  close: 'Close this token',
  loading: 'Opening …',
  label: 'What the token says',
  header: 'Header',
  claims: 'Claims',
  unverified: 'Read, not verified: whether its signature is right, only the app can tell.',
  encrypted: 'Encrypted: only its header can be read. What is inside opens with the app’s key.',
  broken: {
    parts: (count: number) =>
      `This is no whole token: it has ${count} ${count === 1 ? 'part' : 'parts'} instead of three, or five when encrypted.`,
    header: 'Its first part is no readable header; it may have been cut or changed on the way.',
    claims: 'Its header can be read, but the claims behind it can not; they may have been cut or changed on the way.',
  },
  before: (duration: string) => `${duration} before this request`,
  after: (duration: string) => `${duration} after this request`,
  same: 'the moment of this request',
  matches: {
    client: 'the client_id of the request',
    nonce: 'the nonce of the request',
  },
  holds: {
    client: 'holds the client_id of the request',
    nonce: 'holds the nonce of the request',
  },
  differs: {
    client: 'not the client_id of the request',
    nonce: 'not the nonce of the request',
  },
  value: (name: string) => `the claim ${name}`,
  noClaims: 'None.',
});
