import { LayoutError, normalise, type ReviewScore } from "@voorsprong/review";
import { describe, expect, it } from "vitest";

const review = (applicationId: string, reviewerId: string, score: number): ReviewScore => ({
  applicationId,
  reviewerId,
  score,
});

describe("normalising lenient and strict reviewers", () => {
  it("takes the strictness of a reviewer off, not the weakness of the applications", () => {
    // S is 1,000 stricter than L on the two they share; L also has a strong one and S a weak one alone.
    const reviews = [
      review("A1", "L", 7_000),
      review("A1", "S", 6_000),
      review("A2", "L", 6_000),
      review("A2", "S", 5_000),
      review("A3", "L", 9_000),
      review("A4", "S", 2_000),
    ];
    const { reviewers, applications } = normalise(reviews, { method: "mean", minimumReviews: 2 });
    expect(reviewers.map(({ reviewerId, effect }) => [reviewerId, effect])).toEqual([
      ["L", 500],
      ["S", -500],
    ]);
    expect(
      applications.map(({ applicationId, raw, normalised }) => [applicationId, raw, normalised]),
    ).toEqual([
      ["A1", 6_500, 6_500],
      ["A2", 5_500, 5_500],
      ["A3", 9_000, 8_500],
      ["A4", 2_000, 2_500],
    ]);
  });

  it("gives each reviewer the mean and deviation of all (z-score)", () => {
    const reviews = [
      review("A1", "L", 8_000),
      review("A2", "L", 9_000),
      review("A3", "S", 1_000),
      review("A4", "S", 4_000),
    ];
    // All: mean 5,500, deviation √(41,000,000 ÷ 3) = 3,696.84…; each reviewer: ± 1/√2 of it around the mean.
    const low = Math.round(5_500 - Math.sqrt(41_000_000 / 3) / Math.SQRT2);
    const high = Math.round(5_500 + Math.sqrt(41_000_000 / 3) / Math.SQRT2);
    const { applications } = normalise(reviews, { method: "z-score", minimumReviews: 2 });
    expect(applications.map(({ normalised }) => normalised)).toEqual([low, high, low, high]);
  });

  it("gives each reviewer the distribution of all (quantile)", () => {
    const reviews = [
      review("A1", "L", 8_000),
      review("A2", "L", 9_000),
      review("A3", "S", 1_000),
      review("A4", "S", 4_000),
    ];
    // Quarter and three quarters of 1,000 4,000 8,000 9,000 lie halfway between neighbours.
    const { applications } = normalise(reviews, { method: "quantile", minimumReviews: 2 });
    expect(applications.map(({ normalised }) => normalised)).toEqual([2_500, 8_500, 2_500, 8_500]);
  });

  it("warns where reviewers share nothing, have too few reviews, or no spread", () => {
    const reviews = [review("A1", "R1", 5_000), review("A2", "R1", 5_000), review("A3", "R2", 7_000)];
    expect(normalise(reviews, { method: "mean", minimumReviews: 2 }).warnings).toEqual([
      {
        kind: "disconnected",
        components: [
          { reviewers: ["R1"], applications: ["A1", "A2"] },
          { reviewers: ["R2"], applications: ["A3"] },
        ],
      },
      { kind: "too-few-reviews", reviewerId: "R2", reviews: 1, minimum: 2 },
    ]);
    const z = normalise(reviews, { method: "z-score", minimumReviews: 2 });
    expect(z.warnings.map(({ kind }) => kind)).toEqual(["no-spread", "too-few-reviews"]);
    expect(z.applications.map(({ change }) => change)).toEqual([0, 0, 0]);
  });

  it("refuses a reviewer who scored an application twice and a broken score", () => {
    const choice = { method: "none", minimumReviews: 2 } as const;
    expect(() => normalise([review("A1", "R1", 1), review("A1", "R1", 2)], choice)).toThrow(
      new LayoutError("R1 scored A1 twice"),
    );
    expect(() => normalise([review("A1", "R1", 1.5)], choice)).toThrow(LayoutError);
  });
});
