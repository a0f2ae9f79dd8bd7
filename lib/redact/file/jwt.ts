/** JWTs keep who they are for and when they were made; never the person's claims, never the signature. */
import { readJwt } from '../../read/jwt.ts';
import { redactMember, redactMembers, type Texts } from './json.ts';

/** Names of algorithms and types (IANA registries of JOSE). */
const registered =
  /^(?:none|[HRPE]S(?:256|384|512)|EdDSA|Ed25519|ES256K|RSA1_5|RSA-OAEP(?:-\d{3})?|A\d{3}(?:GCM)?(?:KW)?|A\d{3}CBC-HS\d{3}|dir|ECDH-ES(?:\+A\d{3}KW)?|PBES2-HS\d{3}\+A\d{3}KW|(?:[a-z]{2,20}[-+])*jwt|jose|sd-jwt|kb\+jwt)$/i;

function headerOf(header: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    ['alg', 'enc', 'typ'].flatMap((name) => {
      const value = header[name];
      return typeof value === 'string' && registered.test(value) && value.length <= 24 ? [[name, value]] : [];
    }),
  );
}

export function redactJwt(jwt: string, text: Texts): string {
  const read = readJwt(jwt);
  const hide = (part: string) => (part === '' ? '' : text.standIns.of(part));
  const [header = '', payload = '', ...rest] = jwt.split('.');
  if (read.kind === 'encrypted') return [toBase64Url(headerOf(read.header), header), hide(payload), ...rest.map(hide)].join('.');
  if (read.kind !== 'signed') return text.standIns.of(jwt);
  const { aud, iss, azp, client_id, iat, nbf, ...claims } = read.claims;
  const shown = {
    ...(iss === undefined ? {} : { iss: redactMember('iss', iss, 1, text) }),
    // An audience is a client, whatever the claim is called.
    ...(aud === undefined ? {} : { aud: redactMember('client_id', aud, 1, text) }),
    ...(azp === undefined ? {} : { azp: redactMember('client_id', azp, 1, text) }),
    ...(client_id === undefined ? {} : { client_id: redactMember('client_id', client_id, 1, text) }),
    ...(iat === undefined ? {} : { iat: redactMember('iat', iat, 1, text) }),
    ...(nbf === undefined ? {} : { nbf: redactMember('nbf', nbf, 1, text) }),
    ...redactMembers(claims, 1, text),
  };
  return [toBase64Url(headerOf(read.header), header), toBase64Url(shown, payload), ...rest.map(hide)].join('.');
}

/** As long as `like` where it can be: blanks stand in for what was left out, and for those that somebody wrote for the eye. */
function toBase64Url(part: unknown, like: string): string {
  const text = JSON.stringify(part);
  const missing = Math.floor((like.replace(/(?<!=)=+$/, '').length * 3) / 4) - new TextEncoder().encode(text).length;
  const bytes = new TextEncoder().encode(text + ' '.repeat(Math.max(0, missing)));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/(?<!=)=+$/, '');
}
