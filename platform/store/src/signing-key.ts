/** The key that signs the ledger: Ed25519, made at the first start or given by the operator. */
import {
  CompactSign,
  type CryptoKey,
  calculateJwkThumbprint,
  compactVerify,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from "jose";
import { advisoryLock } from "./advisory.js";
import type { Database } from "./database.js";

/** A public Ed25519 key (RFC 8037); `kid` is its thumbprint (RFC 7638). */
export interface PublicKey {
  readonly kty: "OKP";
  readonly crv: "Ed25519";
  readonly x: string;
  readonly kid: string;
}

/** Signs; the private key cannot be taken out of it. */
export interface Signer {
  readonly publicKey: PublicKey;
  /** A compact JWS (RFC 7515) with `alg` EdDSA over the UTF-8 text. */
  sign(text: string): Promise<string>;
}

async function publicPart({ x }: JWK): Promise<PublicKey> {
  const key = { kty: "OKP", crv: "Ed25519", x: x! } as const;
  return { ...key, kid: await calculateJwkThumbprint(key) };
}

async function signerOf(jwk: JWK): Promise<Signer> {
  const key = (await importJWK({ ...jwk, ext: false }, "EdDSA")) as CryptoKey;
  return {
    publicKey: await publicPart(jwk),
    sign: (text) =>
      new CompactSign(new TextEncoder().encode(text)).setProtectedHeader({ alg: "EdDSA" }).sign(key),
  };
}

/**
 * The text that a compact JWS signs, or null when it is not one by this key with `alg` EdDSA. For what another
 * installation signed; its own signatures are checked by `@voorsprong/verifier`.
 */
export async function signedText(
  jws: string,
  { kty, crv, x }: Pick<PublicKey, "kty" | "crv" | "x">,
): Promise<string | null> {
  try {
    const key = await importJWK({ kty, crv, x }, "EdDSA");
    const { payload } = await compactVerify(jws, key, { algorithms: ["EdDSA"] });
    return new TextDecoder("utf-8", { fatal: true }).decode(payload);
  } catch {
    return null;
  }
}

/**
 * The signer of a private key that the operator gave.
 * @param text a JWK of an Ed25519 key with its private part `d`
 * @throws Error when it is not one; the message never holds the key
 */
export async function givenSigner(text: string): Promise<Signer> {
  try {
    const jwk = JSON.parse(text) as JWK;
    if (
      jwk.kty === "OKP" &&
      jwk.crv === "Ed25519" &&
      typeof jwk.x === "string" &&
      typeof jwk.d === "string"
    ) {
      return await signerOf({ kty: jwk.kty, crv: jwk.crv, x: jwk.x, d: jwk.d });
    }
  } catch {
    // The reason a parser gives may quote the key; the message below is all that may be said.
  }
  throw new Error(
    'the signing key is not an Ed25519 private key in JWK form: {"kty":"OKP","crv":"Ed25519","x":"…","d":"…"}',
  );
}

/** The signer of the key that the database keeps; it is made at the first start. */
export async function keptSigner(database: Database): Promise<Signer> {
  const read = (from: Pick<Database, "query">) => from.query<{ jwk: JWK }>("SELECT jwk FROM signing_key");
  const [kept] = await read(database);
  if (kept !== undefined) return signerOf(kept.jwk);
  return database.transaction(async (tx) => {
    await advisoryLock(tx, "signing-key");
    const [madeMeanwhile] = await read(tx);
    if (madeMeanwhile !== undefined) return signerOf(madeMeanwhile.jwk);
    const { privateKey } = await generateKeyPair("EdDSA", { extractable: true });
    const jwk = await exportJWK(privateKey);
    await tx.query("INSERT INTO signing_key (jwk) VALUES ($1::jsonb)", [JSON.stringify(jwk)]);
    return signerOf(jwk);
  });
}
