/** CBC (Debian package coinor-cbc), single-threaded, gap 0 in whole points. */
import { isThere, measure } from "../lib/measure.mjs";

export const cbc = {
  name: "CBC",
  package: "the Debian package coinor-cbc",
  isThere: () => isThere("cbc"),
  async solve({ mps }, seconds) {
    const args = [
      mps,
      "-seconds",
      String(seconds),
      "-timeMode",
      "elapsed",
      "-ratio",
      "0",
      "-allow",
      "0.999",
      "-solve",
      "-quit",
    ];
    const run = await measure("cbc", args, { limit: seconds * 2 + 30 });
    const value = (pattern) => {
      const found = pattern.exec(run.output)?.[1];
      return found === undefined ? null : -Number(found);
    };
    const objective = value(/^Objective value:\s+(-?[\d.e+]+)/m);
    const finished = /Result - Optimal solution found/.test(run.output);
    const bound = finished ? objective : value(/^Lower bound:\s+(-?[\d.e+]+)/m);
    return { ...run, objective, bound: bound === null ? null : Math.floor(bound + 1e-6), claimed: finished };
  },
};
