/** HiGHS compiled to WebAssembly (npm `highs`), single-threaded, gap 0 in whole points, in a process of its own. */
import { join } from "node:path";
import { measure } from "../lib/measure.mjs";

const child = join(import.meta.dirname, "highs-npm-child.mjs");

export const highsNpm = {
  name: "HiGHS (npm)",
  package: "the npm package highs (npm run setup)",
  async isThere() {
    return import("highs").then(
      () => true,
      () => false,
    );
  },
  async solve({ program }, seconds) {
    const run = await measure(process.execPath, [child, program, String(seconds)], {
      limit: seconds * 3 + 60,
    });
    const answer = /^\{.*\}$/m.exec(run.output)?.[0];
    return { ...run, objective: null, bound: null, claimed: false, ...(answer ? JSON.parse(answer) : {}) };
  },
};
