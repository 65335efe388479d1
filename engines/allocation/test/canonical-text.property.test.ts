import { canonicalText } from "@voorsprong/allocation";
import { canonicalText as checked } from "@voorsprong/verifier";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("the canonical text", () => {
  it("is that of the verifier for any JSON, whatever the order of keys and also where these are numbers", () => {
    const keys = fc.oneof(
      fc.constantFrom("9", "10", "a", "B", "é", "\ud83d\ude00", "constructor"),
      fc.string(),
    );
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string()),
        fc.constantFrom(null, true, false),
        fc.array(tie("value"), { maxLength: 5 }),
        fc.dictionary(keys, tie("value"), { maxKeys: 5 }),
      ),
    }));
    fc.assert(
      fc.property(value, (json) => {
        expect(canonicalText(json)).toBe(checked(json as Parameters<typeof checked>[0]));
      }),
      { numRuns: 2_000 },
    );
  });

  it("leaves members out that are undefined, lets values write themselves, and refuses what has no form", () => {
    expect(canonicalText({ b: 1, a: undefined })).toBe('{"b":1}');
    expect(canonicalText({ when: new Date(0) })).toBe('{"when":"1970-01-01T00:00:00.000Z"}');
    expect(() => canonicalText({ a: [1, Number.NaN] })).toThrow(/NaN/);
    expect(() => canonicalText(undefined)).toThrow(TypeError);
  });
});
