/** Compact JWS with Ed25519 (RFC 7515, RFC 8037), through the Web Cryptography of the browser or of Node. */
import type { Json } from "./json.js";
import { refuse } from "./refusal.js";
import { sha256 } from "./sha256.js";
import { fields, oneOf, text } from "./shape.js";

/** An Ed25519 public key. */
export interface PublicKey {
  /** Its JWK thumbprint (RFC 7638) with SHA-256, in base64url: what a published key is compared by. */
  readonly fingerprint: string;
  /** Ready to check signatures; undefined where this machine has no Ed25519. */
  readonly verifier: SigningKey | undefined;
}

/** A key that is ready to check signatures. */
export type SigningKey = CryptoKey;

/**
 * Reads a public JWK (RFC 8037: `kty` "OKP", `crv` "Ed25519", `x`).
 *
 * @throws {Refusal} when it is not such a key.
 */
export async function importKey(value: Json, where: string): Promise<PublicKey> {
  const jwk = fields(value, where, ["kty", "crv", "x"], ["kid", "alg", "use", "key_ops", "ext"]);
  jwk.get("kty", oneOf(["OKP"]));
  jwk.get("crv", oneOf(["Ed25519"]));
  const encoded = jwk.get("x", text);
  const x = bytes(encoded);
  if (x?.length !== 32)
    return refuse(`${where}/x`, "Dit is geen Ed25519-sleutel.", "This is not an Ed25519 key.");
  const fingerprint = base64url(sha256(`{"crv":"Ed25519","kty":"OKP","x":"${encoded}"}`));
  return { fingerprint, verifier: await verifierOf(x) };
}

async function verifierOf(x: Uint8Array<ArrayBuffer>): Promise<SigningKey | undefined> {
  try {
    return await globalThis.crypto.subtle.importKey("raw", x, { name: "Ed25519" }, false, ["verify"]);
  } catch {
    // The key is well formed, so what failed is the machine: no Web Cryptography, or none with Ed25519.
    return undefined;
  }
}

/** The text that was signed, or undefined when the signature is not one of this key under `alg` EdDSA. */
export async function signedText(jws: string, key: SigningKey): Promise<string | undefined> {
  const [header = "", payload = "", signature = "", ...more] = jws.split(".");
  const headerText = utf8(header);
  const content = utf8(payload);
  const mark = bytes(signature);
  if (more.length > 0 || headerText === undefined || content === undefined || mark === undefined)
    return undefined;
  if (!isEdDsa(headerText)) return undefined;
  const signed = new TextEncoder().encode(`${header}.${payload}`);
  const right = await globalThis.crypto.subtle.verify({ name: "Ed25519" }, key, mark, signed);
  return right ? content : undefined;
}

/** Whether a protected header asks for EdDSA, and for nothing that would have to be understood (`crit`). */
function isEdDsa(header: string): boolean {
  try {
    const { alg, crit } = JSON.parse(header) as { alg?: unknown; crit?: unknown };
    return alg === "EdDSA" && crit === undefined;
  } catch {
    return false;
  }
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Reads base64url without padding (RFC 7515, appendix C); undefined when it is not written in its one right way. */
function bytes(encoded: string): Uint8Array<ArrayBuffer> | undefined {
  const result = new Uint8Array(Math.floor((encoded.length * 6) / 8));
  let buffer = 0;
  let bits = 0;
  let filled = 0;
  for (const character of encoded) {
    const digit = ALPHABET.indexOf(character);
    if (digit < 0) return undefined;
    buffer = ((buffer << 6) | digit) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    result[filled++] = (buffer >> bits) & 0xff;
  }
  const rest = buffer & ((1 << bits) - 1);
  return bits >= 6 || rest !== 0 ? undefined : result;
}

/** Hexadecimal digits as base64url without padding. */
function base64url(hex: string): string {
  const bits = Array.from(hex, (digit) => Number.parseInt(digit, 16).toString(2).padStart(4, "0")).join("");
  let encoded = "";
  for (let at = 0; at < bits.length; at += 6)
    encoded += ALPHABET.charAt(Number.parseInt(bits.slice(at, at + 6).padEnd(6, "0"), 2));
  return encoded;
}

function utf8(encoded: string): string | undefined {
  const found = bytes(encoded);
  if (found === undefined) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(found);
  } catch {
    return undefined;
  }
}
