/** Reading an explanation document (docs/formats/explanation.md): its fields, all of them and no others. */
import { readChoiceName, readEvidence } from "./document.js";
import type {
  Edit,
  ExplanationDocument,
  Group,
  Inversion,
  Question,
  Scenario,
  ScenarioOutcome,
  Standing,
} from "./explanation-types.js";
import type { Json } from "./json.js";
import { refuse } from "./refusal.js";
import { readShare } from "./round.js";
import {
  fields,
  hash,
  listOf,
  name,
  natural,
  naturals,
  nullOr,
  oneOf,
  record,
  text,
  whole,
} from "./shape.js";
import type { Changes } from "./swap.js";
import { readTree } from "./tree-shape.js";

/** Reads an explanation. */
export function readExplanation(value: Json): ExplanationDocument {
  const names = ["format", "decision", "scenarios", "inversions", "groups", "hash"];
  const document = fields(value, "", names, ["standing"]);
  document.get("format", oneOf(["voorsprong-explanation/1"]));
  return {
    decision: document.get("decision", hash),
    ...document.maybe("standing", readStanding),
    scenarios: document.get("scenarios", listOf(readScenario)),
    inversions: document.get("inversions", listOf(readInversion)),
    groups: document.get("groups", listOf(readGroup)),
    hash: document.get("hash", hash),
  };
}

function readStanding(value: Json, where: string): Standing {
  const standing = fields(value, where, ["all", "some", "none", "unsettled", "witnesses"], ["tree"]);
  const ids = listOf(text);
  return {
    all: standing.get("all", ids),
    some: standing.get("some", ids),
    none: standing.get("none", ids),
    unsettled: standing.get("unsettled", ids),
    ...standing.maybe("tree", readTree),
    witnesses: standing.get("witnesses", listOf(readChanges)),
  };
}

function readChanges(value: Json, where: string): Changes {
  const changes = fields(value, where, ["remove", "add"]);
  return { remove: changes.get("remove", listOf(text)), add: changes.get("add", listOf(readChoiceName)) };
}

function readScenario(value: Json, where: string): Scenario {
  const scenario = fields(value, where, ["subject", "edits", "outcome", "proof"]);
  return {
    question: scenario.get("subject", readSubject),
    edits: scenario.get("edits", listOf(readEdit)),
    outcome: scenario.get("outcome", readScenarioOutcome),
    proof: scenario.get("proof", readEvidence),
  };
}

function readSubject(value: Json, where: string): Question {
  const given = record(value, where);
  if ("application" in given) {
    const isCost = given.question === "cost";
    const subject = fields(
      value,
      where,
      ["application", "question", ...(isCost ? ["at"] : [])],
      isCost ? ["against"] : [],
    );
    const application = subject.get("application", text);
    if (!isCost) return { ask: subject.get("question", oneOf(["points"])), application };
    const against = subject.has("against") ? subject.get("against", readRows) : [];
    return { ask: "cost", application, at: subject.get("at", natural), against };
  }
  if ("limit" in given) {
    const subject = fields(value, where, ["limit", "question"]);
    const limit = subject.get("limit", text);
    const ask = subject.get("question", oneOf(["looser", "without"]));
    return ask === "looser" ? { ask, limit } : { ask, limits: [limit] };
  }
  const isShares = "shares" in given;
  const subject = fields(value, where, [isShares ? "shares" : "limits", "question"]);
  const ask = subject.get("question", oneOf(["without"]));
  if (!isShares) return { ask, limits: subject.get("limits", readRows) };
  subject.get("shares", (shares, place) => {
    if (shares !== true) refuse(place, "Hier hoort true te staan.", "Expected true.");
  });
  return { ask: "shares" };
}

function readRows(value: Json, where: string): string[] {
  const rows = listOf(text)(value, where);
  return rows.length > 0
    ? rows
    : refuse(where, "Zonder rijen hoort hier geen lijst.", "Without rows there should be no list.");
}

function readEdit(value: Json, where: string): Edit {
  const kind = oneOf(["budget", "limit", "drop", "amounts", "award"])(
    record(value, where).edit ?? null,
    `${where}/edit`,
  );
  if (kind === "budget") {
    const edit = fields(value, where, ["edit", "budget", "amount"]);
    return { edit: kind, budget: edit.get("budget", text), amount: edit.get("amount", natural) };
  }
  if (kind === "limit") {
    const edit = fields(value, where, ["edit", "constraint", "side", "to"]);
    return {
      edit: kind,
      constraint: edit.get("constraint", natural),
      side: edit.get("side", oneOf(["min", "max"])),
      to: edit.get(
        "to",
        nullOr((to, place) => (typeof to === "string" ? readShare(to, place) : natural(to, place))),
      ),
    };
  }
  if (kind === "drop") {
    const edit = fields(value, where, ["edit", "constraint"]);
    return { edit: kind, constraint: edit.get("constraint", natural) };
  }
  if (kind === "award") {
    const edit = fields(value, where, ["edit", "application"]);
    return { edit: kind, application: edit.get("application", text) };
  }
  const edit = fields(value, where, ["edit", "application", "amounts"]);
  return {
    edit: kind,
    application: edit.get("application", text),
    amounts: edit.get("amounts", naturals),
  };
}

function readScenarioOutcome(value: Json, where: string): ScenarioOutcome {
  if (record(value, where).status === "infeasible") {
    const outcome = fields(value, where, ["status"]);
    return { status: outcome.get("status", oneOf(["infeasible"])) };
  }
  const outcome = fields(value, where, ["status", "objective", "spent", "remove", "add"]);
  return {
    status: outcome.get("status", oneOf(["decided"])),
    objective: outcome.get("objective", whole),
    spent: outcome.get("spent", natural),
    remove: outcome.get("remove", listOf(text)),
    add: outcome.get("add", listOf(readChoiceName)),
  };
}

function readInversion(value: Json, where: string): Inversion {
  const inversion = fields(value, where, ["application", "count", "over", "rows"]);
  return {
    application: inversion.get("application", text),
    count: inversion.get("count", natural),
    over: inversion.get("over", text),
    rows: inversion.get("rows", listOf(text)),
  };
}

function readGroup(value: Json, where: string): Group {
  const group = fields(value, where, ["tag", "value", "applications", "awarded", "asked", "spent"]);
  return {
    tag: group.get("tag", name),
    value: group.get("value", name),
    applications: group.get("applications", natural),
    awarded: group.get("awarded", natural),
    asked: group.get("asked", natural),
    spent: group.get("spent", natural),
  };
}
