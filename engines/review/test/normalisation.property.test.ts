import { type NormalisationMethod, normalise, type ReviewScore } from "@voorsprong/review";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

const reviewsOf = (applications: number, reviewers: number) =>
  fc
    .array(fc.tuple(fc.nat(applications - 1), fc.nat(reviewers - 1), fc.integer({ min: 0, max: 10_000 })), {
      minLength: 1,
      maxLength: 60,
    })
    .map((triples) => {
      const seen = new Map<string, ReviewScore>();
      for (const [a, r, score] of triples)
        seen.set(`${a} ${r}`, { applicationId: `A${a}`, reviewerId: `R${r}`, score });
      return [...seen.values()];
    });

/**
 * Least squares another way: set reviewers to what is left of applications and applications to what is left of reviewers,
 * in turn, until nothing moves (backfitting); then the shift that keeps the mean of each part.
 */
function effectsByTurns(reviews: readonly ReviewScore[]): Map<string, number> {
  const application = new Map(reviews.map(({ applicationId }) => [applicationId, 0]));
  const reviewer = new Map(reviews.map(({ reviewerId }) => [reviewerId, 0]));
  const part = new Map([...reviewer.keys()].map((id) => [id, id]));
  for (let turn = 0; turn < 200_000; turn += 1) {
    let moved = 0;
    for (const [own, other, key, otherKey] of [
      [application, reviewer, "applicationId", "reviewerId"],
      [reviewer, application, "reviewerId", "applicationId"],
    ] as const)
      for (const id of own.keys()) {
        const mine = reviews.filter((review) => review[key] === id);
        const value =
          mine.reduce((sum, review) => sum + review.score - other.get(review[otherKey])!, 0) / mine.length;
        moved = Math.max(moved, Math.abs(value - own.get(id)!));
        own.set(id, value);
      }
    if (moved < 1e-7) break;
  }
  for (let turn = 0; turn < reviewer.size; turn += 1)
    for (const { applicationId } of reviews) {
      const together = reviews.filter((review) => review.applicationId === applicationId);
      const least = together.map(({ reviewerId }) => part.get(reviewerId)!).sort()[0]!;
      for (const { reviewerId } of together) part.set(reviewerId, least);
    }
  for (const name of new Set(part.values())) {
    const mine = reviews.filter(({ reviewerId }) => part.get(reviewerId) === name);
    const shift = mine.reduce((sum, { reviewerId }) => sum + reviewer.get(reviewerId)!, 0) / mine.length;
    for (const [id, of] of part) if (of === name) reviewer.set(id, reviewer.get(id)! - shift);
  }
  return reviewer;
}

describe("normalising", () => {
  it("finds the least-squares effect of each reviewer, as backfitting does", () => {
    fc.assert(
      fc.property(reviewsOf(6, 4), (reviews) => {
        const effects = effectsByTurns(reviews);
        for (const { reviewerId, effect } of normalise(reviews, { method: "mean", minimumReviews: 2 })
          .reviewers)
          expect(Math.abs(effect - effects.get(reviewerId)!)).toBeLessThanOrEqual(0.51);
      }),
      { numRuns: 200 },
    );
  });

  it("recovers planted effects exactly where reviewers are linked and there is no noise", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 2_000, max: 8_000 }), { minLength: 3, maxLength: 12 }),
        fc.array(fc.integer({ min: -1_500, max: 1_500 }), { minLength: 2, maxLength: 5 }),
        (qualities, effects) => {
          // Application a is reviewed by reviewers a and a + 1 (in a ring), so that all are linked.
          const reviews = Array.from(
            { length: Math.max(qualities.length, effects.length) },
            (_, k) => k,
          ).flatMap((k) =>
            [k, k + 1].map((r) => ({
              applicationId: `A${k}`,
              reviewerId: `R${r % effects.length}`,
              score: qualities[k % qualities.length]! + effects[r % effects.length]!,
            })),
          );
          const { applications, reviewers, warnings } = normalise(reviews, {
            method: "mean",
            minimumReviews: 2,
          });
          expect(warnings.filter(({ kind }) => kind === "disconnected")).toEqual([]);
          const counts = new Map(reviewers.map(({ reviewerId, reviews: n }) => [reviewerId, n]));
          const mean =
            effects.reduce((sum, effect, r) => sum + effect * counts.get(`R${r}`)!, 0) /
            [...counts.values()].reduce((sum, n) => sum + n, 0);
          for (const { reviewerId, effect } of reviewers)
            expect(Math.abs(effect - (effects[Number(reviewerId.slice(1))]! - mean))).toBeLessThanOrEqual(
              0.5 + 1e-6,
            );
          for (const { applicationId, normalised } of applications) {
            const quality = qualities[Number(applicationId.slice(1)) % qualities.length]!;
            expect(Math.abs(normalised - (quality + mean))).toBeLessThanOrEqual(0.5 + 1e-6);
          }
        },
      ),
    );
  });

  it("gives the same answer in any order, keeps raw scores, and shows effects that add up", () => {
    fc.assert(
      fc.property(
        reviewsOf(6, 4),
        fc.constantFrom<NormalisationMethod>("none", "mean", "z-score", "quantile"),
        (reviews, method) => {
          const choice = { method, minimumReviews: 3 };
          const outcome = normalise(reviews, choice);
          expect(normalise(reviews.toReversed(), choice)).toEqual(outcome);
          expect(outcome.reviews).toHaveLength(reviews.length);
          for (const review of outcome.reviews)
            expect(reviews).toContainEqual({
              applicationId: review.applicationId,
              reviewerId: review.reviewerId,
              score: review.score,
            });
          for (const { raw, normalised, change } of outcome.applications)
            expect(change).toBe(normalised - raw);
          if (method === "none") for (const { change } of outcome.applications) expect(change).toBe(0);
        },
      ),
    );
  });

  it("keeps each reviewer's own order with every method that rescales", () => {
    fc.assert(
      fc.property(
        reviewsOf(8, 3),
        fc.constantFrom<NormalisationMethod>("mean", "z-score", "quantile"),
        (reviews, method) => {
          const outcome = normalise(reviews, { method, minimumReviews: 2 });
          for (const one of outcome.reviews)
            for (const other of outcome.reviews)
              if (one.reviewerId === other.reviewerId && one.score > other.score)
                expect(one.normalised).toBeGreaterThanOrEqual(other.normalised);
        },
      ),
    );
  });
});
