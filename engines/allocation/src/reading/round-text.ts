/** A round from JSON text, with every error at its line and column. */
import type { Round } from "../model/round.js";
import { describeIssue, FileError, RoundError } from "./issues.js";
import { readJson } from "./json-text.js";
import { parseRound } from "./parse-round.js";

/** More errors than this help nobody; finding the place of each costs one walk through the text. */
const MOST_PLACED = 100;

/**
 * Reads a round from JSON text; docs/formats/round.md is the format.
 *
 * @throws FileError with line and column, for syntax and for meaning alike; the first 100
 */
export function readRoundText(text: string): Round {
  const json = readJson(text);
  try {
    return parseRound(json.value);
  } catch (error) {
    if (!(error instanceof RoundError)) throw error;
    throw new FileError(
      error.issues.slice(0, MOST_PLACED).map((issue) => ({
        ...json.placeOf(issue.path),
        message: `${issue.path || "the round"}: ${describeIssue(issue)}`,
      })),
    );
  }
}
