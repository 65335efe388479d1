/** Ids of organisations. */
import { randomBytes } from "node:crypto";

/** Crockford's base32: no I, L, O or U, which are taken for 1, 1, 0 and V. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** `O` and 12 characters from 60 random bits: unguessable, and fit to be read aloud. */
export function newOrganisationId(): string {
  // 256 is a multiple of 32, so the five low bits of a random byte are as random.
  return `O${[...randomBytes(12)].map((byte) => alphabet[byte & 31]).join("")}`;
}
