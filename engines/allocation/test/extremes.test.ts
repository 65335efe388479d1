/** Rounds at the edges of the format: scores and amounts up to 2^53, and no applications. */
import { decide, generateRound, parseRound, type Round, randomSource } from "@voorsprong/allocation";
import { verifyDecision } from "@voorsprong/verifier";
import { describe, expect, it } from "vitest";
import { isFeasible, scoreOf, selectionsOf } from "./support/naive.js";

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
const bestOf = (round: Round) =>
  Math.max(...[...selectionsOf(round)].filter((each) => isFeasible(round, each)).map(scoreOf));

const drawn = (seed: number, scores: number, amounts: number) => {
  const random = randomSource(`${seed}`);
  return parseRound({
    round: "extremes",
    budgets: [{ id: "b", amount: amounts }],
    applications: Array.from({ length: 7 }, (_, i) => ({
      id: `a${i}`,
      score: Math.floor(random.uniform() * scores),
      amounts: { b: Math.floor(random.uniform() * amounts * 0.6) },
      tags: { t: i % 2 === 0 ? "even" : "odd" },
    })),
    constraints: [{ kind: "share", tag: "t", value: "even", max: "0.600000000001" }],
  });
};

const expectOptimal = async (round: Round) => {
  const decision = await decide(round, { rule: "optimal" });
  expect(decision).toMatchObject({ outcome: { objective: bestOf(round) }, proof: { level: "A", gap: 0 } });
  expect(verifyDecision(plain(decision))).toMatchObject({ valid: true });
};

describe("scores and amounts of every size", () => {
  it.each([
    1e6, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ])("decides as trying every selection does: scores to %d", async (scores) => {
    for (let seed = 0; seed < 60; seed += 1) await expectOptimal(drawn(seed, scores, 100));
  }, 60_000);

  it.each([1e9, 1e12, 1e15])("decides as trying every selection does: amounts to %d", async (amounts) => {
    for (let seed = 0; seed < 30; seed += 1) await expectOptimal(drawn(seed, 100, amounts));
  }, 60_000);

  it("decides with one application that takes all that the format has room for", async () => {
    const most = Number.MAX_SAFE_INTEGER;
    for (const amount of [most, most - 1])
      await expectOptimal(
        parseRound({
          round: "most",
          budgets: [{ id: "b", amount }],
          applications: [
            { id: "A", score: most - 1, amounts: { b: most } },
            { id: "B", score: -1, amounts: { b: 0 } },
          ],
        }),
      );
  });
});

it("lets an error of the caller's listener through, unchanged", async () => {
  const stop = new Error("enough");
  // From here on it is a search that calls, in the middle of its run.
  const onProgress = ({ phase }: { phase: string }) => {
    if (phase === "search") throw stop;
  };
  const round = generateRound({ n: 6000, class: "strong", seed: "listener" });
  await expect(decide(round, { rule: "optimal", onProgress })).rejects.toBe(stop);
}, 60_000);

describe("no applications", () => {
  const empty = { round: "empty", budgets: [{ id: "b", amount: 1 }], applications: [] };

  it.each(["optimal", "ranking"] as const)("awards nothing, proven: %s", async (rule) => {
    const decision = await decide(parseRound(empty), { rule });
    expect(decision).toMatchObject({
      outcome: { status: "decided", awards: [], objective: 0 },
      proof: { level: "A", bound: 0 },
      explanations: [],
    });
    expect(verifyDecision(plain(decision))).toMatchObject({ valid: true, level: "A" });
  });

  it.each([
    { kind: "count", tag: "t", value: "x", min: 1 },
    { kind: "amount", tag: "t", value: "x", min: 5 },
    { kind: "share", tag: "t", value: "x", min: "0.1", of: "budget" },
  ])("is impossible under a minimum, which is named: $kind", async (minimum) => {
    const round = parseRound({ ...empty, constraints: [{ ...minimum, max: undefined }] });
    const decision = await decide(round, { rule: "optimal" });
    expect(decision.outcome).toEqual({ status: "infeasible", conflict: ["limit/0/min"] });
    expect(verifyDecision(plain(decision))).toMatchObject({ valid: true, level: "A" });
  });
});
