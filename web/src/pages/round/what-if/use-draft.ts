/** What a reader typed in the what-if form, and what it means. */
import type { Round } from "@voorsprong/allocation";
import { useMemo, useState } from "react";
import { FORMATS } from "../../../i18n/format.js";
import { useLanguage } from "../../../i18n/language.js";
import type { Changes } from "../../../solver/what-if.js";
import { type EditableRow, editableRows, type RowError, readRow, shownValue } from "./rows.js";

/** Why a row cannot be used: its own text, or a maximum below the minimum of the same limit. */
export type DraftError = RowError | "below";

/** The form as it stands. */
export interface Draft {
  readonly rows: readonly EditableRow[];
  readonly typed: (row: EditableRow) => string;
  readonly type: (row: EditableRow, text: string) => void;
  /** Null when the row can be used. */
  readonly error: (row: EditableRow) => DraftError | null;
  /** Whether any row cannot be used. */
  readonly wrong: boolean;
  /** The rows that differ from the round. */
  readonly changes: Changes;
  /** Takes all rows back to the round. */
  readonly reset: () => void;
}

/** @param given changes to begin with, for instance from the address */
export function useDraft(round: Round, given: Changes): Draft {
  const language = useLanguage();
  const rows = useMemo(() => editableRows(round), [round]);
  const shown = (changes: Changes): Readonly<Record<string, string>> =>
    Object.fromEntries(
      rows.map((row) => [
        row.row,
        FORMATS[language].decimal(shownValue(row, changes[row.row] ?? row.current, round.unit)),
      ]),
    );
  const [texts, setTexts] = useState(() => shown(given));
  const typed = (row: EditableRow) => texts[row.row] ?? "";
  const read = new Map(rows.map((row) => [row.row, readRow(row, typed(row), round.unit, language)]));
  const meaning = (row: string) => {
    const found = read.get(row);
    return found !== undefined && "value" in found ? found.value : null;
  };
  const error = ({ row }: EditableRow): DraftError | null => {
    const found = read.get(row);
    if (found !== undefined && "error" in found) return found.error;
    const [least, most] = [meaning(row.replace(/max$/, "min")), meaning(row)];
    const below = row.endsWith("/max") && least !== null && most !== null && Number(least) > Number(most);
    return below ? "below" : null;
  };
  return {
    rows,
    typed,
    type: (row, text) => setTexts((last) => ({ ...last, [row.row]: text })),
    error,
    wrong: rows.some((row) => error(row) !== null),
    changes: Object.fromEntries(
      rows.flatMap((row) => {
        const value = meaning(row.row);
        return value === null || value === row.current ? [] : [[row.row, value]];
      }),
    ),
    reset: () => setTexts(shown({})),
  };
}
