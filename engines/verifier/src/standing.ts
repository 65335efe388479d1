/** In all, some or none of the best outcomes (docs/formats/explanation.md, "Standing"). */
import { withRows } from "./compile.js";
import type { Checked } from "./decision.js";
import type { Standing } from "./explanation-types.js";
import { at, refuse, type Text } from "./refusal.js";
import { swapped } from "./swap.js";
import { checkTree } from "./tree.js";
import { number } from "./words.js";

const WHERE = "/standing";

/** Checks the four lists: the tree that proves `all` and `none`, and the outcomes that show `some`. */
export function checkStanding(checked: Checked, standing: Standing): Text {
  const { decision } = checked;
  if (decision.proof.level !== "A")
    refuse(WHERE, "Dit hoort alleen bij een bewezen optimum.", "This belongs to a proven optimum only.");
  checkLists(checked, standing);
  checkSettled(checked, standing);
  checkSome(checked, standing);
  const count = (list: readonly string[]): Text => ({
    nl: number.nl(list.length),
    en: number.en(list.length),
  });
  const [all, some, none, rest] = [standing.all, standing.some, standing.none, standing.unsettled].map(count);
  return {
    nl: `In alle beste uitkomsten toegekend: ${all!.nl}; in sommige: ${some!.nl}; in geen: ${none!.nl}; niet bepaald: ${rest!.nl}.`,
    en: `Awarded in all best outcomes: ${all!.en}; in some: ${some!.en}; in none: ${none!.en}; not settled: ${rest!.en}.`,
  };
}

/** Every application is in one of the lists, in the order of the round. */
function checkLists({ compiled }: Checked, standing: Standing): void {
  const { applicationById } = compiled;
  const seen = new Set<number>();
  for (const name of ["all", "some", "none", "unsettled"] as const) {
    let last = -1;
    for (const [k, id] of standing[name].entries()) {
      const i = applicationById.get(id) ?? -1;
      if (i <= last || seen.has(i))
        refuse(
          `${WHERE}/${name}/${k}`,
          `"${id}" bestaat niet, staat er dubbel of niet op volgorde.`,
          `"${id}" does not exist, is doubled or is out of order.`,
        );
      last = i;
      seen.add(i);
    }
  }
  const missing = compiled.round.applications.find((_, i) => !seen.has(i));
  if (missing !== undefined)
    refuse(WHERE, `"${missing.id}" staat nergens.`, `"${missing.id}" is in none of the lists.`);
}

/**
 * The tree shows that no outcome worth the objective contradicts `all` or `none`. One more row holds exactly for the
 * selections that do: `(number of all awarded) - (number of none awarded) <= (number in all) - 1`.
 */
function checkSettled({ compiled, outcome }: Checked, { all, none, tree }: Standing): void {
  const place = at(WHERE, "tree");
  if (tree === undefined) {
    if (all.length + none.length > 0) refuse(place, "Het bewijs ontbreekt.", "The proof is missing.");
    return;
  }
  if (all.length + none.length === 0)
    refuse(place, "Hier valt niets te bewijzen.", "There is nothing to prove here.");
  if (tree.target !== outcome.objective)
    refuse(
      at(place, "target"),
      `Hier hoort de waarde van de uitkomst te staan, ${outcome.objective}.`,
      `This should be the worth of the outcome, ${outcome.objective}.`,
    );
  const values = new Map<number, number>();
  for (const [ids, value] of [
    [all, 1],
    [none, -1],
  ] as const)
    for (const id of ids)
      for (const { column } of compiled.choices[compiled.applicationById.get(id)!]!)
        values.set(column, value);
  const limit = BigInt(all.length) - 1n;
  checkTree(withRows(compiled, [{ id: "standing", values, limit }]), tree, place);
}

/** Every application in `some` is awarded in one of the shown outcomes and not in another: a witness changes that. */
function checkSome({ compiled, outcome }: Checked, { some, witnesses }: Standing): void {
  const turned = new Set<string>();
  for (const [k, { remove, add }] of witnesses.entries()) {
    const place = `${WHERE}/witnesses/${k}`;
    const worth = swapped(compiled, outcome, { remove, add }, add, place);
    if (worth !== outcome.objective)
      refuse(
        place,
        `Deze uitkomst is ${number.nl(worth)} waard.`,
        `This outcome is worth ${number.en(worth)}.`,
      );
    const [gone, come] = [new Set(remove), new Set(add.map(([id]) => id))];
    for (const id of gone) if (!come.has(id)) turned.add(id);
    for (const id of come) if (!gone.has(id)) turned.add(id);
  }
  for (const [k, id] of some.entries())
    if (!turned.has(id))
      refuse(
        `${WHERE}/some/${k}`,
        `Geen getoonde uitkomst beslist anders over "${id}".`,
        `No outcome that is shown decides otherwise about "${id}".`,
      );
}
