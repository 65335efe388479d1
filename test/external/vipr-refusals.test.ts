/** The second checker is worth something only if it refuses what is wrong. */
import { type Decision, decide, parseRound, randomSource, viprOf } from "@voorsprong/allocation";
import { beforeAll, describe, expect, it } from "vitest";
import { checkVipr, hasChecker } from "./vipr-checker.js";

/** The example of the specification: least x + y with 4x + y >= 1, 4x - y <= 2, both whole. */
const example = `% x + y
VER 1.1
VAR 2
x y
INT 2
0 1
OBJ min
2  0 1  1 1
CON 2 0
C1 G 1  2  0 4  1 1
C2 L 2  2  0 4  1 -1
RTP range 1 1
SOL 2
feas 2  0 1  1 2
opt 1  1 1
DER 4
C3 G -1/2  1  1 1   { lin 2  0 1/2  1 -1/2 } 3
C4 G 0     1  1 1   { rnd 1  2 1 } 4
C5 G 1/4   OBJ     { lin 2  0 1/4  3 3/4 } 5
C6 G 1     OBJ     { rnd 1  4 1 } 0
`;

/** Two branches: x + y with 2x + 2y = 3 has no whole solution from 0 to 1. */
const split = `VER 1.0
VAR 2
x y
INT 2
0 1
OBJ max
0
CON 5 4
lx G 0 1 0 1
ly G 0 1 1 1
ux L 1 1 0 1
uy L 1 1 1 1
row E 3 2 0 2 1 2
RTP infeas
SOL 0
DER 8
a0 L 0 1 0 1 { asm } 12
y1 G 3 1 1 2 { lin 2 4 1 5 -2 } 7
f0 L -1 0 { lin 2 3 2 6 -1 } 12
a1 G 1 1 0 1 { asm } 12
y2 L 1 1 1 2 { lin 2 4 1 8 -2 } 10
y3 L 0 1 1 1 { rnd 1 9 1/2 } 11
f1 G 1 0 { lin 3 4 1 2 -2 10 -2 } 12
f G 1 0 { uns 7 5 11 8 } -1
`;

const swap = (text: string, from: string, to: string) => {
  expect(text).toContain(from);
  return text.replace(from, to);
};

describe.skipIf(!hasChecker)("the second checker", () => {
  it("accepts the example of the specification, and a split", () => {
    expect(checkVipr([example, split])).toEqual([
      "accepted: the optimum is from 1 to 1",
      "accepted: there is no solution",
    ]);
  });

  it.each([
    ["a bound that was not proven", "RTP range 1 1", "RTP range 2 2"],
    ["a bound that no solution reaches", "RTP range 1 1", "RTP range 1 1/2"],
    ["another claim", "RTP range 1 1", "RTP infeas"],
    ["a solution that breaks a constraint", "opt 1  1 1", "opt 1  0 1"],
    ["a solution that is not whole", "opt 1  1 1", "opt 2  1 1  0 1/8"],
    ["a multiplier of the wrong sign", "lin 2  0 1/2  1 -1/2", "lin 2  0 1/2  1 1/2"],
    ["a right side that does not follow", "C5 G 1/4", "C5 G 1/3"],
    ["a rounding too far", "C4 G 0", "C4 G 1"],
    ["a left side that does not follow", "C3 G -1/2  1  1 1", "C3 G -1/2  1  0 1"],
    ["the other sense", "C6 G 1 ", "C6 L 1 "],
    ["a line that comes later", "rnd 1  4 1", "rnd 1  5 1"],
    ["a line that was to be forgotten", "1/2  1 -1/2 } 3", "1/2  1 -1/2 } 2"],
    ["a line that another program should complete", "lin 2  0 1/4  3 3/4", "lin weak { 0 } 2  0 1/4  3 3/4"],
    ["a number of lines that is too large", "DER 4", "DER 5"],
    ["a number of lines that is too small", "DER 4", "DER 3"],
    ["an unknown reason", "{ rnd 1  4 1 }", "{ obvious }"],
    ["a rounding of what is not whole", "INT 2\n0 1", "INT 1\n0"],
    ["a division by zero", "C5 G 1/4", "C5 G 1/0"],
  ])("refuses %s", (_, from, to) => {
    expect(checkVipr([swap(example, from, to)])).toEqual([expect.stringMatching(/^refused: /)]);
  });

  it.each([
    ["assumptions that are not the sides of their lines", "uns 7 5 11 8", "uns 7 8 11 5"],
    ["one side twice", "uns 7 5 11 8", "uns 7 5 7 5"],
    ["sides with room between them", "a1 G 1 1 0 1", "a1 G 2 1 0 1"],
    ["sides of different columns", "a1 G 1 1 0 1", "a1 G 1 1 1 1"],
    ["an assumption that is left", "f G 1 0 { uns 7 5 11 8 } -1", "f G 1 0 { lin 1 11 1 } -1"],
    ["the last line missing", "f G 1 0 { uns 7 5 11 8 } -1\n", ""],
  ])("refuses a split with %s", (_, from, to) => {
    const text = swap(split, from, to).replace("DER 8", to === "" ? "DER 7" : "DER 8");
    expect(checkVipr([text])).toEqual([expect.stringMatching(/^refused: /)]);
  });
});

describe.skipIf(!hasChecker)("changed proofs", () => {
  let decision: Decision;
  let text: string;
  beforeAll(async () => {
    const random = randomSource("vipr");
    const round = parseRound({
      round: "eleven",
      budgets: [
        { id: "b", amount: 260 },
        { id: "c", amount: 240 },
      ],
      applications: Array.from({ length: 11 }, (_, k) => ({
        id: `A${k}`,
        score: 20 + random.below(30),
        amounts: { b: 30 + random.below(60), c: 20 + random.below(70) },
        tags: { region: [k % 2 === 0 ? "north" : "south"] },
      })),
      constraints: [
        { kind: "share", tag: "region", value: "north", min: "0.45", max: "0.55" },
        { kind: "at-most-one", applications: ["A1", "A4"] },
        { kind: "requires", application: "A2", needs: "A7" },
      ],
    });
    decision = await decide(round, { rule: "optimal" });
    text = [...viprOf(decision)].join("");
  });

  it("with a derived line left out are refused, wherever it stood", () => {
    expect(decision.proof.tree?.tree.length).toBeGreaterThan(5);
    const lines = text.split("\n");
    const first = lines.findIndex((line) => line.startsWith("DER ")) + 1;
    const count = lines.length - 1 - first;
    const without = Array.from({ length: count }, (_, k) =>
      lines
        .toSpliced(first + k, 1)
        .with(first - 1, `DER ${count - 1}`)
        .join("\n"),
    );
    for (const answer of checkVipr(without)) expect(answer).toMatch(/^refused: /);
  });

  it("with any number changed are refused, or what they then say is true", () => {
    const numbers = [...text.matchAll(/(?<= )-?\d+(?=[\s/])/g)];
    const start = text.indexOf("VER 1.1") + 8;
    const mutants = numbers
      .filter(({ index }) => index > start)
      .flatMap(({ 0: number, index }) =>
        [1n, -1n].map(
          (step) => text.slice(0, index) + (BigInt(number) + step) + text.slice(index + number.length),
        ),
      );
    const answers = checkVipr(mutants);
    let accepted = 0;
    answers.forEach((answer, k) => {
      if (answer.startsWith("refused: ")) return;
      accepted += 1;
      expect([answer, mutants[k]]).toEqual([truthOf(mutants[k]!), mutants[k]]);
    });
    // Some numbers may change: the right side of a limit that does not matter, the last use of a line.
    expect(accepted).toBeGreaterThan(0);
    expect(accepted).toBeLessThan(mutants.length / 5);
  }, 240_000);
});

/** The answer that is right for a file over columns from 0 to 1, by trying every selection on its section CON. */
function truthOf(text: string): string {
  const words = text.slice(text.indexOf("VER 1.1")).split(/\s+/);
  let at = words.indexOf("OBJ") + 2;
  const columns = Number(words[3]);
  const vector = () => {
    const values = new Array<bigint>(columns).fill(0n);
    for (let size = Number(words[at++]); size > 0; size--) {
      values[Number(words[at]!)] = BigInt(words[at + 1]!);
      at += 2;
    }
    return values;
  };
  const objective = vector();
  const count = Number(words[at + 1]);
  at += 3;
  const rows = Array.from({ length: count }, () => {
    const [, sense, rhs] = words.slice(at, at + 3);
    at += 3;
    return { sense, rhs: BigInt(rhs!), values: vector() };
  });
  const [lower, upper] = words.slice(at + 2, at + 4);
  const sum = (values: readonly bigint[], selection: number) =>
    values.reduce((total, value, column) => total + (selection & (1 << column) ? value : 0n), 0n);
  let best: bigint | null = null;
  for (let selection = 0; selection < 1 << columns; selection++) {
    const holds = rows.every(({ sense, rhs, values }) =>
      sense === "L" ? sum(values, selection) <= rhs : sum(values, selection) >= rhs,
    );
    const value = sum(objective, selection);
    if (holds && (best === null || value > best)) best = value;
  }
  const isTrue = best !== null && BigInt(lower!) <= best && best <= BigInt(upper!);
  return isTrue ? `accepted: the optimum is from ${lower} to ${upper}` : `the optimum is ${best}`;
}
