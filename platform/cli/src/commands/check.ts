/** `voorsprong check DIR`: every error in a programme, with its place. */
import { statSync } from "node:fs";
import { checkProgramme, formatProblem } from "@voorsprong/programme";
import { UnusableInput } from "../failure.js";
import { print } from "../print.js";

/** Checks a programme; returns 0 when it can be used and 1 when not. @throws UnusableInput when there is no folder. */
export function check(dir: string, options: { json?: boolean }): number {
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory())
    throw new UnusableInput(`${dir}: is not a folder; give the folder that holds programme.yaml`);
  const { programme, problems } = checkProgramme(dir);
  if (options.json) {
    console.log(JSON.stringify({ valid: problems.length === 0, problems }));
  } else if (problems.length > 0) {
    print(...problems.map((problem) => `${dir.replace(/\/$/, "")}/${formatProblem(problem)}`));
    print(`${problems.length} problem${problems.length === 1 ? "" : "s"}`);
  } else if (programme !== undefined) {
    const clauses = programme.points.flatMap((point) => point.clauses).length;
    print(
      `${programme.id}: good. ${programme.points.length} points, ${clauses} clauses, ${programme.funds.length} funds`,
    );
  }
  return problems.length === 0 ? 0 : 1;
}
