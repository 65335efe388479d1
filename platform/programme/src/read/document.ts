/** One YAML file: its value, and where in the text each part of that value stands. */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
} from "yaml";
import type { Problem } from "../problem.js";
import { tooDeepAt } from "./depth.js";
import { findFaults } from "./faults.js";
import type { PartText } from "./files.js";

/** Where something stands in a value: keys of mappings and positions in lists. */
export type Path = readonly (string | number)[];

/** A line and a column, from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A parsed file. */
export interface PartDocument {
  readonly file: string;
  readonly value: unknown;
  /** The position of the value at a path; of the nearest thing around it where it is absent. */
  at(path: Path): Position;
  /** The position of a key itself. */
  atKey(path: Path): Position;
  /** The position of a character (from 0) of the text at a path, also where it is quoted or folded over lines. */
  atCharacter(path: Path, character: number): Position;
}

/** Aliases may repeat a text here and there; more than this is an attempt to blow up the file. */
const MAX_ALIASES = 200;

/** Follows an alias to the node it stands for. */
function target(node: unknown, document: Document): Node | null {
  const resolved = isAlias(node) ? node.resolve(document) : node;
  return isNode(resolved) ? resolved : null;
}

/** The pairs of each mapping by key: a file with thousands of wrong keys is searched once, not once per key. */
const pairsOf = new WeakMap<Node, Map<string, Pair>>();

function pairOf(node: Node | null, key: string | number): Pair | null {
  if (!isMap(node)) return null;
  let pairs = pairsOf.get(node);
  if (pairs === undefined) {
    pairs = new Map(
      node.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair]] : [])),
    );
    pairsOf.set(node, pairs);
  }
  return pairs.get(String(key)) ?? null;
}

const offsetOf = (node: unknown): number | null => (isNode(node) ? (node.range?.[0] ?? null) : null);

/** Offset of what stands at `path`: the value, or its key, or the nearest parent that has a place. */
function offsetAt(document: Document, path: Path): number {
  let node = target(document.contents, document);
  let offset = offsetOf(document.contents) ?? 0;
  for (const step of path) {
    if (isSeq(node) && typeof step === "number") {
      const item = node.items[step];
      if (item === undefined) return offset;
      offset = offsetOf(item) ?? offset;
      node = target(item, document);
      continue;
    }
    const pair = pairOf(node, step);
    if (pair === null) return offset;
    // A value that spans lines (a mapping, a list) is shown at its key; a single value at itself.
    const inline = isScalar(pair.value) && pair.value.value !== null;
    offset = offsetOf(inline ? pair.value : pair.key) ?? offset;
    node = target(pair.value, document);
  }
  return offset;
}

/** What stands at a path, with aliases followed; null when nothing does. */
function nodeAt(document: Document, path: Path): Node | null {
  let node = target(document.contents, document);
  for (const step of path) {
    if (isSeq(node) && typeof step === "number") node = target(node.items[step], document);
    else node = target(pairOf(node, step)?.value, document);
  }
  return node;
}

/** Offset of a character of a text. A line end in the file is one character of the text, its indentation is none. */
function offsetAtCharacter(document: Document, written: string, path: Path, character: number): number {
  const node = nodeAt(document, path);
  if (!isScalar(node) || typeof node.value !== "string") return offsetAt(document, path);
  let offset = offsetOf(node) ?? 0;
  const skipIndentation = () => {
    while (written[offset] === " ") offset += 1;
  };
  if (node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE") offset += 1;
  if (node.type === "BLOCK_FOLDED" || node.type === "BLOCK_LITERAL") {
    offset = written.indexOf("\n", offset) + 1;
    skipIndentation();
  }
  for (let passed = 0; passed < character; passed++) {
    const ends = written[offset] === "\n";
    offset += 1;
    if (ends) skipIndentation();
  }
  return offset;
}

function offsetAtKey(document: Document, path: Path): number {
  const parent = path.slice(0, -1);
  const node = nodeAt(document, parent);
  return offsetOf(pairOf(node, path.at(-1) ?? "")?.key) ?? offsetAt(document, parent);
}

/** Parses one file. Decimals stay text, so that no share or percentage passes through a binary fraction. */
export function parsePart(part: PartText): { document: PartDocument | null; problems: Problem[] } {
  const lines = new LineCounter();
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problem = (offset: number, message: string, expected: string): Problem => ({
    file: part.file,
    ...place(offset),
    message,
    expected,
  });
  const isFloat = (tag: unknown): boolean =>
    typeof tag === "object" && tag !== null && "tag" in tag && tag.tag === "tag:yaml.org,2002:float";
  const deep = tooDeepAt(part.text);
  if (deep !== null) {
    lines.addNewLine(0);
    for (const newline of part.text.matchAll(/\n/g)) lines.addNewLine(newline.index + 1);
    const problems = [problem(deep, "this YAML is nested too deeply", "a few levels, as the guide shows")];
    return { document: null, problems };
  }
  try {
    const document = parseDocument(part.text, {
      lineCounter: lines,
      prettyErrors: false,
      // The library compares every key with every other; findFaults finds the same in one walk.
      uniqueKeys: false,
      stringKeys: true,
      customTags: (tags) => tags.filter((tag) => !isFloat(tag)),
    });
    const problems = findFaults(document).map(({ offset, message, expected }) =>
      problem(offset, message, expected),
    );
    if (problems.length > 0) return { document: null, problems };
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    return {
      document: {
        file: part.file,
        value,
        at: (path) => place(offsetAt(document, path)),
        atKey: (path) => place(offsetAtKey(document, path)),
        atCharacter: (path, character) => place(offsetAtCharacter(document, part.text, path, character)),
      },
      problems,
    };
  } catch {
    // Syntax errors are in the document; what the library throws is a limit on how often aliases repeat a text.
    const problems = [problem(0, "the aliases of this YAML repeat too much", "plain YAML, or a few aliases")];
    return { document: null, problems };
  }
}
