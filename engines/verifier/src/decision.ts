import { checkComparisons, checkRule, refuseNoOutcome } from "./comparisons.js";
import { type Compiled, compile, type Selection, sumsOf } from "./compile.js";
import { readDecision } from "./document.js";
import { checkIntervals, checkWalked } from "./explanations.js";
import type { Json } from "./json.js";
import { refuseMetConflict } from "./known.js";
import {
  checkAwards,
  checkBreaches,
  checkLimits,
  checkObjective,
  checkSpent,
  type Recomputed,
} from "./outcome.js";
import { type Plain, plain, without } from "./plain.js";
import { type Bounds, boundWords, checkBounds, checkConflict, checkLevel } from "./proof.js";
import { check, type Reason, refuse, type Text } from "./refusal.js";
import { checkCanonical } from "./round.js";
import { Rules } from "./rules.js";
import { hashOf } from "./sha256.js";
import { checkTies } from "./ties.js";
import type { DecidedOutcome, Decision, Level, Rule } from "./types.js";
import { limits, number, points } from "./words.js";

/** What was found about a decision document. */
export interface DecisionVerdict {
  /** Whether every check held. */
  readonly valid: boolean;
  readonly kind: "decision";
  /**
   * What has been proven about the outcome. A: no outcome is better; for an infeasible round: there is none.
   * B: none is more than `bound - objective` better. C: it meets the limits. `null`: it breaks limits (never under
   * `optimal`), or the document is not valid.
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
   * `objective`, `spent`, `limits`, `breaches`, `rule`, `bound`, `level`, `ties` (where there are any),
   * `explanations`, `comparisons`; for an infeasible round `conflict`, `explanations`, `comparisons`. Where a check
   * fails, those that build on it are left out.
   */
  readonly reasons: readonly Reason[];
}

/**
 * Checks a decision document, from the document alone. Never throws, whatever it is given.
 *
 * **It proves** that the document is whole and unchanged since it was hashed; that the outcome awards only what was
 * applied for; that every figure in it follows from the round; that all limits hold to the unit, or exactly which do
 * not; that under the rules `ranking`, `first-come`, `lottery` and `pro-rata` the outcome is the one the rule gives, lots
 * included; that under the rule `optimal` no outcome can be worth more than `bound`, and where the document says so that
 * the announced tie-break chooses this one; that for an infeasible round with a ray or a tree there is no outcome; and
 * that what each unfunded application is told about its points is right. The bound rests on one vector
 * of multipliers and, where there is one, on a tree: a complete division of all outcomes into cases, in each of which
 * a vector of its own shows, in whole numbers, that no outcome is worth more.
 *
 * **It does not prove** that the round in the document is the one that was announced, with the scores the reviewers
 * gave, nor when and by whom it was decided: the ledger shows that (`verifyLedger`). It does not prove an outcome of
 * level B or C to be the best, nor the outcome that `comparisons` shows for `optimal`, nor a conflict without a ray
 * or tree, nor that `atMost` is the smallest number of points that would have done. An outcome of level B and another
 * one within the same bound are both valid.
 *
 * @param document an `ExactDocument`, or what `parseExact` made of the text. Other parsers let two documents with one text differ.
 */
export function verifyDecision(document: unknown): DecisionVerdict {
  return checkDecision(document).verdict;
}

/** A decision that was found valid and has an outcome, ready for what builds on it. */
export interface Checked {
  readonly decision: Decision;
  readonly compiled: Compiled;
  readonly rules: Rules;
  readonly outcome: Recomputed;
}

/** The verdict about a decision document and, where it is valid, its rule and (with an outcome) the decision itself. */
export function checkDecision(document: unknown): {
  readonly verdict: DecisionVerdict;
  readonly rule?: Rule;
  readonly checked?: Checked;
} {
  const reasons: Reason[] = [];
  const run = (name: string, step: () => Text): boolean => {
    const reason = check(name, step);
    reasons.push(reason);
    return reason.ok === true;
  };
  const { decision, checked } = inspect(document, run);
  const valid = decision !== undefined && reasons.every(({ ok }) => ok === true);
  const none = { level: null, objective: null, bound: null, scoreScale: null, hash: null };
  if (!valid) return { verdict: { valid, kind: "decision", ...none, reasons } };
  const { proof, outcome, round, hash } = decision;
  const objective = outcome.status === "decided" ? outcome.objective : null;
  const { level, bound } = proof;
  const { scoreScale } = round;
  const verdict = { valid, kind: "decision", level, objective, bound, scoreScale, hash, reasons } as const;
  return { verdict, rule: decision.rule, ...(checked === undefined ? {} : { checked }) };
}

/** Runs a named check and says whether it held. */
type Run = (name: string, step: () => Text) => boolean;

/** All checks; the decision, unless its shape could not be read. */
function inspect(document: unknown, run: Run): { readonly decision?: Decision; readonly checked?: Checked } {
  let copy: Plain | undefined;
  let read: Decision | undefined;
  run("shape", () => {
    copy = plain(document);
    read = readDecision(copy.root);
    return { nl: "Alle velden staan er, en geen andere.", en: "All fields are there, and no others." };
  });
  if (read === undefined) return {};
  const decision: Decision = read;
  const { round, outcome } = decision;
  const canonical = run("canonical", () => checkCanonical(round));
  checkHashes(copy!, decision, run);
  if (!canonical) return { decision };

  const compiled = compile(round);
  const rules = new Rules(compiled, decision.rule);
  const subject = { decision, compiled, rules };
  let checked: Checked | undefined;
  if (outcome.status === "decided") {
    const recomputed = inspectOutcome(subject, outcome, run);
    if (recomputed !== undefined) checked = { ...subject, outcome: recomputed };
  } else inspectConflict(subject, outcome.conflict, run);
  run("comparisons", () => checkComparisons(compiled, rules, decision));
  return { decision, ...(checked === undefined ? {} : { checked }) };
}

/** What the checks of a decision with a canonical round work on. */
type Subject = Omit<Checked, "outcome">;

/** The checks of a round without outcome. */
function inspectConflict(
  { decision, compiled, rules }: Subject,
  conflict: readonly string[],
  run: Run,
): void {
  run("conflict", () => {
    if (decision.rule !== "optimal") refuseNoOutcome(decision.rule, "/outcome");
    if (decision.proof.ties !== undefined)
      refuse("/proof/ties", "Zonder uitkomst is er geen loting.", "Without an outcome there are no ties.");
    refuseMetConflict(compiled, rules, conflict, "/outcome/conflict");
    return checkConflict(compiled, conflict, decision.proof);
  });
  run("explanations", () => {
    noExplanations(decision.explanations);
    return { nl: "Er is geen uitkomst om uit te leggen.", en: "There is no outcome to explain." };
  });
}

/**
 * The checks of an outcome. Those that need the awards are left out when the awards are wrong, and those that need the
 * figures when these are.
 *
 * @returns the outcome recomputed, unless its figures are wrong
 */
function inspectOutcome(subject: Subject, outcome: DecidedOutcome, run: Run): Recomputed | undefined {
  const { decision, compiled, rules } = subject;
  const { rule, proof } = decision;
  const where = "/outcome";
  let awarded: Selection = [];
  const known = run("awards", () => {
    awarded = checkAwards(compiled, outcome, rule === "pro-rata" ? rules.filling() : undefined, where);
    const count = outcome.awards.length;
    return {
      nl: `Elk van de ${number.nl(count)} toegekende aanvragen vroeg dit, met deze score en deze bedragen.`,
      en: `Each of the ${number.en(count)} awards was applied for, with this score and these amounts.`,
    };
  });
  if (!known) return undefined;
  const sums = sumsOf(compiled, awarded);
  let breaches: string[] = [];
  const figures = [
    run("objective", () => {
      const sum = points(decision.round.scoreScale, checkObjective(awarded, outcome.objective, where));
      return { nl: `De scores zijn samen ${sum.nl} punten.`, en: `The scores add up to ${sum.en} points.` };
    }),
    run("spent", () => checkSpent(compiled, sums, outcome, where)),
    run("limits", () => {
      checkLimits(compiled, sums, outcome, where);
      const count = outcome.limits.length;
      return {
        nl: `De cijfers van ${number.nl(count)} grenzen kloppen.`,
        en: `The figures of ${number.en(count)} limits are right.`,
      };
    }),
    run("breaches", () => {
      breaches = checkBreaches(compiled, sums, outcome.breaches, where);
      const names = limits(
        decision.round,
        breaches.map((id) => ({ id })),
      );
      return breaches.length === 0
        ? {
            nl: `Alle ${number.nl(compiled.rows.length)} grenzen zijn gehaald.`,
            en: `All ${number.en(compiled.rows.length)} limits are met.`,
          }
        : {
            nl: `Eerlijk vermeld als niet gehaald: ${names.nl}.`,
            en: `Honestly listed as not met: ${names.en}.`,
          };
    }),
    run("rule", () => checkRule(compiled, rules, rule, awarded, breaches, where)),
  ];
  if (!figures.every(Boolean)) return undefined;
  const recomputed: Recomputed = { awarded, sums, objective: outcome.objective, breaches };

  let bounds: Bounds = {};
  const bounded = run("bound", () => {
    if (proof.tree !== undefined && rule !== "optimal")
      refuse("/proof/tree", "Alleen het optimum heeft een boom.", "Only the optimum has a tree.");
    if (proof.tree !== undefined && proof.root === undefined)
      refuse("/proof/root", "Bij een boom hoort een wortel.", "With a tree there must be a root.");
    if (proof.root !== undefined && rule === "pro-rata")
      refuse("/proof/root", "Delen naar rato hebben geen grens.", "Pro rata has no bound.");
    bounds = checkBounds(compiled, proof, "/proof");
    return boundWords(compiled, bounds);
  });
  if (!bounded) return recomputed;
  const { ties } = proof;
  const level = run("level", () => {
    const words = checkLevel(compiled, proof, outcome.objective, breaches, bounds, "/proof");
    if (ties !== undefined && (rule !== "optimal" || proof.level !== "A"))
      refuse(
        "/proof/ties",
        "Dit hoort alleen bij een bewezen optimum.",
        "This belongs to a proven optimum only.",
      );
    if (ties === undefined && rule === "optimal" && proof.level === "A")
      refuse(
        "/proof/ties",
        "Bij een bewezen optimum staat hoe gelijke uitkomsten zijn beslist.",
        "With a proven optimum stands how ties were decided.",
      );
    return words;
  });
  if (level && ties !== undefined)
    run("ties", () => checkTies(compiled, rules.line, outcome, awarded, ties, "/proof/ties"));
  run("explanations", () => checkExplanations(subject, recomputed, bounds));
  return recomputed;
}

/** What each unfunded application is told, by the rule of the decision. */
function checkExplanations(
  { decision, compiled, rules }: Subject,
  outcome: Recomputed,
  { root }: Bounds,
): Text {
  const { rule, explanations } = decision;
  if (rule === "optimal") return checkIntervals(compiled, outcome, root, explanations);
  if (rule !== "pro-rata") return checkWalked(compiled, rules, rule, explanations);
  noExplanations(explanations);
  return {
    nl: "Ieder krijgt hetzelfde deel, zover de grenzen het toelaten.",
    en: "All get the same part, as far as the limits allow.",
  };
}

function noExplanations(explanations: Decision["explanations"]): void {
  if (explanations.length > 0)
    refuse("/explanations/0", "Hier valt niets uit te leggen.", "There is nothing to explain here.");
}

function checkHashes({ root, textOf }: Plain, { roundHash, hash }: Decision, run: Run): void {
  const members = root as { readonly [key: string]: Json };
  run("round-hash", () => checkHash(textOf(members.round!), roundHash, "/roundHash"));
  run("hash", () => checkHash(textOf(without(members, ["hash"])), hash, "/hash"));
}

/** Refuses a stated hash that is not that of the canonical text. */
export function checkHash(canonical: string, stated: string, where: string): Text {
  const found = hashOf(canonical);
  if (found !== stated) refuse(where, `De hash is ${found}.`, `The hash is ${found}.`);
  return { nl: `De hash klopt: ${found}.`, en: `The hash is right: ${found}.` };
}
