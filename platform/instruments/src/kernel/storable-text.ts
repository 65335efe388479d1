/** Texts that people send and a database can keep. */
import { z } from "zod";

/**
 * A text without U+0000 and without half surrogate pairs, which PostgreSQL and JSON readers cannot take.
 * @param longest in UTF-16 units
 */
export function storableText(longest: number) {
  return z
    .string()
    .max(longest)
    .refine(
      (text) => !text.includes("\0") && !/\p{Cs}/u.test(text),
      "this text holds a character that cannot be kept",
    );
}
