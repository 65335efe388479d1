import type { Json } from "./json.js";
import { checkReceived } from "./received.js";
import { at, refuse, type Text } from "./refusal.js";
import {
  ascending,
  type Fields,
  fields,
  listOf,
  name,
  natural,
  naturals,
  oneOf,
  record,
  recordOf,
  text,
  whole,
} from "./shape.js";
import { checkTieBreak, readTieBreak } from "./tie-break.js";
import type { Application, Award, Constraint, Round } from "./types.js";
import { number } from "./words.js";

/** A share in canonical form: "0" to "1", at most 12 decimals, no trailing zeros. */
const SHARE = /^(?:0|1|0\.[0-9]{0,11}[1-9])$/;

/** Reads the round of a decision: every default written out, nothing else in it (docs/formats/round.md). */
export function readRound(value: Json, where: string): Round {
  const names = [
    "round",
    "unit",
    "scoreScale",
    "budgets",
    "applications",
    "constraints",
    "tieBreak",
    "ranking",
  ];
  const round = fields(value, where, names);
  round.get("round", name);
  return {
    unit: round.get("unit", name),
    scoreScale: round.get("scoreScale", whole),
    budgets: round.get("budgets", listOf(readBudget)),
    applications: round.get("applications", listOf(readApplication)),
    constraints: round.get("constraints", listOf(readConstraint)),
    tieBreak: round.get("tieBreak", readTieBreak),
    misfit: round.get("ranking", (ranking, place) =>
      fields(ranking, place, ["misfit"]).get("misfit", oneOf(["skip", "stop"])),
    ),
  };
}

function readBudget(value: Json, where: string): Round["budgets"][number] {
  const budget = fields(value, where, ["id", "amount"]);
  return { id: budget.get("id", name), amount: budget.get("amount", natural) };
}

function readApplication(value: Json, where: string): Application {
  const given = record(value, where);
  const isFull = "score" in given || "amounts" in given;
  const required = isFull ? ["id", "tags", "score", "amounts"] : ["id", "tags", "options"];
  const application = fields(value, where, required, ["title", "options", "received"]);
  application.maybe("title", text);
  return {
    id: application.get("id", name),
    full: isFull ? readAward(application) : null,
    options: application.has("options") ? application.get("options", readOptions) : [],
    tags: application.get("tags", recordOf(listOf(name))),
    ...application.maybe("received", text),
  };
}

function readOptions(value: Json, where: string): Application["options"] {
  const options = listOf(readOption)(value, where);
  return options.length > 0
    ? options
    : refuse(where, "Zonder opties hoort hier geen lijst.", "Without options there should be no list.");
}

function readOption(value: Json, where: string): Application["options"][number] {
  const option = fields(value, where, ["id", "score", "amounts"]);
  return { id: option.get("id", name), ...readAward(option) };
}

function readAward(award: Fields): Award {
  return { score: award.get("score", whole), amounts: award.get("amounts", naturals) };
}

function readConstraint(value: Json, where: string): Constraint {
  const readKind = oneOf(["share", "amount", "count", "at-most-one", "requires"]);
  const kind = readKind(record(value, where).kind ?? null, at(where, "kind"));
  if (kind === "at-most-one") {
    const list = fields(value, where, ["kind", "applications"]);
    return { kind, applications: list.get("applications", listOf(name)) };
  }
  if (kind === "requires") {
    const pair = fields(value, where, ["kind", "application", "needs"]);
    return { kind, application: pair.get("application", text), needs: pair.get("needs", text) };
  }
  const required = kind === "share" ? ["kind", "tag", "value", "of"] : ["kind", "tag", "value"];
  const limit = fields(value, where, required, kind === "count" ? ["min", "max"] : ["min", "max", "budget"]);
  if (!limit.has("min") && !limit.has("max"))
    refuse(where, "Er is geen minimum en geen maximum.", "There is neither a minimum nor a maximum.");
  const group = { tag: limit.get("tag", name), value: limit.get("value", name) };
  if (kind === "count")
    return { kind, ...group, ...limit.maybe("min", natural), ...limit.maybe("max", natural) };
  const budget = limit.maybe("budget", text);
  if (kind === "amount")
    return { kind, ...group, ...limit.maybe("min", natural), ...limit.maybe("max", natural), ...budget };
  const of = limit.get("of", oneOf(["awarded", "budget"]));
  return {
    kind,
    ...group,
    ...limit.maybe("min", readShare),
    ...limit.maybe("max", readShare),
    of,
    ...budget,
  };
}

/** Reads a share in canonical form. */
export function readShare(value: Json, where: string): string {
  const share = text(value, where);
  if (!SHARE.test(share))
    refuse(where, `"${share}" is geen deel van 0 tot 1.`, `"${share}" is not a share from 0 to 1.`);
  return share;
}

/**
 * Checks what docs/formats/round.md asks of the canonical form beyond its shape: order, no doubles, no zero
 * amounts, references that exist, minima below maxima, and sums below 2^53. The last is what lets later checks
 * add amounts, scores and numbers in doubles without losing a cent.
 */
export function checkCanonical(round: Round): Text {
  if (!/^10*$/.test(String(round.scoreScale)))
    refuse("/round/scoreScale", "Dit moet een macht van tien zijn.", "This must be a power of ten.");
  if (round.budgets.length === 0) refuse("/round/budgets", "Er is geen budget.", "There is no budget.");
  ascending(
    round.budgets.map(({ id }) => id),
    "/round/budgets",
  );
  ascending(
    round.applications.map(({ id }) => id),
    "/round/applications",
  );

  checkTieBreak(round.tieBreak, "/round/tieBreak");
  checkReceived(round.applications, "/round/applications");
  checkSums(round);
  const budgets = new Set(round.budgets.map(({ id }) => id));
  const applications = new Set(round.applications.map(({ id }) => id));
  for (const [i, application] of round.applications.entries())
    checkApplication(application, budgets, `/round/applications/${i}`);
  for (const [k, constraint] of round.constraints.entries())
    checkConstraint(constraint, `/round/constraints/${k}`, budgets, applications);
  return {
    nl: `De ronde staat in haar vaste vorm: ${number.nl(applications.size)} aanvragen, ${number.nl(round.constraints.length)} grenzen.`,
    en: `The round is in canonical form: ${number.en(applications.size)} applications, ${number.en(round.constraints.length)} limits.`,
  };
}

/** Sums that stay below 2^53 are exact in doubles, whatever is selected. */
export function checkSums(round: Round): void {
  const total = round.budgets.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  if (total > Number.MAX_SAFE_INTEGER)
    refuse(
      "/round/budgets",
      "De budgetten zijn samen 2^53 of meer.",
      "The budgets together are 2^53 or more.",
    );
  let amounts = 0n;
  let scores = 0n;
  for (const application of round.applications)
    for (const choice of choicesOf(application)) {
      scores += BigInt(Math.abs(choice.score));
      for (const budget of Object.keys(choice.amounts)) amounts += BigInt(choice.amounts[budget]!);
    }
  if (amounts > Number.MAX_SAFE_INTEGER || scores > Number.MAX_SAFE_INTEGER)
    refuse(
      "/round/applications",
      "De bedragen of de scores zijn samen 2^53 of meer.",
      "The amounts or the scores together are 2^53 or more.",
    );
}

function choicesOf({ full, options }: Application): readonly Award[] {
  return full === null ? options : [full, ...options];
}

function checkApplication(application: Application, budgets: ReadonlySet<string>, where: string): void {
  ascending(
    application.options.map(({ id }) => id),
    `${where}/options`,
  );
  for (const tag of Object.keys(application.tags)) {
    if (tag === "") name(tag, `${where}/tags`);
    ascending(application.tags[tag]!, `${where}/tags/${tag}`);
  }
  for (const { amounts } of choicesOf(application))
    for (const budget of Object.keys(amounts)) {
      known(budgets, budget, where);
      if (amounts[budget] === 0)
        refuse(where, "Bedragen van nul worden weggelaten.", "Amounts of zero are left out.");
    }
}

function checkConstraint(
  constraint: Constraint,
  where: string,
  budgets: ReadonlySet<string>,
  applications: ReadonlySet<string>,
): void {
  if (constraint.kind === "at-most-one") {
    ascending(constraint.applications, at(where, "applications"));
    for (const id of constraint.applications) known(applications, id, where);
  } else if (constraint.kind === "requires") {
    known(applications, constraint.application, where);
    known(applications, constraint.needs, where);
    if (constraint.application === constraint.needs)
      refuse(where, "Een aanvraag kan zichzelf niet nodig hebben.", "An application cannot require itself.");
  } else if (constraint.kind !== "dropped") {
    const { min, max } = constraint;
    // Shares are "0", "1" or of the form "0.…", so that their order as numbers is the order as texts.
    if (min !== undefined && max !== undefined && min > max)
      refuse(where, "Het minimum ligt boven het maximum.", "The minimum is above the maximum.");
    if (constraint.kind !== "count" && constraint.budget !== undefined)
      known(budgets, constraint.budget, where);
  }
}

function known(ids: ReadonlySet<string>, id: string, where: string): void {
  if (!ids.has(id))
    refuse(where, `"${id}" bestaat niet in deze ronde.`, `"${id}" does not exist in this round.`);
}
