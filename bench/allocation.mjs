/**
 * Decides the same rounds with this engine and with real peers, one after the other, and prints one table.
 *
 *     npm run bench -- allocation [--sizes 1000,5000,27000] [--classes simple,loose,tight] [--seeds 1,2,3] [--limit 60]
 *         [--peers CBC,GLPK,HiGHS,HiGHS (npm),SCIP] [--peer-limit 60]
 *
 * Every row is one whole process: reading the file, solving, and for this engine also the proof, the tie-break, what the
 * other rules give and the explanation of every application. Memory is the peak of the process. "bound" is what the
 * program says no outcome can exceed; ours is recomputed by the verifier.
 */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { generateRound } from "@voorsprong/allocation";
import { mpsOf } from "./lib/mps.mjs";
import { programText } from "./lib/program-file.mjs";
import { rowsOf } from "./lib/rows.mjs";
import { printTable } from "./lib/table.mjs";
import { cbc } from "./peers/cbc.mjs";
import { glpk } from "./peers/glpk.mjs";
import { highsNpm } from "./peers/highs-npm.mjs";
import { highs, scip } from "./peers/python.mjs";
import { check, decide } from "./peers/voorsprong.mjs";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,5000,27000" },
    classes: { type: "string", default: "simple,loose,tight" },
    seeds: { type: "string", default: "1,2,3" },
    limit: { type: "string", default: "60" },
    "peer-limit": { type: "string" },
    peers: { type: "string", default: "CBC,GLPK,HiGHS,HiGHS (npm),SCIP" },
  },
});
const list = (text) => text.split(",").map((part) => part.trim());
const limit = Number(values.limit);
const peerLimit = Number(values["peer-limit"] ?? values.limit);

const peers = [];
for (const peer of [cbc, glpk, highs, highsNpm, scip]) {
  if (!list(values.peers).includes(peer.name)) continue;
  if (await peer.isThere()) peers.push(peer);
  else console.log(`${peer.name} is missing: install ${peer.package} to have it in the table`);
}

const fixed = (value, digits = 1) => (value === null ? "–" : value.toFixed(digits));
const whole = (value) => (value === null ? "–" : value.toLocaleString("en"));

function line(label, name, run, ours) {
  const gap = run.objective === null || run.bound === null ? null : run.bound - run.objective;
  const ratio = ours === undefined ? "" : `${fixed(run.seconds / ours.seconds)}x`;
  const note = run.killed
    ? "killed"
    : run.claimed
      ? "says optimal"
      : run.objective === null
        ? "no solution"
        : "stopped";
  return [
    label,
    name,
    fixed(run.seconds),
    ratio,
    whole(run.objective),
    whole(run.bound),
    whole(gap),
    whole(run.megabytes),
    note,
  ];
}

/** Bytes of the proof in a decision document. */
const proofSize = (file) => JSON.stringify(JSON.parse(readFileSync(file, "utf8")).proof).length;

const rows = [];
const directory = mkdtempSync(join(tmpdir(), "bench-"));
try {
  for (const difficulty of list(values.classes))
    for (const size of list(values.sizes))
      for (const seed of list(values.seeds)) {
        const label = `${difficulty} ${Number(size).toLocaleString("en")} s${seed}`;
        console.error(label);
        const round = generateRound({ n: Number(size), class: difficulty, seed });
        const roundFile = join(directory, "round.json");
        const mpsFile = join(directory, "round.mps");
        const programFile = join(directory, "program.json");
        writeFileSync(roundFile, JSON.stringify(round));
        const scores = round.applications.map(({ score }) => score);
        const program = rowsOf(round);
        writeFileSync(mpsFile, mpsOf(scores, program));
        writeFileSync(programFile, programText(scores, program));
        const ours = await decide(roundFile, limit);
        const verdict = await check(ours.out);
        const row = line(label, "Voorsprong", ours, ours);
        row[8] = `level ${ours.level}; checked in ${fixed(verdict.seconds)} s; document ${fixed(statSync(ours.out).size / 1e6)} MB, proof ${fixed(proofSize(ours.out) / 1e6, 2)} MB`;
        rows.push(row);
        const files = { mps: mpsFile, program: programFile };
        for (const peer of peers) rows.push(line(label, peer.name, await peer.solve(files, peerLimit), ours));
      }
} finally {
  rmSync(directory, { recursive: true });
}

console.log(
  `\n${cpus().length} x ${cpus()[0].model}, Node ${process.versions.node}, limit ${limit} s (peers ${peerLimit} s), one run per row\n`,
);
printTable(["round", "program", "seconds", "to ours", "objective", "bound", "gap", "MB", "note"], rows);
