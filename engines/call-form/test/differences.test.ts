import { type CallDefinition, canonicalCall, differencesBetween } from "@voorsprong/call-form";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CALL } from "./example.js";

type Writable<T> = T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T;

const changed = (change: (call: Writable<CallDefinition>) => void): CallDefinition => {
  const copy = structuredClone(CALL) as Writable<CallDefinition>;
  change(copy);
  return copy as CallDefinition;
};

describe("differences", () => {
  test("are told by id and in words", () => {
    const after = changed((call) => {
      call.closes = "2027-04-01T17:00:00+02:00";
      Object.assign(call.budgets[0] ?? {}, { amount: 120_000_050 });
      Object.assign(call.criteria[0] ?? {}, { weight: 5000 });
      Object.assign(call.criteria[1] ?? {}, { weight: 5000 });
      call.form.sections[0]?.questions.splice(3, 1);
    });
    expect(differencesBetween(CALL, after).map(({ path, kind, text }) => [path, kind, text.nl])).toEqual([
      ["closes", "changed", "sluiting: was 15 maart 2027, 17:00, wordt 1 april 2027, 17:00."],
      ["budgets/2027", "changed", "budget 2027: was € 1.000.000, wordt € 1.200.000,50."],
      ["form/plan/order", "changed", expect.stringContaining("volgorde")],
      ["form/plan/trl", "removed", "Vervallen: vraag “TRL (nl)”: “TRL (nl)”."],
      ["criteria/novelty/weight", "changed", "criterium “Novelty (nl)”, gewicht: was 60%, wordt 50%."],
      ["criteria/impact/weight", "changed", "criterium “Impact (nl)”, gewicht: was 40%, wordt 50%."],
    ]);
  });

  test("a new question is one difference", () => {
    const after = changed((call) => {
      call.form.sections[1]?.questions.push({
        id: "extra",
        title: { nl: "Extra", en: "Extra" },
        schema: { type: "boolean" },
      });
    });
    expect(differencesBetween(CALL, after).filter(({ kind }) => kind === "added")).toHaveLength(1);
  });

  /** Places in the JSON of the call that hold a text, number or boolean. */
  const leaves: (readonly string[])[] = [];
  const walk = (value: unknown, path: readonly string[]): void => {
    if (typeof value === "object" && value !== null)
      for (const [key, each] of Object.entries(value)) walk(each, [...path, key]);
    else leaves.push(path);
  };
  walk(CALL, []);

  test("are empty exactly when the canonical texts are equal, whatever value is changed", () => {
    expect(differencesBetween(CALL, structuredClone(CALL))).toEqual([]);
    fc.assert(
      fc.property(fc.constantFrom(...leaves), (path) => {
        const after = structuredClone(CALL) as unknown as Record<string, unknown>;
        const last = path.at(-1) as string;
        const parent = path.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, after);
        parent[last] = typeof parent[last] === "number" ? parent[last] + 1 : `${parent[last]}x`;
        const call = after as unknown as CallDefinition;
        if (canonicalCall(call) === canonicalCall(CALL)) return;
        // `format` is the same in every version by definition.
        if (last === "format" && path.length === 1) return;
        expect(differencesBetween(CALL, call).length).toBeGreaterThan(0);
      }),
      { numRuns: 400 },
    );
  });
});
