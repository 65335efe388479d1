/** What the database keeps exactly as it was given. */

/** Any JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** A text that the database would not keep as it was given: U+0000 or half a surrogate pair stands in it. */
export class UnstorableText extends RangeError {
  override readonly name = "UnstorableText";
}

/** Whether the database keeps a text as it is. */
export function isStorable(text: string): boolean {
  return !text.includes("\0") && !/\p{Cs}/u.test(text);
}

/**
 * Refuses texts that PostgreSQL does not keep as they are: U+0000 and half a surrogate pair. What was hashed before it
 * was stored would no longer be what is there.
 *
 * @param value JSON, of which all names and texts are looked at
 * @param place what it is, for the message
 * @throws UnstorableText that names the text
 */
export function refuseUnstorable(value: unknown, place: string): void {
  if (typeof value === "string") {
    if (!isStorable(value)) {
      throw new UnstorableText(
        `${place}: the text ${JSON.stringify(value)} holds a character that cannot be kept (U+0000 or half a surrogate pair)`,
      );
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      refuseUnstorable(name, place);
      refuseUnstorable(inner, place);
    }
  }
}

/**
 * Refuses numbers that are not whole or not below 2^53 in absolute value: readers of JSON differ on those, and the
 * verifier accepts none.
 *
 * @param place what it is, for the message
 * @throws RangeError that names the number
 */
export function refuseInexact(value: unknown, place: string): void {
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value))
      throw new RangeError(`${place}: ${value} is not a whole number below 2^53`);
  } else if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) refuseInexact(inner, place);
  }
}
