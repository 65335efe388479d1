/** Deciding in a thread: the same decision as the engine gives, and an end to it whatever happens. */
import { canonicalText, decide, generateRound } from "@voorsprong/allocation";
import { type DecideProgress, decideInWorker, ThreadFailure } from "@voorsprong/instruments";
import { verifyDecision } from "@voorsprong/verifier";
import { describe, expect, it } from "vitest";

const small = generateRound({ n: 50, class: "loose", seed: "thread" });
const large = generateRound({ n: 6_000, class: "tight", seed: "thread" });

describe("decideInWorker", () => {
  it.each([
    "optimal",
    "ranking",
  ] as const)("gives the bytes of the engine under the rule %s", async (rule) => {
    const progress: DecideProgress[] = [];
    const decided = await decideInWorker(canonicalText(small), {
      rule,
      timeLimitSeconds: 60,
      onProgress: (each) => progress.push(each),
    });
    expect(decided.document).toBe(canonicalText(await decide(small, { rule, timeLimit: 60 })));
    expect(decided.figures).toMatchObject({
      hash: decided.decision.hash,
      rule,
      level: decided.decision.proof.level,
    });
    expect(progress[0]).toEqual({ phase: "reading", objective: null, bound: null });
    expect(progress.map(({ phase }) => phase)).toEqual(expect.arrayContaining(["bound", "search"]));
    const objectives = progress.flatMap(({ objective }) => objective ?? []);
    expect(objectives).toEqual(objectives.toSorted((a, b) => a - b));
    expect(objectives.length).toBeGreaterThan(0);
  });

  it("ends a search that does not keep its limit, and decides by what was found until then", async () => {
    const decided = await decideInWorker(canonicalText(large), {
      rule: "ranking",
      timeLimitSeconds: 0.05,
      graceSeconds: 0,
    });
    // The search for the optimum beside it was ended before it found anything.
    expect(decided.decision.outcome.status).toBe("decided");
    expect(decided.decision.comparisons.map(({ rule }) => rule)).not.toContain("optimal");
    expect(verifyDecision(JSON.parse(decided.document))).toMatchObject({ valid: true });
  });

  it("says so when time was up before anything was found", async () => {
    await expect(
      decideInWorker(canonicalText(large), { rule: "optimal", timeLimitSeconds: 0.001, graceSeconds: 0 }),
    ).rejects.toMatchObject({ name: "Refusal", kind: "unusable" });
  });

  it("ends at once when aborted, with the reason", async () => {
    const abort = new AbortController();
    const reason = new Error("not any more");
    const deciding = decideInWorker(canonicalText(large), {
      rule: "optimal",
      timeLimitSeconds: 600,
      signal: abort.signal,
      onProgress: ({ phase }) => {
        if (phase === "bound") abort.abort(reason);
      },
    });
    await expect(deciding).rejects.toBe(reason);
    await expect(
      decideInWorker(canonicalText(small), { rule: "optimal", timeLimitSeconds: 1, signal: abort.signal }),
    ).rejects.toBe(reason);
  });

  it("outlives a thread that needs too much memory, and one that breaks down", async () => {
    const hungry = decideInWorker(canonicalText(large), {
      rule: "optimal",
      timeLimitSeconds: 60,
      heapMegabytes: 10,
    });
    await expect(hungry).rejects.toBeInstanceOf(ThreadFailure);
    await expect(hungry).rejects.toMatchObject({ outOfMemory: true });
    await expect(
      decideInWorker("this is no round", { rule: "optimal", timeLimitSeconds: 1 }),
    ).rejects.toBeInstanceOf(ThreadFailure);
  });
});
