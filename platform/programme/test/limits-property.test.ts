/** The joint check of limits against a naive second way: whole percents, compared as integers. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { edited, problemsOf } from "./support.js";

const LIMIT =
  "  - { kind: share, tag: theme, value: energy, min: 10%, reason: { nl: Daarom., en: Because. } }\n";

const percents = fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined, freq: 3 });
const shares = fc.record({
  value: fc.constantFrom("energy", "care"),
  of: fc.constantFrom("awarded", "budget"),
  min: percents,
  max: percents,
});
type Share = { value: string; of: string; min: number | undefined; max: number | undefined };

const line = ({ value, of, min, max }: Share): string => {
  const sides = [
    ...(min === undefined ? [] : [`min: ${min}%`]),
    ...(max === undefined ? [] : [`max: ${max}%`]),
  ];
  return `  - { ${["kind: share", "tag: theme", `value: ${value}`, `of: ${of}`, ...sides].join(", ")}, reason: { nl: D, en: B } }\n`;
};

/** Whether some split of 100% over the two themes meets every limit: tried one by one. */
const canHold = (limits: readonly Share[]): boolean =>
  Array.from({ length: 101 }, (_, energy) => ({ energy, care: 100 - energy })).some((split) =>
    limits.every(({ value, min = 0, max = 100 }) => {
      const part = split[value as keyof typeof split];
      return part >= min && part <= max;
    }),
  );

test("limits on shares are refused exactly when no split of the money meets them", () => {
  const some = fc.uniqueArray(shares, {
    minLength: 1,
    maxLength: 4,
    selector: ({ value, of }) => `${value} ${of}`,
  });
  fc.assert(
    fc.property(some, (drawn) => {
      const limits = drawn.filter(({ min, max }) => min !== undefined || max !== undefined);
      const files = edited("funds/research.yaml", LIMIT, limits.map(line).join("") || LIMIT);
      expect(problemsOf(files).length > 0, line(drawn[0]!)).toBe(!canHold(limits));
    }),
    { numRuns: 150 },
  );
});
