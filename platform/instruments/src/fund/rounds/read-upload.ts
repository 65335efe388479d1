/** From what a user sends to a round in canonical form, with every error at its place. */
import {
  FileError,
  obstacleTo,
  parseRound,
  type Round,
  RoundError,
  type RoundIssue,
  type Rule,
  type RuleObstacle,
  readApplicationsCsv,
  readKnapsack,
  readPabulib,
  readRoundText,
} from "@voorsprong/allocation";
import { type InputError, Refusal } from "../../kernel/refusal.js";
import { type ClosedLists, inCsv, inJson, unlisted, unlistedColumns } from "./closed-lists.js";
import { csvPlaces } from "./csv-places.js";
import type { NewRound } from "./views.js";

/** What was sent; `terms` is the fund's call as a round without applications, `lists` its lists; null without a fund. */
export interface Upload {
  readonly format: NewRound["format"];
  readonly text: string;
  /** The rule that is to decide the round. */
  readonly rule: Rule;
  readonly terms: Round | null;
  readonly lists: ClosedLists | null;
}

/** The most applications of one round. */
export const mostApplications = 200_000;

/** The most errors that are told; the first hundred are enough to see what is wrong. */
const mostErrors = 100;

/**
 * Reads an upload. CSV takes budgets, limits and lot from the fund's call; every other format brings its own.
 *
 * @throws Refusal with the places of what is wrong
 */
export function readUpload(upload: Upload): Round {
  const round = withPlaces(() => readFormat(upload));
  if (round.applications.length > mostApplications)
    throw new Refusal(
      "unusable",
      `A round may hold ${mostApplications} applications; this one has ${round.applications.length}.`,
    );
  refuseUnkeepable(round);
  refuseUnlisted(round, upload);
  refuseUndecidable(round, upload);
  return round;
}

function readFormat(upload: Upload): Round {
  const { format, text, terms } = upload;
  switch (format) {
    case "json":
      return readRoundText(text);
    case "pb":
      return readPabulib(text);
    case "mkp":
      return readKnapsack(text).round;
    case "csv": {
      if (terms === null)
        throw new Refusal(
          "unusable",
          "CSV holds applications only: name the fund whose call gives the budgets and limits, or send JSON.",
        );
      return parseWithTerms(terms, upload);
    }
  }
}

/** Joins applications from CSV with a call; what the call does not know is told at its column. */
function parseWithTerms(terms: Round, { text, lists }: Upload): Round {
  const applications = readApplicationsCsv(text);
  const budgets = terms.budgets.map(({ id }) => id);
  const columns = unlistedColumns(lists ?? {}, budgets, csvPlaces(text));
  if (columns.length > 0) throw unusable(columns.map(({ at, detail }) => unusableAt(at, detail)));
  return parseRound({ ...terms, applications });
}

/** Refuses what is outside the fund's lists. Formats that have no themes, regions and sizes are trials as they are. */
function refuseUnlisted(round: Round, { format, text, lists }: Upload): void {
  if (lists === null || (format !== "csv" && format !== "json")) return;
  const found = unlisted(lists, round);
  if (found.length === 0) return;
  const placed = format === "csv" ? inCsv(found, csvPlaces(text)) : inJson(found, text);
  throw unusable(placed.map(({ at, detail }) => unusableAt(at, detail)));
}

/** Refuses a round that its rule cannot decide. A lottery that is not drawn gets its draw when it is registered. */
function refuseUndecidable(round: Round, upload: Upload): void {
  const obstacle = upload.rule === "lottery" ? null : obstacleTo(round, upload.rule);
  if (obstacle === null) return;
  throw unusable([unusableAt(placeOf(obstacle, upload), obstacle.message)]);
}

/** Where something is missing, as the sender can find it. */
function placeOf({ application, path }: RuleObstacle, { format, text }: Upload): InputError["location"] {
  if (application !== null && format === "csv") {
    const { header, lines } = csvPlaces(text);
    return { line: lines.get(application) ?? 1, column: Math.max(0, header.indexOf("received")) + 1 };
  }
  const found =
    application !== null && format === "json" ? inJson([{ application, tag: null, detail: "" }], text) : [];
  return found[0]?.at ?? { pointer: path };
}

/** Runs a reader and turns its errors into one refusal. */
function withPlaces(read: () => Round): Round {
  try {
    return read();
  } catch (error) {
    if (error instanceof FileError)
      throw unusable(error.issues.map(({ line, column, message }) => unusableAt({ line, column }, message)));
    if (error instanceof RoundError) throw unusable(error.issues.map(atPointer));
    // The readers descend with the text; one that nests thousands deep is no round.
    if (error instanceof RangeError)
      throw new Refusal("unusable", "This text is nested too deeply to be a round.");
    throw error;
  }
}

function unusable(errors: readonly InputError[]): Refusal {
  const more = errors.length > mostErrors ? ` The first ${mostErrors} are given.` : "";
  return new Refusal(
    "unusable",
    `The round cannot be used: ${errors.length} ${errors.length === 1 ? "error" : "errors"}.${more}`,
    errors.slice(0, mostErrors),
  );
}

function unusableAt(location: InputError["location"], detail: string): InputError {
  return { in: "body", location, code: "unusable", detail };
}

function atPointer({ path, message, expected }: RoundIssue): InputError {
  return unusableAt({ pointer: path }, expected === undefined ? message : `${message}; expected ${expected}`);
}

/** The longest an id, name or tag value may be, and the longest any other text, in UTF-16 code units. */
const longestName = 200;
const longestText = 2_000;

/** Refuses texts that could not be kept: PostgreSQL has no U+0000 and its indexes take names of limited length. */
function refuseUnkeepable(round: Round): void {
  const errors: InputError[] = [];
  const check = (value: unknown, pointer: string, longest: number): void => {
    if (typeof value === "string") {
      if (value.includes("\0"))
        errors.push(
          unusableAt({ pointer }, "a text holds the character U+0000, which cannot be kept; leave it out"),
        );
      if (value.length > longest)
        errors.push(
          unusableAt({ pointer }, `a text has ${value.length} characters; at most ${longest} are kept`),
        );
    } else if (typeof value === "object" && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        if (!Array.isArray(value)) check(name, pointer, longestName);
        check(inner, pointer, name === "title" || name === "seed" ? longestText : longestName);
      }
    }
  };
  for (const [index, application] of round.applications.entries())
    check(application, `/applications/${index}`, longestName);
  check({ ...round, applications: [] }, "", longestName);
  if (errors.length > 0) throw unusable(errors);
}
