/** The applications of a round as CSV, in the columns that docs/formats/round.md reads. */
import type { Queryable } from "@voorsprong/store";
import Papa from "papaparse";
import { requireRound } from "./read-rounds.js";
import { allApplications } from "./store/index.js";
import type { ApplicationRow } from "./views.js";

/**
 * All rows in canonical order, in pieces of text. An undecided round has the columns that can be read back; a decided
 * one has its outcome beside them. Texts that a spreadsheet would take for a formula are quoted by an apostrophe.
 *
 * @throws Refusal when there is no such round
 */
export async function applicationsCsv(from: Queryable, roundId: string): Promise<AsyncGenerator<string>> {
  const round = await requireRound(from, roundId);
  const budgets = round.budgets.map(({ id }) => id);
  const tags = Object.keys(round.tags);
  const decided = round.state === "decided";
  const header = [
    "id",
    "title",
    "score",
    "received",
    ...budgets.map((id) => `amount:${id}`),
    ...tags.map((tag) => `tag:${tag}`),
    ...(decided ? outcomeColumns : []),
  ];
  const amount = amountText(round.unit);
  const cells = (row: ApplicationRow) => [
    row.id,
    row.title ?? "",
    row.score ?? "",
    row.received ?? "",
    ...budgets.map((id) => amount(row.amounts[id] ?? 0)),
    ...tags.map((tag) => (row.tags[tag] ?? []).join("|")),
    ...(decided ? outcomeCells(row, amount) : []),
  ];
  return (async function* () {
    // The mark makes spreadsheets read UTF-8.
    yield `\ufeff${lines([header])}`;
    for await (const batch of allApplications(from, roundId)) yield lines(batch.map(cells));
  })();
}

const outcomeColumns = [
  "funded",
  "awarded",
  "option",
  "part",
  "fundedOther",
  "neededAtLeast",
  "neededAtMost",
];

function outcomeCells(row: ApplicationRow, amount: (units: number) => string): (string | number)[] {
  return [
    String(row.funded ?? ""),
    amount(row.awarded ?? 0),
    row.option ?? "",
    row.part ?? "",
    String(row.fundedOther ?? ""),
    row.needed?.atLeast ?? "",
    row.needed?.atMost ?? "",
  ];
}

/** Cents as euros with two decimals, exact; other units as they are. */
function amountText(unit: string): (units: number) => string {
  if (!unit.endsWith("-cent")) return String;
  return (units) => {
    const digits = String(units).padStart(3, "0");
    return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
  };
}

function lines(rows: readonly (readonly (string | number)[])[]): string {
  return `${Papa.unparse(rows as (string | number)[][], { escapeFormulae: true, newline: "\r\n" })}\r\n`;
}
