/** The ranking rule, walked again (docs/formats/decision.md, "Ranking"; docs/formats/round.md, "The lot"). */
import { addTo, type Choice, type Compiled, holds, type Row } from "./rows.js";
import { sha256 } from "./sha256.js";

/** What the walk down the list gave. */
export interface Walk {
  /** Applications in the order of the list. */
  readonly order: readonly number[];
  /** Per application its place in `order`. */
  readonly place: readonly number[];
  /** Per application its lot, 64 hexadecimal digits. */
  readonly lots: readonly string[];
  /** Per application the choice that ranks it: its full award, without one its best option. */
  readonly lead: readonly Choice[];
  readonly awarded: readonly (Choice | undefined)[];
  /** Per application that was not awarded: the rows that any of its choices would have broken at its turn. */
  readonly blockedBy: readonly (readonly string[])[];
  /** The place at which the walk stopped; the length of the list when it did not. */
  readonly stopped: number;
  /** Per sum: the places at which it changed, and its value from there on. */
  readonly history: readonly (readonly { readonly place: number; readonly value: number }[])[];
}

/** Walks down the list by score until the money is gone. */
export function walk(compiled: Compiled): Walk {
  const { round } = compiled;
  const byRank = compiled.choices.map((choices) => [...choices].sort(compareChoices));
  const lead = byRank.map((choices) => choices[0]!);
  const lots = round.applications.map(({ id }) => sha256(`${round.seed}\n${id}`));
  const order = lead
    .map((_, i) => i)
    .sort((i, j) => lead[j]!.score - lead[i]!.score || compareText(lots[i]!, lots[j]!));
  const place: number[] = new Array(order.length);
  for (const [k, i] of order.entries()) place[i] = k;

  const sums = new Float64Array(compiled.sums);
  const history: { place: number; value: number }[][] = Array.from({ length: compiled.sums }, () => []);
  const awarded: (Choice | undefined)[] = compiled.choices.map(() => undefined);
  const blockedBy: string[][] = compiled.choices.map(() => []);
  let stopped = order.length;
  for (const [k, i] of order.entries()) {
    const choice = byRank[i]!.find((candidate) => brokenBy(compiled, sums, [candidate]).length === 0);
    if (choice === undefined) {
      blockedBy[i] = brokenBy(compiled, sums, byRank[i]!).map(({ id }) => id);
      if (round.misfit === "skip") continue;
      stopped = k;
      break;
    }
    awarded[i] = choice;
    addTo(sums, choice);
    for (const { sum } of choice.parts) history[sum]!.push({ place: k, value: sums[sum]! });
  }
  return { order, place, lots, lead, awarded, blockedBy, stopped, history };
}

/** The full award first; then options by score, by lower total amount, by id. */
function compareChoices(a: Choice, b: Choice): number {
  if (a.option === null || b.option === null) return a.option === null ? -1 : 1;
  return b.score - a.score || a.total - b.total || compareText(a.option, b.option);
}

/** Order by UTF-16 code units. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The rows honoured by the walk that one of these choices would break now, in the order of the rows. */
function brokenBy(compiled: Compiled, sums: Float64Array, choices: readonly Choice[]): Row[] {
  const broken = new Set<Row>();
  for (const choice of choices) {
    addTo(sums, choice);
    for (const { sum } of choice.parts)
      for (const row of compiled.rowsOfSum[sum]!) if (row.walked && !holds(row, sums)) broken.add(row);
    addTo(sums, choice, -1);
  }
  return broken.size < 2 ? [...broken] : compiled.rows.filter((row) => broken.has(row));
}

/**
 * The exact number of extra points with which an unfunded application is awarded its leading choice, everything
 * else unchanged; null where no number helps.
 *
 * With more points it stands before others, and what was awarded before its new place is what the walk had
 * awarded there: those above it never met it. So it is enough to look where each of its limits still had room.
 * Every walked limit is one sum below a ceiling, and along the list a sum only grows (or, for `requires`, only
 * falls), so each limit leaves room either up to a place or from a place on.
 */
export function extraPoints(compiled: Compiled, walked: Walk, application: number): number | null {
  const choice = walked.lead[application]!;
  const own = walked.place[application]!;
  /** It may stand directly before any place from `first` to `last`. */
  let first = 0;
  let last = Math.min(own - 1, walked.stopped);
  for (const { sum, weight } of choice.parts)
    for (const row of compiled.rowsOfSum[sum]!) {
      if (!row.walked) continue;
      const fits = (value: number): boolean => row.terms[0]!.factor * BigInt(value + weight) <= row.limit;
      const changes = walked.history[sum]!;
      const turn = changes[firstWhere(changes.length, (k) => fits(changes[k]!.value) !== fits(0))]?.place;
      if (fits(0)) last = Math.min(last, turn ?? own);
      else first = Math.max(first, turn === undefined ? own : turn + 1);
    }
  if (last < first) return null;

  /** The extra points with which it stands before the application at a place. */
  const needed = (place: number): number => {
    const other = walked.order[place]!;
    const wins = compareText(walked.lots[application]!, walked.lots[other]!) < 0;
    return walked.lead[other]!.score - choice.score + (wins ? 0 : 1);
  };
  const points = needed(last);
  // With these points it may pass others at once, and come to stand too high for what it needs.
  return first > 0 && needed(first - 1) <= points ? null : points;
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
