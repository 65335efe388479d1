/** Random secrets, and what is kept of them. */
import { createHash, randomBytes } from "node:crypto";

/** 256 random bits as text that fits in a cookie, a header and an address. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** SHA-256 of a secret in hexadecimal: what the database keeps, so that who reads it can sign in as nobody. */
export function hashOfSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
