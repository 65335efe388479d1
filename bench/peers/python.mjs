/**
 * Peers that are Python packages: HiGHS itself (highspy) and SCIP (PySCIPOpt), single-threaded, gap 0 in whole points.
 * `python3 bench/peers/solve.py` runs them; the interpreter is `BENCH_PYTHON` or `python3`.
 */
import { join } from "node:path";
import { measure } from "../lib/measure.mjs";

const python = process.env.BENCH_PYTHON ?? "python3";
const script = join(import.meta.dirname, "solve.py");

function peer(name, solver, wheel) {
  return {
    name,
    package: `the Python package ${wheel} (pip install ${wheel}; BENCH_PYTHON names the interpreter)`,
    async isThere() {
      const { output } = await measure(python, [script, solver], { limit: 60 }).catch(() => ({ output: "" }));
      return output.includes("ready");
    },
    async solve({ mps }, seconds) {
      const run = await measure(python, [script, solver, mps, String(seconds)], { limit: seconds * 2 + 60 });
      const answer = /^\{.*\}$/m.exec(run.output)?.[0];
      return { ...run, objective: null, bound: null, claimed: false, ...(answer ? JSON.parse(answer) : {}) };
    },
  };
}

export const highs = peer("HiGHS", "highs", "highspy");
export const scip = peer("SCIP", "scip", "pyscipopt");
