/** `node highs-npm-child.mjs PROGRAM SECONDS`: solves a program file of lib/program-file.mjs and prints a line of JSON. */
import { readFileSync } from "node:fs";
import loadHighs from "highs";

const [file, seconds] = process.argv.slice(2);
const { scores, rows } = JSON.parse(readFileSync(file, "utf8"));
const numCols = scores.length;
const starts = [0];
const indices = [];
const values = [];
for (const { entries } of rows) {
  for (const [j, value] of entries) {
    indices.push(j);
    values.push(value);
  }
  starts.push(indices.length);
}
const model = {
  numCols,
  numRows: rows.length,
  sense: -1,
  colCost: Float64Array.from(scores),
  colLower: new Float64Array(numCols),
  colUpper: new Float64Array(numCols).fill(1),
  integrality: new Int32Array(numCols).fill(1),
  rowLower: new Float64Array(rows.length).fill(Number.NEGATIVE_INFINITY),
  rowUpper: Float64Array.from(rows, ({ bound }) => bound),
  matrix: {
    format: "csr",
    numRows: rows.length,
    numCols,
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
  },
};
const solver = await loadHighs();
solver.withModel(model, (highs) => {
  highs.options.set({
    output_flag: false,
    time_limit: Number(seconds),
    mip_rel_gap: 0,
    mip_abs_gap: 0.999,
  });
  const { modelStatus } = highs.run();
  const found = Number(highs.info.get("primal_solution_status")) === 2;
  const bound = Number(highs.info.get("mip_dual_bound"));
  console.log(
    JSON.stringify({
      objective: found ? Math.round(highs.getObjectiveValue()) : null,
      bound: Number.isFinite(bound) ? Math.floor(bound + 1e-6) : null,
      claimed: modelStatus === 7,
    }),
  );
});
