/** From what was found to a decision document; docs/formats/decision.md is the published description. */
import { hashOf, hashRound } from "../canonical/canonical-text.js";
import type { TreeCertificate } from "../exact/index.js";
import { explainOptimum, explainRanking } from "../explanation/explain.js";
import type { Comparison, DecidedOutcome, Decision, Explanation, Outcome, Proof } from "../model/decision.js";
import type { Round, Rule } from "../model/round.js";
import { roundedBound } from "../optimum/bound.js";
import type { Finding } from "../optimum/finding.js";
import { compile } from "../problem/compile.js";
import {
  awardsOf,
  brokenRows,
  isFeasible,
  limitFigures,
  scoreOf,
  spentOn,
  sumsOf,
} from "../problem/evaluate.js";
import type { Problem } from "../problem/problem.js";
import { selectionOf, walk } from "../ranking/walk.js";
import { parseRound } from "../reading/parse-round.js";

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
 * be stopped. Under `ranking` the finding gives the bound and a comparison; null when nothing is known.
 *
 * @throws UndecidedError under `optimal` when the finding has neither an outcome nor an infeasibility
 * @throws RangeError when the finding does not belong to this round
 */
export function assembleDecision(round: Round, rule: Rule, finding: Finding | null): Decision {
  return assemble(compile(parseRound(round)), rule, finding);
}

/** `assembleDecision` for a compiled round. */
export function assemble(problem: Problem, rule: Rule, finding: Finding | null): Decision {
  const body = rule === "optimal" ? optimalBody(problem, finding) : rankingBody(problem, finding);
  const { round } = problem;
  const document = {
    format: "voorsprong-decision/2" as const,
    round,
    roundHash: hashRound(round),
    rule,
    ...body,
  };
  return { ...document, hash: hashOf(document) };
}

interface Body {
  readonly outcome: Outcome;
  readonly proof: Proof;
  readonly comparisons: readonly Comparison[];
  readonly explanations: readonly Explanation[];
}

function optimalBody(problem: Problem, finding: Finding | null): Body {
  const comparisons: Comparison[] = [
    { rule: "ranking", outcome: outcomeOf(problem, selectionOf(walk(problem))) },
  ];
  if (finding?.infeasible) {
    const { conflict, ray, tree } = finding.infeasible;
    const evidence = { ...(ray === null ? {} : { ray }), ...(ray !== null || tree === null ? {} : { tree }) };
    const level = ray === null && tree === null ? "C" : "A";
    const proof: Proof = { level, bound: null, gap: null, ...evidence };
    return { outcome: { status: "infeasible", conflict }, proof, comparisons, explanations: [] };
  }
  if (finding === null || finding.incumbent === null) throw new UndecidedError();
  let selection = selectionFrom(problem, finding.incumbent);
  let explained = explainOptimum(problem, selection, finding.root);
  // A swap that improves the outcome is taken over before anything is published.
  while (explained.better !== null && isFeasible(problem, explained.better)) {
    selection = explained.better;
    explained = explainOptimum(problem, selection, finding.root);
  }
  const outcome = outcomeOf(problem, selection);
  return {
    outcome,
    proof: proofOf(problem, outcome, finding, finding.tree),
    comparisons,
    explanations: explained.explanations,
  };
}

function rankingBody(problem: Problem, finding: Finding | null): Body {
  const walked = walk(problem);
  const outcome = outcomeOf(problem, selectionOf(walked));
  const proof = proofOf(problem, outcome, finding, null);
  return {
    outcome,
    proof,
    comparisons: optimumOf(problem, finding),
    explanations: explainRanking(problem, walked),
  };
}

function optimumOf(problem: Problem, finding: Finding | null): readonly Comparison[] {
  if (finding?.infeasible)
    return [{ rule: "optimal", outcome: { status: "infeasible", conflict: finding.infeasible.conflict } }];
  if (finding === null || finding.incumbent === null) return [];
  return [{ rule: "optimal", outcome: outcomeOf(problem, selectionFrom(problem, finding.incumbent)) }];
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
  const atRoot = roundedBound(problem, BigInt(root.bound), BigInt(root.denominator));
  const byTree = tree === null || tree.target === null ? atRoot : tree.target - (problem.divisor || 1);
  const bound = Math.min(atRoot, byTree);
  const gap = bound - outcome.objective;
  const level = gap === 0 ? "A" : "B";
  return { level, bound, gap, root, ...(tree !== null && bound < atRoot ? { tree } : {}) };
}

function outcomeOf(problem: Problem, selection: readonly number[]): DecidedOutcome {
  const sums = sumsOf(problem, selection);
  const awards = awardsOf(problem, selection);
  return {
    status: "decided",
    awards,
    objective: scoreOf(problem, selection),
    spent: spentOn(problem, awards),
    limits: limitFigures(problem, sums),
    breaches: brokenRows(problem, sums).map((row) => problem.rows[row]!.id),
  };
}

/** The choices a finding names. */
function selectionFrom(problem: Problem, awarded: NonNullable<Finding["incumbent"]>): readonly number[] {
  const nameOf = (application: string, option: string | null) => JSON.stringify([application, option]);
  const index = new Map(
    problem.choices.map(({ application, option }, choice) => [
      nameOf(problem.round.applications[application]!.id, option),
      choice,
    ]),
  );
  const selection = awarded.map(([application, option]) => {
    const choice = index.get(nameOf(application, option));
    if (choice === undefined) throw new RangeError(`the round has no choice ${nameOf(application, option)}`);
    return choice;
  });
  if (!isFeasible(problem, selection))
    throw new RangeError("the finding does not meet the limits of this round");
  return selection;
}
