/**
 * Participatory budgets in the Pabulib format, `.pb` (Stolicki, Szufa and Talmon, arXiv 2012.06539): a META and a
 * PROJECTS section are used, votes are not; the projects carry the totals.
 */
import type { Application, Constraint, Round } from "../model/round.js";
import { parseDecimal, scaleDecimal } from "./decimal.js";
import { FileError, type FileIssue, RoundError } from "./issues.js";
import { parseRound } from "./parse-round.js";

const BUDGET = "budget";

interface Line {
  readonly number: number;
  readonly cells: readonly Cell[];
}

interface Cell {
  readonly column: number;
  readonly text: string;
}

interface Sections {
  readonly meta: ReadonlyMap<
    string,
    { readonly line: number; readonly text: string; readonly column: number }
  >;
  readonly header: Line | null;
  readonly projects: readonly Line[];
}

/**
 * Reads a `.pb` file as a round with one budget; how is said in docs/formats/round.md.
 *
 * @throws FileError with line and column
 */
export function readPabulib(text: string): Round {
  const issues: FileIssue[] = [];
  const { meta, header, projects } = split(text, issues);
  if (header === null)
    throw new FileError([
      ...issues,
      { line: 1, column: 1, message: "no section PROJECTS with a header line" },
    ]);
  const columns = new Map(header.cells.map(({ text: name }, index) => [name.trim().toLowerCase(), index]));
  const scoreColumn = columns.has("score") ? "score" : "votes";
  for (const column of ["project_id", "cost", scoreColumn])
    if (!columns.has(column))
      issues.push({
        line: header.number,
        column: 1,
        message: `no column "${column}" in the header of PROJECTS`,
      });
  if (issues.length > 0) throw new FileError(issues);

  const budget = meta.get("budget");
  const amount = budget === undefined ? null : toCents(budget.text);
  if (amount === null)
    issues.push({
      line: budget?.line ?? 1,
      column: budget?.column ?? 1,
      message: 'META has no usable key "budget"; expected an amount with at most two decimals',
    });
  for (const { number, cells } of projects) {
    const surplus = cells[header.cells.length];
    if (surplus !== undefined)
      issues.push({
        line: number,
        column: surplus.column,
        message: `the row has more cells than the header (${cells.length}, not ${header.cells.length}); put a text that holds a semicolon in quotation marks`,
      });
  }
  const scores = projects.map((row) => parseDecimal(row.cells[columns.get(scoreColumn)!]?.text ?? ""));
  const places = Math.max(0, ...scores.map((score) => score?.scale ?? 0));
  const seen = new Set<string>();
  const applications = projects.flatMap((row) => {
    const application = readProject(row, columns, scoreColumn, places, issues);
    if (application === null) return [];
    if (seen.has(application.id))
      issues.push({
        line: row.number,
        column: 1,
        message: `the project "${application.id}" occurs twice`,
      });
    seen.add(application.id);
    return [application];
  });
  const constraints = [
    ...envelopes(meta, "categories", "budget_per_category", "category", issues),
    ...envelopes(meta, "districts", "budget_per_district", "district", issues),
  ];
  if (issues.length > 0) throw new FileError(issues);
  const name = ["description", "unit", "instance"]
    .flatMap((key) => meta.get(key)?.text.trim() || [])
    .join(", ");
  try {
    return parseRound({
      round: name || "participatory budget",
      unit: `${meta.get("currency")?.text.trim() || "EUR"}-cent`,
      scoreScale: 10 ** places,
      budgets: [{ id: BUDGET, amount }],
      applications,
      constraints,
      ranking: { misfit: meta.get("rule")?.text.trim() === "greedy-no-skip" ? "stop" : "skip" },
    });
  } catch (error) {
    if (!(error instanceof RoundError)) throw error;
    // What is left are sums that are too large; they belong to no single line.
    throw new FileError(error.issues.map(({ message }) => ({ line: header.number, column: 1, message })));
  }
}

/** The sections; votes are skipped, each other section may occur once. */
function split(text: string, issues: FileIssue[]): Sections {
  const meta = new Map<string, { readonly line: number; readonly text: string; readonly column: number }>();
  const projects: Line[] = [];
  const seen = new Set<string>();
  let header: Line | null = null;
  let section = "";
  let inHeader = false;
  for (const [index, raw] of text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\n|\r/)
    .entries()) {
    const number = index + 1;
    const word = raw.trim().toUpperCase();
    if (word === "META" || word === "PROJECTS" || word === "VOTES") {
      if (seen.has(word))
        issues.push({ line: number, column: 1, message: `the section ${word} occurs twice` });
      seen.add(word);
      section = word;
      inHeader = true;
    } else if (word !== "" && section !== "VOTES") {
      const line = { number, cells: cellsOf(raw, number, issues) };
      if (inHeader && section === "PROJECTS") header ??= line;
      else if (section === "PROJECTS") projects.push(line);
      else if (section === "META" && !inHeader) readMeta(line, meta, issues);
      inHeader = false;
    }
  }
  return { meta, header, projects };
}

/** One line `key;value`. A value may hold semicolons itself; it is everything after the first one. */
function readMeta(
  { number, cells: [key, ...rest] }: Line,
  meta: Map<string, { readonly line: number; readonly text: string; readonly column: number }>,
  issues: FileIssue[],
): void {
  const name = key!.text.trim();
  const text = rest.map((cell) => cell.text).join(";");
  const before = meta.get(name);
  if (before !== undefined && before.text !== text)
    issues.push({
      line: number,
      column: key!.column,
      message: `META has the key "${name}" twice with different values; line ${before.line} has the other`,
    });
  if (before === undefined) meta.set(name, { line: number, column: rest[0]?.column ?? 1, text });
}

/**
 * Splits at semicolons. A cell that begins with a quotation mark and closes it before the next separator is a quoted
 * cell with doubled marks inside; one that never closes it is an error. Any other quotation mark is an ordinary
 * character, as published files have them.
 */
function cellsOf(raw: string, line: number, issues: FileIssue[]): readonly Cell[] {
  const cells: Cell[] = [];
  const quoted = /"((?:[^"]|"")*)"(?=;|$)/y;
  for (let at = 0; at <= raw.length; ) {
    quoted.lastIndex = at;
    const match = quoted.exec(raw);
    const end = match === null ? raw.indexOf(";", at) : quoted.lastIndex;
    const stop = end < 0 ? raw.length : end;
    const plain = raw.slice(at, stop);
    if (match === null && plain.startsWith('"') && plain.split('"').length % 2 === 0)
      issues.push({ line, column: at + 1, message: "the quotation mark is not closed" });
    cells.push({ column: at + 1, text: match?.[1]?.replaceAll('""', '"') ?? plain });
    at = stop + 1;
  }
  return cells;
}

function readProject(
  row: Line,
  columns: ReadonlyMap<string, number>,
  scoreColumn: string,
  places: number,
  issues: FileIssue[],
): Application | null {
  const cell = (column: string) => row.cells[columns.get(column) ?? -1];
  const note = (column: string, message: string) => {
    issues.push({ line: row.number, column: cell(column)?.column ?? 1, message: `${column}: ${message}` });
    return null;
  };
  const id = cell("project_id")?.text.trim() ?? "";
  if (id === "") return note("project_id", "is empty; expected an id");
  const cost = toCents(cell("cost")?.text ?? "");
  if (cost === null)
    return note("cost", `"${cell("cost")?.text ?? ""}" is not an amount with at most two decimals`);
  const score = parseDecimal(cell(scoreColumn)?.text ?? "");
  const units = score === null ? null : toSafe(scaleDecimal(score, places));
  if (units === null) return note(scoreColumn, `"${cell(scoreColumn)?.text ?? ""}" is not a number`);
  const title = cell("name")?.text.trim();
  const tags: Record<string, readonly string[]> = {};
  for (const tag of ["category", "district"]) {
    const text = cell(tag)?.text.trim() ?? "";
    const values = tag === "category" ? listOf(text) : text === "" ? [] : [text];
    if (values.length > 0) tags[tag] = values;
  }
  return { id, ...(title ? { title } : {}), score: units, amounts: { [BUDGET]: cost }, tags };
}

/** `budget_per_category` lists amounts in the order of `categories`; districts likewise. */
function envelopes(
  meta: Sections["meta"],
  namesKey: string,
  amountsKey: string,
  tag: string,
  issues: FileIssue[],
): readonly Constraint[] {
  const amounts = meta.get(amountsKey);
  if (amounts === undefined) return [];
  const names = listOf(meta.get(namesKey)?.text ?? "");
  const values = listOf(amounts.text);
  const at = { line: amounts.line, column: amounts.column };
  if (names.length !== values.length) {
    issues.push({
      ...at,
      message: `the number of amounts is not that of ${namesKey} (${values.length}, not ${names.length})`,
    });
    return [];
  }
  return names.flatMap((value, index): Constraint[] => {
    const max = toCents(values[index]!);
    if (max !== null) return [{ kind: "amount", tag, value, max }];
    issues.push({
      ...at,
      message: `${amountsKey}: "${values[index]}" is not an amount with at most two decimals`,
    });
    return [];
  });
}

function listOf(text: string): readonly string[] {
  return text
    .split(",")
    .map((value) => value.trim())
    .filter((value) => value !== "");
}

function toCents(text: string): number | null {
  const decimal = parseDecimal(text);
  const cents = decimal === null ? null : toSafe(scaleDecimal(decimal, 2));
  return cents !== null && cents >= 0 ? cents : null;
}

function toSafe(value: bigint | null): number | null {
  const number = value === null ? Number.NaN : Number(value);
  return Number.isSafeInteger(number) ? number : null;
}
