/**
 * The tree certificate read as literally and as slowly as possible (docs/formats/tree.md), and a maker of valid
 * trees that are nothing like those of a real search. Shares no code with the verifier.
 */
import { type Loose, type NaiveRow, type Pick, picks, rows } from "./naive.js";

/** A state: numbers of the columns in it. */
type State = readonly number[];

export interface NaiveProgram {
  readonly columns: readonly Pick[];
  readonly rows: readonly NaiveRow[];
  /** Coefficient of a column in a row: the change of its slack by that choice alone. */
  readonly a: (row: number, column: number) => bigint;
  /** Right-hand side. */
  readonly b: (row: number) => bigint;
  /** The greatest common divisor of all scores, by trial; 1 when all are zero. */
  readonly divisor: number;
}

export function programOf(round: Loose): NaiveProgram {
  const columns: Pick[] = round.applications.flatMap(picks);
  const all = rows(round);
  const known = all.map((row) => columns.map((column) => row.slack([]) - row.slack([column])));
  const scores = columns.map(({ score }) => Math.abs(score)).filter((score) => score > 0);
  let divisor = scores.length === 0 ? 1 : Math.min(...scores);
  while (scores.some((score) => score % divisor !== 0)) divisor--;
  return {
    columns,
    rows: all,
    a: (row, column) => known[row]![column]!,
    b: (row) => all[row]!.slack([]),
    divisor,
  };
}

/** The columns of each group. */
function groupsOf({ columns, a }: NaiveProgram, absorbed: readonly number[]): number[][] {
  const numbers = columns.map((_, j) => j);
  const names = [...new Set(columns.map(({ application }) => application))];
  let groups = names.map((name) => numbers.filter((j) => columns[j]!.application === name));
  for (const row of absorbed) {
    const isIn = (group: readonly number[]): boolean => group.some((j) => a(row, j) !== 0n);
    if (groups.some(isIn)) groups = [...groups.filter((g) => !isIn(g)), groups.filter(isIn).flat()];
  }
  return groups;
}

/** The states of a group: all its selections that keep the absorbed rows that it is in. */
function statesOf(
  { columns, a, b }: NaiveProgram,
  absorbed: readonly number[],
  group: readonly number[],
): State[] {
  let states: State[] = [[]];
  for (const name of new Set(group.map((j) => columns[j]!.application))) {
    const choices = group.filter((j) => columns[j]!.application === name);
    states = states.flatMap((state) => [state, ...choices.map((j) => [...state, j])]);
  }
  const own = absorbed.filter((row) => group.some((j) => a(row, j) !== 0n));
  return states.filter((state) =>
    own.every((row) => state.reduce((sum, j) => sum + a(row, j), 0n) <= b(row)),
  );
}

/** U of a vector on open states, with d of each state; U is undefined where a group has no open state. */
function evaluate(
  program: NaiveProgram,
  tree: Loose,
  vector: Loose,
  groups: readonly State[][],
): { u: bigint | undefined; d: (state: State) => bigint; scale: bigint } {
  const exponents = new Map<number, number>(tree.exponents);
  const most = Math.max(0, ...exponents.values());
  const scale = 2n ** BigInt(vector.shift + most);
  const y = vector.values.map(
    (value: number, n: number) => BigInt(value) * 2n ** BigInt(most - (exponents.get(vector.rows[n]) ?? 0)),
  );
  const ofColumn = (j: number): bigint =>
    vector.rows.reduce(
      (d: bigint, row: number, n: number) => d - y[n] * program.a(row, j),
      vector.ray ? 0n : scale * BigInt(program.columns[j]!.score),
    );
  const d = (state: State): bigint => state.reduce((sum, j) => sum + ofColumn(j), 0n);
  if (groups.some((states) => states.length === 0)) return { u: undefined, d, scale };
  const u = vector.rows.reduce((sum: bigint, row: number, n: number) => sum + y[n] * program.b(row), 0n);
  return { u: groups.reduce((sum, states) => sum + largest(states.map(d)), u), d, scale };
}

function largest(values: readonly bigint[]): bigint {
  return values.reduce((a, b) => (a > b ? a : b));
}

function proves(program: NaiveProgram, tree: Loose, vector: Loose, groups: readonly State[][]): boolean {
  if (vector.ray === undefined && tree.target === null) return false;
  const { u, scale } = evaluate(program, tree, vector, groups);
  return u === undefined || u < (vector.ray ? 0n : scale * BigInt(tree.target));
}

function closed(program: NaiveProgram, tree: Loose, vector: Loose, groups: readonly State[][]): State[][] {
  const { u, d, scale } = evaluate(program, tree, vector, groups);
  if (u === undefined) return groups as State[][];
  return groups.map((states) => {
    const m = largest(states.map(d));
    return states.filter((state) => u - m + d(state) >= scale * BigInt(tree.target));
  });
}

function split(groups: readonly State[][], column: number, group: number): [State[][], State[][]] {
  const keep = (test: (state: State) => boolean): State[][] =>
    groups.map((states, g) => (g === group ? states.filter(test) : states));
  return [keep((state) => !state.includes(column)), keep((state) => state.includes(column))];
}

const isNatural = (value: Loose): boolean => Number.isSafeInteger(value) && value >= 0;
const isSmall = (value: Loose): boolean => isNatural(value) && value <= 4000;
const isList = (value: Loose, item: (value: Loose) => boolean): boolean =>
  Array.isArray(value) && value.every(item);
const isSet = (value: Loose): boolean => isList(value, isNatural) && new Set(value).size === value.length;
const hasFields = (value: Loose, names: readonly string[]): boolean =>
  value !== null &&
  typeof value === "object" &&
  String(Object.keys(value).sort()) === String([...names].sort());

/** Whether a value has the fields of a certificate, with values of the right types and ranges. */
export function isCertificate(tree: Loose): boolean {
  const isExponent = (pair: Loose): boolean => isList(pair, isSmall) && pair.length === 2;
  const isVector = (vector: Loose): boolean =>
    hasFields(vector, ["shift", "rows", "values", ...(vector?.ray === true ? ["ray"] : [])]) &&
    isSmall(vector.shift) &&
    isSet(vector.rows) &&
    isList(vector.values, (value) => isNatural(value) && value > 0) &&
    vector.values.length === vector.rows.length;
  return (
    hasFields(tree, ["format", "target", "absorbed", "exponents", "vectors", "columns", "tree"]) &&
    tree.format === "voorsprong-tree/1" &&
    (tree.target === null || Number.isSafeInteger(tree.target)) &&
    isSet(tree.absorbed) &&
    String([...tree.absorbed].sort((a, b) => a - b)) === String(tree.absorbed) &&
    isList(tree.exponents, isExponent) &&
    isSet(tree.exponents.map(([row]: number[]) => row)) &&
    isList(tree.vectors, isVector) &&
    isList(tree.columns, isNatural) &&
    isList(tree.tree, isNatural)
  );
}

/** Whether a certificate is a valid proof of its claim. */
export function isProof(program: NaiveProgram, tree: Loose): boolean {
  const isRow = (row: number): boolean => row < program.rows.length;
  const listed = [...tree.absorbed, ...tree.exponents.map(([row]: number[]) => row)];
  if (![...listed, ...tree.vectors.flatMap((v: Loose) => v.rows)].every(isRow)) return false;
  if (!tree.columns.every((j: number) => j < program.columns.length)) return false;
  if (tree.target !== null && tree.target % program.divisor !== 0) return false;
  const members = groupsOf(program, tree.absorbed);
  const all = members.map((group) => statesOf(program, tree.absorbed, group));
  let next = 0;
  const walk = (groups: readonly State[][]): boolean => {
    const number = tree.tree[next++];
    if (number === undefined) return false;
    const k = Math.floor(number / 3);
    if (number % 3 === 0) {
      const column = tree.columns[k];
      if (column === undefined) return false;
      const group = members.findIndex((list) => list.includes(column));
      const [without, having] = split(groups, column, group);
      return walk(without) && walk(having);
    }
    const vector = tree.vectors[k];
    if (vector === undefined) return false;
    if (number % 3 === 2) return proves(program, tree, vector, groups);
    if (vector.ray !== undefined || tree.target === null) return false;
    return walk(closed(program, tree, vector, groups));
  };
  return walk(all) && next === tree.tree.length;
}

/**
 * Makes a valid certificate of a true claim, or undefined where none is found. `choose(n)` gives a number below n.
 *
 * A leaf cites the first vector that proves it, of: no multipliers, and one or two multipliers as they come. Where
 * every group has one open state, one of the first kinds always does: what is left is a single selection, which is
 * worth too little or breaks a row.
 */
export function makeProof(
  program: NaiveProgram,
  target: number | null,
  absorbed: readonly number[],
  choose: (below: number) => number,
): Loose {
  const numbers = program.rows.map((_, i) => i);
  // Long numbers as well as short ones, for multipliers of the same size.
  const long = choose(2) === 0 ? 0 : 20;
  const exponents = numbers.flatMap((i) => (choose(2) === 0 ? [[i, choose(5) + choose(2) * long]] : []));
  const shift = choose(4) + long;
  const any = (): Loose => {
    const used = numbers.filter(() => choose(2) === 0);
    const exponentOf = new Map(exponents as [number, number][]);
    const value = (row: number): number =>
      (1 + choose(40)) * 2 ** (long + ((exponentOf.get(row) ?? 0) < long ? 0 : long)) + choose(2);
    return { shift, rows: used, values: used.map(value) };
  };
  const vectors: Loose[] = [
    ...(target === null ? [] : [{ shift: 0, rows: [], values: [] }, any(), any(), any()]),
    ...numbers.map((row) => ({ ray: true, shift, rows: [row], values: [1 + choose(9)] })),
    { ...any(), ray: true },
  ];
  const tree: Loose = {
    format: "voorsprong-tree/1",
    target,
    absorbed,
    exponents,
    vectors,
    columns: [],
    tree: [],
  };
  const all = groupsOf(program, absorbed).map((group) => statesOf(program, absorbed, group));
  const grow = (groups: readonly State[][]): boolean => {
    const leaf = vectors.findIndex((vector) => proves(program, tree, vector, groups));
    if (leaf >= 0) return tree.tree.push(3 * leaf + 2) > 0;
    const close = 1 + choose(3);
    if (target !== null && choose(3) === 0) {
      tree.tree.push(3 * close + 1);
      const rest = closed(program, tree, vectors[close], groups);
      if (rest.some((states, g) => states.length < groups[g]!.length)) return grow(rest);
    }
    const open = groups.flatMap((states, g) =>
      states.flatMap((state) => state.filter((j) => states.some((s) => !s.includes(j))).map((j) => [j, g])),
    );
    if (open.length === 0) return false;
    const [column, group] = open[choose(open.length)] as [number, number];
    tree.tree.push(3 * tree.columns.length);
    tree.columns.push(column);
    const [without, having] = split(groups, column, group);
    return grow(without) && grow(having);
  };
  return grow(all) ? tree : undefined;
}
