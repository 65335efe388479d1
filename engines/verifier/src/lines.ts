/** In which order applications come, by each of the rules that walk down a list (docs/formats/decision.md). */
import type { Choice, Compiled } from "./compile.js";
import { timeKey } from "./received.js";
import { sha256 } from "./sha256.js";
import { isDrawn } from "./tie-break.js";
import type { Rule } from "./types.js";

/** What puts applications in order. */
export interface Line {
  /** Per application its lot, 64 hexadecimal digits (docs/formats/round.md, "The lot"). */
  readonly lots: readonly string[];
  /** Per application its choices in the order in which they are tried; the first one ranks it. */
  readonly ranked: readonly (readonly Choice[])[];
}

/** Draws the lots and puts the choices of each application in order. */
export function lineOf({ round, choices }: Compiled): Line {
  return {
    lots: round.applications.map(({ id }) => sha256(`${round.tieBreak.seed}\n${id}`)),
    ranked: choices.map((list) => (list.length === 1 ? list : [...list].sort(compareChoices))),
  };
}

/** Applications in the order of a rule; undefined where the round cannot be decided by it, or it has no order. */
export function orderBy(
  compiled: Compiled,
  { lots, ranked }: Line,
  rule: Rule,
): readonly number[] | undefined {
  const { applications, tieBreak } = compiled.round;
  const sorted = (before: (i: number, j: number) => number): number[] =>
    ranked.map((_, i) => i).sort((i, j) => before(i, j) || compareText(lots[i]!, lots[j]!));
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
