/**
 * Groups: blocks joined with the small rows between them, as a list of states.
 *
 * "At most one of a consortium" and "A requires B" tie a handful of columns together. Giving each of those rows a
 * multiplier makes the linear program large and its bound weak. Instead the columns they connect are taken together
 * as one group, whose states are all selections that keep its blocks and its rows. What remains is a choice of one
 * state per group under the few long rows, whose relaxation is at least as strong (it takes the convex hull of each
 * group) and has only as many multipliers as there are long rows.
 */
import type { IntegerProgram, ProgramRow } from "./program.js";

/**
 * A joined group never gets more states than this; rows that would need more keep a multiplier. Large, because one
 * multiplier more costs every node, and a group of many states only the nodes that it is open in: with 64, eight lists
 * bound at the root of 27,000 applications, with 512 one.
 */
const MOST_STATES = 512;

/** The program as a choice of one state per group. The first state of each group is the empty selection. */
export interface Groups {
  readonly count: number;
  /** States of group g are `starts[g]` up to `starts[g + 1]`. */
  readonly starts: Int32Array;
  /** Columns at 1 in state s are `columns[columnStarts[s]]` up to `columnStarts[s + 1]`. */
  readonly columnStarts: Int32Array;
  readonly columns: Int32Array;
  /** Rows whose meaning lies in the states, ascending. */
  readonly absorbed: readonly number[];
  /** The other rows, ascending: these get multipliers. */
  readonly explicit: readonly number[];
}

/**
 * Groups of the program, joined through every small row with coefficients 1 and -1 that fits.
 *
 * @param candidates rows that may be absorbed; absent: all. The absorbed rows of a program give the same groups again
 */
export function groupsOf(program: IntegerProgram, candidates?: ReadonlySet<number>): Groups {
  const joining = new Joining(program);
  const absorbed: number[] = [];
  program.rows
    .map((row, index) => ({ row, index }))
    .filter(({ row, index }) => (candidates?.has(index) ?? true) && isSmall(row))
    .sort((a, b) => a.row.indices.length - b.row.indices.length || a.index - b.index)
    .forEach(({ index }) => {
      if (joining.absorb(index)) absorbed.push(index);
    });
  absorbed.sort((a, b) => a - b);
  const within = new Set(absorbed);
  return {
    ...joining.states(),
    absorbed,
    explicit: program.rows.map((_, index) => index).filter((index) => !within.has(index)),
  };
}

/** Columns of a row that may be absorbed. */
const LONGEST_ROW = 64;

function isSmall(row: ProgramRow): boolean {
  if (row.indices.length >= LONGEST_ROW || row.rhs < 0n) return false;
  return row.coefficients.every((value: number | bigint) => {
    const size = Number(value);
    return size === 1 || size === -1;
  });
}

/** The blocks joined so far. */
interface Component {
  readonly blocks: readonly number[];
  readonly rows: readonly number[];
  readonly states: readonly (readonly number[])[];
}

class Joining {
  readonly #program: IntegerProgram;
  /** Columns per block; blocks without columns are left out. */
  readonly #members = new Map<number, number[]>();
  readonly #componentOf = new Map<number, Component>();

  constructor(program: IntegerProgram) {
    this.#program = program;
    program.blocks.forEach((block, column) => {
      const members = this.#members.get(block);
      if (members === undefined) this.#members.set(block, [column]);
      else members.push(column);
    });
  }

  /** Joins the blocks of a row, unless they would get too many states. */
  absorb(index: number): boolean {
    const row = this.#program.rows[index]!;
    const blocks = new Set<number>();
    const rows = new Set<number>([index]);
    for (const column of row.indices) {
      const block = this.#program.blocks[column]!;
      const component = this.#componentOf.get(block);
      for (const member of component?.blocks ?? [block]) blocks.add(member);
      for (const member of component?.rows ?? []) rows.add(member);
    }
    const sorted = [...blocks].sort((a, b) => a - b);
    const states = this.#enumerate(sorted, [...rows]);
    if (states === null) return false;
    const joined: Component = { blocks: sorted, rows: [...rows], states };
    for (const block of sorted) this.#componentOf.set(block, joined);
    return true;
  }

  /** All selections that keep the blocks and rows, the empty one first; null when there are too many. */
  #enumerate(blocks: readonly number[], rows: readonly number[]): number[][] | null {
    const { rows: all } = this.#program;
    const order = blocks.map((block) => this.#members.get(block)!);
    // What a row can still gain from later blocks decides whether a partial selection can be completed.
    const coefficients = rows.map((row) => {
      const { indices, coefficients: values } = all[row]!;
      return new Map(Array.from(indices, (column, at) => [column, Number(values[at])]));
    });
    const relief = coefficients.map((values) => {
      const rest = [0];
      for (let at = order.length - 1; at >= 0; at--)
        rest.unshift(rest[0]! + Math.min(0, ...order[at]!.map((column) => values.get(column) ?? 0)));
      return rest;
    });
    const rhs = rows.map((row) => Number(all[row]!.rhs));
    let partial: { readonly columns: number[]; readonly activity: number[] }[] = [
      { columns: [], activity: rows.map(() => 0) },
    ];
    for (const [at, members] of order.entries()) {
      const next: typeof partial = [];
      for (const state of partial)
        for (const column of [-1, ...members]) {
          const activity = state.activity.map((sum, k) => sum + (coefficients[k]!.get(column) ?? 0));
          if (activity.some((sum, k) => sum + relief[k]![at + 1]! > rhs[k]!)) continue;
          next.push({ columns: column < 0 ? state.columns : [...state.columns, column], activity });
        }
      if (next.length > MOST_STATES) return null;
      partial = next;
    }
    return partial.map((state) => state.columns);
  }

  states(): Pick<Groups, "count" | "starts" | "columnStarts" | "columns"> {
    const starts = [0];
    const columnStarts = [0];
    const columns: number[] = [];
    const done = new Set<Component>();
    const addState = (members: readonly number[]) => {
      columns.push(...members);
      columnStarts.push(columns.length);
    };
    for (const [block, members] of this.#members) {
      const component = this.#componentOf.get(block);
      if (component === undefined) {
        addState([]);
        for (const column of members) addState([column]);
      } else {
        if (done.has(component)) continue;
        done.add(component);
        component.states.forEach(addState);
      }
      starts.push(columnStarts.length - 1);
    }
    return {
      count: starts.length - 1,
      starts: Int32Array.from(starts),
      columnStarts: Int32Array.from(columnStarts),
      columns: Int32Array.from(columns),
    };
  }
}
