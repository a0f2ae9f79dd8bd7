/** JWTs as servers write them; nobody checks the signature. */
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

export const jwt = (claims: object, header: object = { alg: 'RS256', kid: 'CANARY' }) =>
  `${part(header)}.${part(claims)}.${'alg' in header && header.alg === 'none' ? '' : 'CANARYsignature'}`;

export const encryptedJwt = `${part({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.CANARYkey.CANARYiv.CANARYtext.CANARYtag`;
