import type { Json } from "./json.js";
import { refuse } from "./refusal.js";
import { readRound } from "./round.js";
import {
  decimal,
  type Fields,
  fields,
  hash,
  listOf,
  natural,
  naturals,
  nullOr,
  oneOf,
  record,
  recordOf,
  text,
  truth,
  whole,
} from "./shape.js";
import { readTree } from "./tree-shape.js";
import {
  type ChoiceName,
  type Decision,
  type Evidence,
  type Explanation,
  type LimitFigure,
  type Multipliers,
  type NamedAward,
  type Outcome,
  type Proof,
  RULES,
  type TieStep,
  type Ties,
  type Witness,
} from "./types.js";

const readRule = oneOf(RULES);

/** Reads a decision document. Its fields are those of docs/formats/decision.md, all of them and no others. */
export function readDecision(value: Json): Decision {
  const names = [
    "format",
    "round",
    "roundHash",
    "rule",
    "outcome",
    "proof",
    "comparisons",
    "explanations",
    "hash",
  ];
  const decision = fields(value, "", names);
  decision.get("format", oneOf(["voorsprong-decision/2"]));
  return {
    round: decision.get("round", readRound),
    roundHash: decision.get("roundHash", hash),
    rule: decision.get("rule", readRule),
    outcome: decision.get("outcome", readOutcome),
    proof: decision.get("proof", readProof),
    comparisons: decision.get("comparisons", listOf(readComparison)),
    explanations: decision.get("explanations", listOf(readExplanation)),
    hash: decision.get("hash", hash),
  };
}

function readComparison(value: Json, where: string): Decision["comparisons"][number] {
  const comparison = fields(value, where, ["rule", "outcome"]);
  return { rule: comparison.get("rule", readRule), outcome: comparison.get("outcome", readOutcome) };
}

function readOutcome(value: Json, where: string): Outcome {
  if (record(value, where).status === "infeasible") {
    const outcome = fields(value, where, ["status", "conflict"]);
    return { status: "infeasible", conflict: outcome.get("conflict", listOf(text)) };
  }
  const outcome = fields(value, where, ["status", "awards", "objective", "spent", "limits", "breaches"]);
  return {
    status: outcome.get("status", oneOf(["decided"])),
    awards: outcome.get("awards", listOf(readAward)),
    objective: outcome.get("objective", whole),
    spent: outcome.get("spent", (spent, place) => {
      const sums = fields(spent, place, ["total", "budgets"]);
      return { total: sums.get("total", natural), budgets: sums.get("budgets", naturals) };
    }),
    limits: outcome.get("limits", listOf(readFigure)),
    breaches: outcome.get("breaches", listOf(text)),
  };
}

function readAward(value: Json, where: string): NamedAward {
  const award = fields(value, where, ["application", "option", "score", "amounts"], ["part"]);
  return {
    application: award.get("application", text),
    option: award.get("option", nullOr(text)),
    score: award.get("score", whole),
    amounts: award.get("amounts", naturals),
    ...award.maybe("part", text),
  };
}

function readFigure(value: Json, where: string): LimitFigure {
  const figure = fields(value, where, ["row", "value", "of", "met"]);
  return {
    row: figure.get("row", text),
    value: figure.get("value", natural),
    of: figure.get("of", natural),
    met: figure.get("met", truth),
  };
}

function readProof(value: Json, where: string): Proof {
  const proof = fields(value, where, ["level", "bound", "gap"], ["root", "ray", "tree", "ties"]);
  return { ...evidence(proof), ...proof.maybe("ties", readTies) };
}

/** Reads the evidence for an outcome, as in the proof of a decision but without its ties. */
export function readEvidence(value: Json, where: string): Evidence {
  return evidence(fields(value, where, ["level", "bound", "gap"], ["root", "ray", "tree"]));
}

function evidence(proof: Fields): Evidence {
  return {
    level: proof.get("level", oneOf(["A", "B", "C", null])),
    bound: proof.get("bound", nullOr(whole)),
    gap: proof.get("gap", nullOr(natural)),
    ...proof.maybe("root", readMultipliers),
    ...proof.maybe("ray", readMultipliers),
    ...proof.maybe("tree", readTree),
  };
}

function readTies(value: Json, where: string): Ties {
  const ties = fields(value, where, ["lot"], ["money"]);
  return {
    ...ties.maybe("money", (money, place) => {
      const step = fields(money, place, ["step", "steps", "proven"], ["tree"]);
      return { step: step.get("step", natural), steps: step.get("steps", natural), ...tieStep(step) };
    }),
    lot: ties.get("lot", (lot, place) => tieStep(fields(lot, place, ["proven"], ["tree"]))),
  };
}

function tieStep(step: Fields): TieStep {
  return { proven: step.get("proven", truth), ...step.maybe("tree", readTree) };
}

function readMultipliers(value: Json, where: string): Multipliers {
  const multipliers = fields(value, where, ["denominator", "rows", "bound"], ["absorbed"]);
  return {
    denominator: multipliers.get("denominator", readPositive),
    rows: new Map(Object.entries(multipliers.get("rows", recordOf(readPositive)))),
    absorbed: multipliers.has("absorbed") ? multipliers.get("absorbed", readNames) : [],
    bound: multipliers.get("bound", decimal),
  };
}

function readNames(value: Json, where: string): string[] {
  const names = listOf(text)(value, where);
  return names.length > 0
    ? names
    : refuse(where, "Zonder rijen hoort hier geen lijst.", "Without rows there should be no list.");
}

function readPositive(value: Json, where: string): bigint {
  const number = decimal(value, where);
  if (number <= 0n) refuse(where, "Dit getal moet groter dan nul zijn.", "This number must be above zero.");
  return number;
}

function readExplanation(value: Json, where: string): Explanation {
  const explanation = fields(value, where, ["application", "needed"], ["witness", "blockedBy"]);
  return {
    application: explanation.get("application", text),
    needed: explanation.get("needed", (needed, place) => {
      const points = fields(needed, place, ["atLeast", "atMost"]);
      return { atLeast: points.get("atLeast", natural), atMost: points.get("atMost", nullOr(natural)) };
    }),
    ...explanation.maybe("witness", readWitness),
    ...explanation.maybe("blockedBy", listOf(text)),
  };
}

function readWitness(value: Json, where: string): Witness {
  const witness = fields(value, where, ["option", "remove", "add"]);
  return {
    option: witness.get("option", nullOr(text)),
    remove: witness.get("remove", listOf(text)),
    add: witness.get("add", listOf(readChoiceName)),
  };
}

/** Reads a choice by name: an application and its option, or null. */
export function readChoiceName(value: Json, where: string): ChoiceName {
  const pair = listOf(nullOr(text))(value, where);
  const [application, option] = pair;
  if (pair.length !== 2 || typeof application !== "string" || option === undefined)
    return refuse(where, "Hier horen een aanvraag en een optie.", "Expected an application and an option.");
  return [application, option];
}
