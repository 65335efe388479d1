/** Collects vectors and rows while constraints are compiled; equal vectors are made once. */
import type { Round } from "../model/round.js";
import type { Choice, Row, Vector } from "./problem.js";

/** Which choices a vector covers: those whose application has a tag value, or all. */
export interface Group {
  readonly tag: string;
  readonly value: string;
}

/** Builds the vectors and rows of one round. */
export class RowBuilder {
  readonly vectors: Vector[] = [];
  readonly rows: Row[] = [];
  readonly round: Round;
  readonly #choices: readonly Choice[];
  readonly #blocks: Int32Array;
  readonly #made = new Map<string, number>();
  /** Per tag and value the applications that have it. */
  readonly #members = new Map<string, Map<string, number[]>>();
  readonly #indexOf = new Map<string, number>();

  constructor(round: Round, choices: readonly Choice[], blocks: Int32Array) {
    this.round = round;
    this.#choices = choices;
    this.#blocks = blocks;
    round.applications.forEach((application, index) => {
      this.#indexOf.set(application.id, index);
      for (const tag of Object.keys(application.tags))
        for (const value of application.tags[tag]!) this.#put(tag, value, index);
    });
  }

  /** Amounts of a group (null: everyone) from one budget (null: all budgets together). */
  amounts(group: Group | null, budget: string | null): number {
    return this.#vector(JSON.stringify(["amounts", group, budget]), this.#choicesOf(group), (choice) =>
      budget === null ? choice.total : (choice.amounts[budget] ?? 0),
    );
  }

  /** One for each choice of a group. */
  counts(group: Group): number {
    return this.#vector(JSON.stringify(["counts", group]), this.#choicesOf(group), () => 1);
  }

  /** One for each choice of the named applications. */
  awarded(applications: readonly string[]): number {
    const choices = applications.flatMap((id) => this.#range(this.#indexOf.get(id)!));
    return this.#vector(JSON.stringify(["awarded", applications]), choices, () => 1);
  }

  add(row: Row): void {
    this.rows.push(row);
  }

  #put(tag: string, value: string, index: number): void {
    const values = this.#members.get(tag) ?? new Map<string, number[]>();
    if (values.size === 0) this.#members.set(tag, values);
    const list = values.get(value);
    if (list === undefined) values.set(value, [index]);
    else list.push(index);
  }

  #range(application: number): number[] {
    const from = this.#blocks[application]!;
    return Array.from({ length: this.#blocks[application + 1]! - from }, (_, k) => from + k);
  }

  #choicesOf(group: Group | null): readonly number[] {
    if (group === null) return this.#choices.map((_, index) => index);
    return (this.#members.get(group.tag)?.get(group.value) ?? []).flatMap((index) => this.#range(index));
  }

  #vector(key: string, choices: readonly number[], figureOf: (choice: Choice) => number): number {
    const made = this.#made.get(key);
    if (made !== undefined) return made;
    const used = choices.filter((index) => figureOf(this.#choices[index]!) !== 0).sort((a, b) => a - b);
    this.vectors.push({
      indices: Int32Array.from(used),
      values: Float64Array.from(used, (index) => figureOf(this.#choices[index]!)),
    });
    this.#made.set(key, this.vectors.length - 1);
    return this.vectors.length - 1;
  }
}
