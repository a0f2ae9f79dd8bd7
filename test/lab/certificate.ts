/** A certificate authority and one certificate for all hosts of the lab, made anew at every start. */
import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

export interface Certificate {
  /** Private key of the servers, PEM. */
  readonly key: string;
  /** Certificate of the servers, PEM. */
  readonly pem: string;
  /** The authority that signed it: PEM, and DER in base64. */
  readonly caPem: string;
  readonly caDer: string;
  /** SHA-256 of the servers' public key (SubjectPublicKeyInfo), base64: what Chromium's exception list wants. */
  readonly spki: string;
}

const lifetimeMs = 30 * 86_400_000;
/** Clocks of browser and lab are the same, but certificates are valid from a whole second on. */
const earlierMs = 3_600_000;

function validity() {
  return { notBeforeDate: new Date(Date.now() - earlierMs), notAfterDate: new Date(Date.now() + lifetimeMs) };
}

export async function makeCertificate(hosts: readonly string[]): Promise<Certificate> {
  const authority = await generate([{ name: 'commonName', value: 'Roundtrip lab authority' }], {
    ...validity(),
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });
  const leaf = await generate([{ name: 'commonName', value: 'Roundtrip lab' }], {
    ...validity(),
    keyType: 'ec',
    algorithm: 'sha256',
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [...hosts.map((value) => ({ type: 2 as const, value })), { type: 7 as const, ip: '127.0.0.1' }],
      },
    ],
  });
  const spki = new X509Certificate(leaf.cert).publicKey.export({ type: 'spki', format: 'der' });
  return {
    key: leaf.private,
    pem: leaf.cert,
    caPem: authority.cert,
    caDer: new X509Certificate(authority.cert).raw.toString('base64'),
    spki: createHash('sha256').update(spki).digest('base64'),
  };
}
