/** Applications from CSV; the budgets and limits come from the fund's call. */
import Papa from "papaparse";
import type { Application } from "../model/round.js";
import { parseDecimal, scaleDecimal } from "./decimal.js";
import { FileError, type FileIssue } from "./issues.js";
import { canonicalReceived, RECEIVED_EXPECTED, ReceivedKinds } from "./received.js";

/**
 * Reads applications from CSV with the columns `id`, `title`, `score`, `received`, `amount:BUDGET`, `tag:NAME`;
 * separator comma or semicolon. See docs/formats/round.md.
 *
 * @returns applications in the order of the file; put them in a round and give that to `parseRound`
 * @throws FileError; `line` is the line in the file, `column` the number of the CSV column, both from 1
 */
export function readApplicationsCsv(text: string): readonly Application[] {
  const { data, errors, meta } = Papa.parse<string[]>(text.replace(/^\ufeff/, ""), {
    delimitersToGuess: [",", ";"],
  });
  const lines = lineNumbers(text.replace(/^\ufeff/, ""), meta.delimiter, data.length);
  const issues: FileIssue[] = errors
    .filter(({ type }) => type === "Quotes")
    .map(({ row, message }) => ({ line: lines[row ?? 0] ?? 1, column: 1, message }));
  const header = (data[0] ?? []).map((name) => name.trim());
  issues.push(...headerIssues(header));
  if (issues.length > 0) throw new FileError(issues);
  const seen = new Set<string>();
  const kinds = new ReceivedKinds();
  const applications = data.slice(1).flatMap((cells, index) => {
    if (cells.every((cell) => cell.trim() === "")) return [];
    const note = (column: number, message: string) => {
      issues.push({ line: lines[index + 1]!, column: column + 1, message });
      return null;
    };
    if (cells.length !== header.length)
      note(0, `the number of fields is not that of the header (${cells.length}, not ${header.length})`);
    const application = readRow(cells, header, note);
    if (application === null) return [];
    if (seen.has(application.id)) note(header.indexOf("id"), `the id "${application.id}" occurs twice`);
    seen.add(application.id);
    const mismatch = application.received && kinds.mismatch(application.id, application.received);
    if (mismatch) note(header.indexOf("received"), mismatch);
    return [application];
  });
  if (issues.length > 0) throw new FileError(issues);
  return applications;
}

function headerIssues(header: readonly string[]): readonly FileIssue[] {
  const issues: FileIssue[] = [];
  const note = (column: number, message: string) => issues.push({ line: 1, column: column + 1, message });
  header.forEach((name, column) => {
    if (header.indexOf(name) !== column) note(column, `the column "${name}" occurs twice`);
    if (!/^(?:id|title|score|received|(?:amount|tag):.+)$/.test(name))
      note(
        column,
        `unknown column "${name}"; expected id, title, score, received, amount:BUDGET or tag:NAME`,
      );
    if (/^(?:amount|tag):__proto__$/.test(name)) note(column, `"__proto__" cannot be a name`);
  });
  for (const name of ["id", "score"]) if (!header.includes(name)) note(0, `the column "${name}" is missing`);
  if (!header.some((name) => name.startsWith("amount:"))) note(0, 'there is no column "amount:BUDGET"');
  return issues;
}

function readRow(
  cells: readonly string[],
  header: readonly string[],
  note: (column: number, message: string) => null,
): Application | null {
  let [id, title, received, score]: [string, string, string | null, number | null] = ["", "", null, null];
  const amounts: Record<string, number> = {};
  const tags: Record<string, readonly string[]> = {};
  header.forEach((name, column) => {
    const cell = (cells[column] ?? "").trim();
    if (name === "id") {
      id = cell;
      if (cell === "") note(column, "the id is empty");
    } else if (name === "title") title = cell;
    else if (name === "score")
      score = wholeNumber(cell) ?? note(column, `"${cell}" is not a whole number of points`);
    else if (name === "received") {
      received = cell === "" ? null : canonicalReceived(cell);
      if (cell !== "" && received === null) note(column, `"${cell}" is not ${RECEIVED_EXPECTED}`);
    } else if (name.startsWith("amount:")) {
      const cents = cell === "" ? 0 : toCents(cell);
      if (cents === null) note(column, `"${cell}" is not an amount in euros with at most two decimals`);
      else if (cents > 0) amounts[name.slice("amount:".length)] = cents;
    } else {
      const values = cell.split("|").map((value) => value.trim());
      const given = [...new Set(values.filter((value) => value !== ""))].sort();
      if (given.length > 0) tags[name.slice("tag:".length)] = given;
    }
  });
  if (id === "" || score === null) return null;
  const named = { id, ...(title === "" ? {} : { title }) };
  return { ...named, score, amounts, ...(received === null ? {} : { received }), tags };
}

function wholeNumber(text: string): number | null {
  const decimal = parseDecimal(text);
  return decimal !== null && decimal.scale === 0 && Number.isSafeInteger(Number(decimal.digits))
    ? Number(decimal.digits)
    : null;
}

/** Euros as Dutch and English spreadsheets write them: `1234.50` or `1234,50`; no grouping, which is ambiguous. */
function toCents(text: string): number | null {
  const decimal = parseDecimal(text.replace(/^([+-]?\d+),(\d{1,2})$/, "$1.$2"));
  const cents = decimal === null ? null : scaleDecimal(decimal, 2);
  return cents !== null && cents >= 0n && cents <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(cents) : null;
}

/** The line on which each row begins; a quoted field may span several lines. */
function lineNumbers(text: string, delimiter: string, rows: number): readonly number[] {
  const numbers: number[] = [];
  let line = 1;
  let before = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    step: ({ meta }) => {
      numbers.push(line);
      const consumed = text.slice(before, meta.cursor);
      line += consumed.match(/\r\n|\n|\r/g)?.length ?? 0;
      before = meta.cursor;
    },
  });
  while (numbers.length < rows) numbers.push(line);
  return numbers;
}
