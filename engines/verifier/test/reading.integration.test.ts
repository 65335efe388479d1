/** What the reader of rounds calls canonical is what the verifier calls canonical, with the same hash. */
import { hashRound, parseRound } from "@voorsprong/allocation";
import { verifyDecision } from "@voorsprong/verifier";
import fc from "fast-check";
import { expect, it } from "vitest";
import { decisionOf, nodeHash } from "./support/build.js";
import type { Loose } from "./support/naive.js";
import { smallRound } from "./support/rounds.js";

/** A round as someone might write it: other orders, zeros, single values, defaults left out. */
function untidy(round: Loose, swap: boolean): Loose {
  const { unit: _, ranking, ...rest } = round;
  const turned = <T>(list: readonly T[]): T[] => (swap ? [...list].reverse() : [...list]);
  const amounts = (given: Loose): Loose => ({ ...given, "2027": given["2027"] ?? 0 });
  return {
    ...rest,
    ...(ranking.misfit === "skip" ? {} : { ranking }),
    budgets: turned(round.budgets),
    applications: turned(round.applications).map((application: Loose) => ({
      ...application,
      ...("amounts" in application ? { amounts: amounts(application.amounts) } : {}),
      ...("options" in application
        ? { options: turned(application.options).map((o: Loose) => ({ ...o, amounts: amounts(o.amounts) })) }
        : {}),
      tags: Object.fromEntries(
        Object.entries(application.tags).map(([tag, values]: Loose) => [
          tag,
          values.length === 1 ? values[0] : turned(values),
        ]),
      ),
    })),
    constraints: round.constraints.map((c: Loose) =>
      c.kind === "share"
        ? { ...c, ...("min" in c ? { min: Number(c.min) } : {}), ...("max" in c ? { max: `${c.max}` } : {}) }
        : c.kind === "at-most-one"
          ? { ...c, applications: turned([...c.applications, ...c.applications]) }
          : c,
    ),
  };
}

it("agrees on the canonical form", () => {
  fc.assert(
    fc.property(smallRound, fc.boolean(), (round, swap) => {
      // The reader is stricter on what can only be a mistake: an application that needs itself.
      fc.pre(round.constraints.every((c: Loose) => c.kind !== "requires" || c.application !== c.needs));
      const read = parseRound(untidy(round, swap));
      expect(JSON.parse(JSON.stringify(read))).toEqual(round);
      expect(hashRound(read)).toBe(nodeHash(round));
      expect(verifyDecision(decisionOf(JSON.parse(JSON.stringify(read)), { rule: "ranking" })).valid).toBe(
        true,
      );
    }),
    { numRuns: 300 },
  );
});
