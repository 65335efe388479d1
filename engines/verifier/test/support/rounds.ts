/** Random small rounds in canonical form, with every kind of constraint. */
import fc from "fast-check";
import type { Loose } from "./naive.js";

const BUDGETS = ["2027", "2028"];
const SHARES = ["0", "0.1", "0.25", "0.333", "0.5", "0.75", "1"];

const amounts = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 6 }))
  .map((sums) => Object.fromEntries(sums.flatMap((sum, k) => (sum === 0 ? [] : [[BUDGETS[k]!, sum]]))));

const award = fc.record({ score: fc.integer({ min: -3, max: 9 }), amounts });

const tags = fc.record(
  {
    region: fc.constantFrom<string[]>(["Drenthe"], ["Groningen"], ["Drenthe", "Groningen"]),
    theme: fc.constantFrom<string[]>(["energy"], ["care"], []),
  },
  { requiredKeys: ["region"] },
);

const application = fc
  .record({
    full: fc.option(award, { freq: 4, nil: undefined }),
    options: fc.array(award, { maxLength: 2 }),
    tags,
  })
  .filter(({ full, options }) => full !== undefined || options.length > 0)
  .map(({ full, options, tags }) => ({
    ...full,
    ...(options.length > 0
      ? { options: options.map((option, i) => ({ id: `option-${i}`, ...option })) }
      : {}),
    tags,
  }));

/** Days, or moments within two seconds, so that some are equal. */
const received = fc.constantFrom(
  ["2027-03-01", "2027-03-02", "2026-12-31"],
  ["2027-03-01T08:00:00Z", "2027-03-01T08:00:00.5Z", "2027-03-01T08:00:00.25Z", "2027-03-01T08:00:01Z"],
);

/** With or without steps of money, of a few units. */
const tieBreak = fc
  .tuple(fc.string({ maxLength: 4 }), fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }))
  .map(([seed, step]) => (step === undefined ? { seed } : { seed, money: { step } }));

const group = fc.constantFrom(
  { tag: "region", value: "Drenthe" },
  { tag: "region", value: "Groningen" },
  { tag: "theme", value: "energy" },
  { tag: "theme", value: "water" },
);

/** A minimum, a maximum or both, from values in ascending order. */
function bounds<T>(values: readonly T[]): fc.Arbitrary<{ min?: T; max?: T }> {
  const index = fc.nat({ max: values.length - 1 });
  return fc.tuple(index, index, fc.constantFrom("min", "max", "both")).map(([a, b, which]) => ({
    ...(which !== "max" ? { min: values[Math.min(a, b)]! } : {}),
    ...(which !== "min" ? { max: values[Math.max(a, b)]! } : {}),
  }));
}

const budget = fc.option(fc.constant({ budget: "2027" }), { nil: {} });
const naturals = Array.from({ length: 25 }, (_, i) => i);

function constraint(ids: readonly string[]): fc.Arbitrary<Loose> {
  const id = fc.constantFrom(...ids);
  return fc.oneof(
    fc
      .tuple(group, bounds(SHARES), fc.constantFrom("awarded", "budget"), budget)
      .map(([tag, bound, of, only]) => ({ kind: "share", ...tag, ...bound, of, ...only })),
    fc
      .tuple(group, bounds(naturals), budget)
      .map(([tag, bound, only]) => ({ kind: "amount", ...tag, ...bound, ...only })),
    fc
      .tuple(group, bounds(naturals.slice(0, 4)))
      .map(([tag, bound]) => ({ kind: "count", ...tag, ...bound })),
    fc.uniqueArray(id, { maxLength: 3 }).map((list) => ({ kind: "at-most-one", applications: list.sort() })),
    // An application cannot require itself.
    ...(ids.length < 2
      ? []
      : [
          fc
            .uniqueArray(id, { minLength: 2, maxLength: 2 })
            .map(([application, needs]) => ({ kind: "requires", application, needs })),
        ]),
  );
}

/** Rounds with so many applications; every selection of a few of them can still be tried. */
export function roundOf(size: {
  readonly minLength: number;
  readonly maxLength: number;
}): fc.Arbitrary<Loose> {
  return fc.array(application, size).chain((list) => {
    const applications = list.map((item, i) => ({ id: `A${i}`, ...item }));
    return fc.record({
      round: fc.constant("example"),
      unit: fc.constant("EUR-cent"),
      scoreScale: fc.constantFrom(1, 10),
      budgets: fc
        .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 20 }))
        .map((sums) => sums.map((amount, k) => ({ id: BUDGETS[k]!, amount }))),
      applications: fc.constant(applications),
      constraints: fc.array(constraint(applications.map(({ id }) => id)), { maxLength: 4 }),
      tieBreak,
      ranking: fc.record({ misfit: fc.constantFrom("skip", "stop") }),
    });
  });
}

export const smallRound: fc.Arbitrary<Loose> = roundOf({ minLength: 1, maxLength: 5 });

/** The same, with the moment at which every application was complete. */
export const receivedRound: fc.Arbitrary<Loose> = fc
  .tuple(smallRound, received, fc.infiniteStream(fc.nat()))
  .map(([round, values, numbers]) => ({
    ...round,
    applications: round.applications.map((application: Loose) => ({
      ...application,
      received: values[(numbers.next().value as number) % values.length]!,
    })),
  }));
