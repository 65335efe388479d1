/** The exact score an unfunded application would have needed: the round with the application forced in. */
import type { Edit, Scenario, Subject } from "../model/explanation.js";
import { scenarioOf } from "../scenario/decide.js";
import { type Published, selectionWith } from "../scenario/published.js";

/**
 * The scenario in which an application is awarded whatever it costs the others. With W its objective and V the
 * published one, V - W extra points draw level. Null when the effort was spent without any outcome with it.
 *
 * @param nodes effort, in nodes of the search tree
 */
export function pointsScenario(published: Published, application: string, nodes: number): Scenario | null {
  const subject: Subject = { application, question: "points" };
  const edits: readonly Edit[] = [{ edit: "award", application }];
  const scenario = scenarioOf(published, edits, { nodes, starts: witnessesOf(published, application) });
  return scenario === null ? null : { subject, ...scenario };
}

/** The outcome with the application in it that the decision itself shows, where it shows one. */
export function witnessesOf(published: Published, application: string): readonly (readonly number[])[] {
  const witness = published.decision.explanations.find((each) => each.application === application)?.witness;
  if (witness === undefined) return [];
  const add = [[application, witness.option] as const, ...witness.add];
  return [selectionWith(published, witness.remove, add)];
}
