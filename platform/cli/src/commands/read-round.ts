/** Reads a round for a command, in any format the command line knows. */
import {
  detectFormat,
  FileError,
  type Round,
  RoundError,
  readKnapsack,
  readPabulib,
  readRoundText,
} from "@voorsprong/allocation";
import { UnusableInput } from "../failure.js";
import { nameOf, readText } from "../files.js";
import type { Format } from "../formats.js";

/**
 * The round in a file. Without a format the content tells.
 *
 * @param instance which instance of a `mkp` file, from 1; other formats have none
 * @throws UnusableInput with one line per error: file, line, column, reason
 */
export async function readRound(
  path: string,
  format: Format | undefined,
  instance: number | undefined,
): Promise<Round> {
  const text = await readText(path);
  const name = nameOf(path);
  try {
    const known = format ?? formatOf(text, name);
    if (instance !== undefined && known !== "mkp")
      throw new UnusableInput(
        `${name}: is read as ${known}, which holds one round; --instance is for mkp files`,
      );
    switch (known) {
      case "json":
        return readRoundText(text);
      case "pb":
        return readPabulib(text);
      case "mkp":
        return readKnapsack(text, instance ?? 1).round;
    }
  } catch (error) {
    if (error instanceof FileError)
      throw new UnusableInput(...error.issues.map((i) => `${name}:${i.line}:${i.column} ${i.message}`));
    if (error instanceof RoundError)
      throw new UnusableInput(...error.issues.map((i) => `${name}: ${i.path || "/"}: ${i.message}`));
    throw error;
  }
}

function formatOf(text: string, name: string): Format {
  const found = detectFormat(text, name);
  if (found === "csv")
    throw new UnusableInput(
      `${name}: is a CSV of applications, which has no budgets or limits; register it on a fund's page, or write a round as JSON (docs/formats/round.md)`,
    );
  if (found === null)
    throw new UnusableInput(
      `${name}: is not a round in a known format; say which with --format json, pb or mkp (docs/formats/round.md)`,
    );
  return found;
}
