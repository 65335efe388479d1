/** Reads a file that holds a round or its applications, and says what is in it, before anything is sent. */
import {
  describeRow,
  detectFormat,
  FileError,
  type FileIssue,
  hashRound,
  type Language,
  obstacleTo,
  parseRound,
  type Round,
  RoundError,
  type RoundFormat,
  type Rule,
  readApplicationsCsv,
  readKnapsack,
  readPabulib,
  readRoundText,
  type Titles,
} from "@voorsprong/allocation";
import type { LimitView } from "@voorsprong/server/contract";

/** What a fund's call adds to a file with applications only. */
export interface CallParts {
  readonly name: string;
  readonly budgets: readonly { readonly id: string; readonly amount: number }[];
  readonly constraints: readonly unknown[];
}

/** A file to read. */
export interface ReadRequest {
  readonly name: string;
  readonly text: string;
  /** Null: no fund, so a CSV file cannot be used. */
  readonly call: CallParts | null;
  /** Names for the limits, per language. */
  readonly titles: Readonly<Record<Language, Titles>>;
}

/** An error in the file with the line it stands on, where the file has such a line. */
export interface PlacedIssue extends FileIssue {
  readonly excerpt: string | null;
}

/** What is in a file that can be used. */
export interface RoundPreview {
  readonly kind: "round";
  readonly format: RoundFormat;
  readonly name: string;
  readonly unit: string;
  readonly applications: number;
  /** Sum of the largest choices, in units. */
  readonly requested: number;
  readonly budgets: { readonly id: string; readonly amount: number; readonly requested: number }[];
  readonly limits: readonly LimitView[];
  readonly tags: Readonly<Record<string, number>>;
  /** Rules that this round cannot be registered under: its applications do not say when they were received. */
  readonly impossible: readonly Rule[];
  /** Null for CSV: the fund's tie-break is added when the round is registered, and is part of the hash. */
  readonly roundHash: string | null;
}

/** What reading gave. */
export type ReadResult =
  | RoundPreview
  | { readonly kind: "errors"; readonly issues: readonly PlacedIssue[] }
  | { readonly kind: "unknown-format" }
  | { readonly kind: "csv-without-fund" };

/** Longer lines are cut in an excerpt, around the error. */
const EXCERPT = 120;

/** The line an error stands on, cut to what can be read. */
function excerpt(lines: readonly string[], { line, column }: FileIssue): string | null {
  const text = lines[line - 1];
  if (text === undefined || text.trim() === "") return null;
  if (text.length <= EXCERPT) return text;
  const start = Math.max(0, Math.min(column - 1 - EXCERPT / 2, text.length - EXCERPT));
  return `${start > 0 ? "…" : ""}${text.slice(start, start + EXCERPT)}${start + EXCERPT < text.length ? "…" : ""}`;
}

/** Every limit with its words, both sides together. */
function limitViews(round: Round, titles: ReadRequest["titles"]): readonly LimitView[] {
  const inWords = (rows: readonly string[], language: Language) =>
    rows.map((row) => describeRow(round, row, language, titles[language])).join("; ");
  return round.constraints.map((constraint, index) => {
    const rows =
      constraint.kind === "at-most-one"
        ? [`exclusive/${index}`]
        : constraint.kind === "requires"
          ? [`requires/${index}`]
          : (["min", "max"] as const)
              .filter((side) => constraint[side] !== undefined)
              .map((side) => `limit/${index}/${side}`);
    return { constraint: { ...constraint }, text: { nl: inWords(rows, "nl"), en: inWords(rows, "en") } };
  });
}

/** Number of values per tag. */
function tagCounts(round: Round): Readonly<Record<string, number>> {
  const values = new Map<string, Set<string>>();
  for (const { tags } of round.applications) {
    for (const [tag, list] of Object.entries(tags)) {
      const known = values.get(tag) ?? new Set<string>();
      for (const value of list) known.add(value);
      values.set(tag, known);
    }
  }
  return Object.fromEntries([...values].map(([tag, known]) => [tag, known.size]));
}

/** Per application the choice that asks most in total; the full award where choices ask the same. */
function largestChoices(round: Round): readonly Readonly<Record<string, number>>[] {
  const total = (amounts: Readonly<Record<string, number>>) =>
    Object.values(amounts).reduce((sum, amount) => sum + amount, 0);
  return round.applications.map(({ amounts, options = [] }) =>
    [amounts ?? {}, ...options.map((option) => option.amounts)].reduce((most, each) =>
      total(each) > total(most) ? each : most,
    ),
  );
}

function preview(round: Round, format: RoundFormat, titles: ReadRequest["titles"]): RoundPreview {
  const choices = largestChoices(round);
  const budgets = round.budgets.map(({ id, amount }) => ({
    id,
    amount,
    requested: choices.reduce((sum, amounts) => sum + (amounts[id] ?? 0), 0),
  }));
  return {
    kind: "round",
    format,
    name: round.round,
    unit: round.unit,
    applications: round.applications.length,
    requested: budgets.reduce((sum, budget) => sum + budget.requested, 0),
    budgets,
    limits: limitViews(round, titles),
    impossible: obstacleTo(round, "first-come") === null ? [] : ["first-come"],
    tags: tagCounts(round),
    roundHash: format === "csv" ? null : hashRound(round),
  };
}

/** Reads a file in any of the formats of docs/formats/round.md. Never throws for what is in the file. */
export function readRound({ name, text, call, titles }: ReadRequest): ReadResult {
  const format = detectFormat(text, name);
  if (format === null) return { kind: "unknown-format" };
  if (format === "csv" && call === null) return { kind: "csv-without-fund" };
  try {
    return preview(parse(format, text, call), format, titles);
  } catch (error) {
    const lines = text.split(/\r\n|\n|\r/);
    if (error instanceof FileError) {
      return {
        kind: "errors",
        issues: error.issues.map((issue) => ({ ...issue, excerpt: excerpt(lines, issue) })),
      };
    }
    if (error instanceof RoundError) {
      const issues = error.issues.map(({ path, message }) => ({
        line: 1,
        column: 1,
        message: path === "" ? message : `${path}: ${message}`,
        excerpt: null,
      }));
      return { kind: "errors", issues };
    }
    throw error;
  }
}

function parse(format: RoundFormat, text: string, call: CallParts | null): Round {
  if (format === "json") return readRoundText(text);
  if (format === "pb") return readPabulib(text);
  if (format === "mkp") return readKnapsack(text).round;
  return parseRound({
    round: call?.name,
    budgets: call?.budgets,
    applications: readApplicationsCsv(text),
    constraints: call?.constraints,
  });
}
