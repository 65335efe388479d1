import { readDecision } from "./document.js";
import { checkIntervals, checkRanked } from "./explanations.js";
import { canonicalText } from "./jcs.js";
import { refuseBeaten, refuseMetConflict } from "./known.js";
import {
  checkAwards,
  checkBreaches,
  checkLimits,
  checkObjective,
  checkSpent,
  type Recomputed,
  recompute,
  sumsOf,
} from "./outcome.js";
import { type Json, plain, without } from "./plain.js";
import { checkConflict, checkLevel, checkRoot, checkRowList, checkTreeBound } from "./proof.js";
import { type Walk, walk } from "./ranking.js";
import { check, type Reason, refuse, type Text } from "./refusal.js";
import { checkCanonical } from "./round.js";
import { type Choice, type Compiled, compile } from "./rows.js";
import { hashOf } from "./sha256.js";
import type { DecidedOutcome, Decision, Level, Rule } from "./types.js";

/** What was found about a decision document. */
export interface DecisionVerdict {
  /** Whether every check held. */
  readonly valid: boolean;
  readonly kind: "decision";
  /**
   * What has been proven about the outcome. A: no outcome is better; for an infeasible round: there is none.
   * B: none is more than `bound - objective` better. C: it meets the limits. `null`: it breaks limits (only the
   * ranking can), or the document is not valid.
   */
  readonly level: Level;
  /** In score units, `scoreScale` of which are one point; `null` when not valid or infeasible. */
  readonly objective: number | null;
  /** No outcome that meets the limits is worth more, in score units; `null` when nothing is proven. */
  readonly bound: number | null;
  readonly scoreScale: number | null;
  /** The document's hash, by which the ledger knows it; `null` when not valid. */
  readonly hash: string | null;
  /**
   * One per check, in this order: `shape`, `canonical`, `round-hash`, `hash`, and for an outcome `awards`,
   * `objective`, `spent`, `limits`, `breaches`, `rule`, `bound`, `level`, `explanations`, `comparison`; for an
   * infeasible round `conflict`, `explanations`, `comparison`. Where a check fails, those that build on it are left out.
   */
  readonly reasons: readonly Reason[];
}

/**
 * Checks a decision document, from the document alone. Never throws, whatever it is given.
 *
 * **It proves** that the document is whole and unchanged since it was hashed; that the outcome awards only what was
 * applied for; that every figure in it follows from the round; that all limits hold to the unit, or exactly which do
 * not; that under the rule `ranking` the outcome is the one the rule gives, lots included; that under the rule
 * `optimal` no outcome can be worth more than `bound`; that for an infeasible round with a ray or a tree there is no
 * outcome; and that what each unfunded application is told about its points is right. The bound rests on one vector
 * of multipliers and, where there is one, on a tree: a complete division of all outcomes into cases, in each of which
 * a vector of its own shows, in whole numbers, that no outcome is worth more.
 *
 * **It does not prove** that the round in the document is the one that was announced, with the scores the reviewers
 * gave, nor when and by whom it was decided: the ledger shows that (`verifyLedger`). It does not prove an outcome of
 * level B or C to be the best, nor the outcome that `comparison` shows for `optimal`, nor a conflict without a ray
 * or tree, nor that `atMost` is the smallest number of points that would have done. An outcome of level B and another
 * one within the same bound are both valid.
 *
 * @param document what `parseExact` made of the text. Other parsers let two documents with one text differ.
 */
export function verifyDecision(document: unknown): DecisionVerdict {
  const reasons: Reason[] = [];
  const run = (name: string, step: () => Text): boolean => {
    const reason = check(name, step);
    reasons.push(reason);
    return reason.ok === true;
  };
  const decision = inspect(document, run);
  const valid = decision !== undefined && reasons.every(({ ok }) => ok === true);
  if (!valid)
    return {
      valid,
      kind: "decision",
      level: null,
      objective: null,
      bound: null,
      scoreScale: null,
      hash: null,
      reasons,
    };
  return {
    valid,
    kind: "decision",
    level: decision.proof.level,
    objective: decision.outcome.status === "decided" ? decision.outcome.objective : null,
    bound: decision.proof.bound,
    scoreScale: decision.round.scoreScale,
    hash: decision.hash,
    reasons,
  };
}

/** Runs a named check and says whether it held. */
type Run = (name: string, step: () => Text) => boolean;

/** All checks; the decision, unless its shape could not be read. */
function inspect(document: unknown, run: Run): Decision | undefined {
  let copy: Json = null;
  let decision: Decision | undefined;
  run("shape", () => {
    copy = plain(document);
    decision = readDecision(copy);
    return { nl: "Alle velden staan er, en geen andere.", en: "All fields are there, and no others." };
  });
  if (decision === undefined) return undefined;
  const { round, roundHash, hash, outcome, explanations } = decision;
  const canonical = run("canonical", () => checkCanonical(round));
  const members = copy as unknown as { readonly [key: string]: Json };
  run("round-hash", () => checkHash(members.round!, roundHash, "/roundHash"));
  run("hash", () => checkHash(without(members, ["hash"]), hash, "/hash"));
  if (!canonical) return decision;

  const compiled = compile(round);
  const walked = walk(compiled);
  if (outcome.status === "decided") inspectOutcome(compiled, walked, decision, outcome, run);
  else {
    run("conflict", () => {
      if (decision!.rule === "ranking")
        refuse(
          "/outcome/status",
          "De ranglijst geeft altijd een uitkomst.",
          "The ranking always gives an outcome.",
        );
      refuseMetConflict(compiled, walked, outcome.conflict, "/outcome/conflict");
      return checkConflict(compiled, outcome.conflict, decision!.proof);
    });
    run("explanations", () => {
      if (explanations.length > 0)
        refuse(
          "/explanations/0",
          "Zonder uitkomst valt er niets uit te leggen.",
          "Without an outcome there is nothing to explain.",
        );
      return { nl: "Er is geen uitkomst om uit te leggen.", en: "There is no outcome to explain." };
    });
  }
  run("comparison", () => checkComparison(compiled, walked, decision!));
  return decision;
}

/** The checks of an outcome. Those that need the awards are left out when the awards are wrong. */
function inspectOutcome(
  compiled: Compiled,
  walked: Walk,
  decision: Decision,
  outcome: DecidedOutcome,
  run: Run,
): void {
  const where = "/outcome";
  let awarded: (Choice | undefined)[] = [];
  const known = run("awards", () => {
    awarded = checkAwards(compiled, outcome, where);
    return {
      nl: `Elk van de ${outcome.awards.length} toegekende aanvragen vroeg dit, met deze score en deze bedragen.`,
      en: `Each of the ${outcome.awards.length} awards was applied for, with this score and these amounts.`,
    };
  });
  if (!known) return;
  const sums = sumsOf(compiled, awarded);
  let breaches: string[] = [];
  const figures = [
    run("objective", () => {
      const sum = checkObjective(awarded, outcome.objective, where);
      return { nl: `De scores zijn samen ${sum}.`, en: `The scores add up to ${sum}.` };
    }),
    run("spent", () => {
      checkSpent(compiled, sums, outcome, where);
      return { nl: `Samen is ${sums[0]} toegekend.`, en: `Together ${sums[0]} is awarded.` };
    }),
    run("limits", () => {
      checkLimits(compiled, sums, outcome, where);
      return {
        nl: `De cijfers van ${outcome.limits.length} grenzen kloppen.`,
        en: `The figures of ${outcome.limits.length} limits are right.`,
      };
    }),
    run("breaches", () => {
      breaches = checkBreaches(compiled, sums, outcome.breaches, where);
      const names = breaches.join(", ");
      return breaches.length === 0
        ? {
            nl: `Alle ${compiled.rows.length} grenzen zijn gehaald.`,
            en: `All ${compiled.rows.length} limits are met.`,
          }
        : { nl: `Eerlijk vermeld als niet gehaald: ${names}.`, en: `Honestly listed as not met: ${names}.` };
    }),
    run("rule", () => checkRule(compiled, decision.rule, walked, awarded, breaches, where)),
  ];
  if (!figures.every(Boolean)) return;

  let root: ReturnType<typeof checkRoot>;
  let tree: ReturnType<typeof checkTreeBound>;
  const bounded = run("bound", () => {
    root = checkRoot(compiled, decision.proof);
    tree = checkTreeBound(compiled, decision, root);
    if (root === undefined) return { nl: "Er is geen grens bewezen.", en: "No bound has been proven." };
    const nl = `De vermenigvuldigers geven precies de grens ${root.all} / 2^60.`;
    const en = `The multipliers give exactly the bound ${root.all} / 2^60.`;
    if (tree === undefined) return { nl, en };
    const { bound, branches, leaves } = tree;
    return {
      nl: `${nl} Een boom met ${branches} vertakkingen en ${leaves} bladeren, elk nagerekend, geeft de scherpere grens ${bound}.`,
      en: `${en} A tree with ${branches} branches and ${leaves} leaves, each recomputed, gives the better bound ${bound}.`,
    };
  });
  if (!bounded) return;
  run("level", () => checkLevel(compiled, decision, outcome.objective, breaches, root, tree));
  run("explanations", () => {
    if (decision.rule === "ranking") return checkRanked(compiled, walked, decision.explanations);
    const recomputed: Recomputed = { awarded, sums, objective: outcome.objective, breaches };
    return checkIntervals(compiled, recomputed, root, decision.explanations);
  });
}

/** Under `ranking` the awards are those of the walk; under `optimal` no limit is broken, and the ranking not better. */
function checkRule(
  compiled: Compiled,
  rule: Rule,
  walked: Walk,
  awarded: readonly (Choice | undefined)[],
  breaches: readonly string[],
  where: string,
): Text {
  if (rule === "optimal") {
    if (breaches.length > 0)
      refuse(
        `${where}/breaches`,
        "Het optimum mag geen grens breken.",
        "The optimum must not break a limit.",
      );
    const objective = awarded.reduce((sum, choice) => sum + (choice?.score ?? 0), 0);
    refuseBeaten(compiled, walked, objective, `${where}/objective`);
    return {
      nl: "Zoals de regel zegt breekt de uitkomst geen grens; de ranglijst geeft binnen de grenzen niet meer.",
      en: "As the rule says, the outcome breaks no limit; the ranking gives no more within the limits.",
    };
  }
  for (const [i, choice] of walked.awarded.entries())
    if (choice !== awarded[i])
      refuse(
        `${where}/awards`,
        `De ranglijst geeft iets anders voor aanvraag ${i + 1} van de ronde.`,
        `The ranking gives something else for application ${i + 1} of the round.`,
      );
  return {
    nl: "De ranglijst, opnieuw doorlopen, geeft deze uitkomst.",
    en: "The ranking, walked again, gives this outcome.",
  };
}

/** What the other rule would have given: recomputed and, for the ranking, walked again. */
function checkComparison(compiled: Compiled, walked: Walk, decision: Decision): Text {
  const { comparison } = decision;
  if (comparison === null) return { nl: "Er wordt niet vergeleken.", en: "There is no comparison." };
  const { rule, outcome } = comparison;
  if (rule === decision.rule)
    refuse("/comparison/rule", "Vergelijk met de andere regel.", "The comparison is with the other rule.");
  const where = "/comparison/outcome";
  if (outcome.status === "infeasible") {
    if (rule === "ranking")
      refuse(
        `${where}/status`,
        "De ranglijst geeft altijd een uitkomst.",
        "The ranking always gives an outcome.",
      );
    checkRowList(compiled, outcome.conflict, `${where}/conflict`);
    refuseMetConflict(compiled, walked, outcome.conflict, `${where}/conflict`);
    return {
      nl: "Volgens de maker heeft de andere regel geen uitkomst; dat is hier niet bewezen.",
      en: "According to its maker the other rule has no outcome; that is not proven here.",
    };
  }
  const { awarded, breaches, objective } = recompute(compiled, outcome, where);
  checkRule(compiled, rule, walked, awarded, breaches, where);
  return {
    nl: `De uitkomst van de andere regel klopt en is ${objective} waard.`,
    en: `The outcome of the other rule is right and worth ${objective}.`,
  };
}

function checkHash(value: Json, stated: string, where: string): Text {
  const found = hashOf(canonicalText(value));
  if (found !== stated) refuse(where, `De hash is ${found}.`, `The hash is ${found}.`);
  return { nl: `De hash klopt: ${found}.`, en: `The hash is right: ${found}.` };
}

/** What a ledger says of a decision. */
export interface DecisionFacts {
  readonly hash: string;
  readonly roundHash: Json | undefined;
  readonly rule: Json | undefined;
  readonly level: Json | undefined;
}

/** The facts of a decision document with its recomputed hash, or undefined when its `hash` field says otherwise. */
export function decisionFacts(document: unknown): DecisionFacts | undefined {
  try {
    const members = plain(document) as { readonly [key: string]: Json };
    const found = hashOf(canonicalText(without(members, ["hash"])));
    if (members.hash !== found) return undefined;
    const proof = members.proof as { readonly [key: string]: Json };
    return { hash: found, roundHash: members.roundHash, rule: members.rule, level: proof.level };
  } catch {
    return undefined;
  }
}
