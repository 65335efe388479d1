/** What an expression looks at, read from its tree; and what evaluating it can cost at most. */
import type { ASTNode } from "@marcbachmann/cel-js";
import { MOST_ROWS } from "../reading/read-schema.js";

/** The functions that walk through a list. */
const WALKS = new Set(["all", "exists", "exists_one", "filter", "map"]);

/** Stands for a list that is written out in the expression and so names no value. */
const LITERAL = "(list)";

/** What was found in a tree. */
export interface Reading {
  /** For instance `applicant.employees`, `partners[].kind`, `costs.byYear["2027"]`; in order of first use. */
  readonly paths: readonly string[];
  /** Paths that are only asked whether they are there: `has(answers.plan)`. */
  readonly asked: readonly string[];
  /** Steps that evaluating takes at most. */
  readonly cost: number;
  /** Functions it calls, with their places. */
  readonly calls: readonly { readonly name: string; readonly start: number; readonly end: number }[];
}

/** Reads what an expression looks at. */
export function readTree(tree: ASTNode): Reading {
  const paths = new Set<string>();
  const asked = new Set<string>();
  const calls: { name: string; start: number; end: number }[] = [];
  let cost = 0;

  /** The path that a node names, or null. `bound` holds the variables of the walks around it. */
  function pathOf(node: ASTNode, bound: ReadonlyMap<string, string>): string | null {
    if (node.op === "id") return bound.get(node.args) ?? node.args;
    if (node.op === ".") {
      const [base, name] = node.args;
      const path = pathOf(base, bound);
      return path === null ? null : `${path}.${name}`;
    }
    if (node.op === "[]") {
      const [base, key] = node.args;
      const path = pathOf(base, bound);
      if (path === null) return null;
      if (key.op === "value" && typeof key.args === "string") return `${path}[${JSON.stringify(key.args)}]`;
      return `${path}[]`;
    }
    return null;
  }

  function visit(node: ASTNode, bound: ReadonlyMap<string, string>, factor: number): void {
    cost += factor;
    const path = pathOf(node, bound);
    if (path !== null) {
      paths.add(path);
      if (node.op === "[]" && node.args[1].op !== "value") visit(node.args[1], bound, factor);
      return;
    }
    switch (node.op) {
      case "value":
      case "id":
        return;
      case "call":
        calls.push({ name: node.args[0], start: node.start, end: node.end });
        if (node.args[0] === "has") {
          const path = node.args[1][0] === undefined ? null : pathOf(node.args[1][0], bound);
          if (path !== null) asked.add(path);
        } else for (const each of node.args[1]) visit(each, bound, factor);
        return;
      case "rcall": {
        const [name, receiver, args] = node.args;
        calls.push({ name, start: node.start, end: node.end });
        visit(receiver, bound, factor);
        const variable = args[0];
        if (WALKS.has(name) && variable?.op === "id") {
          const inner = new Map(bound).set(variable.args, `${pathOf(receiver, bound) ?? LITERAL}[]`);
          for (const each of args.slice(1)) visit(each, inner, factor * MOST_ROWS);
        } else for (const each of args) visit(each, bound, factor);
        return;
      }
      case "list":
        for (const each of node.args) visit(each, bound, factor);
        return;
      case "map":
        for (const [key, value] of node.args) {
          visit(key, bound, factor);
          visit(value, bound, factor);
        }
        return;
      case "!_":
      case "-_":
        visit(node.args, bound, factor);
        return;
      default:
        for (const each of node.args) if (typeof each === "object") visit(each as ASTNode, bound, factor);
    }
  }

  visit(tree, new Map(), 1);
  const read = [...paths].filter((path) => !path.startsWith(LITERAL));
  return { paths: read, asked: [...asked].filter((path) => !paths.has(path)), cost, calls };
}
