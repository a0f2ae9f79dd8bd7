/**
 * SHA-256 (FIPS 180-4). The platform's own is asynchronous, and the engine is not. For comparing what both sides already hold,
 * never for keeping anything secret.
 */

/** The first 32 bits of the fractional part of a root of a prime. */
const fraction = (root: number) => ((root - Math.floor(root)) * 2 ** 32) | 0;

const primes: number[] = [];
for (let n = 2; primes.length < 64; n++) if (primes.every((p) => n % p !== 0)) primes.push(n);
const rounds = Int32Array.from(primes, (p) => fraction(Math.cbrt(p)));
const start = Int32Array.from(primes.slice(0, 8), (p) => fraction(Math.sqrt(p)));

const blockBytes = 64;
const rotate = (word: number, by: number) => (word >>> by) | (word << (32 - by));
const word = (words: Int32Array, at: number) => words[at] ?? 0;

/** The message, a one bit, zeros, and its length in bits, in whole blocks. */
function padded(bytes: Uint8Array): DataView {
  const view = new DataView(new ArrayBuffer(Math.ceil((bytes.length + 9) / blockBytes) * blockBytes));
  new Uint8Array(view.buffer).set(bytes);
  view.setUint8(bytes.length, 0x80);
  view.setUint32(view.byteLength - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(view.byteLength - 4, bytes.length << 3);
  return view;
}

function compress(hash: Int32Array, w: Int32Array): void {
  for (let i = 16; i < 64; i++) {
    const early = word(w, i - 15);
    const late = word(w, i - 2);
    const s0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const s1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    w[i] = word(w, i - 16) + s0 + word(w, i - 7) + s1;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let i = 0; i < 64; i++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + word(rounds, i) + word(w, i)) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  for (const [i, part] of [a, b, c, d, e, f, g, h].entries()) hash[i] = word(hash, i) + part;
}

export function sha256(bytes: Uint8Array): Uint8Array {
  const message = padded(bytes);
  const hash = Int32Array.from(start);
  const schedule = new Int32Array(64);
  for (let at = 0; at < message.byteLength; at += blockBytes) {
    for (let i = 0; i < 16; i++) schedule[i] = message.getInt32(at + i * 4);
    compress(hash, schedule);
  }
  const digest = new DataView(new ArrayBuffer(32));
  for (const [i, part] of hash.entries()) digest.setInt32(i * 4, part);
  return new Uint8Array(digest.buffer);
}
