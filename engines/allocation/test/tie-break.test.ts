/** The tie-break in rounds: steps of money, and seeds that are drawn by the ledger. */
import { createHash } from "node:crypto";
import { commitmentOf, drawn, hashRound, parseRound, RoundError, undrawn } from "@voorsprong/allocation";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const hex = (text: string) => createHash("sha256").update(text).digest("hex");
const entry = `sha256:${hex("an entry")}`;
const secret = "a secret";
const commitment = `sha256:${hex(secret)}`;
const seed = hex(`${secret}\n${entry}`);

const roundWith = (tieBreak: unknown) =>
  parseRound({ round: "draw", budgets: [{ id: "b", amount: 1 }], applications: [], tieBreak });

function pathsOf(tieBreak: unknown): readonly string[] {
  try {
    roundWith(tieBreak);
  } catch (error) {
    if (error instanceof RoundError) return error.issues.map(({ path }) => path);
    throw error;
  }
  return [];
}

describe("the tie-break", () => {
  it("writes out the seed that follows from the draw", () => {
    expect(roundWith({ draw: { commitment } }).tieBreak).toEqual({ seed: "", draw: { commitment } });
    const after = { seed, draw: { commitment, secret, entry } };
    expect(roundWith({ draw: after.draw }).tieBreak).toEqual(after);
    expect(roundWith(after).tieBreak).toEqual(after);
    expect(roundWith({ money: { step: 100 }, seed: "s" }).tieBreak).toEqual({
      seed: "s",
      money: { step: 100 },
    });
  });

  it.each<[string, unknown, string]>([
    ["a step of nothing", { money: { step: 0 } }, "/tieBreak/money/step"],
    ["a step that is not whole", { money: { step: 0.5 } }, "/tieBreak/money/step"],
    ["no step", { money: {} }, "/tieBreak/money/step"],
    ["an unknown field of the money", { money: { step: 1, of: 2 } }, "/tieBreak/money/of"],
    ["a seed before the draw", { seed: "s", draw: { commitment } }, "/tieBreak/seed"],
    ["another seed than is drawn", { seed: "", draw: { commitment, secret, entry } }, "/tieBreak/seed"],
    ["another secret", { draw: { commitment, secret: "b", entry } }, "/tieBreak/draw/commitment"],
    ["a secret without an entry", { draw: { commitment, secret } }, "/tieBreak/draw/entry"],
    ["an entry without a secret", { draw: { commitment, entry } }, "/tieBreak/draw/secret"],
    ["no commitment", { draw: {} }, "/tieBreak/draw/commitment"],
    [
      "a commitment in capitals",
      { draw: { commitment: commitment.toUpperCase() } },
      "/tieBreak/draw/commitment",
    ],
    ["an entry that is no hash", { draw: { commitment, secret, entry: "7" } }, "/tieBreak/draw/entry"],
  ])("refuses %s at its place", (_, tieBreak, path) => {
    expect(pathsOf(tieBreak)).toEqual([path]);
  });

  it("draws a round and takes the draw back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (text) => {
        const before = roundWith({ money: { step: 5 }, draw: { commitment: commitmentOf(text) } });
        const after = drawn(before, text, entry);
        expect(after.tieBreak.seed).toBe(hex(`${text}\n${entry}`));
        expect(parseRound(after)).toEqual(after);
        expect(hashRound(undrawn(after))).toBe(hashRound(before));
        expect(() => drawn(before, `${text}!`, entry)).toThrow(RangeError);
      }),
    );
    const plain = roundWith({ seed: "published" });
    expect(undrawn(plain)).toEqual(plain);
    expect(() => drawn(plain, secret, entry)).toThrow(RangeError);
  });
});
