/**
 * The tree certificate read as literally and as slowly as possible (docs/formats/tree.md), and a maker of valid
 * trees that are nothing like those of a real search. Shares no code with the verifier.
 */
import { floor, type Loose, lotOf, type NaiveRow, type Pick, picks, rows } from "./naive.js";

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

/** The program of a round, with more rows after its own where there are any. */
export function programOf(round: Loose, more: readonly NaiveRow[] = []): NaiveProgram {
  const columns: Pick[] = round.applications.flatMap(picks);
  const all = [...rows(round), ...more];
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

/** Every selection with at most one column of each application. */
function selectionsOf({ columns }: NaiveProgram): number[][] {
  let all: number[][] = [[]];
  for (const name of new Set(columns.map(({ application }) => application))) {
    const own = columns.flatMap((column, j) => (column.application === name ? [j] : []));
    all = all.flatMap((selection) => [selection, ...own.map((j) => [...selection, j])]);
  }
  return all;
}

/** Left side of a cut for a selection. */
const cutValue = (cut: Loose, selection: readonly number[]): bigint =>
  selection.reduce((sum, j) => sum + BigInt(cut.values[cut.columns.indexOf(j)] ?? 0), 0n);

/** Whether a cut holds for the reason it gives: by trying every selection, or column by column. */
export function isCut(program: NaiveProgram, cut: Loose): boolean {
  if (!cut.columns.every((j: number) => j < program.columns.length)) return false;
  if ("row" in cut)
    return (
      cut.row < program.rows.length &&
      selectionsOf(program)
        .filter((s) => s.reduce((sum, j) => sum + program.a(cut.row, j), 0n) <= program.b(cut.row))
        .every((s) => cutValue(cut, s) <= BigInt(cut.rhs))
    );
  const { rows: numbers, values, divisor } = cut.multipliers;
  if (!numbers.every((i: number) => i < program.rows.length)) return false;
  const rounded = (of: (i: number) => bigint): bigint =>
    floor(
      numbers.reduce((sum: bigint, i: number, n: number) => sum + BigInt(values[n]) * of(i), 0n),
      BigInt(divisor),
    );
  return (
    program.columns.every((_, j) => cutValue(cut, [j]) <= rounded((i) => program.a(i, j))) &&
    BigInt(cut.rhs) >= rounded((i) => program.b(i))
  );
}

/** A program with the cuts of a certificate as rows after its own. */
export function withCuts(program: NaiveProgram, cuts: readonly Loose[]): NaiveProgram {
  const m = program.rows.length;
  return {
    ...program,
    rows: [...program.rows, ...cuts.map((_, k) => ({ ...program.rows[0]!, id: `cut/${k}` }))],
    a: (i, j) => (i < m ? program.a(i, j) : cutValue(cuts[i - m], [j])),
    b: (i) => (i < m ? program.b(i) : BigInt(cuts[i - m].rhs)),
  };
}

/** Cuts of both kinds that hold, the sharpest of their kind. */
export function makeCuts(program: NaiveProgram, choose: (below: number) => number): Loose[] {
  const count = program.columns.length;
  const chosen = program.columns.flatMap((_, j) => (choose(3) > 0 ? [j] : []));
  const row = choose(program.rows.length);
  const values = chosen.map(() => choose(6) - 2 || 3);
  const allowed = selectionsOf(program).filter(
    (s) => s.reduce((sum, j) => sum + program.a(row, j), 0n) <= program.b(row),
  );
  const implied = { row, columns: chosen, values, rhs: 0 };
  const rhs = allowed.map((s) => Number(cutValue(implied, s))).reduce((a, b) => Math.max(a, b), -1);
  const numbers = program.rows.flatMap((_, i) => (choose(2) === 0 ? [i] : []));
  const factors = numbers.map(() => choose(5));
  const divisor = 1 + choose(9);
  const rounded = (of: (i: number) => bigint): number =>
    Number(
      floor(
        numbers.reduce((sum, i, n) => sum + BigInt(factors[n]!) * of(i), 0n),
        BigInt(divisor),
      ),
    );
  const sums = Array.from({ length: count }, (_, j) => rounded((i) => program.a(i, j)));
  const columns = sums.flatMap((value, j) => (value === 0 ? [] : [j]));
  const multipliers = { rows: numbers, values: factors, divisor };
  const sum = {
    multipliers,
    columns,
    values: columns.map((j) => sums[j]!),
    rhs: rounded((i) => program.b(i)),
  };
  return [{ ...implied, rhs }, sum];
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
  const isFactors = (of: Loose): boolean =>
    hasFields(of, ["rows", "values", "divisor"]) &&
    isSet(of.rows) &&
    isList(of.values, isNatural) &&
    of.values.length === of.rows.length &&
    isNatural(of.divisor) &&
    of.divisor > 0;
  const isCutShape = (cut: Loose): boolean =>
    cut !== null &&
    typeof cut === "object" &&
    hasFields(cut, ["row" in cut ? "row" : "multipliers", "columns", "values", "rhs"]) &&
    ("row" in cut ? isNatural(cut.row) : isFactors(cut.multipliers)) &&
    isSet(cut.columns) &&
    String([...cut.columns].sort((a, b) => a - b)) === String(cut.columns) &&
    isList(cut.values, (value) => Number.isSafeInteger(value) && value !== 0 && !Object.is(value, -0)) &&
    cut.values.length === cut.columns.length &&
    Number.isSafeInteger(cut.rhs) &&
    !Object.is(cut.rhs, -0);
  const fields = ["format", "target", "absorbed", "exponents", "vectors", "columns", "tree"];
  return (
    hasFields(tree, tree?.cuts === undefined ? fields : [...fields, "cuts"]) &&
    (tree.cuts === undefined || (isList(tree.cuts, isCutShape) && tree.cuts.length > 0)) &&
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

/** Whether everything that a certificate names exists, and its cuts hold. */
function namesExist(own: NaiveProgram, tree: Loose): boolean {
  const cuts = tree.cuts ?? [];
  const listed = [
    ...tree.exponents.map(([row]: number[]) => row),
    ...tree.vectors.flatMap((v: Loose) => v.rows),
  ];
  return (
    tree.absorbed.every((row: number) => row < own.rows.length) &&
    listed.every((row: number) => row < own.rows.length + cuts.length) &&
    tree.columns.every((j: number) => j < own.columns.length) &&
    (tree.target === null || tree.target % own.divisor === 0) &&
    cuts.every((cut: Loose) => isCut(own, cut))
  );
}

/** Walks subtrees of a certificate: `walk(groups)` reads the next one, `next()` the number of the node after it. */
function walker(program: NaiveProgram, tree: Loose, members: readonly number[][], start: number) {
  let next = start;
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
  return { walk, next: () => next };
}

/** Whether a certificate is a valid proof of its claim. */
export function isProof(own: NaiveProgram, tree: Loose): boolean {
  if (!namesExist(own, tree)) return false;
  const program = withCuts(own, tree.cuts ?? []);
  const members = groupsOf(program, tree.absorbed);
  const { walk, next } = walker(program, tree, members, 0);
  return walk(members.map((group) => statesOf(program, tree.absorbed, group))) && next() === tree.tree.length;
}

/** Numbers of the columns in order of lot: by application, and of one application as they stand. */
function columnsByLot(round: Loose, { columns }: NaiveProgram): number[] {
  const lots = columns.map(({ application }) => lotOf(round, application));
  return columns
    .map((_, j) => j)
    .sort((i, j) => (lots[i]! < lots[j]! ? -1 : lots[i]! > lots[j]! ? 1 : i - j));
}

/** Whether the open states all have a column, or all lack it. */
const isSettled = (groups: readonly State[][], column: number, group: number): boolean =>
  new Set(groups[group]!.map((state) => state.includes(column))).size < 2;

/** Whether a lot tree proves that this selection comes first by lot of all those worth the target. */
export function isLotProof(
  round: Loose,
  own: NaiveProgram,
  tree: Loose,
  selection: readonly Pick[],
): boolean {
  if (!namesExist(own, tree) || tree.target === null) return false;
  const program = withCuts(own, tree.cuts ?? []);
  const members = groupsOf(program, tree.absorbed);
  const groupOf = (j: number): number => members.findIndex((list) => list.includes(j));
  const has = (j: number): boolean =>
    selection.some(
      (p) => p.application === program.columns[j]!.application && p.option === program.columns[j]!.option,
    );
  const asPublished = (groups: readonly State[][], j: number): boolean => {
    const states = groups[groupOf(j)]!;
    return states.length > 0 && states.every((state) => state.includes(j) === has(j));
  };
  const order = columnsByLot(round, program);
  let groups: State[][] = members.map((group) => statesOf(program, tree.absorbed, group));
  for (let n = 0; n < tree.tree.length; ) {
    const k = Math.floor(tree.tree[n] / 3);
    const kind = tree.tree[n] % 3;
    n++;
    if (kind === 2) return false;
    if (kind === 1) {
      if (tree.vectors[k] === undefined || tree.vectors[k].ray !== undefined) return false;
      groups = closed(program, tree, tree.vectors[k], groups);
      continue;
    }
    const column = tree.columns[k];
    if (column === undefined) return false;
    const before = order.slice(0, order.indexOf(column));
    if (!before.every((j) => asPublished(groups, j))) return false;
    const [without, having] = split(groups, column, groupOf(column));
    if (has(column)) groups = having;
    else {
      const { walk, next } = walker(program, tree, members, n);
      if (!walk(having)) return false;
      n = next();
      groups = without;
    }
  }
  return order.every((j) => asPublished(groups, j));
}

/** Makes subtrees of a certificate under construction; see `makeProof`. `choose(n)` gives a number below n. */
function grower(program: NaiveProgram, tree: Loose, choose: (below: number) => number) {
  const { vectors, target } = tree;
  const grow = (groups: readonly State[][]): boolean => {
    const leaf = vectors.findIndex((vector: Loose) => proves(program, tree, vector, groups));
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
  return grow;
}

/**
 * A certificate without nodes: vectors with no multipliers, with one or two as they come, and rays; with cuts now and
 * then. Where every group has one open state, one of the first kinds always proves a leaf: what is left is a single
 * selection, which is worth too little or breaks a row.
 */
function emptyProof(
  own: NaiveProgram,
  target: number | null,
  absorbed: readonly number[],
  choose: (below: number) => number,
): Loose {
  const cuts = choose(2) === 0 ? makeCuts(own, choose) : [];
  const numbers = withCuts(own, cuts).rows.map((_, i) => i);
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
  return {
    format: "voorsprong-tree/1",
    target,
    ...(cuts.length === 0 ? {} : { cuts }),
    absorbed,
    exponents,
    vectors,
    columns: [],
    tree: [],
  };
}

/**
 * Makes a valid certificate of a true claim, or undefined where none is found. `choose(n)` gives a number below n. A
 * leaf cites the first vector that proves it.
 */
export function makeProof(
  own: NaiveProgram,
  target: number | null,
  absorbed: readonly number[],
  choose: (below: number) => number,
): Loose {
  const tree = emptyProof(own, target, absorbed, choose);
  const program = withCuts(own, tree.cuts ?? []);
  const all = groupsOf(program, absorbed).map((group) => statesOf(program, absorbed, group));
  return grower(program, tree, choose)(all) ? tree : undefined;
}

/** Makes a valid lot tree for the selection that comes first by lot of those worth the target. */
export function makeLotProof(
  round: Loose,
  own: NaiveProgram,
  target: number,
  absorbed: readonly number[],
  selection: readonly Pick[],
  choose: (below: number) => number,
): Loose {
  const tree = emptyProof(own, target, absorbed, choose);
  const program = withCuts(own, tree.cuts ?? []);
  const members = groupsOf(program, absorbed);
  const grow = grower(program, tree, choose);
  let groups: State[][] = members.map((group) => statesOf(program, absorbed, group));
  for (const column of columnsByLot(round, program)) {
    const group = members.findIndex((list) => list.includes(column));
    if (choose(3) === 0) {
      const close = 1 + choose(3);
      tree.tree.push(3 * close + 1);
      groups = closed(program, tree, tree.vectors[close], groups);
    }
    // What is settled may be taken all the same.
    if (isSettled(groups, column, group) && choose(4) > 0) continue;
    const { application, option } = program.columns[column]!;
    const has = selection.some((pick) => pick.application === application && pick.option === option);
    tree.tree.push(3 * tree.columns.length);
    tree.columns.push(column);
    const [without, having] = split(groups, column, group);
    if (!has && !grow(having)) return undefined;
    groups = has ? having : without;
  }
  return tree;
}

/** Whether one selection comes before another by lot. */
export function isFirstByLot(
  round: Loose,
  program: NaiveProgram,
  selection: readonly Pick[],
  other: readonly Pick[],
): boolean {
  for (const j of columnsByLot(round, program)) {
    const { application, option } = program.columns[j]!;
    const [a, b] = [selection, other].map((s) =>
      s.some((pick) => pick.application === application && pick.option === option),
    );
    if (a !== b) return a!;
  }
  return false;
}
