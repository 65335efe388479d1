import {
  type Criterion,
  DISCUSSION_RULE,
  discussionReasons,
  krippendorffAlpha,
  outcomeOf,
  ranksOf,
  ScoreError,
  spreadOf,
  totalOf,
} from "@voorsprong/review";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

const criteria: readonly Criterion[] = [
  { id: "quality", weight: 5_000, max: 5, threshold: 3 },
  { id: "impact", weight: 3_000, max: 5 },
  { id: "plan", weight: 2_000, max: 3 },
];

describe("the total of a review", () => {
  it("weighs criteria exactly and rounds once, halves up", () => {
    expect(totalOf(criteria, { quality: 5, impact: 5, plan: 3 })).toBe(10_000);
    expect(totalOf(criteria, { quality: 4, impact: 3, plan: 1 })).toBe(4_000 + 1_800 + 667);
    expect(
      totalOf(
        [
          { id: "one", weight: 5_001, max: 2 },
          { id: "two", weight: 4_999, max: 1 },
        ],
        { one: 1, two: 0 },
      ),
    ).toBe(2_501);
  });

  it("is what fractions over the product of all maxima give", () => {
    const marks = fc.record({
      max: fc.integer({ min: 1, max: 12 }),
      share: fc.integer({ min: 0, max: 100 }),
    });
    fc.assert(
      fc.property(marks, marks, fc.integer({ min: 0, max: 10_000 }), (one, two, weight) => {
        const scores = {
          one: Math.floor((one.max * one.share) / 100),
          two: Math.floor((two.max * two.share) / 100),
        };
        const total = totalOf(
          [
            { id: "one", weight, max: one.max },
            { id: "two", weight: 10_000 - weight, max: two.max },
          ],
          scores,
        );
        const numerator = weight * scores.one * two.max + (10_000 - weight) * scores.two * one.max;
        const denominator = one.max * two.max;
        expect(total).toBe(Math.floor((2 * numerator + denominator) / (2 * denominator)));
      }),
    );
  });

  it("refuses scores that do not fit", () => {
    expect(() => totalOf(criteria, { quality: 6, impact: 1, plan: 1 })).toThrow(
      new ScoreError("criterion quality: 6 is not a whole number from 0 to 5"),
    );
    expect(() => totalOf(criteria, { quality: 5, impact: 1 })).toThrow(
      new ScoreError("criterion plan has no score"),
    );
    expect(() => totalOf(criteria, { quality: 5, impact: 1, plan: 0, more: 1 })).toThrow(
      new ScoreError("there is no criterion more"),
    );
    expect(() => totalOf(criteria.slice(1), { impact: 1, plan: 0 })).toThrow(ScoreError);
  });
});

describe("agreement", () => {
  // Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section C: four observers, twelve units, gaps.
  const observers = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
    [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
  ];
  const units = Array.from({ length: 12 }, (_, u) =>
    observers.map((scores) => scores[u]).filter((score) => typeof score === "number"),
  );

  it("is the published alpha for interval data: 0.849", () => {
    expect(Math.round(krippendorffAlpha(units)! / 10)).toBe(849);
  });

  it("is 1 at full agreement and undefined where nothing can be compared", () => {
    expect(
      krippendorffAlpha([
        [1, 1],
        [5, 5, 5],
      ]),
    ).toBe(10_000);
    expect(krippendorffAlpha([[1], [2]])).toBeNull();
    expect(
      krippendorffAlpha([
        [3, 3],
        [3, 3],
      ]),
    ).toBeNull();
  });

  it("is what the coincidence matrix gives", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 4 }), { maxLength: 6 }),
        (data) => {
          // The second way: coincidences o_ck, marginals n_c, α = 1 − (n − 1) Σ o_ck δ² ÷ Σ n_c n_k δ².
          const coincidences = new Map<string, number>();
          for (const scores of data)
            for (let i = 0; i < scores.length; i += 1)
              for (let j = 0; j < scores.length; j += 1)
                if (i !== j) {
                  const key = `${scores[i]} ${scores[j]}`;
                  coincidences.set(key, (coincidences.get(key) ?? 0) + 1 / (scores.length - 1));
                }
          const marginals = new Map<number, number>();
          for (const [key, count] of coincidences) {
            const value = Number(key.split(" ")[0]);
            marginals.set(value, (marginals.get(value) ?? 0) + count);
          }
          const n = [...marginals.values()].reduce((sum, count) => sum + count, 0);
          let observed = 0;
          for (const [key, count] of coincidences) {
            const [c, k] = key.split(" ").map(Number);
            observed += count * (c! - k!) ** 2;
          }
          let expected = 0;
          for (const [c, nc] of marginals)
            for (const [k, nk] of marginals) expected += nc * nk * (c - k) ** 2;
          const alpha = krippendorffAlpha(data);
          if (expected === 0) expect(alpha).toBeNull();
          else
            expect(Math.abs(alpha! / 10_000 - (1 - ((n - 1) * observed) / expected))).toBeLessThan(0.000051);
        },
      ),
    );
  });
});

describe("the panel", () => {
  it("shows range, deviation and places", () => {
    expect(spreadOf([4_000, 6_000, 8_000])).toEqual({
      reviews: 3,
      lowest: 4_000,
      highest: 8_000,
      range: 4_000,
      deviation: 2_000,
    });
    expect(spreadOf([4_000])).toMatchObject({ range: 0, deviation: null });
    expect(spreadOf([])).toBeNull();
    expect(ranksOf([70, 90, 70, 10])).toEqual([2, 1, 2, 4]);
  });

  it("flags what must be discussed, with the reason", () => {
    const strong = { scores: { quality: 5, impact: 4, plan: 3 }, classes: { WP1: "industrial" } };
    const weak = { scores: { quality: 2, impact: 2, plan: 1 }, classes: { WP1: "experimental" } };
    expect(discussionReasons(criteria, 6_000, 3, [strong, weak], DISCUSSION_RULE)).toEqual([
      { kind: "too-few-reviews", reviews: 2, needed: 3 },
      { kind: "wide-range", range: 9_400 - 3_867 },
      { kind: "threshold-divides" },
      { kind: "criterion-divides", criterion: "quality" },
      { kind: "classification-differs", workPackage: "WP1" },
    ]);
    expect(discussionReasons(criteria, 6_000, 2, [strong, strong], DISCUSSION_RULE)).toEqual([]);
  });

  it("tests thresholds on exact means and on the score that counts", () => {
    const reviews = [
      { quality: 3, impact: 5, plan: 3 },
      { quality: 2, impact: 5, plan: 3 },
    ];
    expect(outcomeOf(criteria, 7_500, { reviews, normalised: 7_499, consensus: null })).toEqual({
      source: "reviews",
      score: 7_499,
      criteria: [
        { id: "quality", mean: 250 },
        { id: "impact", mean: 500 },
        { id: "plan", mean: 300 },
      ],
      passed: false,
      reasons: [
        { kind: "criterion-threshold", criterion: "quality", mean: 250, threshold: 300 },
        { kind: "total-threshold", score: 7_499, threshold: 7_500 },
      ],
    });
    const consensus = { quality: 3, impact: 5, plan: 3 };
    expect(outcomeOf(criteria, 7_500, { reviews, normalised: 7_499, consensus })).toMatchObject({
      source: "consensus",
      score: 8_000,
      passed: true,
      reasons: [],
    });
    expect(outcomeOf(criteria, null, { reviews: [], normalised: null, consensus: null })).toMatchObject({
      passed: false,
      reasons: [{ kind: "no-reviews" }],
    });
  });
});
