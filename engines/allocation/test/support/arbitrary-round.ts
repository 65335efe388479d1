/** Small random rounds with every kind of constraint, options, several budgets, negative and zero scores. */
import type { Round } from "@voorsprong/allocation";
import { parseRound } from "@voorsprong/allocation";
import fc from "fast-check";

const BUDGETS = ["2027", "2028"];
const VALUES = ["North", "South", "West"];

const amounts = fc.record({ "2027": fc.nat({ max: 20 }), "2028": fc.nat({ max: 20 }) });
const score = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 20 }) },
  { weight: 2, arbitrary: fc.integer({ min: -6, max: 0 }) },
);
const award = fc.record({ score, amounts });
const tags = fc.record({ region: fc.subarray(VALUES, { minLength: 0, maxLength: 2 }) });

const application = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      full: award,
      options: fc.constant([] as { score: number; amounts: Record<string, number> }[]),
      tags,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      full: fc.option(award),
      options: fc.array(award, { minLength: 1, maxLength: 2 }),
      tags,
    }),
  },
);

const value = fc.constantFrom(...VALUES);
const budget = fc.constantFrom(undefined, undefined, "2027");
const share = fc.constantFrom("0", "0.1", "0.25", "0.333", "0.5", "0.7", "1");

function sides<T>(item: fc.Arbitrary<T>, least: (a: T, b: T) => number) {
  return fc.tuple(item, item, fc.constantFrom("min", "max", "both")).map(([a, b, which]) => {
    const [low, high] = least(a, b) <= 0 ? [a, b] : [b, a];
    return { ...(which === "max" ? {} : { min: low }), ...(which === "min" ? {} : { max: high }) };
  });
}

function limit(kind: "share" | "amount" | "count") {
  const bounds =
    kind === "share"
      ? sides(share, (a, b) => Number(a) - Number(b))
      : sides(fc.nat({ max: kind === "count" ? 4 : 40 }), (a, b) => a - b);
  return fc
    .tuple(value, bounds, budget, fc.constantFrom("awarded", "budget"))
    .map(([name, given, from, of]) => ({
      kind,
      tag: "region",
      value: name,
      ...given,
      ...(kind === "share" ? { of } : {}),
      ...(kind !== "count" && from !== undefined ? { budget: from } : {}),
    }));
}

/** A round in canonical form with at most `most` applications. */
export function arbitraryRound(most = 6): fc.Arbitrary<Round> {
  return fc
    .tuple(
      fc.array(application, { minLength: 1, maxLength: most }),
      fc.array(fc.oneof(limit("share"), limit("amount"), limit("count")), { maxLength: 3 }),
      fc.array(fc.tuple(fc.constantFrom("at-most-one", "requires"), fc.nat(), fc.nat(), fc.nat()), {
        maxLength: 3,
      }),
      fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 60 })),
      fc.constantFrom("skip", "stop"),
      fc.constantFrom(1, 1, 5),
    )
    .map(([applications, limits, links, [first, second], misfit, step]) => {
      const idOf = (n: number) => `A${n % applications.length}`;
      return parseRound({
        round: "property",
        budgets: [
          { id: BUDGETS[0], amount: first },
          { id: BUDGETS[1], amount: second },
        ],
        applications: applications.map(({ full, options, tags: own }, index) => ({
          id: `A${index}`,
          ...(full === null ? {} : { score: full.score * step, amounts: full.amounts }),
          ...(options.length === 0
            ? {}
            : {
                options: options.map((each, k) => ({
                  id: `o${k}`,
                  score: each.score * step,
                  amounts: each.amounts,
                })),
              }),
          tags: own,
        })),
        constraints: [
          ...limits,
          ...links.flatMap(([kind, a, b, c]): readonly object[] => {
            if (kind === "at-most-one") return [{ kind, applications: [idOf(a), idOf(b), idOf(c)] }];
            return idOf(a) === idOf(b) ? [] : [{ kind, application: idOf(a), needs: idOf(b) }];
          }),
        ],
        tieBreak: { seed: "property" },
        ranking: { misfit },
      });
    });
}
