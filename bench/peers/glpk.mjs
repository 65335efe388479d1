/** GLPK (Debian package glpk-utils) with cuts. It may run past its time limit; it is killed at twice the limit. */
import { isThere, measure } from "../lib/measure.mjs";

export const glpk = {
  name: "GLPK",
  package: "the Debian package glpk-utils",
  isThere: () => isThere("glpsol"),
  async solve({ mps }, seconds) {
    const args = ["--mps", mps, "--cuts", "--tmlim", String(seconds)];
    const run = await measure("glpsol", args, { limit: seconds * 2 + 30 });
    // Progress lines: "+ 1234: mip =  -1.0e+03 >=  -1.1e+03 ...": best solution, then bound of the minimisation (or an empty tree).
    const lines = [...run.output.matchAll(/^\+\s*\d+: mip =\s+(\S.*?)\s+>=\s+(-?[\d.e+]+|tree is empty)/gm)];
    const last = lines.at(-1);
    const objective = last === undefined || last[1] === "not found yet" ? null : -Math.round(Number(last[1]));
    const finished = /INTEGER OPTIMAL SOLUTION FOUND/.test(run.output);
    const bound = finished ? objective : last === undefined ? null : Math.floor(-Number(last[2]) + 1e-6);
    return { ...run, objective, bound, claimed: finished };
  },
};
