/** The schema of assumptions: choices of the writer that the accord does not give. */
import * as z from "zod";
import { list, localisedText } from "./text.js";

/** A list of assumptions over the given fields. */
export function assumptions<const Fields extends readonly [string, ...string[]]>(fields: Fields) {
  const hint = `one of ${fields.map((field) => `\`${field}\``).join(", ")}`;
  return list(
    z.strictObject({
      covers: list(z.enum(fields, { error: hint }), `at least ${hint}`).describe(
        "The fields that rest on it; pages label their figures as an assumption.",
      ),
      text: localisedText.describe("What was chosen and why the accord does not say it."),
    }),
  )
    .exactOptional()
    .describe("Choices of the programme's writer that the accord does not give.");
}
