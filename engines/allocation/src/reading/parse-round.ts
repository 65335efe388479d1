/** From unknown JSON to a round in canonical form; docs/formats/round.md is the published description. */
import type { Vocabulary } from "../constraints/kind.js";
import { FIELDS, KIND_NAMES, kindOf } from "../constraints/kinds.js";
import type { Amounts, Application, Budget, Constraint, Option, Round } from "../model/round.js";
import { Checker, type Fields } from "./checker.js";
import { pointer, RoundError } from "./issues.js";
import { canonicalReceived, RECEIVED_EXPECTED, ReceivedKinds } from "./received.js";
import { readTieBreak } from "./tie-break.js";

const ROUND_FIELDS = [
  "round",
  "unit",
  "scoreScale",
  "budgets",
  "applications",
  "constraints",
  "tieBreak",
  "ranking",
] as const;
const APPLICATION_FIELDS = ["id", "title", "score", "amounts", "options", "received", "tags"] as const;

/** Rounds that were made here: they are in canonical form, and nothing of a round is ever changed. */
const made = new WeakSet<object>();

/**
 * Reads a round and brings it into canonical form: defaults written out, lists in order of id, shares as decimal
 * strings. A round in canonical form comes back unchanged.
 *
 * @throws RoundError with every issue found
 */
export function parseRound(json: unknown): Round {
  if (typeof json === "object" && json !== null && made.has(json)) return json as Round;
  const checker = new Checker();
  const round = readRound(json, checker);
  if (round === null || checker.issues.length > 0) throw new RoundError(checker.issues);
  made.add(round);
  return round;
}

/** The parts of an application that a fund's call does not know; also used for files that hold only applications. */
export function readApplication(
  value: unknown,
  path: string,
  checker: Checker,
  budgets: ReadonlySet<string> | null,
): Application | null {
  const fields = checker.object(value, path, APPLICATION_FIELDS);
  if (fields === null) return null;
  const id = checker.name(fields.id, pointer(path, "id"));
  const title = fields.title === undefined ? undefined : checker.text(fields.title, pointer(path, "title"));
  const full = readFullAward(fields, path, checker, budgets);
  const options =
    fields.options === undefined ? undefined : readOptions(fields.options, path, checker, budgets);
  const received =
    fields.received === undefined
      ? undefined
      : readReceived(fields.received, pointer(path, "received"), checker);
  const tags = fields.tags === undefined ? {} : readTags(fields.tags, pointer(path, "tags"), checker);
  if (full !== null && full.score === undefined && options === undefined)
    checker.note(path, "has no award", "score and amounts, options, or both");
  if (id === null || title === null || full === null || options === null) return null;
  if (received === null || tags === null) return null;
  const { amounts, score } = full;
  // In canonical order, so that the text of a large round is written without a copy in that order.
  return {
    ...(amounts === undefined ? {} : { amounts }),
    id,
    ...(options === undefined ? {} : { options }),
    ...(received === undefined ? {} : { received }),
    ...(score === undefined ? {} : { score }),
    tags,
    ...(title === undefined ? {} : { title }),
  };
}

function readRound(json: unknown, checker: Checker): Round | null {
  const fields = checker.object(json, "", ROUND_FIELDS);
  if (fields === null) return null;
  const round = checker.name(fields.round, "/round");
  const unit = fields.unit === undefined ? "EUR-cent" : checker.name(fields.unit, "/unit");
  const scoreScale = fields.scoreScale === undefined ? 1 : readScoreScale(fields.scoreScale, checker);
  const budgets = readBudgets(fields.budgets, checker);
  const budgetIds = idsOf(budgets);
  const list = readList(fields.applications, "/applications", checker, (value, path) =>
    readApplication(value, path, checker, budgetIds),
  );
  if (list !== null) checkKinds(list, checker);
  const applications = list && inOrder(list, "/applications", checker);
  const names = { budgets: budgetIds, applications: idsOf(applications) };
  const constraints =
    fields.constraints === undefined
      ? []
      : readList(fields.constraints, "/constraints", checker, (value, path) =>
          readConstraint(value, path, checker, names),
        );
  const tieBreak = readTieBreak(fields.tieBreak, checker);
  const ranking = readRanking(fields.ranking, checker);
  if (!round || !unit || !scoreScale || !budgets || !applications || !constraints || !tieBreak || !ranking)
    return null;
  checkSums(applications, budgets, checker);
  return { round, unit, scoreScale, budgets, applications, constraints, tieBreak, ranking };
}

/** The names that may be referred to; null for a list that could not be read. */
function idsOf(list: readonly { readonly id: string }[] | null): ReadonlySet<string> | null {
  return list && new Set(list.map(({ id }) => id));
}

function readScoreScale(value: unknown, checker: Checker): number | null {
  const scale = checker.whole(value, "/scoreScale", 1);
  if (scale === null || /^10*$/.test(String(scale))) return scale;
  return checker.note("/scoreScale", `is ${scale}`, "a power of ten");
}

function readBudgets(value: unknown, checker: Checker): readonly Budget[] | null {
  const list = readList(value, "/budgets", checker, (item, path) => {
    const fields = checker.object(item, path, ["id", "amount"]);
    if (fields === null) return null;
    const id = checker.name(fields.id, pointer(path, "id"));
    const amount = checker.whole(fields.amount, pointer(path, "amount"), 0);
    return id === null || amount === null ? null : { id, amount };
  });
  if (list?.length === 0) return checker.note("/budgets", "is empty", "at least one budget");
  return list && inOrder(list, "/budgets", checker);
}

function readFullAward(
  fields: Fields,
  path: string,
  checker: Checker,
  budgets: ReadonlySet<string> | null,
): { readonly score?: number; readonly amounts?: Amounts } | null {
  if (fields.score === undefined && fields.amounts === undefined) return {};
  const score = checker.whole(fields.score, pointer(path, "score"), -Number.MAX_SAFE_INTEGER);
  const amounts = readAmounts(fields.amounts, pointer(path, "amounts"), checker, budgets);
  return score === null || amounts === null ? null : { score, amounts };
}

function readOptions(
  value: unknown,
  path: string,
  checker: Checker,
  budgets: ReadonlySet<string> | null,
): readonly Option[] | null {
  const at = pointer(path, "options");
  const list = readList(value, at, checker, (item, itemPath): Option | null => {
    const fields = checker.object(item, itemPath, ["id", "score", "amounts"]);
    if (fields === null) return null;
    const id = checker.name(fields.id, pointer(itemPath, "id"));
    const score = checker.whole(fields.score, pointer(itemPath, "score"), -Number.MAX_SAFE_INTEGER);
    const amounts = readAmounts(fields.amounts, pointer(itemPath, "amounts"), checker, budgets);
    return id === null || score === null || amounts === null ? null : { id, score, amounts };
  });
  if (list?.length === 0) return checker.note(at, "is empty", "at least one option, or no list");
  return list && inOrder(list, at, checker);
}

function readAmounts(
  value: unknown,
  path: string,
  checker: Checker,
  budgets: ReadonlySet<string> | null,
): Amounts | null {
  const fields = checker.object(value, path, null);
  if (fields === null) return null;
  const amounts: Record<string, number> = {};
  for (const id of Object.keys(fields).sort()) {
    const at = pointer(path, id);
    if (budgets !== null && !budgets.has(id))
      checker.note(at, `unknown budget "${id}"`, "the id of a budget");
    const amount = checker.whole(fields[id], at, 0);
    if (amount !== null && amount !== 0) amounts[id] = amount;
  }
  return amounts;
}

function readReceived(value: unknown, path: string, checker: Checker): string | null {
  const text = checker.text(value, path);
  if (text === null) return null;
  return canonicalReceived(text) ?? checker.note(path, `is ${JSON.stringify(text)}`, RECEIVED_EXPECTED);
}

/** Notes every application whose `received` is not of the kind of the first one in the document. */
function checkKinds(applications: readonly Application[], checker: Checker): void {
  const kinds = new ReceivedKinds();
  applications.forEach(({ id, received }, index) => {
    const mismatch = received === undefined ? null : kinds.mismatch(id, received);
    if (mismatch !== null) checker.note(`/applications/${index}/received`, mismatch);
  });
}

function readTags(value: unknown, path: string, checker: Checker): Application["tags"] | null {
  const fields = checker.object(value, path, null);
  if (fields === null) return null;
  const tags: Record<string, readonly string[]> = {};
  for (const tag of Object.keys(fields).sort()) {
    const at = pointer(path, tag);
    const name = checker.name(tag, at);
    const given = fields[tag];
    const values = Array.isArray(given)
      ? given.map((item, index) => checker.name(item, pointer(at, index)))
      : [checker.name(given, at)];
    if (name !== null && !values.includes(null)) tags[name] = [...new Set(values as string[])].sort();
  }
  return tags;
}

function readConstraint(
  value: unknown,
  path: string,
  checker: Checker,
  names: Vocabulary,
): Constraint | null {
  const open = checker.object(value, path, null);
  const kind = open && checker.word(open.kind, pointer(path, "kind"), KIND_NAMES);
  if (!kind) return null;
  const fields = checker.object(value, path, FIELDS[kind]);
  return fields && kindOf(kind).read(fields, path, checker, names);
}

function readRanking(value: unknown, checker: Checker): Round["ranking"] | null {
  if (value === undefined) return { misfit: "skip" };
  const fields = checker.object(value, "/ranking", ["misfit"]);
  if (fields === null) return null;
  const misfit =
    fields.misfit === undefined
      ? "skip"
      : checker.word(fields.misfit, "/ranking/misfit", ["skip", "stop"] as const);
  return misfit && { misfit };
}

function readList<Item>(
  value: unknown,
  path: string,
  checker: Checker,
  read: (value: unknown, path: string) => Item | null,
): readonly Item[] | null {
  const list = checker.array(value, path);
  if (list === null) return null;
  const items = list.map((item, index) => read(item, pointer(path, index)));
  return items.includes(null) ? null : (items as readonly Item[]);
}

/** Orders by id (UTF-16 code units) and notes doubles at the place where they stand in the document. */
function inOrder<Item extends { readonly id: string }>(
  items: readonly Item[],
  path: string,
  checker: Checker,
): readonly Item[] {
  const seen = new Set<string>();
  items.forEach(({ id }, index) => {
    if (seen.has(id))
      checker.note(pointer(pointer(path, index), "id"), `the id "${id}" occurs twice`, "ids that differ");
    seen.add(id);
  });
  return [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function checkSums(applications: readonly Application[], budgets: readonly Budget[], checker: Checker): void {
  const most = BigInt(Number.MAX_SAFE_INTEGER);
  const choices = applications.flatMap(({ score, amounts, options = [] }): readonly Omit<Option, "id">[] =>
    score === undefined || amounts === undefined ? options : [{ score, amounts }, ...options],
  );
  const sum = (values: readonly number[]) =>
    values.reduce((total, value) => total + BigInt(Math.abs(value)), 0n);
  const limit = "a sum below 2^53";
  if (sum(choices.flatMap(({ amounts }) => Object.values(amounts))) > most)
    checker.note("/applications", "the amounts of all choices together are too large to stay exact", limit);
  if (sum(choices.map(({ score }) => score)) > most)
    checker.note("/applications", "the scores of all choices together are too large to stay exact", limit);
  if (sum(budgets.map(({ amount }) => amount)) > most)
    checker.note("/budgets", "the budgets together are too large to stay exact", limit);
}
