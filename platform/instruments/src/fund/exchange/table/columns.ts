/** The columns an import knows: what they are called, and what their cells may hold. */
import type { Localised } from "../../../kernel/views.js";
import type { Cell } from "./source.js";
import {
  invisibleCharacter,
  type Read,
  readCents,
  readChoice,
  readDay,
  readDigits,
  readMoment,
  readText,
  readWhole,
  textOfCell,
} from "./values.js";

/** What a cell of a column holds. */
export type ColumnKind =
  | {
      readonly kind: "text";
      readonly longest: number;
      readonly pattern?: RegExp;
      readonly expected?: Localised;
    }
  | { readonly kind: "digits"; readonly length: number }
  | { readonly kind: "whole"; readonly most?: number }
  | { readonly kind: "cents" }
  | { readonly kind: "day" }
  | { readonly kind: "moment" }
  | { readonly kind: "choice"; readonly choices: readonly string[] };

/** One column of an import or a template. */
export interface Column {
  /** The name in the header, for instance `amount:2027`; compared without regard to case and space around it. */
  readonly name: string;
  readonly title: Localised;
  readonly holds: ColumnKind;
  /** Whether every row needs a value. */
  readonly required: boolean;
  /** A value that shows how to fill in the column, in the template. */
  readonly example: string;
}

/** Whole cents and numbers as numbers, the rest as text. */
export type Value = string | number;

/** Reads one cell of a column; the cell is not empty. */
export function readCell(cell: Cell, { holds }: Column): Read<Value> {
  if (typeof cell === "object" && cell !== null && !(cell instanceof Date))
    return {
      problem: {
        nl: `De formule in deze cel geeft de fout ${cell.formulaError}. Verbeter de formule of typ de waarde.`,
        en: `The formula in this cell gives the error ${cell.formulaError}. Correct the formula or type the value.`,
      },
    };
  // First, so that no message repeats a text that cannot be kept.
  const problem = invisibleCharacter(textOfCell(cell));
  if (problem !== null) return { problem };
  switch (holds.kind) {
    case "text":
      return matching(readText(cell, holds.longest), holds.pattern, holds.expected);
    case "digits":
      return readDigits(cell, holds.length);
    case "whole":
      return atMost(readWhole(cell), holds.most);
    case "cents":
      return readCents(cell);
    case "day":
      return readDay(cell);
    case "moment":
      return readMoment(cell);
    case "choice":
      return readChoice(cell, holds.choices);
  }
}

function matching(
  read: Read<string>,
  pattern: RegExp | undefined,
  expected: Localised | undefined,
): Read<string> {
  if (!("value" in read) || pattern === undefined || pattern.test(read.value)) return read;
  return {
    problem: {
      nl: `"${read.value}" kan hier niet. ${expected?.nl ?? ""}`.trim(),
      en: `"${read.value}" cannot stand here. ${expected?.en ?? ""}`.trim(),
    },
  };
}

function atMost(read: Read<number>, most: number | undefined): Read<number> {
  if (!("value" in read) || most === undefined || read.value <= most) return read;
  return {
    problem: {
      nl: `${read.value} is meer dan ${most}, het hoogste dat hier kan.`,
      en: `${read.value} is more than ${most}, the most that can stand here.`,
    },
  };
}
