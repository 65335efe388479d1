/** An outcome written as another one without some applications and with some choices. */
import { addTo, type Choice, type Compiled, findChoice, type Selection } from "./compile.js";
import { at, refuse } from "./refusal.js";
import { holds, type Row } from "./rows.js";
import { ascending } from "./shape.js";
import type { ChoiceName } from "./types.js";
import { limit } from "./words.js";

/** The changes: applications that lose their award, and choices that are awarded instead. */
export interface Changes {
  readonly remove: readonly string[];
  readonly add: readonly ChoiceName[];
}

/** The choices that go and those that come, by application. */
interface Resolved {
  readonly out: ReadonlyMap<number, Choice>;
  readonly into: ReadonlyMap<number, Choice>;
}

/**
 * Looks up the changes to a selection; each application keeps at most one award.
 *
 * @param listed the additions that are listed in the document, which must be in order of applications
 * @param where JSON pointer of the object with `remove` and `add`
 * @throws {Refusal} when they do not exist, are out of order, or do not fit the selection.
 */
function resolve(
  compiled: Compiled,
  awarded: Selection,
  { remove, add }: Changes,
  listed: readonly ChoiceName[],
  where: string,
): Resolved {
  ascending(remove, at(where, "remove"));
  ascending(
    listed.map(([id]) => id),
    at(where, "add"),
  );
  const out = new Map<number, Choice>();
  for (const id of remove) {
    const i = compiled.applicationById.get(id) ?? -1;
    const choice = awarded[i];
    if (choice === undefined)
      return refuse(at(where, "remove"), `"${id}" kan niet worden weggehaald.`, `"${id}" cannot be removed.`);
    out.set(i, choice);
  }
  const into = new Map<number, Choice>();
  for (const [id, option] of add) {
    const choice = findChoice(compiled, id, option);
    const stays =
      choice !== undefined && awarded[choice.application] !== undefined && !out.has(choice.application);
    if (choice === undefined || into.has(choice.application) || stays)
      return refuse(where, `"${id}" kan niet worden toegevoegd.`, `"${id}" cannot be added.`);
    into.set(choice.application, choice);
  }
  return { out, into };
}

/** The selection after the changes. All of them are listed in the document. */
export function changed(compiled: Compiled, awarded: Selection, changes: Changes, where: string): Selection {
  const { out, into } = resolve(compiled, awarded, changes, changes.add, where);
  return awarded.map((choice, i) => into.get(i) ?? (out.has(i) ? undefined : choice));
}

/**
 * What an outcome that meets all rows is worth after the changes, or a refusal when it then breaks a row. Only rows with
 * a changed sum can break; the sums are put back afterwards, exactly, since they are whole.
 */
export function swapped(
  compiled: Compiled,
  outcome: { readonly awarded: Selection; readonly sums: Float64Array; readonly objective: number },
  changes: Changes,
  listed: readonly ChoiceName[],
  where: string,
): number {
  const { out, into } = resolve(compiled, outcome.awarded, changes, listed, where);
  let worth = outcome.objective;
  for (const choice of out.values()) worth -= choice.score;
  for (const choice of into.values()) worth += choice.score;
  const [broken] = brokenBySwap(compiled, outcome.sums, [...out.values()], [...into.values()]);
  if (broken === undefined) return worth;
  const words = limit(compiled.round, broken.id);
  return refuse(where, `Deze ruil breekt: ${words.nl}.`, `This swap breaks: ${words.en}.`);
}

/** The rows, in their order, that do not hold when some choices are taken from an outcome that meets all, and others added. */
export function brokenBySwap(
  compiled: Compiled,
  sums: Float64Array,
  out: readonly Choice[],
  into: readonly Choice[],
): Row[] {
  const touched = new Set<number>();
  for (const choice of out) addTo(sums, choice, -1);
  for (const choice of into) addTo(sums, choice);
  for (const { parts } of [...out, ...into]) for (const { sum } of parts) touched.add(sum);
  const broken = new Set<Row>();
  for (const sum of touched)
    for (const row of compiled.rowsOfSum[sum]!) if (!broken.has(row) && !holds(row, sums)) broken.add(row);
  for (const choice of out) addTo(sums, choice);
  for (const choice of into) addTo(sums, choice, -1);
  return broken.size < 2 ? [...broken] : compiled.rows.filter((row) => broken.has(row));
}
