/** Which rules a round can be decided by; docs/formats/decision.md says what each needs. */
import type { Round, Rule } from "../model/round.js";

/** Why a round cannot be decided by a rule, and the first application (canonical order) that it is because of. */
export interface RuleObstacle {
  readonly rule: Rule;
  /** Null when it is the round as a whole. */
  readonly application: string | null;
  /** Where in the canonical round, as a JSON pointer; of what is missing. */
  readonly path: string;
  readonly message: string;
}

/** A round that cannot be decided by the rule that was asked for. */
export class RuleError extends Error {
  readonly obstacle: RuleObstacle;

  constructor(obstacle: RuleObstacle) {
    super(obstacle.message);
    this.name = "RuleError";
    this.obstacle = obstacle;
  }
}

/** What keeps a round from being decided by a rule; null when nothing does. */
export function obstacleTo({ applications, tieBreak }: Round, rule: Rule): RuleObstacle | null {
  if (rule === "lottery" && tieBreak.draw !== undefined && tieBreak.draw.secret === undefined)
    return {
      rule,
      application: null,
      path: "/tieBreak/draw",
      message:
        "the lot is not drawn yet, so the round cannot be decided by lottery; publish the secret and the ledger entry, or give a seed without a draw",
    };
  const missing =
    rule === "first-come" ? applications.findIndex(({ received }) => received === undefined) : -1;
  if (missing < 0) return null;
  const { id } = applications[missing]!;
  return {
    rule,
    application: id,
    path: `/applications/${missing}/received`,
    message: `application "${id}" does not say when it was received, so the round cannot be decided by first-come; give every application a day or a moment in "received"`,
  };
}
