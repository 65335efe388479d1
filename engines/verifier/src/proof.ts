/** What the evidence for an outcome may claim (docs/formats/decision.md, "Bound"). */
import { type Bound, recomputeBound, roundedBound, scoreDivisor } from "./bound.js";
import type { Compiled } from "./compile.js";
import { at, refuse, type Text } from "./refusal.js";
import { checkTree } from "./tree.js";
import type { TreeFigures } from "./tree-shape.js";
import type { Evidence, Level, Tree } from "./types.js";
import { limits, number, points } from "./words.js";

/** An upper bound on every outcome that a tree proves. */
export interface TreeBound extends TreeFigures {
  /** In score units. */
  readonly bound: bigint;
}

/** The bounds that the evidence for an outcome gives. */
export interface Bounds {
  readonly root?: Bound;
  readonly tree?: TreeBound;
}

/** Recomputes the bounds of root and tree, or refuses them. */
export function checkBounds(compiled: Compiled, proof: Evidence, where: string): Bounds {
  const root =
    proof.root === undefined
      ? undefined
      : recomputeBound(compiled, proof.root, at(where, "root"), { scores: true });
  const tree =
    proof.tree === undefined ? undefined : checkTreeBound(compiled, proof.tree, root, at(where, "tree"));
  return { ...(root === undefined ? {} : { root }), ...(tree === undefined ? {} : { tree }) };
}

/** Checks a tree whose bound must be below that of a root beside it, or there would be no reason for both. */
function checkTreeBound(compiled: Compiled, tree: Tree, root: Bound | undefined, where: string): TreeBound {
  if (tree.target === null)
    return refuse(
      `${where}/target`,
      "Bij een uitkomst hoort hier een getal te staan.",
      "With an outcome this should be a number.",
    );
  const divisor = scoreDivisor(compiled);
  const target = BigInt(tree.target);
  if (target % divisor !== 0n)
    refuse(
      `${where}/target`,
      `Dit is geen veelvoud van ${divisor}, de grootste gemene deler van de scores.`,
      `This is no multiple of ${divisor}, the greatest common divisor of the scores.`,
    );
  const bound = target - divisor;
  const atRoot = root === undefined ? undefined : roundedBound(compiled, root);
  if (atRoot !== undefined && bound >= atRoot)
    refuse(
      `${where}/target`,
      `De boom bewijst ${number.nl(bound)}, en dat is niet scherper dan ${number.nl(atRoot)} van de wortel.`,
      `The tree proves ${number.en(bound)}, which is no better than the root's ${number.en(atRoot)}.`,
    );
  return { bound, ...checkTree(compiled, tree, where) };
}

/** What the bounds of an outcome were found to be, in words. */
export function boundWords({ round }: Compiled, { root, tree }: Bounds): Text {
  if (root === undefined) return { nl: "Er is geen grens bewezen.", en: "No bound has been proven." };
  const nl = `De vermenigvuldigers geven precies de grens ${root.all} / 2^60.`;
  const en = `The multipliers give exactly the bound ${root.all} / 2^60.`;
  if (tree === undefined) return { nl, en };
  const { bound, branches, leaves } = tree;
  const better = points(round.scoreScale, bound);
  return {
    nl: `${nl} Een boom met ${number.nl(branches)} vertakkingen en ${number.nl(leaves)} bladeren, elk nagerekend, geeft de scherpere grens ${better.nl}.`,
    en: `${en} A tree with ${number.en(branches)} branches and ${number.en(leaves)} leaves, each recomputed, gives the better bound ${better.en}.`,
  };
}

/**
 * Checks level, bound and gap of a decided outcome against what its figures allow. Nothing is left to choose: the
 * breaches, the multipliers and the tree give the level.
 */
export function checkLevel(
  compiled: Compiled,
  proof: Evidence,
  objective: number,
  breaches: readonly string[],
  { root, tree }: Bounds,
  where: string,
): Text {
  if (proof.ray !== undefined)
    refuse(
      at(where, "ray"),
      "Dit bewijs hoort bij een ronde zonder uitkomst.",
      "This proof is for a round without outcome.",
    );
  if (breaches.length > 0 && root !== undefined)
    refuse(
      at(where, "root"),
      "Een uitkomst die grenzen breekt heeft geen bewijs.",
      "An outcome that breaks limits has no proof.",
    );
  const bound = tree?.bound ?? (root === undefined ? null : roundedBound(compiled, root));
  const gap = bound === null ? null : bound - BigInt(objective);
  const level: Level = breaches.length > 0 ? null : gap === null ? "C" : gap === 0n ? "A" : "B";
  expectNumber(proof.bound, bound, at(where, "bound"));
  expectNumber(proof.gap, gap, at(where, "gap"));
  expectLevel(proof.level, level, where);
  const { scoreScale } = compiled.round;
  const worth = points(scoreScale, objective);
  if (level === "A")
    return {
      nl: `Bewezen optimaal: geen uitkomst is meer waard dan ${worth.nl} punten.`,
      en: `Proven optimal: no outcome is worth more than ${worth.en} points.`,
    };
  if (level === "B") {
    const [most, rest] = [points(scoreScale, bound!), points(scoreScale, gap!)];
    return {
      nl: `Bewezen binnen ${rest.nl} punten: geen uitkomst is meer waard dan ${most.nl}, deze is ${worth.nl} waard.`,
      en: `Proven within ${rest.en} points: no outcome is worth more than ${most.en}, this one is worth ${worth.en}.`,
    };
  }
  if (level === "C")
    return {
      nl: "De uitkomst voldoet aan alle grenzen; over hoe goed zij is wordt niets bewezen.",
      en: "The outcome meets all limits; how good it is has not been proven.",
    };
  return {
    nl: "De uitkomst breekt grenzen en krijgt daarom geen bewijsniveau.",
    en: "The outcome breaks limits and so has no level of proof.",
  };
}

/** Ids of the rows on which evidence rests: those with a multiplier, those absorbed, and those behind cuts. */
export function restsOn({ rows }: Compiled, { root, ray, tree }: Evidence): ReadonlySet<string> {
  const ids = [root, ray].flatMap((multipliers) =>
    multipliers === undefined ? [] : [...multipliers.absorbed, ...multipliers.rows.keys()],
  );
  if (tree === undefined) return new Set(ids);
  const ofCuts = tree.cuts.flatMap(({ because }) => ("row" in because ? [because.row] : because.rows));
  const numbers = [...tree.absorbed, ...tree.vectors.flatMap((vector) => vector.rows), ...ofCuts];
  // A number beyond the round's rows is that of a cut.
  return new Set([...ids, ...numbers.flatMap((number) => rows[number]?.id ?? [])]);
}

/**
 * Checks the ray or the tree that shows that a round has no outcome.
 *
 * @returns what it came to, with the size of the tree if there is one; undefined where there is neither
 */
export function checkImpossible(
  compiled: Compiled,
  proof: Evidence,
  where: string,
): { readonly tree?: TreeFigures } | undefined {
  if (proof.root !== undefined)
    refuse(at(where, "root"), "Zonder uitkomst is er geen grens.", "Without an outcome there is no bound.");
  expectNumber(proof.bound, null, at(where, "bound"));
  expectNumber(proof.gap, null, at(where, "gap"));
  const { ray, tree } = proof;
  if (ray !== undefined && tree !== undefined)
    refuse(at(where, "tree"), "Naast een straal hoort geen boom.", "Beside a ray there should be no tree.");
  expectLevel(proof.level, ray === undefined && tree === undefined ? "C" : "A", where);
  if (tree !== undefined) {
    if (tree.target !== null)
      refuse(
        `${where}/tree/target`,
        "Zonder uitkomst hoort hier null.",
        "Without an outcome this should be null.",
      );
    return { tree: checkTree(compiled, tree, at(where, "tree")) };
  }
  if (ray === undefined) return undefined;
  const { all } = recomputeBound(compiled, ray, at(where, "ray"), { scores: false });
  if (all >= 0n)
    refuse(
      at(where, "ray"),
      "Deze vermenigvuldigers bewijzen geen tegenspraak.",
      "These multipliers prove no conflict.",
    );
  return {};
}

/** Checks the conflict of an infeasible round and, where there is one, the ray or the tree that proves it. */
export function checkConflict(compiled: Compiled, conflict: readonly string[], proof: Evidence): Text {
  checkRowList(compiled, conflict, "/outcome/conflict");
  const proven = checkImpossible(compiled, proof, "/proof");
  const { nl, en } = limits(
    compiled.round,
    conflict.map((id) => ({ id })),
  );
  if (proven === undefined)
    return {
      nl: `Volgens de maker gaan deze grenzen niet samen; dat is niet bewezen: ${nl}.`,
      en: `According to its maker these limits cannot hold together; that is not proven: ${en}.`,
    };
  const named = new Set(conflict);
  for (const id of restsOn(compiled, proof))
    if (!named.has(id))
      refuse(
        "/outcome/conflict",
        `Rij ${id} ontbreekt in het conflict.`,
        `Row ${id} is missing from the conflict.`,
      );
  if (proven.tree === undefined)
    return {
      nl: `Bewezen: geen enkele uitkomst voldoet aan deze grenzen samen: ${nl}.`,
      en: `Proven: no outcome meets these limits together: ${en}.`,
    };
  const { branches, leaves } = proven.tree;
  return {
    nl: `Bewezen in een boom met ${number.nl(branches)} vertakkingen en ${number.nl(leaves)} bladeren: geen enkele uitkomst voldoet aan deze grenzen samen: ${nl}.`,
    en: `Proven in a tree with ${number.en(branches)} branches and ${number.en(leaves)} leaves: no outcome meets these limits together: ${en}.`,
  };
}

/** Refuses a list of rows that names an unknown row, names one twice, or is not in the order of the rows. */
export function checkRowList(compiled: Compiled, ids: readonly string[], where: string): void {
  const named = new Set(ids);
  const ordered = compiled.rows.filter(({ id }) => named.has(id)).map(({ id }) => id);
  for (const [k, id] of ids.entries())
    if (ordered[k] !== id)
      refuse(
        `${where}/${k}`,
        `Rij ${id} bestaat niet of staat niet op volgorde.`,
        `Row ${id} does not exist or is out of order.`,
      );
}

function expectNumber(stated: number | null, expected: bigint | null, where: string): void {
  if ((stated === null ? null : BigInt(stated)) !== expected)
    refuse(where, `Hier hoort ${expected} te staan.`, `This should be ${expected}.`);
}

function expectLevel(stated: Level, expected: Level, where: string): void {
  if (stated !== expected)
    refuse(
      at(where, "level"),
      `De stukken bewijzen niveau ${expected ?? "geen"}.`,
      `The evidence proves level ${expected ?? "none"}.`,
    );
}
