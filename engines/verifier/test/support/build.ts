/** Truthful decision documents, built from the naive model. */
import { createHash } from "node:crypto";
import {
  bound,
  canDecide,
  floor,
  type Loose,
  type Pick,
  picks,
  pointsByTrial,
  proRata,
  rows,
  walkBy,
  worth,
} from "./naive.js";

/** The hash of a JSON value, by sorting keys and Node's own SHA-256. */
export function nodeHash(value: Loose): string {
  const sorted = (item: Loose): Loose =>
    Array.isArray(item)
      ? item.map(sorted)
      : item !== null && typeof item === "object"
        ? Object.fromEntries(
            Object.keys(item)
              .sort()
              .map((key) => [key, sorted(item[key])]),
          )
        : item;
  return `sha256:${createHash("sha256")
    .update(JSON.stringify(sorted(value)))
    .digest("hex")}`;
}

/** The document with its `hash` made right again; `roundHash` is left as it is. */
export function rehash(document: Loose): Loose {
  const { hash: _, ...rest } = document;
  return { ...rest, hash: nodeHash(rest) };
}

const inOrder = (a: { application: string }, b: { application: string }): number =>
  a.application < b.application ? -1 : 1;

export function outcomeOf(round: Loose, selection: readonly Pick[]): Loose {
  const spent = (of: (pick: Pick) => number): number => selection.reduce((sum, pick) => sum + of(pick), 0);
  return {
    status: "decided",
    awards: [...selection].sort(inOrder),
    objective: worth(selection),
    spent: {
      total: spent(({ amounts }) => Object.values(amounts).reduce((a, b) => a + b, 0)),
      budgets: Object.fromEntries(
        round.budgets.map(({ id }: Loose) => [id, spent((p) => p.amounts[id] ?? 0)]),
      ),
    },
    limits: rows(round).flatMap((row) => {
      if (row.figure === undefined) return [];
      const { value, of } = row.figure(selection);
      return [{ row: row.id, value: Number(value), of: Number(of), met: row.slack(selection) >= 0n }];
    }),
    breaches: broken(round, selection),
  };
}

export function broken(round: Loose, selection: readonly Pick[]): string[] {
  return rows(round)
    .filter((row) => row.slack(selection) < 0n)
    .map(({ id }) => id);
}

/** How a decision came about: what is left to choose for whoever makes one. */
export interface Making {
  readonly rule: "optimal" | "ranking" | "first-come" | "lottery" | "pro-rata";
  /** Under `optimal`: the outcome. */
  readonly selection?: readonly Pick[];
  /** Root multipliers over 2^60; none for level C. */
  readonly multipliers?: Record<string, bigint>;
  /** Under `optimal`: per unfunded application another feasible selection that has it. */
  readonly swaps?: ReadonlyMap<string, readonly Pick[]>;
  /** Under another rule: what `optimal` would have given, where that is known. */
  readonly optimum?: Loose;
}

/** What a rule that anyone can carry out selects. */
export function selectionBy(round: Loose, rule: string): readonly Pick[] {
  return rule === "pro-rata" ? proRata(round) : walkBy(round, rule).selection;
}

/** What the other rules would have given. */
export function comparisonsOf(round: Loose, rule: string, optimum?: Loose): Loose[] {
  const others = ["ranking", "first-come", "lottery", "pro-rata"]
    .filter((other) => other !== rule && canDecide(round, other))
    .map((other) => ({ rule: other, outcome: outcomeOf(round, selectionBy(round, other)) }));
  return optimum === undefined ? others : [{ rule: "optimal", outcome: optimum }, ...others];
}

/** The tie-break of a proven optimum, said not to be proven. */
export function unprovenTies(round: Loose, outcome: Loose): Loose {
  const step = round.tieBreak.money?.step;
  const steps = Math.ceil(outcome.spent.total / step);
  return { ...(step === undefined ? {} : { money: { step, steps, proven: false } }), lot: { proven: false } };
}

export function decisionOf(round: Loose, making: Making): Loose {
  const { rule } = making;
  const selection = rule === "optimal" ? making.selection! : selectionBy(round, rule);
  const outcome = outcomeOf(round, selection);
  const root =
    making.multipliers === undefined || outcome.breaches.length > 0 || rule === "pro-rata"
      ? undefined
      : bound(round, making.multipliers);
  return finish(round, {
    rule,
    outcome,
    proof: tiedProof(round, rule, outcome, proofOf(round, outcome, root?.u, making.multipliers)),
    comparisons: comparisonsOf(round, rule, making.optimum),
    explanations: explanationsOf(round, making, selection, root),
  });
}

function explanationsOf(
  round: Loose,
  { rule, swaps }: Making,
  selection: readonly Pick[],
  root: ReturnType<typeof bound> | undefined,
): Loose[] {
  if (rule === "pro-rata") return [];
  const unfunded = round.applications.filter(
    ({ id }: Loose) => !selection.some((pick) => pick.application === id),
  );
  if (rule !== "optimal") {
    const { blockedBy } = walkBy(round, rule);
    return unfunded.map((application: Loose) => {
      const points = rule === "ranking" ? pointsByTrial(round, application) : null;
      const needed = { atLeast: points ?? 0, atMost: points };
      return { application: application.id, needed, blockedBy: blockedBy.get(application.id) };
    });
  }
  const objective = worth(selection);
  return unfunded.map(({ id }: Loose) => {
    const d = root?.best.get(id) ?? 0n;
    const atLeast =
      root === undefined ? 0 : Math.max(0, objective - Number(floor(root.u + (d < 0n ? d : 0n))));
    const swap = swaps?.get(id);
    if (swap === undefined) return { application: id, needed: { atLeast, atMost: null } };
    const atMost = Math.max(0, objective - worth(swap));
    return { application: id, needed: { atLeast, atMost }, witness: witnessOf(id, selection, swap) };
  });
}

/** A proof with its ties, where they belong. */
function tiedProof(round: Loose, rule: string, outcome: Loose, { ties: _, ...proof }: Loose): Loose {
  const isTied = rule === "optimal" && proof.level === "A" && outcome.status === "decided";
  return isTied ? { ...proof, ties: unprovenTies(round, outcome) } : proof;
}

/** A decision with a tree beside its root, and with the bound and the level that follow from it. */
export function withTree(document: Loose, tree: Loose, divisor: number): Loose {
  const value = tree.target - divisor;
  const gap = value - document.outcome.objective;
  const { round, rule, outcome } = document;
  const proof = { ...document.proof, level: gap === 0 ? "A" : "B", bound: value, gap, tree };
  return rehash({ ...document, proof: tiedProof(round, rule, outcome, proof) });
}

function witnessOf(id: string, from: readonly Pick[], to: readonly Pick[]): Loose {
  const same = (a: Pick, b: Pick): boolean => a.application === b.application && a.option === b.option;
  return {
    option: to.find((pick) => pick.application === id)!.option,
    remove: from
      .filter((pick) => !to.some((other) => same(pick, other)))
      .map(({ application }) => application),
    add: to
      .filter((pick) => pick.application !== id && !from.some((other) => same(pick, other)))
      .map(({ application, option }) => [application, option]),
  };
}

function proofOf(
  round: Loose,
  outcome: Loose,
  u: bigint | undefined,
  y: Record<string, bigint> | undefined,
): Loose {
  if (outcome.breaches.length > 0) return { level: null, bound: null, gap: null };
  if (u === undefined) return { level: "C", bound: null, gap: null };
  const scores = round.applications.flatMap(picks).map(({ score }: Pick) => Math.abs(score));
  // The greatest common divisor by trial, and the largest multiple of it by stepping down.
  const positive = scores.filter((score: number) => score > 0);
  let divisor = positive.length === 0 ? 0 : Math.min(...positive);
  while (divisor > 1 && scores.some((score: number) => score % divisor !== 0)) divisor--;
  let value = Number(floor(u));
  while (divisor > 0 && value % divisor !== 0) value--;
  const gap = value - outcome.objective;
  return { level: gap === 0 ? "A" : "B", bound: value, gap, root: multipliers(y!, u) };
}

export function multipliers(y: Record<string, bigint>, u: bigint): Loose {
  return {
    denominator: String(2n ** 60n),
    rows: Object.fromEntries(Object.entries(y).map(([id, value]) => [id, String(value)])),
    bound: String(u),
  };
}

/** A decision that nothing can be awarded, proven by a tree. */
export function infeasibleByTree(round: Loose, conflict: string[], tree: Loose): Loose {
  const document = infeasibleOf(round, conflict, undefined);
  return rehash({ ...document, proof: { ...document.proof, level: "A", tree } });
}

/** A decision that nothing can be awarded; with a ray where there is one. */
export function infeasibleOf(
  round: Loose,
  conflict: string[],
  ray: Record<string, bigint> | undefined,
): Loose {
  const proof = { level: ray === undefined ? "C" : "A", bound: null, gap: null };
  return finish(round, {
    rule: "optimal",
    outcome: { status: "infeasible", conflict },
    proof: ray === undefined ? proof : { ...proof, ray: multipliers(ray, bound(round, ray, false).u) },
    comparisons: comparisonsOf(round, "optimal"),
    explanations: [],
  });
}

function finish(round: Loose, parts: Loose): Loose {
  return rehash({ format: "voorsprong-decision/2", round, roundHash: nodeHash(round), ...parts });
}
