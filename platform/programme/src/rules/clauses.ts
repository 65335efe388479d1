/** A clause says what carries it out, or that nothing does yet; its targets can be measured. */
import type { Problem } from "../problem.js";
import { broken } from "../read/lenient.js";
import { clausesOf, entries, type Found, type LenientClause, type Parts, problemAt } from "./parts.js";

function carriedOut({ document, path, value }: Found<LenientClause>): Problem[] {
  if (broken(value, "instruments") || broken(value, "planned")) return [];
  const running = (value.instruments ?? []).length > 0;
  if (!running && value.planned === undefined) {
    const message = `the clause \`${value.id ?? ""}\` has no instrument and is not marked as planned`;
    return [problemAt({ document, path: [...path, "id"] }, message, "`instruments`, or `planned`")];
  }
  if (running && value.planned === true) {
    const message = "a clause with an instrument is called planned without a reason";
    const expected = "a text in two languages that says what is not running yet, or no `planned`";
    return [problemAt({ document, path: [...path, "planned"] }, message, expected)];
  }
  return [];
}

const UNITS = { "EUR-cent": "money", percent: "a percentage", count: "a whole number" } as const;

function targets({ document, path, value }: Found<LenientClause>): Problem[] {
  return entries(document, [...path, "targets"], value.targets).flatMap(({ path: at, value: target }) => {
    const { from, to } = target;
    if (from === undefined || to === undefined || from.unit === to.unit) return [];
    const message = `the target starts at ${UNITS[from.unit]} and ends at ${UNITS[to.unit]}`;
    return [problemAt({ document, path: [...at, "from"] }, message, `${UNITS[to.unit]}, as in \`to\``)];
  });
}

/** Every clause is carried out or planned, and its targets keep to one unit. */
export function checkClauses(parts: Parts): Problem[] {
  return clausesOf(parts).flatMap((found) => [...carriedOut(found), ...targets(found)]);
}
