/**
 * A decision's proof as a file in the format VIPR 1.1 (Cheung, Gleixner and Steffy, "Verifying integer programming
 * results", IPCO 2017), which checkers that know nothing of rounds can check. `docs/formats/vipr.md` says what is in it.
 */
import type { Decision } from "../model/decision.js";
import { compile } from "../problem/compile.js";
import type { Problem } from "../problem/problem.js";
import { deriveCut } from "./cuts.js";
import { type Coefficients, coefficientsText, Derivations } from "./derivations.js";
import { type Instance, instanceOf } from "./instance.js";
import type { Layer } from "./layer.js";
import { Lines } from "./lines.js";
import { type Plan, planOf } from "./plan.js";
import { type ProofTree, proofTreeOf } from "./proof-tree.js";
import { type Space, spaceOf } from "./space.js";
import { Walk } from "./walk.js";

/** Characters per chunk, about. */
const CHUNK = 1 << 16;

/**
 * The VIPR file of a decision of level A, in chunks of text: that its outcome is best, or that there is none. Only the
 * document is used. What can go wrong goes wrong before the first chunk.
 *
 * @throws NotProvenError when the document does not prove that
 * @throws CutTooLongError when a cut would take too many lines
 * @throws RangeError when the proof is wrong; `verifyDecision` says where
 */
export function viprOf(decision: Decision): Iterable<string> {
  const problem = compile(decision.round);
  const tree = proofTreeOf(decision, problem);
  const instance = instanceOf(problem);
  const proof = new Proof(instance, tree);
  const counted = new Derivations(instance.lines, null);
  for (const _ of proof.derive(counted));
  const uses = counted.lastUses;
  return (function* () {
    yield* header(decision, problem, instance, tree);
    yield `DER ${uses.length}\n`;
    yield* proof.derive(new Derivations(instance.lines, uses));
  })();
}

/** The derivations of one proof, which can be walked as often as needed. */
class Proof {
  readonly #instance: Instance;
  readonly #tree: ProofTree;
  readonly #space: Space;
  #plan: Plan | null = null;

  constructor(instance: Instance, tree: ProofTree) {
    this.#instance = instance;
    this.#tree = tree;
    this.#space = spaceOf(instance, tree.absorbed);
  }

  *derive(derivations: Derivations): Generator<string, void, undefined> {
    const { unit } = this.#instance;
    const { target, cuts } = this.#tree;
    const rows = [
      ...this.#instance.rows,
      ...cuts.map((cut, number) => deriveCut(this.#instance, derivations, cut, number)),
    ];
    const assumed = target === null ? null : derivations.assume(this.#scores("G", target));
    const root: Layer = {
      groups: [...this.#space.groups.keys()],
      rows,
      objective: assumed === null ? null : this.#objectiveRow(assumed, target!),
    };
    this.#plan ??= planOf(this.#tree, this.#space, root, unit);
    let lines: Lines | undefined;
    const walk = new Walk(this.#tree, this.#space, root, unit, (own) => {
      lines = new Lines(own, this.#tree, this.#instance, this.#space, this.#plan!, derivations);
      return lines;
    });
    while (walk.step()) if (derivations.size > CHUNK) yield derivations.take();
    if (assumed !== null) this.#conclude(derivations, lines!.falsehood, assumed, target!);
    yield derivations.take();
  }

  /** What is left when no selection reaches the target: every score is a unit or more below it. */
  #conclude(derivations: Derivations, contradiction: number, assumed: number, target: bigint): void {
    const { unit } = this.#instance;
    const below = this.#scores("L", target - unit);
    const held = derivations.assume(below);
    const proven = derivations.unsplit(below, [contradiction, held], [assumed, held]);
    if (unit !== 1n)
      derivations.combine({ sense: "L", rhs: target - unit, of: null }, { terms: [[proven, unit]] });
  }

  #scores(sense: "L" | "G", value: bigint) {
    const { unit, scores } = this.#instance;
    const of: Coefficients =
      unit === 1n ? null : scores.map((score, column) => [column, score / unit] as const);
    return { sense, rhs: value / unit, of };
  }

  #objectiveRow(line: number, target: bigint) {
    const { unit, scores } = this.#instance;
    const indices = Int32Array.from(scores.keys()).filter((column) => scores[column] !== 0n);
    const values = Array.from(indices, (column) => -scores[column]! / unit);
    return { line, sign: -1n as const, indices, values, rhs: -target / unit };
  }
}

function* header(
  { hash, outcome }: Decision,
  problem: Problem,
  instance: Instance,
  { target }: ProofTree,
): Generator<string, void, undefined> {
  const { scores, unit, members, rows, lines, bounds, blockLines } = instance;
  const names = problem.choices.map(({ application, option }) => {
    const { id } = problem.round.applications[application]!;
    return option === null ? nameOf(id) : `${nameOf(id)}/${nameOf(option)}`;
  });
  yield `% decision ${hash}\n% choices, limits and how to check: docs/formats/vipr.md\nVER 1.1\n`;
  yield* packed([`VAR ${names.length}`, ...names]);
  yield* packed([`INT ${names.length}`, ...names.map((_, column) => String(column))]);
  const objective: Coefficients = scores.map((score, column) => [column, score] as const);
  yield `OBJ max\n${coefficientsText(objective)}\nCON ${lines} ${bounds}\n`;
  yield* packed(names.map((_, column) => `b${column} G 0 1 ${column} 1`));
  const blocks = [...members.entries()].sort(([a], [b]) => blockLines[a]! - blockLines[b]!);
  yield* packed(
    blocks.map(
      ([block, columns]) =>
        `b${blockLines[block]} L 1 ${coefficientsText(columns.map((column) => [column, 1n] as const))}`,
    ),
  );
  for (const [number, { indices, values, rhs }] of rows.entries()) {
    const of = values.map((value, k) => [indices[k]!, value] as const);
    const name = problem.rows[number]!.id.split("/").map(nameOf).join("/");
    yield `${name} L ${rhs} ${coefficientsText(of)}\n`;
  }
  if (outcome.status === "infeasible" || target === null) yield "RTP infeas\nSOL 0\n";
  else {
    const best = target - unit;
    const awarded = new Set(outcome.awards.map((award) => JSON.stringify([award.application, award.option])));
    const chosen = problem.choices.flatMap(({ application, option }, column) =>
      awarded.has(JSON.stringify([problem.round.applications[application]!.id, option]))
        ? [[column, 1n] as const]
        : [],
    );
    yield `RTP range ${best} ${best}\nSOL 1\noutcome ${coefficientsText(chosen)}\n`;
  }
}

/** Lines in chunks. */
function* packed(parts: readonly string[]): Generator<string, void, undefined> {
  const most = 4_096;
  for (let at = 0; at < parts.length; at += most) yield `${parts.slice(at, at + most).join("\n")}\n`;
}

/** An id in letters, digits, `.` and `-`; everything else is `_` and four hex digits per UTF-16 unit. */
function nameOf(id: string): string {
  return id.replace(
    /[^A-Za-z0-9.-]/g,
    (character) => `_${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
