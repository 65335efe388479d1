/**
 * The walk down a list of applications (docs/formats/decision.md, "Ranking"): each is awarded the first of its choices
 * that fits. Every limit that the walk honours is one sum below a ceiling.
 */
import type { Choice, Compiled, Selection } from "./compile.js";
import { addTo } from "./compile.js";
import type { Line } from "./lines.js";
import { holdsAt, type Row } from "./rows.js";

/** What the walk down the list gave. */
export interface Walk {
  /** Applications in the order of the list. */
  readonly order: readonly number[];
  readonly awarded: Selection;
  /** Per application that was not awarded: the rows that any of its choices would have broken; when explained. */
  readonly blockedBy: readonly (readonly string[])[];
  /** The place at which the walk stopped; the length of the list when it did not. */
  readonly stopped: number;
  /** Per sum: the places at which it changed, and its value from there on; when explained. */
  readonly history: readonly (readonly { readonly place: number; readonly value: number }[])[];
}

/** Walks down a list until the money is gone, and keeps what explains it where that is asked for. */
export function walk(
  compiled: Compiled,
  { ranked }: Line,
  order: readonly number[],
  isExplained: boolean,
): Walk {
  const walked = compiled.rowsOfSum.map((rows) => rows.filter((row) => row.walked));
  const sums = new Float64Array(compiled.sums);
  const history: { place: number; value: number }[][] = Array.from({ length: compiled.sums }, () => []);
  const awarded: (Choice | undefined)[] = compiled.choices.map(() => undefined);
  const blockedBy: (readonly string[])[] = compiled.choices.map(() => []);
  const fits = ({ parts }: Choice): boolean => {
    for (const { sum, weight } of parts)
      for (const row of walked[sum]!) if (!holdsAt(row, sums[sum]! + weight)) return false;
    return true;
  };
  /** The rows that any of these choices would break now, in the order of the rows. */
  const brokenBy = (choices: readonly Choice[]): string[] => {
    const broken = new Set<Row>();
    for (const { parts } of choices)
      for (const { sum, weight } of parts)
        for (const row of walked[sum]!) if (!holdsAt(row, sums[sum]! + weight)) broken.add(row);
    const rows = broken.size < 2 ? [...broken] : compiled.rows.filter((row) => broken.has(row));
    return rows.map(({ id }) => id);
  };
  for (const [place, i] of order.entries()) {
    const choice = ranked[i]!.find(fits);
    if (choice === undefined) {
      if (isExplained) blockedBy[i] = brokenBy(ranked[i]!);
      if (compiled.round.misfit === "skip") continue;
      return { order, awarded, blockedBy, stopped: place, history };
    }
    awarded[i] = choice;
    addTo(sums, choice);
    if (isExplained) for (const { sum } of choice.parts) history[sum]!.push({ place, value: sums[sum]! });
  }
  return { order, awarded, blockedBy, stopped: order.length, history };
}

/** The exact numbers of extra points that help under the ranking (docs/formats/decision.md, "Explanation"). */
export class ExtraPoints {
  readonly #compiled: Compiled;
  readonly #walk: Walk;
  readonly #line: Line;
  /** Per application its place in the list. */
  readonly #place: Int32Array;

  /** @param walk that of the ranking, by `line` */
  constructor(compiled: Compiled, walk: Walk, line: Line) {
    this.#compiled = compiled;
    this.#walk = walk;
    this.#line = line;
    this.#place = new Int32Array(walk.order.length);
    for (const [k, i] of walk.order.entries()) this.#place[i] = k;
  }

  /**
   * The number of extra points with which an unfunded application is awarded its leading choice, everything else
   * unchanged; null where no number helps.
   *
   * With more points it stands before others, and what was awarded before its new place is what the walk had
   * awarded there: those above it never met it. So it is enough to look where each of its limits still had room.
   * Along the list a sum only grows (or, for `requires`, only falls), so each limit leaves room either up to a place
   * or from a place on.
   */
  of(application: number): number | null {
    const { order, stopped, history } = this.#walk;
    const { ranked, lots } = this.#line;
    const choice = ranked[application]![0]!;
    const own = this.#place[application]!;
    /** It may stand directly before any place from `first` to `last`. */
    let first = 0;
    let last = Math.min(own - 1, stopped);
    for (const { sum, weight } of choice.parts)
      for (const row of this.#compiled.rowsOfSum[sum]!) {
        if (!row.walked) continue;
        const fits = (value: number): boolean => holdsAt(row, value + weight);
        const changes = history[sum]!;
        const atFirst = fits(0);
        const turn = changes[firstWhere(changes.length, (k) => fits(changes[k]!.value) !== atFirst)]?.place;
        if (atFirst) last = Math.min(last, turn ?? own);
        else first = Math.max(first, turn === undefined ? own : turn + 1);
      }
    if (last < first) return null;

    /** The extra points with which it stands before the application at a place. */
    const needed = (place: number): number => {
      const other = order[place]!;
      const wins = lots[application]! < lots[other]!;
      return ranked[other]![0]!.score - choice.score + (wins ? 0 : 1);
    };
    const points = needed(last);
    // With these points it may pass others at once, and come to stand too high for what it needs.
    return first > 0 && needed(first - 1) <= points ? null : points;
  }
}

/** The first number from 0 for which a condition holds that stays true once it is true; `length` if none does. */
function firstWhere(length: number, holdsFrom: (k: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holdsFrom(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
