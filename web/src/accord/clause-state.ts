/** How far a clause is. */
import type { ClauseSummary } from "@voorsprong/server/contract";

/** `partly`: an instrument runs, and a part of the clause is still planned. */
export type ClauseState = "running" | "partly" | "planned";

/** The state of a clause, from its instruments and what is still planned. */
export function clauseState(clause: Pick<ClauseSummary, "instruments" | "planned">): ClauseState {
  if (clause.instruments.length === 0) return "planned";
  return clause.planned === null ? "running" : "partly";
}

/** Whether any figure of a clause rests on example data. What was promised never does. */
export function restsOnExample({ status }: Pick<ClauseSummary, "status">): boolean {
  const { committed, decided, paid } = status.money;
  return [committed, decided, paid].some((figure) => figure.example) || status.lastDecision?.example === true;
}
