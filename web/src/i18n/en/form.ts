import type { form as dutch } from "../nl/form.js";
import type { Texts } from "../texts.js";

/** Texts of the fields of a form. */
export const form: Texts<typeof dutch> = {
  optional: "(optional)",
  yes: "Yes",
  no: "No",
  choose: "Choose",
  agree: "I agree",
  none: "No answer",
  dayHint: "Day, month and year, for instance 31/12/2027.",
  characters: (used: string, most: string) => `${used} of ${most} characters`,
  noQuestions: "This section has no questions that apply to you.",
  errors: {
    title: (count: number) => (count === 1 ? "1 point needs attention" : `${count} points need attention`),
    row: (row: string) => `row ${row}`,
    file: (row: string) => `file ${row}`,
  },
  table: {
    row: (row: string) => `Row ${row}`,
    cell: (column: string, row: string) => `${column}, row ${row}`,
    add: "Add a row",
    remove: (row: string) => `Remove row ${row}`,
    removed: (row: string) => `Row ${row} was removed.`,
    added: (row: string) => `Row ${row} was added.`,
    empty: "There are no rows in it yet.",
    total: (column: string) => `Total ${column}`,
    full: (most: string) => `At most ${most} rows fit in it.`,
  },
  file: {
    uploading: (name: string) => `${name} is being stored …`,
    stored: (name: string) => `${name} was stored.`,
    failed: (name: string) => `${name} could not be stored.`,
    remove: (name: string) => `Remove ${name}`,
    removed: (name: string) => `${name} was removed.`,
    kinds: (kinds: string, most: string) => `Kinds: ${kinds}. At most ${most} MB.`,
    size: (size: string) => `${size} kB`,
    preview: "In this example no file is stored.",
    hash: "SHA-256",
  },
};
