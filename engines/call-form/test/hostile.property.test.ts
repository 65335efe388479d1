import {
  type ApplicationContent,
  blindAttachments,
  blindOf,
  type CallDefinition,
  checkAnswers,
  checkExpression,
  differencesBetween,
  evaluateEligibility,
  readCall,
} from "@voorsprong/call-form";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { APPLICATION, CALL } from "./example.js";

/** Places in a JSON value, inner ones too. */
function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

function replaced(value: unknown, path: readonly string[], by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  const copy: unknown = Array.isArray(value) ? [...value] : { ...(value as object) };
  (copy as Record<string, unknown>)[key] = replaced((value as Record<string, unknown>)[key], rest, by);
  return copy;
}

test("whatever stands anywhere in a call, reading tells errors with a place that is there, or gives a call that works", () => {
  fc.assert(
    fc.property(fc.constantFrom(...placesIn(CALL)), fc.jsonValue(), (path, junk) => {
      const read = readCall(replaced(CALL, path, junk));
      if (read.ok) {
        expect(() => evaluateEligibility(read.call, APPLICATION)).not.toThrow();
        expect(() => checkAnswers(read.call, APPLICATION)).not.toThrow();
        expect(() => differencesBetween(CALL, read.call)).not.toThrow();
      } else {
        expect(read.errors.length).toBeGreaterThan(0);
        for (const { pointer } of read.errors) expect(pointer === "" || pointer.startsWith("/")).toBe(true);
      }
    }),
    { numRuns: 600 },
  );
});

test("whatever stands in the answers, they are checked and shown blind without a failure, and without what is hidden", () => {
  const questions = Object.keys(APPLICATION.answers ?? {});
  fc.assert(
    fc.property(fc.constantFrom(...questions), fc.jsonValue(), (question, junk) => {
      const application = {
        ...APPLICATION,
        answers: { ...APPLICATION.answers, [question]: junk },
      } as ApplicationContent;
      expect(() => checkAnswers(CALL, application)).not.toThrow();
      expect(() => evaluateEligibility(CALL, application)).not.toThrow();
      expect(() => blindAttachments(CALL, application)).not.toThrow();
      const { answers } = blindOf(CALL, application);
      for (const hidden of ["pilot_site", "mail", "letters"]) expect(answers).not.toHaveProperty(hidden);
    }),
    { numRuns: 600 },
  );
});

test("whatever is typed as an expression is told as right or wrong, soon", () => {
  const pieces = [
    "applicant",
    ".",
    "size",
    "==",
    "'a'",
    "(",
    ")",
    "&&",
    "||",
    "partners",
    ".all(p,",
    "has(",
    "[",
    "]",
    "1",
    "!",
    "?",
    ":",
    " ",
  ];
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 60 }),
        fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((each) => each.join("")),
      ),
      (expression) => {
        const check = checkExpression(CALL.form, expression);
        if (check.ok) {
          const call: CallDefinition = {
            ...CALL,
            eligibility: [{ id: "r", expression, effect: "refuse", reason: { nl: "r", en: "r" } }],
          };
          expect(() => evaluateEligibility(call, APPLICATION)).not.toThrow();
        } else
          for (const { start, end } of check.errors) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThanOrEqual(start);
          }
      },
    ),
    { numRuns: 1000 },
  );
});
