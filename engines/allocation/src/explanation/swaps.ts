/**
 * Swaps that bring an unfunded application into an outcome: the witnesses of `atMost`.
 *
 * The search is a bounded heuristic, so that tens of thousands of applications take seconds, and does not depend on
 * time. What it returns is exactly feasible; that it is the best swap is not claimed.
 */
import { needsOf } from "../problem/needs.js";
import type { Problem } from "../problem/problem.js";
import { RowWatch } from "../problem/row-watch.js";

/** A feasible outcome with an application in it, as the difference with the published one. */
export interface Swap {
  /** The application's choice. */
  readonly choice: number;
  /** Awarded choices that make way. */
  readonly remove: readonly number[];
  /** Choices of further applications that then fit as well. */
  readonly add: readonly number[];
  /** Objective of the swapped outcome minus that of the published one. */
  readonly gain: number;
}

/** Candidates looked at per list; enough to find the cheap swaps, few enough for 27,000 applications. */
const SINGLES = 60;
const FEASIBLE_SINGLES = 5;
const CANDIDATES = 80;
const MOST_REMOVED = 40;
const FILLERS = 40;

/** Finds swaps into one published outcome. */
export class SwapFinder {
  readonly #problem: Problem;
  readonly #watch: RowWatch;
  /** Per application its awarded choice; -1 for none. */
  readonly #awarded: Int32Array;
  /** Per vector awarded choices in it, those worth least first. */
  readonly #leastWorth: readonly (readonly number[])[];
  /** Per vector awarded choices in it, those first that lose least per unit they free. */
  readonly #cheapest: readonly (readonly number[])[];
  /** Per row the vector with a positive weight, of which every row has at most one; -1 for none. */
  readonly #against: Int32Array;
  /** Choices of unfunded applications worth most. */
  readonly #fillers: readonly number[];
  /** Per application the applications it needs. */
  readonly #needs: ReadonlyMap<number, readonly number[]>;

  /** @param worth per choice what it adds at the going prices; orders the candidates */
  constructor(problem: Problem, selection: readonly number[], sums: Float64Array, worth: Float64Array) {
    this.#problem = problem;
    this.#watch = new RowWatch(problem, sums.slice());
    this.#awarded = new Int32Array(problem.round.applications.length).fill(-1);
    for (const choice of selection) this.#awarded[problem.choices[choice]!.application] = choice;
    const isAwarded = new Set(selection);
    const lists = problem.vectors.map(({ indices, values }) => {
      const members: { readonly choice: number; readonly rate: number }[] = [];
      indices.forEach((choice, k) => {
        if (isAwarded.has(choice)) members.push({ choice, rate: worth[choice]! / values[k]! });
      });
      return members;
    });
    this.#leastWorth = lists.map((list) =>
      [...list]
        .sort((a, b) => worth[a.choice]! - worth[b.choice]! || a.choice - b.choice)
        .slice(0, SINGLES)
        .map(({ choice }) => choice),
    );
    this.#cheapest = lists.map((list) =>
      [...list]
        .sort((a, b) => a.rate - b.rate || a.choice - b.choice)
        .slice(0, CANDIDATES)
        .map(({ choice }) => choice),
    );
    this.#against = Int32Array.from(
      problem.rows,
      ({ terms }) => terms.find(({ weight }) => weight > 0n)?.vector ?? -1,
    );
    const unfunded: number[] = [];
    problem.choices.forEach(({ application, score }, choice) => {
      if (this.#awarded[application] === -1 && score > 0) unfunded.push(choice);
    });
    this.#fillers = unfunded.sort((a, b) => worth[b]! - worth[a]! || a - b).slice(0, FILLERS);
    this.#needs = needsOf(problem);
  }

  /** The best swap found for an unfunded application; null when none was. */
  find(application: number): Swap | null {
    let best: Swap | null = null;
    for (let j = this.#problem.blocks[application]!; j < this.#problem.blocks[application + 1]!; j += 1) {
      const swap = this.#findFor(j);
      if (swap !== null && (best === null || swap.gain > best.gain)) best = swap;
    }
    return best;
  }

  #findFor(choice: number): Swap | null {
    const entered = [choice, ...this.#alsoNeeded(this.#problem.choices[choice]!.application)];
    for (const each of entered) this.#watch.move(each, 1);
    const swap = this.#makeWay(choice, entered);
    for (const each of entered) this.#watch.move(each, -1);
    return swap;
  }

  /** Best-scoring choices of unfunded applications that this one needs, directly or through others. */
  #alsoNeeded(application: number): readonly number[] {
    const found = new Set<number>([application]);
    const queue = [application];
    const choices: number[] = [];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      for (const needed of this.#needs.get(next) ?? []) {
        if (found.has(needed) || this.#awarded[needed] !== -1) continue;
        found.add(needed);
        queue.push(needed);
        choices.push(this.#bestChoice(needed));
      }
    }
    return choices;
  }

  #bestChoice(application: number): number {
    const { blocks, choices } = this.#problem;
    let best = blocks[application]!;
    for (let j = best + 1; j < blocks[application + 1]!; j += 1)
      if (choices[j]!.score > choices[best]!.score) best = j;
    return best;
  }

  #makeWay(choice: number, entered: readonly number[]): Swap | null {
    const broken = this.#watch.firstBroken(entered);
    if (broken === -1) return this.#complete(choice, entered, []);
    const single = this.#makeWayByOne(choice, entered, broken);
    const many = this.#makeWayByMany(choice, entered);
    return single === null || (many !== null && many.gain > single.gain) ? many : single;
  }

  #makeWayByOne(choice: number, entered: readonly number[], broken: number): Swap | null {
    let best: Swap | null = null;
    let feasible = 0;
    for (const out of this.#candidates(this.#leastWorth, broken)) {
      this.#watch.move(out, -1);
      if (this.#watch.firstBroken([...entered, out]) === -1) {
        feasible += 1;
        const swap = this.#complete(choice, entered, [out]);
        if (best === null || swap.gain > best.gain) best = swap;
      }
      this.#watch.move(out, 1);
      if (feasible === FEASIBLE_SINGLES) break;
    }
    return best;
  }

  /** Takes out the cheapest in each broken row until nothing is broken or too much has gone; then trims. */
  #makeWayByMany(choice: number, entered: readonly number[]): Swap | null {
    const removed: number[] = [];
    let broken = this.#watch.firstBroken(entered);
    while (broken !== -1 && removed.length < MOST_REMOVED) {
      const row = broken;
      const out = this.#candidates(this.#cheapest, row).find(
        (candidate) => !removed.includes(candidate) && this.#helps(candidate, row),
      );
      if (out === undefined) break;
      removed.push(out);
      this.#watch.move(out, -1);
      broken = this.#watch.holds(row) ? this.#watch.firstBroken([...entered, ...removed]) : row;
    }
    const kept = broken === -1 ? this.#putBack(removed) : removed;
    const swap = broken === -1 ? this.#complete(choice, entered, kept) : null;
    for (const out of kept) this.#watch.move(out, 1);
    return swap;
  }

  /** Awarded choices whose removal can mend a row: members of the vector that counts against it. */
  #candidates(lists: readonly (readonly number[])[], row: number): readonly number[] {
    const vector = this.#against[row]!;
    return vector < 0 ? [] : lists[vector]!;
  }

  /** Whether a removal lowers the left side of a broken row and breaks no other. */
  #helps(candidate: number, row: number): boolean {
    const before = this.#watch.leftOf(row);
    this.#watch.move(candidate, -1);
    const after = this.#watch.leftOf(row);
    this.#watch.move(candidate, 1);
    return after < before && !this.#watch.breaksByRemoving(candidate);
  }

  /** Puts back removed choices that turn out not to be in the way, the highest score first. */
  #putBack(removed: readonly number[]): readonly number[] {
    const out = new Set(removed);
    const byScore = [...removed].sort((a, b) => this.#score(b) - this.#score(a) || a - b);
    for (const choice of byScore) {
      this.#watch.move(choice, 1);
      if (this.#watch.firstBroken([choice]) === -1) out.delete(choice);
      else this.#watch.move(choice, -1);
    }
    return [...out];
  }

  /** The swap as it stands, with fillers for the room that is left; the watch is as it was afterwards. */
  #complete(choice: number, entered: readonly number[], removed: readonly number[]): Swap {
    const taken = new Set(entered.map((each) => this.#problem.choices[each]!.application));
    const fillers: number[] = [];
    for (const filler of this.#fillers) {
      const { application } = this.#problem.choices[filler]!;
      if (taken.has(application)) continue;
      this.#watch.move(filler, 1);
      if (this.#watch.firstBroken([filler]) === -1) {
        fillers.push(filler);
        taken.add(application);
      } else this.#watch.move(filler, -1);
    }
    for (const filler of fillers) this.#watch.move(filler, -1);
    const add = [...entered.filter((each) => each !== choice), ...fillers];
    const gain =
      [choice, ...add].reduce((sum, each) => sum + this.#score(each), 0) -
      removed.reduce((sum, each) => sum + this.#score(each), 0);
    return { choice, remove: removed, add, gain };
  }

  #score(choice: number): number {
    return this.#problem.choices[choice]!.score;
  }
}
