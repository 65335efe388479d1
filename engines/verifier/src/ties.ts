/** The proven tie-break (docs/formats/decision.md, "Ties"). */
import { type Choice, type Compiled, type Selection, withSpendingRow } from "./compile.js";
import type { Line } from "./lines.js";
import { at, refuse, type Text } from "./refusal.js";
import { isIn } from "./states.js";
import { Climb, checkTree } from "./tree.js";
import { NODE, nodeAt } from "./tree-shape.js";
import type { DecidedOutcome, TieStep, Ties, Tree } from "./types.js";
import { number } from "./words.js";

/** Checks both steps of the tie-break for an outcome that is proven to be worth the most. */
export function checkTies(
  compiled: Compiled,
  line: Line,
  outcome: DecidedOutcome,
  awarded: Selection,
  ties: Ties,
  where: string,
): Text {
  const money = checkMoney(compiled, outcome, ties, at(where, "money"));
  const lot = at(where, "lot");
  provenOnlyWithTree(ties.lot, true, lot);
  if (ties.lot.tree !== undefined) {
    const program = money === undefined ? compiled : withSpendingRow(compiled, "money", money.most);
    checkLotTree(program, line, awarded, outcome.objective, ties.lot.tree, at(lot, "tree"));
  }
  const isLot = ties.lot.proven;
  const lotText = isLot
    ? { nl: "Bewezen: het lot kiest deze uitkomst.", en: "Proven: the lot chooses this outcome." }
    : {
        nl: "Dat het lot deze uitkomst kiest is niet bewezen.",
        en: "That the lot chooses it is not proven.",
      };
  return money === undefined
    ? lotText
    : { nl: `${money.text.nl} ${lotText.nl}`, en: `${money.text.en} ${lotText.en}` };
}

/** The step of money, where the round announces one: the most that is spent in it, and what was found. */
function checkMoney(
  compiled: Compiled,
  outcome: DecidedOutcome,
  { money }: Ties,
  where: string,
): { readonly most: bigint; readonly text: Text } | undefined {
  const { step } = compiled.round.tieBreak;
  if (step === undefined) {
    if (money !== undefined)
      refuse(where, "De ronde noemt geen stap in geld.", "The round announces no step of money.");
    return undefined;
  }
  if (money === undefined)
    return refuse(where, "De ronde noemt een stap in geld.", "The round announces a step of money.");
  if (money.step !== step)
    refuse(at(where, "step"), `De stap is ${number.nl(step)}.`, `The step is ${number.en(step)}.`);
  const steps = (BigInt(outcome.spent.total) + BigInt(step) - 1n) / BigInt(step);
  if (BigInt(money.steps) !== steps)
    refuse(
      at(where, "steps"),
      `De uitkomst begint ${number.nl(steps)} stappen.`,
      `The outcome begins ${number.en(steps)} steps.`,
    );
  provenOnlyWithTree(money, steps > 0n, where);
  if (money.tree !== undefined) {
    const place = at(where, "tree");
    checkTarget(money.tree, outcome.objective, place);
    checkTree(withSpendingRow(compiled, "money", (steps - 1n) * BigInt(step)), money.tree, place);
  }
  const begun = { nl: number.nl(steps), en: number.en(steps) };
  const text = money.proven
    ? {
        nl: `Bewezen: geen even goede uitkomst begint minder dan ${begun.nl} stappen geld.`,
        en: `Proven: no outcome as good begins fewer than ${begun.en} steps of money.`,
      }
    : {
        nl: `De uitkomst begint ${begun.nl} stappen geld; dat het niet met minder kan is niet bewezen.`,
        en: `The outcome begins ${begun.en} steps of money; that fewer will not do is not proven.`,
      };
  return { most: steps * BigInt(step), text };
}

/** A step is proven by its tree (where it needs one), and a tree stands only with a step that is proven. */
function provenOnlyWithTree({ proven, tree }: TieStep, needsTree: boolean, where: string): void {
  if (proven && needsTree && tree === undefined)
    refuse(at(where, "tree"), "Het bewijs ontbreekt.", "The proof is missing.");
  if (tree !== undefined && !(proven && needsTree))
    refuse(at(where, "tree"), "Dit bewijs hoort hier niet.", "This proof does not belong here.");
}

function checkTarget(tree: Tree, objective: number, where: string): void {
  if (tree.target !== objective)
    refuse(
      at(where, "target"),
      `Hier hoort de waarde van de uitkomst te staan, ${objective}.`,
      `This should be the worth of the outcome, ${objective}.`,
    );
}

/**
 * Checks a lot tree: that of all selections worth the objective, the outcome comes first by lot.
 *
 * Selections are compared choice by choice in order of lot. While every earlier choice is settled as in the outcome,
 * a selection without a choice that the outcome awards comes after the outcome, and one with a choice that it does
 * not award would come before it: a subtree shows that no such selection is worth the target.
 */
function checkLotTree(
  compiled: Compiled,
  { lots }: Line,
  awarded: Selection,
  objective: number,
  tree: Tree,
  where: string,
): void {
  checkTarget(tree, objective, where);
  const climb = new Climb(compiled, tree, where);
  const inOrder = [...compiled.columns].sort(
    (a, b) => lots[a.application]! - lots[b.application]! || a.column - b.column,
  );
  const placeOf = new Int32Array(inOrder.length);
  for (const [place, { column }] of inOrder.entries()) placeOf[column] = place;
  const isAwarded = (choice: Choice): boolean => awarded[choice.application] === choice;
  let settled = 0;
  const settle = (): void => {
    while (settled < inOrder.length && isSettled(climb, inOrder[settled]!, isAwarded(inOrder[settled]!)))
      settled++;
  };
  settle();
  for (let n = 0; n < tree.nodes.length; ) {
    const { kind, k } = nodeAt(tree, n, where);
    const place = `${where}/tree/${n}`;
    n++;
    if (kind === NODE.close) climb.close(k);
    else if (kind === NODE.leaf)
      refuse(place, "Een blad hoort hier in een deelboom.", "A leaf belongs in a subtree here.");
    else {
      const column = tree.columns[k]!;
      settle();
      if (placeOf[column]! > settled)
        refuse(
          place,
          `Voor kolom ${column} komt in volgorde van lot een keuze die nog open is.`,
          `Before column ${column} in order of lot comes a choice that is still open.`,
        );
      if (isAwarded(compiled.columns[column]!)) climb.closeStates(column, false);
      else {
        const mark = climb.position.mark;
        climb.closeStates(column, false);
        n = climb.subtree(n);
        climb.position.undo(mark);
        climb.closeStates(column, true);
      }
    }
  }
  settle();
  if (settled < inOrder.length)
    refuse(
      `${where}/tree`,
      `Aan het eind staat kolom ${inOrder[settled]!.column} nog open.`,
      `At the end column ${inOrder[settled]!.column} is still open.`,
    );
}

/** Whether the open states of a choice's group all have it (or all lack it, when it is not awarded), and there are any. */
function isSettled({ space, position }: Climb, { column }: Choice, isAwarded: boolean): boolean {
  const group = space.groupOf[column]!;
  let isAny = false;
  for (let s = space.starts[group]!; s < space.starts[group + 1]!; s++) {
    if (position.open[s] === 0) continue;
    isAny = true;
    if (isIn(space, column, s) !== isAwarded) return false;
  }
  return isAny;
}
