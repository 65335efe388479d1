/** Ids that cannot be guessed, in letters and digits that people can read to each other. */
import { randomInt } from "node:crypto";

/** Crockford's base 32 (crockford.com/base32.html): no I, L, O and U. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * A prefix and twelve characters of five random bits each: 60 bits.
 * @param prefix `A` for an application, `O` for an organisation
 */
export function randomId(prefix: "A" | "O"): string {
  return prefix + Array.from({ length: 12 }, () => alphabet[randomInt(32)]).join("");
}
