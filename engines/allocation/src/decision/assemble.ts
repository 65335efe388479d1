/** From what was found to a decision document; docs/formats/decision.md is the published description. */
import { hashOf, hashRound } from "../canonical/canonical-text.js";
import type { TreeCertificate } from "../exact/index.js";
import { explainOptimum } from "../explanation/explain.js";
import type { DecidedOutcome, Decision, Explanation, Multipliers, Proof, Ties } from "../model/decision.js";
import { type Round, RULES, type Rule } from "../model/round.js";
import type { Finding } from "../optimum/finding.js";
import { boundedProof } from "../optimum/proven-bound.js";
import { stepsOf } from "../optimum/ties/spending.js";
import { compile } from "../problem/compile.js";
import { isFeasible } from "../problem/evaluate.js";
import type { Problem } from "../problem/problem.js";
import { explainWalk } from "../ranking/explain.js";
import type { WalkingRule } from "../ranking/order.js";
import { selectionOf, type Walk } from "../ranking/walk.js";
import { parseRound } from "../reading/parse-round.js";
import { type BestKnown, bestKnown, outcomeUnder, walksOf } from "../rules/outcomes.js";
import { obstacleTo, RuleError } from "../rules/possible.js";
import { proRata } from "../rules/pro-rata.js";
import { outcomeOf } from "./outcome.js";

/** No outcome was found within the time limit, though nothing shows that there is none. */
export class UndecidedError extends Error {
  constructor() {
    super(
      "no outcome that meets all limits was found within the time limit; allow more time or loosen a limit",
    );
    this.name = "UndecidedError";
  }
}

/**
 * Makes the decision document of a round from a finding, for instance the last one reported by a search that had to
 * be stopped. Under the other rules the finding gives the bound and a comparison; null when nothing is known.
 *
 * @throws RuleError when the round cannot be decided by the rule
 * @throws UndecidedError under `optimal` when neither an outcome nor an infeasibility is known
 * @throws RangeError when the finding does not belong to this round
 */
export function assembleDecision(round: Round, rule: Rule, finding: Finding | null): Decision {
  return assemble(compile(parseRound(round)), rule, finding);
}

/**
 * `assembleDecision` for a compiled round.
 *
 * @param isExplained whether every unfunded application is explained, as in a decision that is published
 */
export function assemble(
  problem: Problem,
  rule: Rule,
  finding: Finding | null,
  isExplained = true,
): Decision {
  const { round } = problem;
  const obstacle = obstacleTo(round, rule);
  if (obstacle !== null) throw new RuleError(obstacle);
  const walks = walksOf(problem);
  const best = bestKnown(problem, finding, walks);
  const document = {
    format: "voorsprong-decision/2" as const,
    round,
    roundHash: hashRound(round),
    rule,
    ...bodyOf(problem, rule, finding, walks, best, isExplained),
    comparisons: RULES.filter((each) => each !== rule).flatMap((each) => {
      const outcome = outcomeUnder(problem, each, walks, best);
      return outcome === null ? [] : [{ rule: each, outcome }];
    }),
  };
  return { ...document, hash: hashOf(document) };
}

type Body = Pick<Decision, "outcome" | "proof" | "explanations">;

function bodyOf(
  problem: Problem,
  rule: Rule,
  finding: Finding | null,
  walks: ReadonlyMap<WalkingRule, Walk>,
  best: BestKnown | null,
  isExplained: boolean,
): Body {
  if (rule === "optimal") return optimalBody(problem, finding, best, isExplained);
  if (rule === "pro-rata") {
    const outcome = proRata(problem);
    // Parts of applications are no selection: the bound of the optimum does not hold for them.
    return { outcome, proof: proofOf(problem, outcome, null, null), explanations: [] };
  }
  const walked = walks.get(rule)!;
  const outcome = outcomeOf(problem, selectionOf(walked));
  const explanations = isExplained ? explainWalk(problem, rule, walked) : [];
  return { outcome, proof: proofOf(problem, outcome, finding, null), explanations };
}

function optimalBody(
  problem: Problem,
  finding: Finding | null,
  best: BestKnown | null,
  isExplained: boolean,
): Body {
  if (best === null) throw new UndecidedError();
  if (best.selection === null) {
    const { conflict, ray, tree } = best.infeasible;
    const evidence = { ...(ray === null ? {} : { ray }), ...(ray !== null || tree === null ? {} : { tree }) };
    const proof: Proof = { level: "A", bound: null, gap: null, ...evidence };
    return { outcome: { status: "infeasible", conflict }, proof, explanations: [] };
  }
  const { selection, explanations } = isExplained
    ? explained(problem, best.selection, finding?.root ?? null)
    : { selection: best.selection, explanations: [] };
  const outcome = outcomeOf(problem, selection);
  const proof = proofOf(problem, outcome, finding, finding?.tree ?? null);
  const ties = proof.level === "A" ? { ties: finding?.ties ?? unsettled(problem, outcome) } : {};
  return { outcome, proof: { ...proof, ...ties }, explanations };
}

/** An outcome with its explanations. A swap that improves the outcome is taken over before anything is published. */
function explained(
  problem: Problem,
  found: readonly number[],
  root: Multipliers | null,
): { readonly selection: readonly number[]; readonly explanations: readonly Explanation[] } {
  let selection = found;
  let { explanations, better } = explainOptimum(problem, selection, root);
  while (better !== null && isFeasible(problem, better)) {
    selection = better;
    ({ explanations, better } = explainOptimum(problem, selection, root));
  }
  return { selection, explanations };
}

/** The tie-break of an outcome that was published before it was carried out. */
function unsettled({ round }: Problem, { spent }: DecidedOutcome): Ties {
  const step = round.tieBreak.money?.step;
  const lot = { proven: false };
  if (step === undefined) return { lot };
  const steps = stepsOf(spent.total, step);
  return { money: { step, steps, proven: steps === 0 }, lot };
}

/** The proof of an outcome. A tree counts only where it proves less than the root's multipliers allow. */
function proofOf(
  problem: Problem,
  outcome: DecidedOutcome,
  finding: Finding | null,
  tree: TreeCertificate | null,
): Proof {
  if (outcome.breaches.length > 0) return { level: null, bound: null, gap: null };
  const root = finding?.root ?? null;
  if (root === null) return { level: "C", bound: null, gap: null };
  return boundedProof(problem, outcome.objective, root, tree);
}
