/**
 * What limits cost: the round decided again with one of them a step looser, without it, and without all shares.
 *
 * Most limits cost nothing, and the decision's own proof shows it: a limit on which that proof does not rest may go
 * without anything better coming up. Those are shown free together, by one scenario and without any search.
 */
import type { Edit, Scenario, Subject } from "../model/explanation.js";
import { scenarioWith } from "../scenario/decide.js";
import { editedProblem } from "../scenario/edit.js";
import type { Published } from "../scenario/published.js";
import { rowsOfProof, transferProof } from "../scenario/transfer.js";
import { looserEdit, withoutEdit } from "./looser.js";

/** A scenario that is still to be decided. */
export interface Question {
  readonly subject: Subject;
  readonly edits: readonly Edit[];
}

/** All limits that the decision's proof does not need, left out together; null when it needs every one. */
export function freeLimits(published: Published): Scenario | null {
  const { decision, problem, selection, objective } = published;
  const used = rowsOfProof(problem, decision.proof);
  const free = problem.rows.filter((row) => withoutEdit(row) !== null && !used.has(row.id));
  if (free.length === 0) return null;
  const edits = free.map((row) => withoutEdit(row)!);
  const without = editedProblem(published.round, edits);
  const proof = transferProof(decision.proof, problem, without);
  if (proof === null) return null;
  const subject: Subject = { limits: free.map(({ id }) => id), question: "without" };
  return { subject, ...scenarioWith(published, without, edits, { selection, objective, proof }) };
}

/** The round without its share limits; null when it has none. */
export function sharesQuestion({ round }: Published): Question | null {
  const edits = round.constraints.flatMap(({ kind }, constraint): readonly Edit[] =>
    kind === "share" ? [{ edit: "drop", constraint }] : [],
  );
  return edits.length === 0 ? null : { subject: { shares: true, question: "without" }, edits };
}

/** One row that may cost something: without it, and a step looser. */
export interface PriceQuestions {
  readonly row: string;
  readonly isShare: boolean;
  /** Null for a budget. */
  readonly without: Question | null;
  /** Null where the row is as loose as it can be. */
  readonly looser: Question | null;
}

/** The budgets, and the sides of limits on which the decision's proof rests, in order of the rows. */
export function priceQuestions({ decision, round, problem }: Published): readonly PriceQuestions[] {
  const used = rowsOfProof(problem, decision.proof);
  return problem.rows.flatMap((row): readonly PriceQuestions[] => {
    if (row.gauge === null || ("constraint" in row.source && !used.has(row.id))) return [];
    const questionOf = (question: "without" | "looser", edit: Edit | null): Question | null =>
      edit === null ? null : { subject: { limit: row.id, question }, edits: [edit] };
    const isShare = "constraint" in row.source && round.constraints[row.source.constraint]!.kind === "share";
    return [
      {
        row: row.id,
        isShare,
        without: questionOf("without", withoutEdit(row)),
        looser: questionOf("looser", looserEdit(round, row)),
      },
    ];
  });
}

/** Whether a scenario proves that what it left out costs nothing. */
export function isFree({ objective }: Published, { proof, outcome }: Scenario): boolean {
  return outcome.status === "decided" && proof.bound !== null && proof.bound <= objective;
}
