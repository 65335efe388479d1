/** Reading the cuts of a tree certificate (docs/formats/tree.md, "Cuts"): everything that needs no arithmetic. */
import type { Json } from "./json.js";
import { at, refuse } from "./refusal.js";
import { ascendingNumbers, fields, listOf, natural, record, whole } from "./shape.js";
import type { Cut, CutFactors } from "./types.js";

/** Larger values of a cut that follows from one row are refused: its table would be too large. */
const MAX_VALUE = 1_000_000;

/** Reads a list of cuts, which is left out where there are none. */
export function readCuts(value: Json, where: string): Cut[] {
  const cuts = listOf(readCut)(value, where);
  return cuts.length > 0
    ? cuts
    : refuse(where, "Zonder sneden hoort hier geen lijst.", "Without cuts there should be no list.");
}

function readCut(value: Json, where: string): Cut {
  const isOfRow = "row" in record(value, where);
  const cut = fields(value, where, [isOfRow ? "row" : "multipliers", "columns", "values", "rhs"]);
  const columns = cut.get("columns", ascendingNumbers);
  const values = cut.get("values", listOf(whole));
  sameLength(columns, values, at(where, "values"));
  for (const [n, number] of values.entries())
    if (number === 0 || (isOfRow && Math.abs(number) > MAX_VALUE))
      refuse(
        at(`${where}/values`, n),
        `Hier hoort een getal tot ${MAX_VALUE}, niet nul.`,
        `Expected a number up to ${MAX_VALUE}, not zero.`,
      );
  const size = values.reduce((sum, number) => sum + BigInt(Math.abs(number)), 0n);
  if (size > Number.MAX_SAFE_INTEGER)
    refuse(
      at(where, "values"),
      "Deze getallen zijn samen 2^53 of meer.",
      "These numbers together are 2^53 or more.",
    );
  const because = isOfRow ? { row: cut.get("row", natural) } : cut.get("multipliers", readFactors);
  return { columns, values, rhs: cut.get("rhs", whole), because };
}

function readFactors(value: Json, where: string): CutFactors {
  const factors = fields(value, where, ["rows", "values", "divisor"]);
  const rows = factors.get("rows", listOf(natural));
  const values = factors.get("values", listOf(natural));
  sameLength(rows, values, at(where, "values"));
  if (new Set(rows).size < rows.length)
    refuse(at(where, "rows"), "Een rij staat er dubbel.", "A row is doubled.");
  const divisor = factors.get("divisor", natural);
  if (divisor === 0)
    refuse(at(where, "divisor"), "Dit getal moet groter dan nul zijn.", "This number must be above zero.");
  return { rows, values, divisor };
}

function sameLength(names: readonly number[], values: readonly number[], where: string): void {
  if (names.length !== values.length)
    refuse(where, `Er horen ${names.length} waarden te staan.`, `There should be ${names.length} values.`);
}
