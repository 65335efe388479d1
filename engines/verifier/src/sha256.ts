/** SHA-256 as in FIPS 180-4. Written out here so that a check needs nothing but this package. */

/** The round constants: the first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const K = new Int32Array([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
]);

/** The initial state: the first 32 bits of the fractional parts of the square roots of the first 8 primes. */
const H = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
] as const;

/** Rotates a 32-bit word to the right. */
function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** Room for the 64 words of a block, used again for each. */
const W = new Int32Array(64);

/** Takes in one block of 64 bytes at `offset`, changing `state`. */
function compress(state: Int32Array, bytes: Uint8Array, offset: number): void {
  for (let t = 0, at = offset; t < 16; t++, at += 4)
    W[t] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
  for (let t = 16; t < 64; t++) {
    const early = W[t - 15]!;
    const late = W[t - 2]!;
    const s0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const s1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    W[t] = (W[t - 16]! + s0 + W[t - 7]! + s1) | 0;
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let t = 0; t < 64; t++) {
    const S1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + S1 + ((e & f) ^ (~e & g)) + K[t]! + W[t]!) | 0;
    const S0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (S0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = state[0]! + a;
  state[1] = state[1]! + b;
  state[2] = state[2]! + c;
  state[3] = state[3]! + d;
  state[4] = state[4]! + e;
  state[5] = state[5]! + f;
  state[6] = state[6]! + g;
  state[7] = state[7]! + h;
}

const ENCODER = new TextEncoder();

/** Room for one padded block. */
const BLOCK = new Uint8Array(64);

/** The SHA-256 digest of a text in UTF-8, as eight words of 32 bits. */
function digest(text: string): Int32Array {
  const state = new Int32Array(H);
  // Short texts, such as those of lots, fit in one block with their padding: a one bit, zeros, the length in bits.
  const { read, written } = ENCODER.encodeInto(text, BLOCK);
  if (read === text.length && written < 56) {
    BLOCK.fill(0, written);
    BLOCK[written] = 0x80;
    BLOCK[62] = (8 * written) >> 8;
    BLOCK[63] = (8 * written) & 0xff;
    compress(state, BLOCK, 0);
    return state;
  }
  const bytes = ENCODER.encode(text);
  const whole = bytes.length - (bytes.length % 64);
  for (let offset = 0; offset < whole; offset += 64) compress(state, bytes, offset);

  // Padding: a one bit, zeros, and the length in bits as a 64-bit number at the end of a block.
  const rest = bytes.length - whole;
  const tail = new Uint8Array(rest < 56 ? 64 : 128);
  tail.set(bytes.subarray(whole));
  tail[rest] = 0x80;
  new DataView(tail.buffer).setBigUint64(tail.length - 8, BigInt(bytes.length) * 8n);
  for (let offset = 0; offset < tail.length; offset += 64) compress(state, tail, offset);
  return state;
}

/** The SHA-256 digest of a text in UTF-8, as 64 lowercase hexadecimal digits. */
export function sha256(text: string): string {
  return hex(digest(text));
}

/** The first 52 bits of the SHA-256 digest of a text, as a whole number: enough to put nearly all digests in order. */
export function beginningOf(text: string): number {
  const words = digest(text);
  return (words[0]! >>> 0) * 2 ** 20 + (words[1]! >>> 12);
}

function hex(words: Int32Array): string {
  let digits = "";
  for (let n = 0; n < words.length; n++) digits += (words[n]! >>> 0).toString(16).padStart(8, "0");
  return digits;
}

/** `sha256:` and the digest, the form in which documents and the ledger hold hashes. */
export function hashOf(text: string): string {
  return `sha256:${sha256(text)}`;
}
