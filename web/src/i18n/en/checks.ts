import type { checks as dutch } from "../nl/checks.js";
import type { Texts } from "../texts.js";

export const checks: Texts<typeof dutch> = {
  label: "Checks that were done",
  ok: "holds",
  wrong: "does not hold",
  skipped: "not checked",
  where: "Place in the document:",
  unreadable: (line, column) => `This is not a readable document: line ${line}, column ${column}.`,
};
