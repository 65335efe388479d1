/**
 * Assigning reviewers to applications, beside a general solver on the same problem.
 *
 *     npm run bench -- review [--sizes 1000x40,5000x100,27000x200] [--reviewers 3] [--conflicts 0.02] [--peer-limit 120]
 *
 * The peer is HiGHS for WebAssembly with the problem as a linear program (assignment problems have whole optima): one
 * column per application and reviewer without a conflict. It is left out where the program has more columns than it can
 * hold. It gets expertise only; ours also evens out the loads and deals every application out.
 */
import { parseArgs } from "node:util";
import { assign, conflictOf, MATCH_MAX, matchOf } from "@voorsprong/review";
import loadHighs from "highs";
import { printTable } from "./lib/table.mjs";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000x40,5000x100,27000x200" },
    reviewers: { type: "string", default: "3" },
    conflicts: { type: "string", default: "0.02" },
    "peer-limit": { type: "string", default: "120" },
  },
});

/** More columns than this do not fit the memory of the WebAssembly build. */
const mostColumns = 1_000_000;

/** Numerical Recipes' linear congruential generator: the same problem for the same seed. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A call: twenty themes, two per application; reviewers know four; 30 % more room than reviews. */
function problemOf(applications, reviewers, needed, conflicts) {
  const next = random(1);
  const theme = () => `t${Math.floor(next() * 20)}`;
  const room = Math.ceil(((applications * needed) / reviewers) * 1.3);
  return {
    applications: Array.from({ length: applications }, (_, k) => ({
      id: `A${String(k).padStart(6, "0")}`,
      reviewers: needed,
      subjects: [...new Set([theme(), theme()])],
      lead: `O${Math.floor(next() * applications)}`,
      partners: [`O${Math.floor(next() * applications)}`],
    })),
    reviewers: Array.from({ length: reviewers }, (_, k) => ({
      id: `R${String(k).padStart(4, "0")}`,
      capacity: room,
      expertise: Object.fromEntries(Array.from({ length: 4 }, () => [theme(), 1 + Math.floor(next() * 3)])),
      organisations: [`O${Math.floor(next() * applications)}`],
    })),
    declared: Array.from({ length: Math.floor(applications * conflicts) }, () => ({
      applicationId: `A${String(Math.floor(next() * applications)).padStart(6, "0")}`,
      reviewerId: `R${String(Math.floor(next() * reviewers)).padStart(4, "0")}`,
    })),
    kept: [],
  };
}

/** The same problem as a linear program; null where it has too many columns. */
function programOf({ applications, reviewers, declared }) {
  if (applications.length * reviewers.length > mostColumns) return null;
  const barred = new Set(declared.map(({ applicationId, reviewerId }) => `${applicationId} ${reviewerId}`));
  const colCost = [];
  const byApplication = applications.map(() => []);
  const byReviewer = reviewers.map(() => []);
  for (const [a, application] of applications.entries())
    for (const [r, reviewer] of reviewers.entries()) {
      if (conflictOf(application, reviewer, barred.has(`${application.id} ${reviewer.id}`)) !== null)
        continue;
      byApplication[a].push(colCost.length);
      byReviewer[r].push(colCost.length);
      colCost.push(MATCH_MAX - matchOf(application, reviewer));
    }
  const rows = [...byApplication, ...byReviewer];
  const starts = [0];
  for (const row of rows) starts.push(starts.at(-1) + row.length);
  const indices = Int32Array.from(rows.flat());
  const free = Number.NEGATIVE_INFINITY;
  return {
    numCols: colCost.length,
    numRows: rows.length,
    sense: 1,
    colCost: Float64Array.from(colCost),
    colLower: new Float64Array(colCost.length),
    colUpper: new Float64Array(colCost.length).fill(1),
    rowLower: Float64Array.from([
      ...applications.map((each) => each.reviewers),
      ...reviewers.map(() => free),
    ]),
    rowUpper: Float64Array.from([
      ...applications.map((each) => each.reviewers),
      ...reviewers.map(({ capacity }) => capacity),
    ]),
    matrix: {
      format: "csr",
      numRows: rows.length,
      numCols: colCost.length,
      starts: Int32Array.from(starts),
      indices,
      values: new Float64Array(indices.length).fill(1),
    },
  };
}

const solver = await loadHighs();

function cpuSeconds(before) {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function solve(program) {
  const before = process.cpuUsage();
  let objective = null;
  solver.withModel(program, (highs) => {
    highs.options.set({ output_flag: false, time_limit: Number(values["peer-limit"]) });
    const { modelStatus } = highs.run();
    if (modelStatus === 7) objective = Math.round(highs.getObjectiveValue());
  });
  return { seconds: cpuSeconds(before), objective };
}

const rows = [];
for (const size of values.sizes.split(",")) {
  const [applications, reviewers] = size.split("x").map(Number);
  const problem = problemOf(applications, reviewers, Number(values.reviewers), Number(values.conflicts));
  // Processor time: other work on the machine does not count.
  const before = process.cpuUsage();
  const { assigned, loads, shortages } = assign(problem);
  const seconds = cpuSeconds(before);
  const mismatch = assigned.reduce((sum, { match }) => sum + MATCH_MAX - match, 0);
  const program = programOf(problem);
  const peer = program === null ? null : solve(program);
  rows.push([
    `${applications.toLocaleString("en")} × ${reviewers}`,
    assigned.length.toLocaleString("en"),
    shortages.length,
    Math.max(...loads.map(({ load }) => load)),
    mismatch.toLocaleString("en"),
    seconds.toFixed(2),
    peer === null ? "too large" : (peer.objective?.toLocaleString("en") ?? "stopped"),
    peer === null ? "–" : peer.seconds.toFixed(2),
  ]);
}
printTable(
  [
    "applications × reviewers",
    "reviews",
    "shortages",
    "largest load",
    "mismatch",
    "processor seconds",
    "HiGHS mismatch",
    "HiGHS processor seconds",
  ],
  rows,
);
