/** Explanations made by brute force on small rounds: valid as they are, and refused with any one figure changed. */
import { verifyExplanation } from "@voorsprong/verifier";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { broken, decisionOf, outcomeOf, rehash, withTree } from "./support/build.js";
import { fieldMutants, listMutants, numberMutants, replaced } from "./support/mutate.js";
import { type Loose, lead, type NaiveRow, type Pick, picks, selections, worth } from "./support/naive.js";
import { makeProof, programOf } from "./support/naive-tree.js";
import { smallRound } from "./support/rounds.js";

function complaints(decision: Loose, explanation: Loose): string[] {
  const verdict = verifyExplanation(decision, explanation);
  return [...verdict.decision.reasons, ...verdict.reasons]
    .filter(({ ok }) => ok !== true)
    .map(({ check, message, where }) => `${check} ${where}: ${message.en}`);
}

const has = (selection: readonly Pick[], id: string): boolean =>
  selection.some(({ application }) => application === id);

/** Another selection, written as changes to the first. */
function changes(from: readonly Pick[], to: readonly Pick[]): Loose {
  const same = (a: Pick, b: Pick): boolean => a.application === b.application && a.option === b.option;
  return {
    remove: from.filter((p) => !to.some((q) => same(p, q))).map(({ application }) => application),
    add: to
      .filter((q) => !from.some((p) => same(p, q)))
      .map(({ application, option }) => [application, option]),
  };
}

/** A limit that no longer has rows; in the naive reading a limit without sides. */
const DROPPED = { kind: "count", tag: "none", value: "none" };

/** A round with edits: the rows are those of its constraints, and one for each application that must be awarded. */
function edit(round: Loose, edits: Loose[]): { round: Loose; more: NaiveRow[] } {
  let changed = round;
  const more: NaiveRow[] = [];
  for (const { edit: kind, ...e } of edits) {
    if (kind === "budget")
      changed = {
        ...changed,
        budgets: changed.budgets.map((b: Loose) => (b.id === e.budget ? { ...b, amount: e.amount } : b)),
      };
    else if (kind === "amounts")
      changed = {
        ...changed,
        applications: changed.applications.map((a: Loose) =>
          a.id === e.application ? { ...a, amounts: e.amounts } : a,
        ),
      };
    else if (kind === "award")
      more.push({
        id: `award/${e.application}`,
        walked: false,
        slack: (s) => (has(s, e.application) ? 0n : -1n),
      });
    else {
      const { [e.side as string]: _, ...rest } = changed.constraints[e.constraint];
      const limit = kind === "drop" ? DROPPED : e.to === null ? rest : { ...rest, [e.side]: e.to };
      changed = { ...changed, constraints: changed.constraints.with(e.constraint, limit) };
    }
  }
  return { round: changed, more };
}

interface Made {
  readonly round: Loose;
  readonly decision: Loose;
  readonly explanation: Loose;
}

/** Subjects that a round has, each with its edits. */
function questions(round: Loose, selection: readonly Pick[]): { subject: Loose; edits: Loose[] }[] {
  const award = (application: string): Loose => ({ edit: "award", application });
  const unfunded = round.applications.filter(({ id }: Loose) => !has(selection, id));
  const { constraints } = round;
  const shares = constraints.flatMap((c: Loose, k: number) => (c.kind === "share" ? [k] : []));
  const drop = (constraint: number): Loose => ({ edit: "drop", constraint });
  const [{ id, amount }] = round.budgets;
  const looser = { edit: "budget", budget: id, amount: amount + Math.ceil(amount / 100) };
  return [
    ...unfunded.map(({ id: application }: Loose) => ({
      subject: { application, question: "points" },
      edits: [award(application)],
    })),
    { subject: { shares: true, question: "without" }, edits: shares.map(drop) },
    { subject: { limit: `budget/${id}`, question: "looser" }, edits: [looser] },
    ...constraints.flatMap((c: Loose, k: number) => {
      if (c.kind === "at-most-one")
        return [{ subject: { limit: `exclusive/${k}`, question: "without" }, edits: [drop(k)] }];
      if (c.max === undefined) return [];
      const without = { edit: "limit", constraint: k, side: "max", to: null };
      return [{ subject: { limit: `limit/${k}/max`, question: "without" }, edits: [without] }];
    }),
  ];
}

/** The round of a scenario decided by brute force, with a tree that proves it. */
function scenario(
  round: Loose,
  published: readonly Pick[],
  { subject, edits }: { subject: Loose; edits: Loose[] },
  choose: (below: number) => number,
): Loose {
  const edited = edit(round, edits);
  const program = programOf(edited.round, edited.more);
  const allowed = selections(edited.round).filter((s) => program.rows.every((row) => row.slack(s) >= 0n));
  const best = allowed.reduce<Pick[] | undefined>((a, b) => (a && worth(a) >= worth(b) ? a : b), undefined);
  if (best === undefined) {
    const tree = makeProof(program, null, [], choose);
    const proof = { level: "A", bound: null, gap: null, tree };
    return tree && { subject, edits, outcome: { status: "infeasible" }, proof };
  }
  const objective = worth(best);
  const tree = makeProof(program, objective + program.divisor, [], choose);
  const { total } = outcomeOf(edited.round, best).spent;
  // Amounts that an edit changed are no change of choice.
  const outcome = { status: "decided", objective, spent: total, ...changes(published, best) };
  return tree && { subject, edits, outcome, proof: { level: "A", bound: objective, gap: 0, tree } };
}

function inversionsOf(round: Loose, selection: readonly Pick[]): Loose[] {
  const lowest = [...selection].sort(
    (a, b) => a.score - b.score || (a.application < b.application ? -1 : 1),
  )[0];
  return round.applications.flatMap((application: Loose) => {
    const first = lead(application);
    if (lowest === undefined || has(selection, application.id) || first.score <= lowest.score) return [];
    const instead = [...selection.filter((p) => p !== lowest), first];
    return [
      {
        application: application.id,
        count: selection.filter(({ score }) => score < first.score).length,
        over: lowest.application,
        rows: broken(round, instead),
      },
    ];
  });
}

function groupsOf(round: Loose, selection: readonly Pick[]): Loose[] {
  const total = (amounts: Record<string, number>): number =>
    Object.values(amounts).reduce((a, b) => a + b, 0);
  const tags = [...new Set<string>(round.applications.flatMap((a: Loose) => Object.keys(a.tags)))].sort();
  return tags.flatMap((tag) =>
    [...new Set<string>(round.applications.flatMap((a: Loose) => a.tags[tag] ?? []))].sort().map((value) => {
      const own = round.applications.filter((a: Loose) => (a.tags[tag] ?? []).includes(value));
      const awards = selection.filter(({ application }) => own.some((a: Loose) => a.id === application));
      return {
        tag,
        value,
        applications: own.length,
        awarded: awards.length,
        asked: own.reduce((sum: number, a: Loose) => sum + total(lead(a).amounts), 0),
        spent: awards.reduce((sum, { amounts }) => sum + total(amounts), 0),
      };
    }),
  );
}

function standingOf(
  round: Loose,
  best: readonly (readonly Pick[])[],
  published: readonly Pick[],
  choose: (below: number) => number,
): Loose {
  const ids: string[] = round.applications.map(({ id }: Loose) => id);
  const count = (id: string): number => best.filter((selection) => has(selection, id)).length;
  const all = ids.filter((id) => count(id) === best.length);
  const none = ids.filter((id) => count(id) === 0);
  const some = ids.filter((id) => !all.includes(id) && !none.includes(id));
  const contradicts: NaiveRow = {
    id: "standing",
    walked: false,
    slack: (s) =>
      BigInt(all.length - 1 - all.filter((id) => has(s, id)).length + none.filter((id) => has(s, id)).length),
  };
  const settled = all.length + none.length > 0;
  const tree = settled ? makeProof(programOf(round, [contradicts]), worth(published), [], choose) : undefined;
  const others = best.filter((selection) => selection !== published);
  const witnesses = some.length === 0 ? [] : others.map((other) => changes(published, other));
  return settled && tree === undefined
    ? undefined
    : { all, some, none, unsettled: [], ...(settled ? { tree } : {}), witnesses };
}

/** A proven optimum and its explanation; undefined where there is none. */
const made: fc.Arbitrary<Made | undefined> = fc
  .tuple(smallRound, fc.infiniteStream(fc.nat()))
  .map(([round, numbers]) => {
    const choose = (below: number): number => (numbers.next().value as number) % below;
    const feasible = selections(round).filter((selection) => broken(round, selection).length === 0);
    if (feasible.length === 0) return undefined;
    const most = Math.max(...feasible.map(worth));
    const best = feasible.filter((selection) => worth(selection) === most);
    const published = best[choose(best.length)]!;
    const program = programOf(round);
    const plain = decisionOf(round, { rule: "optimal", selection: published, multipliers: {} });
    const decision =
      plain.proof.level === "A"
        ? plain
        : withTree(plain, makeProof(program, most + program.divisor, [], choose), program.divisor);
    const standing = standingOf(round, best, published, choose);
    const scenarios = questions(round, published).map((q) => scenario(round, published, q, choose));
    if (standing === undefined || scenarios.includes(undefined)) return undefined;
    const explanation = rehash({
      format: "voorsprong-explanation/1",
      decision: decision.hash,
      standing,
      scenarios,
      inversions: inversionsOf(round, published),
      groups: groupsOf(round, published),
    });
    return { round, decision, explanation };
  });

/** The edit that a path names; undefined for other paths. */
const editAt = (explanation: Loose, [part, scenario, list, edit]: readonly (string | number)[]) =>
  part === "scenarios" && list === "edits" ? explanation.scenarios[scenario!].edits[edit!] : undefined;

describe("an explanation made by brute force", () => {
  it("is valid, with every kind of subject and standing", () => {
    const seen = { all: 0, some: 0, none: 0, scenarios: 0, infeasible: 0, inversions: 0 };
    fc.assert(
      fc.property(made, (documents) => {
        fc.pre(documents !== undefined);
        const { decision, explanation } = documents!;
        expect(complaints(decision, explanation)).toEqual([]);
        const { standing, scenarios, inversions } = explanation;
        for (const list of ["all", "some", "none"] as const) seen[list] += standing[list].length;
        seen.scenarios += scenarios.length;
        seen.infeasible += scenarios.filter(({ outcome }: Loose) => outcome.status === "infeasible").length;
        seen.inversions += inversions.length;
      }),
      { numRuns: 150 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(5);
  });

  it("is refused with any one number, item or field changed outside its trees, though its hash is made right", () => {
    let refused = 0;
    fc.assert(
      fc.property(made, (documents) => {
        fc.pre(documents !== undefined);
        const { decision, explanation } = documents!;
        for (const change of [numberMutants, listMutants, fieldMutants])
          for (const { document, path, what } of change(explanation)) {
            const [part] = path;
            // Another tree may prove the same (tree.property.test.ts); fewer scenarios, or no standing, are true as well.
            if (part === "hash" || path.includes("tree") || what === "without standing") continue;
            if (part === "scenarios" && path.length === 2) continue;
            // So are another selection of the same worth, and a change that is made twice.
            if (path.includes("remove") || path.includes("add") || path.includes("witnesses")) continue;
            if (path[2] === "edits" && /doubled|swapped/.test(what)) continue;
            // A budget that is enough already needs no edit to be left out.
            if (what.endsWith("dropped") && editAt(explanation, path)?.edit === "budget") continue;
            expect(verifyExplanation(decision, rehash(document)).valid, what).toBe(false);
            refused++;
          }
      }),
      { numRuns: 8 },
    );
    expect(refused).toBeGreaterThan(200);
  });

  it("is refused with an application in another list", () => {
    let moved = 0;
    fc.assert(
      fc.property(made, (documents) => {
        fc.pre(documents !== undefined);
        const { decision, explanation } = documents!;
        for (const from of ["all", "some", "none"])
          for (const to of ["all", "some", "none"])
            for (const id of from === to ? [] : explanation.standing[from]) {
              const rest = explanation.standing[from].filter((other: string) => other !== id);
              const more = [...explanation.standing[to], id].sort();
              const standing = { ...explanation.standing, [from]: rest, [to]: more };
              expect(verifyExplanation(decision, rehash({ ...explanation, standing })).valid).toBe(false);
              moved++;
            }
      }),
      { numRuns: 40 },
    );
    expect(moved).toBeGreaterThan(50);
  });
});

describe("an explanation is refused", () => {
  const round = {
    round: "example",
    unit: "EUR-cent",
    scoreScale: 1,
    budgets: [{ id: "fund", amount: 100 }],
    applications: [
      { id: "A", score: 10, amounts: { fund: 60 }, tags: {} },
      { id: "B", score: 9, amounts: { fund: 60 }, tags: {} },
    ],
    constraints: [],
    tieBreak: { seed: "example" },
    ranking: { misfit: "skip" },
  };
  const selection = picks(round.applications[0]);
  // Without A there are 9; with A and B 120 of 100.
  const tree = {
    format: "voorsprong-tree/1",
    target: 11,
    absorbed: [],
    exponents: [],
    vectors: [
      { shift: 0, rows: [], values: [] },
      { ray: true, shift: 0, rows: [0], values: [1] },
    ],
    columns: [0, 1],
    tree: [0, 2, 3, 2, 5],
  };
  const decision = withTree(decisionOf(round, { rule: "optimal", selection, multipliers: {} }), tree, 1);
  const cost = (at: number, amounts: Loose, outcome: Loose, proof: Loose): Loose =>
    rehash({
      format: "voorsprong-explanation/1",
      decision: decision.hash,
      scenarios: [
        {
          subject: { application: "B", question: "cost", at },
          edits: [
            { edit: "amounts", application: "B", amounts },
            { edit: "award", application: "B" },
          ],
          outcome,
          proof,
        },
      ],
      inversions: [],
      groups: [],
    });
  // At 40 both fit: 19. Nothing else can be worth 20.
  const both = { status: "decided", objective: 19, spent: 100, remove: [], add: [["B", null]] };
  const proof = {
    level: "A",
    bound: 19,
    gap: 0,
    tree: { ...tree, target: 20, columns: [], tree: [2] },
  };

  it("is valid as it stands: at 40 B would have been funded", () => {
    expect(complaints(decision, cost(40, { fund: 40 }, both, proof))).toEqual([]);
  });

  it.each<[string, Loose, RegExp]>([
    ["at another total", cost(41, { fund: 40 }, both, proof), /In budget fund this should be 41/],
    [
      "with an outcome that does not fit",
      cost(41, { fund: 41 }, { ...both, spent: 101 }, proof),
      /breaks: at most €1 in budget fund/,
    ],
    [
      "with other edits",
      replaced(cost(40, { fund: 40 }, both, proof), ["scenarios", 0, "subject"], {
        application: "B",
        question: "points",
      }),
      /not those of the subject/,
    ],
    [
      "of another decision",
      { ...cost(40, { fund: 40 }, both, proof), decision: `sha256:${"0".repeat(64)}` },
      /explains another decision/,
    ],
    [
      "without proof",
      cost(40, { fund: 40 }, both, { level: "C", bound: null, gap: null }),
      /The proof is missing/,
    ],
  ])("%s", (_, explanation, message) => {
    expect(complaints(decision, rehash(explanation)).join()).toMatch(message);
  });

  it("when its decision is not valid, or under another rule", () => {
    const explanation = cost(40, { fund: 40 }, both, proof);
    const changed = replaced(decision, ["proof", "gap"], 1);
    expect(complaints(changed, explanation).join()).toMatch(/The decision itself is not valid/);
    const ranked = decisionOf(round, { rule: "ranking" });
    expect(complaints(ranked, explanation).join()).toMatch(/belongs to the optimum/);
  });

  it("whatever it is", () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(verifyExplanation(decision, anything).valid).toBe(false);
        expect(verifyExplanation(anything, cost(40, { fund: 40 }, both, proof)).valid).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});
