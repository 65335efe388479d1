/** The way ties are broken belongs to the rule: a lottery is drawn, and money is counted where outcomes are compared. */
import type { FundFile } from "../assemble.js";
import type { Problem } from "../problem.js";
import { type Part, type Parts, problemAt } from "./parts.js";

function tiesOf({ document, value }: Part<FundFile>): Problem[] {
  const { rule, tieBreak } = value;
  if (rule === undefined || tieBreak === undefined) return [];
  const problems: Problem[] = [];
  const wanted = rule === "lottery" ? "drawn-by-ledger" : "published-before-opening";
  if (tieBreak.seed !== undefined && tieBreak.seed !== wanted) {
    const message = `the seed of the rule \`${rule}\` cannot be \`${tieBreak.seed}\``;
    problems.push(problemAt({ document, path: ["tieBreak", "seed"] }, message, `\`${wanted}\``));
  }
  if (tieBreak.money !== undefined && rule !== "optimal") {
    const message = `the rule \`${rule}\` does not compare outcomes by their money`;
    problems.push(problemAt({ document, path: ["tieBreak", "money"] }, message, "no `money`"));
  }
  return problems;
}

/** The ties of every fund are broken in the way of its rule. */
export function checkTies(parts: Parts): Problem[] {
  return parts.funds.flatMap(tiesOf);
}
