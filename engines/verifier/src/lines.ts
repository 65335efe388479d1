/** In which order applications come, by each of the rules that walk down a list (docs/formats/decision.md). */
import type { Choice, Compiled } from "./compile.js";
import { timeKey } from "./received.js";
import { beginningOf, sha256 } from "./sha256.js";
import { isDrawn } from "./tie-break.js";
import type { Round, Rule } from "./types.js";

/** What puts applications in order. */
export interface Line {
  /** Per application its place in the order of lots (docs/formats/round.md, "The lot"). */
  readonly lots: Int32Array;
  /** Per application its choices in the order in which they are tried; the first one ranks it. */
  readonly ranked: readonly (readonly Choice[])[];
}

/** Draws the lots and puts the choices of each application in order. */
export function lineOf({ round, choices }: Compiled): Line {
  return {
    lots: placesByLot(round),
    ranked: choices.map((list) => (list.length === 1 ? list : [...list].sort(compareChoices))),
  };
}

/** Per application its place when all are put in order of SHA-256 over seed, newline, id. */
function placesByLot({ applications, tieBreak }: Round): Int32Array {
  const texts = applications.map(({ id }) => `${tieBreak.seed}\n${id}`);
  const beginnings = Float64Array.from(texts, beginningOf);
  const order = Int32Array.from(texts, (_, i) => i).sort(
    (i, j) => beginnings[i]! - beginnings[j]! || compareText(sha256(texts[i]!), sha256(texts[j]!)),
  );
  const places = new Int32Array(order.length);
  for (const [place, i] of order.entries()) places[i] = place;
  return places;
}

/** Applications in the order of a rule; undefined where the round cannot be decided by it, or it has no order. */
export function orderBy(
  compiled: Compiled,
  { lots, ranked }: Line,
  rule: Rule,
): readonly number[] | undefined {
  const { applications, tieBreak } = compiled.round;
  const sorted = (before: (i: number, j: number) => number): number[] =>
    ranked.map((_, i) => i).sort((i, j) => before(i, j) || lots[i]! - lots[j]!);
  if (rule === "ranking") return sorted((i, j) => ranked[j]![0]!.score - ranked[i]![0]!.score);
  if (rule === "lottery") return isDrawn(tieBreak) ? sorted(() => 0) : undefined;
  if (rule !== "first-come" || applications.some(({ received }) => received === undefined)) return undefined;
  const times = applications.map(({ received }) => timeKey(received!));
  return sorted((i, j) => compareText(times[i]!, times[j]!));
}

/** The full award first; then options by score, by lower total amount, by id. */
function compareChoices(a: Choice, b: Choice): number {
  if (a.option === null || b.option === null) return a.option === null ? -1 : 1;
  return b.score - a.score || a.total - b.total || compareText(a.option, b.option);
}

/** Order by UTF-16 code units. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
