/** Reading a tree certificate (docs/formats/tree.md, "The document"): everything that needs no arithmetic. */
import { readCuts } from "./cut-shape.js";
import type { Json } from "./json.js";
import { at, refuse } from "./refusal.js";
import { ascendingNumbers, type Fields, fields, listOf, natural, nullOr, oneOf, whole } from "./shape.js";
import type { Tree, TreeVector } from "./types.js";

/** Larger shifts and exponents are refused: no honest proof needs them, and numbers of that size cost time. */
const MAX_POWER = 4_000;

/** What a node of the tree is, by its number modulo 3. */
export const NODE = { branch: 0, close: 1, leaf: 2 } as const;

/** The number of branches and leaves of a tree. */
export interface TreeFigures {
  readonly branches: number;
  readonly leaves: number;
}

/** Reads the certificate: its fields, its numbers, and lists that name nothing twice. */
export function readTree(value: Json, where: string): Tree {
  const names = ["format", "target", "absorbed", "exponents", "vectors", "columns", "tree"];
  const tree = fields(value, where, names, ["cuts"]);
  tree.get("format", oneOf(["voorsprong-tree/1"]));
  return {
    target: tree.get("target", nullOr(whole)),
    cuts: tree.has("cuts") ? tree.get("cuts", readCuts) : [],
    absorbed: tree.get("absorbed", ascendingNumbers),
    exponents: tree.get("exponents", readExponents),
    vectors: tree.get("vectors", listOf(readVector)),
    columns: tree.get("columns", listOf(natural)),
    nodes: tree.get("tree", listOf(natural)),
  };
}

function readExponents(value: Json, where: string): ReadonlyMap<number, number> {
  const exponents = new Map<number, number>();
  for (const [n, pair] of listOf(listOf(natural))(value, where).entries()) {
    const place = at(where, n);
    if (pair.length !== 2)
      refuse(place, "Hier horen een rij en een exponent.", "Expected a row and an exponent.");
    const [row, exponent] = pair as [number, number];
    if (exponents.has(row)) refuse(place, `Rij ${row} staat er dubbel.`, `Row ${row} is doubled.`);
    exponents.set(row, smallPower(exponent, place));
  }
  return exponents;
}

function readVector(value: Json, where: string): TreeVector {
  const vector: Fields = fields(value, where, ["shift", "rows", "values"], ["ray"]);
  const isTrue = (ray: Json, place: string): void => {
    if (ray !== true) refuse(place, "Hier hoort true te staan.", "Expected true.");
  };
  if (vector.has("ray")) vector.get("ray", isTrue);
  const rows = vector.get("rows", listOf(natural));
  const values = vector.get("values", listOf(natural));
  if (rows.length !== values.length)
    refuse(
      at(where, "values"),
      `Er horen ${rows.length} waarden te staan.`,
      `There should be ${rows.length} values.`,
    );
  if (new Set(rows).size < rows.length)
    refuse(at(where, "rows"), "Een rij staat er dubbel.", "A row is doubled.");
  if (values.includes(0))
    refuse(at(where, "values"), "Elke waarde moet groter dan nul zijn.", "Every value must be above zero.");
  const shift = vector.get("shift", (number, place) => smallPower(natural(number, place), place));
  return { ray: vector.has("ray"), shift, rows, values };
}

function smallPower(power: number, where: string): number {
  if (power > MAX_POWER)
    refuse(where, `Dit getal is groter dan ${MAX_POWER}.`, `This number is above ${MAX_POWER}.`);
  return power;
}

/**
 * Checks that every row and column that a certificate names exists. Its cuts are rows after those of the program, and
 * are never absorbed.
 *
 * @throws {Refusal} naming the first place that is wrong.
 */
export function checkTreeNames(
  tree: Tree,
  size: { readonly rows: number; readonly columns: number },
  where: string,
): void {
  const row = (number: number, rows: number, place: string): void => {
    if (number >= rows) refuse(place, `Er is geen rij ${number}.`, `There is no row ${number}.`);
  };
  const all = size.rows + tree.cuts.length;
  for (const [n, number] of tree.absorbed.entries()) row(number, size.rows, `${where}/absorbed/${n}`);
  let pair = 0;
  for (const number of tree.exponents.keys()) row(number, all, `${where}/exponents/${pair++}`);
  for (const [k, { rows }] of tree.vectors.entries())
    for (const [n, number] of rows.entries()) row(number, all, `${where}/vectors/${k}/rows/${n}`);
  for (const [k, column] of tree.columns.entries())
    if (column >= size.columns)
      refuse(`${where}/columns/${k}`, `Er is geen kolom ${column}.`, `There is no column ${column}.`);
}

/** One node of a tree: its kind (see `NODE`), and the number of the column or vector it names. */
export interface Node {
  readonly kind: number;
  readonly k: number;
}

/**
 * Reads node number `n`: of a kind that the target allows, naming a column or vector that exists.
 *
 * @throws {Refusal} naming the node.
 */
export function nodeAt(tree: Tree, n: number, where: string): Node {
  const number = tree.nodes[n];
  if (number === undefined) return refuse(`${where}/tree`, "De boom is niet af.", "The tree is incomplete.");
  const place = `${where}/tree/${n}`;
  const k = Math.floor(number / 3);
  const kind = number % 3;
  if (kind === NODE.branch) {
    if (k >= tree.columns.length)
      refuse(place, `De lijst columns heeft geen nummer ${k}.`, `The list columns has no number ${k}.`);
    return { kind, k };
  }
  const vector = tree.vectors[k];
  if (vector === undefined)
    return refuse(place, `De lijst vectors heeft geen nummer ${k}.`, `The list vectors has no number ${k}.`);
  if (!vector.ray && tree.target === null)
    refuse(
      place,
      "Zonder doel mag de boom hier alleen een straal noemen.",
      "Without a target the tree may only cite a ray here.",
    );
  if (kind === NODE.close && vector.ray)
    refuse(place, "Een straal kan geen toestanden sluiten.", "A ray cannot close states.");
  return { kind, k };
}
