import {
  type AnswerSchema,
  type Answers,
  type CallDefinition,
  checkAnswers,
  evaluateEligibility,
  type Question,
  readCall,
  visibleQuestions,
} from "@voorsprong/call-form";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { CALL } from "./example.js";
import { type Condition, judge, type NaiveQuestion, tell, written } from "./naive.js";

const SCHEMAS: Readonly<Record<NaiveQuestion["kind"], AnswerSchema>> = {
  number: { type: "integer", minimum: 0, maximum: 9 },
  choice: { type: "string", enum: ["a", "b"] },
  "yes-no": { type: "boolean" },
};
const both = (text: string) => ({ nl: text, en: text });

const kind = fc.constantFrom<NaiveQuestion["kind"]>("number", "choice", "yes-no");

/** A condition over some of these questions. */
function condition(over: readonly Pick<NaiveQuestion, "id" | "kind">[]): fc.Arbitrary<Condition> {
  const simple = fc.constantFrom(...over).chain(({ id: question, kind: of }): fc.Arbitrary<Condition> => {
    const answered = fc.constant<Condition>({ is: "answered", question });
    if (of === "number")
      return fc.oneof(
        answered,
        fc.integer({ min: 0, max: 9 }).map((bound): Condition => ({ is: "at-least", question, bound })),
      );
    if (of === "choice")
      return fc.oneof(
        answered,
        fc.constantFrom("a", "b").map((value): Condition => ({ is: "equals", question, value })),
      );
    return fc.oneof(answered, fc.constant<Condition>({ is: "yes", question }));
  });
  return fc.letrec<{ tree: Condition }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      simple,
      tie("tree").map((of): Condition => ({ is: "not", of })),
      fc
        .tuple(fc.constantFrom<"and" | "or">("and", "or"), tie("tree"), tie("tree"))
        .map(([is, left, right]): Condition => ({ is, left, right })),
    ),
  })).tree;
}

const questions = fc.array(kind, { minLength: 1, maxLength: 6 }).chain((kinds) => {
  const bare = kinds.map((of, index) => ({ id: `q${index}`, kind: of }));
  return fc.tuple(
    ...bare.map((question, index) =>
      fc.record({
        id: fc.constant(question.id),
        kind: fc.constant(question.kind),
        required: fc.boolean(),
        when: index === 0 ? fc.constant(null) : fc.option(condition(bare.slice(0, index))),
      }),
    ),
  );
});

const answer = fc.oneof(
  fc.constantFrom("a", "b", "c", true, false, 12, -1, 2.5),
  fc.integer({ min: 0, max: 9 }),
);
const scene = questions.chain((asked) =>
  fc.record({
    asked: fc.constant(asked),
    answers: fc
      .tuple(...asked.map(() => fc.option(answer, { nil: undefined })))
      .map((given): Answers => Object.fromEntries(asked.map(({ id }, index) => [id, given[index]]))),
    rule: condition(asked),
  }),
);

function callOf(asked: readonly NaiveQuestion[], rule: Condition): CallDefinition {
  const form = asked.map(
    ({ id, kind: of, when, required }): Question => ({
      id,
      title: both(id),
      schema: SCHEMAS[of],
      ...(of === "choice" && { labels: { a: both("a"), b: both("b") } }),
      ...(when !== null && { when: written(when) }),
      ...(required && { required: true }),
    }),
  );
  return {
    ...CALL,
    form: { sections: [{ id: "all", title: both("all"), questions: form }] },
    eligibility: [{ id: "rule", expression: written(rule), effect: "refuse", reason: both("No.") }],
  };
}

test("a random form over random answers: the engine says what a naive evaluator says", () => {
  let asks = 0;
  let leavesOut = 0;
  fc.assert(
    fc.property(scene, ({ asked, answers, rule }) => {
      const call = callOf(asked, rule);
      expect(readCall(call)).toEqual({ ok: true, call });
      const verdict = judge(asked, answers);
      const visible = visibleQuestions(call, { answers }).map(({ question }) => question.id);
      expect(visible).toEqual([...verdict.keys()]);
      asks += visible.length;
      leavesOut += asked.length - visible.length;

      const errors = new Map(checkAnswers(call, { answers }).map(({ question, code }) => [question, code]));
      expect(errors).toEqual(new Map([...verdict].filter(([, code]) => code !== null)));

      const fits = {
        number: Number.isInteger,
        choice: (value: unknown) => typeof value === "string",
        "yes-no": (value: unknown) => typeof value === "boolean",
      };
      const seen = Object.fromEntries(
        asked
          .filter(({ id, kind: of }) => verdict.has(id) && fits[of](answers[id]))
          .map(({ id }) => [id, answers[id]]),
      );
      const told = tell(rule, seen);
      const { state, rules } = evaluateEligibility(call, { answers });
      expect(state).toBe(told === null ? "unknown" : told ? "eligible" : "refused");
      if (told === null) {
        // What is named as missing is really missing, and something is named.
        expect(rules[0]?.missing.length).toBeGreaterThan(0);
        for (const { path } of rules[0]?.missing ?? [])
          expect(seen).not.toHaveProperty(path.replace("answers.", ""));
      }
    }),
    { numRuns: 500 },
  );
  expect(asks).toBeGreaterThan(0);
  expect(leavesOut).toBeGreaterThan(0);
});
