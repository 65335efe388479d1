/** A round from JSON text, with every error at its line and column. */
import type { Round } from "../model/round.js";
import { describeIssue, FileError, RoundError } from "./issues.js";
import { readJson } from "./json-text.js";
import { parseRound } from "./parse-round.js";

/**
 * Reads a round from JSON text; docs/formats/round.md is the format. Numbers are judged as they are written.
 *
 * @throws FileError with line and column, for syntax and for meaning alike
 */
export function readRoundText(text: string): Round {
  const json = readJson(text);
  try {
    return parseRound(json.value);
  } catch (error) {
    if (!(error instanceof RoundError)) throw error;
    const places = json.placesOf(error.issues.map(({ path }) => path));
    throw new FileError(
      error.issues.map((issue, index) => ({
        ...places[index]!,
        message: `${issue.path || "the round"}: ${describeIssue(issue)}`,
      })),
    );
  }
}
